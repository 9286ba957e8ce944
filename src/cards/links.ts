import { type LinkedScreen, tabLink } from '../school/office/tab-link.ts';

/**
 * A screen of the tab, or one record on it, by the address of Today, as a template takes it. Nothing where the tab's address is
 * not known.
 */
export function linkTo(
  todayUrl: string | undefined,
  screen: LinkedScreen,
  record?: string,
): { hasLink: boolean; link: string } {
  if (todayUrl === undefined) return { hasLink: false, link: '' };
  return { hasLink: true, link: tabLink(todayUrl, screen, record) };
}
