/** One file taken in. */
export type Side = 'record' | 'disclosed';

/** What a reader is told about the file it reads; everything from case.yaml, nothing invented. */
export interface ReadOptions {
  /** IANA zone of times that are written without one; null when nobody said. */
  readonly zone: string | null;
  /** ISO 3166 country of phone numbers that are written without one; null when nobody said. */
  readonly region: string | null;
  /** Name of the table template; null lets the reader recognise one. */
  readonly template: string | null;
  /** The case's "now", epoch seconds UTC. */
  readonly asOf: number;
  /** Recurrences are expanded inside these instants (epoch seconds UTC). */
  readonly window: { readonly from: number; readonly to: number };
}
