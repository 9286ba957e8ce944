import { choiceInWords } from '../../schema/form.ts';
import type { Audience } from '../change.ts';
import type { Provider } from '../providers/provider.record.ts';
import { type Visit, visit as visitRecord } from './visit.record.ts';

/** What every calendar shows of a visit: "AP visit – Hill Farm", and no pupil. */
export function visitSubject({ name }: Pick<Provider, 'name'>): string {
  return `AP visit – ${name}`;
}

/** What the invitation to a visit is written from. */
export interface VisitInvitation extends Pick<Visit, 'kind' | 'announced'> {
  readonly audience: Audience;
  readonly visit: string;
  /** Where the link leads; without one the reference alone stands there. */
  readonly link?: string;
  readonly joinUrl?: string;
}

/** The text of an invitation, as HTML: to who goes with the link to the form, to the provider what is looked at. No pupil. */
export function visitInvitation({ audience, visit, kind, announced, link, joinUrl }: VisitInvitation): string {
  const how = choiceInWords(visitRecord.fields.kind, kind);
  const staff = audience === 'Staff';
  const lines = staff
    ? [
        `Quality assurance of a provider. ${how}.`,
        announced ? '' : 'It is unannounced: the provider has not been told.',
        'What stands open, whom to ask for and the form are in the app; the form keeps what you write when the line drops.',
      ]
    : [
        `The school looks at how its pupils are taught and kept safe with you. ${how}.`,
        'We would like to speak to staff and pupils, see work and lessons, and compare attendance.',
        'If the time does not suit, please decline and tell us another.',
      ];
  return [
    ...lines.filter(Boolean).map((line) => `<p>${escaped(line)}</p>`),
    joinUrl ? `<p><a href="${escaped(joinUrl)}">Join the meeting online</a></p>` : '',
    staff && link ? `<p><a href="${escaped(link)}">Open the visit</a></p>` : '',
    `<p>ap-visit:${encodeURIComponent(visit)}</p>`,
  ].join('');
}

function escaped(text: string): string {
  return text.replaceAll('&', '&amp;').replaceAll('<', '&lt;').replaceAll('>', '&gt;').replaceAll('"', '&quot;');
}
