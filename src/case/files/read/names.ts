/** Collects what the case's files define, before any schema judges them, and says where a name is given twice or has a bad form. */
import { keyText, type Mistake, shown } from '../mistake.ts';
import { parseDay } from '../words/day.ts';
import type { Names } from '../words/names.ts';
import type { Path } from './place.ts';
import { rawList, rawMap, rawText, rawTexts } from './raw.ts';
import type { Tree } from './yaml.ts';

/** Longest name, characters. */
const LONGEST_NAME = 80;
const NAME = /^[\p{L}\p{N}][\p{L}\p{M}\p{N}._-]*$/u;
/** Words that have a meaning of their own where parties are named. */
const RESERVED = new Set(['any', 'anybody', 'anyone', 'everybody', 'everyone', 'public', 'default', 'all']);

/** A file by its name. */
export type Trees = {
  readonly [file in
    | 'case.yaml'
    | 'people.yaml'
    | 'disclosures.yaml'
    | 'statements.yaml'
    | 'reports.yaml'
    | 'story.yaml'
    | 'replies.yaml']: Tree;
};

/** A name and where it is defined. */
interface Defined {
  readonly tree: Tree;
  readonly path: Path;
  readonly name: string;
  /** The name is a key, not a value. */
  readonly isKey: boolean;
}

function keys(tree: Tree, under: string): Defined[] {
  const names = Object.keys(rawMap(rawMap(tree.value)[under]));
  return names.map((name) => ({ tree, path: [under, name], name, isKey: true }));
}

/** Values of a key in the maps of a list. */
function values(tree: Tree, list: unknown, base: Path, key = 'id'): Defined[] {
  return rawList(list).flatMap((entry, i) => {
    const name = rawText(rawMap(entry)[key]);
    return name === null ? [] : [{ tree, path: [...base, i, key], name, isKey: false }];
  });
}

function mistakeAt({ tree, path, isKey }: Defined, message: string, advice: string): Mistake {
  return { file: tree.file, ...(isKey ? tree.keyAt(path) : tree.at(path)), key: keyText(path), message, advice };
}

/** A name of the right form made of a wrong one. */
function slug(name: string): string {
  const words =
    name
      .normalize('NFC')
      .toLowerCase()
      .match(/[\p{L}\p{M}\p{N}]+/gu) ?? [];
  return words.join('-').slice(0, LONGEST_NAME);
}

function formMistakes(defined: readonly Defined[], secret: boolean): Mistake[] {
  return defined.flatMap((d) => {
    const { name } = d;
    if (name.trim() === '') return []; // the schema says that it is empty
    if (RESERVED.has(name))
      return [
        mistakeAt(d, `cannot be named ${shown(name)}`, 'that word has a meaning of its own: choose another name'),
      ];
    if (parseDay(name) !== null)
      return [mistakeAt(d, `looks like a day: ${shown(name)}`, `write it with a letter, such as in-${name}`)];
    if (NAME.test(name) && name.length <= LONGEST_NAME) return [];
    // What should be a pseudonym may be somebody's name: it is repeated in no message.
    if (secret)
      return [mistakeAt(d, 'is not a pseudonym of one word', 'write letters, digits, - and _, such as official-1')];
    const made = slug(name);
    const advice = `letters, digits, - and _${made === '' ? '' : `: write ${made}`}`;
    return [mistakeAt(d, `is not a name of one word: ${shown(name)}`, advice)];
  });
}

function twice(defined: readonly Defined[]): Mistake[] {
  const first = new Map<string, Defined>();
  return defined.flatMap((d) => {
    const earlier = first.get(d.name);
    if (earlier === undefined) {
      first.set(d.name, d);
      return [];
    }
    const { tree, path, isKey } = earlier;
    const line = (isKey ? tree.keyAt(path) : tree.at(path)).line;
    const there = `${tree.file === d.tree.file ? '' : `${tree.file} `}${keyText(path)} in line ${line}`;
    return [mistakeAt(d, `is taken: ${shown(d.name)} is ${there}`, 'give each its own name')];
  });
}

const nameSet = (defined: readonly Defined[]): Set<string> => new Set(defined.map((d) => d.name));

