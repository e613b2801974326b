/** What the loaded sources reach, in words: without it no "undisclosed" and no "none found" stands. */

import type { QuestionCoverage } from '../coverage.ts';
import { type CaseFiles, resolveDay, type SourceEntry } from '../files/index.ts';
import type { CoversEntry } from '../files/schema/source.ts';
import { limitOf } from '../stages/coverage/holdings.ts';
import { coverageSentences } from './coverage-words.ts';

/** A case, as far as its own files say what it reaches. */
interface WithFiles {
  readonly files: CaseFiles;
}

function period(files: CaseFiles, from: string | undefined, to: string | undefined): string {
  const first = from === undefined ? null : (resolveDay(files, from)?.first ?? from);
  const last = to === undefined ? null : (resolveDay(files, to)?.last ?? to);
  if (first === null && last === null) return 'days not said';
  return `${first ?? 'open'} to ${last ?? 'open'}`;
}

function coversText(files: CaseFiles, covers: CoversEntry, audience: string): string {
  const kinds = covers.kinds === 'any' ? 'any contact' : covers.kinds.join(', ');
  return `by ${covers.disclosers.join(', ')} to ${audience}, ${period(files, covers.from, covers.to)}: ${kinds}`;
}

/** What one source is said to reach. */
export function sourceReach(files: CaseFiles, source: SourceEntry): string {
  if (source.side === 'disclosed') {
    const { covers } = source;
    if (covers === undefined) return 'reach not declared';
    return coversText(files, covers, covers.audience ?? source.audience ?? 'public');
  }
  const { scope } = source;
  if (scope === undefined) return 'scope not declared';
  const limit = limitOf(source);
  const parts = [
    period(files, scope.from, scope.to),
    scope.complete
      ? `declared complete${limit === null ? '' : ', which cannot hold for all of it'}`
      : 'not declared complete',
    ...(limit === null ? [] : [limit]),
  ];
  return parts.join(', ');
}

/** Names of sources of one side, protected ones by their place. */
function namesOf(files: CaseFiles, side: SourceEntry['side']): string[] {
  return files.case.sources.flatMap((source, i) =>
    source.side !== side ? [] : [source.protected ? `protected source ${i + 1}` : source.path],
  );
}

/** Whether any disclosure is loaded, and for whom and when the loaded ones are declared to reach. */
export interface DisclosureCoverage {
  /** Sources of disclosures, and disclosures.yaml where it has entries. */
  readonly loaded: readonly string[];
  /** Declared reach, one line each; empty: nothing can be called undisclosed. */
  readonly reach: readonly string[];
}

/** The loaded disclosures of a case and what they are declared to reach. */
export function disclosureCoverage({ files }: WithFiles): DisclosureCoverage {
  const own = files.disclosures.disclosures.length > 0 ? ['disclosures.yaml'] : [];
  const declared = [
    ...files.case.sources.flatMap((source) =>
      source.covers === undefined
        ? []
        : [coversText(files, source.covers, source.covers.audience ?? source.audience ?? 'public')],
    ),
    ...files.case.coverage.disclosures.map((covers) => coversText(files, covers, covers.audience ?? 'public')),
  ];
  return { loaded: [...namesOf(files, 'disclosed'), ...own], reach: declared };
}

/** How far "none found" reaches: the loaded records, by name, and what is said of their completeness. */
export function noneFound({ files }: WithFiles): string {
  const names = namesOf(files, 'record');
  if (names.length === 0) return 'No records are loaded: nothing can be found, and nothing is missing.';
  const complete = files.case.sources.filter(
    (s) => s.side === 'record' && s.scope?.complete === true && limitOf(s) === null,
  ).length;
  return `None in the loaded records (${names.join(', ')}); ${complete} of ${names.length} declared complete for their scope.`;
}

/** The same for a question whose coverage is known: an absence never stands without it. */
export function noneCovered(open: WithFiles, coverage: QuestionCoverage): string {
  return [noneFound(open), ...coverageSentences(coverage)].join(' ');
}

/** The line that says what "undisclosed" was held against, or why nothing can be called so. */
export function heldAgainst(open: WithFiles): string {
  const { loaded, reach } = disclosureCoverage(open);
  if (loaded.length === 0) return 'No disclosures are loaded, so nothing is called undisclosed.';
  const among = `among those loaded (${loaded.join(', ')}), as of ${open.files.case.asOf}`;
  if (reach.length === 0)
    return `What the loaded disclosures reach is not declared (covers: in case.yaml), so nothing is called undisclosed ${among}.`;
  return `Undisclosed: no matching disclosure ${among}; they reach ${reach.join('; ')}.`;
}
