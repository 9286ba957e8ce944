const place = 'alternative-provision.landing';

/** The screen on which the person landed last on this device, so that it can be asked for before anything is drawn. */
export function landingBefore(): string | undefined {
  try {
    return localStorage.getItem(place) ?? undefined;
  } catch {
    return undefined;
  }
}

/** Keeps the name of the screen; a device that keeps nothing is no worse off. */
export function rememberLanding(screen: string | undefined): void {
  if (screen === undefined) return;
  try {
    localStorage.setItem(place, screen);
  } catch {
    // A private window keeps nothing.
  }
}
