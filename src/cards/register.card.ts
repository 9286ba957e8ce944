import template from '../../adaptive-cards/register.json' with { type: 'json' };
import { isWaitedFor } from '../school/attendance/in-school.ts';
import type { Register } from '../school/attendance/register.types.ts';
import { momentOf } from '../school/moment.ts';
import type { Card } from './card.ts';
import { counts } from './counts.card.ts';
import { fillTemplate } from './fill.ts';
import { drawRow, rowChoices, seenOf } from './rows.ts';

/** The round in the channel: a row per pupil, one Save. After five school days it folds to counts. */
export const register: Card<Register> = {
  name: 'register',
  view: 'register',
  template,
  fill(data, drawing = {}) {
    if (data.folded) return counts.fill(data, drawing);
    const { date, session, round } = data;
    const rows = data.providers.flatMap((each) => each.rows);
    const ready = rows.filter((row) => row.code && !row.registerCopied && row.seen !== null);
    return fillTemplate(template, {
      ...rowChoices,
      header: `${data.title} · ${data.says}`,
      said: drawing.said ?? [],
      providers: data.providers.map((each) => ({
        name: each.name,
        says: each.says,
        canAllArrive: each.canAllArrive,
        allArrivedTitle: `All arrived at ${each.name}`,
        allArrived: {
          date,
          session,
          round,
          provider: each.provider,
          ...seenOf(each.rows.filter(isWaitedFor)),
        },
        rows: each.rows.map((row) => drawRow(row, drawing.typed)),
      })),
      save: { date, session, round, ...seenOf(rows) },
      refresh: { date, session, round },
      canCopy: ready.length > 0,
      copyTitle: `Copied to the register: ${ready.length}`,
      copy: { date, session, round, ...seenOf(ready) },
      footer: data.saved ? `Saved by ${data.saved.by} at ${momentOf(data.saved.at).time}` : 'Nobody has saved yet',
      hasToday: drawing.todayUrl !== undefined,
      todayUrl: drawing.todayUrl ?? '',
    });
  },
  notification: (data) => data.notice,
};
