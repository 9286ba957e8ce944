import { makeStyles, tokens } from '@fluentui/react-components';

/** How the sheet stands on a screen and on paper: on paper only the sheet, small enough for forty pupils on one A4 page. */
export const usePaper = makeStyles({
  screenOnly: { '@media print': { display: 'none' } },
  scroll: { overflowX: 'auto' },
  table: {
    width: '100%',
    borderCollapse: 'collapse',
    backgroundColor: tokens.colorNeutralBackground1,
    fontSize: tokens.fontSizeBase300,
    '@media print': { fontSize: '9pt', color: 'CanvasText', backgroundColor: 'Canvas' },
  },
  cell: {
    padding: `${tokens.spacingVerticalXXS} ${tokens.spacingHorizontalS}`,
    textAlign: 'left',
    border: `${tokens.strokeWidthThin} solid ${tokens.colorNeutralStroke1}`,
    '@media print': { padding: '1pt 4pt' },
  },
  box: { minWidth: '48px', textAlign: 'center' },
});
