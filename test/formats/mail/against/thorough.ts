/** A message as a thorough parser of another project reads it (postal-mime): slow, every part decoded. */
import PostalMime, { type Address } from 'postal-mime';
import type { Content } from './contents.ts';

/** What is compared. */
export interface Parsed {
  /** Addresses in lower case, in order; entries without one are left out. */
  readonly from: readonly string[];
  readonly to: readonly string[];
  readonly cc: readonly string[];
  readonly bcc: readonly string[];
  /** Names of those entries. */
  readonly names: readonly string[];
  readonly subject: string;
  /** Epoch seconds; null when there is none. */
  readonly date: number | null;
  readonly id: string;
  /** White space single; null when there is no plain text. */
  readonly text: string | null;
  /** File names, in order. */
  readonly files: readonly string[];
  /** Named attachments, in order. */
  readonly contents: readonly Content[];
}

/** Text with white space single. */
export function single(text: string): string {
  // biome-ignore lint/suspicious/noControlCharactersInRegex: controls count as white space here
  return text.replace(/[\s\u0000-\u001f\u007f\ufeff]+/g, ' ').trim();
}

function boxes(list: readonly Address[] | undefined): { address: string; name: string }[] {
  return (list ?? [])
    .flatMap((entry) => entry.group ?? [entry])
    .map(({ address, name }) => ({ address: (address ?? '').toLowerCase(), name: single(name) }))
    .filter(({ address }) => address.includes('@'));
}

/** @throws Error where the parser gives up */
export async function thorough(bytes: Uint8Array): Promise<Parsed> {
  const mail = await PostalMime.parse(bytes, { rfc822Attachments: true, maxNestingDepth: 100 });
  const lists = {
    from: boxes(mail.from === undefined ? [] : [mail.from]),
    to: boxes(mail.to),
    cc: boxes(mail.cc),
    bcc: boxes(mail.bcc),
  };
  const date = mail.date === undefined ? Number.NaN : Date.parse(mail.date) / 1000;
  const named = mail.attachments.filter(({ filename }) => filename !== null && filename !== '');
  const of = (name: keyof typeof lists): string[] => lists[name].map(({ address }) => address);
  return {
    from: of('from'),
    to: of('to'),
    cc: of('cc'),
    bcc: of('bcc'),
    names: Object.values(lists).flatMap((list) => list.map(({ name }) => name)),
    subject: single(mail.subject ?? ''),
    date: Number.isNaN(date) ? null : date,
    id: mail.messageId ?? '',
    text: mail.text === undefined ? null : single(mail.text),
    files: named.map(({ filename }) => single(filename!)),
    contents: named.map(({ filename, mimeType, content }) => ({
      name: single(filename!),
      type: mimeType,
      bytes: typeof content === 'string' ? Buffer.from(content) : Buffer.from(content as ArrayBuffer),
    })),
  };
}
