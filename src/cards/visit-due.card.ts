import template from '../../adaptive-cards/visit-due.json' with { type: 'json' };
import type { VisitDueCard } from '../school/visits/visit-due.types.ts';
import type { Card } from './card.ts';
import { fillTemplate } from './fill.ts';
import { linkTo } from './links.ts';

/** A visit that is due: on which day, and for who may send others, who goes. Personal chats only. */
export const visitDue: Card<VisitDueCard> = {
  name: 'visit-due',
  view: 'visit-due',
  template,
  fill(data, drawing = {}) {
    const { provider, name, says, state, kind, late, staff, sites } = data;
    const typed = drawing.typed ?? {};
    return fillTemplate(template, {
      title: `${state === 'open' ? 'Plan a visit' : 'Visit'}: ${name}`,
      says,
      said: drawing.said ?? [],
      why: data.why,
      lastVisit: data.lastVisit,
      open: data.open,
      mayPlan: state === 'open' && kind !== undefined,
      planTitle: late ? 'Move it to this day' : 'Plan it for this day',
      day: typed.plannedFor ?? data.day ?? '',
      today: data.today,
      leads: staff.length > 0,
      staff: staff.map((one) => ({ title: one.name, value: one.person })),
      visitor: typed.visitor ?? data.visitor ?? '',
      manySites: sites.length > 0,
      sites: sites.map((one) => ({ title: one.name, value: one.site })),
      site: typed.site ?? '',
      mayPassOn: state === 'open' && data.mayPassOn,
      about: { provider, ...(late ? { visit: late.visit, seen: late.seen } : {}) },
      linkTitle: late ? 'Open the visit' : 'Open visits',
      ...linkTo(drawing.todayUrl, 'visits', late?.visit),
    });
  },
  notification: ({ state }) => (state === 'open' ? '1 visit to plan' : 'A visit has changed'),
};
