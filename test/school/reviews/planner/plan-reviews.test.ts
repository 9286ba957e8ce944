import { describe, expect, it } from 'vitest';
import { planReviews } from '../../../../src/school/reviews/planner/plan-reviews.ts';
import { scorePlan } from '../../../../src/school/reviews/planner/score.ts';
import { awayBut, input, leader, planned, review, schoolDays, settings } from './half-term.ts';

const thursday = '2026-12-10';

describe('the window of a review', () => {
  it('a review whose people are free on the due day alone is held that day', () => {
    const people = [leader(awayBut(thursday))];
    expect(planned([review('a', { due: thursday })], { people })).toEqual({ a: '2026-12-10 09:00 provider' });
  });

  it('…free the day after alone, it has no time', () => {
    const people = [leader(awayBut('2026-12-11'))];
    expect(planned([review('a', { due: thursday })], { people })).toEqual({ a: 'none' });
  });

  it('its first day counts, the day before does not', () => {
    const people = [leader(awayBut(thursday))];
    expect(planned([review('a', { earliest: thursday })], { people })).toEqual({ a: '2026-12-10 09:00 provider' });
    expect(planned([review('a', { earliest: '2026-12-11' })], { people })).toEqual({ a: 'none' });
  });

  it('a statutory review waits for the first day on which its invitations are in time', () => {
    const people = [leader(awayBut(thursday))];
    expect(planned([review('a', { invitedFrom: thursday })], { people })).toEqual({ a: '2026-12-10 09:00 provider' });
    expect(planned([review('a', { invitedFrom: '2026-12-11' })], { people })).toEqual({ a: 'none' });
  });

  it('ends by the time the school closes, to the minute', () => {
    const until = (end: string) => [{ id: 'school', site: 'school', days: [{ day: thursday, start: '14:00', end }] }];
    expect(planned([review('a')], { schools: until('15:00') })).toEqual({ a: '2026-12-10 14:00 provider' });
    expect(planned([review('a')], { schools: until('14:59') })).toEqual({ a: 'none' });
  });
});

describe('a day that was agreed', () => {
  it('is kept, though another would suit the pupil better', () => {
    expect(planned([review('a', { agreed: '2026-12-17' })]).a).toMatch(/^2026-12-17 /);
    expect(planned([review('a')]).a).not.toMatch(/^2026-12-17 /);
  });

  it('on which nobody is free, or which others have taken, is another day', () => {
    const people = [leader(awayBut('2026-12-11'))];
    expect(planned([review('a', { agreed: thursday })], { people }).a).toMatch(/^2026-12-11 /);
    const narrow = ['2026-12-10', '2026-12-11'].map((day) => ({ day, start: '09:00', end: '10:00' }));
    const schools = [{ id: 'school', site: 'school', days: narrow }];
    const days = Object.values(
      planned([review('a', { agreed: thursday }), review('b', { agreed: thursday })], { schools }),
    ).map((one) => one.slice(0, 10));
    expect(days.toSorted()).toEqual(['2026-12-10', '2026-12-11']);
  });
});

