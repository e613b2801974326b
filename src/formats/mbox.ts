/** Mailboxes in one file: mboxo, mboxrd, mboxcl and mboxcl2. */
import type { Head, Input } from '../bytes/input.ts';
import type { ReadOptions } from '../model/source.ts';
import type { Division as FileDivision, Format, RecordSink } from './format.ts';
import { type Division, divisionOf, rangesOf, readRange } from './mail/ranges.ts';
import { mboxLikeness } from './mail/recognize.ts';
import { viewMessage } from './mail/view.ts';

export const mbox: Format = {
  name: 'mbox',
  title: 'mailbox in one file (mbox)',
  doc: [
    'Messages one after another, each behind a line "From sender date" (RFC 4155 and its forms in use: mboxo, mboxrd,',
    'mboxcl, mboxcl2). Such a line begins a message after an empty line; without one, or without a readable date, only',
    'where header fields follow. Content-Length is honoured where that of the first message leads to another such line or to',
    'the end of the file. Lines that were quoted as ">From" are unquoted only where a message is shown. Header fields are',
    'read by RFC 5322 with its obsolete forms, encoded words by RFC 2047. Attached messages (message/rfc822) and',
    'messages quoted or forwarded in the text are weaker records of their own.',
  ].join('\n'),
  version: 3,
  recognize: (head: Head): number => mboxLikeness(head),
  read: (input: Input, sink: RecordSink, options: ReadOptions): Promise<void> =>
    readRange(input, 0, input.size, sink, options, divisionOf(input)),
  pieces: {
    divide(input: Input, length: number): FileDivision | null {
      const cuts = rangesOf(input, Math.ceil(input.size / length));
      return cuts.length <= 2 ? null : { cuts, plan: divisionOf(input) };
    },
    async read(input, from, to, sink, options, plan): Promise<number> {
      await readRange(input, from, to, sink, options, plan as Division);
      return 0;
    },
  },
  view: (bytes: Uint8Array, part: number): string => viewMessage(bytes, part, true),
};
