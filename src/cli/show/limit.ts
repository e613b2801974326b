/** How many rows are shown. */
import { type Invocation, type OptionSpec, UsageError } from '../command.ts';

/** Rows on a terminal unless somebody says otherwise. */
const ON_TERMINAL = 1000;

/** For commands that can have more rows than anybody reads. */
export const LIMIT_OPTION: { readonly limit: OptionSpec } = {
  limit: {
    type: 'string',
    value: 'N',
    help: `Most rows that are shown. Without it ${ON_TERMINAL} in a table, all in other formats.`,
  },
};

/** The most rows that are wanted. @throws UsageError when it is no whole number from 1 */
export function limitOf({ text, output }: Pick<Invocation, 'text' | 'output'>): number {
  const given = text('limit');
  if (given === null) return output.format === 'table' ? ON_TERMINAL : 2_147_483_647;
  if (/^[1-9]\d{0,8}$/.test(given)) return Number(given);
  throw new UsageError(`--limit is no number of rows: ${JSON.stringify(given)}`, 'write a whole number such as 100');
}
