/** People with families, friends and offices, some of whom fall silent, begin anew, replace each other at work, or switch numbers. */
import { Random } from '../random.ts';

const YEAR = 365;
/** People of one place; most friends are of the same. */
const TOWN = 1000;
const FAMILY = 4;
const OFFICE = 12;
/** Parts of the old circle that switches keep, per cent, in turn. */
export const KEPT = [30, 40, 50, 60, 70] as const;

/** What a world is made of; days are counted from the first of the year. */
export interface Settings {
  /** Telephone numbers in all. */
  readonly numbers: number;
  readonly switches: number;
  /** Pairs of whom one leaves an office for good and another begins there with what the first had at work. */
  readonly replacements: number;
  /** Numbers that fall silent without a successor, and as many that start anew, of 1000. */
  readonly perMille: number;
  /** Short codes and hotlines, called by everybody. */
  readonly hubs: number;
}

/** Somebody in somebody's circle, from – to. */
export interface Acquaintance {
  readonly other: number;
  readonly from: number;
  readonly to: number;
}

export interface Line {
  /** First and last day on which it is used. */
  from: number;
  to: number;
  /** How much it is used, a multiple of the common. */
  readonly use: number;
  /** Which hours its user keeps. */
  readonly rhythm: number;
  /** Whom its user likes most: the same for both lines of one person. */
  readonly taste: number;
  readonly circle: Acquaintance[];
}

export interface Switch {
  readonly before: number;
  readonly after: number;
  /** Per cent of the circle that was kept. */
  readonly kept: number;
}

export interface Society {
  readonly lines: readonly Line[];
  readonly switches: readonly Switch[];
  /** The last ones of the lines. */
  readonly hubs: number;
}

/** How much people use their lines: log-normal, with a standard deviation of 0.8 of the logarithm. */
function use(random: Random): number {
  let sum = -6;
  for (let i = 0; i < 12; i++) sum += random.bits() / 0x1_0000_0000;
  return Math.exp(0.8 * sum);
}

const RHYTHMS = 12;
const line = (random: Random): Line => ({
  from: 0,
  to: YEAR - 1,
  use: use(random),
  rhythm: random.below(RHYTHMS),
  taste: random.bits(),
  circle: [],
});

/** Of ten acquaintances seven last all year, and the others begin or end in it. */
function lasting(random: Random): { from: number; to: number } {
  const kind = random.below(20);
  if (kind < 14) return { from: 0, to: YEAR - 1 };
  const day = random.below(YEAR);
  return kind < 17 ? { from: day, to: YEAR - 1 } : { from: 0, to: day };
}

function acquaint(lines: readonly Line[], a: number, b: number, span: { from: number; to: number }): void {
  if (a === b || lines[a]!.circle.some(({ other }) => other === b)) return;
  lines[a]!.circle.push({ other: b, ...span });
  lines[b]!.circle.push({ other: a, ...span });
}

/** Offices of some people each: everybody of a town in another order than the families. */
function offices(people: number, random: Random): number[][] {
  const all: number[][] = [];
  for (let start = 0; start < people; start += TOWN) {
    const town = Array.from({ length: Math.min(TOWN, people - start) }, (_, i) => start + i);
    shuffle(town, random);
    for (let i = 0; i < town.length; ) {
      const size = OFFICE / 2 + random.below(OFFICE);
      all.push(town.slice(i, i + size));
      i += size;
    }
  }
  return all;
}

function shuffle<T>(list: T[], random: Random): void {
  for (let i = list.length - 1; i > 0; i--) {
    const j = random.below(i + 1);
    [list[i], list[j]] = [list[j]!, list[i]!];
  }
}

