/** Which segments of the ledger share a segment of the text. */
import { createHash } from 'node:crypto';
import { basename } from 'node:path';
import type { Segment } from '../../ledger/assemble.ts';
import { TEXT_LAYOUT } from '../../text/manifest.ts';
import type { Unit } from '../reading/unit.ts';

/** A part of the ledger: what was read together, and the segment that it is in. */
export interface TextPart {
  readonly unit: Unit;
  /** File of the segment; its name is a hash of all that its records follow from. */
  readonly path: string;
  readonly segment: Segment;
}

/** Parts whose text is one segment. */
export interface TextGroup<Part extends TextPart = TextPart> {
  /** Name of the segment: a hash of the parts and of how text is read. */
  readonly name: string;
  /** In the order of their record numbers in the segment. */
  readonly parts: readonly Part[];
}

/** Raise it when the text of unchanged records would change. */
const VERSION = 1;

/** How text is read and how an index is laid out: segments of another version are made again. */
export const TEXT_VERSION: string = `${VERSION} ${TEXT_LAYOUT}`;

/** Records of a group at which it ends. */
const MOST_RECORDS = 65_536;
/** A group of small parts ends behind one whose name hashes to 0 modulo this, so that a new file changes one group only. */
const CUT = 64;

/**
 * Groups the parts of each entry of case.yaml: a folder of many small files must not become as many indexes, and a source
 * that is added must not have the others indexed again.
 * @param parts in any order
 */
export function textGroups<Part extends TextPart>(parts: readonly Part[]): TextGroup<Part>[] {
  const groups: TextGroup<Part>[] = [];
  let open: Part[] = [];
  let records = 0;
  const cut = (): void => {
    if (open.length > 0) groups.push({ name: nameOf(open), parts: open });
    open = [];
    records = 0;
  };
  for (const part of parts.toSorted(inOrder)) {
    const last = open.at(-1);
    if (last !== undefined && (last.unit.entry !== part.unit.entry || records + part.segment.records > MOST_RECORDS))
      cut();
    open.push(part);
    records += part.segment.records;
    if (endsGroup(part)) cut();
  }
  cut();
  return groups;
}

/** By the place in case.yaml, then by the names of the files: neither depends on the machine. */
function inOrder(a: TextPart, b: TextPart): number {
  const [x, y] = [a.unit.files[0]?.name ?? '', b.unit.files[0]?.name ?? ''];
  return a.unit.entry - b.unit.entry || (x < y ? -1 : x > y ? 1 : 0);
}

const keyOf = ({ path }: TextPart): string => basename(path).replace(/\..*$/, '');

function endsGroup(part: TextPart): boolean {
  return createHash('sha256').update(keyOf(part)).digest().readUInt32LE(0) % CUT === 0;
}

function nameOf(parts: readonly TextPart[]): string {
  const told = JSON.stringify([TEXT_VERSION, parts.map(keyOf)]);
  return createHash('sha256').update(told).digest('hex').slice(0, 40);
}
