/** `cite`: exactly what an id points at. */
import type { Cited } from '../case/cite.ts';
import { CASE_OPTION, type Command, EXIT, type Invocation } from './command.ts';
import { countText } from './frame/cell.ts';
import { type Line, span } from './frame/line.ts';
import type { Output } from './frame/output.ts';

const LF = 10;

export const command: Command = {
  name: 'cite',
  summary: 'Shows exactly what an id points at: the bytes in the source, or their readable form',
  usage: 'backchannel cite ID [--decoded] [--context] [--case DIR]',
  detail: `
The id of a record shows its bytes; of a contact, those of each of its witnesses; of a disclosure, its row; of a finding, all contacts and disclosures that it rests on; of a source, the whole file. The beginning of an id is enough where only one begins so.

Where it stands goes to standard error: source, path of the citation, bytes or row, SHA-256 of these bytes. In a pipe the bytes come as they are, so that backchannel cite r:81d2 | sha256sum gives that hash; of several, each begins on a line of its own. On a terminal what would move the cursor is written out. A source that was changed since it was taken in is not shown.`,
  options: {
    ...CASE_OPTION,
    decoded: {
      type: 'boolean',
      help: 'The readable form: text and header fields decoded, cells with the headers of their columns.',
    },
    context: { type: 'boolean', help: 'With some lines before and after; those of the record itself begin with >.' },
  },
  positionals: [1, 1],
  run,
};

async function run({ positionals, flag, caseFolder, output, signal }: Invocation): Promise<number> {
  const { openCase } = await import('../case/open.ts');
  const { cite } = await import('../case/cite.ts');
  const { tmpdir } = await import('node:os');
  const opened = await openCase(caseFolder());
  const show = flag('decoded') ? showDecoded : flag('context') ? showContext : showBytes;
  const out = new LineEnds(output);
  try {
    for await (const cited of cite(opened, positionals[0]!, tmpdir())) {
      signal.throwIfAborted();
      await out.between();
      for (const line of headerLines(cited)) output.words(line);
      await show(cited, out);
    }
  } finally {
    await opened.close();
  }
  return EXIT.done;
}

/** Output that puts a line feed between two citations where the first does not end with one; a single one stays as it is. */
class LineEnds {
  readonly #output: Output;
  #last = LF;

  constructor(output: Output) {
    this.#output = output;
  }

  async between(): Promise<void> {
    if (this.#last !== LF) await this.#output.bytes(Buffer.of(LF));
  }

  async bytes(bytes: Uint8Array): Promise<void> {
    await this.#output.bytes(bytes);
    this.#last = bytes.at(-1) ?? this.#last;
  }

  words(line: Line): void {
    this.#output.words(line);
  }

  /** Text: as it is in a pipe, made harmless on a terminal. */
  async text(text: string): Promise<void> {
    if (!isTerminal()) await this.bytes(Buffer.from(text));
    else await this.#output.document(null, () => text.replace(/\r?\n$/, '').split(/\r?\n/));
  }
}

/** Where it stands, for standard error. */
function headerLines(cited: Cited): readonly Line[] {
  const { role, id, source, path, range, row, exactness, bates } = cited;
  const place = [
    ...(range === null ? [] : [bytesText(range)]),
    ...(row === null ? [] : [`row ${row}`]),
    ...(bates === null ? [] : [`Bates ${bates}`]),
    `exact to the ${exactness === 'bytes' ? 'byte' : exactness}`,
  ];
  return [
    [span('strong', id), role === '' ? '' : `  ${role}`],
    `  ${source}, ${place.join(', ')}`,
    [span('faint', `  ${path === '' ? 'the whole file' : path} in the file ${cited.file}`)],
    [span('faint', cited.sha256 === null ? '  no bytes of its own' : `  SHA-256 of these bytes ${cited.sha256}`)],
  ];
}

/** First and last byte, counted from 0. */
function bytesText([offset, length]: readonly [number, number]): string {
  return length === 0 ? 'no bytes' : `bytes ${countText(offset)}–${countText(offset + length - 1)}`;
}

/** Whether standard output is read by a person, whom control characters could deceive. */
function isTerminal(): boolean {
  return process.stdout.isTTY === true;
}

async function showDecoded(cited: Cited, output: LineEnds): Promise<void> {
  await output.text(await cited.decoded());
}

async function showBytes(cited: Cited, output: LineEnds): Promise<void> {
  if (cited.range === null) return showDecoded(cited, output);
  for (const piece of cited.pieces()) {
    if (!isTerminal()) await output.bytes(piece);
    else {
      await output.text(await readable(piece));
      const more = cited.range[1] - piece.length;
      if (more > 0) output.words(`  ${countText(more)} bytes more: read them in a pipe`);
      return; // nobody reads a mebibyte on a terminal
    }
  }
}

async function showContext(cited: Cited, output: LineEnds): Promise<void> {
  if (cited.range === null) return showDecoded(cited, output);
  const { before, after } = cited.context();
  const own = Buffer.concat([...cited.pieces()]);
  const parts = [await marked(before, ' '), await marked(own, '>'), await marked(after, ' ')];
  await output.text(parts.join(''));
}

/** Bytes as text, where it does not matter how exactly: they are shown to a person. */
async function readable(bytes: Buffer): Promise<string> {
  const { decode } = await import('../bytes/text.ts');
  return decode(bytes, null).text;
}

/** Lines with a mark before each. */
async function marked(bytes: Buffer, mark: string): Promise<string> {
  if (bytes.length === 0) return '';
  const lines = (await readable(bytes)).replace(/\r?\n$/, '').split(/\r?\n/);
  return `${lines.map((line) => `${mark} ${line}`).join('\n')}\n`;
}
