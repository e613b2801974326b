/** The question that options ask. */

import { CaseError } from '../../case/error.ts';
import type { OpenCase } from '../../case/open.ts';
import { readList } from '../../case/views/list.ts';
import { type AskedCount, questionOf } from '../../case/views/question.ts';
import { DEFAULT_DEFINITION, type Definition, type EvidenceFloor } from '../../model/definition.ts';
import { type Invocation, UsageError } from '../command.ts';
import { namesFile } from './names-file.ts';

const BOOLEANS: readonly (keyof Definition)[] = [
  'reciprocated',
  'lists',
  'automatic',
  'declined',
  'scheduled',
  'unanswered',
];

function readValue(part: string, text: string): unknown {
  if (BOOLEANS.includes(part as keyof Definition))
    return text === 'true' || text === 'yes' ? true : text === 'false' || text === 'no' ? false : text;
  if (part === 'minCallSeconds' || part === 'largestAudience') return /^\d+$/.test(text) ? Number(text) : text;
  return part === 'directness' ? text.split(',') : text;
}

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
  const { definition } = await import('../../case/files/schema/definition.ts');
  let whole = base;
  for (const text of given) {
    if (text === 'default') {
      whole = DEFAULT_DEFINITION;
      continue;
    }
    const at = text.indexOf('=');
    const part = at === -1 ? text : text.slice(0, at);
    const parsed = definition().safeParse({ [part]: readValue(part, text.slice(at + 1)) });
    if (at === -1 || !parsed.success)
      throw new UsageError(
        `--definition cannot be ${JSON.stringify(text)}`,
        `write PART=VALUE; the parts are ${Object.keys(DEFAULT_DEFINITION).join(', ')}`,
      );
    const key = part as keyof Definition;
    whole = { ...whole, [key]: parsed.data.definition[key] };
  }
  return whole;
}

/** The key of whom an option means: a group, a key, a name or an address. What is nobody's stays, for the count to refuse. */
async function sideOf(open: OpenCase, option: string, text: string | null): Promise<string | null> {
  if (text === null || text.startsWith('@')) return text;
  const { keys } = await readList(open, `"${text.replaceAll('"', '""')}"`);
  if (keys.length > 1 && !keys.includes(text))
    throw new CaseError(`--${option} could be several: ${keys.join(', ')}`, 'write the key of the one that is meant');
  return keys.length === 1 ? keys[0]! : text;
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
  const asked = questionOf(open.files, {
    between: await sideOf(open, 'between', text('between')),
    and: await sideOf(open, 'and', text('and')),
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
