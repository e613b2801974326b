/** Groups messages: copies of one mail, and quoted messages with those that they quote. */
import type { Grouping } from '../../../contacts/grouping.ts';
import type { GroupingLimits } from '../../../contacts/limits.ts';
import { type Body, groupMail, type Letter } from '../../../contacts/mail.ts';
import { groupQuoted } from '../../../contacts/quoted.ts';
import { type Ledger, NULL_INT, type Query } from '../../../ledger/ledger.ts';
import {
  LETTER,
  LETTER_CANDIDATE,
  LETTER_RECIPIENTS,
  LETTERS,
  MAIL_FROM,
  NEAR_LETTERS,
} from '../../../ledger/queries/contacts/letters.ts';
import {
  QUOTED,
  QUOTED_FIT,
  QUOTED_FITS,
  QUOTED_RECIPIENTS,
  QUOTED_ROWS,
} from '../../../ledger/queries/contacts/quoted.ts';

type Columns = Readonly<{ [column: string]: unknown }>;
interface Letters extends Columns {
  readonly record_no: Int32Array;
  readonly id_group: Int32Array;
  readonly instant_group: Int32Array;
  readonly from_no: Int32Array;
  readonly earliest: Float64Array;
  readonly latest: Float64Array;
  readonly subject: readonly string[];
}
interface Quotes extends Columns {
  readonly record_no: Int32Array;
  readonly earliest: Float64Array;
  readonly latest: Float64Array;
  readonly precision: Int32Array;
  readonly from_no: Int32Array;
  readonly subject: readonly string[];
}
interface Fits extends Columns {
  readonly quoted: Int32Array;
  readonly message: Int32Array;
  readonly instant: Float64Array;
}
interface Pairs extends Columns {
  readonly a: Int32Array;
  readonly b: Int32Array;
}
interface Addresses extends Columns {
  readonly record_no: Int32Array;
  readonly address_no: Int32Array;
}

const NOBODY: ReadonlySet<number> = new Set();
const orNone = (value: number): number => (value === NULL_INT ? -1 : value);

/** Address numbers by record, of a query that gives record_no and address_no. */
export async function addressesOf(ledger: Ledger, query: Query): Promise<(record: number) => ReadonlySet<number>> {
  const rows = await ledger.columns<Addresses>(query);
  const out = new Map<number, Set<number>>();
  for (let i = 0; i < rows.rows; i++) {
    const known = out.get(rows.record_no[i]!);
    if (known === undefined) out.set(rows.record_no[i]!, new Set([rows.address_no[i]!]));
    else known.add(rows.address_no[i]!);
  }
  return (record) => out.get(record) ?? NOBODY;
}

async function lettersOf(ledger: Ledger): Promise<Letter[]> {
  const rows = await ledger.columns<Letters>(LETTERS);
  const recipients = await addressesOf(ledger, LETTER_RECIPIENTS);
  return Array.from(rows.record_no, (record, i) => ({
    record,
    idGroup: orNone(rows.id_group[i]!),
    instantGroup: orNone(rows.instant_group[i]!),
    from: orNone(rows.from_no[i]!),
    earliest: rows.earliest[i]!,
    latest: rows.latest[i]!,
    subject: rows.subject[i]!,
    recipients: recipients(record),
  }));
}

async function quotedStage(ledger: Ledger, grouping: Grouping): Promise<void> {
  for (const query of [QUOTED, QUOTED_FIT]) await ledger.run(query);
  const rows = await ledger.columns<Quotes>(QUOTED_ROWS);
  if (rows.rows === 0) return;
  const recipients = await addressesOf(ledger, QUOTED_RECIPIENTS);
  const fits = await ledger.columns<Fits>(QUOTED_FITS);
  const all = Array.from(rows.record_no, (record, i) => ({
    record,
    earliest: rows.earliest[i]!,
    latest: rows.latest[i]!,
    precision: rows.precision[i]!,
    from: orNone(rows.from_no[i]!),
    subject: rows.subject[i]!,
    recipients: recipients(record),
  }));
  const fitting = Array.from(fits.quoted, (quoted, i) => ({
    quoted,
    message: fits.message[i]!,
    instant: fits.instant[i]!,
  }));
  groupQuoted(all, fitting, recipients, grouping);
}

/**
 * Groups all messages of the ledger. Needs the views of witness.ts and the table text_fold.
 * @returns first records of mails whose Message-ID another mail carries too
 */
export async function mailStage(
  ledger: Ledger,
  body: Body,
  limits: GroupingLimits,
  grouping: Grouping,
): Promise<readonly number[]> {
  for (const query of [MAIL_FROM, LETTER, LETTER_CANDIDATE]) await ledger.run(query);
  const conflicts = await groupMail(await lettersOf(ledger), body, limits, grouping);
  const near = await ledger.columns<Pairs>(NEAR_LETTERS, { near: limits.mailNearSeconds });
  for (let i = 0; i < near.rows; i++) grouping.leaveOpen(near.a[i]!, near.b[i]!, 'near-time');
  await quotedStage(ledger, grouping);
  return conflicts;
}
