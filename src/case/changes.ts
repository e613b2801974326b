/** What changed: between two builds, and since the last one. */
import { createHash } from 'node:crypto';
import { existsSync } from 'node:fs';
import { stamp } from '../bytes/disk.ts';
import { ledgerFolder } from './build/folder.ts';
import { planSources } from './build/plan.ts';
import type { BuildReport, Change } from './build-report.ts';
import type { OpenCase } from './open.ts';
import { readCase, sourcePath } from './read-case.ts';
import { Seen } from './reading/seen.ts';

const TOTALS = ['records', 'contacts', 'disclosures', 'findings', 'problems'] as const;

/**
 * Compares a build with the one before: sources by their content, shown with their records, then the totals.
 * @returns empty when nothing that is told differs, and for the first build
 */
export function changesBetween(
  before: Pick<BuildReport, 'sources' | (typeof TOTALS)[number]> | null,
  after: Pick<BuildReport, 'sources' | (typeof TOTALS)[number]>,
): Change[] {
  if (before === null) return [];
  const old = new Map(before.sources.map((source) => [source.path, source]));
  const now = new Map(after.sources.map((source) => [source.path, source]));
  const sources = [...new Set([...old.keys(), ...now.keys()])].flatMap((what): Change[] => {
    const [a, b] = [old.get(what), now.get(what)];
    if (a?.content === b?.content && a?.records === b?.records) return [];
    return [{ what, before: a?.records ?? null, after: b?.records ?? null }];
  });
  const totals = TOTALS.filter((total) => before[total] !== after[total]);
  return [...sources, ...totals.map((what) => ({ what, before: before[what], after: after[what] }))];
}

/** The case files whose change can move a count without a decision. */
const PEOPLE_FILES = ['people.yaml', 'case.yaml'];

/**
 * Why answers may differ between two builds: decisions that came or were taken back, case files that were edited, sources
 * that changed.
 * @returns each as a phrase; empty where nothing of it differs, or the build before does not tell
 */
export function causesBetween(
  before: Pick<BuildReport, 'decided' | 'inputs' | 'sources'> | null,
  after: Pick<BuildReport, 'decided' | 'inputs' | 'sources'>,
): string[] {
  if (before?.decided === undefined || before.inputs === undefined) return [];
  const [old, now] = [before.decided, after.decided ?? []];
  const [had, has] = [new Set(old.map(({ hash }) => hash)), new Set(now.map(({ hash }) => hash))];
  const files = PEOPLE_FILES.filter((file) => before.inputs![file] !== after.inputs?.[file]);
  const content = (report: Pick<BuildReport, 'sources'>): Map<string, string> =>
    new Map(report.sources.map(({ path, content: hash }) => [path, hash]));
  const [were, are] = [content(before), content(after)];
  const sources = [...new Set([...were.keys(), ...are.keys()])].filter((path) => were.get(path) !== are.get(path));
  return [
    ...now.filter(({ hash }) => !had.has(hash)).map(({ phrase }) => phrase),
    ...old.filter(({ hash }) => !has.has(hash)).map(({ phrase }) => `taken back: ${phrase}`),
    ...files.map((file) => `${file} was edited`),
    ...sources.map((path) => `${path} changed`),
  ];
}

/** SHA-256 of each file by its name. */
export function textHashes(texts: ReadonlyMap<string, string | null>): { [file: string]: string } {
  return Object.fromEntries(
    [...texts].flatMap(([file, text]) =>
      text === null ? [] : [[file, createHash('sha256').update(text).digest('hex')] as const],
    ),
  );
}

/** A hash of the files that people write, as they were read. */
export function textsHash(texts: ReadonlyMap<string, string | null>): string {
  return createHash('sha256')
    .update(JSON.stringify([...texts]))
    .digest('hex');
}

/**
 * What is not in the ledger yet: files of the case that were edited, and sources that came, went or were touched. Looks at
 * sizes and dates only; a build says whether the content changed.
 * @returns one line each, without a full stop; empty when the ledger is of what is there
 */
export function sinceBuild({ folder, files, build }: Pick<OpenCase, 'folder' | 'files' | 'build'>): string[] {
  const lines =
    textsHash(readCase(folder).texts) === build.texts ? [] : ['the case files were edited since the last build'];
  const gone = files.case.sources.flatMap((entry, i) =>
    existsSync(sourcePath(folder, entry.path))
      ? []
      : [`${entry.protected ? `protected source ${i + 1}` : entry.path} is not there`],
  );
  if (gone.length > 0) return [...lines, ...gone];
  const plan = planSources(folder, files);
  const seen = new Seen(ledgerFolder(folder).seen);
  const fresh = new Map<number, number>();
  for (const unit of plan.units) {
    const count = unit.files.filter(({ path }) => seen.hash(path, stamp(path)) === null).length;
    if (count > 0) fresh.set(unit.entry, (fresh.get(unit.entry) ?? 0) + count);
  }
  for (const [number, count] of fresh) {
    const { entry, folder: many } = plan.entries[number]!;
    const shown = entry.protected ? `protected source ${number + 1}` : entry.path;
    lines.push(
      many ? `${shown}: ${count} new or changed ${count === 1 ? 'file' : 'files'}` : `${shown} is new or changed`,
    );
  }
  return lines;
}
