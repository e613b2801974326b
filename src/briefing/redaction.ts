/** What a redacted briefing leaves out, and by which rule. */
export interface Redaction {
  /** One sentence for each rule. */
  readonly rules: readonly string[];
  /** How many values are committed, by kind of field. */
  readonly fields: readonly { readonly kind: string; readonly values: number }[];
}
