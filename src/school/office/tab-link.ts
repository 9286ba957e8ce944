/** Screens of the tab that a link leads to. */
export type LinkedScreen = 'reviews' | 'visits';

/** The place within the screen *Reviews* where the reviews of the half term are booked; no review has such a key. */
export const planPlace = 'plan';

/** The address of the one tab of our app in Teams, which opens on Today. */
export function todayLink(teamsApp: string): string {
  return `https://teams.microsoft.com/l/entity/${teamsApp}/today`;
}

/**
 * A screen of the tab, or one record on it: Teams opens the tab and tells it `screen` or `screen/record`. `record`: a RecordKey,
 * which is opaque, as nobody's name stands in an address.
 */
export function tabLink(today: string, screen: LinkedScreen, record?: string): string {
  const context = JSON.stringify({ subEntityId: record === undefined ? screen : `${screen}/${record}` });
  return `${today}?context=${encodeURIComponent(context)}`;
}
