import { Checkbox, Field, Input, Select, Text } from '@fluentui/react-components';
import type { ReviewPack } from '../../school/reviews/review-pack.types.ts';
import { sentence } from '../../school/sentence.ts';
import { usePage } from '../shell/page.ts';
import type { PersonRow } from './draft.ts';
import { Section } from './Section.tsx';
import type { OutcomeDesk } from './use-outcome.ts';

const ways = [
  { value: 'Outlook', says: 'Outlook' },
  { value: 'Mail', says: 'E-mail' },
  { value: 'Letter', says: 'Letter' },
  { value: 'Call', says: 'Telephone' },
  { value: 'InPerson', says: 'In person' },
];

/** Who came; of the family who did not, also when and how they were asked, where nobody has noted it. */
export function Came({ pack, desk }: { readonly pack: ReviewPack; readonly desk: OutcomeDesk }) {
  const styles = usePage();
  const { people } = desk.draft;
  const set = (who: string, part: Partial<PersonRow>) =>
    desk.change({
      people: { ...people, [who]: { ...(people[who] ?? { came: false, askedOn: '', askedBy: '' }), ...part } },
    });
  return (
    <Section title="Who came">
      <ul className={styles.card} aria-label="Who came">
        {pack.people.map(({ who, says, part, asked }, nth) => {
          const row = people[who];
          const asks = (part === 'Pupil' || part === 'Parent') && !row?.came && !asked;
          return (
            <li key={who} className={styles.line}>
              <span className={styles.grow}>
                <Checkbox
                  label={says}
                  checked={row?.came ?? false}
                  onChange={(_, { checked }) => set(who, { came: checked === true })}
                />
                {asked && (
                  <Text size={200} className={styles.quiet}>
                    {sentence(asked)}
                  </Text>
                )}
              </span>
              {asks && (
                <>
                  <Field label="Asked on" validationMessage={desk.problemAt(`people.${nth}.askedOn`)}>
                    <Input
                      type="date"
                      aria-label={`${says} was asked on`}
                      value={row?.askedOn ?? ''}
                      onChange={(_, { value }) => set(who, { askedOn: value })}
                    />
                  </Field>
                  <Field label="By">
                    <Select
                      aria-label={`${says} was asked by`}
                      value={row?.askedBy ?? ''}
                      onChange={(_, { value }) => set(who, { askedBy: value })}
                    >
                      <option value="">Not said</option>
                      {ways.map((way) => (
                        <option key={way.value} value={way.value}>
                          {way.says}
                        </option>
                      ))}
                    </Select>
                  </Field>
                </>
              )}
            </li>
          );
        })}
      </ul>
    </Section>
  );
}
