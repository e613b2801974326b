/** A small ledger written straight into its tables. */
import { messageIdHash } from '../../src/formats/message-id.ts';
import { normalizeAddress } from '../../src/identity/normalize.ts';
import { createLedger } from '../../src/ledger/duckdb.ts';
import type { Ledger, Value } from '../../src/ledger/ledger.ts';
import {
  ADDRESS_KINDS,
  ATTENDANCE,
  type Attendance,
  RECORD_KINDS,
  type RecordKind,
  ROLES,
  type Role,
} from '../../src/model/record.ts';
import { PRECISIONS, type Precision } from '../../src/model/time.ts';

/** One address in a record. An address with @ is mail, one that begins with + a phone, X a redaction, else a bare name. */
export interface Person {
  readonly role: Role;
  readonly address: string;
  readonly name?: string;
  readonly organisation?: string;
  readonly attendance?: Attendance;
}

export interface Made {
  readonly source: string;
  readonly kind: RecordKind;
  /** Epoch seconds; absent unknown. */
  readonly at?: number;
  /** Latest second; as `at` when absent. */
  readonly until?: number;
  readonly precision?: Precision;
  /** Plausible when absent. */
  readonly wrongClock?: boolean;
  readonly duration?: number;
  readonly flags?: number;
  readonly from?: string;
  readonly to?: string;
  readonly people?: readonly Person[];
  readonly id?: string;
  readonly references?: readonly string[];
  readonly subject?: string;
  readonly row?: number;
  readonly part?: number;
  readonly body?: string | null;
  readonly extras?: string;
}

function kindOf(address: string): number {
  const kind = address.includes('@')
    ? 'mail'
    : address.startsWith('+')
      ? 'phone'
      : /^X\d/.test(address)
        ? 'redacted'
        : 'name';
  return ADDRESS_KINDS.indexOf(kind);
}

/** Numbers for texts in the order in which they come. */
class Numbers {
  readonly all: string[] = [];
  readonly #known = new Map<string, number>();

  of(text: string): number {
    const known = this.#known.get(text);
    if (known !== undefined) return known;
    this.#known.set(text, this.all.length);
    return this.all.push(text) - 1;
  }
}

const idHash = (id: string): bigint => {
  const { low, high } = messageIdHash(id);
  return (BigInt(high) << 32n) | BigInt(low);
};

const column = <T>(rows: readonly T[], value: (row: T, i: number) => Value | undefined): Value[] =>
  rows.map((row, i) => value(row, i) ?? null);

export interface Fixture {
  readonly ledger: Ledger;
  /** Address numbers by address. */
  readonly addresses: readonly string[];
  /** Body by record number. */
  readonly body: (record: number) => Promise<string | null>;
  /** Records in the order of their numbers. */
  readonly records: readonly Made[];
}

/** Position in the file: stays with the record whatever the order of input. */
type Placed = Made & { readonly offset: number };

/** A quoted message has bytes of its own inside of the message that holds it. */
const QUOTED_AT = 40;

/**
 * Writes records into a new ledger in memory: source, address, text, record, participant, reference.
 * @param made records in any order; those of one source stand in their file in this order
 * @param disclosed names of sources of the disclosed side
 * @param sources in the order in which they are added; by first appearance when absent
 */
export async function fixture(
  made: readonly Made[],
  { disclosed = [], sources }: { readonly disclosed?: readonly string[]; readonly sources?: readonly string[] } = {},
): Promise<Fixture> {
  const names = sources ?? [...new Set(made.map((m) => m.source))];
  const offsets = new Map<string, number>();
  const quotations = new Map<string, number>();
  const placed: Placed[] = made.map((m) => {
    const offset = offsets.get(m.source) ?? 0;
    if ((m.part ?? 0) > 0) {
      const outer = Math.max(0, offset - 100);
      if (m.kind !== 'message') return { ...m, offset: outer };
      // Every quotation has a place of its own, else two records would have one id.
      const before = quotations.get(m.source) ?? 0;
      quotations.set(m.source, before + 1);
      return { ...m, offset: outer + QUOTED_AT + before };
    }
    offsets.set(m.source, offset + 100);
    return { ...m, offset };
  });
  const records = names.flatMap((name) => placed.filter((m) => m.source === name));
  const ledger = await createLedger(':memory:', { threads: 2, memory: 512 });
  await ledger.append('source', names.length, {
    source_no: names.map((_, i) => i),
    id: names.map((_, i) => BigInt(i + 1)),
    path: names,
    member: names.map(() => ''),
    file_sha256: names.map((name) => Buffer.from(name).toString('hex').padEnd(64, '0')),
    side: names.map((name) => (disclosed.includes(name) ? 1 : 0)),
    format: names.map(() => 'table'),
  });
  const addresses = new Numbers();
  const texts = new Numbers();
  await writeRecords(ledger, records, names, addresses);
  await writePeople(ledger, records, addresses, texts);
  await ledger.append('address', addresses.all.length, {
    address_no: addresses.all.map((_, i) => i),
    kind: addresses.all.map(kindOf),
    norm: addresses.all.map((raw) => normalizeAddress(ADDRESS_KINDS[kindOf(raw)]!, raw, null)),
    raw: addresses.all,
  });
  await ledger.append('text', texts.all.length, { text_no: texts.all.map((_, i) => i), text: texts.all });
  const body = async (record: number): Promise<string | null> => {
    const text = records[record]!.body;
    return text === undefined ? '' : text;
  };
  return { ledger, addresses: addresses.all, body, records };
}

