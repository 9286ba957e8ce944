/** Puts the keyboard, and with it the screen, at the first field that says what is wrong with it; a choice of several takes it at its first. */
export function toFirstInvalid(form: HTMLElement | null): void {
  const fields = 'input, textarea, select, button';
  const first = form?.querySelector<HTMLElement>('[aria-invalid="true"]');
  (first?.matches(fields) ? first : first?.querySelector<HTMLElement>(fields))?.focus();
}
