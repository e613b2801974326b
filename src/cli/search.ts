/** `search`: words in what was written, newest first. */
import type { CaseSearch, SearchAnswer, SearchHit, SearchOptions } from '../case/search.ts';
import { CASE_OPTION, type Command, EXIT, FORMAT_OPTION, type Invocation, UsageError } from './command.ts';
import { counted, countText } from './frame/cell.ts';
import type { Line } from './frame/line.ts';
import type { Output } from './frame/output.ts';

/** Hits on a terminal unless somebody says otherwise. */
const ON_TERMINAL = 20;
/** Hits that are read at once. */
const PAGE = 100;
const MOST_WORDS = 200;

export const command: Command = {
  name: 'search',
  summary: 'Finds words in messages, attachments, calendars and logs, newest first, with fields',
  usage: 'backchannel search WORDS [--limit N] [--rank]',
  detail: `
All words must be there; case and accents do not matter. "a phrase" keeps its order, word* is any word that begins so, NEAR(a b, 5) is both within five words; AND, OR, NOT and parentheses combine them. Fields: from: to: cc: with: subject: body: file: before: after: on: channel: source: has:, each with a word or a "phrase". with:PARTY finds all addresses of a party, with:@GROUP those of a group; days may be events of case.yaml. docs/search.md has all of it.

  backchannel search 'invoice with:ada-lowell after:vote'
  backchannel search '"ferry terminal" has:attachment NOT subject:newsletter'

Each hit is a record with its id, which cite opens. How many there are, and what could not be searched, goes to standard error: attachments without text that can be read, sources that are gone. Without a word the fields alone are asked, of all records, calls included. A word that begins with - stands behind -- or inside of the quotes of the shell.`,
  options: {
    ...CASE_OPTION,
    limit: {
      type: 'string',
      value: 'N',
      help: `Most hits that are shown. Without it ${ON_TERMINAL} in a table, all in other formats.`,
    },
    rank: { type: 'boolean', help: 'Best first instead of newest first (BM25 over the newest hits).' },
    ...FORMAT_OPTION,
  },
  positionals: [1, MOST_WORDS],
  run,
};

function limitOf({ text, output }: Invocation): number {
  const given = text('limit');
  if (given === null) return output.format === 'table' ? ON_TERMINAL : Number.POSITIVE_INFINITY;
  if (/^[1-9]\d{0,8}$/.test(given)) return Number(given);
  throw new UsageError(`--limit is no number of hits: ${JSON.stringify(given)}`, 'write a whole number such as 100');
}

async function run(invocation: Invocation): Promise<number> {
  const { output, signal } = invocation;
  const limit = limitOf(invocation);
  const { openCase } = await import('../case/open.ts');
  const { openSearch } = await import('../case/search.ts');
  const { queryOf } = await import('./search/query.ts');
  const { tmpdir } = await import('node:os');
  const open = await openCase(invocation.caseFolder());
  try {
    const search = await openSearch(open, { threads: 0, spoolDir: tmpdir() });
    try {
      const text = queryOf(invocation.positionals);
      const options = {
        limit: Math.min(limit, PAGE),
        rank: invocation.flag('rank'),
        isShort: output.format === 'table',
      };
      const first = await asked(search, text, options);
      await shown(output, first, hitsOf(search, text, options, first, limit, signal));
      for (const line of await wordsOf(first, Math.min(limit, first.total))) output.words(line);
    } finally {
      await search.close();
    }
    return EXIT.done;
  } finally {
    await open.close();
  }
}

/** @throws UsageError for a query that cannot be asked, with a caret under what is wrong */
async function asked(search: CaseSearch, text: string, options: SearchOptions): Promise<SearchAnswer> {
  const { isRefused } = await import('../case/search/refused.ts');
  const answer = await search.search(text, options);
  if (!isRefused(answer)) return answer;
  const { queryMistake } = await import('./search/query.ts');
  throw queryMistake(answer);
}

/** The hits of all pages up to a limit. */
async function* hitsOf(
  search: CaseSearch,
  text: string,
  options: SearchOptions,
  first: SearchAnswer,
  limit: number,
  signal: AbortSignal,
): AsyncGenerator<SearchHit> {
  let left = limit;
  for (let page = first; ; ) {
    for (const hit of page.hits.slice(0, left)) yield hit;
    left -= page.hits.length;
    signal.throwIfAborted();
    if (page.next === null || left <= 0) return;
    // They were counted with the first page.
    page = await asked(search, text, { ...options, limit: Math.min(left, PAGE), after: page.next, countUpTo: 0 });
  }
}

async function shown(output: Output, { query }: SearchAnswer, hits: AsyncGenerator<SearchHit>): Promise<void> {
  const { HIT_COLUMNS, hitLines } = await import('./search/hit.ts');
  if (output.format !== 'table') {
    await output.rows(HIT_COLUMNS, hits);
    return;
  }
  for await (const hit of hits) await output.document({ query: query.text }, () => hitLines(hit, output.width));
}

/** What goes to standard error: how many, and what could not be searched. */
async function wordsOf(answer: SearchAnswer, shownHits: number): Promise<Line[]> {
  const { coverageSentences } = await import('../case/search/coverage.ts');
  const { total, isExact, ranked, coverage } = answer;
  const found = total === 0 ? 'Nothing found.' : `${isExact ? '' : 'At least '}${counted(total, 'hit')}`;
  const part = shownHits < total ? `, the ${ranked === null ? 'newest' : 'best'} ${countText(shownHits)} shown` : '';
  const compared = ranked === null || ranked >= total ? '' : `; the newest ${countText(ranked)} were compared`;
  return [total === 0 ? found : `${found}${part}${compared}.`, ...coverageSentences(coverage, answer.isWords)];
}
