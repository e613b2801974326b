/** Shows a message as people read it. */
import { headerText } from './encoded-word.ts';
import { FIELD } from './fields.ts';
import { type Reading, readingOf, shownBy, textOf } from './reading.ts';
import { shownFields } from './shown-fields.ts';
import type { Leaf } from './structure.ts';

/**
 * A record's bytes as readable text: header fields decoded, the text, a list of what is attached. Never throws.
 * @param part the Place.part of the record
 * @param unquote undo the ">From " of mbox files, in the view only
 */
export function viewMessage(bytes: Uint8Array, part: number, unquote: boolean): string {
  const held = Buffer.from(bytes.buffer, bytes.byteOffset, bytes.byteLength);
  const shown = shownBy(held, part);
  if (!('message' in shown)) return shown.text;
  const reading = readingOf(shown.message);
  const text = unquote ? textOf(reading).replace(/^>(>*From )/gm, '$1') : textOf(reading);
  const attached = attachments(reading);
  return [...headers(reading), '', text.trimEnd(), ...(attached.length > 0 ? ['', ...attached] : []), ''].join('\n');
}

function headers({ fields }: Reading): string[] {
  return shownFields(fields).map(({ name, value }) => `${name}: ${value}`);
}

function attachments({ leaves, bytes }: Reading): string[] {
  return leaves.filter((leaf) => leaf.attached || !leaf.type.startsWith('text/')).map((leaf) => described(leaf, bytes));
}

function described(leaf: Leaf, bytes: Buffer): string {
  const length = `${leaf.end - leaf.start} bytes as sent`;
  if (leaf.type !== 'message/rfc822' || leaf.transfer !== 'identity') {
    return `[attached: ${leaf.name === '' ? '' : `${headerText(leaf.name)}, `}${leaf.type}, ${length}]`;
  }
  const { fields } = readingOf(bytes.subarray(leaf.start, leaf.end));
  return `[attached message: ${headerText(fields.value(FIELD.subject))}, ${length}]`;
}
