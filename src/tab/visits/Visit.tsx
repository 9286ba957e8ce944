import { Button, Link, mergeClasses, Text, Title3 } from '@fluentui/react-components';
import { ArrowLeftRegular } from '@fluentui/react-icons';
import { useState } from 'react';
import { shortDate } from '../../school/calendar/dates.ts';
import type { VisitPack } from '../../school/visits/visits.types.ts';
import { useView } from '../../ui/api/use-view.ts';
import { Faces } from '../../ui/faces/Faces.tsx';
import { usePage } from '../../ui/shell/page.ts';
import { NotHere } from '../NotHere.tsx';
import { useBig } from './big.ts';
import { Report } from './Report.tsx';
import { VisitForm } from './VisitForm.tsx';

/** One visit in hand: where to go, what to look at, what stands open, then its form. */
export function Visit(props: { readonly visit: string; readonly saved: () => void; readonly back: () => void }) {
  const view = useView<VisitPack | undefined>('visit-pack', { visit: props.visit });
  return (
    <Faces view={view} what="the visit">
      {(pack) =>
        pack ? (
          <Shown {...props} pack={pack} />
        ) : (
          <NotHere says="This visit is not kept any more, or is not yours to see." />
        )
      }
    </Faces>
  );
}

function Shown(props: { readonly pack: VisitPack; readonly saved: () => void; readonly back: () => void }) {
  const { pack } = props;
  const styles = usePage();
  const { screenOnly } = useBig();
  const [writing, setWriting] = useState(false);
  const press = pack.stage === 'Done' ? 'Correct what was written' : 'Write the visit up';
  const there = pack.pupils.length < pack.pupilsInAll ? `${pack.pupilsInAll} in all` : '';
  return (
    <section className={styles.page} aria-label="A visit">
      {!writing && (
        <div className={screenOnly}>
          <Button appearance="subtle" icon={<ArrowLeftRegular />} onClick={props.back}>
            All visits
          </Button>
        </div>
      )}
      <div className={styles.head}>
        <Title3 as="h1">{pack.provider}</Title3>
        <Text as="p">{pack.says}</Text>
      </div>
      {writing ? (
        <VisitForm pack={pack} saved={props.saved} leave={() => setWriting(false)} />
      ) : (
        <>
          {pack.mayWrite && (
            <div className={screenOnly}>
              <Button appearance="primary" size="large" onClick={() => setWriting(true)}>
                {press}
              </Button>
            </div>
          )}
          {pack.stage === 'Done' && <Report pack={pack} />}
          <ul className={mergeClasses(styles.card, screenOnly)} aria-label="What to know before">
            <Fact what="In Outlook" held={pack.calendar} />
            <Fact what="Where" held={pack.address} />
            <Fact what="Ask for" held={pack.contact} phone={pack.phone} />
            <Fact what="Safeguarding lead" held={pack.safeguarding} />
            <Fact what="What to look at" held={pack.focus} />
            <Fact what="Lone working" held={pack.loneWorking} />
            <Fact what="Pupils there" held={[...pack.pupils, there].filter(Boolean).join(', ') || 'none'} />
            <Fact what="Last visit" held={pack.lastVisit ?? 'none'} />
            {[...pack.open, ...(pack.stage === 'Done' ? [] : pack.agreed)].map(({ action, text, owner, due }) => (
              <Fact key={action} what="Open" held={`${text} · ${owner}, by ${shortDate(due)}`} />
            ))}
          </ul>
        </>
      )}
    </section>
  );
}

function Fact({ what, held, phone }: { readonly what: string; readonly held?: string; readonly phone?: string }) {
  const styles = usePage();
  if (!held) return null;
  return (
    <li className={styles.line}>
      <span className={styles.grow}>
        <Text size={200} className={styles.quiet}>
          {what}
        </Text>
        <Text>{held}</Text>
      </span>
      {phone && <Link href={`tel:${phone.replace(/\s/g, '')}`}>{phone}</Link>}
    </li>
  );
}
