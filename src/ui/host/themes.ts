import { type Theme, teamsDarkTheme, teamsHighContrastTheme, teamsLightTheme } from '@fluentui/react-components';
import { useEffect } from 'react';

/** The host's theme by its name (`default`, `dark`, `contrast`); an unknown name is light. */
export function themeNamed(name: string | undefined): Theme {
  if (name === 'dark' || name === 'glass') return teamsDarkTheme;
  if (name === 'contrast') return teamsHighContrastTheme;
  return teamsLightTheme;
}

/** What the browser draws by itself (the icons of date and time fields, scroll bars) is as dark as the theme of this name. */
export function useBrowserParts(name: string): void {
  useEffect(() => {
    document.documentElement.style.colorScheme = themeNamed(name) === teamsLightTheme ? 'light' : 'dark';
  }, [name]);
}
