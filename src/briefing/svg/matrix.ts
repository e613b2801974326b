/** Who was in contact with whom, as a picture: squares whose area is the number of contacts, with the number under each. */
import { boundsText } from '../../model/bounds.ts';
import type { Matrix, MatrixCell } from '../figures.ts';
import { html, type Markup } from '../markup.ts';
import { unit } from './scale.ts';
import { type Drawing, short } from './timeline.ts';

const HIGH = 46;
/** Height of the slanted names over the columns. */
const HEAD = 116;

function square(x: number, y: number, size: number, kind: string): Markup {
  return html`<rect class="${kind}" x="${unit(x - size / 2)}" y="${unit(y - size / 2)}" width="${unit(size)}" height="${unit(size)}"/>`;
}

function cellOf(cell: MatrixCell | null, x: number, y: number, most: number): Markup {
  if (cell === null)
    return html`<text class="soft" font-size="11" x="${unit(x)}" y="${unit(y + 17)}" text-anchor="middle">·</text>`;
  const { contacts, undisclosed } = cell;
  const size = (count: number): number => 24 * Math.sqrt(count / most);
  const [outer, inner] = [size(contacts.max), size(contacts.min)];
  const hidden = undisclosed === null ? 0 : size(undisclosed.min);
  return html`${outer > inner ? square(x, y, outer, 'maybe') : null}${inner > 0 ? square(x, y, inner, 'ring') : null}${hidden > 0 ? square(x, y, hidden, 'full') : null}<text font-size="12" x="${unit(x)}" y="${unit(y + 25)}" text-anchor="middle"${contacts.min === 0 ? html` class="soft"` : null}>${boundsText(contacts)}</text>`;
}

/** What the picture shows, for those who do not see it. */
function matrixWords({ rows, columns }: Matrix): string {
  return `Number of contacts between each of ${rows.length} parties of the one side and each of ${columns.length} of the other. The table below has the same numbers.`;
}

/** Draws the matrix. */
export function matrixSvg(matrix: Matrix, { id, width, beside }: Drawing): Markup {
  const left = beside ? 178 : 104;
  const most = Math.max(1, ...matrix.cells.flat().map((cell) => cell?.contacts.max ?? 0));
  const wide = Math.min(86, (width - left - (beside ? 84 : 66)) / Math.max(1, matrix.columns.length));
  const height = HEAD + matrix.rows.length * HIGH + 8;
  const middle = (column: number): number => left + wide * (column + 0.5);
  const heads = matrix.columns.map(({ name }, i) => {
    const x = unit(middle(i));
    return html`<text font-size="12" x="${x}" y="${HEAD - 10}" transform="rotate(-42 ${x} ${HEAD - 10})">${short(name, beside ? 22 : 17)}</text>`;
  });
  const lines = matrix.rows.map(({ name }, i) => {
    const y = HEAD + HIGH * i;
    const cells = matrix.cells[i]!.map((cell, column) => cellOf(cell, middle(column), y + 16, most));
    return html`<line class="line" x1="0" x2="${unit(left + wide * matrix.columns.length)}" y1="${y - 2}" y2="${y - 2}"/><text font-size="12" x="0" y="${y + 24}">${short(name, beside ? 27 : 15)}</text>${cells}`;
  });
  return html`<svg viewBox="0 0 ${width} ${height}" role="img" aria-labelledby="${id}-t ${id}-d"><title id="${id}-t">Who with whom</title><desc id="${id}-d">${matrixWords(matrix)}</desc>${heads}${lines}</svg>`;
}