async function writeRecords(
  ledger: Ledger,
  records: readonly Placed[],
  names: readonly string[],
  addresses: Numbers,
): Promise<void> {
  const latest = (m: Made): number | undefined => m.until ?? m.at;
  await ledger.append('record', records.length, {
    record_no: column(records, (_, i) => i),
    source_no: column(records, (m) => names.indexOf(m.source)),
    kind: column(records, (m) => RECORD_KINDS.indexOf(m.kind)),
    byte_offset: column(records, (m) => m.offset),
    byte_length: column(records, (m) => (m.kind === 'message' && (m.part ?? 0) > 0 ? 100 - QUOTED_AT : 100)),
    row_no: column(records, (m) => m.row ?? 0),
    part: column(records, (m) => m.part ?? 0),
    earliest: column(records, (m) => m.at),
    latest: column(records, latest),
    offset_minutes: column(records, () => 0),
    precision: column(records, (m) => PRECISIONS.indexOf(m.precision ?? (m.at === undefined ? 'unknown' : 'second'))),
    plausibility: column(records, (m) => (m.wrongClock ? 1 : 0)),
    duration: column(records, (m) => m.duration),
    flags: column(records, (m) => m.flags ?? 0),
    a_no: column(records, (m) => (m.from === undefined ? null : addresses.of(m.from))),
    b_no: column(records, (m) => (m.to === undefined ? null : addresses.of(m.to))),
    message_id: column(records, (m) => (m.id === undefined ? null : idHash(m.id))),
    subject: column(records, (m) => m.subject),
    extras: column(records, (m) => m.extras),
  });
  const answers = records.flatMap((m, record) => (m.references ?? []).map((id) => ({ record, id: idHash(id) })));
  await ledger.append('reference', answers.length, {
    record_no: column(answers, (a) => a.record),
    message_id: column(answers, (a) => a.id),
  });
}

async function writePeople(
  ledger: Ledger,
  records: readonly Made[],
  addresses: Numbers,
  texts: Numbers,
): Promise<void> {
  const people = records.flatMap((m, record) => (m.people ?? []).map((p) => ({ ...p, record })));
  await ledger.append('participant', people.length, {
    record_no: column(people, (p) => p.record),
    role: column(people, (p) => ROLES.indexOf(p.role)),
    address_no: column(people, (p) => addresses.of(p.address)),
    name_no: column(people, (p) => (p.name === undefined ? null : texts.of(p.name))),
    organisation_no: column(people, (p) => (p.organisation === undefined ? null : texts.of(p.organisation))),
    attendance: column(people, (p) => ATTENDANCE.indexOf(p.attendance ?? 'none')),
  });
}

/** A message from somebody to somebody. */
export function mail(source: string, at: number, from: string, to: readonly string[], rest: Partial<Made> = {}): Made {
  const people: Person[] = [
    { role: 'from', address: from },
    ...to.map((address): Person => ({ role: 'to', address })),
    ...(rest.people ?? []),
  ];
  return { source, kind: 'message', at, ...rest, people };
}

/** A call of one line to another. */
export function call(
  source: string,
  at: number,
  duration: number,
  from: string,
  to: string,
  rest: Partial<Made> = {},
): Made {
  return { source, kind: 'call', at, duration, from, to, ...rest };
}
