/** reports.yaml: contacts and counts of contacts that prose tells of, who tells them, and on whom the tellers rely. */
import * as z from 'zod';
import { INFORMANT_KINDS, type InformantKind } from '../../../sourcing/informants.ts';
import { type Channels, channelFaults, channelShape } from '../words/channel.ts';
import { addFaults, type FaultAt, list, map, notA, oneOf, oneOrMore, text, truth, whole } from '../words/leaf.ts';
import type { Names } from '../words/names.ts';
import { type PeriodEntry, periodFaults, periodOf, periodShape } from '../words/period.ts';
import { informant, type Reference, reference, teller } from '../words/reference.ts';
import { type WhereEntry, where } from '../words/where.ts';
import { type Sides, sides } from './statements.ts';

export type { InformantKind };

/** Somebody who tells things. There is no field for a real name. */
export interface InformantEntry {
  /** A pseudonym. */
  readonly id: string;
  readonly kind: InformantKind;
  /** How many persons stand behind it; absent: not said. */
  readonly persons?: number;
  readonly reliesOn: readonly string[];
}

/** What reports and told counts share. */
interface ToldEntry {
  readonly id?: string;
  /** An informant, or a party that told it in public. */
  readonly toldBy: string;
  /** Informants on whom the teller relies for this, besides those on whom it always does. */
  readonly reliesOn: readonly string[];
  readonly between: Sides;
  readonly period?: PeriodEntry;
  readonly channels: Channels;
  readonly caveats: readonly string[];
  readonly where?: WhereEntry;
  readonly note?: string;
}

/** A passage that tells of a contact. */
export interface ReportEntry extends ToldEntry {
  /** Topics that it tells, never inferred. */
  readonly topics: readonly string[];
  /** Who began it, as told. */
  readonly begunBy?: Reference;
  /** It was an attempt: a call that nobody took, a meeting that did not come about. */
  readonly attempted: boolean;
  /** The teller tells it apart from the others that it tells of these parties on that day: none of them is it. */
  readonly apart: boolean;
}

/** How many: max null where no upper end is told. */
export interface ToldNumber {
  readonly min: number;
  readonly max: number | null;
}

/** A part of a told count: "six of these with the director". What it leaves out is as in the whole. */
export interface ToldPart {
  readonly between: Sides;
  readonly told: ToldNumber;
  readonly period?: PeriodEntry;
  readonly channels?: Channels;
}

/** A passage that tells of how many contacts there were. */
export interface ToldCountEntry extends ToldEntry {
  readonly told: ToldNumber;
  /** It speaks of contacts that were not disclosed. */
  readonly undisclosed: boolean;
  readonly parts: readonly ToldPart[];
}

export interface ReportsFile {
  readonly informants: readonly InformantEntry[];
  readonly reports: readonly ReportEntry[];
  readonly counts: readonly ToldCountEntry[];
}

/** None: stands in for a reports.yaml that is not there. */
export const NO_REPORTS: ReportsFile = { informants: [], reports: [], counts: [] };

const NO_REAL_NAME =
  'remove it: an informant has no field for a real name, only id (a pseudonym), kind, persons and relies-on';

function informants(names: Names): z.ZodType<InformantEntry[]> {
  const relied = oneOrMore(informant(names), { is: 'an informant', advice: 'write the ids of informants' });
  const entry = map(
    'an informant',
    {
      id: text({ is: 'a pseudonym', advice: 'write a pseudonym, such as official-1' }).describe(
        'A pseudonym, never a name.',
      ),
      kind: oneOf(INFORMANT_KINDS).describe('Kind of informant.'),
      persons: z.exactOptional(
        whole(1, 'the number of persons').describe('How many persons stand behind it; unknown when left out.'),
      ),
      'relies-on': z.exactOptional(relied.describe('Informants from whom it has what it tells.')),
    },
    {},
    NO_REAL_NAME,
  ).transform((written) => ({
    id: written.id,
    kind: written.kind,
    ...(written.persons === undefined ? {} : { persons: written.persons }),
    reliesOn: written['relies-on'] ?? [],
  }));
  return list(entry, 'the informants');
}

