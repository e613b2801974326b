/** A message as this project reads it, in the form that is compared. */
import { eml } from '../../../../src/formats/eml.ts';
import { readingOf } from '../../../../src/formats/mail/reading.ts';
import type { Leaf } from '../../../../src/formats/mail/structure.ts';
import { type AttachedPart, attachedBytes, messageText } from '../../../../src/formats/mail/text.ts';
import { idOf, read, type Told } from '../../../mail/told.ts';
import type { OwnContent } from './contents.ts';
import { type Parsed, single } from './thorough.ts';

/** Also what it said of the message, and whether its identifier is a given one. */
export interface Fast extends Omit<Parsed, 'id' | 'contents'> {
  readonly contents: readonly OwnContent[];
  readonly told: Told;
  readonly isId: (id: string) => boolean;
  /** Types of text, plain and HTML and others, that are no attachments. */
  readonly forms: number;
  /** A text is called base64 and has other characters in it. */
  readonly isSpoilt: boolean;
}

const PERSON = /^([\w-]+) (\w+):(.*?)(?: "(.*)")?$/s;

export async function fast(bytes: Buffer): Promise<Fast> {
  const told = await read(eml, bytes);
  const record = told.records[0];
  const people = (record?.people ?? []).map((person) => PERSON.exec(person)!.slice(1));
  const mail = people.filter(([, kind]) => kind === 'mail') as [string, string, string, string | undefined][];
  const of = (role: string): string[] => mail.filter(([r]) => r === role).map(([, , address]) => address.toLowerCase());
  const start = record === undefined ? 0 : record.offset;
  const said = messageText(bytes.subarray(start));
  const named = said.attachments.filter(({ name }) => name !== '');
  const { leaves, bytes: held } = readingOf(bytes.subarray(start));
  const texts = leaves.filter((leaf) => leaf.type.startsWith('text/') && !leaf.attached);
  return {
    told,
    forms: new Set(texts.map(({ type }) => type)).size,
    isSpoilt: texts.some((leaf) => isSpoilt(leaf, held)),
    from: of('from'),
    to: of('to'),
    cc: of('cc'),
    bcc: of('bcc'),
    names: (['from', 'to', 'cc', 'bcc'] as const).flatMap((role) =>
      mail.filter(([r]) => r === role).map(([, , , name]) => single(name ?? '')),
    ),
    subject: single(record?.subject ?? ''),
    date: record?.earliest ?? null,
    isId: (id) => record?.id === (id === '' ? '0:0' : idOf(id.replace(/^<|>$/g, ''))),
    text: single(said.body),
    files: named.map(({ name }) => single(name)),
    contents: named.map(contentOf),
  };
}

/** Whether a part is called base64 and has other characters in it. */
function isSpoilt({ transfer, start, end }: Leaf, bytes: Buffer): boolean {
  return transfer === 'base64' && !/^[A-Za-z0-9+/\s]*={0,2}\s*$/.test(bytes.toString('latin1', start, end));
}

function contentOf(part: AttachedPart): OwnContent {
  return {
    name: single(part.name),
    type: part.type,
    bytes: attachedBytes(part, 1 << 26),
    hasLines: part.transfer !== 'base64',
    isDelimited: part.end < part.bytes.length,
    isBroken: !/\n\r?\n$/.test(part.bytes.toString('latin1', Math.max(0, part.start - 3), part.start)),
  };
}
