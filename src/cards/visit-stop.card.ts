import template from '../../adaptive-cards/visit-stop.json' with { type: 'json' };
import { momentOf } from '../school/moment.ts';
import type { VisitStopNotice } from '../school/visits/visits.types.ts';
import type { Card } from './card.ts';
import { fillTemplate } from './fill.ts';

/** An urgent word to the DSL, and one to the head: a visit has stopped a provider. Personal chats only. */
export const visitStop: Card<VisitStopNotice> = {
  name: 'visit-stop',
  view: 'visit-stop',
  template,
  fill(data, drawing = {}) {
    const { acknowledged, acknowledgeBy } = data;
    const until = acknowledgeBy
      ? `Acknowledge by ${momentOf(acknowledgeBy).time}; after that the next in line is told`
      : 'The DSL is told as well';
    return fillTemplate(template, {
      says: data.says,
      reasons: data.reasons,
      said: drawing.said ?? [],
      until: acknowledged ? `Acknowledged ${momentOf(acknowledged.at).time} by ${acknowledged.by}` : until,
      pupils: data.pupils.map((text) => ({ text })),
      nobody: data.pupils.length === 0,
      waits: acknowledged === undefined && data.mayAcknowledge,
    });
  },
  notification: ({ pupils }) => `Urgent: a provider is stopped, ${pupils.length} placed there`,
};
