/** What cannot be true at once in people.yaml and the groups: an address of two parties, a post twice, groups in a circle. */

import { normalizeAddress } from '../../../identity/normalize.ts';
import { ADDRESS_KINDS, type AddressKind } from '../../../model/record.ts';
import { keyText, type Mistake, shown } from '../mistake.ts';
import { kindOfAddress } from '../schema/people.ts';
import { parseDay } from '../words/day.ts';
import type { Path } from './place.ts';
import { type RawMap, rawList, rawMap, rawText, rawTexts } from './raw.ts';
import type { Tree } from './yaml.ts';

/** Something held from – to, days; empty text is open towards the past, '9999' towards the future. */
interface Held {
  readonly path: Path;
  readonly owner: string;
  readonly what: string;
  readonly from: string;
  readonly to: string;
}

function heldBetween(map: RawMap): { from: string; to: string } {
  const [from, to] = [rawText(map.from), rawText(map.to)];
  return {
    from: from === null ? '' : (parseDay(from)?.first ?? ''),
    to: to === null ? '9999' : (parseDay(to)?.last ?? '9999'),
  };
}

/** Pairs that overlap although they are the same thing, the earlier in the file first; each thing's pairs are neighbours in time. */
function overlaps(held: readonly Held[]): [Held, Held][] {
  const byWhat = Map.groupBy(
    held.map((h, place) => ({ h, place })),
    ({ h }) => h.what,
  );
  return [...byWhat.values()].flatMap((same) => {
    same.sort((a, b) => (a.h.from < b.h.from ? -1 : a.h.from > b.h.from ? 1 : a.place - b.place));
    const pairs: [Held, Held][] = [];
    let longest = same[0]!;
    for (const next of same.slice(1)) {
      if (next.h.from <= longest.h.to)
        pairs.push(longest.place < next.place ? [longest.h, next.h] : [next.h, longest.h]);
      if (next.h.to > longest.h.to) longest = next;
    }
    return pairs;
  });
}

function aliasesOf(owner: unknown, base: Path): Held[] {
  const id = rawText(rawMap(owner).id) ?? keyText(base);
  const offices = rawList(rawMap(owner).roles).flatMap((role, i) =>
    heldAddresses(rawMap(role).addresses, [...base, 'roles', i, 'addresses'], id),
  );
  return [...heldAddresses(rawMap(owner).aliases, [...base, 'aliases'], id), ...offices];
}

function heldAddresses(list: unknown, base: Path, owner: string): Held[] {
  return rawList(list).flatMap((alias, i) => {
    const map: RawMap = typeof alias === 'object' ? rawMap(alias) : { address: alias };
    const address = rawText(map.address);
    const grade = map.grade ?? 'certain';
    if (address === null || grade !== 'certain') return [];
    const written = rawText(map.kind) as AddressKind | null;
    const kind = written !== null && ADDRESS_KINDS.includes(written) ? written : kindOfAddress(address);
    // Two people of one name are a fact of life; two owners of one mailbox at one time are not.
    if (kind === null || kind === 'name' || kind === 'redacted') return [];
    const what = `${kind} ${normalizeAddress(kind, address, rawText(map.region))}`;
    return [{ path: [...base, i], owner, what, ...heldBetween(map) }];
  });
}

function addressMistakes(tree: Tree): Mistake[] {
  const people = rawMap(tree.value);
  const held = ['parties', 'organisations'].flatMap((list) =>
    rawList(people[list]).flatMap((owner, i) => aliasesOf(owner, [list, i])),
  );
  return overlaps(held).map(([earlier, later]) => ({
    file: tree.file,
    ...tree.at(later.path),
    key: keyText(later.path),
    message:
      earlier.owner === later.owner
        ? `repeats ${keyText(earlier.path)}`
        : `is an address of ${shown(earlier.owner)} at the same time (${keyText(earlier.path)})`,
    advice:
      earlier.owner === later.owner
        ? 'keep one of them'
        : 'give both from and to that do not overlap, or a lower grade',
  }));
}

function tenureMistakes(tree: Tree): Mistake[] {
  return rawList(rawMap(tree.value).parties).flatMap((party, i) => {
    const held = rawList(rawMap(party).tenures).map((tenure, j): Held => {
      const map = rawMap(tenure);
      const what = JSON.stringify([rawText(map.organisation), rawText(map.role)]);
      return { path: ['parties', i, 'tenures', j], owner: '', what, ...heldBetween(map) };
    });
    return overlaps(held).map(([earlier, later]) => ({
      file: tree.file,
      ...tree.at(later.path),
      key: keyText(later.path),
      message: `is the same post as ${keyText(earlier.path)}, and the two overlap`,
      advice: 'make one of them, or correct from and to',
    }));
  });
}

/** Groups that one group contains, by its raw entry. */
function containedGroups(entry: unknown): string[] {
  const map = Array.isArray(entry) || typeof entry === 'string' ? { parties: entry } : rawMap(entry);
  const members = ['parties', 'also', 'except'].flatMap((key) => rawTexts((map as RawMap)[key]));
  return members.filter((member) => member.startsWith('@')).map((member) => member.slice(1));
}

function circleMistakes(tree: Tree): Mistake[] {
  const groups = rawMap(rawMap(tree.value).groups);
  const reaches = (from: string, wanted: string): boolean => {
    const seen = new Set<string>();
    const open = [from];
    for (let group = open.pop(); group !== undefined; group = open.pop()) {
      for (const inner of containedGroups(groups[group])) {
        if (inner === wanted) return true;
        if (!seen.has(inner)) open.push(inner);
        seen.add(inner);
      }
    }
    return false;
  };
  return Object.keys(groups)
    .filter((name) => reaches(name, name))
    .map((name) => ({
      file: tree.file,
      ...tree.keyAt(['groups', name]),
      key: keyText(['groups', name]),
      message: 'contains itself',
      advice: 'name the parties in one of the groups of this circle',
    }));
}

/** All contradictions of these kinds. */
export function contradictions(people: Tree, ofCase: Tree): Mistake[] {
  return [...addressMistakes(people), ...tenureMistakes(people), ...circleMistakes(ofCase)];
}