describe('people', () => {
  it('a review may begin the minute that somebody comes free, and not before', () => {
    const busyUntil = (end: string) => [leader([...awayBut(thursday), { day: thursday, start: '00:00', end }])];
    expect(planned([review('a')], { people: busyUntil('14:00') })).toEqual({ a: '2026-12-10 14:00 provider' });
    expect(planned([review('a')], { people: busyUntil('14:01') })).toEqual({ a: 'none' });
  });

  it('a lesson at school leaves time for the way to the farm: twenty minutes will do, nineteen will not', () => {
    const lessonUntil = (end: string) => [
      leader([...awayBut(thursday), { day: thursday, start: '00:00', end, site: 'school' }]),
    ];
    expect(planned([review('a')], { people: lessonUntil('13:40') })).toEqual({ a: '2026-12-10 14:00 provider' });
    expect(planned([review('a')], { people: lessonUntil('13:41') })).toEqual({ a: 'none' });
  });

  it('the way back to a lesson counts too, as long as that way takes', () => {
    const lessonFrom = (start: string) => [
      leader([...awayBut(thursday), { day: thursday, start, end: '24:00', site: 'school' }]),
    ];
    const travel = [
      { from: 'school', to: 'farm-site', minutes: 5 },
      { from: 'farm-site', to: 'school', minutes: 35 },
    ];
    expect(planned([review('a')], { people: lessonFrom('10:35'), travel })).toEqual({ a: '2026-12-10 09:00 provider' });
    expect(planned([review('a')], { people: lessonFrom('10:34'), travel })).toEqual({ a: 'none' });
  });

  it('two reviews at two providers fit into a morning with exactly the way between, and not with a minute less', () => {
    const both = [review('a'), review('b', { provider: 'garage', site: 'garage-site' })];
    const hours = (end: string) => ({
      schools: [{ id: 'school', site: 'school', days: [{ day: thursday, start: '09:00', end }] }],
      settings: settings({ slotMinutes: 5 }),
    });
    expect(Object.values(planned(both, hours('11:30'))).sort()).toEqual([
      '2026-12-10 09:00 provider',
      '2026-12-10 10:30 provider',
    ]);
    expect(Object.values(planned(both, hours('11:29')))).toContain('none');
  });

  it('two reviews at one provider follow each other after the buffer', () => {
    const both = [review('a'), review('b')];
    const hours = (end: string) => ({
      schools: [{ id: 'school', site: 'school', days: [{ day: thursday, start: '09:00', end }] }],
      settings: settings({ slotMinutes: 5, bufferMinutes: 10 }),
    });
    expect(Object.values(planned(both, hours('11:10')))).not.toContain('none');
    expect(Object.values(planned(both, hours('11:09')))).toContain('none');
  });

  it('a pupil is never in two reviews at once', () => {
    const both = [
      review('a', { pupil: 'pu-1', required: ['leader'] }),
      review('b', { pupil: 'pu-1', required: ['tutor'] }),
    ];
    const schools = [{ id: 'school', site: 'school', days: [{ day: thursday, start: '09:00', end: '10:59' }] }];
    expect(Object.values(planned(both, { schools }))).toContain('none');
  });

  it('an optional visitor comes where the calendar allows and is left out where it does not', () => {
    const visitor = { id: 'visitor', name: 'Dr Webb', busy: awayBut(thursday) };
    const one = review('a', { optional: ['visitor'] });
    const free = planReviews(input([one], { people: [leader(awayBut(thursday)), visitor] }));
    expect(free.slots[0]?.people).toEqual(['pupil of a', 'leader', 'visitor']);
    const away = planReviews(input([one], { people: [leader(awayBut('2026-12-11')), visitor] }));
    expect(away.slots[0]?.people).toEqual(['pupil of a', 'leader']);
  });

  it('a review that needs somebody comes before one that would like them', () => {
    const schools = [{ id: 'school', site: 'school', days: [{ day: thursday, start: '09:00', end: '10:00' }] }];
    const plan = planReviews(
      input([review('a', { optional: ['tutor'] }), review('b', { required: ['tutor'] })], { schools }),
    );
    expect(plan.slots.map(({ people }) => people)).toEqual([
      ['pupil of a', 'leader'],
      ['pupil of b', 'tutor'],
    ]);
  });
});

