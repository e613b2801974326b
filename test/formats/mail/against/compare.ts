/** What two readings of one message differ in, and which decision each difference follows from (docs/mail.md). */
import { contentDifferences } from './contents.ts';
import type { Fast } from './fast.ts';
import type { Parsed } from './thorough.ts';

/** Differences that are decisions. */
export type Kind =
  | 'charset'
  | 'repeated-bcc'
  | 'name-is-address'
  | 'no-address'
  | 'several-authors'
  | 'zone-unknown'
  | 'odd-year'
  | 'odd-date'
  | 'date-not-invented'
  | 'date-read'
  | 'odd-id'
  | 'attached-message'
  | 'several-texts'
  | 'not-base64'
  | 'odd-type'
  | 'odd-delimiter'
  | 'odd-word'
  | 'unnamed-there'
  | 'odd-list'
  | 'damaged';

export interface Difference {
  readonly field: string;
  /** Null when no decision explains it. */
  readonly kind: Kind | null;
  readonly thorough: unknown;
  readonly fast: unknown;
}

const same = (a: unknown, b: unknown): boolean => JSON.stringify(a) === JSON.stringify(b);

/** What is left of a text when everything is dropped that a charset decides. */
function ascii(text: string): string {
  return text.replace(/[^\u0021-\u007e]+/g, '').replaceAll('?', '');
}

const asciiOf = (list: readonly string[]): string[] => list.map(ascii);

/** A charset that the other parser does not know. */
const UTF7 = /utf-?7/i;

type Explain = (t: Parsed, f: Fast, raw: string) => Kind | null;

/** Fields of which the program says itself that something is wrong with them. */
const DAMAGE =
  /^(?:header-broken|header-repeated|header-long|no-author|mime-not-closed|mime-too-deep|nul-hole|message-large)$/;

function isDamaged({ told }: Fast, raw: string): boolean {
  return told.problems.some(({ code }) => DAMAGE.test(code)) || raw.includes('\0') || told.records.length === 0;
}

/** One mailbox that needs no repair. */
const PLAIN_BOX =
  /^\s*(?:(?:"[^"\\]*"|[^"<>(),:;@\\[\]\u0080-\uffff]*)\s*<[^\s"<>(),:;@\\[\]\u0080-\uffff]+@[\w-]+(?:\.[\w-]+)*>|[^\s"<>(),:;@\\[\]\u0080-\uffff]+@[\w-]+(?:\.[\w-]+)*)\s*$/;

/** Values of the fields that say what a body is. */
const TYPE = /^\s*[\w.+-]+\/[\w.+-]+\s*(?:;\s*[\w-]+\s*=\s*(?:"[^"]*"|[^\s"()<>@,;:\\[\]?=]*)\s*)*;?\s*$/;
const ENCODING = /^\s*(?:7bit|8bit|binary|base64|quoted-printable)\s*$/i;

/** An encoded word as RFC 2047 has it. */
const WORD = /=\?[\w.:-]+\?(?:b\?[A-Za-z0-9+/]*={0,2}|q\?(?:[^?\s=]|=[0-9a-f]{2})*)\?=/gi;

/** A date as RFC 5322 has it. */
const DATE =
  /^\s*(?:(?:Mon|Tue|Wed|Thu|Fri|Sat|Sun),\s*)?\d{1,2} (?:Jan|Feb|Mar|Apr|May|Jun|Jul|Aug|Sep|Oct|Nov|Dec) \d{4} \d\d:\d\d(?::\d\d)? [+-]\d{4}\s*$/;

/** Values of a field of a header block, unfolded. */
function fieldsOf(raw: string, name: string): string[] {
  const block = raw.split(/\r?\n\r?\n/, 1)[0]!.replace(/\r?\n[ \t]/g, ' ');
  return [...block.matchAll(new RegExp(`^${name}\\s*:(.*)$`, 'gim'))].map(([, value]) => value!);
}

/** Whether a line looks like a delimiter of parts and is none that the message declares. */
function hasOddDelimiter(raw: string): boolean {
  const declared = new Set(
    [...raw.matchAll(/boundary\s*=\s*"?([^"\r\n;]+)/gi)].map(([, boundary]) => `--${boundary!.trim()}`),
  );
  const lines = [...raw.matchAll(/^--[^\s]{12,}[ \t]*\r?$/gm)].map(([line]) => line.trim());
  return lines.some((line) => !declared.has(line) && !declared.has(line.replace(/--$/, '')));
}

/** What is wrong with how a message says what its parts are; null for nothing. */
function oddParts(raw: string): Kind | null {
  if (!fieldsOf(raw, 'content-type').every((value) => TYPE.test(value))) return 'odd-type';
  if (!fieldsOf(raw, 'content-transfer-encoding').every((value) => ENCODING.test(value))) return 'odd-type';
  return hasOddDelimiter(raw) ? 'odd-delimiter' : null;
}

