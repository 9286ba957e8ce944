import { makeStyles, tokens } from '@fluentui/react-components';

/** A form for a thumb at the provider's gate: one thing at a time, answers as wide as the phone. */
export const useBig = makeStyles({
  desk: {
    display: 'flex',
    flexDirection: 'column',
    gap: tokens.spacingVerticalL,
    padding: tokens.spacingHorizontalL,
    backgroundColor: tokens.colorNeutralBackground1,
    border: `${tokens.strokeWidthThin} solid ${tokens.colorNeutralStroke1}`,
    borderRadius: tokens.borderRadiusLarge,
    '& h2': { margin: 0 },
    '@media (max-width: 640px)': { padding: tokens.spacingHorizontalM },
  },
  screenOnly: { '@media print': { display: 'none' } },
  answers: {
    display: 'grid',
    margin: 0,
    padding: 0,
    border: 'none',
    minWidth: 0,
    gridTemplateColumns: 'repeat(auto-fit, minmax(min(100%, 120px), 1fr))',
    gap: tokens.spacingHorizontalM,
  },
  answer: { minHeight: '56px', fontSize: tokens.fontSizeBase400 },
  step: { display: 'flex', flexDirection: 'column', gap: tokens.spacingVerticalM },
  note: { '& textarea': { minHeight: '96px' } },
  presses: { display: 'flex', flexWrap: 'wrap', justifyContent: 'space-between', gap: tokens.spacingHorizontalM },
  press: { minHeight: '48px', minWidth: '120px' },
  quiet: { color: tokens.colorNeutralForeground2 },
  action: {
    display: 'flex',
    flexDirection: 'column',
    gap: tokens.spacingVerticalS,
    margin: 0,
    padding: tokens.spacingHorizontalM,
    border: `${tokens.strokeWidthThin} solid ${tokens.colorNeutralStroke2}`,
    borderRadius: tokens.borderRadiusMedium,
  },
});
