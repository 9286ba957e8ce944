/** The colours by which Outlook tells its theme. */
export interface OutlookColours {
  readonly bodyBackgroundColor?: string;
}

/**
 * Our name of Outlook's theme. Outlook says its colours only: dark is a dark ground. Where the system forces its own few
 * colours the theme is the one of high contrast; without any word it is light.
 */
export function themeOf(colours: OutlookColours | undefined, forced: boolean): string {
  if (forced) return 'contrast';
  const ground = colours?.bodyBackgroundColor?.match(/^#([\da-f]{2})([\da-f]{2})([\da-f]{2})$/i);
  if (!ground) return 'default';
  const [red = 255, green = 255, blue = 255] = ground.slice(1).map((part) => Number.parseInt(part, 16));
  if (red + green + blue === 0) return 'contrast';
  return 0.299 * red + 0.587 * green + 0.114 * blue < 128 ? 'dark' : 'default';
}
