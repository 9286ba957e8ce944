// `npm run package`: the app zip for one environment.
import { existsSync, mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import { parseArgs, parseEnv } from 'node:util';
import { root } from './environment.mjs';
import { ribbonSizes } from './package/check-manifest.ts';
import { makePackage } from './package/make-package.ts';

const usage = `npm run package -- [--env FILE] [--out FILE]

  --env FILE   variables, one NAME=value a line; those of the environment count where the file has none
  --out FILE   where the zip goes; without it dist/alternative-provision.zip`;

/** Reads the variables, makes the zip and says where it is; exit code 1 and the whole list when something is missing. */
function main(): number {
  const { values } = parseArgs({
    options: { env: { type: 'string' }, out: { type: 'string' }, help: { type: 'boolean' } },
  });
  if (values.help) {
    console.log(usage);
    return 0;
  }
  if (values.env && !existsSync(values.env)) {
    console.error(`The file ${values.env} is not there. Name a file of variables, or leave --env out.`);
    return 1;
  }
  const variables = { ...process.env, ...(values.env ? parseEnv(readFileSync(values.env, 'utf8')) : {}) };
  const read = (name: string) => {
    const file = path.join(root, name);
    return existsSync(file) ? new Uint8Array(readFileSync(file)) : undefined;
  };
  const made = makePackage(
    {
      manifest: readFileSync(path.join(root, 'manifest/manifest.json'), 'utf8'),
      icons: { 'color.png': read('manifest/color.png'), 'outline.png': read('manifest/outline.png') },
      ribbon: Object.fromEntries(ribbonSizes.map((side) => [side, read(`src/outlook/icons/ap-${side}.png`)])),
    },
    variables,
  );
  if ('troubles' in made) {
    console.error(`The package was not made:\n${made.troubles.map((trouble) => `  - ${trouble}`).join('\n')}`);
    return 1;
  }
  const out = path.resolve(values.out ?? path.join(root, 'dist/alternative-provision.zip'));
  mkdirSync(path.dirname(out), { recursive: true });
  writeFileSync(out, made.zip);
  console.log(`${out} (${made.zip.length} bytes). Upload it in Teams admin centre, Manage apps.`);
  return 0;
}

process.exit(main());
