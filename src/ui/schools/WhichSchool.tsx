import { Button, Title3 } from '@fluentui/react-components';
import type { SchoolNamed } from '../api/api.ts';
import { usePage } from '../shell/page.ts';

/** A person with roles in several schools says which one they are in now; the page remembers it. */
export function WhichSchool(props: {
  readonly schools: readonly SchoolNamed[];
  readonly choose: (school: string) => void;
}) {
  const styles = usePage();
  const schools = props.schools.toSorted((a, b) => a.name.localeCompare(b.name));
  return (
    <section className={styles.page} aria-label="Which school">
      <Title3 as="h1">Which school?</Title3>
      <ul className={styles.card} aria-label="Your schools">
        {schools.map(({ school, name }) => (
          <li key={school} className={styles.line}>
            <Button appearance="transparent" onClick={() => props.choose(school)}>
              {name}
            </Button>
          </li>
        ))}
      </ul>
    </section>
  );
}
