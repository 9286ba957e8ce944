import { describe, expect, it } from 'vitest';
import { acknowledge } from '../../../src/school/office/acknowledge.action.ts';
import { urgentNotAcknowledged } from '../../../src/school/office/urgent-not-acknowledged.rule.ts';
import { changesOf } from '../knowing.ts';
import { knownOn, made } from './visiting.ts';

const card = {
  key: 'visit-stop|vi-1',
  purpose: 'visit-stop',
  about: 'vi-1',
  to: 'person-1',
  by: 'Chat',
  urgent: true,
  state: 'Sent',
  date: '2026-05-12',
  acknowledgeBy: '2026-05-12T09:30:00Z',
};
const rows = { visit: [made('2026-05-12', { key: 'vi-1', judgement: 'Stop' })], message: [card] };

describe('the message about a stopped provider', () => {
  it('is a breach at its minute, names the provider to staff and nobody to outsiders', () => {
    const known = knownOn('2026-05-12', rows);
    const [finding] = urgentNotAcknowledged.check(known, known.now);
    expect(finding?.says.staff).toContain('The urgent message about Hill Farm is not acknowledged');
    expect(finding?.says.outside).toContain('one provider');
    expect(finding?.about).toEqual({ record: card.key, pupil: undefined, provider: 'pr-farm' });
    const before = { ...known.now, instant: '2026-05-12T09:29:59Z' };
    expect(urgentNotAcknowledged.check(known, before)).toEqual([]);
  });

  it('is acknowledged by the DSL, and drawn again', () => {
    const decision = acknowledge.attempt(knownOn('2026-05-12', rows, ['dsl']), { message: card.key });
    expect(changesOf(decision).map(({ kind }) => kind)).toEqual(['save', 'redraw']);
  });
});
