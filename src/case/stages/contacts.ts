/** Records → contacts: which records witness one event, and which contacts may be one. */
import { Grouping } from '../../contacts/grouping.ts';
import { DEFAULT_LIMITS, type GroupingLimits } from '../../contacts/limits.ts';
import type { Body } from '../../contacts/mail.ts';
import type { Ledger } from '../../ledger/ledger.ts';
import {
  CLASS_RULE,
  CONTACTS_MADE,
  GROUPED_PAIRS,
  JOINED,
  PAIRED_CALLS,
  RECORD_PLACES,
  SINGLE_CALLS,
  SINGLES,
} from '../../ledger/queries/contacts/contact.ts';
import { KNOWN_NAME, NAMED, PART, SPREAD } from '../../ledger/queries/contacts/part.ts';
import { FORGET, RECORD_SOURCE, WITNESS, WITNESS_KINDS } from '../../ledger/queries/contacts/witness.ts';
import type { Severity } from '../../model/problem.ts';
import { RECORD_KINDS, type RecordKind } from '../../model/record.ts';
import { callStage } from './contacts/calls.ts';
import { gatheringStage } from './contacts/gatherings.ts';
import { mailStage } from './contacts/mail.ts';
import { makeTextFold } from './contacts/names.ts';

/** A row of the table of problems. */
export interface ProblemRow {
  readonly source_no: number;
  readonly byte_offset: number;
  readonly byte_length: number;
  readonly row_no: number;
  readonly severity: Severity;
  readonly code: string;
  readonly message: string;
}

export interface ContactsContext {
  /** The text of a message for comparing copies (formats/mail/body-text.ts); null when its source is gone. */
  readonly body: Body;
  readonly problem: (problem: ProblemRow) => void;
  readonly limits?: GroupingLimits;
}

interface Kinds {
  readonly kind: number;
  readonly records: number;
  readonly sources: number;
}

const SAME_ID = {
  severity: 'note',
  code: 'same-id-different-content',
  message: 'another record carries the same id but says something else; both are kept as contacts of their own',
} as const;
const CROWDED_DAY = {
  severity: 'note',
  code: 'crowded-day',
  message:
    'too many visits to one host on this day without a time: that some of them may be one is not held against the count',
} as const;

/**
 * Fills the tables contact, grouped and may_be_same from record, participant and the tables before them. Only records of
 * the record side make contacts; drafts, rows that say that there was nothing, and repeated rows do not.
 * @returns how many contacts there are
 */
export async function contactsStage(ledger: Ledger, context: ContactsContext): Promise<{ contacts: number }> {
  const limits = context.limits ?? DEFAULT_LIMITS;
  await ledger.run(RECORD_SOURCE);
  await ledger.run(WITNESS);
  const kinds = await ledger.rows<Kinds>(WITNESS_KINDS);
  const sources = (kind: RecordKind): number => kinds.find((k) => RECORD_KINDS[k.kind] === kind)?.sources ?? 0;
  const grouping = new Grouping();
  const conflicts: number[] = [];
  const crowded: number[] = [];
  await makeTextFold(ledger);
  if (sources('message') > 0) conflicts.push(...(await mailStage(ledger, context.body, limits, grouping)));
  if (sources('call') > 0) await callStage(ledger, sources('call'), limits, grouping);
  if (sources('meeting') > 0 || sources('visit') > 0) {
    const found = await gatheringStage(ledger, sources('visit') > 0, limits, grouping);
    conflicts.push(...found.conflicts);
    crowded.push(...found.crowded);
  }
  await write(ledger, grouping, sources('call') > 0);
  await tell(ledger, context, conflicts, SAME_ID);
  await tell(ledger, context, crowded, CROWDED_DAY);
  const [made] = await ledger.rows<{ contacts: number }>(CONTACTS_MADE);
  await ledger.run(FORGET);
  return { contacts: made!.contacts };
}

async function write(ledger: Ledger, grouping: Grouping, calls: boolean): Promise<void> {
  const classes = [...grouping.classes()];
  const members = classes.flatMap(([contact, { records }]) => records.map((record) => ({ contact, record })));
  await ledger.append('grouped', members.length, {
    record_no: Int32Array.from(members, (m) => m.record),
    contact_no: Int32Array.from(members, (m) => m.contact),
  });
  if (calls) await ledger.run(GROUPED_PAIRS);
  for (const query of [NAMED, KNOWN_NAME, PART, SPREAD, SINGLES]) await ledger.run(query);
  if (calls) for (const query of [SINGLE_CALLS, PAIRED_CALLS]) await ledger.run(query);
  if (classes.length > 0) {
    await ledger.run(CLASS_RULE, { lines: classes.map(([contact, { rule }]) => `${contact} ${rule}`).join('\n') });
    await ledger.run(JOINED);
  }
  const pairs = grouping.pairs();
  await ledger.append('may_be_same', pairs.length, {
    contact_a: Int32Array.from(pairs, (p) => p.a),
    contact_b: Int32Array.from(pairs, (p) => p.b),
    why: pairs.map((p) => p.why),
  });
}

async function tell(
  ledger: Ledger,
  context: ContactsContext,
  records: readonly number[],
  what: Pick<ProblemRow, 'severity' | 'code' | 'message'>,
): Promise<void> {
  if (records.length === 0) return;
  const places = await ledger.rows<Omit<ProblemRow, 'severity' | 'code' | 'message'>>(RECORD_PLACES, {
    lines: records.join('\n'),
  });
  for (const place of places) context.problem({ ...place, ...what });
}
