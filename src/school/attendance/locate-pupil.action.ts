import { action } from '../action.ts';
import { redrawPupil } from './after-mark.ts';
import { saveFollowUp } from './follow-up-save.ts';
import { lineInput, pupilSession, pupilSessionKey } from './marks.ts';

const input = pupilSession.extend({
  where: lineInput.min(1, 'Say where the pupil is.'),
  saidBy: lineInput.min(1, 'Say who said so.'),
});

/** The pupil is found: where, and who said so. */
export const locatePupil = action({
  name: 'locate-pupil',
  says: 'Say where a pupil is who did not arrive, and who said so.',
  input,
  roles: ['attendance-officer', 'dsl', 'deputy-dsl'],
  needs: ['followUp', 'message'],
  decide(known, { pupil, date, session, where, saidBy }) {
    const about = pupilSessionKey(pupil, date, session);
    const stands = known.records.followUp.get(about);
    if (!stands) return { problems: [{ field: 'pupil', says: 'Nobody is looking for this pupil in that session.' }] };
    if (stands.state === 'Located' && stands.located === where && stands.locatedSaidBy === saidBy) {
      return { changes: [], because: 'Located already.', about };
    }
    const save = saveFollowUp(known, pupil, date, session, {
      state: 'Located',
      located: where,
      locatedSaidBy: saidBy,
      locatedAt: known.now.instant,
    });
    return {
      changes: [...(save ? [save] : []), ...redrawPupil(known, pupil, date, session)],
      because: 'Pupil located',
      about,
    };
  },
});
