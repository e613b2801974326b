/** States of the contacts that some disclosure fits, for each duty-holder and as a headline. */
import { UNBOUNDED } from './graph.ts';
import { type Candidate, type Claim, type Settled, settle } from './settle.ts';
import { headlineWeight } from './state.ts';

/** A row of the table of accounts that may be owed. */
export interface DueRow {
  readonly contact_no: number;
  /** Number of the duty; 0 where the case has none, and only the headline is asked. */
  readonly duty_no: number;
  /** Party; null where nobody knows who was visited. */
  readonly holder: number | null;
  readonly nearness: number;
  /** 0 no, 1 perhaps, 2 yes. */
  readonly required: number;
  readonly inside: boolean;
  readonly reached: boolean;
  readonly reached_public: boolean;
  readonly deadline: number | null;
  /** Somebody who came, where nobody knows who was visited; null elsewhere. */
  readonly visitor: number | null;
  readonly id: bigint;
  readonly earliest: number | null;
}

export interface GivenRow {
  readonly disclosure_no: number;
  readonly capacity: number | null;
  readonly given: number | null;
}

export interface CandidateRow {
  readonly contact_no: number;
  readonly disclosure_no: number;
  readonly exact: boolean;
}

export interface DutyCandidateRow extends CandidateRow {
  readonly duty_no: number;
  readonly holder: number;
}

export interface LeftOutRow {
  readonly contact_no: number;
  readonly duty_no: number;
  readonly holder: number;
}

export interface Question {
  readonly due: readonly DueRow[];
  /** In the order of preference. */
  readonly given: readonly GivenRow[];
  readonly candidates: readonly DutyCandidateRow[];
  /** Public ones, by anybody. */
  readonly publicCandidates: readonly CandidateRow[];
  readonly leftOut: readonly LeftOutRow[];
  readonly publicLeftOut: ReadonlySet<number>;
  /** Numbers of the duties whose audience is the public. */
  readonly publicDuties: ReadonlySet<number>;
  readonly asOf: number;
}

export interface StateRow {
  readonly contact: number;
  /** 0: the headline. */
  readonly duty: number;
  readonly holder: number | null;
  /** Place in CONTACT_STATES. */
  readonly state: number;
  readonly disclosure: number | null;
  readonly candidates: number;
  /** Smallest contact_no of those that compete; null where none do. */
  readonly component: number | null;
  readonly deadline: number | null;
}

const REQUIRED = ['no', 'perhaps', 'yes'] as const;
const EXACT = 0;
const COARSE = 1;
const LATE = 2;

/** A claim with the row of states that it will fill. */
interface Asked extends Claim {
  readonly contactNo: number;
  readonly duty: number;
  readonly holder: number | null;
  readonly deadline: number | null;
}

const keyOf = (contact: number, duty: number, holder: number | null): string => `${contact} ${duty} ${holder}`;

/** Places of the contacts in the order of time, then id. */
function placesOf(due: readonly DueRow[]): ReadonlyMap<number, number> {
  const first = new Map(due.map((row) => [row.contact_no, row]));
  const time = (row: DueRow): number => row.earliest ?? Number.POSITIVE_INFINITY;
  const order = [...first.values()].sort((a, b) =>
    time(a) < time(b) ? -1 : time(a) > time(b) ? 1 : a.id < b.id ? -1 : a.id > b.id ? 1 : 0,
  );
  return new Map(order.map((row, place) => [row.contact_no, place]));
}

/** Whether some public duty falls on a contact: then its headline is that of every duty-holder. */
function hasPublicDuty(q: Question, rows: readonly DueRow[]): boolean {
  return rows.some((row) => q.publicDuties.has(row.duty_no) && row.required > 0);
}

function isOwedByDuty(row: DueRow): boolean {
  return row.duty_no > 0 && row.holder !== null;
}

function dutyClaim(q: Question, row: DueRow, place: number, leftOut: ReadonlySet<string>): Asked {
  return {
    contact: place,
    pool: `${row.duty_no} ${row.holder}`,
    nearness: row.nearness,
    required: REQUIRED[row.required]!,
    due: row.deadline === null || row.deadline <= q.asOf,
    reached: row.reached,
    leftOut: leftOut.has(keyOf(row.contact_no, row.duty_no, row.holder)),
    contactNo: row.contact_no,
    duty: row.duty_no,
    holder: row.holder,
    deadline: row.deadline,
  };
}

