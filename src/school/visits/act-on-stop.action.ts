import { z } from 'zod';
import { action } from '../action.ts';
import { keyInput } from '../attendance/marks.ts';
import { afterStop } from './after-stop.ts';
import { stopAt } from './stop-standing.ts';

const input = z.strictObject({ visit: keyInput });

/** What a visit that said stop still leaves undone is done: reviews called, provider suspended, DSL told (clause 8.6). */
export const actOnStop = action<z.infer<typeof input>>({
  name: 'act-on-stop',
  says: 'Do what is left after a visit that said stop: call the emergency reviews, suspend, tell the DSL.',
  input,
  roles: ['ap-leader'],
  needs: ['visit', 'provider', 'placement', 'pupil', 'review', 'message', 'roleAssignment'],
  decide(known, { visit: key }) {
    const visit = known.records.visit.get(key);
    const provider = visit && known.records.provider.get(visit.provider);
    if (!visit || !provider) return { problems: [{ field: 'visit', says: 'There is no such visit.' }] };
    if (stopAt(known, provider.key)?.key !== visit.key) {
      return {
        problems: [{ field: 'visit', says: 'No stop of this visit stands: it was judged otherwise, or again since.' }],
      };
    }
    return { changes: afterStop(known, provider, visit), because: 'What a stop leaves to do', about: key };
  },
});
