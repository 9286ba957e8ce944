import { expect, it } from 'vitest';
import { corrected, type MeetingPeople } from '../../../src/school/reviews/meeting-people.ts';

const people: MeetingPeople = {
  staff: [
    { mail: 'leader@school.example', name: 'Leader', required: true },
    { mail: 'tutor@school.example', name: 'Tutor', required: false },
  ],
  apart: [
    { mail: 'mum@home.example', says: 'Gets an invitation of their own.' },
    { mail: 'dad@school.example', says: 'Barred.' },
  ],
  domains: ['school.example'],
};
const at = (mail: string) => ({ mail, name: mail, required: true });

it('staff come in as the flags say, required or not', () => {
  expect(corrected(people, [at('tutor@school.example')])).toEqual({ people: people.staff, leave: [] });
});

it('another member of staff stays as they were asked', () => {
  expect(corrected(people, [at('clerk@school.example')]).people).toEqual([...people.staff, at('clerk@school.example')]);
});

it('family, barred people at a school address too, and unknown outsiders leave with the reason', () => {
  const now = [at('mum@home.example'), at('dad@school.example'), at('x@else.example'), at('y@notschool.example')];
  const { people: stay, leave } = corrected(people, now);
  expect(stay).toEqual(people.staff);
  expect(leave.map(({ mail, says }) => `${mail} ${says.split(' ').slice(0, 2).join(' ')}`)).toEqual([
    'mum@home.example Gets an',
    'dad@school.example Barred.',
    'x@else.example Is not',
    'y@notschool.example Is not',
  ]);
});

it('a member of staff whose address is that of a barred person does not come in by it', () => {
  const barred = [{ mail: 'tutor@school.example', says: 'Barred.' }];
  expect(corrected({ ...people, apart: barred }, []).people.map(({ mail }) => mail)).toEqual(['leader@school.example']);
});