/** Whether a header has a list in it that programs repair, each in its own way. */
function isOdd(raw: string, name: string): boolean {
  const values = fieldsOf(raw, name);
  if (values.some((value) => value.split('"').length % 2 === 0)) return true;
  return (
    values.length !== 1 ||
    !(values[0]!.match(/(?:"(?:[^"\\]|\\.)*"|[^,"])+/g) ?? []).every((box) => PLAIN_BOX.test(box))
  );
}

function list(name: 'from' | 'to' | 'cc' | 'bcc'): Explain {
  return (t, f, raw) => {
    const [theirs, ours] = [t[name], f[name]];
    if (name === 'bcc' && ours.length === 0 && same(theirs, t.cc)) return 'repeated-bcc';
    if (name === 'from' && ours.length > 1 && same(theirs.slice(0, 1), ours.slice(0, 1))) return 'several-authors';
    if (same(asciiOf(theirs), asciiOf(ours))) return 'charset';
    return isOdd(raw, name) ? 'odd-list' : null;
  };
}

const EXPLAIN: { readonly [field: string]: Explain } = {
  from: list('from'),
  to: list('to'),
  cc: list('cc'),
  bcc: list('bcc'),
  names: (t, f, raw) => {
    if (!same(t.from, f.from) || !same(t.to, f.to) || !same(t.cc, f.cc) || !same(t.bcc, f.bcc)) return 'odd-list';
    const addresses = [...t.from, ...t.to, ...t.cc, ...t.bcc];
    const bare = (name: string, i: number): string => {
      const plain = ascii(name).replace(/^['"]+|['"]+$/g, '');
      return plain.toLowerCase() === addresses[i] ? '' : plain;
    };
    const [theirs, ours] = [t.names.map(bare), f.names.map(bare)];
    if (same(theirs, ours)) return same(asciiOf(t.names), asciiOf(f.names)) ? 'charset' : 'name-is-address';
    if (UTF7.test(raw)) return 'charset';
    if (theirs.every((name, i) => name === ours[i] || (name.includes('@') && ours[i] === ''))) return 'name-is-address';
    return ['from', 'to', 'cc', 'bcc'].some((field) => isOdd(raw, field)) ? 'odd-list' : null;
  },
  subject: (t, f, raw) => {
    if (ascii(t.subject) === ascii(f.subject) || UTF7.test(raw)) return 'charset';
    return fieldsOf(raw, 'subject').some((value) => value.replace(WORD, '').includes('=?')) ? 'odd-word' : null;
  },
  date: (t, f, raw) => {
    const record = f.told.records[0];
    if (record === undefined || f.date === null) return 'date-not-invented';
    if (t.date === null) return 'date-read';
    if (record.earliest! <= t.date && t.date <= record.latest!) return 'zone-unknown';
    if (record.earliest !== record.latest) return 'zone-unknown';
    if (Math.abs(f.date - t.date) > 20 * 365 * 86_400) return 'odd-year';
    return fieldsOf(raw, 'date').every((value) => DATE.test(value)) ? null : 'odd-date';
  },
  id: (t) => (!/^[\u0020-\u007e]*$/.test(t.id) ? 'charset' : /^<[^\s<>"]+@[^\s<>"]+>$/.test(t.id) ? null : 'odd-id'),
  text: (t, f, raw) => {
    const [theirs, ours] = [ascii(t.text ?? ''), ascii(f.text ?? '')];
    if (theirs === ours || UTF7.test(raw)) return 'charset';
    if (f.isSpoilt) return 'not-base64';
    const odd = oddParts(raw);
    if (odd !== null) return odd;
    if (f.forms > 1) return 'several-texts';
    if (/message\/(?:rfc822|global)|multipart\/digest/i.test(raw) && ours.startsWith(theirs.slice(0, 20)))
      return 'attached-message';
    return null;
  },
  files: (t, f, raw) => {
    if (same(asciiOf(t.files), asciiOf(f.files))) return 'charset';
    const theirs = asciiOf(t.files);
    const ours = asciiOf(f.files);
    if (theirs.every((name) => ours.includes(name)) && ours.length > theirs.length) return 'unnamed-there';
    return oddParts(raw);
  },
};

/**
 * All differences of two readings.
 * @param bytes of the message
 */
export function differences(t: Parsed, f: Fast, bytes: Buffer): Difference[] {
  const raw = bytes.toString('latin1');
  const found: Difference[] = [];
  const add = (field: string, theirs: unknown, ours: unknown): void => {
    const kind = EXPLAIN[field]!(t, f, raw) ?? (isDamaged(f, raw) ? 'damaged' : null);
    found.push({ field, kind, thorough: theirs, fast: ours });
  };
  for (const field of ['from', 'to', 'cc', 'bcc', 'names', 'subject', 'date', 'files'] as const)
    if (!same(t[field], f[field])) add(field, t[field], f[field]);
  for (const { part, thorough, fast } of contentDifferences(t.contents, f.contents, ascii)) {
    found.push({ field: 'contents', kind: part.isBroken ? 'damaged' : null, thorough, fast });
  }
  if (!f.isId(t.id)) add('id', t.id, null);
  if (t.text !== null && t.text !== f.text) add('text', t.text, f.text);
  return found;
}