describe('numbers a day', () => {
  const oneDay = [{ id: 'school', site: 'school', days: [{ day: thursday, start: '09:00', end: '15:00' }] }];
  const four = ['a', 'b', 'c', 'd'].map((id) => review(id));
  const placed = (plan: Readonly<Record<string, string>>) =>
    Object.values(plan).filter((slot) => slot !== 'none').length;

  it('a school holds three a day when three are allowed, and the fourth has no time', () => {
    const roomy = (atMostPerDay: number) => settings({ atMostPerDay, atMostPerPersonPerDay: 9 });
    expect(placed(planned(four, { schools: oneDay, settings: roomy(3) }))).toBe(3);
    expect(placed(planned(four, { schools: oneDay, settings: roomy(4) }))).toBe(4);
  });

  it('one person is in two a day when two are allowed, whoever else could take more', () => {
    const few = (atMostPerPersonPerDay: number) => settings({ atMostPerDay: 9, atMostPerPersonPerDay });
    expect(placed(planned(four, { schools: oneDay, settings: few(2) }))).toBe(2);
    expect(placed(planned(four, { schools: oneDay, settings: few(4) }))).toBe(4);
  });

  it('each school of a trust has its own number', () => {
    const schools = ['one', 'two'].map((id) => ({ ...oneDay[0], id, site: id, days: oneDay[0]?.days ?? [] }));
    const reviews = schools.flatMap(({ id }) => [1, 2].map((n) => review(`${id} ${n}`, { school: id })));
    const some = settings({ atMostPerDay: 2, atMostPerPersonPerDay: 9 });
    expect(placed(planned(reviews, { schools, settings: some }))).toBe(4);
  });
});

describe('places', () => {
  const closed = (session: 'AM' | 'PM') => schoolDays.map((day) => ({ day, session }));
  const farm = (...sessions: readonly ('AM' | 'PM')[]) => [
    { id: 'farm', name: 'Hill Farm', closed: sessions.flatMap(closed) },
  ];

  it('a provider closed in the morning is visited in the afternoon', () => {
    const plan = planned([review('a', { due: '2026-11-30' })], { providers: farm('AM') });
    expect(plan).toEqual({ a: '2026-11-30 12:00 provider' });
  });

  it('a review at a provider closed in the afternoon ends by midday', () => {
    const people = [leader([{ day: '2026-11-30', start: '09:00', end: '11:00' }])];
    const one = review('a', { due: '2026-11-30' });
    expect(planned([one], { people, providers: farm('PM') })).toEqual({ a: '2026-11-30 11:00 provider' });
    const later = [leader([{ day: '2026-11-30', start: '09:00', end: '11:01' }])];
    expect(planned([one], { people: later, providers: farm('PM') })).toEqual({ a: 'none' });
  });

  it('where the provider is closed, a review goes online if that will do, and else has no time', () => {
    const providers = farm('AM', 'PM');
    const day = { due: '2026-11-30' };
    expect(planned([review('a', { ...day, places: ['provider', 'online'] })], { providers })).toEqual({
      a: '2026-11-30 09:00 online',
    });
    expect(planned([review('a', day)], { providers })).toEqual({ a: 'none' });
  });

  it('a review at school takes the smallest room that seats it', () => {
    const room = (id: string, seats: number) => ({ id, name: id, school: 'school', seats, busy: [] });
    const one = review('a', { places: ['school'], due: '2026-11-30' });
    const rooms = [room('hall', 60), room('office', 5), room('cupboard', 4)];
    expect(planned([one], { rooms })).toEqual({ a: '2026-11-30 09:00 school office' });
    expect(planned([one], { rooms: [room('cupboard', 4)] })).toEqual({ a: 'none' });
    expect(planned([one], { rooms: [] })).toEqual({ a: '2026-11-30 09:00 school' });
  });

  it('a room is not given twice, nor while its own calendar has something', () => {
    const busy = [{ day: thursday, start: '09:00', end: '10:00' }];
    const rooms = [{ id: 'office', name: 'Office', school: 'school', seats: 5, busy }];
    const both = [
      review('a', { places: ['school'], required: ['leader'] }),
      review('b', { places: ['school'], required: ['tutor'] }),
    ];
    const until = (end: string) => [{ id: 'school', site: 'school', days: [{ day: thursday, start: '09:00', end }] }];
    expect(Object.values(planned(both, { rooms, schools: until('12:00') })).sort()).toEqual([
      '2026-12-10 10:00 school office',
      '2026-12-10 11:00 school office',
    ]);
    expect(Object.values(planned(both, { rooms, schools: until('11:59') }))).toContain('none');
  });
});

