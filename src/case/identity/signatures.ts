/** What people write below their mails and calendar entries, read from a bounded sample of each author's. */
import { descriptionOf } from '../../formats/ical/description.ts';
import { LARGEST_MESSAGE } from '../../formats/mail/message.ts';
import { ownText } from '../../formats/mail/own-text.ts';
import { normalizeMail } from '../../identity/mail.ts';
import { foldName } from '../../identity/name.ts';
import { type PersonName, personName } from '../../identity/names/person-name.ts';
import { normalizePhone } from '../../identity/phone.ts';
import { type Signature, signatureOf } from '../../identity/signatures/signature.ts';
import type { Ledger } from '../../ledger/ledger.ts';
import { ANSWERS, AUTHOR_NAMES, SIGNED_MAILS, SIGNED_SOURCES } from '../../ledger/queries/identity/signatures.ts';
import { SourceFiles, type SourcePlace } from '../citations/source-files.ts';

/** What is looked at. */
export interface SignatureLimits {
  /** Mails and entries of each author, the newest. */
  readonly each: number;
  /** Mails in all. */
  readonly most: number;
  /** Bytes of a mail from its beginning; what is attached behind says nothing of its author. */
  readonly longest: number;
}

/** A signature that is used stands in most mails: a few show it. */
const SIGNATURE_LIMITS: SignatureLimits = { each: 8, most: 100_000, longest: 128 * 1024 };

interface MailRow {
  readonly record_no: number;
  readonly address_no: number;
  readonly local: string;
  /** Of a calendar. */
  readonly entry: boolean;
  readonly source_no: number;
  readonly byte_offset: number;
  readonly byte_length: number;
}
type SourceRow = SourcePlace & { readonly source_no: number; readonly region: string | null };

/** A row of the table signature. */
interface Fact {
  readonly record: number;
  readonly address: number;
  readonly kind: 'name' | 'title' | 'organisation' | 'phone' | 'mail';
  readonly label: string;
  readonly raw: string;
  readonly norm: string;
}

async function namesOf(ledger: Ledger): Promise<ReadonlyMap<number, readonly PersonName[]>> {
  const rows = await ledger.rows<{ address_no: number; text: string }>(AUTHOR_NAMES);
  const names = new Map<number, PersonName[]>();
  for (const { address_no, text } of rows) {
    const name = personName(text);
    if (name !== null) names.set(address_no, [...(names.get(address_no) ?? []), name]);
  }
  return names;
}

function factsOf({ record_no, address_no }: MailRow, signature: Signature, region: string | null): Fact[] {
  const { name, title, organisation, phones, mails } = signature;
  const fact = (kind: Fact['kind'], raw: string, norm: string, label = ''): Fact[] =>
    norm === '' ? [] : [{ record: record_no, address: address_no, kind, label, raw, norm }];
  const text = (kind: Fact['kind'], raw: string | null): Fact[] => (raw === null ? [] : fact(kind, raw, foldName(raw)));
  return [
    ...text('name', name),
    ...text('title', title),
    ...text('organisation', organisation),
    ...phones.flatMap(({ raw, use }) => fact('phone', raw, normalizePhone(raw, region), use)),
    ...mails.flatMap((raw) => fact('mail', raw, normalizeMail(raw))),
  ];
}

/** One row for each fact of a record: one may be written twice. */
function distinct(facts: readonly Fact[]): Fact[] {
  const key = ({ record, kind, norm, label }: Fact): string => JSON.stringify([record, kind, norm, label]);
  return [...new Map(facts.map((fact) => [key(fact), fact])).values()];
}

async function write(ledger: Ledger, facts: readonly Fact[]): Promise<void> {
  const column = <K extends keyof Fact>(key: K): Fact[K][] => facts.map((fact) => fact[key]);
  await ledger.append('signature', facts.length, {
    record_no: column('record'),
    address_no: column('address'),
    kind: column('kind'),
    label: column('label'),
    raw: column('raw'),
    norm: column('norm'),
  });
}

/**
 * Fills the table signature, of signatures and of answers under another address. Bytes that are gone, or are not what was taken in, tell nothing; `verify` says so.
 * @param folder absolute path of the case folder
 * @param spool where large members of archives go for a while
 * @returns mails and entries that were looked at
 * @throws {Error} with the system's `code` when the spool folder cannot be written to
 */
export async function signaturesStage(
  ledger: Ledger,
  folder: string,
  spool: string | null,
  { each, most, longest }: SignatureLimits = SIGNATURE_LIMITS,
): Promise<number> {
  await ledger.run(ANSWERS);
  const mails = await ledger.rows<MailRow>(SIGNED_MAILS, { each, most });
  if (mails.length === 0) return 0;
  const names = await namesOf(ledger);
  const sources = new Map((await ledger.rows<SourceRow>(SIGNED_SOURCES)).map((row) => [row.source_no, row]));
  const files = new SourceFiles(folder, spool);
  const facts: Fact[] = [];
  try {
    for (const mail of mails) {
      const source = sources.get(mail.source_no)!;
      const length = Math.min(mail.byte_length, longest, LARGEST_MESSAGE);
      const bytes = await files.read(source, mail.byte_offset, length);
      if (bytes === null) continue;
      const text = mail.entry ? descriptionOf(bytes) : ownText(bytes);
      const signature = signatureOf(text, { local: mail.local, names: names.get(mail.address_no) ?? [] });
      if (signature !== null) facts.push(...distinct(factsOf(mail, signature, source.region)));
    }
  } finally {
    await files.close();
  }
  await write(ledger, facts);
  return mails.length;
}
