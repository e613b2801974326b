/** Small made-up ledgers for the stages that hold contacts against disclosures. */
import assert from 'node:assert/strict';
import { type CaseFiles, loadCaseFiles } from '../../src/case/files/index.ts';
import { createLedger } from '../../src/ledger/duckdb.ts';
import type { Ledger, Value } from '../../src/ledger/ledger.ts';
import { CHANNELS, type Channel, DIRECTNESS, type Directness } from '../../src/model/definition.ts';
import { GRADES, type Grade } from '../../src/model/finding.ts';
import { FLAG } from '../../src/model/record.ts';
import { PRECISIONS, type Precision } from '../../src/model/time.ts';

/** Epoch seconds of a written UTC time: 2030-05-01, or 2030-05-01T10:00. */
export function at(written: string): number {
  return (
    Date.UTC(
      ...(written.split(/[-T:]/).map((part, i) => (i === 1 ? Number(part) - 1 : Number(part))) as [number, number]),
    ) / 1000
  );
}

export interface MadeLink {
  readonly from: string;
  readonly to: string;
  readonly as?: Directness;
  readonly grade?: Grade;
}

export interface MadeContact {
  readonly channel: Channel;
  /** A time, or a first and last one; absent: unknown. */
  readonly at?: string | readonly [string, string];
  readonly links: readonly MadeLink[];
  /** Absent: by its place. */
  readonly id?: number;
  readonly flags?: number;
}

export interface MadeDisclosure {
  readonly id?: number;
  readonly by: readonly string[];
  readonly with: readonly string[];
  readonly channels: readonly Channel[];
  /** A day, or a first and last day; absent: it does not tell. */
  readonly on?: string | readonly [string, string];
  readonly precision?: Precision;
  readonly given?: string;
  readonly audience?: string;
  readonly capacity?: number | null;
  readonly nil?: boolean;
  readonly grade?: Grade;
  readonly via?: boolean;
  /** Number of the register whose row it is; absent: an entry of disclosures.yaml. */
  readonly register?: number;
  readonly repeated?: boolean;
}

export interface Made {
  /** Group → parties, always. */
  readonly groups: Readonly<{ [group: string]: readonly string[] }>;
  /** Party → first and last day on which it belongs to its group; absent: always. */
  readonly belongs?: Readonly<{ [party: string]: readonly [string, string] }>;
  readonly contacts: readonly MadeContact[];
  readonly disclosures: readonly MadeDisclosure[];
  readonly same?: readonly (readonly [number, number])[];
}

/** Columns of a list of rows. */
export function columns<T extends { readonly [column: string]: Value }>(
  rows: readonly T[],
): { [column: string]: Value[] } {
  const names = Object.keys(rows[0] ?? {});
  return Object.fromEntries(names.map((name) => [name, rows.map((row) => row[name]!)]));
}

/** Appends rows as objects. */
export async function put(
  ledger: Ledger,
  table: string,
  rows: readonly { readonly [column: string]: Value }[],
): Promise<void> {
  await ledger.append(table, rows.length, columns(rows));
}

/** Every name that is used, in order; its place is its party number. */
export function partiesOf(made: Made): string[] {
  const used = [
    ...Object.values(made.groups).flat(),
    ...made.contacts.flatMap((c) => c.links.flatMap((l) => [l.from, l.to])),
    ...made.disclosures.flatMap((d) => [...d.by, ...d.with]),
  ];
  return [...new Set(used)].sort();
}

function span(written: string | readonly [string, string] | undefined): [number | null, number | null] {
  if (written === undefined) return [null, null];
  return typeof written === 'string' ? [at(written), at(written)] : [at(written[0]), at(written[1])];
}

