/** Keeps spreadsheets from working out what strangers wrote. */

/** What makes a spreadsheet take a cell for a formula: with it, a subject could run commands (CWE-1236). */
const FORMULA = /^[=+\-@\t\r]/;

/** A text that a spreadsheet shows and does not work out: what begins like a formula gets a `'` before it. */
export function harmless(text: string): string {
  return FORMULA.test(text) ? `'${text}` : text;
}
