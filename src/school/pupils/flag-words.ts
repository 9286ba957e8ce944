import type { Pupil, riskFlags } from './pupil.record.ts';

const risks: Readonly<Record<(typeof riskFlags)[number], string>> = {
  Exploitation: 'Risk of exploitation',
  MissingBefore: 'Has been missing before',
  Absconding: 'Absconds',
  SelfHarm: 'Risk of self-harm',
  OnlineRisk: 'At risk online',
  Other: 'Another risk',
};

/** Social-care and risk flags as the roles that may read them see them (domain.md 10.2). */
export function flagsInWords(pupil: Pupil): readonly string[] {
  const socialWorker = { None: undefined, CIN: 'Child in need', CP: 'Child protection plan', Other: 'Social worker' };
  const care = { No: undefined, CLA: 'Looked after', PreviouslyCLA: 'Previously looked after' };
  const words = [
    socialWorker[pupil.socialWorker ?? 'None'],
    care[pupil.cla ?? 'No'],
    pupil.youthJustice ? 'Youth justice service' : undefined,
    ...pupil.riskFlags.map((flag) => risks[flag]),
  ];
  return words.flatMap((word) => word ?? []);
}
