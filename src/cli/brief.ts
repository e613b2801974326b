/** `brief`: the briefing of a case, for somebody who can check it without the program. */
import type { OpenCase } from '../case/open.ts';
import { CASE_OPTION, type Command, EXIT, type Invocation, UsageError } from './command.ts';

export const command: Command = {
  name: 'brief',
  summary: 'Writes the briefing: answer, findings, pictures, sources, and what lets others check it',
  usage: `
backchannel brief [-o FILE] [--since EARLIER] [--redact]
backchannel brief --reply PARTY [-o FILE]
backchannel brief --open FIELD [-o FILE]`,
  detail: `
FILE ends with .html, .md or .json. Beside it stand NAME.manifest.json and verify-briefing.mjs, with which anybody can check the sources and every cited passage: node verify-briefing.mjs NAME.manifest.json FOLDER. Without -o the Markdown goes to standard output. The same case gives the same bytes.

The first sentence answers the headline of case.yaml; without one it counts what the first duty asks for, in the first window.

With --redact, names of private persons, addresses, subjects and excerpts are left out, by rules that the briefing prints, and committed: --open FIELD hands over one value with the key that opens it alone. The key of the case is made in keys/ and belongs to the case.

With --since, only what is new or changed since an earlier briefing, named by its manifest or its JSON form.

With --reply, every statement about one party, each with room for an answer. Answers are entered in replies.yaml, and printed beside the finding from then on.

  backchannel brief -o quay-7.html
  backchannel brief --reply harbour-chief-of-staff -o to-the-chief-of-staff.html`,
  options: {
    ...CASE_OPTION,
    output: { type: 'string', short: 'o', value: 'FILE', help: 'The file to write: .html, .md or .json.' },
    redact: { type: 'boolean', help: 'Leaves out and commits what is private.' },
    since: {
      type: 'string',
      value: 'EARLIER',
      help: 'Only what is new since this briefing: its manifest or JSON form.',
    },
    reply: {
      type: 'string',
      value: 'PARTY',
      help: 'A document with all that is said about one party, for it to answer.',
    },
    open: { type: 'string', value: 'FIELD', help: 'Hands over one redacted value, with the key that opens it alone.' },
  },
  positionals: [0, 0],
  run,
};

async function run(invocation: Invocation): Promise<number> {
  const { output } = invocation;
  const chosen = ['redact', 'reply', 'open'].filter((option) =>
    option === 'redact' ? invocation.flag(option) : invocation.text(option) !== null,
  );
  if (chosen.length > 1) throw new UsageError(`--${chosen[0]} and --${chosen[1]} do not go together`, 'leave one out');
  const since = await earlier(invocation);
  const { openCase } = await import('../case/open.ts');
  const open = await openCase(invocation.caseFolder());
  const progress = output.progress();
  progress.update('putting the briefing together');
  try {
    const reply = invocation.text('reply');
    if (reply !== null) return await writeReply(open, invocation, reply);
    const field = invocation.text('open');
    if (field !== null) return await openField(open, invocation, field, since);
    return await writeWhole(open, invocation, since);
  } finally {
    progress.clear();
    await open.close();
  }
}

async function earlier(invocation: Invocation): Promise<string | null> {
  const path = invocation.text('since');
  if (path === null) return null;
  const { textOfFile } = await import('./frame/files.ts');
  const text = textOfFile(path);
  if (text === null)
    throw new UsageError(`--since ${path} is not there`, 'name the manifest or JSON of an earlier briefing');
  return text;
}

async function writeWhole(open: OpenCase, invocation: Invocation, since: string | null): Promise<number> {
  const { writeBriefing } = await import('./brief/write.ts');
  const options = { redact: invocation.flag('redact'), since };
  const target = invocation.text('output');
  if (target !== null) {
    const { files } = await writeBriefing(open, target, options);
    for (const file of files) invocation.output.words(file);
    return EXIT.done;
  }
  const { briefingMarkdown } = await import('../briefing/markdown/document.ts');
  const { makeBriefing } = await import('../briefing/make.ts');
  await invocation.output.bytes(Buffer.from(briefingMarkdown(await makeBriefing(open, options))));
  return EXIT.done;
}

async function writeReply(open: OpenCase, invocation: Invocation, party: string): Promise<number> {
  const { makeReply, writeText } = await import('./brief/reply.ts');
  const target = invocation.text('output');
  const text = await makeReply(open, party, target);
  if (target === null) await invocation.output.bytes(Buffer.from(text));
  else invocation.output.words(await writeText(open, target, text));
  return EXIT.done;
}

async function openField(open: OpenCase, invocation: Invocation, field: string, since: string | null): Promise<number> {
  const { openingOf, writeText } = await import('./brief/reply.ts');
  const text = await openingOf(open, field, since);
  const target = invocation.text('output');
  if (target === null) await invocation.output.bytes(Buffer.from(text));
  else invocation.output.words(await writeText(open, target, text));
  return EXIT.done;
}
