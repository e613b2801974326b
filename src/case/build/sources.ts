/** The table of sources: what the segments found, with what case.yaml says of it. */
import { hash64 } from '../../bytes/hash.ts';
import type { FoundSource, Segment } from '../../ledger/assemble.ts';
import type { Ledger } from '../../ledger/ledger.ts';
import { endOfDay, startOfDay } from '../../reconcile/days.ts';
import { type CaseFiles, resolvePeriod } from '../files/index.ts';
import type { PlannedEntry, Unread } from './plan.ts';

interface SourceRow extends FoundSource {
  readonly at: number;
}

/** @param at place of the entry in case.yaml */
function shownPath({ entry, folder }: PlannedEntry, name: string): string {
  return folder && name !== '' ? `${entry.path.replace(/\/+$/, '')}/${name}` : entry.path;
}

/**
 * Fills the table of sources, and adds what is in a source's folder but is no file to the problems.
 * @param segments in the order of the ledger's numbers, each with the place of its entry in case.yaml
 */
export async function writeSources(
  ledger: Ledger,
  files: CaseFiles,
  entries: readonly PlannedEntry[],
  segments: readonly { readonly segment: Segment; readonly entry: number }[],
  unread: readonly Unread[],
): Promise<void> {
  const rows: SourceRow[] = segments.flatMap(({ segment, entry }) =>
    segment.sources.map((source) => ({ ...source, at: entry })),
  );
  const first = rows.length;
  for (const { entry, problem } of unread) {
    rows.push({ name: problem.name, member: '', file_sha256: '', sha256: '', size: 0, format: '', at: entry });
  }
  const { zone } = files.case;
  const days = (at: number) => resolvePeriod(files, entries[at]!.entry.scope);
  const entry = (row: SourceRow) => entries[row.at]!.entry;
  const day = (text: string | null | undefined, end: boolean): number | null =>
    text === null || text === undefined ? null : end ? endOfDay(zone, text) : startOfDay(zone, text);
  await ledger.append('source', rows.length, {
    source_no: rows.map((_, i) => i),
    id: rows.map((row) => hash64(`${row.file_sha256} ${row.member}`)),
    path: rows.map((row) => shownPath(entries[row.at]!, row.name)),
    member: rows.map((row) => row.member),
    file_sha256: rows.map((row) => row.file_sha256),
    sha256: rows.map((row) => row.sha256),
    size: rows.map((row) => row.size),
    format: rows.map((row) => row.format),
    template: rows.map((row) => entry(row).template ?? null),
    side: rows.map((row) => (entry(row).side === 'disclosed' ? 1 : 0)),
    producer: rows.map((row) => entry(row).producer ?? null),
    custodian: rows.map((row) => entry(row).custodian ?? null),
    protected: rows.map((row) => entry(row).protected),
    zone: rows.map((row) => entry(row).zone ?? null),
    region: rows.map((row) => entry(row).region ?? null),
    audience: rows.map((row) => entry(row).audience ?? null),
    published: rows.map((row) => day(entry(row).published, false)),
    scope_from: rows.map((row) => day(days(row.at).from, false)),
    scope_to: rows.map((row) => day(days(row.at).to, true)),
    scope_complete: rows.map((row) => entry(row).scope?.complete ?? false),
    entry: rows.map((row) => entry(row).path),
  });
  const told = unread.filter(({ problem }) => problem.problem !== 'skipped');
  await ledger.append('problem', told.length, {
    source_no: told.map((item) => first + unread.indexOf(item)),
    byte_offset: told.map(() => 0),
    byte_length: told.map(() => 0),
    row_no: told.map(() => 0),
    severity: told.map(() => 'failed'),
    code: told.map(({ problem }) => `file-${problem.problem}`),
    message: told.map(({ problem }) => problem.detail.replace(/\.$/, '')),
  });
}
