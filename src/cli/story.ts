/** `story`: each sentence of a published account, and what the records say to it. */
import { CASE_OPTION, type Command, EXIT, FORMAT_OPTION, type Invocation } from './command.ts';
import { span } from './frame/line.ts';

export const command: Command = {
  name: 'story',
  summary: 'Holds a published story against the records, sentence by sentence',
  usage: 'backchannel story [--brief FILE]',
  detail: `
story.yaml names the story and codes its sentences as told counts, statements, changes of rate, topics, contacts around the official channel, or who tells it. Prose is never evidence against itself: the records answer.

supported: the records show it whatever is uncertain in them. exceeded: they certainly show more than was told. contradicted: they certainly rule it out. untested: they may or may not, and what is missing stands with it. Some things are not for records to say.

The story itself is never changed. A sentence that no longer stands in it as it was quoted is an error with its line in story.yaml.

  backchannel story --brief briefing.html`,
  options: {
    ...CASE_OPTION,
    brief: {
      type: 'string',
      value: 'FILE',
      help: 'Also writes the briefing: a path ending with .html, .md or .json.',
    },
    ...FORMAT_OPTION,
  },
  positionals: [0, 0],
  run,
};

async function run(invocation: Invocation): Promise<number> {
  const { output, text } = invocation;
  const { CaseError } = await import('../case/error.ts');
  const { openCase } = await import('../case/open.ts');
  const { storyView } = await import('../case/story.ts');
  const open = await openCase(invocation.caseFolder());
  try {
    const story = await storyView(open);
    if (story === null)
      throw new CaseError('this case has no story', 'write story.yaml: which file it is, and what its sentences tell');
    const { SENTENCE_COLUMNS, storyLines } = await import('./show/story.ts');
    if (output.format === 'table') await output.document(null, () => storyLines(story, output.width, 'whole'));
    else await output.rows(SENTENCE_COLUMNS, story.sentences);
    const target = text('brief');
    if (target !== null) {
      const { writeBriefing } = await import('./brief/write.ts');
      const { files } = await writeBriefing(open, target);
      for (const file of files) output.words(['wrote ', span('strong', file)]);
    }
    return EXIT.done;
  } finally {
    await open.close();
  }
}
