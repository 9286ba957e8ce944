import { makeStyles, tokens } from '@fluentui/react-components';

/** The frame of a screen: its width, its padding on a phone, the rhythm of its parts; and the card a list of rows stands on. */
export const usePage = makeStyles({
  page: {
    display: 'flex',
    flexDirection: 'column',
    gap: tokens.spacingVerticalM,
    maxWidth: '1000px',
    padding: tokens.spacingHorizontalL,
    // The gap alone stands between the parts.
    '& h2, & h3': { margin: 0 },
    '@media (max-width: 640px)': { padding: tokens.spacingHorizontalS },
  },
  head: {
    display: 'flex',
    flexDirection: 'column',
    gap: tokens.spacingVerticalXS,
    '& h1, & p': { margin: 0 },
  },
  quiet: { color: tokens.colorNeutralForeground2 },
  row: { display: 'flex', flexWrap: 'wrap', alignItems: 'end', gap: tokens.spacingHorizontalM },
  card: {
    margin: 0,
    padding: 0,
    listStyleType: 'none',
    backgroundColor: tokens.colorNeutralBackground1,
    border: `${tokens.strokeWidthThin} solid ${tokens.colorNeutralStroke2}`,
    borderRadius: tokens.borderRadiusLarge,
  },
  line: {
    display: 'flex',
    flexWrap: 'wrap',
    alignItems: 'center',
    columnGap: tokens.spacingHorizontalM,
    rowGap: tokens.spacingVerticalXS,
    minHeight: '48px',
    padding: `${tokens.spacingVerticalS} ${tokens.spacingHorizontalM}`,
    ':not(:first-child)': { borderTop: `${tokens.strokeWidthThin} solid ${tokens.colorNeutralStroke2}` },
  },
  grow: { flexGrow: 1, flexBasis: '240px', minWidth: 0, display: 'flex', flexDirection: 'column' },
  /** A form under its row, over the whole width. */
  below: { flexBasis: '100%' },
  bad: { color: tokens.colorStatusDangerForeground3 },
});
