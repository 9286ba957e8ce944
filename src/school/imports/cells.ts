import type { Field } from '../../schema/fields.ts';
import { isSchoolDay } from '../../schema/parse.ts';
import { choiceWords } from './choice-words.ts';

/** A cell as the record's field wants it, or what is wrong with it. A blank cell is no value: what stands is left as it is. */
export type Cell = { readonly value: unknown } | { readonly trouble: string } | { readonly blank: true };

/** Reads one cell of a file for a field: dates in English order or as Excel numbers, yes/no and choices in the words of school systems. */
export function readCell(name: string, field: Field, written: string): Cell {
  const text = written.trim();
  if (text === '') return { blank: true };
  const read = shaped(name, field, text);
  if ('trouble' in read) return read;
  const checked = field.check.safeParse(read.value);
  if (checked.success) return { value: checked.data };
  return { trouble: checked.error.issues[0]?.message ?? `${field.label} cannot be read.` };
}

function shaped(name: string, field: Field, text: string): { value: unknown } | { trouble: string } {
  switch (field.kind) {
    case 'schoolDay': {
      const day = readDay(text);
      return day ? { value: day } : { trouble: `${field.label} "${text}" is not a date. Write it like 24/11/2026.` };
    }
    case 'yesNo': {
      const answer = yesWords[text.toLowerCase()];
      return answer === undefined ? { trouble: `${field.label} "${text}" must be yes or no.` } : { value: answer };
    }
    case 'number': {
      const number = Number(text.replace(/\.0+$/, ''));
      return Number.isFinite(number) ? { value: number } : { trouble: `${field.label} "${text}" must be a number.` };
    }
    case 'choice':
      return { value: choiceWords(name, field.options ?? [], text) };
    case 'choices':
      return { value: text.split(/[;,]\s*/).map((one) => choiceWords(name, field.options ?? [], one)) };
    case 'text':
      return /phone/i.test(name) ? readPhone(field.label, text) : { value: text };
    default:
      return { value: text };
  }
}

const yesWords: Readonly<Record<string, boolean>> = {
  y: true,
  yes: true,
  t: true,
  true: true,
  1: true,
  '✓': true,
  x: true,
  n: false,
  no: false,
  f: false,
  false: false,
  0: false,
};

const months = ['jan', 'feb', 'mar', 'apr', 'may', 'jun', 'jul', 'aug', 'sep', 'oct', 'nov', 'dec'];

/**
 * A date out of a file, as `YYYY-MM-DD`: `2011-03-04`, `04/03/2011` (the day first, as in England), `4 Mar 2011`, with or
 * without a time behind it, or the number Excel keeps for it (days since 30 December 1899). Years need four digits.
 */
export function readDay(text: string): string | undefined {
  const plain = text.trim().replace(/[T ]\d{1,2}:\d{2}(:\d{2})?(\.\d+)?Z?$/, '');
  const iso = /^(\d{4})-(\d{1,2})-(\d{1,2})$/.exec(plain);
  if (iso) return dayOf(iso[1], iso[2], iso[3]);
  const english = /^(\d{1,2})[/.-](\d{1,2})[/.-](\d{4})$/.exec(plain);
  if (english) return dayOf(english[3], english[2], english[1]);
  const worded = /^(\d{1,2})(?:st|nd|rd|th)?[ -]([a-z]{3})[a-z]*[ -](\d{4})$/i.exec(plain);
  if (worded) return dayOf(worded[3], String(months.indexOf((worded[2] ?? '').toLowerCase()) + 1), worded[1]);
  if (/^\d{5}(\.\d+)?$/.test(plain)) {
    return new Date(Date.UTC(1899, 11, 30) + Math.floor(Number(plain)) * 86_400_000).toISOString().slice(0, 10);
  }
  return undefined;
}

function dayOf(year = '', month = '', day = ''): string | undefined {
  const written = `${year}-${month.padStart(2, '0')}-${day.padStart(2, '0')}`;
  return isSchoolDay(written) ? written : undefined;
}

/** A telephone number: Excel takes away the leading nought, which is put back; a number it has shortened cannot be. */
function readPhone(label: string, text: string): { value: string } | { trouble: string } {
  if (/^\d(\.\d+)?e\+?\d+$/i.test(text)) {
    return { trouble: `${label} "${text}" was shortened by Excel. Format the column as text and export it again.` };
  }
  const digits = text.replace(/[\s().-]/g, '').replace(/^'/, '');
  if (!/^\+?\d{3,15}$/.test(digits)) return { trouble: `${label} "${text}" is not a telephone number.` };
  return { value: /^[1237]\d{9}$/.test(digits) ? `0${text.trim()}` : text.replace(/^'/, '').trim() };
}
