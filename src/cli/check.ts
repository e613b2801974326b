/** `check`: statements of the case, or a claim given on the spot, held against the records. */
import type { OpenCase } from '../case/open.ts';
import { CASE_OPTION, type Command, EXIT, FORMAT_OPTION, type Invocation, UsageError } from './command.ts';
import { wrapLines } from './show/wrap.ts';

/** Words of a claim that need no quotes around them. */
const MOST_WORDS = 200;

export const command: Command = {
  name: 'check',
  summary: 'Holds a claim against the records: contradicted, consistent or untested, and why',
  usage: `
backchannel check [--coverage PERCENT]
backchannel check STATEMENT
backchannel check CLAIM`,
  detail: `
Without words every statement of statements.yaml with its verdict; with the id of one, that one whole. A CLAIM is tested as it stands:

  backchannel check no contact between @harbour-office and @contractor before vote
  backchannel check at most 4 meetings between @harbour-office and @contractor in 2030
  backchannel check no calls or mail between @harbour-office and @contractor during run-up, to my knowledge, said 2031-01-11 by harbour-press-officer
  backchannel check first contact between @ministers-office and @contractor not before 2030-06-01

It begins with no, at most N, at least N, more than N, fewer than N, or first; then contact, or mails, calls, texts, meetings, visits; then between A and B, where A and B are groups, keys, names or addresses, several with or. Behind these, in any order: from, since, after, to, until, before DAY; in, on, during a day, month, year or window; not before DAY; through whom (go-betweens); to my knowledge, as far as I recall; said DAY by WHOM. docs/claims.md has all of it.

contradicted: the records certainly show it to be wrong, in every reading of what a contact is; where it is so only under the case's definition, that is said. at odds: the same, but the speaker vouched for no more than what was known or recalled, and took part in none of the contacts. consistent: the scope is covered, and nothing in it may break the claim. untested: all else, with what is missing. A claim without an end ends when it was said.`,
  options: {
    ...CASE_OPTION,
    coverage: {
      type: 'string',
      value: 'PERCENT',
      default: '90',
      help: 'Share of the scope that must be covered before a claim is called consistent.',
    },
    ...FORMAT_OPTION,
  },
  positionals: [0, MOST_WORDS],
  run,
};

/** Per cent as it was typed, in per mille. @throws UsageError when it is none */
function thresholdOf({ text }: Invocation): number {
  const written = text('coverage') ?? '';
  const match = /^(\d{1,3})(?:\.(\d))?\s*%?$/.exec(written);
  const threshold = match === null ? -1 : Number(match[1]) * 10 + Number(match[2] ?? 0);
  if (threshold < 1 || threshold > 1000)
    throw new UsageError(
      `--coverage is no share: ${JSON.stringify(written)}`,
      'write per cent above 0 and up to 100, such as 90',
    );
  return threshold;
}

async function run(invocation: Invocation): Promise<number> {
  const threshold = thresholdOf(invocation);
  const { openCase } = await import('../case/open.ts');
  const open = await openCase(invocation.caseFolder());
  try {
    const claim = claimOf(invocation.positionals);
    if (claim === '') await all(open, invocation, threshold);
    else if (/\s/.test(claim)) await written(open, invocation, claim, threshold);
    else await one(open, invocation, claim, threshold);
    return EXIT.done;
  } finally {
    await open.close();
  }
}

/** The words of a claim as one text; what the shell kept together is one name. */
function claimOf(words: readonly string[]): string {
  if (words.length === 1) return words[0]!.trim();
  return words.map((word) => (/\s/.test(word) && !word.includes('"') ? `"${word}"` : word)).join(' ');
}

async function all(open: OpenCase, { output }: Invocation, threshold: number): Promise<void> {
  const { statementViews } = await import('../case/views/statements.ts');
  const { noneFound } = await import('../case/views/coverage.ts');
  const { statementColumns, statementNotes } = await import('./show/statements.ts');
  const views = await statementViews(open, threshold);
  await output.rows(statementColumns(open), views, {
    empty: `statements.yaml has no statements: write some, or check a claim on the spot. ${noneFound(open)}`,
    notes: wrapLines(statementNotes(views, threshold), output.width),
  });
}

async function one(open: OpenCase, { output }: Invocation, id: string, threshold: number): Promise<void> {
  const { statementViews } = await import('../case/views/statements.ts');
  const views = (await statementViews(open, threshold)).filter(({ statement }) => statement === id);
  if (views.length === 0) {
    const { noStatement } = await import('./show/claim-mistake.ts');
    throw noStatement(open, id);
  }
  const { showStatement } = await import('./show/statement.ts');
  await showStatement(open, output, views);
}

async function written(open: OpenCase, { output }: Invocation, claim: string, threshold: number): Promise<void> {
  const { checkWritten } = await import('../case/check.ts');
  const { ClaimError } = await import('../case/claims/claim-error.ts');
  const { showClaim } = await import('./show/statement.ts');
  try {
    await showClaim(open, output, await checkWritten(open, claim, threshold));
  } catch (error) {
    if (!(error instanceof ClaimError)) throw error;
    const { claimMistake } = await import('./show/claim-mistake.ts');
    throw claimMistake(error);
  }
}
