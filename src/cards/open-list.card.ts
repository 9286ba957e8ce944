import template from '../../adaptive-cards/open-list.json' with { type: 'json' };
import type { OpenList } from '../school/attendance/open-list.types.ts';
import { shortDate } from '../school/calendar/dates.ts';
import type { Card } from './card.ts';
import { fillTemplate } from './fill.ts';

/** Lines that a card holds; the rest stands in Today. */
const longest = 25;

/** What is still open at 15:30. Personal chats only. */
export const openList: Card<OpenList> = {
  name: 'open-list',
  view: 'open-list',
  template,
  fill(data, drawing = {}) {
    const more = data.rows.length - longest;
    return fillTemplate(template, {
      title: `Still open · ${shortDate(data.date)}`,
      says: data.says,
      said: drawing.said ?? [],
      rows: data.rows.slice(0, longest).map(({ says, providerName }) => ({ text: `${says} · ${providerName}` })),
      more: more > 0 ? `and ${more} more` : undefined,
      refresh: { date: data.date },
      hasToday: drawing.todayUrl !== undefined,
      todayUrl: drawing.todayUrl ?? '',
    });
  },
  notification: (data) => data.notice,
};
