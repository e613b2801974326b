/** A message that is quoted in a text. */

/** Values of its header: the bytes of the text as Latin-1, or decoded in an attributed one; empty when absent. */
export interface QuotedHeader {
  from: string;
  date: string;
  to: string;
  cc: string;
  bcc: string;
  subject: string;
}

export interface QuotedBlock {
  /** Line where it begins: a line of dashes above its header, or the header. */
  readonly first: number;
  /** First line of what it says. */
  readonly body: number;
  readonly header: QuotedHeader;
  /** Quote marks before its lines. */
  readonly depth: number;
  /** Only an author and a date stand above it ("On … X wrote:"); its header is decoded already. */
  readonly attributed: boolean;
}

/** A header in which nothing is known yet. */
export function emptyHeader(): QuotedHeader {
  return { from: '', date: '', to: '', cc: '', bcc: '', subject: '' };
}
