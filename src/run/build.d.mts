/** Builds the browser pages when a file they are made of has changed since the last build. */
export function buildWhatIsStale(): void;
