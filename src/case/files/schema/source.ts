/** case.yaml: the sources, each with who handed it over, what it covers and how to read it. */
import * as z from 'zod';
import type { Side } from '../../../model/source.ts';
import { type Channels, channels } from '../words/channel.ts';
import { country } from '../words/country.ts';
import { exactDay } from '../words/day.ts';
import { type FaultAt, judged, list, map, oneOf, oneOrMore, text, truth } from '../words/leaf.ts';
import type { Names } from '../words/names.ts';
import { dayOrEvent } from '../words/period.ts';
import { audience, format, type Reference, references, template } from '../words/reference.ts';
import { zone } from '../words/zone.ts';

/** What a source should hold, according to who handed it over. */
export interface ScopeEntry {
  readonly from?: string;
  readonly to?: string;
  /** Declared complete for these days and accounts. */
  readonly complete: boolean;
  /** Addresses; empty: not said. */
  readonly accounts: readonly string[];
  /** Search terms by which the items were picked; empty: not said. */
  readonly terms: readonly string[];
  /** What was withheld, in words. */
  readonly withheld?: string;
  readonly note?: string;
}

/** Whose disclosures a disclosed source holds, and for which days. */
export interface CoversEntry {
  readonly disclosers: readonly Reference[];
  /** Absent: the audience of the source. */
  readonly audience?: string;
  readonly from: string;
  readonly to: string;
  readonly kinds: Channels;
}

/** Which files of a folder or archive are read: names with * and ?, ** for folders. */
export interface MembersEntry {
  /** Empty: all. */
  readonly include: readonly string[];
  readonly exclude: readonly string[];
}

export interface SourceEntry {
  /** From the case folder, or absolute. */
  readonly path: string;
  readonly producer?: string;
  readonly custodian?: string;
  /** Custodian and file name must not leave the case. */
  readonly protected: boolean;
  readonly scope?: ScopeEntry;
  readonly template?: string;
  /** Name of the format, where recognising it by content is not wanted. */
  readonly as?: string;
  readonly region?: string;
  readonly zone?: string;
  readonly side: Side;
  readonly audience?: string;
  /** Day on which the whole disclosure was given, YYYY-MM-DD. */
  readonly published?: string;
  readonly covers?: CoversEntry;
  readonly members?: MembersEntry;
  readonly note?: string;
}

const words = (what: string): z.ZodType<string> => text({ is: 'text', advice: `write ${what} as text` });

function scope(names: Names): z.ZodType<ScopeEntry> {
  return map(
    'a scope',
    {
      from: z.exactOptional(dayOrEvent(names).describe('First day of the material.')),
      to: z.exactOptional(dayOrEvent(names).describe('Last day of the material, inclusive.')),
      complete: z.exactOptional(truth().describe('Declared complete for these days and accounts.')),
      accounts: z.exactOptional(list(words('an address'), 'the addresses')),
      terms: z.exactOptional(list(words('a search term'), 'the search terms')),
      withheld: z.exactOptional(words('what was withheld')),
      note: z.exactOptional(words('a note')),
    },
    { between: 'write from and to' },
  ).transform((written) => ({
    ...written,
    complete: written.complete ?? false,
    accounts: written.accounts ?? [],
    terms: written.terms ?? [],
  }));
}

/** Whose disclosures are loaded, to which audience, for which days. */
export function covers(names: Names): z.ZodType<CoversEntry> {
  return map(
    'a coverage of disclosures',
    {
      disclosers: references(names).describe('Whose disclosures these are: parties or groups.'),
      audience: z.exactOptional(audience()),
      from: dayOrEvent(names).describe('First day that the disclosures reach.'),
      to: dayOrEvent(names).describe('Last day that the disclosures reach, inclusive.'),
      kinds: z.exactOptional(channels().describe('Kinds of contact that they would tell of.')),
    },
    { discloser: 'write disclosers', who: 'write disclosers', channels: 'write kinds' },
  ).transform((written) => ({ ...written, kinds: written.kinds ?? 'any' }));
}

function members(): z.ZodType<MembersEntry> {
  const expectation = { is: 'a pattern', advice: 'write names with * and ?, such as "*.eml"' };
  const patterns = z.exactOptional(oneOrMore(text(expectation), expectation));
  return map('a choice of members', { include: patterns, exclude: patterns }).transform((written) => ({
    include: written.include ?? [],
    exclude: written.exclude ?? [],
  }));
}

/** Keys that say something about a disclosed source only. */
const DISCLOSED_ONLY = ['audience', 'published', 'covers'] as const;

function sideFaults(source: SourceEntry): FaultAt[] {
  if (source.side === 'disclosed') return [];
  return DISCLOSED_ONLY.filter((key) => source[key] !== undefined).map((key) => ({
    at: key,
    message: 'belongs to a disclosed source',
    advice: `add side: disclosed, or remove ${key}`,
  }));
}

/** One source. */
export function sourceEntry(names: Names): z.ZodType<SourceEntry> {
  const entry = map(
    'a source',
    {
      path: text({
        is: 'a path',
        advice: 'write path: and where the file or folder is, from the case folder',
      }).describe('File, folder or archive, from the case folder or absolute.'),
      producer: z.exactOptional(words('who handed it over').describe('Who handed it over.')),
      custodian: z.exactOptional(words('whose material it is').describe('Whose material it is.')),
      protected: z.exactOptional(truth().describe('Custodian and file name must not leave the case.')),
      scope: z.exactOptional(scope(names).describe('What the material should hold.')),
      template: z.exactOptional(template(names).describe('Template that reads the table.')),
      as: z.exactOptional(format(names).describe('Format, where recognising it by content is not wanted.')),
      region: z.exactOptional(country().describe('Country of phone numbers without a country code.')),
      zone: z.exactOptional(zone().describe('Time zone of times that are written without one.')),
      side: z.exactOptional(
        oneOf(['record', 'disclosed']).describe('record: what happened. disclosed: what somebody declared.'),
      ),
      audience: z.exactOptional(audience().describe('Whom the disclosure reached: public, or a name.')),
      published: z.exactOptional(exactDay().describe('Day on which the disclosure was given.')),
      covers: z.exactOptional(covers(names).describe('Whose disclosures it holds, for which days.')),
      members: z.exactOptional(members().describe('Which files of a folder or archive are read.')),
      note: z.exactOptional(words('a note')),
    },
    {
      country: 'write region',
      timezone: 'write zone',
      format: 'write as',
      file: 'write path',
      owner: 'write custodian',
      given: 'write published',
      from: 'write it in scope: { from: …, to: … }',
      to: 'write it in scope: { from: …, to: … }',
      complete: 'write it in scope: { complete: true }',
    },
  ).transform((written) => ({
    ...written,
    protected: written.protected ?? false,
    side: written.side ?? ('record' as const),
  }));
  return judged<SourceEntry>(entry, sideFaults);
}
