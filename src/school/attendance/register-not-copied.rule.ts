import { shortDate } from '../calendar/dates.ts';
import { grouped } from '../grouped.ts';
import type { Rule } from '../rule.ts';

/** The day's codes are copied to the school's own register the same day (clause 4.5; reg 10): one finding for each session that is not. */
export const registerNotCopied: Rule = {
  name: 'register-not-copied',
  clause: '4.5',
  says: "Each day's codes are copied to the school's register.",
  check: (facts, now) => {
    const open = facts.records.attendance
      .all()
      .filter((row) => row.code && !row.registerCopied && row.date < now.today)
      .filter((row) => !facts.calendar.closed(row.date, row.session));
    const bySession = grouped(open, (row) => `${row.date}|${row.session}`);
    return [...bySession.values()].flatMap((rows) => {
      const [first] = rows;
      if (first === undefined) return [];
      const { date, session } = first;
      const codes = rows.length === 1 ? '1 code' : `${rows.length} codes`;
      const says = `${codes} of ${shortDate(date)} ${session} not yet copied to the school's register (4.5).`;
      return {
        clause: '4.5',
        rule: 'register-not-copied',
        standing: 'breach',
        area: 'attendance',
        about: { record: `${date}|${session.toLowerCase()}` },
        says: { staff: says, outside: says },
        evidence: rows.map((row) => ({ what: 'Register code', held: row.code ?? '', record: row.key })),
        due: date,
        owner: 'attendance-officer',
        putRight: {
          action: 'copy-to-register',
          label: 'Copied to the register',
          input: {
            date,
            session,
            marks: rows.slice(0, 200).map((row) => ({ placement: row.placement, seen: row.version })),
          },
        },
      };
    });
  },
};
