import type { NewRecord } from '../write-records.ts';
import type { FindPerson } from './scenario.ts';

/** Who holds which role in the invented school, by mail; `pupils` are a tutor's own. */
export interface StaffMember {
  readonly mail: string;
  readonly role: string;
  readonly from?: string;
  readonly to?: string;
  readonly pupils?: string;
}

/** The role assignments of these people, with their Entra object ids. */
export async function roleRecords(find: FindPerson, staff: readonly StaffMember[]): Promise<readonly NewRecord[]> {
  return await Promise.all(
    staff.map(async ({ mail, role, from = '2026-09-01', to, pupils }): Promise<NewRecord> => {
      const { id, name, mail: address = mail } = await find(mail);
      const values = { person: id, personName: name, mail: address, role, from, to, pupils, state: 'Active' };
      return { record: 'roleAssignment', key: `${id}|${role}|${from}`, values };
    }),
  );
}

/** The school's settings, as the head would enter them. */
export const settingRecords: readonly NewRecord[] = [
  {
    record: 'setting',
    key: 'school',
    values: {
      value: {
        name: 'Hillcrest Academy',
        shortName: 'Hillcrest',
        localAuthority: 'Derbyshire',
        attendanceChannel: '19:attendance-hillcrest@thread.tacv2',
        organiser: 'ap.reviews@hillcrest.example',
      },
    },
  },
  { record: 'setting', key: 'policy', values: { value: { name: 'Autumn 2025' } } },
];

/** The site of the invented school. */
export const hillcrestSite = 'hillcrest.sharepoint.example:/sites/ap-records';
/** Its key. */
export const hillcrest = 'sch-hillcrest';
