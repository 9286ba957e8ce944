/**
 * A screen of the tab, by the address of Today: Teams opens the tab and tells it the screen. Nothing where the tab's address
 * is not known.
 */
export function screenLink(
  todayUrl: string | undefined,
  screen: 'reviews' | 'visits',
): { hasLink: boolean; link: string } {
  if (todayUrl === undefined) return { hasLink: false, link: '' };
  const context = JSON.stringify({ subEntityId: screen });
  return { hasLink: true, link: `${todayUrl}?context=${encodeURIComponent(context)}` };
}
