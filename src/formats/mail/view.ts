/** Shows a message as people read it. */
import { headerText } from './encoded-word.ts';
import { FIELD, type FieldName } from './fields.ts';
import { type Reading, readingOf, shownBy, textOf } from './reading.ts';
import type { Leaf } from './structure.ts';

/** Fields that are shown, in this order. */
const SHOWN: readonly (readonly [name: string, field: FieldName])[] = [
  ['From', 'from'],
  ['Sender', 'sender'],
  ['Reply-To', 'reply-to'],
  ['To', 'to'],
  ['Cc', 'cc'],
  ['Bcc', 'bcc'],
  ['Date', 'date'],
  ['Subject', 'subject'],
  ['Message-ID', 'message-id'],
  ['In-Reply-To', 'in-reply-to'],
];

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
  return SHOWN.flatMap(([name, field]) => {
    const number = FIELD[field];
    if (fields.start[number] === -1) return [];
    const values = [fields.value(number)];
    for (let i = 0; i < fields.more.length; i += 3) {
      if (fields.more[i] === number) values.push(fields.text.slice(fields.more[i + 1], fields.more[i + 2]));
    }
    return values.map((value) => `${name}: ${headerText(value)}`);
  });
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
