import { apps, grants, ORGANISER, TENANT_ID } from './registrations.ts';
import type { Person, Tenant } from './tenant.ts';

/** Hillcrest Academy, invented: its people, its one site and its staff team. */
export const hillcrest: Omit<Tenant, 'name' | 'now'> = {
  tenantId: TENANT_ID,
  apps,
  people: [
    person(1, 'Maureen', 'Thornbury', 'Attendance officer', ['attendance-officer']),
    person(2, 'Dilys', 'Okonedo-Pike', 'Attendance officer', ['attendance-officer']),
    person(3, 'Graham', 'Ashcombe', 'Assistant head, alternative provision', ['ap-leader']),
    person(4, 'Nasreen', 'Valecroft', 'Deputy alternative provision leader', ['ap-leader']),
    person(5, 'Ruth', 'Kellaway-Stone', 'Designated safeguarding lead', ['dsl']),
    person(6, 'Tobias', 'Marchwood', 'Deputy designated safeguarding lead', ['deputy-dsl']),
    person(7, 'Imelda', 'Farrantly', 'Headteacher', ['head']),
    person(8, 'Owen', 'Braddockson', 'SENCO', ['senco']),
    person(9, 'Shreya', 'Pallister-Rao', 'Designated teacher', ['designated-teacher']),
    person(10, 'Callum', 'Wetherbourne', 'Tutor, Year 10', ['tutor']),
    person(11, 'Bronagh', 'Siddallow', 'Tutor, Year 11', ['tutor']),
    person(12, 'Petra', 'Longmirely', 'Provision visits', ['visitor']),
    person(13, 'Leonard', 'Osgathorpe', 'Link governor', ['governor']),
    person(14, 'Wilhelmina', 'Dacrefield', 'Trustee', ['trustee']),
    person(15, 'Yusuf', 'Hallamgate', 'Trust safeguarding lead', ['trust-safeguarding']),
    person(16, 'Greta', 'Inchbolden', 'Trust SEND lead', ['trust-send']),
    person(17, 'Simon', 'Tresizely', 'Data protection officer', ['data-protection']),
  ],
  sites: [
    {
      id: 'hillcrest.sharepoint.example,11111111-aaaa-4bbb-8ccc-000000000001,22222222-aaaa-4bbb-8ccc-000000000001',
      hostname: 'hillcrest.sharepoint.example',
      path: '/sites/ap-records',
      displayName: 'AP records, Hillcrest Academy',
      owners: [personId(3), personId(7)],
      grants,
    },
  ],
  mailboxes: [{ id: personId(900), mail: ORGANISER, displayName: 'AP reviews, Hillcrest Academy' }],
  teams: [
    {
      id: '7e000000-0000-4000-8000-000000000001',
      displayName: 'Hillcrest staff',
      school: 'sch-hillcrest',
      channels: [
        { id: '19:general-hillcrest@thread.tacv2', displayName: 'General' },
        { id: '19:attendance-hillcrest@thread.tacv2', displayName: 'AP attendance' },
      ],
      members: Array.from({ length: 12 }, (_, index) => personId(index + 1)),
    },
  ],
  installed: true,
};

function person(n: number, givenName: string, surname: string, jobTitle: string, roles: string[]): Person {
  const mail = `${givenName}.${surname}@hillcrest.example`.toLowerCase();
  const displayName = `${givenName} ${surname}`;
  const school = n < 14 ? 'sch-hillcrest' : undefined;
  return { id: personId(n), displayName, givenName, surname, mail, userPrincipalName: mail, jobTitle, roles, school };
}

function personId(n: number): string {
  return `a1000000-0000-4000-8000-${String(n).padStart(12, '0')}`;
}
