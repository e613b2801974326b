/** Passages that case files cite by hand, for a briefing. */
import { memberInput } from '../../bytes/archive.ts';
import { archiveKind } from '../../bytes/archive-kind.ts';
import { ARCHIVE_LIMITS } from '../../bytes/archive-limits.ts';
import type { Input } from '../../bytes/input.ts';
import { type Passage, passagesOf } from '../../case/citations/passage.ts';
import { openSource } from '../../case/citations/source-files.ts';
import type { WhereEntry } from '../../case/files/index.ts';
import type { OpenCase } from '../../case/open.ts';
import { pathText, type Step } from '../../model/citation.ts';
import type { CitedPassage } from '../cited.ts';
import { cutLine, cutText } from '../cut.ts';
import type { ManifestMember } from '../manifest.ts';
import { type CitedFiles, PROTECTED, RAW, type ReadPassage, sha256OfRange } from './passages.ts';

/** Bytes before and after a passage in which a whole line of context is looked for. */
const CONTEXT = 600;

type Opened = Pick<OpenCase, 'folder' | 'files'>;

/** Whether a path is that of a source whose name must not leave the case. */
function isProtected({ files }: Opened, path: string): boolean {
  return files.case.sources.some((source) => source.protected && source.path === path);
}

/** The last whole words before a passage, and the first after it, on one line each. */
function contextOf(input: Input, [offset, length]: readonly [number, number]): { before: string; after: string } {
  const from = Math.max(0, offset - CONTEXT);
  const before = input
    .read(from, offset - from)
    .toString('utf8')
    .replace(/\s+/g, ' ');
  const after = input
    .read(offset + length, CONTEXT)
    .toString('utf8')
    .replace(/\s+/g, ' ');
  const start = from === 0 ? 0 : before.indexOf(' ', Math.max(0, before.length - 200)) + 1;
  const end = after.length <= 200 ? after.length : after.lastIndexOf(' ', 200);
  return { before: before.slice(start), after: after.slice(0, end === -1 ? 200 : end) };
}

/** Steps into the file, as far as the place names a member of an archive. */
function membersOf(input: Input, member: string): ManifestMember[] {
  const kind = archiveKind(input);
  const method = kind === 'tar' || kind === 'gzip' ? kind : 'zip';
  return member === '' ? [] : [{ member, method }];
}

interface Piece {
  readonly range: readonly [offset: number, length: number] | null;
  readonly text: string;
}

/** One passage a range; one without a range where a page, a cell or the file alone is named. */
function piecesOf(passage: Passage): readonly Piece[] {
  if (passage.ranges.length === 0) return [{ range: null, text: passage.text }];
  return passage.ranges.map(({ offset, length, text }) => ({ range: [offset, length], text }));
}

function placeText({ section, page, cell }: Passage): string | null {
  const parts = [
    ...(section === null ? [] : [`section ${section}`]),
    ...(page === null ? [] : [`page ${page}`]),
    ...(cell === null ? [] : [`cell ${cell}`]),
  ];
  return parts.length === 0 ? null : parts.join(', ');
}

/**
 * Follows what was cited by hand.
 * @param keyOf gives the key of the next passage
 * @returns passages by place, in the order of `wheres`; of a file that is not there the words alone that somebody wrote down
 * @throws CaseError never for what is missing or changed: that stands in the passage
 */
export async function handCited(
  open: Opened,
  wheres: readonly WhereEntry[],
  cited: CitedFiles,
  keyOf: () => string,
  spoolDir: string | null,
): Promise<ReadPassage[][]> {
  const passages = await passagesOf(open, wheres);
  const read: ReadPassage[][] = [];
  for (const [i, where] of wheres.entries())
    read.push(await onePlace(open, where, passages[i]!, cited, keyOf, spoolDir));
  return read;
}

async function onePlace(
  open: Opened,
  where: WhereEntry,
  passage: Passage,
  cited: CitedFiles,
  keyOf: () => string,
  spoolDir: string | null,
): Promise<ReadPassage[]> {
  const hidden = isProtected(open, where.source);
  const outer = openSource(open.folder, where.source, '');
  const file = outer === null ? null : cited.check(where.source, passage.source, null);
  const members = outer === null ? [] : membersOf(outer, passage.member);
  const input =
    outer === null ? null : members.length === 0 ? outer : await memberInput(outer, members, ARCHIVE_LIMITS, spoolDir);
  const problem = passage.problems.map(({ message }) => message).join(' ');
  try {
    return piecesOf(passage).map(({ range, text }): ReadPassage => {
      const key = keyOf();
      const inside = input !== null && range !== null && range[0] + range[1] <= input.size;
      const hash = inside ? sha256OfRange(input, range[0], range[1]) : null;
      const raw = inside && !hidden ? input.read(range[0], Math.min(RAW, range[1])).toString('utf8') : null;
      const around = inside && !hidden ? contextOf(input, range) : null;
      const { text: excerpt, cut } = cutText(text === '' ? (where.quote ?? '') : text);
      const steps: Step[] = [...(hidden ? [] : members), ...(range === null ? [] : [{ range }])];
      const shared = {
        key,
        record: null,
        file: file?.sha256 ?? '',
        range,
        row: passage.row,
        exactness: passage.exactness ?? ('bytes' as const),
        sha256: hash,
        raw,
      };
      const shown: CitedPassage = {
        ...shared,
        source: passage.source,
        path: pathText(steps),
        place: placeText(passage),
        excerpt: hidden || excerpt === '' ? null : excerpt,
        cut: hidden ? 0 : cut,
        before: around === null ? null : cutLine(around.before),
        after: around === null ? null : cutLine(around.after),
        bates: null,
        withheld: hidden ? PROTECTED : problem === '' ? null : cutLine(problem),
      };
      return { shown, listed: { ...shared, members: hidden && members.length > 0 ? null : members } };
    });
  } finally {
    if (input !== outer) input?.close();
    outer?.close();
  }
}
