/** What every piece of a table of calls must know of the whole, as text. */
import type { Input } from '../../bytes/input.ts';
import type { TableContext } from '../table/context.ts';
import type { Dialect } from '../table/delimited.ts';
import { factsOfHeading, factsOfName } from '../table/facts.ts';
import type { Layout } from '../table/layout.ts';
import type { Survey } from '../table/survey.ts';
import { TEMPLATES } from '../templates/list.ts';
import type { Template } from '../templates/template.ts';

/** What is known of the whole table. */
export interface CallPlan {
  readonly dialect: Dialect;
  readonly template: Template;
  readonly layout: Layout;
  /** Place of the header row, from 0. */
  readonly headerAt: number;
  /** Another template that fits nearly as well; null for none. */
  readonly rival: string | null;
  readonly survey: Survey;
  /** Whether the table is so long that repeats of old rows were not looked for. */
  readonly forgotten: boolean;
}

/** A piece, as the look through the table found it. */
export interface PlannedPiece {
  /** Byte of its first row. */
  readonly from: number;
  /** Number of its first row in the table, from 1. */
  readonly row: number;
  /** Numbers of its rows that repeat an earlier one, each followed by the number of that one. */
  readonly repeats: readonly number[];
}

/** A plan and the piece of it that is to be read. */
export interface PieceOfPlan {
  readonly plan: CallPlan;
  readonly piece: PlannedPiece;
  readonly isFirst: boolean;
  readonly isLast: boolean;
  /** Pieces of the table. */
  readonly pieces: number;
}

/** The plan as text: a line for the table, one for the places of its pieces, and one for the repeats of each. */
export function writePlan(plan: CallPlan, pieces: readonly PlannedPiece[]): string {
  const { template, layout, survey, ...rest } = plan;
  const uses = layout.uses.map(({ column, ...use }) => ({ ...use, column: template.columns.indexOf(column) }));
  const orders = [...survey.orders];
  const table = { ...rest, template: template.name, layout: { ...layout, uses }, survey: { ...survey, orders } };
  const places = pieces.map(({ from, row }) => [from, row]);
  return [JSON.stringify(table), JSON.stringify(places), ...pieces.map(({ repeats }) => repeats.join(' '))].join('\n');
}

type Written = Omit<CallPlan, 'template' | 'layout' | 'survey'> & {
  template: string;
  layout: Omit<Layout, 'uses'> & { uses: (Omit<Layout['uses'][number], 'column'> & { column: number })[] };
  survey: Omit<Survey, 'orders'> & { orders: [number, 'day first' | 'month first' | 'either'][] };
};

/**
 * Reads a plan for one piece.
 * @param from byte at which the piece begins
 * @throws RangeError for a text that writePlan did not write, or a piece that it does not know
 */
export function readPlan(text: string, from: number): PieceOfPlan {
  const [table, places] = text.split('\n', 2);
  const written = JSON.parse(table ?? '') as Written;
  const starts = JSON.parse(places ?? '') as [number, number][];
  const number = starts.findIndex(([start]) => start === from);
  const template = TEMPLATES.find(({ name }) => name === written.template);
  if (number === -1 || template === undefined) throw new RangeError(`no piece of this table begins at byte ${from}`);
  const uses = written.layout.uses.map((use) => ({ ...use, column: template.columns[use.column]! }));
  const survey = { ...written.survey, orders: new Map(written.survey.orders) };
  return {
    plan: { ...written, template, layout: { ...written.layout, uses }, survey },
    piece: { from, row: starts[number]![1], repeats: repeatsOf(text, number) },
    isFirst: number === 0,
    isLast: number === starts.length - 1,
    pieces: starts.length,
  };
}

/** Only the piece's own line: there may be a million repeats in the others. */
function repeatsOf(text: string, piece: number): number[] {
  let at = 0;
  for (let line = 0; line < piece + 2; line++) at = text.indexOf('\n', at) + 1;
  const end = text.indexOf('\n', at);
  const line = text.slice(at, end === -1 ? text.length : end);
  return line === '' ? [] : line.split(' ').map(Number);
}

/** What the general reader wants to know of the table. */
export function contextOf(input: Input, { template, layout, survey, dialect }: CallPlan): TableContext {
  return {
    template,
    layout,
    survey,
    name: factsOfName(input.name, template),
    heading: factsOfHeading([], template),
    delimiter: dialect.delimiter,
    sheet: '',
  };
}
