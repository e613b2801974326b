/** The sources of a case as rows, and the problems in them. */
import { PROBLEM_COUNTS, PROBLEMS, type ProblemRow } from '../../ledger/queries/views/status.ts';
import { PROBLEMS_PAGE } from '../../ledger/queries/workbench/problems.ts';
import { shownPath, shownSource } from '../citations/shown-source.ts';
import type { OpenCase } from '../open.ts';
import { REPORTS_FILE } from '../stages/reports.ts';
import { sourceReach } from './coverage.ts';

/** A source of case.yaml as the last build read it. */
export interface SourceView {
  /** As case.yaml has it; a protected one by its place alone. */
  readonly path: string;
  /** Null where the source was put into case.yaml after the build. */
  readonly side: 'record' | 'disclosed' | null;
  readonly files: number;
  readonly noun: string;
  readonly items: number;
  readonly read: number;
  /** Records of these items with those of quoted messages and recurrences. */
  readonly allRecords: number;
  readonly doubtful: number;
  readonly failed: number;
  readonly firstProblem: string | null;
  /** What it is declared to reach. */
  readonly reach: string;
}

/** A problem and where it is. */
export interface ProblemView {
  readonly severity: string;
  readonly code: string;
  readonly message: string;
  readonly source: string;
  readonly member: string;
  /** Bytes from the start of the file or member, and how many; null where a row says it. */
  readonly bytes: readonly [offset: number, length: number] | null;
  /** Row of a table from 1; null where there are none. */
  readonly row: number | null;
}

/** What case.yaml declares of records apart from any source, as a row after the sources. */
export const DECLARED_PATH = 'case.yaml';

function declaredView({ case: file }: OpenCase['files']): SourceView[] {
  const items = file.coverage.records.length;
  if (items === 0) return [];
  const by = [...new Set(file.coverage.records.map((entry) => entry.by ?? 'somebody who is not named'))].join('; ');
  const reach = `coverage of records that is declared apart from any source, by ${by}`;
  const none = { files: 0, allRecords: 0, doubtful: 0, failed: 0, firstProblem: null };
  return [{ ...none, path: DECLARED_PATH, side: 'record', noun: 'declarations', items, read: items, reach }];
}

/** The sources that the last build read, in the order of case.yaml, and what case.yaml declares by itself. */
export function sourceViews({ files, build }: Pick<OpenCase, 'files' | 'build'>): SourceView[] {
  const entries = new Map(
    files.case.sources.map((source, i) => [source.protected ? `protected source ${i + 1}` : source.path, source]),
  );
  const sources = build.sources.map((report): SourceView => {
    const entry = entries.get(report.path);
    const told = report.path === REPORTS_FILE;
    return {
      path: report.path,
      side: entry?.side ?? (told ? 'record' : null),
      files: report.files,
      noun: report.noun,
      items: report.items,
      read: report.read,
      allRecords: report.records,
      doubtful: report.doubtful,
      failed: report.failed,
      firstProblem: report.firstProblem,
      reach: entry === undefined ? (told ? 'what prose tells' : 'in case.yaml no more') : sourceReach(files, entry),
    };
  });
  return [...sources, ...declaredView(files)];
}

function viewOf({ files }: Pick<OpenCase, 'files'>, row: ProblemRow): ProblemView {
  return {
    severity: row.severity,
    code: row.code,
    message: row.message,
    source: shownSource(row, files.case.sources),
    member: shownPath(row.member, [], row.protected),
    bytes: row.row_no > 0 ? null : [row.byte_offset, row.byte_length],
    row: row.row_no > 0 ? row.row_no : null,
  };
}

/** Problems in the sources, the gravest first. @param most how many */
export async function problemViews(open: Pick<OpenCase, 'ledger' | 'files'>, most: number): Promise<ProblemView[]> {
  return (await open.ledger.rows<ProblemRow>(PROBLEMS, { most })).map((row) => viewOf(open, row));
}

/** The same by the page. @param severity failed, doubtful, note; '' for all */
export async function problemPage(
  open: Pick<OpenCase, 'ledger' | 'files'>,
  severity: string,
  limit: number,
  offset: number,
): Promise<ProblemView[]> {
  const rows = await open.ledger.rows<ProblemRow>(PROBLEMS_PAGE, { severity, limit, offset });
  return rows.map((row) => viewOf(open, row));
}

/** How many problems there are of each kind, the gravest first. */
export function problemCounts({
  ledger,
}: Pick<OpenCase, 'ledger'>): Promise<{ severity: string; code: string; problems: number }[]> {
  return ledger.rows(PROBLEM_COUNTS);
}

/** Where a problem is, such as `sources/a.csv, row 88`. */
export function problemPlace({ source, member, bytes, row }: ProblemView): string {
  const at =
    row !== null ? `, row ${row}` : bytes === null ? '' : `, bytes ${bytes[0]}–${bytes[0] + Math.max(bytes[1], 1) - 1}`;
  return `${source}${member === '' ? '' : `, ${member}`}${at}`;
}
