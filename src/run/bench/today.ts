import { ask } from '../../app/ask.ts';
import { itemOf } from '../../microsoft365/list-mirror.ts';
import { fromItem } from '../../schema/items.ts';
import { buildCalendar } from '../../school/calendar/build-calendar.ts';
import { momentOf } from '../../school/moment.ts';
import { policyOn, settingsOn } from '../../school/office/settings-on.ts';
import { type RecordName, records, type SchoolRecords, schoolRecords } from '../../school/records.ts';
import { personOn } from '../../school/roles.ts';
import { views } from '../../school/views.ts';
import type { BenchWorld } from './bench-world.ts';
import { median, percentile, ratio, rounded, timed } from './measure.ts';

const now = momentOf('2026-11-24T10:00:00Z');

/** The view `today`, asked by each school's officer in turn: from the mirror, and the same question asked of the lists. */
export async function benchToday(of: BenchWorld, rounds: number) {
  await of.sync();
  const schools = of.world.schools().map(({ key }) => ({ key, by: of.personIn(key, 'attendance-officer') }));
  const fromMirror: number[] = [];
  for (let round = 0; round < rounds; round++) {
    // The server does this every 20 s beside its answers; a question never waits for it.
    if (round % 50 === 0) await of.sync();
    for (const { key, by } of schools) {
      const { ms, value } = await timed(() => ask(of.world, { school: key, view: 'today', params: {}, by }));
      if (value.kind !== 'shown') throw new Error(`Today was not shown: ${value.kind}.`);
      if (round >= 3) fromMirror.push(ms);
    }
  }
  const ofLists: number[] = [];
  for (const { key, by } of schools.slice(0, 5)) ofLists.push((await timed(() => askTheLists(of, key, by))).ms);
  return {
    asked: fromMirror.length,
    p50Ms: rounded(median(fromMirror), 2),
    p99Ms: rounded(percentile(fromMirror, 0.99), 2),
    ofTheListsMs: rounded(median(ofLists)),
    listsOverMirror: ratio(median(ofLists), median(fromMirror)),
  };
}

/** The same question without a mirror: what it needs is read for it, today's marks and the last fortnight's by date, the rest whole. */
async function askTheLists(of: BenchWorld, school: string, by: string): Promise<unknown> {
  const view = views.today;
  if (!view) throw new Error('There is no view today.');
  const needs: readonly RecordName[] = [
    ...new Set<RecordName>([...view.needs, 'roleAssignment', 'setting', 'calendarEntry']),
  ];
  const read = await Promise.all(needs.map(async (name) => [name, await rowsOf(of, school, name)] as const));
  const known: SchoolRecords = schoolRecords(Object.fromEntries(read));
  const facts = {
    records: known,
    calendar: buildCalendar(known.calendarEntry.all()),
    policy: policyOn(known.setting, now.today),
    settings: settingsOn(known.setting, now.today),
  };
  const shown = view.answer({ ...facts, now, by: personOn(known.roleAssignment, by, now.today) }, {});
  if (!shown.ok) throw new Error('Today was not shown.');
  return shown.value;
}

async function rowsOf({ graph, siteOf }: BenchWorld, school: string, name: RecordName) {
  const kind = records[name];
  const since = '2026-11-10';
  const daily = 'date' in kind.fields && kind.fields.date.indexed ? `&$filter=fields/Date ge '${since}'` : '';
  const rows: { readonly key: string }[] = [];
  const from = `/sites/${siteOf(school)}/lists/${encodeURIComponent(kind.list)}/items?$expand=fields&$top=2000${daily}`;
  for await (const page of graph.pages(from)) {
    for (const item of Array.isArray(page.value) ? page.value : []) {
      const read = fromItem(kind, itemOf(item));
      if (read.ok) rows.push(read.value);
    }
  }
  return rows;
}
