/** Places of passages in words: no name of a protected source. */
import type { CaseFiles } from '../files/index.ts';
import type { WhereEntry } from '../files/words/where.ts';

/** A place with its names as they are shown; null where a part is not said. */
export interface NamedPlace {
  readonly source: string;
  readonly member: string;
  readonly section: string | null;
  readonly page: number | null;
  readonly cell: string | null;
  readonly row: number | null;
}

interface Range {
  /** Bytes. */
  readonly offset: number;
  readonly length: number;
}

/** How a file is named where others may see it: a protected source by its place in case.yaml alone. */
function shownFile({ case: { sources } }: CaseFiles, path: string): string {
  const place = sources.findIndex((source) => source.protected && isIn(source.path, path));
  return place === -1 ? path : `protected source ${place + 1}`;
}

const isIn = (source: string, path: string): boolean => {
  const plain = (text: string): string => text.replace(/^\.\//, '').replace(/\/+$/, '');
  return plain(path) === plain(source) || plain(path).startsWith(`${plain(source)}/`);
};

/** A place as it may be shown. */
export function namedPlace(files: CaseFiles, where: WhereEntry): NamedPlace {
  const source = shownFile(files, where.source);
  return {
    source,
    member: where.member === undefined ? '' : source === where.source ? where.member : '(protected)',
    section: where.section ?? null,
    page: where.page ?? null,
    cell: where.cell ?? null,
    row: where.row ?? null,
  };
}

/** Where a passage stands, on one line, without looking it up: `story.md, bytes 310–405`. */
export function passagePlace(files: CaseFiles, where: WhereEntry): string {
  return placeText(
    namedPlace(files, where),
    where.ranges.map(([offset, length]) => ({ offset, length })),
  );
}

const commas = (n: number): string => String(n).replace(/\B(?=(\d{3})+$)/g, ',');

/** A place on one line. `source` and `member` as they are shown. */
export function placeText(base: NamedPlace, ranges: readonly Range[]): string {
  const spans = ranges.map(({ offset, length }) => `${commas(offset)}–${commas(offset + length - 1)}`);
  return [
    base.source,
    base.member,
    base.section === null ? '' : `section ${base.section}`,
    base.page === null ? '' : `page ${base.page}`,
    base.cell === null ? '' : `cell ${base.cell}`,
    base.row === null ? '' : `row ${commas(base.row)}`,
    spans.length === 0 ? '' : `bytes ${spans.join(' and ')}`,
  ]
    .filter((part) => part !== '')
    .join(', ');
}
