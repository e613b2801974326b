/** Searches a case: words in what was written, fields in what the ledger knows, newest first. */
import { join } from 'node:path';
import { QUOTED_COUNT } from '../ledger/queries/text/hits.ts';
import { isDamage } from '../text/damage.ts';
import type { FieldCondition, Query } from '../text/query/ast.ts';
import { isMistake } from '../text/query/mistake.ts';
import { parseQuery } from '../text/query/parse.ts';
import { openText, type TextIndex } from '../text/search/open.ts';
import { highlighter } from '../text/snippet/snippet.ts';
import { ledgerFolder } from './build/folder.ts';
import { CaseError } from './error.ts';
import { nearest } from './files/words/nearest.ts';
import type { OpenCase } from './open.ts';
import { bitsOf } from './search/bits.ts';
import { type FactCondition, fitting } from './search/conditions.ts';
import { type SearchCoverage, searchCoverage } from './search/coverage.ts';
import { type FoundRecord, foundRows } from './search/found-row.ts';
import { hasWords, Listing } from './search/listing.ts';
import { Numbering } from './search/numbering.ts';
import { isRefused, type RefusedQuery } from './search/refused.ts';
import { type FoundWords, WordReader } from './search/words.ts';
import { readTextIndex } from './text/index-file.ts';

/** How much of an answer is wanted. */
export interface SearchOptions {
  /** Hits of a page. */
  readonly limit: number;
  /** `next` of the page before; absent: the first page. */
  readonly after?: string;
  /** Best first instead of newest first; words only. */
  readonly rank?: boolean;
  /** Hits are counted up to this many; more are "at least". */
  readonly countUpTo?: number;
  /** Whether ids are shortened, which takes a look at all records. */
  readonly isShort?: boolean;
}

/** A record in which the query was met. */
export interface SearchHit extends FoundRecord {
  readonly words: FoundWords;
}

export interface SearchAnswer {
  readonly hits: readonly SearchHit[];
  /** Goes into `after` for the next page; null when this is the last. */
  readonly next: string | null;
  /** Hits on all pages: how many, or at least how many. */
  readonly total: number;
  readonly isExact: boolean;
  /** Of ranked hits, how many newest ones were compared; null where hits are not ranked. */
  readonly ranked: number | null;
  readonly query: Query;
  /** Whether it asks for words; fields alone are asked of all records. */
  readonly isWords: boolean;
  /** What cannot be found at all. */
  readonly coverage: SearchCoverage;
}

/** Searches of one build. Files, threads and what was found out stay open for the next one. */
export interface CaseSearch {
  /**
   * @param text in the language of docs/search.md
   * @throws CaseError when the index is torn
   */
  search(text: string, options: SearchOptions): Promise<SearchAnswer | RefusedQuery>;
  close(): Promise<void>;
}

/** How searches are run. */
export interface SearchSettings {
  /** Threads that search besides this one; 0: this one alone, right for a single question. */
  readonly threads: number;
  /** Where unpacked members of archives are kept while it is open; null: in memory, and not the largest. */
  readonly spoolDir: string | null;
}

/** Hits are counted up to here unless somebody says otherwise. */
const COUNTED = 10_000;
/** Conditions whose records are remembered. */
const REMEMBERED = 32;

const torn = (): CaseError =>
  new CaseError('the index of words is torn or missing', 'run backchannel build, which mends it');

/**
 * Opens the index of the last finished build.
 * @throws CaseError when it has none, or it is torn
 */
export async function openSearch(open: OpenCase, settings: SearchSettings): Promise<CaseSearch> {
  const paths = ledgerFolder(open.folder);
  const file = readTextIndex(join(paths.builds, open.build.id));
  if (file === null) throw new CaseError('the words of this case are not indexed yet', 'run backchannel build');
  const numbering = new Numbering(paths.text, file.segments);
  const index = await openText(numbering.folders(), { threads: settings.threads });
  if (isDamage(index)) throw torn();
  const [counted] = await open.ledger.rows<{ quoted: number }>(QUOTED_COUNT);
  const coverage = searchCoverage(open.build, counted!.quoted);
  return new Searches(open, index, numbering, coverage, settings.spoolDir);
}

