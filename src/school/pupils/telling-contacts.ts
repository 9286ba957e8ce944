import type { Contact } from '../contacts/contact.record.ts';
import type { SchoolRecords } from '../records.ts';

const tellingTypes: readonly Contact['type'][] = ['SocialWorker', 'VSH', 'YOT', 'Police'];
const tellingPlaces: readonly string[] = ['social-worker', 'virtual-school', 'youth-justice', 'police'];

/** True where the mere presence of a contact (a RecordKey, or a place of `record-contact`) says why a pupil is flagged. */
export function tellsWhyFlagged(records: SchoolRecords, contact: string): boolean {
  const known = records.contact.get(contact);
  return known ? tellingTypes.includes(known.type) : tellingPlaces.includes(contact);
}