const texts = (what: string): z.ZodType<readonly string[]> => {
  const expectation = { is: 'text', advice: `write ${what} as text, or a list of them` };
  return oneOrMore(text(expectation), expectation);
};

function toldShape(names: Names): ToldShape {
  const relied = oneOrMore(informant(names), { is: 'an informant', advice: 'write the ids of informants' });
  return {
    id: z.exactOptional(text({ is: 'a name', advice: 'write a short name' })),
    'told-by': teller(names).describe('Informant, or a party that told it in public.'),
    'relies-on': z.exactOptional(relied.describe('Informants on whom the teller relies for this.')),
    between: sides(names).describe('The two sides.'),
    ...periodShape(names),
    ...channelShape(),
    caveats: z.exactOptional(texts('the caveat').describe('What the passage itself holds against it.')),
    where: z.exactOptional(where(names).describe('Where it stands.')),
    note: z.exactOptional(text({ is: 'text', advice: 'write a note as text' })),
  };
}

type Optional<T> = z.ZodExactOptional<z.ZodType<T>>;
type Spread<T> = { readonly [K in keyof T]: T[K] };
type ToldShape = Spread<ReturnType<typeof periodShape>> &
  Spread<ReturnType<typeof channelShape>> & {
    readonly id: Optional<string>;
    readonly 'told-by': z.ZodType<string>;
    readonly 'relies-on': Optional<readonly string[]>;
    readonly between: z.ZodType<Sides>;
    readonly caveats: Optional<readonly string[]>;
    readonly where: Optional<WhereEntry>;
    readonly note: Optional<string>;
  };
type Told = z.output<z.ZodObject<ToldShape, z.core.$strict>>;

function toldOf(written: Told): ToldEntry {
  const period = periodOf(written);
  return {
    ...(written.id === undefined ? {} : { id: written.id }),
    toldBy: written['told-by'],
    reliesOn: written['relies-on'] ?? [],
    between: written.between,
    ...(period === undefined ? {} : { period }),
    channels: written.channels ?? written.channel ?? 'any',
    caveats: written.caveats ?? [],
    ...(written.where === undefined ? {} : { where: written.where }),
    ...(written.note === undefined ? {} : { note: written.note }),
  };
}

/** Keys that people may try. */
const MEANT = {
  who: 'write told-by',
  by: 'write told-by',
  source: 'write where: { source: … }',
  topic: 'write topics',
  caveat: 'write caveats',
  date: 'write on',
  unanswered: 'write attempted: true',
  initiator: 'write begun-by',
};

function report(names: Names): z.ZodType<ReportEntry> {
  const more = {
    topics: z.exactOptional(texts('the topic').describe('What the contact was about, as told.')),
    'begun-by': z.exactOptional(reference(names).describe('Who began it, as told: one of those between whom it was.')),
    attempted: z.exactOptional(
      truth().describe('It was an attempt: a call that nobody took, a meeting that did not come about.'),
    ),
    apart: z.exactOptional(
      truth().describe(
        'The teller tells it apart from the others that it tells of these parties on that day: none of them is it.',
      ),
    ),
  };
  return map('a report', { ...toldShape(names), ...more }, MEANT)
    .superRefine((written, context) => {
      addFaults(context, [...periodFaults(written), ...channelFaults(written), ...begunFaults(written)]);
    })
    .transform(
      (written): ReportEntry => ({
        ...toldOf(written),
        topics: written.topics ?? [],
        ...(written['begun-by'] === undefined ? {} : { begunBy: written['begun-by'] }),
        attempted: written.attempted ?? false,
        apart: written.apart ?? false,
      }),
    );
}

