import { type Theme, teamsDarkTheme, teamsHighContrastTheme, teamsLightTheme } from '@fluentui/react-components';

/** The host's theme by its name (`default`, `dark`, `contrast`); an unknown name is light. */
export function themeNamed(name: string | undefined): Theme {
  if (name === 'dark' || name === 'glass') return teamsDarkTheme;
  if (name === 'contrast') return teamsHighContrastTheme;
  return teamsLightTheme;
}
