import { apps, grants, ORGANISER, TENANT_ID } from './registrations.ts';
import type { Person, Site, Team, Tenant } from './tenant.ts';

const SCHOOLS = 30;

const POSTS = [
  ['Attendance officer', 'attendance-officer'],
  ['Alternative provision leader', 'ap-leader'],
  ['Designated safeguarding lead', 'dsl'],
  ['Headteacher', 'head'],
  ['Tutor, Year 10', 'tutor'],
  ['Tutor, Year 11', 'tutor'],
] as const;

const TRUST_POSTS = [
  ['Trustee', 'trustee'],
  ['Trust safeguarding lead', 'trust-safeguarding'],
  ['Trust SEND lead', 'trust-send'],
  ['Data protection officer', 'data-protection'],
] as const;

const GIVEN = 'Agnes Bertram Cleo Dermot Elspeth Fergus Gwenda Hector Isolde Jasper Kezia Lorcan Morwenna Ned'.split(
  ' ',
);
const FIRST = 'Ash Birch Cole Dun Elm Fair Gorse Hazel Ing Kirk Larch'.split(' ');
const LAST = 'bourne combe dale field gate holm ley mere ridge stead thorpe wick worth'.split(' ');
const PLACES = 'Ashdown Brackenfield Coppice Dovehouse Elderbrook Fernhill'.split(' ');
const KINDS = ['Academy', 'High School', 'School', 'College', 'Community School'];

/** A trust of thirty invented schools with six people each, and the trust's own people. */
export const trust: Tenant = {
  name: 'trust',
  now: '2026-11-24T08:45:00.000Z',
  tenantId: TENANT_ID,
  apps,
  people: [...schools().flatMap(schoolPeople), ...trustPeople()],
  sites: schools().map(site),
  mailboxes: [{ id: guid(0, 900), mail: ORGANISER, displayName: 'AP reviews' }],
  teams: schools().map(team),
  installed: true,
};

function schools(): number[] {
  return Array.from({ length: SCHOOLS }, (_, index) => index + 1);
}

function schoolName(n: number): string {
  return `${PLACES[(n - 1) % PLACES.length]} ${KINDS[Math.floor((n - 1) / PLACES.length)]}`;
}

function schoolPeople(n: number): Person[] {
  return POSTS.map(([jobTitle, role], index) => person(n, index + 1, jobTitle, role));
}

function trustPeople(): Person[] {
  return TRUST_POSTS.map(([jobTitle, role], index) => person(0, index + 1, jobTitle, role));
}

function person(school: number, index: number, jobTitle: string, role: string): Person {
  const n = school * POSTS.length + index;
  const givenName = GIVEN[n % GIVEN.length] ?? '';
  const surname = `${FIRST[n % FIRST.length]}${LAST[n % LAST.length]}`;
  const mail = `${givenName}.${surname}.${two(school)}@hillcrest.example`.toLowerCase();
  return {
    id: guid(school, index),
    displayName: `${givenName} ${surname}`,
    givenName,
    surname,
    mail,
    userPrincipalName: mail,
    jobTitle,
    roles: [role],
    school: school === 0 ? undefined : `sch-${two(school)}`,
  };
}

function site(n: number): Site {
  const tail = `0000000001${two(n)}`;
  return {
    id: `hillcrest.sharepoint.example,11111111-aaaa-4bbb-8ccc-${tail},22222222-aaaa-4bbb-8ccc-${tail}`,
    hostname: 'hillcrest.sharepoint.example',
    path: `/sites/ap-records-${two(n)}`,
    displayName: `AP records, ${schoolName(n)}`,
    owners: [guid(n, 2), guid(n, 4)],
    grants,
  };
}

function team(n: number): Team {
  return {
    id: `7e000000-0000-4000-8000-0000000001${two(n)}`,
    displayName: `${schoolName(n)} staff`,
    school: `sch-${two(n)}`,
    channels: [{ id: `19:attendance-${two(n)}@thread.tacv2`, displayName: 'AP attendance' }],
    members: POSTS.map((_, index) => guid(n, index + 1)),
  };
}

function guid(school: number, index: number): string {
  return `b1000000-0000-4000-8000-0000${String(school).padStart(4, '0')}${String(index).padStart(4, '0')}`;
}

function two(n: number): string {
  return String(n).padStart(2, '0');
}
