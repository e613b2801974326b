/** Evidence about who is who: what is known of an address, and how two of them agree, in words. */
import { BIT } from '../../identity/linkage/weights.ts';
import { ADDRESS_SIGNED } from '../../ledger/queries/identity/signatures.ts';
import {
  ADDRESS_CIRCLE,
  ADDRESS_NAMES,
  ADDRESS_ORGANISATIONS,
  ADDRESS_SPAN,
  ADDRESSES_BESIDE,
  LEVEL_WEIGHTS,
  PARTY_CIRCLE,
} from '../../ledger/queries/people/review.ts';
import { dayOf } from '../../reconcile/days.ts';
import { type CitationView, citationsOfRecords } from './citations.ts';
import type { ViewedCase } from './contacts.ts';

/** A name as records write it beside an address. */
export interface WrittenName {
  readonly text: string;
  readonly times: number;
  /** The first record that has it so. */
  readonly citation: CitationView | null;
}

/** What stands in signatures, of the address or of whoever gives it there; and what was answered under another address. */
export interface SignedText extends WrittenName {
  /** Such as name, title, mail, or what a number is for; answer where `text` was sent what the author answered. */
  readonly what: string;
  /** Whose signatures have it; null for those of the address itself. */
  readonly author: string | null;
}

/** What the records know of an address. */
export interface AddressEvidence {
  readonly names: readonly WrittenName[];
  readonly signed: readonly SignedText[];
  readonly organisations: readonly string[];
  readonly records: number;
  /** First and last day, YYYY-MM-DD in the case's zone; null where no time is plausible. */
  readonly first: string | null;
  readonly last: string | null;
  /** Other addresses of the party that it certainly is. */
  readonly also: readonly string[];
  /** With whom it is in contact most; where it stands in no contact itself, its party. */
  readonly circle: readonly { readonly key: string; readonly name: string; readonly contacts: number }[];
}

interface SignedRow {
  readonly kind: string;
  readonly use: string;
  readonly raw: string;
  readonly author: string | null;
  readonly times: number;
  readonly record_no: number;
}

/** What the records know of an address. @param no address_no */
export async function addressEvidence(open: ViewedCase, no: number): Promise<AddressEvidence> {
  const { ledger, files } = open;
  const [span] = await ledger.rows<{ records: number; first: number | null; last: number | null }>(ADDRESS_SPAN, {
    no,
  });
  const names = await ledger.rows<{ text: string; times: number; record_no: number }>(ADDRESS_NAMES, { no });
  const signed = await ledger.rows<SignedRow>(ADDRESS_SIGNED, { no });
  const cited = await citationsOfRecords(
    open,
    [...names, ...signed].map(({ record_no }) => record_no),
  );
  const organisations = await ledger.rows<{ text: string }>(ADDRESS_ORGANISATIONS, { no });
  const own = await ledger.rows<AddressEvidence['circle'][number]>(ADDRESS_CIRCLE, { no });
  const circle = own.length > 0 ? own : await ledger.rows<AddressEvidence['circle'][number]>(PARTY_CIRCLE, { no });
  const also = await ledger.rows<{ norm: string }>(ADDRESSES_BESIDE, { no });
  const day = (instant: number | null): string | null => (instant === null ? null : dayOf(files.case.zone, instant));
  return {
    names: names.map(({ text, times, record_no }) => ({ text, times, citation: cited.get(record_no) ?? null })),
    signed: signed.map(({ kind, use, raw, author, times, record_no }) => ({
      what: use === '' ? kind : use,
      text: raw,
      author,
      times,
      citation: cited.get(record_no) ?? null,
    })),
    organisations: organisations.map(({ text }) => text),
    records: span!.records,
    first: day(span!.first),
    last: day(span!.last),
    also: also.map(({ norm }) => norm),
    circle: circle.map(({ key, name, contacts }) => ({ key, name, contacts })),
  };
}

/** How two descriptions agree in one field. */
export interface Agreement {
  /** The field in words. */
  readonly field: string;
  /** The level in words, such as "nearly the same". */
  readonly level: string;
  /** By how many doublings it raises the odds that the two are one person; below zero it lowers them. */
  readonly bits: number;
}

/** A field of likeness_level with its levels, strongest first. */
export interface LevelWeights {
  readonly field: string;
  readonly levels: readonly { readonly label: string; readonly weight: number }[];
}

/** The table likeness_level by field. */
export async function levelWeights({ ledger }: Pick<ViewedCase, 'ledger'>): Promise<LevelWeights[]> {
  const rows = await ledger.rows<{ field_no: number; field: string; label: string; weight: number }>(LEVEL_WEIGHTS);
  return [...Map.groupBy(rows, ({ field_no }) => field_no).values()].map((of) => ({
    field: of[0]!.field,
    levels: of.map(({ label, weight }) => ({ label, weight })),
  }));
}

const FIELD_WORDS: Readonly<Record<string, string>> = {
  given: 'given name',
  middle: 'second name',
  family: 'family name',
  generation: 'generation (Jr., III)',
  account: 'account name',
  organisation: 'organisation',
  circle: 'people they are in contact with',
  addresses: 'mail addresses that each writes from or gives in signatures:',
  answers: 'answers:',
  numbers: 'telephone numbers in their signatures:',
};

/** What stands for everything that no level says. */
const REST_WORDS = 'how rare these names are, and how seldom two addresses are one person';

/** Thousandths of a bit as bits with one digit. */
export function bitsOf(weight: number): number {
  return Math.round((weight * 10) / BIT) / 10;
}

/** Bits as text with their sign: +18.9, −3.0. */
export function bitsText(bits: number): string {
  return `${bits < 0 ? '−' : '+'}${Math.abs(bits).toFixed(1)} bits`;
}

/**
 * How a pair agrees, the heaviest first.
 * @param levels as likeness keeps them: places with commas, below zero where nothing can be compared
 * @param weight of the whole pair, thousandths of a bit
 * @returns each field that can be compared, and last what no field says
 */
export function agreementsOf(weights: readonly LevelWeights[], levels: string, weight: number): Agreement[] {
  const found = levels.split(',').flatMap((text, f) => {
    const field = weights[f];
    const level = field?.levels[Number(text)];
    // What weighs nothing, as that neither names the other's address, tells nothing.
    if (field === undefined || level === undefined || bitsOf(level.weight) === 0) return [];
    return [{ field: FIELD_WORDS[field.field] ?? field.field, level: level.label, weight: level.weight }];
  });
  const rest = weight - found.reduce((sum, each) => sum + each.weight, 0);
  const ordered = [...found].sort((a, b) => b.weight - a.weight || (a.field < b.field ? -1 : 1));
  return [
    ...ordered.map(({ field, level, weight: bits }) => ({ field, level, bits: bitsOf(bits) })),
    { field: REST_WORDS, level: '', bits: bitsOf(rest) },
  ];
}

/** An agreement as one line, such as "family name the same: +9.1 bits". */
export function agreementText({ field, level, bits }: Agreement): string {
  return `${field}${level === '' ? '' : ` ${level}`}: ${bitsText(bits)}`;
}
