/** Tables: a caption that is heard, heads that scope, figures to the right, and rows that become blocks on a narrow page. */
import type { ComponentChildren, VNode } from 'preact';

export interface Column<T> {
  readonly head: ComponentChildren;
  /** For the narrow page, where each cell says what it is; '' for a cell that needs no name. */
  readonly name: string;
  readonly cell: (row: T, place: number) => ComponentChildren;
  /** Figures, to the right. */
  readonly number?: boolean;
  /** The cell that names its row. */
  readonly heads?: boolean;
  /** Never broken. */
  readonly tight?: boolean;
  /** Whether the cell says nothing: it is left out on a narrow page. */
  readonly isEmpty?: (row: T) => boolean;
}

interface Props<T> {
  readonly caption: string;
  /** Shows the caption; otherwise it is only heard. */
  readonly titled?: boolean;
  readonly columns: readonly Column<T>[];
  readonly rows: readonly T[];
  readonly keyOf: (row: T, place: number) => string;
  /** A last row, such as all together. */
  readonly foot?: ComponentChildren;
  readonly rowClass?: (row: T) => string | undefined;
  /** Stays a table on a narrow page: for few short columns. */
  readonly kept?: boolean;
}

function css<T>({ number, tight, isEmpty }: Column<T>, row?: T): string | undefined {
  const names = [
    ...(number === true ? ['number'] : tight === true ? ['tight'] : []),
    ...(row !== undefined && isEmpty?.(row) === true ? ['says-nothing'] : []),
  ];
  return names.length === 0 ? undefined : names.join(' ');
}

/** A table of rows. For a list over millions use a list of your own; this one draws every row. */
export function Table<T>({
  caption,
  titled = false,
  columns,
  rows,
  keyOf,
  foot,
  rowClass,
  kept = false,
}: Props<T>): VNode {
  return (
    <div class="table-frame">
      <table class={kept ? 'table kept' : 'table'}>
        <caption class={titled ? undefined : 'heard'}>{caption}</caption>
        <thead>
          <tr>
            {columns.map((column, at) => (
              <th key={at} scope="col" class={css(column)}>
                {column.head}
              </th>
            ))}
          </tr>
        </thead>
        <tbody>
          {rows.map((row, place) => (
            <tr key={keyOf(row, place)} class={rowClass?.(row)}>
              {columns.map((column, at) =>
                column.heads === true ? (
                  <th key={at} scope="row" class={css(column, row)} data-name={column.name}>
                    {column.cell(row, place)}
                  </th>
                ) : (
                  <td key={at} class={css(column, row)} data-name={column.name}>
                    {column.cell(row, place)}
                  </td>
                ),
              )}
            </tr>
          ))}
        </tbody>
        {foot !== undefined && <tfoot>{foot}</tfoot>}
      </table>
    </div>
  );
}
