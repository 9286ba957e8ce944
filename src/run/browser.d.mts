/** The installed browser's path; undefined where Playwright's own download is used. */
export function findBrowser(): string | undefined;
