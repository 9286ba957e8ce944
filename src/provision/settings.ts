import { readCredential } from '../microsoft365/credential.ts';
import { connectGraph, type Graph } from '../microsoft365/graph.ts';
import { signIn } from '../microsoft365/sign-in.ts';

/** What the command line is told by the environment. */
export interface ProvisionSettings {
  readonly graph: Graph;
  /** Where the list of schools and sites is written, from `SITES=@file`. */
  readonly sitesFile: string;
}

const needed = {
  TENANT_ID: 'Entra admin centre, Overview, Tenant ID.',
  PROVISION_CLIENT_ID: 'App registration for set-up, with Sites.Selected and fullcontrol on the site.',
  SITES: 'Write @ and a file name, such as @sites.json: the schools and their sites are kept there.',
} as const;

/** Reads the environment. Throws with the list of everything that is missing, and where to find it. */
export function provisionSettings(env: Readonly<Record<string, string | undefined>>): ProvisionSettings {
  const missing = Object.entries(needed).filter(([name]) => !env[name]);
  const sites = env.SITES ?? '';
  const wrong = sites !== '' && !sites.startsWith('@') ? ['SITES must name a file here: @sites.json.'] : [];
  const read = readCredential(env, 'PROVISION', 'The app registration for set-up');
  if ('troubles' in read || missing.length + wrong.length > 0) {
    const unproved = 'troubles' in read ? read.troubles : [];
    const unset = missing.map(([name, where]) => `${name} is not set. ${where}`);
    throw new Error([...unset, ...unproved, ...wrong].join('\n'));
  }
  const token = signIn({
    authorityUrl: env.AUTHORITY_URL ?? 'https://login.microsoftonline.com',
    tenantId: env.TENANT_ID ?? '',
    clientId: env.PROVISION_CLIENT_ID ?? '',
    credential: read.credential,
    scope: 'https://graph.microsoft.com/.default',
  });
  const graphUrl = env.GRAPH_URL ?? 'https://graph.microsoft.com';
  return {
    graph: connectGraph({
      graphUrl,
      token,
      userAgent: 'NONISV|AlternativeProvision|Provision/1.0',
      patienceSeconds: 120,
    }),
    sitesFile: sites.slice(1),
  };
}
