import { readFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import type { Frame, Page } from 'playwright-core';

const axe = readFileSync(createRequire(import.meta.url).resolve('axe-core/axe.min.js'), 'utf8');

const all = ['wcag2a', 'wcag2aa', 'wcag21a', 'wcag21aa', 'wcag22aa', 'best-practice'];
/** What another theme can change. */
const colours = { type: 'rule' as const, values: ['color-contrast', 'link-in-text-block'] };

/**
 * What axe finds (Fluent's own focus guards left aside) against WCAG 2.2 A and AA in a page or frame: a line for each kind, with
 * the first place; and which controls lie under something else. `colours`: only what another theme can change, where the rest was looked at in one theme.
 */
export async function axeFinds(where: Page | Frame, what: 'all' | 'colours' = 'all'): Promise<readonly string[]> {
  await where.evaluate(axe);
  const under = what === 'all' ? await where.evaluate(covered) : [];
  const found = await where.evaluate(
    async (runOnly) => {
      const run = Object(globalThis).axe.run as (
        context: { exclude: readonly (readonly string[])[] },
        options: object,
      ) => Promise<{ violations: { id: string; help: string; nodes: { target: string[]; html: string }[] }[] }>;
      const { violations } = await run(
        { exclude: [['[data-tabster-dummy]']] },
        {
          resultTypes: ['violations'],
          runOnly,
          rules: {
            region: { enabled: false },
            'page-has-heading-one': { enabled: false },
            'landmark-one-main': { enabled: false },
          },
        },
      );
      return violations.map(
        ({ id, help, nodes }) =>
          `${id}: ${help} (${nodes.length}) ${nodes[0]?.html.replace(/ class="[^"]*"/g, '').slice(0, 200)}`,
      );
    },
    what === 'all' ? all : colours,
  );
  return [...found, ...under];
}

/** Controls of which one edge or the middle cannot be pressed, as something else lies over it. */
function covered(): readonly string[] {
  const drawn = [...document.querySelectorAll<HTMLElement>('main :is(button,input,select,textarea)')].filter(
    (one) => one.getClientRects().length > 0 && getComputedStyle(one).visibility !== 'hidden',
  );
  const stood = [window.scrollX, window.scrollY] as const;
  const lines = drawn.flatMap((one) => {
    one.scrollIntoView({ block: 'center', inline: 'nearest', behavior: 'instant' });
    const { left, right, top, bottom } = one.getBoundingClientRect();
    const over = [left + 4, (left + right) / 2, right - 4]
      .map((x) => document.elementFromPoint(x, (top + bottom) / 2))
      .find((at) => at && !one.contains(at) && !at.contains(one) && at.closest('label')?.contains(one) !== true);
    const name = (what: Element) =>
      what.getAttribute('aria-label') ?? (what.textContent || what.outerHTML).slice(0, 60);
    return over ? [`covered: ${name(one)} lies under ${name(over)}`] : [];
  });
  window.scrollTo(...stood);
  return lines;
}

/** The frame in which the host shows our tab. */
export function tabFrame(page: Page): Frame {
  const frame = page.frames().find((each) => each.url().includes('/tab/'));
  if (!frame) throw new Error('The tab is not open.');
  return frame;
}
