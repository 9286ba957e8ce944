import type { MeetingText } from './wire.ts';

/** The text as HTML or plain, as Outlook turns one into the other: a line a paragraph, a link behind its words. */
export function inForm(text: MeetingText, wanted: 'html' | 'text'): string {
  if (text.contentType === wanted) return text.content;
  return wanted === 'html' ? toHtml(text.content) : toPlain(text.content);
}

const LINES = new Set(['P', 'DIV', 'LI', 'TR', 'H1', 'H2', 'H3', 'H4', 'H5', 'H6', 'UL', 'OL', 'TABLE']);

function toPlain(html: string): string {
  const words = wordsOf(new DOMParser().parseFromString(html, 'text/html').body);
  return words.replace(/\n{3,}/g, '\n\n').trim();
}

function wordsOf(node: Node): string {
  if (node.nodeType === Node.TEXT_NODE) return (node.textContent ?? '').replace(/\s+/g, ' ');
  if (!(node instanceof Element) || node.matches('script, style')) return '';
  if (node.tagName === 'BR') return '\n';
  const words = [...node.childNodes].map(wordsOf).join('');
  const link = node.tagName === 'A' ? node.getAttribute('href') : null;
  if (link !== null && link !== words) return `${words}<${link}>`;
  return LINES.has(node.tagName) ? `${words}\n` : words;
}

function toHtml(plain: string): string {
  const escaped = plain.replaceAll('&', '&amp;').replaceAll('<', '&lt;').replaceAll('>', '&gt;');
  return escaped
    .split('\n')
    .map((line) => `<div>${line === '' ? '<br>' : line}</div>`)
    .join('');
}
