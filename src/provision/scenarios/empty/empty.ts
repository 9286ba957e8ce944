import type { Scenario } from '../scenario.ts';
import { schoolYear } from '../school-year.ts';
import { hillcrest, hillcrestSite, roleRecords } from '../staff.ts';

/** A school that has just been provisioned: lists, the first two roles, one calendar, nothing else. */
export const empty: Scenario = {
  name: 'empty',
  says: 'Hillcrest Academy on its first day: head, AP leader and term dates.',
  schools: [
    {
      key: hillcrest,
      site: hillcrestSite,
      records: async (find) => [
        ...(await roleRecords(find, [
          { mail: 'imelda.farrantly@hillcrest.example', role: 'head' },
          { mail: 'graham.ashcombe@hillcrest.example', role: 'ap-leader' },
        ])),
        ...schoolYear,
      ],
    },
  ],
};
