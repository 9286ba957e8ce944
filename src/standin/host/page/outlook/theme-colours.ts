import { teamsDarkTheme, teamsHighContrastTheme, teamsLightTheme } from '@fluentui/react-components';
import type { ThemeColours } from '../../office/wire.ts';
import type { HostTheme } from '../app/situation.ts';

const themes = { default: teamsLightTheme, dark: teamsDarkTheme, contrast: teamsHighContrastTheme } as const;

/** The four colours in which Outlook tells an add-in its theme. */
export function coloursOf(theme: HostTheme): ThemeColours {
  const worn = themes[theme];
  return {
    bodyBackgroundColor: worn.colorNeutralBackground1,
    bodyForegroundColor: worn.colorNeutralForeground1,
    controlBackgroundColor: worn.colorNeutralBackground3,
    controlForegroundColor: worn.colorNeutralForeground1,
  };
}
