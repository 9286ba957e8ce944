import { action } from '../action.ts';
import { redrawPupil, tellDsl } from './after-mark.ts';
import { saveFollowUp } from './follow-up-save.ts';
import { pupilSession, pupilSessionKey } from './marks.ts';

/** The officer tells the DSL at once, flagged or not; the card asks to be acknowledged. */
export const informDsl = action({
  name: 'inform-dsl',
  says: 'Tell the DSL now about a pupil who is not located.',
  input: pupilSession,
  roles: ['attendance-officer', 'ap-leader'],
  needs: ['followUp', 'message', 'roleAssignment'],
  decide(known, { pupil: key, date, session }) {
    const about = pupilSessionKey(key, date, session);
    const pupil = known.records.pupil.get(key);
    if (!pupil) return { problems: [{ field: 'pupil', says: 'There is no such pupil.' }] };
    if (known.records.message.get(`dsl-alert|${about}`))
      return { changes: [], because: 'The DSL was told before.', about };
    const tell = tellDsl(known, pupil, date, session);
    if (!tell) {
      return {
        problems: [
          { field: 'pupil', says: 'Nobody is DSL, deputy or head in AP Roles. Ring them, and name them there.' },
        ],
      };
    }
    const save = saveFollowUp(known, key, date, session, {
      dslInformedAt: known.now.instant,
      dslInformedBy: known.by.name,
    });
    if (!save) return { problems: [{ field: 'pupil', says: 'This pupil has no session then.' }] };
    return { changes: [save, tell, ...redrawPupil(known, key, date, session)], because: 'DSL told', about };
  },
});
