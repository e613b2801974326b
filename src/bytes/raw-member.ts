/** What the readers of single archive formats hand over, before names are checked and contents are taken in. */

/** A file in an archive whose content can be read now. */
export interface RawMember {
  /** The name as it is stored, decoded; may be hostile. */
  readonly name: string;
  /** Byte offset in the archive where the member begins. */
  readonly offset: number;
  /** The content in pieces; to be read before the next member is asked for, or not at all. */
  readonly content: AsyncIterable<Buffer>;
  /** What was wrong with the content; asked for when it has been read. */
  fault(): string | null;
}

/** Something in an archive that is no readable file, and why. */
export interface RawFault {
  /** A code for problems. */
  readonly code: 'archive-damaged' | 'archive-link' | 'archive-special' | 'archive-encrypted' | 'archive-method';
  /** The name as it is stored; empty where the fault is not about one member. */
  readonly name: string;
  readonly message: string;
  /** Byte offset in the archive. */
  readonly offset: number;
  /** Bytes of the archive that give nothing. */
  readonly length: number;
}
