/** The text beside a build: made before its ledger, told in its report, mended where it is torn. */
import type { LedgerFolder } from '../build/folder.ts';
import { type BuildOptions, threadsOf } from '../build/options.ts';
import type { BuildReport, SourceText } from '../build-report.ts';
import type { CaseFiles } from '../files/index.ts';
import type { TextPart } from './groups.ts';
import type { TextSegment } from './index-file.ts';
import { isBuildTextWhole, textStage } from './stage.ts';
import { NO_TEXT_TALLY, sumOf } from './tally.ts';

/** What a text is made of. */
export interface TextMaking {
  /** The case folder. */
  readonly folder: string;
  readonly read: { readonly files: CaseFiles };
  /** In the order of the ledger's numbers. */
  readonly parts: readonly TextPart[];
  readonly paths: LedgerFolder;
  readonly options: BuildOptions;
}

/** Whether a build has a text: not where it ends with the records, nor where tables are compared. */
function wantsText({ text, scratch, until }: BuildOptions): boolean {
  return until !== 'records' && (text ?? scratch === undefined);
}

/**
 * Makes the text of a build. Not beside the stages: they need both cores as well, and together took more processor time
 * and memory than one after the other.
 * @param build folder of the build
 * @returns the segments of the text; null where none is wanted
 */
export async function buildText(making: TextMaking, build: string): Promise<readonly TextSegment[] | null> {
  const { folder, read, parts, paths, options } = making;
  if (!wantsText(options)) return null;
  options.onProgress?.({ stage: 'text' });
  return textStage({ folder, files: read.files }, parts, build, {
    folder: paths.text,
    spool: paths.spool,
    threads: threadsOf(options),
    ...(options.signal === undefined ? {} : { signal: options.signal }),
    onBytes: (doneBytes, totalBytes) => options.onProgress?.({ stage: 'text', doneBytes, totalBytes }),
  });
}

/**
 * Makes what is missing or torn of the text of a finished build.
 * @param build folder of the build
 */
export async function mendText(making: TextMaking, build: string): Promise<void> {
  if (wantsText(making.options) && !isBuildTextWhole(build, making.paths.text)) await buildText(making, build);
}

/** A build's report with what became of the words of its sources. */
export function withText(report: BuildReport, segments: readonly TextSegment[] | null): BuildReport {
  if (segments === null) return report;
  // Passages of reports.yaml are reported behind the entries of case.yaml.
  const passages = segments.some(({ entry }) => entry === null) ? report.sources.length - 1 : -1;
  const sources = report.sources.map((source, i) => ({
    ...source,
    text: sourceText(segments, i === passages ? null : i),
  }));
  return { ...report, sources };
}

/** @param entry place in case.yaml; null: the passages of reports.yaml */
function sourceText(segments: readonly TextSegment[], entry: number | null): SourceText {
  const own = segments.filter((segment) => segment.entry === entry);
  const { documents, gone, read, unread } = own.map(({ tally }) => tally).reduce(sumOf, NO_TEXT_TALLY);
  return {
    indexed: documents,
    gone,
    attachmentsRead: read,
    attachmentsUnread: Object.entries(unread).map(([why, items]) => ({ why, items })),
  };
}
