/** Which quoted messages are which loaded ones. */
import { PRECISIONS } from '../model/time.ts';
import type { Grouping } from './grouping.ts';

/** A message that another one quotes. */
export interface Quoted {
  readonly record: number;
  /** Epoch seconds UTC; NaN unknown. */
  readonly earliest: number;
  readonly latest: number;
  /** Place in PRECISIONS. */
  readonly precision: number;
  /** Address numbers of the sender, To and Cc; −1 for no sender. */
  readonly from: number;
  readonly recipients: ReadonlySet<number>;
  /** Without Re: and Fwd:; '' for none. */
  readonly subject: string;
}

/** A loaded message of the same sender, subject and time. */
export interface Fitting {
  readonly quoted: number;
  readonly message: number;
  /** Instant of the message, epoch seconds UTC. */
  readonly instant: number;
}

const SECOND = PRECISIONS.indexOf('second');
const MINUTE = PRECISIONS.indexOf('minute');
/** All offsets in use are multiples of a quarter of an hour, seconds. */
const QUARTER = 900;

function isTimed(q: Quoted): boolean {
  return q.precision === SECOND || q.precision === MINUTE;
}

/**
 * Whether an instant reads as a quoted date. Mail programs write it in the local time of whoever quotes, without a zone:
 * then the instant differs from it by a multiple of a quarter of an hour.
 */
function reads(q: Quoted, instant: number): boolean {
  if (instant < q.earliest || instant > q.latest) return false;
  if (!isTimed(q)) return true;
  const over = (((instant - q.earliest) % QUARTER) + QUARTER) % QUARTER;
  return over <= (q.precision === MINUTE ? 59 : 0);
}

function isContradicted(a: ReadonlySet<number>, b: ReadonlySet<number>): boolean {
  if (a.size === 0 || b.size === 0) return false;
  for (const one of a) if (b.has(one)) return false;
  return true;
}

/**
 * Quoted messages of one sender, minute and subject are one, whoever quotes them.
 * @returns the first of each class, in the order given
 */
function joinEqual(all: readonly Quoted[], grouping: Grouping): Quoted[] {
  const heads = new Map<string, Quoted>();
  return all.filter((q) => {
    if (!isTimed(q) || q.subject === '' || q.from === -1 || Number.isNaN(q.earliest)) return true;
    const key = [q.from, q.earliest, q.latest, q.precision, q.subject].join('\u0000');
    const head = heads.get(key);
    if (head === undefined) heads.set(key, q);
    else if (!isContradicted(head.recipients, q.recipients)) grouping.join(head.record, q.record, 'quoted');
    return head === undefined || isContradicted(head.recipients, q.recipients);
  });
}

/**
 * Puts quoted messages to loaded ones. A quoted message is a weaker record: it joins a mail only when sender, subject and
 * time at its precision agree with exactly one, and the recipients do not contradict; else it stays a contact of its own
 * that may be the same as each that fits.
 * @param all quoted messages in a canonical order
 * @param fitting messages of the same sender and subject whose instant lies in the quoted date's interval
 * @param recipientsOf address numbers in To and Cc of a loaded message
 */
export function groupQuoted(
  all: readonly Quoted[],
  fitting: readonly Fitting[],
  recipientsOf: (message: number) => ReadonlySet<number>,
  grouping: Grouping,
): void {
  const byQuoted = Map.groupBy(fitting, (f) => f.quoted);
  for (const q of joinEqual(all, grouping)) {
    const fits = (byQuoted.get(q.record) ?? []).filter((f) => reads(q, f.instant));
    const mails = Map.groupBy(fits, (f) => grouping.find(f.message));
    const [mail] = mails.keys();
    if (mail === undefined) continue;
    // Copies of one mail may show other recipients each: a list's copy, or one with a damaged header.
    const recipients = new Set(fits.flatMap((f) => [...recipientsOf(f.message)]));
    if (mails.size === 1 && isTimed(q) && q.subject !== '' && !isContradicted(q.recipients, recipients)) {
      grouping.join(mail, q.record, 'quoted');
    } else {
      for (const one of mails.keys()) grouping.leaveOpen(one, q.record, 'quoted');
    }
  }
}
