import template from '../../adaptive-cards/follow-up.json' with { type: 'json' };
import type { callResults } from '../school/attendance/call.record.ts';
import type { FollowUpCard, Step } from '../school/attendance/follow-up.types.ts';
import type { Card } from './card.ts';
import { fillTemplate } from './fill.ts';
import { callLines, resultWords, telephone } from './people.ts';

type Result = (typeof callResults)[number];
const ofPlaces: readonly Result[] = ['LocatedSafe', 'NotThere'];
const ofPeople: readonly Result[] = ['Spoke', 'NoAnswer', 'Voicemail', 'LocatedSafe'];

/** Whom to ring about one pupil, in order; each press logs a call. Personal chats only. */
export const followUp: Card<FollowUpCard> = {
  name: 'follow-up',
  view: 'follow-up',
  template,
  fill(data, drawing = {}) {
    const about = { pupil: data.pupil, date: data.date, session: data.session };
    const open = data.state === 'Open' || data.state === 'None';
    return fillTemplate(template, {
      title: `${data.name ?? data.initials} ${data.year} · ${data.provider.name}`,
      says: data.says,
      said: drawing.said ?? [],
      numbersSay: data.numbersSay,
      open,
      looking: data.state === 'Open',
      canTellDsl: open && data.dslInformedAt === undefined,
      steps: open ? data.steps.map((step) => drawStep(step, about)) : [],
      calls: callLines(data.calls),
      where: drawing.typed?.where ?? '',
      saidBy: drawing.typed?.saidBy ?? '',
      about,
    });
  },
  notification: (data) => (data.state === 'Located' ? 'A pupil is located' : '1 pupil not located'),
};

function drawStep(step: Step, about: Readonly<Record<string, string>>) {
  const results = step.contact === 'on-the-way' || step.contact === 'school' ? ofPlaces : ofPeople;
  return {
    label: step.label,
    done: step.done
      ? `${step.done.time} ${resultWords[step.done.result].toLowerCase()}, by ${step.done.by}`
      : undefined,
    ...telephone(step.phone),
    results: results.map((result) => ({
      title: resultWords[result],
      data: { ...about, contact: step.contact, result },
    })),
  };
}
