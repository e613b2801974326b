/** Answers queries without a word: the ledger knows all that they ask, and records that have no words besides. */
import type { Ledger } from '../../ledger/ledger.ts';
import { NEWEST_FIRST } from '../../ledger/queries/text/hits.ts';
import type { Query, QueryNode } from '../../text/query/ast.ts';
import { bitsOf, countOf, hasBit } from './bits.ts';

/** A page of records. */
export interface ListedPage {
  /** record_no, newest first. */
  readonly records: readonly number[];
  /** Where the next page begins; null: there is none. */
  readonly next: number | null;
  readonly total: number;
}

/** Whether a query asks for words. */
export function hasWords(node: QueryNode): boolean {
  switch (node.kind) {
    case 'condition':
      return false;
    case 'not':
      return hasWords(node.part);
    case 'and':
    case 'or':
      return node.parts.some(hasWords);
    default:
      return true;
  }
}

/** All records in the order of answers, read once. */
export class Listing {
  readonly #ledger: Ledger;
  readonly #count: number;
  #order: Promise<Int32Array> | null = null;

  /** @param count records of the ledger */
  constructor(ledger: Ledger, count: number) {
    this.#ledger = ledger;
    this.#count = count;
  }

  /**
   * A page of the records for which a query holds.
   * @param sets for each condition, which records of the ledger fit
   * @param from where the page begins: `next` of the page before, or 0
   */
  async page(query: Query, sets: readonly Uint8Array[], from: number, limit: number): Promise<ListedPage> {
    const order = await this.#newestFirst();
    const all = bitsOf(order, this.#count);
    const fitting = evaluated(query.root, sets, all);
    const records: number[] = [];
    let at = from;
    for (; at < order.length && records.length < limit; at++) if (hasBit(fitting, order[at]!)) records.push(order[at]!);
    while (at < order.length && !hasBit(fitting, order[at]!)) at++;
    return { records, next: at < order.length ? at : null, total: countOf(fitting) };
  }

  #newestFirst(): Promise<Int32Array> {
    this.#order ??= this.#ledger
      .columns<{ readonly record_no: Int32Array }>(NEWEST_FIRST)
      .then(({ record_no }) => record_no);
    return this.#order;
  }
}

/** The records of a set for which a query without words holds. @param all the set: what is outside of it fits nothing */
function evaluated(node: QueryNode, sets: readonly Uint8Array[], all: Uint8Array): Uint8Array {
  switch (node.kind) {
    case 'condition':
      return all.map((byte, i) => byte & (sets[node.condition]![i] ?? 0));
    case 'not': {
      const part = evaluated(node.part, sets, all);
      return all.map((byte, i) => byte & ~part[i]!);
    }
    case 'and':
    case 'or': {
      const parts = node.parts.map((part) => evaluated(part, sets, all));
      const isAnd = node.kind === 'and';
      return all.map((byte, i) =>
        parts.reduce((sum, part) => (isAnd ? sum & part[i]! : sum | part[i]!), isAnd ? byte : 0),
      );
    }
    default:
      return new Uint8Array(all.length);
  }
}