/**
 * One claim for a contact on which no public duty falls: public, by anybody. A log that does not say who was visited has
 * a row for everybody who came: one meeting that a disclosure tells of is one visit of each of those whom it names.
 */
function headlineClaim(q: Question, rows: readonly DueRow[], place: number): Asked {
  const known = rows.filter((row) => row.inside && row.reached_public);
  const contactNo = rows[0]!.contact_no;
  return {
    contact: place,
    pool: rows[0]!.visitor === null ? '' : `visitor ${rows[0]!.visitor}`,
    nearness: Math.min(...rows.map((row) => row.nearness)),
    required: rows.some((row) => row.inside) ? 'yes' : 'perhaps',
    due: true,
    reached: known.length > 0,
    leftOut: q.publicLeftOut.has(contactNo),
    contactNo,
    duty: 0,
    holder: null,
    deadline: null,
  };
}

function ranked(q: Question, claims: readonly Asked[]): Candidate[] {
  const claimOf = new Map(claims.map((claim, i) => [keyOf(claim.contactNo, claim.duty, claim.holder), i]));
  const placeOf = new Map(q.given.map((given, place) => [given.disclosure_no, place]));
  const rank = (row: CandidateRow, deadline: number | null): number => {
    const { given } = q.given[placeOf.get(row.disclosure_no)!]!;
    if (given !== null && deadline !== null && given > deadline) return LATE;
    return row.exact ? EXACT : COARSE;
  };
  const candidate = (row: CandidateRow, claim: number | undefined): Candidate[] =>
    claim === undefined || !placeOf.has(row.disclosure_no)
      ? []
      : [{ claim, disclosure: placeOf.get(row.disclosure_no)!, rank: rank(row, claims[claim]!.deadline) }];
  return [
    ...q.candidates.flatMap((row) => candidate(row, claimOf.get(keyOf(row.contact_no, row.duty_no, row.holder)))),
    ...q.publicCandidates.flatMap((row) => candidate(row, claimOf.get(keyOf(row.contact_no, 0, null)))),
  ];
}

/** The account of a contact that weighs most, of those that count for the headline. */
function headline(q: Question, states: readonly StateRow[], required: ReadonlySet<string>): StateRow | undefined {
  const counting = states.filter((s) => q.publicDuties.has(s.duty) && required.has(keyOf(s.contact, s.duty, s.holder)));
  return counting.toSorted((a, b) => headlineWeight(a.state) - headlineWeight(b.state))[0];
}

function stateRow(claim: Asked, settled: Settled, claims: readonly Asked[], q: Question): StateRow {
  return {
    contact: claim.contactNo,
    duty: claim.duty,
    holder: claim.holder,
    state: settled.state,
    disclosure: settled.disclosure === -1 ? null : q.given[settled.disclosure]!.disclosure_no,
    candidates: settled.candidates,
    component: settled.part === -1 ? null : claims[settled.part]!.contactNo,
    deadline: claim.deadline,
  };
}

/**
 * Settles all accounts of the contacts that some disclosure fits.
 * @returns states by duty and holder, and one headline (duty 0, no holder) for each contact, in the order of the rows
 */
export function judge(q: Question): StateRow[] {
  const placeOf = placesOf(q.due);
  const leftOut = new Set(q.leftOut.map((row) => keyOf(row.contact_no, row.duty_no, row.holder)));
  const byContact = Map.groupBy(q.due, (row) => row.contact_no);
  const claims = [...byContact.values()].flatMap((rows): Asked[] => {
    const place = placeOf.get(rows[0]!.contact_no)!;
    const duties = rows.filter(isOwedByDuty).map((row) => dutyClaim(q, row, place, leftOut));
    return hasPublicDuty(q, rows) ? duties : [...duties, headlineClaim(q, rows, place)];
  });
  const capacity = q.given.map((given) => given.capacity ?? UNBOUNDED);
  const settled = settle(claims, capacity, ranked(q, claims));
  const states = claims.map((claim, i) => stateRow(claim, settled[i]!, claims, q));
  const required = new Set(
    q.due.filter((row) => row.required > 0).map((row) => keyOf(row.contact_no, row.duty_no, row.holder)),
  );
  const headlines = [...Map.groupBy(states, (s) => s.contact).values()].flatMap((rows) => {
    if (rows.some((s) => s.duty === 0)) return [];
    const worst = headline(q, rows, required);
    return worst === undefined ? [] : [{ ...worst, duty: 0, holder: null, deadline: null }];
  });
  return [...states, ...headlines];
}
