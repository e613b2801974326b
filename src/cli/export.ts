/** `export`: contacts for other programs and for people, in a file or on standard output. */
import type { Question } from '../case/count.ts';
import type { OpenCase } from '../case/open.ts';
import type { ContactRow } from '../interop/contact-row.ts';
import { CASE_OPTION, type Command, EXIT, type Invocation, UsageError } from './command.ts';
import { counted } from './frame/cell.ts';
import { visible } from './frame/visible.ts';
import { QUESTION_OPTIONS } from './show/options.ts';

const FORMATS = ['csv', 'jsonl', 'parquet', 'chronology'] as const;
type ExportFormat = (typeof FORMATS)[number];

export const command: Command = {
  name: 'export',
  summary: 'Writes the contacts with citations and states: csv, jsonl, parquet, chronology',
  usage: `backchannel export ${FORMATS.join('|')} [-o FILE] [--between A [--and B]] [--from DAY] [--to DAY] [--window W] [--channel C,C]`,
  detail: `
One row a contact, in the order of time: who with whom, when, by which channel, the state of its disclosure, and each record that shows it with its source, its place there and the SHA-256 of the whole source. Without --between these are all contacts, also those that do not count under the definition of the case; the column counts says certain, possible or no.

csv, jsonl and parquet hold the same fields. chronology is a spreadsheet (XLSX) for people, with a second sheet that says what it rests on. Without -o, csv and jsonl go to standard output; the others need a file. The same case gives the same bytes.

In csv a cell that a spreadsheet would take for a formula has a ' before it. A protected source is named by its number alone.

  backchannel export chronology -o run-up.xlsx --between @harbour-office --and @contractor --from 2030-04-01 --to vote`,
  options: {
    ...CASE_OPTION,
    output: { type: 'string', short: 'o', value: 'FILE', help: 'The file to write. It appears whole or not at all.' },
    ...QUESTION_OPTIONS,
  },
  positionals: [1, 1],
  run,
};

function formatOf(word: string): ExportFormat {
  const format = FORMATS.find((name) => name === word);
  if (format === undefined) throw new UsageError(`no such format: ${word}`, `write one of: ${FORMATS.join(', ')}`);
  return format;
}

/** Counts the contacts that go by, and stops when it is told to. */
class Passing {
  contacts = 0;
  readonly #pages: AsyncIterable<readonly ContactRow[]>;
  readonly #invocation: Invocation;

  constructor(pages: AsyncIterable<readonly ContactRow[]>, invocation: Invocation) {
    this.#pages = pages;
    this.#invocation = invocation;
  }

  async *pages(): AsyncGenerator<readonly ContactRow[]> {
    const progress = this.#invocation.output.progress();
    try {
      for await (const page of this.#pages) {
        this.#invocation.signal.throwIfAborted();
        this.contacts += page.length;
        progress.update('exporting', this.contacts, null, 'contacts');
        yield page;
      }
    } finally {
      progress.clear();
    }
  }
}

async function* textOf(format: 'csv' | 'jsonl', pages: AsyncIterable<readonly ContactRow[]>): AsyncGenerator<string> {
  if (format === 'csv') yield* (await import('../interop/csv.ts')).csvOf(pages);
  else yield* (await import('../interop/jsonl.ts')).jsonlOf(pages);
}

/** To standard output; on a terminal without anything that could move it. */
async function print(format: 'csv' | 'jsonl', passing: Passing, { output }: Invocation): Promise<void> {
  for await (const text of textOf(format, passing.pages())) {
    const shown = output.width === null ? text : text.split('\n').map(visible).join('\n');
    await output.bytes(Buffer.from(shown, 'utf8'));
  }
}

async function write(
  format: ExportFormat,
  path: string,
  passing: Passing,
  opened: OpenCase,
  question: Question,
): Promise<void> {
  const { writeWhole, writePieces } = await import('../interop/new-file.ts');
  await writeWhole(path, async (fresh) => {
    if (format === 'parquet') {
      await (await import('../interop/parquet.ts')).parquetTo(fresh, passing.pages());
    } else if (format === 'chronology') {
      const { chronologyOf } = await import('../interop/chronology.ts');
      const { aboutLines } = await import('../interop/about.ts');
      const about = (contacts: number): ReturnType<typeof aboutLines> => aboutLines(opened, question, contacts);
      await writePieces(fresh, [await chronologyOf(passing.pages(), opened.files.case.zone, about)]);
    } else {
      await writePieces(fresh, textOf(format, passing.pages()));
    }
  });
}

async function run(invocation: Invocation): Promise<number> {
  const format = formatOf(invocation.positionals[0]!);
  const file = invocation.text('output');
  const isText = format === 'csv' || format === 'jsonl';
  if (file === null && !isText) throw new UsageError(`${format} needs a file`, 'name one: -o FILE');
  const { openCase } = await import('../case/open.ts');
  const { exportPath } = await import('../interop/new-file.ts');
  const { contactPages } = await import('../interop/contact-pages.ts');
  const { withList } = await import('../case/views/count.ts');
  const { askedQuestion } = await import('./show/question.ts');
  const opened = await openCase(invocation.caseFolder());
  try {
    const { asked, words } = await askedQuestion(opened, invocation);
    for (const line of words) invocation.output.words(line);
    await withList(opened, asked, async () => {
      const { question } = asked;
      const passing = new Passing(contactPages(opened, question), invocation);
      if (file === null) {
        if (isText) await print(format, passing, invocation);
      } else {
        await write(format, exportPath(opened, file), passing, opened, question);
        invocation.output.words(`${file}: ${counted(passing.contacts, 'contact')}`);
      }
    });
  } finally {
    await opened.close();
  }
  return EXIT.done;
}