function begunFaults(written: { readonly between: Sides; readonly 'begun-by'?: Reference }): FaultAt[] {
  const by = written['begun-by'];
  if (by === undefined || written.between.flat().includes(by)) return [];
  return [
    { at: 'begun-by', ...notA('one of those between whom it was', by, 'write one of them, or add it to between') },
  ];
}

interface NumberKeys {
  readonly 'at-least'?: number;
  readonly 'at-most'?: number;
  readonly count?: number;
}

/** Keys that say how many. */
export function numberShape(): { readonly [K in 'at-least' | 'at-most' | 'count']: Optional<number> } {
  const number = (what: string): Optional<number> => z.exactOptional(whole(0, 'the number of contacts').describe(what));
  return {
    'at-least': number('At least so many.'),
    'at-most': number('At most so many.'),
    count: number('Exactly so many.'),
  };
}

/** What is wrong with them together. */
export function numberFaults(written: NumberKeys): FaultAt[] {
  const { count, 'at-least': least, 'at-most': most } = written;
  if (count === undefined && least === undefined && most === undefined) {
    return [{ at: '', message: 'tells no number', advice: 'write at-least, at-most or count' }];
  }
  if (count !== undefined && (least !== undefined || most !== undefined)) {
    return [
      { at: 'count', message: 'stands beside at-least or at-most', advice: 'write count alone, or the two others' },
    ];
  }
  if (least !== undefined && most !== undefined && least > most) {
    return [
      { at: 'at-least', message: `is more than at-most: ${least} > ${most}`, advice: 'exchange or correct them' },
    ];
  }
  return [];
}

/** The number that they say. */
export function numberOf(written: NumberKeys): ToldNumber {
  if (written.count !== undefined) return { min: written.count, max: written.count };
  return { min: written['at-least'] ?? 0, max: written['at-most'] ?? null };
}

function part(names: Names): z.ZodType<ToldPart> {
  return map('a part of a count', { between: sides(names), ...numberShape(), ...periodShape(names), ...channelShape() })
    .superRefine((written, context) => {
      addFaults(context, [...numberFaults(written), ...periodFaults(written), ...channelFaults(written)]);
    })
    .transform((written) => {
      const period = periodOf(written);
      const ways = written.channels ?? written.channel;
      return {
        between: written.between,
        told: numberOf(written),
        ...(period === undefined ? {} : { period }),
        ...(ways === undefined ? {} : { channels: ways }),
      } satisfies ToldPart;
    });
}

function count(names: Names): z.ZodType<ToldCountEntry> {
  const more = {
    ...numberShape(),
    undisclosed: z.exactOptional(truth().describe('It speaks of contacts that were not disclosed.')),
    parts: z.exactOptional(list(part(names), 'the parts').describe('"Six of these with the director".')),
  };
  return map('a told count', { ...toldShape(names), ...more }, MEANT)
    .superRefine((written, context) => {
      addFaults(context, [...numberFaults(written), ...periodFaults(written), ...channelFaults(written)]);
    })
    .transform(
      (written): ToldCountEntry => ({
        ...toldOf(written),
        told: numberOf(written),
        undisclosed: written.undisclosed ?? false,
        parts: written.parts ?? [],
      }),
    );
}

/** The schema of reports.yaml. */
export function reportsSchema(names: Names): z.ZodType<ReportsFile> {
  return map(
    'a list of reports',
    {
      informants: z.exactOptional(informants(names).describe('Who tells things: pseudonyms only.')),
      reports: z.exactOptional(list(report(names), 'the reports').describe('Passages that tell of a contact.')),
      counts: z.exactOptional(list(count(names), 'the counts').describe('Passages that tell of how many.')),
    },
    { sources: 'sources stand in case.yaml; who tells things stands under informants', contacts: 'write reports' },
  ).transform((written) => ({
    informants: written.informants ?? [],
    reports: written.reports ?? [],
    counts: written.counts ?? [],
  }));
}
