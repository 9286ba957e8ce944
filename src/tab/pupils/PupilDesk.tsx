import { Button } from '@fluentui/react-components';
import { useState } from 'react';
import type { Form } from '../../schema/form.ts';
import type { PupilPage } from '../../school/pupils/pupil.types.ts';
import { useAction } from '../../ui/api/use-action.ts';
import { RecordForm } from '../../ui/forms/RecordForm.tsx';
import { usePage } from '../../ui/shell/page.ts';

const leaving: Form = {
  inputs: [
    {
      name: 'lastDay',
      kind: 'schoolDay',
      label: 'Last day on roll',
      required: true,
      hint: 'Placements and weekly sessions end with it; every record stays.',
    },
  ],
  values: {},
};

/** What may be written about a pupil: core facts and the last day on roll by the AP leader, flags by the DSL only. */
export function PupilDesk({ page, changed }: { readonly page: PupilPage; readonly changed: () => Promise<void> }) {
  const styles = usePage();
  const [open, setOpen] = useState<'core' | 'flags' | 'leave'>();
  const correct = useAction('correct-pupil');
  const flag = useAction('set-flags');
  const leave = useAction('take-off-roll');
  const { pupil, seen, forms } = page;
  if (!forms.core && !forms.flags) return null;
  const ends = {
    leave: () => setOpen(undefined),
    done: () => {
      setOpen(undefined);
      void changed();
    },
  };
  if (open === 'core' && forms.core) {
    const send = (values: unknown) => correct({ pupil, seen, values });
    return <RecordForm form={forms.core} title="Correct the pupil's record" press="Save" send={send} {...ends} />;
  }
  if (open === 'flags' && forms.flags) {
    const send = (values: unknown) => flag({ pupil, seen, values });
    return <RecordForm form={forms.flags} title="Flags, for the DSL" press="Save flags" send={send} {...ends} />;
  }
  if (open === 'leave') {
    const send = (values: object) => leave({ pupil, seen, ...values });
    return <RecordForm form={leaving} title="The pupil leaves the roll" press="Take off roll" send={send} {...ends} />;
  }
  return (
    <div className={styles.row}>
      {forms.core && <Button onClick={() => setOpen('core')}>Correct</Button>}
      {forms.flags && <Button onClick={() => setOpen('flags')}>Flags</Button>}
      {forms.core && !page.left && <Button onClick={() => setOpen('leave')}>Leaves the roll…</Button>}
    </div>
  );
}
