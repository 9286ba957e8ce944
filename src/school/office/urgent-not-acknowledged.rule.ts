import { pupilWords } from '../attendance/pupil-words.ts';
import { grouped } from '../grouped.ts';
import { momentOf } from '../moment.ts';
import type { Rule } from '../rule.ts';

/** An urgent card is acknowledged within 15 minutes (clause 4.4): until someone does, by whomever it was passed on to, it is a breach. */
export const urgentNotAcknowledged: Rule = {
  name: 'urgent-not-acknowledged',
  clause: '4.4',
  says: 'An urgent message about a pupil or a provider is acknowledged within a quarter of an hour.',
  check: (facts, now) => {
    const urgent = facts.records.message.all().filter((each) => each.urgent && each.by === 'Chat');
    const groups = grouped(urgent, (each) => `${each.purpose}|${each.about ?? each.key}`);
    return [...groups.values()].flatMap((group) => {
      const first = group.find((each) => each.follows === undefined) ?? group[0];
      if (first === undefined || group.some((each) => each.answer === 'Acknowledged' || each.state === 'Closed'))
        return [];
      const undelivered = group.every((each) => each.state === 'Failed');
      const late = first.acknowledgeBy !== undefined && now.instant >= first.acknowledgeBy;
      if (!late && !undelivered) return [];
      const key = first.about?.split('|')[0] ?? '';
      const visited = facts.records.visit.get(key)?.provider;
      const pupil = visited === undefined ? key : undefined;
      const whom = pupil === undefined ? facts.records.provider.get(visited ?? '')?.name : pupilWords(facts, pupil);
      const { time } = momentOf(first.acknowledgeBy ?? now.instant);
      const what = undelivered ? 'could not be delivered to anybody' : `is not acknowledged since ${time}`;
      return {
        clause: '4.4',
        rule: 'urgent-not-acknowledged',
        standing: 'breach',
        area: 'follow-up',
        about: { record: first.key, pupil, provider: visited },
        says: {
          staff: `The urgent message about ${whom ?? 'a provider'} ${what}: ring the DSL (4.4).`,
          outside: `An urgent message about one ${pupil === undefined ? 'provider' : 'pupil'} ${what} (4.4).`,
        },
        evidence: group.map((each) => ({ what: 'Message', held: each.state, record: each.key })),
        due: first.date,
        owner: 'dsl',
        putRight: { action: 'acknowledge', label: 'I have this', input: { message: first.key } },
      };
    });
  },
};
