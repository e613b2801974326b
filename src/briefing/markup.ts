/** HTML in which text cannot become markup: whatever is put into a template is escaped, unless it is a Markup itself. */
import type { Sentence } from './briefing.ts';
import { visible, visibleLines } from './plain.ts';

/** A piece of HTML or SVG that was made by a template. */
export class Markup {
  readonly text: string;

  constructor(text: string) {
    this.text = text;
  }
}

export type Value = string | number | Markup | null | readonly Value[];

const ENTITIES: Readonly<Record<string, string>> = {
  '&': '&amp;',
  '<': '&lt;',
  '>': '&gt;',
  '"': '&quot;',
  "'": '&#39;',
};

function escaped(text: string): string {
  return text.replace(/[&<>"']/g, (c) => ENTITIES[c]!);
}

function textOf(value: Value): string {
  if (value === null) return '';
  if (value instanceof Markup) return value.text;
  if (typeof value === 'number') return String(value);
  if (typeof value === 'string') return escaped(visible(value));
  return value.map(textOf).join('');
}

/** A template: text is made visible and escaped, lists are joined, null is nothing. Attributes stand in double quotes. */
export function html(strings: TemplateStringsArray, ...values: readonly Value[]): Markup {
  return new Markup(strings.map((string, i) => string + (i < values.length ? textOf(values[i]!) : '')).join(''));
}

/** A text of several lines, for <pre>. */
export function lines(text: string): Markup {
  return new Markup(escaped(visibleLines(text)));
}

/** A reference to a footnote. */
export function noteLink(note: number, words: string): Markup {
  return html`<a class="ref" href="#note-${note}">${words}<sup>${note}</sup></a>`;
}

/** A sentence with its numbers as links to their footnotes. */
export function sentence(pieces: Sentence): Markup {
  return html`${pieces.map((piece) => (typeof piece === 'string' ? piece : noteLink(piece.note, piece.words)))}`;
}

/** A list of lines; nothing where there are none. */
export function bullets(items: readonly Value[], kind = ''): Markup {
  return items.length === 0 ? html`` : html`<ul class="${kind}">${items.map((item) => html`<li>${item}</li>`)}</ul>`;
}
