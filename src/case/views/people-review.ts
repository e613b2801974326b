/** Questions about who is who that a person can settle, the most valuable first. */
import { hash64 } from '../../bytes/hash.ts';
import { addressKey } from '../../identity/claims.ts';
import { type ReviewRow, reviewRows } from '../../ledger/queries/people/review.ts';
import { GRADES, type Grade } from '../../model/finding.ts';
import { ADDRESS_KINDS } from '../../model/record.ts';
import { endOfDay, startOfDay } from '../../reconcile/days.ts';
import { CaseError } from '../error.ts';
import { type AddressAnchor, type CaseFiles, resolveDay, resolveWindow } from '../files/index.ts';
import { type PairState, pairKey, pairStates } from '../stages/people.ts';
import type { ViewedCase } from './contacts.ts';
import { type Agreement, agreementsOf, bitsOf, levelWeights } from './people-evidence.ts';

/** One of the two sides of a question. */
export interface ReviewSide {
  /** As a decision names it. */
  readonly anchor: AddressAnchor;
  /** address_no; null for a person of people.yaml. */
  readonly no: number | null;
  /** Key of the person of people.yaml; null for an address. */
  readonly party: string | null;
}

/** Are these two one person? */
export interface ReviewQuestion {
  /** q: and 16 hex digits, of both sides: the same in every build. */
  readonly id: string;
  readonly a: ReviewSide;
  readonly b: ReviewSide;
  /** What is taken for true until somebody decides. */
  readonly grade: Grade;
  /** Evidence in doublings of the odds. */
  readonly bits: number;
  readonly agreements: readonly Agreement[];
  /** Contacts that would be certain by it alone, and those of them that the case asks about. */
  readonly contacts: number;
  readonly asked: number;
  /** What was decided about the pair: `unsure` is asked again, last; null: nothing. */
  readonly decided: PairState | null;
}

/** More are not looked at: behind them hardly a contact hangs on anything. */
const MOST = 20_000;

/** Windows and duties as "from to", epoch seconds; all time where there is none. */
function periodsOf(files: CaseFiles): string {
  const { zone, windows, duties } = files.case;
  const [past, future] = ['-9000000000000000', '9000000000000000'];
  const line = (from: string | null | undefined, to: string | null | undefined): string =>
    `${from == null ? past : startOfDay(zone, from)} ${to == null ? future : endOfDay(zone, to)}`;
  const ofWindows = windows.map(({ id }) => {
    const days = resolveWindow(files, id);
    return line(days?.from, days?.to);
  });
  const ofDuties = duties.map(({ from, to }) =>
    line(
      from === undefined ? null : resolveDay(files, from)?.first,
      to === undefined ? null : resolveDay(files, to)?.last,
    ),
  );
  const all = [...ofWindows, ...ofDuties];
  return (all.length === 0 ? [line(null, null)] : all).join('\n');
}

function sidesOf(row: ReviewRow): { a: ReviewSide; b: ReviewSide } {
  const a = { kind: ADDRESS_KINDS[row.a_kind]!, address: row.a_norm };
  if (row.b_party !== null)
    return {
      a: { anchor: a, no: row.a_no, party: null },
      b: { anchor: { kind: 'name', address: row.b_party }, no: null, party: row.b_party },
    };
  const b = { kind: ADDRESS_KINDS[row.b_kind!]!, address: row.b_norm! };
  return { a: { anchor: a, no: row.a_no, party: null }, b: { anchor: b, no: row.b_no, party: null } };
}

/** The id of a question, of what decisions call its sides. */
export function questionId(a: AddressAnchor, b: AddressAnchor): string {
  const keys = [a, b].map(({ kind, address }) => addressKey(kind, address)).sort();
  return `q:${hash64(JSON.stringify(['review', keys]))
    .toString(16)
    .padStart(16, '0')}`;
}

async function allQuestions(open: ViewedCase): Promise<ReviewQuestion[]> {
  const rows = await open.ledger.rows<ReviewRow>(reviewRows(open.files.case.definition.definition), {
    periods: periodsOf(open.files),
    most: MOST,
  });
  const weights = await levelWeights(open);
  const states = pairStates(open.files);
  return rows.map((row): ReviewQuestion => {
    const { a, b } = sidesOf(row);
    return {
      id: questionId(a.anchor, b.anchor),
      a,
      b,
      grade: GRADES[row.grade]!,
      bits: bitsOf(row.weight),
      agreements: agreementsOf(weights, row.levels, row.weight),
      contacts: row.contacts,
      asked: row.asked,
      decided: states.get(pairKey(a.anchor, b.anchor)) ?? null,
    };
  });
}

/** The queue. @param most questions that are given @returns them, and how many there are in all */
export async function reviewQueue(
  open: ViewedCase,
  most: number,
): Promise<{ readonly questions: ReviewQuestion[]; readonly all: number }> {
  const open_ = (await allQuestions(open)).filter(({ decided }) => decided === null || decided === 'unsure');
  const fresh = open_.filter(({ decided }) => decided === null);
  const unsure = open_.filter(({ decided }) => decided !== null);
  const questions = [...fresh, ...unsure];
  return { questions: questions.slice(0, most), all: questions.length };
}

/** A question by its id or the beginning of it. @throws CaseError when there is none, or several begin so */
export async function reviewQuestion(open: ViewedCase, text: string): Promise<ReviewQuestion> {
  const wanted = text.trim().toLowerCase().replace(/^q:/, '');
  if (!/^[0-9a-f]{3,16}$/.test(wanted))
    throw new CaseError(`this is no id of a question: ${JSON.stringify(text)}`, 'backchannel people review lists them');
  const found = (await allQuestions(open)).filter(({ id }) => id.startsWith(`q:${wanted}`));
  if (found.length === 1) return found[0]!;
  throw found.length === 0
    ? new CaseError(`nothing is asked under ${text}`, 'backchannel people review --format jsonl lists the questions')
    : new CaseError(`several questions begin with ${text}`, 'write more of its digits');
}
