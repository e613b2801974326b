/** Names of parties in place of their keys, where people read. */
import type { Briefing } from './briefing.ts';

/** Gives the name of a party's key; an unknown key, an address or a note such as "and 3 more" stays. */
export type Naming = (key: string) => string;

/** The naming of a briefing: of alternatives ("a or b") each is named. */
export function namingOf({ parties }: Pick<Briefing, 'parties'>): Naming {
  const names = new Map(parties.map(({ key, name }) => [key, name]));
  return (key) =>
    names.get(key) ??
    key
      .split(' or ')
      .map((part) => names.get(part) ?? part)
      .join(' or ');
}
