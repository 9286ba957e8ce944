import { Button, Link, Text, Title3 } from '@fluentui/react-components';
import { ArrowLeftRegular } from '@fluentui/react-icons';
import { useState } from 'react';
import { choiceInWords, type Form } from '../../schema/form.ts';
import type { ProviderLine } from '../../school/providers/providers.types.ts';
import { useAction } from '../../ui/api/use-action.ts';
import { RecordForm } from '../../ui/forms/RecordForm.tsx';
import { usePage } from '../../ui/shell/page.ts';

type Open =
  | { readonly kind: 'provider' | 'newSite' }
  | { readonly kind: 'site'; readonly site: ProviderLine['sites'][number] };

/** One provider: whom to ring first, then where its sites are; corrected here. */
export function Provider(props: {
  readonly line: ProviderLine;
  readonly newSite?: Form;
  readonly changed: () => Promise<void>;
  readonly back: () => void;
}) {
  const { line, newSite } = props;
  const styles = usePage();
  const [open, setOpen] = useState<Open>();
  const save = useAction('save-provider');
  const saveSite = useAction('save-site');
  const { provider } = line;
  const ends = {
    leave: () => setOpen(undefined),
    done: () => {
      setOpen(undefined);
      void props.changed();
    },
  };
  return (
    <section className={styles.page} aria-label="A provider">
      <div>
        <Button appearance="subtle" icon={<ArrowLeftRegular />} onClick={props.back}>
          All providers
        </Button>
      </div>
      <div className={styles.head}>
        <Title3 as="h1">{line.name}</Title3>
        <Text as="p">
          {[
            choiceInWords({}, line.status),
            line.approvedUntil ? `approved until ${line.approvedUntil}` : '',
            `${line.pupilsNow} ${line.pupilsNow === 1 ? 'pupil' : 'pupils'} now`,
          ]
            .filter(Boolean)
            .join(' · ')}
        </Text>
      </div>
      <ul className={styles.card} aria-label="Whom to ring">
        <Ring who="Attendance" name={line.attendanceContact} phone={line.attendancePhone} />
        <Ring who="Safeguarding" name={line.safeguardingLead} phone={line.safeguardingPhone} />
      </ul>
      {line.form && open?.kind !== 'provider' && (
        <div>
          <Button onClick={() => setOpen({ kind: 'provider' })}>Correct</Button>
        </div>
      )}
      {open?.kind === 'provider' && line.form && (
        <RecordForm
          form={line.form}
          title="Correct the provider"
          press="Save"
          send={(values) => save({ provider, seen: line.seen, values })}
          {...ends}
        />
      )}
      <Text as="h2" size={400} weight="semibold">
        Sites
      </Text>
      {line.sites.length === 0 && <Text>No site is kept: the school must know where its pupils are.</Text>}
      <ul className={styles.card} aria-label="Sites">
        {line.sites.map((each) => (
          <li key={each.site} className={styles.line}>
            <span className={styles.grow}>
              <Text weight="semibold">{`${each.name}${each.inUse ? '' : ' · not in use'}`}</Text>
              <Text size={200} className={styles.quiet}>
                {[choiceInWords({}, each.kind), each.address, each.postcode].filter(Boolean).join(', ')}
              </Text>
            </span>
            {each.form && (
              <Button
                size="small"
                onClick={() => setOpen({ kind: 'site', site: each })}
                aria-label={`Correct the site ${each.name}`}
              >
                Correct
              </Button>
            )}
          </li>
        ))}
      </ul>
      {open?.kind === 'site' && open.site.form && (
        <RecordForm
          key={open.site.site}
          form={open.site.form}
          title={`Correct the site ${open.site.name}`}
          press="Save"
          send={(values) => saveSite({ provider, site: open.site.site, seen: open.site.seen, values })}
          {...ends}
        />
      )}
      {open?.kind === 'newSite' && newSite && (
        <RecordForm
          form={newSite}
          title="Add a site"
          press="Add site"
          send={(values) => saveSite({ provider, values })}
          {...ends}
        />
      )}
      {newSite && open?.kind !== 'newSite' && (
        <div>
          <Button onClick={() => setOpen({ kind: 'newSite' })}>Add a site</Button>
        </div>
      )}
    </section>
  );
}

function Ring({ who, name, phone }: { readonly who: string; readonly name?: string; readonly phone?: string }) {
  const styles = usePage();
  return (
    <li className={styles.line}>
      <span className={styles.grow}>
        <Text>{`${who}: ${name ?? 'nobody is named'}`}</Text>
      </span>
      {phone ? <Link href={`tel:${phone.replace(/\s/g, '')}`}>{phone}</Link> : <Text>no number</Text>}
    </li>
  );
}
