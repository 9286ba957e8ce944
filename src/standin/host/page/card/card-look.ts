import { makeStyles, tokens } from '@fluentui/react-components';
import { HostConfig } from 'adaptivecards';

const ink = (plain: string, subtle: string) => ({
  default: plain,
  subtle,
  highlightColors: { default: tokens.colorPaletteYellowBackground2, subtle: tokens.colorPaletteYellowBackground1 },
});

const inks = {
  default: ink(tokens.colorNeutralForeground1, tokens.colorNeutralForeground3),
  dark: ink(tokens.colorNeutralForeground1, tokens.colorNeutralForeground3),
  light: ink(tokens.colorNeutralForegroundOnBrand, tokens.colorNeutralForeground4),
  accent: ink(tokens.colorBrandForeground1, tokens.colorBrandForeground2),
  good: ink(tokens.colorStatusSuccessForeground1, tokens.colorStatusSuccessForeground1),
  warning: ink(tokens.colorStatusWarningForeground1, tokens.colorStatusWarningForeground1),
  attention: ink(tokens.colorStatusDangerForeground1, tokens.colorStatusDangerForeground1),
};

const ground = (backgroundColor: string) => ({
  backgroundColor,
  borderColor: tokens.colorTransparentStroke,
  foregroundColors: inks,
});

/** How cards look: Fluent's tokens as CSS variables, so that a card follows the theme without being drawn again. */
export const cardLook = new HostConfig({
  supportsInteractivity: true,
  fontFamily: tokens.fontFamilyBase,
  fontSizes: { small: 12, default: 14, medium: 16, large: 18, extraLarge: 24 },
  fontWeights: { lighter: 400, default: 400, bolder: 600 },
  lineHeights: { small: 16, default: 20, medium: 22, large: 24, extraLarge: 32 },
  spacing: { small: 4, default: 8, medium: 12, large: 16, extraLarge: 24, padding: 16 },
  separator: { lineThickness: 1, lineColor: tokens.colorNeutralStroke2 },
  imageSizes: { small: 32, medium: 52, large: 100 },
  containerStyles: {
    default: ground(tokens.colorNeutralBackground1),
    emphasis: ground(tokens.colorNeutralBackground3),
    accent: ground(tokens.colorBrandBackground2),
    good: ground(tokens.colorStatusSuccessBackground1),
    warning: ground(tokens.colorStatusWarningBackground1),
    attention: ground(tokens.colorStatusDangerBackground1),
  },
  actions: {
    maxActions: 6,
    spacing: 'default',
    buttonSpacing: 8,
    actionsOrientation: 'horizontal',
    actionAlignment: 'left',
    showCard: { actionMode: 'inline', inlineTopMargin: 8, style: 'emphasis' },
  },
  inputs: {
    label: {
      // A name for a gap: a number would count the gaps.
      inputSpacing: 'small',
      requiredInputs: { weight: 'bolder', color: 'default', size: 'small', suffix: ' *', suffixColor: 'attention' },
      optionalInputs: { weight: 'default', color: 'default', size: 'small', isSubtle: true },
    },
    errorMessage: { color: 'attention', size: 'small', spacing: 'small', weight: 'default' },
  },
  textBlock: { headingLevel: 3 },
  factSet: { title: { weight: 'bolder' }, value: {}, spacing: 12 },
});

const field = {
  boxSizing: 'border-box',
  width: '100%',
  minHeight: '32px',
  padding: `${tokens.spacingVerticalXS} ${tokens.spacingHorizontalS}`,
  fontFamily: tokens.fontFamilyBase,
  fontSize: tokens.fontSizeBase300,
  color: tokens.colorNeutralForeground1,
  backgroundColor: tokens.colorNeutralBackground1,
  border: `${tokens.strokeWidthThin} solid ${tokens.colorNeutralStrokeAccessible}`,
  borderRadius: tokens.borderRadiusMedium,
} as const;

const focus = {
  outline: `${tokens.strokeWidthThick} solid ${tokens.colorStrokeFocus2}`,
  outlineOffset: '1px',
} as const;

/** Styles for what the renderer leaves plain: buttons, inputs, links. */
export const useCardStyles = makeStyles({
  card: {
    maxWidth: '560px',
    boxSizing: 'border-box',
    overflow: 'hidden',
    borderRadius: tokens.borderRadiusLarge,
    border: `${tokens.strokeWidthThin} solid ${tokens.colorNeutralStroke1}`,
    boxShadow: tokens.shadow2,
    backgroundColor: tokens.colorNeutralBackground1,
    '& .ac-pushButton': {
      minHeight: '32px',
      maxWidth: '100%',
      padding: `${tokens.spacingVerticalXS} ${tokens.spacingHorizontalM}`,
      fontFamily: tokens.fontFamilyBase,
      fontSize: tokens.fontSizeBase300,
      fontWeight: tokens.fontWeightSemibold,
      color: tokens.colorNeutralForeground1,
      backgroundColor: tokens.colorNeutralBackground1,
      border: `${tokens.strokeWidthThin} solid ${tokens.colorNeutralStroke1}`,
      borderRadius: tokens.borderRadiusMedium,
      cursor: 'pointer',
      ':hover': { backgroundColor: tokens.colorNeutralBackground1Hover, color: tokens.colorNeutralForeground1Hover },
      ':focus-visible': focus,
    },
    '& .ac-pushButton.style-positive': {
      color: tokens.colorNeutralForegroundOnBrand,
      backgroundColor: tokens.colorBrandBackground,
      border: `${tokens.strokeWidthThin} solid ${tokens.colorTransparentStroke}`,
      ':hover': { backgroundColor: tokens.colorBrandBackgroundHover },
    },
    '& .ac-pushButton.style-destructive': { color: tokens.colorStatusDangerForeground1 },
    '& .ac-actionSet > div, & .ac-actionSet': {
      flexWrap: 'wrap',
      rowGap: tokens.spacingVerticalS,
      overflow: 'visible',
    },
    '& .ac-textInput, & .ac-numberInput, & .ac-dateInput, & .ac-timeInput, & .ac-multichoiceInput.ac-choiceSetInput-compact':
      {
        ...field,
        ':focus-visible': focus,
      },
    '& .ac-multiline': { minHeight: '72px' },
    '& .ac-input-validation-failed': { border: `${tokens.strokeWidthThin} solid ${tokens.colorStatusDangerBorder2}` },
    '& a.ac-anchor': { color: tokens.colorBrandForegroundLink },
    '& h3': { fontSize: 'inherit', margin: 0 },
  },
  full: { maxWidth: '860px' },
  busy: { opacity: 0.6, pointerEvents: 'none' },
  fresh: {
    '@media (prefers-reduced-motion: no-preference)': {
      animationName: { from: { opacity: 0.3, transform: 'translateY(6px)' }, to: { opacity: 1, transform: 'none' } },
      animationDuration: tokens.durationSlow,
      animationTimingFunction: tokens.curveDecelerateMid,
    },
  },
  below: { marginTop: tokens.spacingVerticalS, maxWidth: '560px' },
});
