/** The pictures of the HTML form, each with its key and the same in a table. */
import { boundsText } from '../../model/bounds.ts';
import type { Briefing } from '../briefing.ts';
import type { Matrix, Timeline } from '../figures.ts';
import { html, type Markup } from '../markup.ts';
import { matrixSvg } from '../svg/matrix.ts';
import { tallestWeek, timelineSvg } from '../svg/timeline.ts';
import { spanText } from '../wording.ts';

const WIDE = 720;
const NARROW = 356;

const KEY: readonly (readonly [Markup, string])[] = [
  [html`<circle class="full" cx="8" cy="6" r="4.4"/>`, 'certain, no matching disclosure'],
  [html`<circle class="ring" cx="8" cy="6" r="3.8"/>`, 'certain, disclosed or not asked for'],
  [html`<rect class="maybe" x="4" y="2" width="7.2" height="7.2"/>`, 'may count: not certain'],
];

function keyOf(extra: readonly string[]): Markup {
  const items = KEY.map(
    ([shape, words]) => html`<li><svg viewBox="0 0 16 12" aria-hidden="true">${shape}</svg> ${words}</li>`,
  );
  return html`<ul class="key">${items}${extra.map((words) => html`<li>${words}</li>`)}</ul>`;
}

/** Contacts by month: the picture in numbers. */
function monthsTable(timeline: Timeline): Markup {
  const marks = new Map(timeline.lanes.flatMap(({ marks: of }) => of).map((mark) => [mark.contact, mark]));
  const months = Map.groupBy([...marks.values()], ({ first, last }) =>
    first.slice(0, 7) === last.slice(0, 7) ? first.slice(0, 7) : 'not known',
  );
  const rows = [...months]
    .sort(([a], [b]) => (a < b ? -1 : 1))
    .map(([month, of]) => {
      const sure = of.filter(({ certain }) => certain);
      return html`<tr><td>${month}</td><td class="num">${boundsText({ min: sure.length, max: of.length })}</td><td class="num">${sure.filter(({ undisclosed }) => undisclosed).length}</td></tr>`;
    });
  return html`<details><summary>The same as a table, by month</summary><table><thead><tr><th scope="col">Month</th><th scope="col" class="num">Contacts shown</th><th scope="col" class="num">Certain, no matching disclosure</th></tr></thead><tbody>${rows}</tbody></table></details>`;
}

function timelineFigure(timeline: Timeline): Markup {
  const events = timeline.events.map(
    ({ first, last, what }, i) => html`<li><b>${i + 1}</b> ${spanText(first, last)}: ${what}</li>`,
  );
  const words = [
    `tallest bar: ${tallestWeek(timeline)} in a week`,
    ...(timeline.coverage.length === 0
      ? []
      : ['strips: days that the records cover; hatched where they cover some accounts alone']),
  ];
  const left = [
    ...(timeline.undated === 0 ? [] : [`${timeline.undated} without a day are not drawn.`]),
    ...(timeline.leftOut === 0 ? [] : [`${timeline.leftOut} more are not drawn.`]),
  ];
  return html`<figure><figcaption><b>When</b><br>Contacts of both sides at any time: by week above, then a line for each party. Shaded: the window of the question.</figcaption><div class="wide">${timelineSvg(timeline, { id: 'tw', width: WIDE, beside: true })}</div><div class="narrow">${timelineSvg(timeline, { id: 'tn', width: NARROW, beside: false })}</div>${keyOf(words)}${events.length === 0 ? null : html`<ul class="key">${events}</ul>`}${left.length === 0 ? null : html`<p class="fine">${left.join(' ')}</p>`}${monthsTable(timeline)}</figure>`;
}

function matrixTable({ rows, columns, cells }: Matrix): Markup {
  const lines = rows.flatMap(({ name }, i) =>
    columns.flatMap((column, k) => {
      const cell = cells[i]![k];
      return cell == null
        ? []
        : [
            html`<tr><td>${name}</td><td>${column.name}</td><td class="num">${boundsText(cell.contacts)}</td><td class="num">${cell.undisclosed === null ? '' : boundsText(cell.undisclosed)}</td></tr>`,
          ];
    }),
  );
  return html`<details><summary>The same as a table</summary><table><thead><tr><th scope="col">Who</th><th scope="col">With whom</th><th scope="col" class="num">Contacts</th><th scope="col" class="num">No matching disclosure</th></tr></thead><tbody>${lines}</tbody></table></details>`;
}

/** Columns that a narrow picture has room for. */
const NARROW_COLUMNS = 6;

function narrowed(matrix: Matrix): Matrix {
  return {
    ...matrix,
    columns: matrix.columns.slice(0, NARROW_COLUMNS),
    cells: matrix.cells.map((row) => row.slice(0, NARROW_COLUMNS)),
  };
}

function matrixFigure(matrix: Matrix): Markup {
  const more = matrix.columns.length - NARROW_COLUMNS;
  const cut = more > 0 ? html`<p class="fine">${more} more that a wider page shows are in the table.</p>` : null;
  return html`<figure><figcaption><b>Who with whom</b><br>Contacts in the window of the question. The filled part of a square has no matching disclosure; dashes show what is not certain.</figcaption><div class="wide">${matrixSvg(matrix, { id: 'mw', width: WIDE, beside: true })}</div><div class="narrow">${matrixSvg(narrowed(matrix), { id: 'mn', width: NARROW, beside: false })}${cut}</div>${matrix.leftOut === 0 ? null : html`<p class="fine">${matrix.leftOut} more parties are not drawn.</p>`}${matrixTable(matrix)}</figure>`;
}

/** Both pictures, as far as there is something to show. */
export function figuresPart({ timeline, matrix }: Briefing): Markup {
  if (timeline === null && matrix === null) return html``;
  return html`<h2 id="figures">When, and who with whom</h2>${timeline === null ? null : timelineFigure(timeline)}${matrix === null ? null : matrixFigure(matrix)}`;
}