function settle(lines: readonly Line[], people: number, work: readonly (readonly number[])[], random: Random): void {
  const whole = { from: 0, to: YEAR - 1 };
  for (let p = 0; p < people; p++) {
    const family = p - (p % FAMILY);
    for (let q = family; q < p; q++) acquaint(lines, p, q, whole);
    const town = p - (p % TOWN);
    for (let friends = 1 + random.below(4); friends > 0; friends--) {
      const near = town + random.below(Math.min(TOWN, people - town));
      acquaint(lines, p, random.chance(80) ? near : random.below(people), lasting(random));
    }
  }
  for (const office of work) {
    for (const [i, p] of office.entries()) {
      // Not everybody calls everybody.
      for (const q of office.slice(0, i)) if (random.chance(70)) acquaint(lines, p, q, whole);
    }
  }
}

/** Lines that nothing happens to yet, in no order. */
function* untouched(people: number, random: Random): Generator<number, never> {
  const order = Array.from({ length: people }, (_, i) => i);
  shuffle(order, random);
  yield* order;
  throw new RangeError('not enough people for what is to happen to them');
}

/** A day not near either end of the year. */
const someDay = (random: Random): number => 75 + random.below(YEAR - 150);

/** The new line takes over part of the circle, and gets to know others, half of them of one office. */
function takeOver(
  lines: readonly Line[],
  { before, after, kept }: Switch,
  work: readonly (readonly number[])[],
  people: number,
  random: Random,
): void {
  const { from } = lines[after]!;
  const known = lines[before]!.circle.filter((a) => a.from <= from && a.to >= from);
  shuffle(known, random);
  const keeps = Math.round((known.length * kept) / 100);
  for (const { other } of known.slice(0, keeps)) acquaint(lines, after, other, { from, to: YEAR - 1 });
  const office = random.pick(work);
  for (let i = keeps; i < known.length; i++) {
    const town = before - (before % TOWN);
    const other = i % 2 === 0 ? random.pick(office) : town + random.below(Math.min(TOWN, people - town));
    if (other !== before) acquaint(lines, after, other, { from, to: YEAR - 1 });
  }
}

/** Makes the world of a label: everything follows from it and the settings. */
export function society(label: string, settings: Settings): Society {
  const random = new Random(label);
  const { numbers, switches, replacements, hubs } = settings;
  const others = Math.round((numbers * settings.perMille) / 1000);
  const people = numbers - hubs - switches - replacements;
  const lines = Array.from({ length: numbers }, () => line(random));
  const work = offices(people, random);
  settle(lines, people, work, random);
  const free = untouched(people, random);
  let next = people;
  const made = Array.from({ length: switches }, (_, i): Switch => {
    const before = free.next().value;
    const after = next++;
    const day = someDay(random);
    lines[before]!.to = day;
    lines[after] = { ...lines[before]!, circle: [], from: day + 1 + random.below(14), to: YEAR - 1 };
    const made = { before, after, kept: KEPT[i % KEPT.length]! };
    takeOver(lines, made, work, people, random);
    return made;
  });
  for (let i = 0; i < replacements; i++) replace(lines, free.next().value, next++, work, random);
  for (let i = 0; i < others; i++) {
    lines[free.next().value]!.to = someDay(random);
    lines[free.next().value]!.from = someDay(random);
  }
  return { lines, switches: made, hubs };
}

/** Somebody begins with the whole office of somebody who left, and with family and friends of another's place. */
function replace(
  lines: Line[],
  leaver: number,
  joiner: number,
  work: readonly (readonly number[])[],
  random: Random,
): void {
  const day = someDay(random);
  lines[leaver]!.to = day;
  const from = day + 1 + random.below(14);
  lines[joiner] = { ...line(random), from };
  const span = { from, to: YEAR - 1 };
  const office = work.find((members) => members.includes(leaver)) ?? [];
  for (const other of office) if (other !== leaver) acquaint(lines, joiner, other, span);
  const town = random.pick(random.pick(work));
  for (let i = 0; i < 6; i++) {
    const other = i < 3 ? town - (town % FAMILY) + i : town - (town % TOWN) + random.below(TOWN);
    if (other < joiner && other !== leaver) acquaint(lines, joiner, other, span);
  }
}
