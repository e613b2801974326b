/** Names of a written claim, looked up in the case. */
import type { Token } from '../../statements/written/tokens.ts';
import { listed, nearest } from '../files/words/nearest.ts';
import type { ViewedCase } from '../views/contacts.ts';
import { readList } from '../views/list.ts';
import { at, type Found } from './written-days.ts';

function groupOf({ files }: ViewedCase, word: Token): Found<string> {
  const groups = files.case.groups.map(({ id }) => `@${id}`);
  if (groups.includes(word.text)) return { value: word.text };
  const near = nearest(word.text, groups);
  const all = groups.length === 0 ? 'case.yaml names no groups' : `the groups are ${listed(groups)}`;
  return {
    mistake: at(word, `there is no group ${JSON.stringify(word.text)}`, near === null ? all : `did you mean ${near}?`),
  };
}

/** Whom a name means: a group, or the one party that has it as key, name or address. */
export async function nameOf(open: ViewedCase, word: Token): Promise<Found<string>> {
  if (word.text.startsWith('@')) return groupOf(open, word);
  const { files } = open;
  const { keys } = await readList(open, `"${word.text.replaceAll('"', '""')}"`);
  if (keys.includes(word.text)) return { value: word.text };
  if (keys.length === 1) return { value: keys[0]! };
  if (keys.length > 1)
    return {
      mistake: at(
        word,
        `several are called ${JSON.stringify(word.text)}: ${listed(keys)}`,
        'write the key of the one that is meant',
      ),
    };
  if (files.case.groups.some(({ id }) => id === word.text))
    return { mistake: at(word, `${word.text} is a group`, `write @${word.text}`) };
  const known = [...files.people.parties, ...files.people.organisations].map(({ id }) => id);
  const near = nearest(word.text, [...known, ...files.case.groups.map(({ id }) => `@${id}`)]);
  return {
    mistake: at(
      word,
      `nobody in this case is called ${JSON.stringify(word.text)}`,
      near === null
        ? 'write a group such as @office, or a key, name or address; people lists them'
        : `did you mean ${near}?`,
    ),
  };
}

/** The same for several names. */
export async function namesOf(open: ViewedCase, words: readonly Token[]): Promise<Found<readonly string[]>> {
  const names: string[] = [];
  for (const word of words) {
    const found = await nameOf(open, word);
    if ('mistake' in found) return found;
    names.push(found.value);
  }
  return { value: [...new Set(names)] };
}
