/** Messages of a Maildir: one file each, what was done with it written in the file's name. */
import type { Head, Input } from '../bytes/input.ts';
import { FLAG } from '../model/record.ts';
import type { ReadOptions } from '../model/source.ts';
import type { Format, RecordSink } from './format.ts';
import { emlLikeness } from './mail/recognize.ts';
import { readSingle } from './mail/single.ts';
import { folder } from './mail/traits.ts';
import { viewMessage } from './mail/view.ts';

/** What the name of a file of a Maildir says. */
interface MaildirName {
  /** Path of the folder that holds cur and new. */
  readonly folder: string;
  /** The letters after ":2," (";2," or "!2," where a colon cannot stand in a name), sorted as they stand. */
  readonly flags: string;
}

/**
 * Reads the name of a file of a Maildir (D. J. Bernstein, "Using maildir format").
 * @param name with its path
 * @returns null when the file does not lie in cur or new
 */
function maildirName(name: string): MaildirName | null {
  const match = /^(?:(.*)\/)?(cur|new)\/[^/]*?(?:[:;!]2,([A-Za-z]*)[^/]*)?$/.exec(name);
  return match === null ? null : { folder: match[1] ?? '', flags: match[3] ?? '' };
}

export const maildir: Format = {
  name: 'maildir',
  title: 'message of a Maildir',
  doc: [
    'One message a file, in the folders cur and new of a Maildir. From the name of the file come the flags D (a draft) and',
    'T (trashed, kept as an extra); the name of the folder says which mail was sent.',
  ].join('\n'),
  version: 3,
  recognize: (head: Head): number => (maildirName(head.name) === null ? 0 : emlLikeness(head) > 0.3 ? 0.97 : 0),
  read(input: Input, sink: RecordSink, options: ReadOptions): void | Promise<void> {
    const name = maildirName(input.name);
    const flags = name === null ? 0 : folder(name.folder) | (name.flags.includes('D') ? FLAG.draft : 0);
    const extras = name?.flags.includes('T') ? { trashed: 'yes' } : null;
    return readSingle(input, sink, options, { flags, extras });
  },
  view: (bytes: Uint8Array, part: number): string => viewMessage(bytes, part, false),
};
