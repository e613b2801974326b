/** Which parties keep their names in a redacted briefing, and how the names of the others are found in texts. */
import type { CaseFiles, GroupEntry, PartyEntry } from '../../case/files/index.ts';
import type { Commitments } from './commit.ts';

/** Shortest last name that is looked for by itself. */
const SHORTEST = 4;

function belongs(
  group: GroupEntry,
  party: PartyEntry,
  groups: ReadonlyMap<string, GroupEntry>,
  seen: ReadonlySet<string>,
): boolean {
  if (group.except.includes(party.id)) return false;
  if (group.members.includes(party.id)) return true;
  const posts = party.tenures.filter(
    ({ organisation, role }) =>
      (group.organisations.length === 0 ||
        (organisation !== undefined && group.organisations.includes(organisation))) &&
      (group.roles.length === 0 || (role !== undefined && group.roles.includes(role))),
  );
  if (group.organisations.length + group.roles.length > 0 && posts.length > 0) return true;
  return group.members.some((member) => {
    const inner = member.startsWith('@') ? groups.get(member.slice(1)) : undefined;
    return inner !== undefined && !seen.has(inner.id) && belongs(inner, party, groups, new Set([...seen, inner.id]));
  });
}

/** Keys of persons who keep their names: those who owe a disclosure, and those who spoke in public. */
export function publicPersons({ case: { duties, groups }, people, statements }: CaseFiles): ReadonlySet<string> {
  const byId = new Map(groups.map((group) => [group.id, group]));
  const named = [...duties.flatMap(({ who }) => who), ...statements.statements.map(({ speaker }) => speaker)];
  const isPublic = (party: PartyEntry): boolean =>
    named.some((reference) => {
      if (!reference.startsWith('@')) return reference === party.id;
      const group = byId.get(reference.slice(1));
      return group !== undefined && belongs(group, party, byId, new Set([group.id]));
    });
  return new Set(people.parties.filter(isPublic).map(({ id }) => id));
}

/** A party whose names are taken out. */
export interface Hidden {
  readonly key: string;
  readonly names: readonly string[];
  readonly label: string;
}

const WORD = /[\p{L}\p{M}\p{N}][\p{L}\p{M}\p{N}'’.-]*/gu;
const EMAIL = /[\p{L}\p{N}._%+'’=-]+@[\p{L}\p{N}-]+(?:\.[\p{L}\p{N}-]+)+/gu;
/** A number with its country code, spaces and all; an offset of time such as +02:00 is none. */
const PHONE = /\+\d[\d ()-]{5,18}\d(?!:)/g;

const folded = (text: string): string => text.normalize('NFC').toLowerCase();

/** Takes names and addresses out of texts. */
export class Cleaner {
  readonly #labels = new Map<string, string>();
  readonly #addresses = new Map<string, string>();
  readonly #commitments: Commitments;
  #longest = 1;

  constructor(hidden: readonly Hidden[], addresses: readonly string[], commitments: Commitments) {
    this.#commitments = commitments;
    for (const { key, names, label } of hidden) {
      for (const name of [key, ...names]) this.#learn(name, label);
      for (const name of names) {
        const last = name.match(WORD)?.at(-1) ?? '';
        if (last.length >= SHORTEST) this.#learn(last, label);
      }
    }
    for (const address of addresses) this.#learn(address, this.#address(address));
  }

  #learn(name: string, label: string): void {
    const words = folded(name).match(WORD) ?? [];
    if (words.length === 0 || this.#labels.has(words.join(' '))) return;
    this.#longest = Math.max(this.#longest, words.length);
    this.#labels.set(words.join(' '), label);
  }

  #address(address: string): string {
    const key = folded(address).replace(/[ ()-]/g, '');
    const known = this.#addresses.get(key);
    if (known !== undefined) return known;
    const label = `address ${this.#addresses.size + 1}`;
    this.#addresses.set(key, label);
    this.#commitments.hide(`address/${this.#addresses.size}`, address);
    return label;
  }

  /** A text without the names of hidden parties, and without addresses of anybody. */
  clean(text: string): string {
    if (/^(?:[a-z]:)?[0-9a-f]{16,64}$/.test(text)) return text;
    const without = text
      .replace(EMAIL, (found) => this.#address(found))
      .replace(PHONE, (found) => this.#address(found));
    const words = [...without.matchAll(WORD)];
    let out = '';
    let at = 0;
    for (let i = 0; i < words.length; i++) {
      const found = this.#at(without, words, i);
      if (found === null) continue;
      out += without.slice(at, words[i]!.index) + found.label;
      at = found.end;
      i += found.words - 1;
    }
    return out + without.slice(at);
  }

  /** The longest hidden name that begins at a word. */
  #at(
    text: string,
    words: readonly RegExpExecArray[],
    from: number,
  ): { label: string; end: number; words: number } | null {
    for (let many = Math.min(this.#longest, words.length - from); many > 0; many--) {
      const some = words.slice(from, from + many);
      const last = some.at(-1)!;
      const bare = folded(last[0]).replace(/(?:['’]s|[.'’-]+)$/, '');
      const spoken = [...some.slice(0, -1).map(([word]) => folded(word)), bare].join(' ');
      const label = this.#labels.get(spoken) ?? this.#labels.get(some.map(([word]) => folded(word)).join(' '));
      if (label === undefined) continue;
      const end = this.#labels.has(spoken) ? last.index + bare.length : last.index + last[0].length;
      return { label, end: Math.min(end, text.length), words: many };
    }
    return null;
  }
}
