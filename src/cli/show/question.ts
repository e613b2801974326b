/** The question that options ask. */

import { CaseError } from '../../case/error.ts';
import type { OpenCase } from '../../case/open.ts';
import { readList } from '../../case/views/list.ts';
import { type AskedCount, questionOf } from '../../case/views/question.ts';
import type { Definition, EvidenceFloor } from '../../model/definition.ts';
import { type Invocation, UsageError } from '../command.ts';
import { namesFile } from './names-file.ts';

/** Definition of the case with the parts that were given. @throws UsageError for a part or value that is none */
async function definitionOf(base: Definition, { text, list }: Invocation): Promise<Definition> {
  const whole = await definedOf(base, list('definition'));
  const floor = text('floor');
  if (floor === null) return whole;
  if (list('definition').some((part) => part.startsWith('floor=')))
    throw new UsageError('--floor says the least evidence, and so does --definition floor=', 'leave one of them out');
  return { ...whole, floor: floor as EvidenceFloor };
}

async function definedOf(base: Definition, given: readonly string[]): Promise<Definition> {
  if (given.length === 0) return base;
  const { DEFINITION_PARTS, definitionWith } = await import('../../case/views/written-question.ts');
  const whole = definitionWith(base, given);
  if ('wrong' in whole)
    throw new UsageError(
      `--definition cannot be ${JSON.stringify(whole.wrong)}`,
      `write PART=VALUE; the parts are ${DEFINITION_PARTS}`,
    );
  return whole;
}

/** What is asked, and words about names of a list that are nobody's. */
export interface AskedQuestion {
  readonly asked: AskedCount;
  readonly words: readonly string[];
}

/**
 * The question that the options of options.ts ask.
 * @throws UsageError and CaseError for what cannot be asked
 */
export async function askedQuestion(open: OpenCase, invocation: Invocation): Promise<AskedQuestion> {
  const { text, list } = invocation;
  const file = text('list');
  const read = file === null ? null : await readList(open, namesFile(file));
  if (read !== null && read.keys.length === 0)
    throw new CaseError(`nobody in ${file} is in this case`, 'write keys, names or addresses, one a line');
  const { meantSide } = await import('../../case/views/written-question.ts');
  const asked = questionOf(open.files, {
    between: await meantSide(open, '--between', text('between')),
    and: await meantSide(open, '--and', text('and')),
    list: read === null ? null : read.keys,
    from: text('from'),
    to: text('to'),
    window: text('window'),
    channels: list('channel'),
    definition: await definitionOf(open.files.case.definition.definition, invocation),
  });
  const words = [
    ...(read === null || read.unknown.length === 0
      ? []
      : [`Nobody in this case is called: ${read.unknown.join(', ')}.`]),
    ...(read === null || read.several.length === 0
      ? []
      : [`Several parties are meant by: ${read.several.join(', ')}.`]),
  ];
  return { asked, words };
}
