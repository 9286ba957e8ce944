const name = 'ap-school';

/** Keeps on this device which of their schools a person with several has chosen; nothing takes the choice away. */
export function rememberSchool(school: string | undefined): void {
  try {
    if (school === undefined) window.localStorage.removeItem(name);
    else window.localStorage.setItem(name, school);
  } catch {
    // Without a storage the choice is asked for again the next time.
  }
}

/** The school that was chosen on this device before. */
export function schoolBefore(): string | undefined {
  try {
    return window.localStorage.getItem(name) ?? undefined;
  } catch {
    return undefined;
  }
}
