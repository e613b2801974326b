/** Turns the header block of one message into its row: who, to whom, when, which message it is and which it answers. */
import type { Problem, Severity } from '../../model/problem.ts';
import { ADDRESS_KINDS, FLAG, ROLES } from '../../model/record.ts';
import type { RecordSink } from '../format.ts';
import { messageIdHash } from '../message-id.ts';
import { AddressLists, mailboxIn } from './address-lists.ts';
import type { MailColumns } from './columns.ts';
import { MailDate, ZONE } from './date.ts';
import { headerText } from './encoded-word.ts';
import { FIELD, Fields } from './fields.ts';
import { eachMessageId, messageIdOf } from './message-ids.ts';
import { traitsOf } from './traits.ts';
import { writeTime } from './written-time.ts';

const X500 = ADDRESS_KINDS.indexOf('x500');
const [FROM, SENDER, REPLY_TO, TO, CC, BCC] = (['from', 'sender', 'reply-to', 'to', 'cc', 'bcc'] as const).map((role) =>
  ROLES.indexOf(role),
) as [number, number, number, number, number, number];

/** Fields that may stand once (RFC 5322, 3.6); the first one is taken, others are noted. */
const SINGLE = [
  ['from', FIELD.from],
  ['date', FIELD.date],
  ['subject', FIELD.subject],
  ['message-id', FIELD['message-id']],
] as const;

/** Where a header block lies, for problems: `exact` when its text is the bytes of the file, one by one. */
export interface HeaderPlace {
  readonly offset: number;
  readonly length: number;
  readonly exact: boolean;
}

/** Reads header blocks into rows. */
export class Envelope {
  /** The fields of the block that was read last. */
  readonly fields: Fields = new Fields();
  /** How many blind-copy lists were dropped because they repeat the copy list, since the start. */
  repeatedBcc = 0;
  readonly #columns: MailColumns;
  #sink: RecordSink;
  readonly #zone: string | null;
  readonly #lists: AddressLists;
  readonly #date = new MailDate();
  readonly #copies: number[] = [];
  #row = 0;
  #weak = false;
  #place: HeaderPlace = { offset: 0, length: 0, exact: true };
  /** Lower halves of the references of the message. */
  readonly #referred: number[] = [];
  readonly #reference = (id: string): void => {
    const { low, high } = messageIdHash(id);
    // In-Reply-To nearly always repeats the last of References.
    if (this.#referred.includes(low)) return;
    if (this.#referred.length < 50) this.#referred.push(low);
    this.#columns.reference(this.#row, low, high);
  };

  /** @param zone of dates that are written without one; null when nobody said */
  constructor(columns: MailColumns, sink: RecordSink, zone: string | null) {
    this.#columns = columns;
    this.#sink = sink;
    this.#zone = zone;
    this.#lists = new AddressLists(columns);
  }

  /** Begins with another file. */
  restart(sink: RecordSink): void {
    this.#sink = sink;
    this.#lists.restart();
    this.repeatedBcc = 0;
  }

  /**
   * Reads the fields, which `fields.read` has found, into a row.
   * @param row of the columns, made by `record`
   * @param place of the block
   * @param weak whether the message stands inside of another one: what it lacks is then no problem
   */
  read(row: number, place: HeaderPlace, weak: boolean): void {
    const { fields } = this;
    this.#row = row;
    this.#weak = weak;
    this.#place = place;
    let flags = traitsOf(fields);
    flags |= this.#participants();
    this.#time();
    if (fields.start[FIELD.subject] !== -1) {
      this.#columns.subject(row, headerText(fields.value(FIELD.subject)));
    }
    if (fields.start[FIELD['message-id']] !== -1) {
      const id = messageIdOf(fields.value(FIELD['message-id']).trim());
      if (id !== '') {
        const { low, high } = messageIdHash(id);
        this.#columns.records.idLow[row] = low;
        this.#columns.records.idHigh[row] = high;
      }
    }
    this.#referred.length = 0;
    for (const field of [FIELD.references, FIELD['in-reply-to']]) {
      if (fields.start[field] !== -1) {
        eachMessageId(fields.text, fields.start[field]!, fields.end[field]!, this.#reference);
      }
    }
    this.#columns.records.flags[row]! |= flags;
    if (fields.broken !== -1) this.#brokenLine();
    for (const [name, field] of SINGLE) {
      if (fields.count[field]! > 1) {
        this.#problem('header-repeated', 'note', `${fields.count[field]} ${name} fields; the first is taken`, field);
      }
    }
  }

  /** @returns bits of FLAG that follow from the participants */
  #participants(): number {
    const { fields } = this;
    const lists = this.#lists;
    let flags = 0;
    const authors = this.#list(FIELD.from, FROM);
    if (authors === 0) {
      const absent = fields.start[FIELD.from] === -1;
      this.#problem('no-author', 'doubtful', absent ? 'there is no From field' : 'From names nobody', FIELD.from);
    } else if (this.#isMailerDaemon()) flags |= FLAG.automatic;
    if (authors === 1) this.#equation(FIELD['x-from'], lists.addresses[0]!);
    this.#list(FIELD.sender, SENDER);
    this.#list(FIELD['reply-to'], REPLY_TO);
    let recipients = this.#list(FIELD.to, TO);
    if (recipients === 0) recipients = this.#list(FIELD['apparently-to'], TO);
    if (recipients === 1) this.#equation(FIELD['x-to'], lists.addresses[0]!);
    const copied = this.#list(FIELD.cc, CC);
    recipients += copied;
    if (fields.start[FIELD.bcc] !== -1) {
      for (let i = 0; i < copied; i++) this.#copies[i] = lists.addresses[i]!;
      this.#collect(FIELD.bcc);
      if (copied > 0 && this.#repeatsCopies(copied)) this.repeatedBcc++;
      else if (lists.found > 0) {
        this.#emit(BCC);
        recipients += lists.found;
        flags |= FLAG.sentCopy;
      }
    }
    if (recipients === 0) this.#problem('no-recipients', 'note', 'no recipient is named', FIELD.to);
    return flags;
  }

  /** Reads a list and writes its participants. @returns how many */
  #list(field: number, role: number): number {
    if (this.fields.start[field] === -1) return 0;
    this.#collect(field);
    this.#emit(role);
    return this.#lists.found;
  }

  #collect(field: number): void {
    const { fields } = this;
    this.#lists.read(fields.text, fields.start[field]!, fields.end[field]!);
    if (fields.count[field]! < 2 || field === FIELD.from) return;
    for (let i = 0; i < fields.more.length; i += 3) {
      if (fields.more[i] === field) this.#lists.more(fields.text, fields.more[i + 1]!, fields.more[i + 2]!);
    }
  }

  #emit(role: number): void {
    const lists = this.#lists;
    for (let i = 0; i < lists.found; i++) {
      this.#columns.participant(this.#row, role, lists.addresses[i]!, lists.names[i]!);
    }
  }

