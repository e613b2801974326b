/** The sources of case.yaml as files on the disk, and how each is read. */
import { existsSync, statSync } from 'node:fs';
import { type FoundFile, type WalkProblem, walk } from '../../bytes/disk.ts';
import { endOfDay, startOfDay } from '../../reconcile/days.ts';
import { CaseError } from '../error.ts';
import { type CaseFiles, resolvePeriod, type SourceEntry } from '../files/index.ts';
import { asOfInstant, sourcePath } from '../read-case.ts';
import { chosen } from '../reading/members.ts';
import { type EntryOptions, type Unit, unitsOf } from '../reading/unit.ts';

/** Something in an entry's folder that is not read. */
export interface Unread {
  readonly entry: number;
  readonly problem: WalkProblem;
}

/** An entry of case.yaml, as found. */
export interface PlannedEntry {
  readonly entry: SourceEntry;
  /** Whether it is a folder: then the names of files follow its path. */
  readonly folder: boolean;
  readonly files: number;
  readonly bytes: number;
}

export interface Plan {
  readonly entries: readonly PlannedEntry[];
  readonly units: readonly Unit[];
  readonly unread: readonly Unread[];
}

/** Recurrences are not expanded before this instant unless the scope begins earlier: 1 January 1990, epoch seconds UTC. */
const FIRST = 631_152_000;

/** How an entry's files are read; only what the case says. */
function optionsOf(files: CaseFiles, entry: SourceEntry): EntryOptions {
  const asOf = asOfInstant(files);
  const { zone } = files.case;
  const scope = resolvePeriod(files, entry.scope);
  const from = scope.from === null ? FIRST : startOfDay(zone, scope.from);
  const to = scope.to === null ? asOf : Math.min(asOf, endOfDay(zone, scope.to));
  return {
    zone: entry.zone ?? null,
    region: entry.region ?? null,
    template: entry.template ?? null,
    asOf,
    window: { from, to: Math.max(from, to) },
    as: entry.as ?? null,
    include: entry.members?.include ?? [],
    exclude: entry.members?.exclude ?? [],
  };
}

/**
 * Finds the files of all sources.
 * @throws CaseError when a source is not there
 */
export function planSources(folder: string, files: CaseFiles): Plan {
  const entries: PlannedEntry[] = [];
  const units: Unit[] = [];
  const unread: Unread[] = [];
  files.case.sources.forEach((entry, number) => {
    const path = sourcePath(folder, entry.path);
    if (!existsSync(path)) throw missing(entry);
    const isFolder = statSync(path).isDirectory();
    const options = optionsOf(files, entry);
    const found: FoundFile[] = [];
    for (const item of walk(path)) {
      if ('problem' in item) unread.push({ entry: number, problem: item });
      else if (!isFolder || isArchive(item.name) || chosen(item.name, options)) found.push(item);
    }
    entries.push({
      entry,
      folder: isFolder,
      files: found.length,
      bytes: found.reduce((sum, { size }) => sum + size, 0),
    });
    units.push(...unitsOf(number, found, options));
  });
  return { entries, units, unread };
}

/** Archives are looked into: the choice of members is among what is in them. */
function isArchive(name: string): boolean {
  return /\.(zip|tar|tgz|gz)$/i.test(name);
}

function missing(entry: SourceEntry): CaseError {
  const shown = entry.protected ? 'a protected source' : entry.path;
  return new CaseError(
    `${shown} is not there (case.yaml, sources)`,
    'put it back, correct its path, or remove it from case.yaml; the last ledger stays as it is',
  );
}
