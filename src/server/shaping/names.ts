/** Names of parties, with what is written to be taken for something else. */
import { domainToUnicode } from 'node:url';
import type { OpenCase } from '../../case/open.ts';
import { mixesScripts, skeletonOf } from '../../identity/names/confusable.ts';
import { MAILBOXES_HELD } from '../../ledger/queries/workbench/party-names.ts';
import type { PartyName } from '../shapes/party.ts';

/** Look-alikes that are named. */
const LISTED = 3;
/** Of a party that is guessed to have several. */
const OWN = 'has addresses that look alike';

/** What addresses look like, in words, by address or party. */
type Alike = ReadonlyMap<string, readonly string[]>;

/** A domain as people would read it: labels of IDNA (RFC 5890) as the letters that they stand for. */
function readable(address: string): string {
  return /(^|[@.])xn--/i.test(address)
    ? address.replace(/[^@]+$/, (domain) => domainToUnicode(domain) || domain)
    : address;
}

/** What any name or address shows of itself. */
export function marksOf(text: string): string[] {
  const shown = readable(text);
  return [
    ...(mixesScripts(shown) ? ['mixes letters of several scripts'] : []),
    ...(shown === text ? [] : [`is read as ${shown}`]),
  ];
}

/** A mail address, and whose it is. */
interface Box {
  readonly norm: string;
  readonly key: string;
  /** For certain, so that nobody has to be warned of it. */
  readonly certain: boolean;
}

/** Knows which addresses of a build look like another's. */
export class Names {
  readonly #open: OpenCase;
  #alike: Promise<{ readonly byAddress: Alike; readonly byParty: Alike }> | null = null;

  constructor(open: OpenCase) {
    this.#open = open;
  }

  /** Names parties. Each is named by what it is called and marked by what its addresses look like. */
  async naming(): Promise<(party: { readonly key: string; readonly name: string }) => PartyName> {
    const { byParty } = await this.#read();
    return ({ key, name }) => ({ key, name, marks: [...marksOf(name), ...wordsOf(byParty.get(key))] });
  }

  /** Marks addresses. */
  async marking(): Promise<(address: string) => readonly string[]> {
    const { byAddress } = await this.#read();
    return (address) => [...marksOf(address), ...wordsOf(byAddress.get(address))];
  }

  #read(): Promise<{ readonly byAddress: Alike; readonly byParty: Alike }> {
    this.#alike ??= this.#asked();
    return this.#alike;
  }

  async #asked(): Promise<{ readonly byAddress: Alike; readonly byParty: Alike }> {
    const boxes = await this.#open.ledger.columns<{ norm: string[]; key: string[]; certain: Int32Array }>(
      MAILBOXES_HELD,
    );
    const bySkeleton = new Map<string, Box[]>();
    for (let i = 0; i < boxes.rows; i++) {
      const box = { norm: boxes.norm[i]!, key: boxes.key[i]!, certain: boxes.certain[i] === 1 };
      const skeleton = skeletonOf(readable(box.norm));
      const known = bySkeleton.get(skeleton);
      if (known === undefined) bySkeleton.set(skeleton, [box]);
      else known.push(box);
    }
    const [byAddress, byParty] = [new Map<string, string[]>(), new Map<string, string[]>()];
    for (const group of bySkeleton.values()) {
      if (group.length < 2) continue;
      for (const box of group) {
        const others = group.filter((other) => isWarned(box, other));
        if (others.length === 0) continue;
        add(
          byAddress,
          box.norm,
          others.map(({ norm }) => `looks like ${norm}`),
        );
        add(
          byParty,
          box.key,
          others.map(({ norm, key }) => (key === box.key ? OWN : `looks like ${norm}`)),
        );
      }
    }
    return { byAddress, byParty };
  }
}

/**
 * Whether one address is worth a warning beside another that looks like it. Two that are one party's are not, unless that
 * they are is a guess: what was written to be taken for somebody is taken for that one by likeness too.
 */
function isWarned(box: Box, other: Box): boolean {
  return other.norm !== box.norm && (other.key !== box.key || !(box.certain && other.certain));
}

function add(map: Map<string, string[]>, key: string, words: readonly string[]): void {
  map.set(key, [...new Set([...(map.get(key) ?? []), ...words])].sort());
}

function wordsOf(words: readonly string[] | undefined): readonly string[] {
  if (words === undefined || words.length <= LISTED) return words ?? [];
  return [...words.slice(0, LISTED), `and ${words.length - LISTED} more such`];
}