describe('better times', () => {
  it('a review is held in good time before its due day, and no earlier than it need be crowded', () => {
    const plan = planReviews(input([review('a')]));
    expect(schoolDays.filter((day) => day > (plan.slots[0]?.day ?? '')).length).toBeGreaterThanOrEqual(5);
  });

  it('reviews are spread over days and weeks', () => {
    const plan = planReviews(input(['a', 'b', 'c', 'd'].map((id) => review(id))));
    expect(new Set(plan.slots.map(({ day }) => day)).size).toBe(4);
    const weeks = plan.slots.map(({ day }) => Math.floor(schoolDays.indexOf(day) / 5));
    expect([0, 1].map((week) => weeks.filter((one) => one === week).length)).toEqual([2, 2]);
  });

  it('a review at the farm is held when the pupil is there', () => {
    const pupilAt = schoolDays.flatMap((day) => [
      { day, session: 'AM' as const, at: 'school' as const },
      { day, session: 'PM' as const, at: day === thursday ? ('provider' as const) : ('school' as const) },
    ]);
    expect(planned([review('a', { pupilAt })])).toEqual({ a: '2026-12-10 12:00 provider' });
  });

  it('a review gives up the one time that another needs', () => {
    const tutor = { id: 'tutor', name: 'Mr Cole', base: 'school', busy: awayBut('2026-11-30') };
    const plan = planned([review('a'), review('b', { required: ['leader', 'tutor'] })], {
      people: [leader(), tutor],
      settings: settings({ atMostPerDay: 1 }),
    });
    expect(plan.b).toBe('2026-11-30 09:00 provider');
    expect(plan.a).not.toBe('none');
  });
});

describe('a plan as a whole', () => {
  it('keeps a review that is booked where it stands, and goes round it', () => {
    const stands = { day: thursday, start: '09:00', end: '10:00', place: 'provider' as const };
    const people = [leader(awayBut(thursday))];
    const plan = planReviews(input([review('a', { stands }), review('b')], { people }));
    expect(plan.slots.map(({ day, start }) => `${day} ${start}`)).toEqual(['2026-12-10 09:00', '2026-12-10 10:00']);
  });

  it('keeps a booked review on a day outside the window as it is', () => {
    const stands = { day: '2027-01-05', start: '09:00', end: '10:00', place: 'online' as const };
    const plan = planReviews(input([review('a', { stands })]));
    expect(plan.unplaced).toEqual([]);
    expect(plan.slots[0]).toMatchObject(stands);
  });

  it('says how far it has come, never backwards, to the end', () => {
    const said: number[] = [];
    const reviews = Array.from({ length: 12 }, (_, n) => review(`r${n}`));
    planReviews(input(reviews), ({ done, of }) => {
      expect(of).toBe(12);
      said.push(done);
    });
    expect(said).toEqual([...said].sort((a, b) => a - b));
    expect(said.at(-1)).toBe(12);
    expect(new Set(said)).toEqual(new Set([0, 1, 2, 3, 4, 5, 6, 7, 8, 9, 10, 11, 12]));
  });

  it('lets others be answered after each review that it looks at, in every round', () => {
    let steps = 0;
    const reviews = Array.from({ length: 12 }, (_, n) => review(`r${n}`));
    planReviews(input(reviews), () => {
      steps += 1;
    });
    // Twelve each for laying out and for the first look, then 32 rounds at the least.
    expect(steps).toBeGreaterThan(12 * (2 + 32));
  });

  it('of nothing is empty', () => {
    expect(planReviews(input([]))).toEqual({ slots: [], unplaced: [] });
    expect(scorePlan(input([]), [])).toEqual({ placed: 0, unplaced: 0, points: 0 });
  });
});
