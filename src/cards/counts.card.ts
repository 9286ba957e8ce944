import template from '../../adaptive-cards/counts.json' with { type: 'json' };
import type { Register } from '../school/attendance/register.types.ts';
import type { Card } from './card.ts';
import { fillTemplate } from './fill.ts';

/** What is left of a register card after five school days: counts, nobody listed. */
export const counts: Card<Register> = {
  name: 'counts',
  view: 'register',
  template,
  fill(data, drawing = {}) {
    const { counts: n } = data;
    return fillTemplate(template, {
      title: data.title,
      said: drawing.said ?? [],
      says: `${n.expected} expected: ${n.here} here, of them ${n.late} late; ${n.absent} absent with reason; ${n.missing} absent without word; ${n.notReported} not reported.`,
    });
  },
  notification: (data) => data.notice,
};
