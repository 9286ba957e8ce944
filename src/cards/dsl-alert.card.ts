import template from '../../adaptive-cards/dsl-alert.json' with { type: 'json' };
import type { DslAlert } from '../school/attendance/dsl-alert.types.ts';
import { momentOf } from '../school/moment.ts';
import type { Card } from './card.ts';
import { fillTemplate } from './fill.ts';
import { callLines, telephone } from './people.ts';

/** An urgent word to the DSL about one pupil: who, since when, what was tried. Personal chats only. */
export const dslAlert: Card<DslAlert> = {
  name: 'dsl-alert',
  view: 'dsl-alert',
  template,
  fill(data, drawing = {}) {
    const about = { pupil: data.pupil, date: data.date, session: data.session };
    const { acknowledged, acknowledgeBy } = data;
    return fillTemplate(template, {
      title: `${data.name ?? data.initials} ${data.year} · ${data.what}`,
      says: data.says,
      said: drawing.said ?? [],
      ring: `${data.provider.contact ?? 'the office'} at ${data.provider.name}`,
      ...telephone(data.provider.phone),
      mustTell: data.mustTell.map((text) => ({ text })),
      hasMustTell: data.mustTell.length > 0,
      calls: callLines(data.calls),
      noCalls: data.calls.length === 0,
      waits: acknowledged === undefined,
      until: acknowledged
        ? `Acknowledged ${momentOf(acknowledged.at).time} by ${acknowledged.by}`
        : acknowledgeBy
          ? `Acknowledge by ${momentOf(acknowledgeBy).time}; after that the next in line is told`
          : 'Please acknowledge',
      looking: data.state === 'Open',
      where: drawing.typed?.where ?? '',
      saidBy: drawing.typed?.saidBy ?? '',
      about,
    });
  },
  notification: (data) => (data.state === 'Located' ? 'A pupil is located' : 'Urgent: 1 pupil not located'),
};
