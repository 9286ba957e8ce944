import template from '../../adaptive-cards/follow-up.json' with { type: 'json' };
import type { callResults } from '../school/attendance/call.record.ts';
import type { FollowUpCard, Step } from '../school/attendance/follow-up.types.ts';
import type { Card } from './card.ts';
import { fillTemplate } from './fill.ts';
import { callLines, resultWords, telephone } from './people.ts';

type Result = (typeof callResults)[number];
const ofPlaces: readonly Result[] = ['LocatedSafe', 'NotThere'];
const ofPeople: readonly Result[] = ['Spoke', 'NoAnswer', 'Voicemail', 'LocatedSafe'];

/** Whom to ring about one pupil, in order, the next step open; each press logs a call. Personal chats only. */
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
      steps: open ? drawSteps(data.steps, about) : [],
      calls: callLines(data.calls),
      where: drawing.typed?.where ?? '',
      saidBy: drawing.typed?.saidBy ?? '',
      foundShown: drawing.typed?.where !== undefined || drawing.typed?.saidBy !== undefined,
      about,
    });
  },
  notification: (data) => (data.state === 'Located' ? 'A pupil is located' : '1 pupil not located'),
};

type About = Readonly<Record<string, string>>;

/** The first step that nobody has tried is open; the others are a line each, which a press unfolds. */
function drawSteps(steps: readonly Step[], about: About) {
  const next = steps.findIndex((step) => step.done === undefined);
  return steps.map((step, index) => drawStep(step, about, index, index === next));
}

function drawStep(step: Step, about: About, index: number, next: boolean) {
  const results = step.contact === 'on-the-way' || step.contact === 'school' ? ofPlaces : ofPeople;
  const number = `${index + 1}. ${step.label}`;
  return {
    id: `step:${step.contact}`,
    label: number,
    line: step.done ? `✓ ${number} · ${step.done.time} ${resultWords[step.done.result].toLowerCase()}` : number,
    next,
    folded: !next,
    ...telephone(step.phone),
    results: results.map((result) => ({
      title: resultWords[result],
      tooltip: `${step.label}: ${resultWords[result].toLowerCase()}`,
      data: { ...about, contact: step.contact, result },
    })),
  };
}