  /** The export of the Enron mail by its collectors writes every Cc a second time as Bcc: those are no blind copies. */
  #repeatsCopies(copied: number): boolean {
    if (this.#lists.found !== copied) return false;
    for (let i = 0; i < copied; i++) if (this.#lists.addresses[i] !== this.#copies[i]) return false;
    return true;
  }

  #isMailerDaemon(): boolean {
    const { fields } = this;
    const start = fields.start[FIELD.from]!;
    return /(?:^|[\s<"])mailer-daemon(?:@|[\s>"]|$)/i.test(
      fields.text.slice(start, Math.min(fields.end[FIELD.from]!, start + 200)),
    );
  }

  /** An export of Exchange that shows one SMTP address and one X.500 name of the same participant shows one account. */
  #equation(field: number, address: number): void {
    if (this.fields.start[field] === -1) return;
    const exported = mailboxIn(this.fields.value(field));
    if (exported?.kind !== X500) return;
    const other = this.#columns.address(X500, exported.raw, true);
    if (other !== address) {
      this.#columns.equation(this.#row, address, other, this.#columns.text(exported.name, true));
    }
  }

  #time(): void {
    const { fields } = this;
    const start = fields.start[FIELD.date]!;
    if (start === -1) {
      this.#problem('date-absent', 'doubtful', 'there is no Date field', FIELD.date);
      return;
    }
    if (!this.#date.read(fields.text, start, fields.end[FIELD.date]!)) {
      this.#problem('date-unreadable', 'doubtful', 'the Date field holds no date that exists', FIELD.date);
      return;
    }
    if (this.#date.zone === ZONE.unreadable) {
      this.#problem(
        'zone-unreadable',
        'note',
        'the zone of the Date field is unknown; the time is taken as 26 hours wide',
        FIELD.date,
      );
    }
    writeTime(this.#columns, this.#row, this.#date, this.#zone);
  }

  #brokenLine(): void {
    const { fields } = this;
    const message =
      fields.body === fields.broken
        ? 'no empty line divides headers and body; the body begins at the first line that is no field'
        : 'a header line is no field; it was stepped over';
    this.#report('header-broken', 'note', message, fields.broken, 1);
  }

  #problem(code: string, severity: Severity, message: string, field: number): void {
    const start = this.fields.start[field]!;
    if (start === -1) this.#report(code, severity, message, 0, this.fields.body);
    else this.#report(code, severity, message, start, this.fields.end[field]! - start);
  }

  #report(code: string, severity: Severity, message: string, start: number, length: number): void {
    if (this.#weak && code !== 'date-unreadable' && code !== 'zone-unreadable') return;
    const { offset, exact } = this.#place;
    const problem: Problem = exact
      ? { code, severity, message, offset: offset + start, length }
      : { code, severity, message, offset, length: this.#place.length };
    this.#sink.problem(problem);
  }
}