function isProtected(source: unknown): boolean {
  const value = rawMap(source).protected;
  return value !== undefined && value !== false;
}

function sourceNames(tree: Tree): { open: Set<string>; hidden: Set<string>; mistakes: Mistake[] } {
  const sources = rawList(rawMap(tree.value).sources);
  const paths = values(tree, sources, ['sources'], 'path');
  const open = new Set<string>();
  const hidden = new Set<string>();
  for (const source of sources) {
    const path = rawText(rawMap(source).path);
    if (path !== null) (isProtected(source) ? hidden : open).add(path);
  }
  const first = new Map<string, Defined>();
  const mistakes: Mistake[] = [];
  for (const d of paths) {
    const same = d.name.replace(/^(?:\.\/+)+/, '').replace(/\/+$/, '');
    const earlier = first.get(same);
    if (earlier === undefined) first.set(same, d);
    else
      mistakes.push(
        mistakeAt(
          d,
          `is the path of ${keyText(earlier.path.slice(0, -1))} too`,
          'name each source once; give members: to read parts of it',
        ),
      );
  }
  return { open, hidden, mistakes };
}

function rolesOf(people: Tree): Set<string> {
  const parties = rawList(rawMap(people.value).parties);
  const tenures = parties.flatMap((party) => rawList(rawMap(party).tenures));
  return new Set(tenures.flatMap((tenure) => rawTexts(rawMap(tenure).role)));
}

/**
 * What the files define, and what is wrong with the names themselves.
 * @param trees the files as read
 * @param templates names of table templates
 * @param formats names of formats, or null
 */
export function collectNames(
  trees: Trees,
  templates: readonly string[],
  formats: readonly string[] | null,
): { readonly names: Names; readonly mistakes: readonly Mistake[] } {
  const [ofCase, ofPeople, ofReports] = [trees['case.yaml'], trees['people.yaml'], trees['reports.yaml']];
  const [caseMap, peopleMap, reportsMap] = [ofCase, ofPeople, ofReports].map((tree) => rawMap(tree.value)) as [
    ReturnType<typeof rawMap>,
    ReturnType<typeof rawMap>,
    ReturnType<typeof rawMap>,
  ];
  const groups = keys(ofCase, 'groups');
  const windows = keys(ofCase, 'windows');
  const events = values(ofCase, caseMap.events, ['events']);
  const persons = values(ofPeople, peopleMap.parties, ['parties']);
  const organisations = values(ofPeople, peopleMap.organisations, ['organisations']);
  const informants = values(ofReports, reportsMap.informants, ['informants']);
  const sources = sourceNames(ofCase);
  const [disclosures, statements] = [trees['disclosures.yaml'], trees['statements.yaml']];
  const said = values(statements, statements.value, []);
  const reports = values(ofReports, reportsMap.reports, ['reports']);
  const toldCounts = values(ofReports, reportsMap.counts, ['counts']);
  const spaces = [
    groups,
    [...events, ...windows],
    [...persons, ...organisations, ...informants],
    values(ofCase, caseMap.duties, ['duties']),
    values(disclosures, disclosures.value, []),
    said,
    [...reports, ...toldCounts],
  ];
  const forms = spaces.flatMap((space) =>
    formMistakes(
      space.filter((d) => !informants.includes(d)),
      false,
    ),
  );
  return {
    names: {
      parties: nameSet([...persons, ...organisations]),
      organisations: nameSet(organisations),
      roles: rolesOf(ofPeople),
      groups: nameSet(groups),
      events: new Map(
        events.map((d) => [d.name, rawText(rawMap(rawList(caseMap.events)[d.path[1] as number]).on) ?? '']),
      ),
      windows: nameSet(windows),
      informants: nameSet(informants),
      statements: nameSet(said),
      reports: nameSet(reports),
      toldCounts: nameSet(toldCounts),
      sources: sources.open,
      protectedSources: sources.hidden,
      templates,
      formats,
      broken: new Set(Object.values(trees).flatMap((tree) => (tree.broken ? [tree.file] : []))),
    },
    mistakes: [...forms, ...formMistakes(informants, true), ...spaces.flatMap(twice), ...sources.mistakes],
  };
}