async function putContacts(ledger: Ledger, made: Made, no: (party: string) => number): Promise<void> {
  const rows = made.contacts.map((c, contact_no) => {
    const [earliest, latest] = span(c.at);
    return {
      contact_no,
      id: BigInt(c.id ?? 1000 + contact_no),
      channel: CHANNELS.indexOf(c.channel),
      earliest,
      latest,
      duration: 300,
      flags: c.flags ?? 0,
    };
  });
  await put(ledger, 'contact', rows);
  const links = made.contacts.flatMap((c, contact_no) =>
    c.links.map((l) => {
      const { channel, earliest, latest } = rows[contact_no]!;
      const [from_party, to_party] = [no(l.from), no(l.to)];
      const directness = DIRECTNESS.indexOf(l.as ?? 'direct');
      const grade = GRADES.indexOf(l.grade ?? 'certain');
      return {
        contact_no,
        from_no: from_party,
        to_no: to_party,
        from_party,
        to_party,
        directness,
        grade,
        from_grade: grade,
        to_grade: grade,
        answered: true,
        channel,
        earliest,
        latest,
      };
    }),
  );
  await put(ledger, 'link', links);
  await put(
    ledger,
    'may_be_same',
    (made.same ?? []).map(([contact_a, contact_b]) => ({ contact_a, contact_b, why: 'made' })),
  );
}

const DAY = 86_400;

async function putDisclosures(ledger: Ledger, made: Made, no: (party: string) => number): Promise<void> {
  const rows = made.disclosures.map((d, disclosure_no) => {
    const [earliest, last] = span(d.on);
    return {
      disclosure_no,
      id: BigInt(d.id ?? 5000 + disclosure_no),
      record_no: d.register === undefined ? null : disclosure_no,
      channels: d.channels.reduce((bits, channel) => bits | (1 << CHANNELS.indexOf(channel)), 0),
      earliest,
      latest: last === null ? null : last + DAY - 1,
      precision: PRECISIONS.indexOf(d.precision ?? 'day'),
      given: d.given === undefined ? null : at(d.given),
      audience: d.audience ?? 'public',
      capacity: d.capacity === undefined ? 1 : d.capacity,
      nil: d.nil ?? false,
      text: 'made',
    };
  });
  await put(ledger, 'disclosure', rows);
  const registered = made.disclosures.flatMap(({ register, repeated }, record_no) =>
    register === undefined
      ? []
      : [{ record_no, source_no: register, kind: 2, flags: repeated === true ? FLAG.repeated : 0 }],
  );
  await put(ledger, 'record', registered);
  const parties = made.disclosures.flatMap((d, disclosure_no) => [
    ...d.by.map((p) => ({ disclosure_no, party_no: no(p), discloser: true, grade: 0, via_organisation: false })),
    ...d.with.map((p) => ({
      disclosure_no,
      party_no: no(p),
      discloser: false,
      grade: GRADES.indexOf(d.grade ?? 'certain'),
      via_organisation: d.via ?? false,
    })),
  ]);
  await put(ledger, 'disclosure_party', parties);
}

/** A ledger as the stages before would leave it. */
export async function madeLedger(made: Made, path = ':memory:'): Promise<Ledger> {
  const ledger = await createLedger(path, { threads: 2 });
  const names = partiesOf(made);
  const no = (party: string): number => names.indexOf(party);
  await put(
    ledger,
    'party',
    names.map((key, party_no) => ({ party_no, key, name: key.toUpperCase(), kind: 'person', named: true })),
  );
  await put(
    ledger,
    'membership',
    Object.entries(made.groups).flatMap(([group, members]) =>
      members.map((member) => {
        const [from_time, to_time] = span(made.belongs?.[member]);
        return { name: `@${group}`, party_no: no(member), from_time, to_time };
      }),
    ),
  );
  // A party without a group is a group of its own under its key.
  await put(
    ledger,
    'membership',
    names.map((name, party_no) => ({ name, party_no, from_time: null, to_time: null })),
  );
  await putContacts(ledger, made, no);
  await putDisclosures(ledger, made, no);
  return ledger;
}

/** Case files from their text; throws when one has a mistake. */
export function madeFiles(texts: Readonly<{ [file: string]: string }>): CaseFiles {
  const { files, mistakes } = loadCaseFiles((name) => texts[name] ?? null, { templates: ['registers/meetings'] });
  assert.deepEqual(mistakes, []);
  return files;
}

/** people.yaml of persons by id. */
export function people(ids: readonly string[]): string {
  return `parties:\n${ids.map((id) => `  - { id: ${id}, name: ${id.toUpperCase()} }\n`).join('')}`;
}
