/** Parts of a question as people write them, on the command line and in the addresses of the workbench. */
import { DEFAULT_DEFINITION, type Definition } from '../../model/definition.ts';
import { CaseError } from '../error.ts';
import { definition } from '../files/schema/definition.ts';
import type { ViewedCase } from './contacts.ts';
import { readList } from './list.ts';

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

/**
 * A definition with some parts changed.
 * @param parts each PART=VALUE, such as unanswered=true or directness=direct,copied; `default` drops what came before
 * @returns the definition, or the part that is none
 */
export function definitionWith(base: Definition, parts: readonly string[]): Definition | { readonly wrong: string } {
  let whole = base;
  for (const text of parts) {
    if (text === 'default') {
      whole = DEFAULT_DEFINITION;
      continue;
    }
    const at = text.indexOf('=');
    const part = at === -1 ? text : text.slice(0, at);
    const parsed = definition().safeParse({ [part]: readValue(part, text.slice(at + 1)) });
    if (at === -1 || !parsed.success) return { wrong: text };
    const key = part as keyof Definition;
    whole = { ...whole, [key]: parsed.data.definition[key] };
  }
  return whole;
}

/** What can be changed in a definition, for advice. */
export const DEFINITION_PARTS: string = Object.keys(DEFAULT_DEFINITION).join(', ');

/**
 * The key of whom a text means: a group, a key, a name or an address. What is nobody's stays, for the count to refuse.
 * @param option what the text was written for, such as `--between`
 * @throws CaseError where several could be meant
 */
export async function meantSide(
  open: Pick<ViewedCase, 'ledger'>,
  option: string,
  text: string | null,
): Promise<string | null> {
  if (text === null || text.startsWith('@')) return text;
  const { keys } = await readList(open, `"${text.replaceAll('"', '""')}"`);
  if (keys.length > 1 && !keys.includes(text))
    throw new CaseError(`${option} could be several: ${keys.join(', ')}`, 'write the key of the one that is meant');
  return keys.length === 1 ? keys[0]! : text;
}
