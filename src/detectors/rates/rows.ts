/** Rows of the query of rate-change as events, named questions and pairs. */
import { joined } from '../../coverage/day-ranges.ts';
import type { DetectorRow } from '../detector.ts';
import type { DatedContact, ExposedChannel } from './series.ts';

/** Something of the case around which rates are compared. Days since 1970, inclusive. */
export interface RateEvent {
  readonly id: string;
  readonly what: string;
  readonly from: number;
  readonly to: number;
}

/** Contacts between two sides, with the days that are covered. */
export interface RateSubject {
  readonly between: string;
  /** null: everybody else. */
  readonly and: string | null;
  readonly exposed: readonly ExposedChannel[];
  readonly contacts: readonly DatedContact[];
  /** Ids of the contacts by place; empty where they are not listed one by one. */
  readonly ids: readonly bigint[];
  readonly told: boolean;
}

/** A pair of parties of a scan. Its contacts are read when they are asked for: of all pairs there may be millions. */
export interface RatePair {
  readonly mine: string;
  readonly theirs: string;
  readonly exposed: readonly ExposedChannel[];
  /** Equal for pairs whose coverage is the same. */
  readonly coverage: string;
  contacts(): DatedContact[];
  /** First days of these contacts, in order. */
  firstDays(): number[];
  readonly ids: readonly bigint[];
}

interface WrittenQuestion {
  readonly between: string;
  readonly and: string | null;
  readonly exposed: readonly ExposedChannel[];
  readonly contacts: readonly (readonly [no: number, channel: number, first: number, last: number, id: string])[];
  readonly told: boolean;
}
type WrittenPair = readonly [
  mine: number,
  mineKey: string,
  mineName: string,
  theirs: number,
  theirsKey: string,
  theirsName: string,
  codes: string,
  ids: readonly string[] | null,
];

const written = <T>(row: DetectorRow): T => JSON.parse(String(row.value)) as T;
const standing = (rows: readonly DetectorRow[], name: string): DetectorRow[] =>
  rows.filter((row) => row.standing === name);

/** The events, in their order in the case. */
export function eventsIn(rows: readonly DetectorRow[]): RateEvent[] {
  return standing(rows, 'event').map((row) => {
    const [id, what, from, to] = written<[string, string, number, number]>(row);
    return { id, what, from, to };
  });
}

/** What the case names, in the order of its files. */
export function questionsIn(rows: readonly DetectorRow[]): RateSubject[] {
  return standing(rows, 'question').map((row) => {
    const { contacts, ...rest } = written<WrittenQuestion>(row);
    return {
      ...rest,
      contacts: contacts.map(([no, channel, first, last]) => ({ no, channel, first, last })),
      ids: contacts.map(([, , , , id]) => BigInt(id)),
    };
  });
}

/** A pair is covered on the days of both ends: the records of one show the contact. */
function bothEnds(mine: readonly ExposedChannel[], theirs: readonly ExposedChannel[]): ExposedChannel[] {
  const byChannel = Map.groupBy([...mine, ...theirs], ({ channel }) => channel);
  return [...byChannel]
    .sort(([a], [b]) => a - b)
    .map(([channel, of]) => {
      const days = joined(of.flatMap((exposed) => exposed.days));
      return { channel, days, whole: days, changes: [] };
    });
}

/** Numbers for texts that are equal, so that coverage need not be compared letter by letter. */
function numbering(): (text: string) => number {
  const known = new Map<string, number>();
  return (text) => {
    const number = known.get(text) ?? known.size;
    known.set(text, number);
    return number;
  };
}

/** All pairs with enough contacts, by the keys of both. */
export function pairsIn(rows: readonly DetectorRow[]): RatePair[] {
  const number = numbering();
  const parties = new Map(
    standing(rows, 'party').map((row) => [
      Number(row.no),
      { exposed: written<readonly ExposedChannel[]>(row), coverage: number(String(row.value)) },
    ]),
  );
  const unions = new Map<string, ExposedChannel[]>();
  const nothing = { exposed: [], coverage: -1 };
  return standing(rows, 'pair').map((row) => {
    const [mine, mineKey, , theirs, theirsKey, , codes, ids] = written<WrittenPair>(row);
    const [a, b] = [parties.get(mine) ?? nothing, parties.get(theirs) ?? nothing];
    const coverage = `${Math.min(a.coverage, b.coverage)} ${Math.max(a.coverage, b.coverage)}`;
    const exposed = unions.get(coverage) ?? bothEnds(a.exposed, b.exposed);
    unions.set(coverage, exposed);
    const contacts = (): DatedContact[] => (JSON.parse(codes) as number[]).map(decoded);
    const firstDays = (): number[] => (JSON.parse(codes) as number[]).map((code) => Math.floor(code / 512));
    return { mine: mineKey, theirs: theirsKey, exposed, coverage, contacts, firstDays, ids: (ids ?? []).map(BigInt) };
  });
}

/** A contact from its code: ((first day · 64) + days after it) · 8 + channel. */
function decoded(code: number): DatedContact {
  const days = Math.floor(code / 8);
  const first = Math.floor(days / 64);
  return { no: -1, channel: code % 8, first, last: first + (days % 64) };
}
