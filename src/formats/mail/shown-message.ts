/** A message taken apart for a page: header fields, text, HTML, and what is attached. */
import { charsetText } from './charset.ts';
import { headerText } from './encoded-word.ts';
import { type Reading, readingOf, shownBy, textOf } from './reading.ts';
import { type ShownField, shownFields } from './shown-fields.ts';
import type { Leaf } from './structure.ts';
import { decodeTransfer } from './transfer.ts';

/** Something that hangs on a message. */
export interface ShownAttachment {
  /** File name, decoded; '' for none. */
  readonly name: string;
  readonly type: string;
  /** Bytes as they are encoded in the message. */
  readonly size: number;
}

/** A message for people. */
export interface ShownMessage {
  readonly fields: readonly ShownField[];
  readonly text: string;
  /** The first HTML part, decoded and as hostile as it came; null for none. */
  readonly html: string | null;
  readonly attachments: readonly ShownAttachment[];
}

/** Bytes of HTML that are decoded. */
const LONGEST = 2 * 1024 * 1024;

/**
 * A record's bytes taken apart. Never throws.
 * @param part the Place.part of the record
 */
export function shownMessage(bytes: Buffer, part: number): ShownMessage {
  const shown = shownBy(bytes, part);
  if (!('message' in shown)) return { fields: [], text: shown.text, html: null, attachments: [] };
  const reading = readingOf(shown.message);
  return {
    fields: shownFields(reading.fields),
    text: textOf(reading).trimEnd(),
    html: htmlOf(reading),
    attachments: reading.leaves.filter((leaf) => leaf.attached || !leaf.type.startsWith('text/')).map(attachment),
  };
}

function htmlOf({ leaves, bytes }: Reading): string | null {
  const leaf = leaves.find(({ type, attached }) => type === 'text/html' && !attached);
  if (leaf === undefined) return null;
  const end = Math.min(leaf.end, leaf.start + LONGEST);
  return charsetText(decodeTransfer(bytes, leaf.start, end, leaf.transfer), leaf.charset);
}

function attachment({ name, type, start, end }: Leaf): ShownAttachment {
  return { name: headerText(name), type, size: end - start };
}
