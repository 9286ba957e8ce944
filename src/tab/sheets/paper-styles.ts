import { makeStyles, tokens } from '@fluentui/react-components';

/** How the sheet stands on a screen and on paper: on paper only the sheet, small enough for forty pupils on one A4 page. */
export const usePaper = makeStyles({
  screenOnly: { '@media print': { display: 'none' } },
  sheet: { display: 'flex', flexDirection: 'column', gap: tokens.spacingVerticalS },
  table: {
    width: '100%',
    borderCollapse: 'collapse',
    backgroundColor: tokens.colorNeutralBackground1,
    fontSize: tokens.fontSizeBase300,
    overflowWrap: 'anywhere',
    '@media (max-width: 640px)': { fontSize: tokens.fontSizeBase200 },
    '@media print': { fontSize: '9pt', color: 'CanvasText', backgroundColor: 'Canvas' },
  },
  cell: {
    padding: `${tokens.spacingVerticalXXS} ${tokens.spacingHorizontalXS}`,
    textAlign: 'left',
    border: `${tokens.strokeWidthThin} solid ${tokens.colorNeutralStroke1}`,
    '@media print': { padding: '1pt 4pt' },
  },
  whole: { overflowWrap: 'normal' },
  box: { minWidth: '28px', textAlign: 'center' },
});
