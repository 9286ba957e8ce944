import { useState } from 'react';

const name = 'ap-school';

/** Which of their schools a person with several has chosen on this device, and the choice of another; `undefined` takes it back. */
export function useSchoolChosen(): {
  readonly school: string | undefined;
  readonly choose: (school: string | undefined) => void;
} {
  const [school, setSchool] = useState(schoolBefore);
  return {
    school,
    choose(next) {
      rememberSchool(next);
      setSchool(next);
    },
  };
}

function rememberSchool(school: string | undefined): void {
  try {
    if (school === undefined) window.localStorage.removeItem(name);
    else window.localStorage.setItem(name, school);
  } catch {
    // Without a storage the choice is asked for again the next time.
  }
}

function schoolBefore(): string | undefined {
  try {
    return window.localStorage.getItem(name) ?? undefined;
  } catch {
    return undefined;
  }
}
