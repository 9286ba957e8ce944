import type { NewRecord } from '../../write-records.ts';
import type { Scenario, ScenarioSchool } from '../scenario.ts';
import { schoolYear, yearBefore } from '../school-year.ts';
import { roleRecords } from '../staff.ts';
import { trustMarks } from './marks.ts';
import { trustPlacements } from './placements.ts';

const largest = 30;
const posts = ['attendance-officer', 'ap-leader', 'dsl', 'head', 'tutor', 'tutor'] as const;
const trustPosts = ['trustee', 'trust-safeguarding', 'trust-send', 'data-protection'] as const;
const places = ['Ashdown', 'Brackenfield', 'Coppice', 'Dovehouse', 'Elderbrook', 'Fernhill'];
const kinds = ['Academy', 'High School', 'School', 'College', 'Community School'];

/** How many schools (30 at most), and placements in each. */
export interface TrustSize {
  readonly schools?: number;
  readonly placements?: number;
}

/**
 * A trust of invented schools, each with 40 placements of five sessions a week and a school year of marks behind it: what the
 * app must bear. Fewer schools make a small one to try, more placements a large school.
 */
export function trustOf({ schools = largest, placements = 40 }: TrustSize = {}): Scenario {
  const count = Math.max(1, Math.min(largest, schools));
  return {
    name: 'trust',
    says: `A trust of ${count} schools with ${placements} placements each and a school year of marks. This takes minutes.`,
    schools: Array.from({ length: count }, (_, index) => schoolOf(index + 1, placements)),
  };
}

function schoolOf(n: number, placements: number): ScenarioSchool {
  return {
    key: `sch-${two(n)}`,
    site: `hillcrest.sharepoint.example:/sites/ap-records-${two(n)}`,
    async records(find) {
      const staff = [
        ...posts.map((role, index) => ({ mail: idOf(n, index + 1), role, ...own(role, index) })),
        ...trustPosts.map((role, index) => ({ mail: idOf(0, index + 1), role })),
      ];
      const roles = await roleRecords(
        find,
        staff.map((member) => ({ ...member, from: '2025-09-01' })),
      );
      const setUp = [...roles, ...settingsOf(n), ...yearBefore, ...schoolYear, ...trustPlacements(n, placements)];
      return [...setUp, ...trustMarks(setUp, { id: idOf(n, 1), name: String(roles[0]?.values.personName ?? '') })];
    },
  };
}

/** Tutors see the pupils of their own year: the first ten, the next ten. */
function own(role: string, index: number): { readonly pupils?: string } {
  if (role !== 'tutor') return {};
  const from = index === 4 ? 1 : 11;
  return { pupils: Array.from({ length: 10 }, (_, at) => `pu-${two(from + at)}`).join('; ') };
}

function settingsOf(n: number): readonly NewRecord[] {
  const place = places[(n - 1) % places.length];
  const name = `${place} ${kinds[Math.floor((n - 1) / places.length)]}`;
  const value = {
    name,
    shortName: place,
    localAuthority: 'Derbyshire',
    attendanceChannel: `19:attendance-${two(n)}@thread.tacv2`,
    organiser: 'ap.reviews@hillcrest.example',
  };
  return [
    { record: 'setting', key: 'school', values: { value } },
    { record: 'setting', key: 'policy', values: { value: { name: 'Autumn 2025' } } },
  ];
}

/** Entra object ids of the tenant's people: school and place in the list of posts. */
function idOf(school: number, index: number): string {
  return `b1000000-0000-4000-8000-0000${String(school).padStart(4, '0')}${String(index).padStart(4, '0')}`;
}

function two(n: number): string {
  return String(n).padStart(2, '0');
}
