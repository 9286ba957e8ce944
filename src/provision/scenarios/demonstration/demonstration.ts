import type { Scenario } from '../scenario.ts';
import { closures, schoolYear, summerBefore } from '../school-year.ts';
import { hillcrest, hillcrestSite, roleRecords, type StaffMember, settingRecords } from '../staff.ts';
import { type Cast, historyRecords } from './history/history.ts';
import { placementRecords } from './placements.ts';
import { providerRecords } from './providers.ts';
import { pupilRecords } from './pupils.ts';
import { reviewRecords } from './reviews.ts';
import { visitRecords } from './visits.ts';

const staff: readonly StaffMember[] = [
  { mail: 'maureen.thornbury@hillcrest.example', role: 'attendance-officer', from: '2025-09-01' },
  { mail: 'dilys.okonedo-pike@hillcrest.example', role: 'attendance-officer', from: '2026-09-02' },
  { mail: 'graham.ashcombe@hillcrest.example', role: 'ap-leader' },
  { mail: 'ruth.kellaway-stone@hillcrest.example', role: 'dsl', from: '2025-09-01' },
  { mail: 'tobias.marchwood@hillcrest.example', role: 'deputy-dsl', from: '2025-09-01' },
  { mail: 'imelda.farrantly@hillcrest.example', role: 'head', from: '2025-09-01' },
  { mail: 'owen.braddockson@hillcrest.example', role: 'senco' },
  { mail: 'shreya.pallister-rao@hillcrest.example', role: 'designated-teacher' },
  { mail: 'callum.wetherbourne@hillcrest.example', role: 'tutor', pupils: 'pu-jonah; pu-jess; pu-lowri; pu-sol' },
  { mail: 'bronagh.siddallow@hillcrest.example', role: 'tutor', pupils: 'pu-amber; pu-tariq; pu-marcus' },
  { mail: 'petra.longmirely@hillcrest.example', role: 'visitor', pupils: 'pu-amber; pu-jonah; pu-jess' },
  { mail: 'leonard.osgathorpe@hillcrest.example', role: 'governor' },
  { mail: 'wilhelmina.dacrefield@hillcrest.example', role: 'trustee' },
  { mail: 'yusuf.hallamgate@hillcrest.example', role: 'trust-safeguarding' },
  { mail: 'greta.inchbolden@hillcrest.example', role: 'trust-send' },
  { mail: 'simon.tresizely@hillcrest.example', role: 'data-protection' },
];

/** An invented academy on Tuesday 24 November 2026 with half a year behind it. */
export const demonstration: Scenario = {
  name: 'demonstration',
  says: 'Hillcrest Academy: 16 pupils at 7 providers, with half a year of marks, calls and codes.',
  schools: [
    {
      key: hillcrest,
      site: hillcrestSite,
      async records(find) {
        const whoIs = async (name: string) => await find(`${name}@hillcrest.example`);
        const idOf = async (name: string) => (await whoIs(name)).id;
        const cast: Cast = {
          officers: [await idOf('maureen.thornbury'), await idOf('dilys.okonedo-pike')],
          apLeader: await idOf('graham.ashcombe'),
        };
        const setUp = [
          ...(await roleRecords(find, staff)),
          ...settingRecords,
          ...summerBefore,
          ...schoolYear,
          ...closures,
          ...providerRecords,
          ...pupilRecords,
          ...placementRecords,
        ];
        const lived = historyRecords(setUp, cast);
        const [leader, tutor] = [await whoIs('graham.ashcombe'), await whoIs('callum.wetherbourne')];
        const visitor = await whoIs('petra.longmirely');
        const reviews = reviewRecords(lived, {
          apLeader: leader.id,
          apLeaderName: leader.name,
          tutor: tutor.id,
          tutorName: tutor.name,
        });
        return [...setUp, ...visitRecords({ visitor, apLeader: leader }), ...lived, ...reviews];
      },
    },
  ],
};
