/**
 * Made-up person records for finding duplicates: names with frequencies that fall as those of real ones do, dates of birth,
 * towns and mail addresses; some people stand several times, with slips, short names, moves and gaps.
 */
import { Random } from './random.ts';

const VOWELS = ['a', 'e', 'i', 'o', 'u', 'ei', 'ou'];
const HEADS = ['b', 'br', 'd', 'f', 'g', 'gr', 'h', 'j', 'k', 'kl', 'l', 'm', 'n', 'p', 'r', 's', 'st', 't', 'tr', 'v'];
const TAILS = ['n', 'r', 'l', 's', 'nd', 'rg', 'lm', 'st', 'k', 'm', 'rd', 'ss'];
const ENDINGS = ['son', 'berg', 'man', 'ley', 'ton', 'er', 'ini', 'ova', 'sen', 'ez', 'ard', 'elli'];

/** How many there are of each, and how fast their frequency falls (Zipf): the exponents are those of census lists. */
const GIVEN = { names: 4000, fall: 0.9 };
const FAMILY = { names: 60_000, fall: 0.75 };
const TOWNS = { names: 1500, fall: 1 };

/** Of a thousand records, those that repeat a person; and of those, the chance of each change in a thousand. */
const REPEATED = 300;
const CHANGES = { slip: 250, initial: 60, exchanged: 30, moved: 200, mailbox: 250, date: 80, gap: 150 };

/** A list of made-up words, all different. */
function names(random: Random, count: number, syllables: number): string[] {
  const found = new Set<string>();
  while (found.size < count) {
    let word = '';
    for (let i = 0; i < syllables; i++)
      word += random.pick(HEADS) + random.pick(VOWELS) + (i === 0 ? '' : random.pick(TAILS));
    found.add(syllables > 1 && random.below(2) === 0 ? word + random.pick(ENDINGS) : word);
  }
  return [...found];
}

/** Picks by rank: the first are the commonest. */
class Ranked {
  readonly #names: readonly string[];
  readonly #sums: Float64Array;

  constructor(names: readonly string[], fall: number) {
    this.#names = names;
    this.#sums = new Float64Array(names.length);
    let sum = 0;
    for (let i = 0; i < names.length; i++) {
      sum += (i + 10) ** -fall;
      this.#sums[i] = sum;
    }
  }

  pick(random: Random): string {
    const at = (random.below(1 << 30) / (1 << 30)) * this.#sums.at(-1)!;
    let [low, high] = [0, this.#sums.length - 1];
    while (low < high) {
      const middle = (low + high) >> 1;
      if (this.#sums[middle]! < at) low = middle + 1;
      else high = middle;
    }
    return this.#names[low]!;
  }
}

type Row = [given: string, family: string, born: string, town: string, mail: string];

/** One letter replaced, left out, doubled or swapped with the next. */
function slipped(random: Random, word: string): string {
  const at = 1 + random.below(Math.max(word.length - 2, 1));
  const [before, letter, after] = [word.slice(0, at), word.slice(at, at + 1), word.slice(at + 1)];
  switch (random.below(4)) {
    case 0:
      return `${before}${'abcdefghijklmnopqrstuvwxyz'[random.below(26)]}${after}`;
    case 1:
      return before + after;
    case 2:
      return before + letter + letter + after;
    default:
      return before + after.slice(0, 1) + letter + after.slice(1);
  }
}

function day(random: Random): string {
  const two = (n: number): string => String(n).padStart(2, '0');
  return `${1930 + random.below(75)}${two(1 + random.below(12))}${two(1 + random.below(28))}`;
}

/** Writes `records` lines person_no,person,given,family,born,town,mail, with a header. @returns bytes written */
export function people(records: number, write: (chunk: Buffer) => void): number {
  const random = new Random('people');
  const chance = (thousandths: number): boolean => random.below(1000) < thousandths;
  const given = new Ranked(names(random, GIVEN.names, 2), GIVEN.fall);
  const family = new Ranked(names(random, FAMILY.names, 2), FAMILY.fall);
  const town = new Ranked(names(random, TOWNS.names, 2), TOWNS.fall);
  // An address is one person's: who comes later takes a number.
  const taken = new Map<string, number>();
  const address = (local: string): string => {
    const wanted = `${local}|${random.below(40)}`;
    const times = taken.get(wanted) ?? 0;
    taken.set(wanted, times + 1);
    return wanted.replace('|', `${times === 0 ? '' : times}@mail`).concat('.example');
  };
  const fresh = (person: number): Row => {
    const [g, f] = [given.pick(random), family.pick(random)];
    const local = [`${g}.${f}`, `${g[0]}${f}`, `${f}${person % 1000}`][random.below(3)]!;
    return [g, f, day(random), town.pick(random), address(local)];
  };
  const changed = ([g, f, d, t, m]: Row): Row => {
    const row: Row = [
      chance(CHANGES.initial) ? g.slice(0, 1) : chance(CHANGES.slip) ? slipped(random, g) : g,
      chance(CHANGES.slip) ? slipped(random, f) : f,
      chance(CHANGES.date) ? d.slice(0, 6) + day(random).slice(6) : d,
      chance(CHANGES.moved) ? town.pick(random) : t,
      chance(CHANGES.mailbox) ? address(`${g}${random.below(100)}`) : m,
    ];
    if (chance(CHANGES.exchanged)) [row[0], row[1]] = [row[1], row[0]];
    return row.map((value, i) => (i > 1 && chance(CHANGES.gap) ? '' : value)) as Row;
  };
  let [bytes, person, lines] = [0, 0, ['person_no,person,given,family,born,town,mail']];
  let row = fresh(person);
  const flush = (): void => {
    const chunk = Buffer.from(`${lines.join('\n')}\n`);
    bytes += chunk.length;
    write(chunk);
    lines = [];
  };
  for (let record = 0; record < records; record++) {
    const again = record > 0 && chance(REPEATED);
    if (!again && record > 0) row = fresh(++person);
    lines.push([record, person, ...(again ? changed(row) : row)].join(','));
    if (lines.length === 10_000) flush();
  }
  flush();
  return bytes;
}
