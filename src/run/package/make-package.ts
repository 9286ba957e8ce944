import { zipSync } from 'fflate';
import { iconTrouble } from './check-icon.ts';
import { manifestTroubles, ribbonSizes } from './check-manifest.ts';
import { fillPlaceholders } from './fill.ts';

/** What goes into the app package: the manifest as it stands in the repository, and the icons by file name. */
export interface Parts {
  readonly manifest: string;
  readonly icons: Readonly<Record<string, Uint8Array | undefined>>;
  /** The icons of the buttons in Outlook, by their side in pixels: the app's server gives them out, they are not in the zip. */
  readonly ribbon: Readonly<Record<number, Uint8Array | undefined>>;
}

/** The zip that Teams admin centre takes, or every reason why there is none. */
export type Made = { readonly zip: Uint8Array } | { readonly troubles: readonly string[] };

// The same input gives the same bytes, so that a package can be compared with what was installed. Zip knows no earlier day.
const stamp = new Date(1980, 0, 1);

/** Fills, checks and zips the app for one environment. Makes nothing while anything is missing or wrong. */
export function makePackage(parts: Parts, variables: Readonly<Record<string, string | undefined>>): Made {
  const { text, troubles } = fillPlaceholders(parts.manifest, variables);
  const icons = [
    iconTrouble('color.png', parts.icons['color.png'], 192),
    iconTrouble('outline.png', parts.icons['outline.png'], 32),
    ...ribbonSizes.map((side) => iconTrouble(`ap-${side}.png`, parts.ribbon[side], side)),
  ].filter((trouble) => trouble !== undefined);
  const all = [...troubles, ...(troubles.length === 0 ? manifestTroubles(JSON.parse(text)) : []), ...icons];
  if (all.length > 0) return { troubles: all };
  const files: Record<string, Uint8Array> = { 'manifest.json': new TextEncoder().encode(text) };
  for (const [name, bytes] of Object.entries(parts.icons)) if (bytes) files[name] = bytes;
  return { zip: zipSync(files, { mtime: stamp }) };
}
