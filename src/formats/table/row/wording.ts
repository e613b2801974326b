/** Words by which a row says that there was nothing, or that there were several contacts. */

import type { Template } from '../../templates/template.ts';
import { foldValue } from '../fold.ts';

const NIL: readonly RegExp[] = [
  /^(nil|none|nothing|n a|not applicable|keine|neant|aucune?|ninguna?|nessuna?|geen|ingen|inga|brak)$/,
  /^nil returns?\b/,
  /^(no|keine|aucune?|geen|inga?) (\p{L}+ ){0,2}(meetings?|visits?|contacts?|gifts?|hospitality|travel|visitors?|calls?|returns?|treffen|reunions?|moten)\b.{0,40}$/u,
  /^nothing to (declare|report|disclose)\b/,
];

const SEVERAL: readonly RegExp[] = [
  /\b(several|various|multiple|numerous|regular|weekly|monthly|quarterly|daily|a number of|a series of|series of|diverse|mehrere|plusieurs|varias)\b.{0,30}\b(meetings|calls|discussions|dates|occasions|conversations|contacts|times|days|treffen|reunions|reuniones)\b/,
  /\bmet (several|many|multiple|various) times\b/,
];

/** Dates that are none but say so. */
const SEVERAL_DATES = /^(various|several|multiple|numerous|ongoing|regular(ly)?|throughout|diverse|plusieurs)\b/;

/** Patterns of a template, compiled once. */
export interface Wording {
  readonly nil: readonly RegExp[];
  readonly several: readonly RegExp[];
  readonly notes: readonly RegExp[];
  readonly redacted: readonly RegExp[];
}

const NOTES: readonly RegExp[] = [
  /^(notes?|nb|remarks?|key|source|sources|disclaimer|footnotes?|hinweise?|anmerkung(en)?|remarques?)\b/,
  /^(does not normally include|this (list|register|return|table) )/,
  /^(page|seite) \d+( (of|von) \d+)?$/,
  /^(end of (list|report|table|document)|generated (on|by)|report (generated|run|date))\b/,
];

const TOTALS = /^(grand )?(sub ?)?(totals?|sum|summe|gesamt|gesamtsumme|totaal|totale|suma|summa)\b/;

/** The patterns of a template with the usual ones. */
export function wordingOf(template: Template): Wording {
  const more = (patterns: readonly string[] | undefined): RegExp[] => (patterns ?? []).map((p) => new RegExp(p, 'u'));
  return {
    nil: [...NIL, ...more(template.nil)],
    several: [...SEVERAL, ...more(template.several)],
    notes: [...NOTES, ...more(template.notes)],
    redacted: more(template.redacted),
  };
}

/** Whether a cell says that there was nothing to declare. */
export function saysNil(text: string, { nil }: Wording): boolean {
  const folded = foldValue(text);
  return folded !== '' && nil.some((pattern) => pattern.test(folded));
}

/** Whether a subject says that there were several contacts. */
export function saysSeveral(text: string, { several }: Wording): boolean {
  const folded = foldValue(text);
  return several.some((pattern) => pattern.test(folded));
}

/** Whether a cell for a date says that there are several. */
export function isSeveralDates(text: string): boolean {
  return SEVERAL_DATES.test(foldValue(text));
}

/** Whether a cell begins a note rather than a row. */
export function isNote(text: string, { notes }: Wording): boolean {
  const folded = foldValue(text);
  return /^\*/.test(text.trim()) || notes.some((pattern) => pattern.test(folded));
}

/** Whether a first cell begins a row of sums. */
export function isTotal(text: string): boolean {
  return TOTALS.test(foldValue(text));
}
