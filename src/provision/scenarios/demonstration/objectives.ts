import type { NewRecord } from '../../write-records.ts';
import type { PlacementSketch } from './placements.ts';

const attendance = [
  ['Comes to every session', '5 of 10 sessions in the first weeks', '9 of 10 sessions'],
  ['Arrives on time', 'Late on every second morning', 'Late once in two weeks at most'],
] as const;
const learning = [
  ['Finishes the work of the day', 'Leaves half of it', 'Hands in four tasks of five'],
  ['Keeps up mathematics', 'Two units behind the class', 'Level with the class'],
  ['Asks for a break before leaving the room', 'Walks out twice a day', 'No more than once a week'],
] as const;

/** Two objectives of a placement, each with where the pupil stood, what is aimed at and by when. */
export function objectivesFor({ key: placement, pupil }: PlacementSketch, index: number): readonly NewRecord[] {
  const two = [attendance[index % attendance.length], learning[index % learning.length]];
  return two.flatMap((one, nth): readonly NewRecord[] => {
    if (!one) return [];
    const [text, baseline, target] = one;
    const values = {
      placement,
      pupil,
      text,
      baseline,
      target,
      date: nth === 0 ? '2026-12-18' : '2027-02-12',
      state: 'Open',
    };
    return [{ record: 'objective', key: `ob-${placement.slice(3)}-${nth + 1}`, values }];
  });
}
