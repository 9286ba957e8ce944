/** A stretch of text, bold or not. */
export interface Stretch {
  readonly text: string;
  readonly bold: boolean;
}

/** Splits `**bold**` from the rest and takes off the backslashes that keep Markdown signs as they are. */
export function stretches(text: string): Stretch[] {
  const found: Stretch[] = [];
  let bold = false;
  let current = '';
  for (let at = 0; at < text.length; at += 1) {
    const pair = text.slice(at, at + 2);
    if (pair === '**') {
      if (current !== '') found.push({ text: current, bold });
      current = '';
      bold = !bold;
      at += 1;
    } else if (/^\\[\\`*_{}[\]()#+.!-]$/.test(pair)) {
      current += pair[1];
      at += 1;
    } else {
      current += text[at];
    }
  }
  if (current !== '') found.push({ text: current, bold });
  return found;
}

/** The same as HTML in which nothing of the text is ever markup: everything escaped, bold and line breaks added by us. */
export function safeHtml(text: string): string {
  return stretches(text)
    .map(({ text: words, bold }) => (bold ? `<strong>${escaped(words)}</strong>` : escaped(words)))
    .join('')
    .replaceAll('\n', '<br>');
}

function escaped(text: string): string {
  return text.replace(/[&<>"']/g, (sign) => `&#${sign.charCodeAt(0)};`);
}
