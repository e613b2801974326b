/** case.yaml: coverage declared apart from any one source. */
import * as z from 'zod';
import { type Channels, channels } from '../words/channel.ts';
import { judged, list, map, text, truth } from '../words/leaf.ts';
import type { Names } from '../words/names.ts';
import { dayOrEvent } from '../words/period.ts';
import { type Reference, references } from '../words/reference.ts';
import { type CoversEntry, covers } from './source.ts';

/** For these accounts, channels and days the loaded records could have shown a contact. */
export interface RecordCoverageEntry {
  /** Addresses. */
  readonly accounts: readonly string[];
  /** All accounts of these parties. */
  readonly of: readonly Reference[];
  readonly channels: Channels;
  readonly from: string;
  readonly to: string;
  readonly complete: boolean;
  /** Who declared it. */
  readonly by?: string;
  readonly note?: string;
}

export interface CoverageEntry {
  readonly records: readonly RecordCoverageEntry[];
  readonly disclosures: readonly CoversEntry[];
}

/** Nothing declared. */
export const NO_COVERAGE: CoverageEntry = { records: [], disclosures: [] };

function recordCoverage(names: Names): z.ZodType<RecordCoverageEntry> {
  const account = text({ is: 'an address', advice: 'write a mail address or phone number' });
  const entry = map(
    'a coverage of records',
    {
      accounts: z.exactOptional(list(account, 'the addresses').describe('Addresses that are covered.')),
      of: z.exactOptional(references(names).describe('Parties all of whose accounts are covered.')),
      channels: z.exactOptional(channels().describe('Ways of contact that are covered; any when left out.')),
      from: dayOrEvent(names).describe('First day.'),
      to: dayOrEvent(names).describe('Last day, inclusive.'),
      complete: z.exactOptional(truth().describe('Declared complete.')),
      by: z.exactOptional(text({ is: 'text', advice: 'write who declared it' }).describe('Who declared it.')),
      note: z.exactOptional(text({ is: 'text', advice: 'write a note as text' })),
    },
    { channel: 'write channels', kinds: 'write channels', who: 'write of', parties: 'write of' },
  ).transform((written) => ({
    ...written,
    accounts: written.accounts ?? [],
    of: written.of ?? [],
    channels: written.channels ?? ('any' as const),
    complete: written.complete ?? false,
  }));
  return judged<RecordCoverageEntry>(entry, (written) =>
    written.accounts.length + written.of.length > 0
      ? []
      : [{ at: '', message: 'covers no account', advice: 'write accounts (addresses) or of (parties)' }],
  );
}

/** What the loaded records and disclosures reach. */
export function coverage(names: Names): z.ZodType<CoverageEntry> {
  return map('a coverage', {
    records: z.exactOptional(list(recordCoverage(names), 'what the records cover')),
    disclosures: z.exactOptional(list(covers(names), 'what the disclosures cover')),
  }).transform((written) => ({ records: written.records ?? [], disclosures: written.disclosures ?? [] }));
}
