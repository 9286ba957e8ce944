import type { Finding } from '../finding.ts';
import type { Provider } from '../providers/provider.record.ts';

/** What a rule about visits says of a provider; the clause and the name are put around the sentence. */
export type OfProvider = Pick<Finding, 'clause' | 'rule' | 'standing' | 'evidence'> &
  Partial<Pick<Finding, 'due' | 'owner' | 'putRight'>> & {
    /** Without a capital, a name or a full stop: "a visit is due by Fri 18 Dec". */
    readonly says: string;
    /** The record that it is about, where it is not the provider. */
    readonly record?: string;
  };

/** A finding about a provider: its name for staff, none for outsiders; the AP leader's unless said. */
export function visitFinding(provider: Provider, { says, record, ...of }: OfProvider): Finding {
  return {
    area: 'review',
    owner: 'ap-leader',
    ...of,
    about: { record: record ?? provider.key, provider: provider.key },
    says: {
      staff: `${provider.name}: ${says} (${of.clause}).`,
      outside: `A provider: ${says} (${of.clause}).`,
    },
  };
}
