/** Reasons for which a placement ends (domain.md 10, PLC). */
export const endReasons = [
  'ObjectivesMet',
  'Reintegrated',
  'MovedSpecialist',
  'MovedSchool',
  'ProviderEnded',
  'SafeguardingStop',
  'Unsuitable',
  'Attendance',
  'ParentWithdrew',
  'LeftRoll',
  'Other',
] as const;