/** Which records of the ledger fit a condition, and which of each segment. */
interface Fit {
  readonly ledger: Uint8Array;
  readonly segments: readonly Uint8Array[];
}

class Searches implements CaseSearch {
  readonly #open: OpenCase;
  readonly #index: TextIndex;
  readonly #numbering: Numbering;
  readonly #listing: Listing;
  readonly #coverage: SearchCoverage;
  readonly #words: WordReader;
  readonly #fits = new Map<string, Fit>();

  constructor(
    open: OpenCase,
    index: TextIndex,
    numbering: Numbering,
    coverage: SearchCoverage,
    spoolDir: string | null,
  ) {
    this.#open = open;
    this.#index = index;
    this.#numbering = numbering;
    this.#listing = new Listing(open.ledger, open.build.records);
    this.#coverage = coverage;
    this.#words = new WordReader(open, spoolDir);
  }

  async search(text: string, options: SearchOptions): Promise<SearchAnswer | RefusedQuery> {
    const query = parseQuery(text, nearest);
    if (isMistake(query)) return { text, mistake: query };
    const fits: Fit[] = [];
    for (const condition of query.conditions) {
      const fit = await this.#fit(text, condition);
      if (isRefused(fit)) return fit;
      fits.push(fit);
    }
    const isWords = hasWords(query.root);
    const page = await (isWords ? this.#found(query, fits, options) : this.#listed(query, fits, options));
    const { numbers, ...rest } = page;
    const rows = await foundRows(this.#open, numbers, options.isShort ?? false);
    const marks = highlighter(query);
    const hits: SearchHit[] = [];
    // One after the other: archives are read from front to back.
    for (const { record, row } of rows) hits.push({ ...record, words: await this.#words.words(row, marks) });
    return { hits, ...rest, query, isWords, coverage: this.#coverage };
  }

  async close(): Promise<void> {
    await this.#index.close();
    await this.#words.close();
  }

  async #found(query: Query, fits: readonly Fit[], options: SearchOptions): Promise<Page> {
    const page = await this.#index.search({
      query,
      conditions: fits.map(({ segments }) => segments),
      limit: options.limit,
      countUpTo: options.countUpTo ?? COUNTED,
      rank: options.rank ?? false,
      ...(options.after === undefined ? {} : { after: options.after }),
    });
    if (isDamage(page)) {
      this.#numbering.noteTorn(page.path);
      throw torn();
    }
    const { next, total, exact: isExact, ranked } = page;
    const numbers = page.hits.map(({ segment, record }) => this.#numbering.ledgerNumber(segment, record));
    return { numbers, next, total, isExact, ranked: options.rank === true ? ranked : null };
  }

  async #listed(query: Query, fits: readonly Fit[], { limit, after }: SearchOptions): Promise<Page> {
    const sets = fits.map(({ ledger }) => ledger);
    const from = /^\d{1,10}$/.test(after ?? '') ? Number(after) : 0;
    const { records, next, total } = await this.#listing.page(query, sets, from, limit);
    return { numbers: records, next: next === null ? null : String(next), total, isExact: true, ranked: null };
  }

  async #fit(text: string, condition: FieldCondition): Promise<Fit | RefusedQuery> {
    const key = `${condition.field}:${condition.value}`;
    const known = this.#fits.get(key);
    if (known !== undefined) return known;
    const found = await fitting(this.#open, condition);
    if ('message' in found) return { text, mistake: found };
    const fit = 'fact' in found ? this.#having(found) : this.#numbered(found);
    if (this.#fits.size >= REMEMBERED) this.#fits.delete(this.#fits.keys().next().value!);
    this.#fits.set(key, fit);
    return fit;
  }

  #numbered(records: Int32Array): Fit {
    const ledger = bitsOf(records, this.#open.build.records);
    return { ledger, segments: this.#numbering.apart(ledger) };
  }

  #having(fact: FactCondition): Fit {
    const segments = this.#numbering.having(fact);
    if (segments === null) throw torn();
    return { ledger: this.#numbering.together(segments, this.#open.build.records), segments };
  }
}

/** Records of a page. */
interface Page extends Pick<SearchAnswer, 'next' | 'total' | 'isExact' | 'ranked'> {
  /** record_no, in the order of the answer. */
  readonly numbers: readonly number[];
}
