import { makeStyles, tokens } from '@fluentui/react-components';

/** A small form in place, under what it changes: its fields side by side, stacked on a phone, its words across the whole width. */
export const usePanel = makeStyles({
  panel: {
    flexBasis: '100%',
    display: 'flex',
    flexWrap: 'wrap',
    alignItems: 'flex-end',
    gap: tokens.spacingHorizontalM,
    padding: tokens.spacingHorizontalM,
    backgroundColor: tokens.colorNeutralBackground2,
    border: `${tokens.strokeWidthThin} solid ${tokens.colorNeutralStroke2}`,
    borderRadius: tokens.borderRadiusLarge,
  },
  field: {
    minWidth: '150px',
    maxWidth: '320px',
    flexGrow: 1,
    flexBasis: '150px',
    // A choice is as wide as its longest line, and would lie over what stands beside it.
    gridTemplateColumns: 'minmax(0, 1fr)',
    '& select, & input': { width: '100%', minWidth: 0 },
  },
  whole: { flexBasis: '100%', margin: 0 },
});
