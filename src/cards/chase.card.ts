import template from '../../adaptive-cards/chase.json' with { type: 'json' };
import type { ChaseCard } from '../school/attendance/chase.types.ts';
import type { Card } from './card.ts';
import { fillTemplate } from './fill.ts';
import { telephone } from './people.ts';
import { drawRow, rowChoices, seenOf } from './rows.ts';

/** A provider that has not answered: whom to ring, and the same rows to answer. Personal chats only. */
export const chase: Card<ChaseCard> = {
  name: 'chase',
  view: 'chase',
  template,
  fill(data, drawing = {}) {
    const { date, session, round, provider } = data;
    const about = { date, session, round, provider: provider.key };
    return fillTemplate(template, {
      ...rowChoices,
      title: data.stage === 'answered' ? provider.name : `No answer from ${provider.name}`,
      says: data.says,
      said: drawing.said ?? [],
      open: data.rows.length > 0,
      ring: provider.contact ?? 'the office',
      ...telephone(provider.phone),
      rows: data.rows.map((row) => drawRow(row, drawing.typed)),
      save: { ...about, ...seenOf(data.rows) },
      refresh: about,
    });
  },
  notification: (data) =>
    data.rows.length === 0 ? 'A provider has answered' : `No answer from a provider: ${data.rows.length} to confirm`,
};
