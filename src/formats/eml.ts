/** Files that hold one message. */
import type { Head, Input } from '../bytes/input.ts';
import type { ReadOptions } from '../model/source.ts';
import type { Format, RecordSink } from './format.ts';
import { emlLikeness } from './mail/recognize.ts';
import { readSingle } from './mail/single.ts';
import { viewMessage } from './mail/view.ts';

export const eml: Format = {
  name: 'eml',
  title: 'one message (.eml)',
  doc: [
    'A file that is one message (RFC 5322), whatever its name: header fields at its start are what it is known by. A line',
    '"From sender date" or a byte order mark before them is skipped.',
  ].join('\n'),
  version: 3,
  recognize: (head: Head): number => emlLikeness(head),
  read: (input: Input, sink: RecordSink, options: ReadOptions): void | Promise<void> =>
    readSingle(input, sink, options, { flags: 0, extras: null }),
  view: (bytes: Uint8Array, part: number): string => viewMessage(bytes, part, false),
};
