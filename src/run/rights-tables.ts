import { actions } from '../school/actions.ts';
import { type Role, roles } from '../school/office/role-assignment.record.ts';
import { roleWords } from '../school/office/role-words.ts';
import { type Right, rights } from '../school/rights.ts';
import { views } from '../school/views.ts';

const areaWords: Readonly<Record<keyof typeof rights, string>> = {
  'pupil-core': 'Pupil: name, year, tutor group, SEND, contacts',
  flags: 'Social-care and risk flags, and who must be told',
  attendance: 'Sessions, marks and codes',
  'follow-up': 'Following up an absence: calls, telephone numbers',
  provider: 'Providers, sites, whom to ring there',
  placement: 'Placements and why the pupil is there (attendance officer: the timetable)',
  'off-site-direction': 'Off-site direction',
  review: 'Reviews and visits (a visitor: the visits they make)',
  'part-time': 'Part-time timetables',
  flexi: 'Flexi-schooling',
  incident: 'Incidents',
  config: 'Roles, calendar, settings',
  export: 'Exports',
};
const rightWords: Readonly<Record<Right, string>> = {
  read: 'R',
  write: 'W',
  own: 'own pupils',
  flag: 'that the DSL must be told, not why',
};

/** The README's table of fields × roles (domain.md 10.2): what every view cuts by. */
export function fieldRightsTable(): string {
  const head = ['fields', ...roles.map((role) => roleWords[role])];
  const rows = Object.entries(rights).map(([area, held]) => {
    const cells = roles.map((role) => (held[role] ? rightWords[held[role]] : '–'));
    return [areaWords[area as keyof typeof rights], ...cells];
  });
  return [head, head.map(() => '---'), ...rows].map((cells) => `| ${cells.join(' | ')} |`).join('\n');
}

/** The README's table of views and actions: who may open or press each. */
export function viewRightsTable(): string {
  const may = (held: readonly (Role | 'clock')[] | 'anyone') =>
    held === 'anyone'
      ? 'anyone who is signed in'
      : held.map((role) => (role === 'clock' ? 'the app' : roleWords[role])).join(', ');
  const rows = [
    ...Object.values(views).map(({ name, says, roles: who }) => `| view \`${name}\` | ${says} | ${may(who)} |`),
    ...Object.values(actions).map(({ name, says, roles: who }) => `| action \`${name}\` | ${says} | ${may(who)} |`),
  ];
  return ['| what | it is | who may |', '| --- | --- | --- |', ...rows].join('\n');
}
