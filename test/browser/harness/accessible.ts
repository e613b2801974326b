/** axe over a page as it stands: WCAG 2.2, levels A and AA. */
import { readFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import type { Page } from './browser.ts';

/** Read, not imported: it runs in the page. */
const AXE = readFileSync(fileURLToPath(import.meta.resolve('axe-core/axe.min.js')), 'utf8');

const TAGS = ['wcag2a', 'wcag2aa', 'wcag21a', 'wcag21aa', 'wcag22aa'];

interface AxeViolation {
  readonly id: string;
  readonly help: string;
  readonly nodes: readonly { readonly target: readonly unknown[]; readonly failureSummary?: string }[];
}

/**
 * What axe finds wrong, one line each with the first elements; empty is good.
 * The sanitised frames of mail are left out: what is in them was written by somebody else.
 */
export async function violations(page: Page): Promise<string[]> {
  await page.evaluate(AXE);
  const options = { runOnly: { type: 'tag', values: TAGS }, resultTypes: ['violations'] };
  const found = await page.evaluate<readonly AxeViolation[]>(
    `axe.run({ exclude: [['iframe']] }, ${JSON.stringify(options)}).then((result) => result.violations)`,
  );
  return found.map(({ id, help, nodes }) => {
    const first = nodes.slice(0, 3).map(({ target, failureSummary = '' }) => {
      const summary = failureSummary.split('\n').slice(1).join('; ').trim();
      return `${target.join(' ')} (${summary.slice(0, 160)})`;
    });
    return `${id}: ${help}; ${nodes.length} times: ${first.join(', ')}`;
  });
}
