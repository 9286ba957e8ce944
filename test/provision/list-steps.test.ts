import { describe, expect, it } from 'vitest';
import type { HeldColumn } from '../../src/microsoft365/lists.ts';
import { stepsFor } from '../../src/provision/list-steps.ts';
import { sayStep } from '../../src/provision/say-step.ts';
import type { ColumnDefinition } from '../../src/schema/columns.ts';
import { columnsOf } from '../../src/schema/columns.ts';
import { records } from '../../src/school/records.ts';

const list = 'AP Visits';

/** The steps for one column that is wanted, where these stand. */
function steps(wanted: ColumnDefinition, ...columns: readonly HeldColumn[]) {
  return stepsFor([{ list, columns: [wanted] }], new Map([[list, { id: 'l-1', columns }]]));
}

function held(more: Partial<HeldColumn>): HeldColumn {
  const plain = { indexed: false, unique: false, choices: [], freeText: false, severalLines: false, builtIn: false };
  return { id: 'c-1', name: 'Kind', kind: 'text', maxLength: 255, ...plain, ...more };
}

const says = (found: ReturnType<typeof stepsFor>) => found.map((step) => sayStep(step, 'would'));
const choice = (...choices: readonly string[]): ColumnDefinition => ({
  name: 'Kind',
  choice: { choices, allowTextEntry: false, displayAs: 'dropDownMenu' },
});

describe('what it takes to bring a list to what the records say', () => {
  it('is nothing where every list stands as it would be made', () => {
    const wanted = Object.values(records).map((kind) => ({ list: kind.list, columns: columnsOf(kind) }));
    const asMade = new Map(
      wanted.map((one) => [one.list, { id: one.list, columns: one.columns.map((column) => asHeld(column)) }]),
    );
    expect(stepsFor(wanted, asMade)).toEqual([]);
    expect(stepsFor(wanted, new Map()).map((step) => step.do)).toEqual(wanted.map(() => 'make-list'));
  });

  it('is the list with all its columns where it is missing', () => {
    const found = stepsFor([{ list, columns: [choice('Visit')] }], new Map());
    expect(found).toEqual([{ do: 'make-list', list, columns: [choice('Visit')] }]);
    expect(says(found)).toEqual(['AP Visits: would be made with 1 columns.']);
  });

  it('is the column where it is missing', () => {
    expect(says(steps(choice('Visit')))).toEqual(['AP Visits: column Kind would be added.']);
  });

  it('is the index, and then the uniqueness, of a column that has lost both', () => {
    const wanted = { name: 'Kind', text: { maxLength: 255 }, indexed: true, enforceUniqueValues: true };
    expect(says(steps(wanted, held({})))).toEqual([
      'AP Visits: column Kind would be indexed.',
      'AP Visits: column Kind would enforce unique values.',
    ]);
    expect(says(steps(wanted, held({ indexed: true })))).toEqual([
      'AP Visits: column Kind would enforce unique values.',
    ]);
    expect(steps(wanted, held({ indexed: true, unique: true }))).toEqual([]);
  });

  it('is a choice that is new; one that is no longer offered stays, as rows may hold it', () => {
    const found = steps(choice('Visit', 'Call'), held({ kind: 'choice', choices: ['Letter', 'Visit'] }));
    expect(found).toMatchObject([
      { what: 'choices', id: 'c-1', change: { choice: { choices: ['Visit', 'Call', 'Letter'] } }, added: ['Call'] },
    ]);
    expect(says(found)).toEqual(['AP Visits: column Kind would take also: Call.']);
    expect(steps(choice('Visit'), held({ kind: 'choice', choices: ['Letter', 'Visit'] }))).toEqual([]);
  });

  it('closes a choice column that has been opened to any words, and keeps what it offers', () => {
    const found = steps(choice('Visit'), held({ kind: 'choice', choices: ['Visit', 'Letter'], freeText: true }));
    expect(found).toMatchObject([{ change: { choice: { choices: ['Visit', 'Letter'], allowTextEntry: false } } }]);
    expect(says(found)).toEqual(['AP Visits: column Kind would take no other words than its choices.']);
  });

  it('is room for several lines, or for longer text; room that is there is never taken away', () => {
    const lines: ColumnDefinition = { name: 'Kind', text: { allowMultipleLines: true, textType: 'plain' } };
    const line: ColumnDefinition = { name: 'Kind', text: { maxLength: 255 } };
    expect(says(steps(lines, held({})))).toEqual(['AP Visits: column Kind would take several lines.']);
    expect(steps(lines, held({ severalLines: true, maxLength: 63_999 }))).toEqual([]);
    expect(says(steps(line, held({ maxLength: 254 })))).toEqual(['AP Visits: column Kind would take longer text.']);
    expect(steps(line, held({ maxLength: 255 }))).toEqual([]);
    expect(steps(line, held({ maxLength: undefined }))).toEqual([]);
  });

  it.each([
    ['numbers where words are wanted', held({ kind: 'number' })],
    ['a date of SharePoint’s own', held({ kind: 'other' })],
  ])('leaves a column of another kind, and names it: %s', (_, column) => {
    const found = steps({ name: 'Kind', text: { maxLength: 255 }, indexed: true }, column);
    expect(found).toEqual([{ do: 'leave', list, column: 'Kind', why: 'kind' }]);
    expect(says(found)[0]).toContain('AP Visits: column Kind is of another kind than the app writes');
  });

  it('leaves a column of several lines where one line is wanted, which SharePoint cannot undo', () => {
    expect(steps({ name: 'Kind', text: { maxLength: 255 } }, held({ severalLines: true }))).toMatchObject([
      { do: 'leave', why: 'kind' },
    ]);
  });

  it('names a column that somebody added, but not SharePoint’s own', () => {
    const found = steps(
      choice('Visit'),
      held({ kind: 'choice', choices: ['Visit'] }),
      held({ name: 'Colour' }),
      held({ name: 'Title', builtIn: true }),
    );
    expect(says(found)).toEqual(['AP Visits: column Colour is not the app’s. It is left alone.']);
  });

  it('knows a column by its name whatever the case, as SharePoint does', () => {
    expect(steps(choice('Visit'), held({ name: 'KIND', kind: 'choice', choices: ['Visit'] }))).toEqual([]);
  });
});

function asHeld({ name, text, choice: offered, number, indexed, enforceUniqueValues }: ColumnDefinition): HeldColumn {
  return held({
    name,
    kind: text ? 'text' : offered ? 'choice' : number ? 'number' : 'boolean',
    indexed: indexed === true,
    unique: enforceUniqueValues === true,
    choices: offered?.choices ?? [],
    severalLines: text?.allowMultipleLines === true,
    maxLength: text?.maxLength,
  });
}
