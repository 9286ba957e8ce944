import { z } from 'zod';

const guid = z.guid();

const shape = z.looseObject({
  id: z.string(),
  developer: z.object({
    name: z.string(),
    websiteUrl: z.string(),
    privacyUrl: z.string(),
    termsOfUseUrl: z.string(),
  }),
  validDomains: z.array(z.string()),
  bots: z.array(z.looseObject({ botId: z.string() })).default([]),
  webApplicationInfo: z.looseObject({ id: z.string(), resource: z.string() }),
  staticTabs: z
    .array(
      z.looseObject({ entityId: z.string(), contentUrl: z.string().optional(), websiteUrl: z.string().optional() }),
    )
    .default([]),
  configurableTabs: z.array(z.looseObject({ configurationUrl: z.string() })).default([]),
  extensions: z.array(z.unknown()).default([]),
});

type Manifest = z.infer<typeof shape>;

/**
 * What Teams or an administrator would stumble over in a filled manifest, one sentence each; empty when there is nothing.
 * The schema's own check is a test's work; this holds what a schema cannot say: that ids are ids and differ, that every
 * page stands on a valid domain, that entity ids do not repeat, that each button of Outlook runs an action that exists and has its icons.
 */
export function manifestTroubles(manifest: unknown): readonly string[] {
  const read = shape.safeParse(manifest);
  if (!read.success) {
    return read.error.issues.map(({ path, message }) => `The manifest's ${path.join('.')} cannot be read: ${message}.`);
  }
  return [
    ...idTroubles(read.data),
    ...addressTroubles(read.data),
    ...repeated(read.data),
    ...actionTroubles(read.data),
    ...ribbonIconTroubles(read.data),
  ];
}

function idTroubles(manifest: Manifest): string[] {
  const api = manifest.webApplicationInfo.id;
  const ids = [['APP_ID', manifest.id], ['API_CLIENT_ID', api], ...manifest.bots.map((bot) => ['BOT_ID', bot.botId])];
  const troubles = ids
    .filter(([, id]) => !guid.safeParse(id).success)
    .map(([name]) => `${name} must be a GUID, such as 6f1e9c52-8f0b-4c7d-a2f9-0c8b5a1d3b22.`);
  if (manifest.bots.some(({ botId }) => botId.toLowerCase() === api.toLowerCase())) {
    troubles.push('BOT_ID and API_CLIENT_ID are the same. The bot and the API are two app registrations.');
  }
  return troubles;
}

function addressTroubles(manifest: Manifest): string[] {
  const troubles: string[] = [];
  for (const domain of manifest.validDomains) {
    if (!/^(?!-)([a-z0-9-]+\.)+[a-z]{2,}$/i.test(domain)) {
      troubles.push(`"${domain}" is not a host name that Teams takes. Set APP_DOMAIN like ap.school.example.`);
    }
  }
  const { websiteUrl, privacyUrl, termsOfUseUrl, name } = manifest.developer;
  const own = { DEVELOPER_URL: websiteUrl, PRIVACY_URL: privacyUrl, TERMS_URL: termsOfUseUrl };
  for (const [variable, url] of Object.entries(own)) {
    if (hostOf(url) === undefined) troubles.push(`${variable} must be an https address.`);
  }
  if (name.length > 32) troubles.push('DEVELOPER_NAME is longer than the 32 letters that Teams shows.');
  const pages = [
    ...manifest.staticTabs.flatMap(({ contentUrl, websiteUrl: site }) => [contentUrl, site]),
    ...manifest.configurableTabs.map(({ configurationUrl }) => configurationUrl),
  ].filter((url) => url !== undefined);
  for (const url of [...pages, ...addInUrls(manifest)]) {
    const host = hostOf(url);
    if (host === undefined || !manifest.validDomains.includes(host)) {
      troubles.push(`${url} does not stand on a valid domain (${manifest.validDomains.join(', ')}).`);
    }
  }
  return troubles;
}

/** Pages and icons of what is added to Outlook. */
function addInUrls({ extensions }: Manifest): string[] {
  const urls: string[] = [];
  walk(extensions, (node) => {
    for (const url of [node.page, node.url]) if (typeof url === 'string') urls.push(url);
  });
  return [...new Set(urls)];
}

/** Sizes without which Outlook draws no button, in pixels. */
export const ribbonSizes = [16, 32, 80] as const;

function ribbonIconTroubles({ extensions }: Manifest): string[] {
  const troubles: string[] = [];
  walk(extensions, (node) => {
    if (!Array.isArray(node.icons)) return;
    const sizes = node.icons.map((icon) => (isNode(icon) ? icon.size : undefined));
    const missing = ribbonSizes.filter((size) => !sizes.includes(size));
    if (missing.length > 0) {
      const which = missing.join(', ');
      troubles.push(`"${String(node.label ?? node.id)}" in Outlook has no icon of ${which} pixels.`);
    }
  });
  return troubles;
}

function hostOf(url: string): string | undefined {
  return URL.canParse(url) && url.startsWith('https://') ? new URL(url).host : undefined;
}

function repeated(manifest: Manifest): string[] {
  const ids = manifest.staticTabs.map(({ entityId }) => entityId);
  const twice = new Set(ids.filter((id, at) => ids.indexOf(id) !== at));
  return [...twice].map((id) => `Two tabs are called "${id}". Each needs an id of its own.`);
}

function actionTroubles(manifest: Manifest): string[] {
  const known = new Set<string>();
  const asked = new Set<string>();
  walk(manifest.extensions, (node) => {
    if (Array.isArray(node.actions)) {
      for (const action of node.actions) if (isNode(action) && typeof action.id === 'string') known.add(action.id);
    }
    if (typeof node.actionId === 'string') asked.add(node.actionId);
  });
  return [...asked]
    .filter((id) => !known.has(id))
    .map((id) => `A button of Outlook asks for the action "${id}", which no runtime of the manifest has.`);
}

type Node = Record<string, unknown>;

function isNode(value: unknown): value is Node {
  return typeof value === 'object' && value !== null && !Array.isArray(value);
}

function walk(value: unknown, visit: (node: Node) => void): void {
  if (Array.isArray(value)) for (const part of value) walk(part, visit);
  else if (isNode(value)) {
    visit(value);
    for (const part of Object.values(value)) walk(part, visit);
  }
}
