import { makeStyles, tokens } from '@fluentui/react-components';

/** The shade of each kind of session and an edge of its own: some people see no shades, and high contrast has none. */
export const useShapes = makeStyles({
  here: { backgroundColor: tokens.colorPaletteGreenBackground1 },
  late: {
    backgroundColor: tokens.colorPaletteYellowBackground1,
    borderBottom: `${tokens.strokeWidthThicker} solid ${tokens.colorNeutralStrokeAccessible}`,
  },
  absent: {
    backgroundColor: tokens.colorNeutralBackground5,
    border: `${tokens.strokeWidthThicker} double ${tokens.colorNeutralStrokeAccessible}`,
  },
  missing: {
    backgroundColor: tokens.colorPaletteRedBackground1,
    border: `${tokens.strokeWidthThick} solid ${tokens.colorStatusDangerBorder2}`,
  },
  closed: { border: `${tokens.strokeWidthThin} dashed ${tokens.colorNeutralStroke1}` },
  unknown: { border: `${tokens.strokeWidthThin} dotted ${tokens.colorNeutralStrokeAccessible}` },
});
