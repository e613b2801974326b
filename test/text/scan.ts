/**
 * Searches by looking at every document: slow, and written without the index, so that the two can be compared. A document
 * is a list of units: words, and single letters of runs. A run in a query has to stand in a run of the text, anywhere; where
 * something precedes or follows it in its phrase, the text's run has to begin or end there.
 */
import { TEXT_COLUMNS, type TextColumn, type TextDocument } from '../../src/text/document.ts';
import type { Phrase, Query, QueryNode } from '../../src/text/query/ast.ts';
import { atomsOf } from '../../src/text/unicode/atoms.ts';

interface Unit {
  readonly text: string;
  readonly isLetter: boolean;
  readonly begins: boolean;
  readonly ends: boolean;
}

const WALL: Unit = { text: '\ue000', isLetter: false, begins: true, ends: true };

function unitsOf(text: string): Unit[] {
  return [...atomsOf(text)].flatMap((atom): Unit[] => {
    if (atom.kind === 'word') return [{ text: atom.folded, isLetter: false, begins: true, ends: true }];
    const last = atom.letters.length - 1;
    return atom.letters.map((letter, i) => ({ text: letter, isLetter: true, begins: i === 0, ends: i === last }));
  });
}

export interface ScannedDocument {
  readonly document: TextDocument;
  readonly units: Readonly<Record<TextColumn, readonly Unit[]>>;
}

/** A document as units. */
export function scanned(document: TextDocument): ScannedDocument {
  const joined = (texts: readonly string[]): Unit[] =>
    texts.flatMap((text, i) => (i === 0 ? unitsOf(text) : [WALL, ...unitsOf(text)]));
  const units = { subject: unitsOf(document.subject), body: joined(document.body), names: joined(document.names) };
  return { document, units };
}

/** Where a phrase begins among units. */
function places({ text, prefix }: Phrase, units: readonly Unit[]): number[] {
  const wanted = unitsOf(text);
  const last = wanted.length - 1;
  const fits = (at: number): boolean =>
    wanted.every((unit, i) => {
      const there = units[at + i];
      if (there === undefined || there.isLetter !== unit.isLetter) return false;
      if (!unit.isLetter) return prefix && i === last ? there.text.startsWith(unit.text) : there.text === unit.text;
      const apart = !unit.begins && there.begins;
      const bound = (unit.begins && i > 0 && !there.begins) || (unit.ends && i < last && !there.ends);
      return there.text === unit.text && !apart && !bound;
    });
  return units.flatMap((_, at) => (fits(at) ? [at] : []));
}

/** Positions that the units have where runs count as one word. */
function positions(units: readonly Unit[]): number[] {
  let position = -1;
  return units.map((unit) => {
    if (!unit.isLetter || unit.begins) position++;
    return position;
  });
}

/** Words of a phrase as NEAR counts them: a run is one less than its letters, since its last pair reaches to its end. */
function lengthOf(phrase: Phrase): number {
  const units = unitsOf(phrase.text);
  const last = units.at(-1)!;
  return last.isLetter && !last.begins ? units.length - 1 : units.length;
}

function near(phrases: readonly Phrase[], distance: number, units: readonly Unit[]): boolean {
  const byLetter = phrases.some(({ text }) => unitsOf(text).some(({ isLetter }) => isLetter));
  const position = byLetter ? units.map((_, i) => i) : positions(units);
  const starts = phrases.map((phrase) => places(phrase, units).map((at) => position[at]!));
  return starts
    .flat()
    .some((latest) =>
      starts.every((own, i) => own.some((at) => at <= latest && at + lengthOf(phrases[i]!) + distance >= latest)),
    );
}

/** Whether a document is a hit. @param fits whether its record fits a condition */
export function isHit(
  node: QueryNode,
  scannedDocument: ScannedDocument,
  fits: (condition: number) => boolean,
): boolean {
  const inColumns = (column: TextColumn | null, test: (units: readonly Unit[]) => boolean): boolean =>
    TEXT_COLUMNS.some((one) => (column === null || one === column) && test(scannedDocument.units[one]));
  switch (node.kind) {
    case 'phrase':
      return inColumns(node.column, (units) => places(node.phrase, units).length > 0);
    case 'near':
      return inColumns(node.column, (units) => near(node.phrases, node.distance, units));
    case 'condition':
      return fits(node.condition);
    case 'not':
      return !isHit(node.part, scannedDocument, fits);
    case 'and':
      return node.parts.every((part) => isHit(part, scannedDocument, fits));
    case 'or':
      return node.parts.some((part) => isHit(part, scannedDocument, fits));
  }
}

/** How the records that fit a condition are drawn: any rule will do, as long as the search is told the same. */
export function fitting(query: Query, condition: number, record: number): boolean {
  const { field, value } = query.conditions[condition]!;
  return (record * 7 + field.length + value.length) % 3 === 0;
}
