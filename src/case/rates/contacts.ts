/** The contacts of a question that a rate is made of: distinct, certain, each with its days. */
import { distinct, mayBeSame } from '../../contacts/distinct.ts';
import { localDay } from '../../coverage/local-days.ts';
import type { DatedContact } from '../../detectors/rates/series.ts';
import type { Ledger } from '../../ledger/ledger.ts';
import { parametersOf } from '../../ledger/queries/contacts/asked.ts';
import { CANDIDATE_EDGE, CANDIDATE_EDGES, candidate, FORGET_COUNT } from '../../ledger/queries/contacts/count.ts';
import { rateCertain } from '../../ledger/queries/detectors/rate-change.ts';
import { checkNames, type Question } from '../count.ts';

/** Contacts for a comparison of rates, in the order of their latest instant. */
export interface RateContacts {
  /** The list behind the lower bound of the question: no two can be one event. */
  readonly contacts: readonly DatedContact[];
  /** Content ids of them, by place. */
  readonly ids: readonly bigint[];
  /** Some are told in prose: nobody knows how they were picked. */
  readonly told: boolean;
}

interface CertainColumns extends Readonly<{ [column: string]: unknown }> {
  readonly contact: Int32Array;
  readonly id: BigUint64Array;
  readonly channel: Int32Array;
  readonly earliest: Float64Array;
  readonly latest: Float64Array;
  readonly told: Int32Array;
}
interface Edges extends Readonly<{ [column: string]: unknown }> {
  readonly a: Int32Array;
  readonly b: Int32Array;
}

/** Local days of instants; each hour of UTC is looked up once, since offsets change on whole quarters of hours at most. */
function dayReader(zone: string): (instant: number) => number {
  const known = new Map<number, number>();
  return (instant) => {
    const quarter = Math.floor(instant / 900);
    const day = known.get(quarter) ?? localDay(zone, instant);
    known.set(quarter, day);
    return day;
  };
}

/**
 * @param zone in which days are counted
 * @throws RangeError when a name is no group's and no party's
 */
export async function rateContacts(ledger: Ledger, question: Question, zone: string): Promise<RateContacts> {
  await checkNames(ledger, question);
  await ledger.run(candidate(question), parametersOf(question));
  await ledger.run(CANDIDATE_EDGE);
  const edges = await ledger.columns<Edges>(CANDIDATE_EDGES);
  const all = await ledger.columns<CertainColumns>(rateCertain(question.definition));
  await ledger.run(FORGET_COUNT);
  const placeOf = new Map(Array.from(all.contact, (contact, place) => [contact, place]));
  const places = distinct(all, mayBeSame(edges.a, edges.b)).map((contact) => placeOf.get(contact)!);
  const dayOf = dayReader(zone);
  return {
    contacts: places.map((i) => ({
      no: all.contact[i]!,
      channel: all.channel[i]!,
      first: dayOf(all.earliest[i]!),
      last: dayOf(all.latest[i]!),
    })),
    ids: places.map((i) => all.id[i]!),
    told: places.some((i) => all.told[i] === 1),
  };
}
