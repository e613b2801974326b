/** Takes out of a briefing what is private, and commits it, so that single values can be opened later. */
import type { OpenCase } from '../../case/open.ts';
import { PARTY_NAMES } from '../../ledger/queries/views/party-names.ts';
import type { Briefing } from '../briefing.ts';
import type { CitedPassage } from '../cited.ts';
import type { Manifest } from '../manifest.ts';
import { Commitments, type Opening } from './commit.ts';
import { Cleaner, type Hidden, publicPersons } from './private-parties.ts';

const RULES: readonly string[] = [
  'Persons keep their names who owe a disclosure by the duties of the case, or whose public statements are tested; so do organisations. Everybody else is "private person N": keys, names, other spellings and last names are taken out wherever they stand.',
  'Mail addresses and telephone numbers of everybody are taken out wherever they stand.',
  'Subjects, excerpts with what stands around them, texts of disclosures, names of sources, paths inside archives, stamped numbers, and the hashes of single passages are taken out; a hash of something short could be guessed. Hashes of whole sources stay, so that who holds one can check it.',
  'Ids of findings and counts, hashes of tables and of decisions are taken out: they follow from names.',
  'Each value is committed as HMAC-SHA-256 under a key of its own that follows by HKDF from a key that stays in the case. backchannel brief --open FIELD hands one value over with its key; the checker takes it with --open.',
];

/** A redacted briefing, and what opens each of its fields. */
export interface Redacted {
  readonly briefing: Briefing;
  readonly openings: readonly Opening[];
}

async function hiddenParties(open: OpenCase): Promise<Hidden[]> {
  const { people } = open.files;
  const known = publicPersons(open.files);
  const kept = new Set([...known, ...people.organisations.map(({ id }) => id)]);
  const written = people.parties.filter(({ id }) => !known.has(id));
  const inFile = written.map(({ id, name, names }) => ({ key: id, names: [name, ...names] }));
  const inFiles = new Set([...kept, ...written.map(({ id }) => id)]);
  const keptNames = new Set(people.parties.filter(({ id }) => known.has(id)).map(({ name }) => name));
  const rows = await open.ledger.rows<{ key: string; name: string }>(PARTY_NAMES);
  const others = rows
    .filter(({ key, name }) => !inFiles.has(key) && !keptNames.has(name))
    .map(({ key, name }) => ({ key, names: [name] }));
  return [...inFile, ...others].map(({ key, names }, i): Hidden => ({ key, names, label: `private person ${i + 1}` }));
}

/** Strings of a value cleaned, wherever they stand; keys of objects stay. */
function cleaned<T>(value: T, clean: (text: string) => string): T {
  if (typeof value === 'string') return clean(value) as T;
  if (Array.isArray(value)) return value.map((item) => cleaned(item as unknown, clean)) as T;
  if (typeof value !== 'object' || value === null) return value;
  return Object.fromEntries(Object.entries(value).map(([key, of]) => [key, cleaned(of as unknown, clean)])) as T;
}

function passageWithout(passage: CitedPassage, commitments: Commitments, source: string): CitedPassage {
  const field = (name: string): string => `passage/${passage.key}/${name}`;
  const { excerpt, raw, sha256, path, bates, before, after } = passage;
  for (const [name, value] of Object.entries({ excerpt, raw, sha256, path, bates, before, after }))
    commitments.hideOrNull(field(name), value);
  return {
    ...passage,
    source,
    path: '',
    raw: null,
    sha256: null,
    bates: null,
    before: null,
    after: null,
    excerpt: excerpt === null ? null : `[redacted: ${field('excerpt')}]`,
    cut: 0,
    withheld: passage.withheld ?? 'Redacted.',
  };
}

function manifestWithout(manifest: Manifest, commitments: Commitments, sourceName: (name: string) => string): Manifest {
  for (const [table, hash] of Object.entries(manifest.tables)) commitments.hide(`table/${table}`, hash);
  for (const [i, hash] of manifest.decisions.entries()) commitments.hide(`decision/${i + 1}`, hash);
  return {
    ...manifest,
    tables: {},
    decisions: [],
    stated: [],
    sources: manifest.sources.map((source) => ({ ...source, name: sourceName(source.name) })),
    passages: manifest.passages.map((passage) => ({
      ...passage,
      members: passage.members?.length === 0 ? [] : null,
      sha256: null,
      raw: null,
    })),
  };
}

/** Names of sources as numbers, committed. */
function sourceNaming(briefing: Briefing, commitments: Commitments): (name: string) => string {
  const names = [
    ...new Set([
      ...briefing.manifest.sources.map(({ name }) => name),
      ...briefing.passages.map(({ source }) => source),
      ...briefing.limits.sources.map(({ source }) => source),
    ]),
  ].filter((name) => !/^protected source \d+$/.test(name));
  const labels = new Map(names.map((name, i) => [name, `source ${i + 1}`]));
  for (const [i, name] of names.entries()) commitments.hide(`source/${i + 1}/name`, name);
  return (name) => labels.get(name) ?? name;
}

/** Source names inside sentences, the longest first. */
function withoutSources(text: string, names: readonly string[], naming: (name: string) => string): string {
  return names.reduce((left, name) => left.replaceAll(name, naming(name)), text);
}

/** Everything but names and addresses: what is taken out by its place. */
function withoutFields(briefing: Briefing, commitments: Commitments, naming: (name: string) => string): Briefing {
  const idOf = new Map(briefing.disclosures.map(({ id }, i) => [id, `D${i + 1}`]));
  const finding = (of: Briefing['findings'][number], i: number, kind: string): Briefing['findings'][number] => {
    commitments.hideOrNull(`${kind}/${i + 1}/id`, of.id);
    return { ...of, id: null, evidence: '' };
  };
  return {
    ...briefing,
    answer: briefing.answer === null ? null : { ...briefing.answer, id: null },
    findings: briefing.findings.map((of, i) => finding(of, i, 'finding')),
    dismissed: briefing.dismissed.map((of, i) => finding(of, i, 'dismissed')),
    notes: briefing.notes.map((note) => {
      commitments.hideOrNull(`note/${note.number}/id`, note.id);
      return { ...note, id: null, disclosures: note.disclosures.map((id) => idOf.get(id)!) };
    }),
    contacts: briefing.contacts.map((contact, i) => ({
      ...contact,
      subject: commitments.hideOrNull(`contact/${i + 1}/subject`, contact.subject),
    })),
    disclosures: briefing.disclosures.map((of, i) => ({
      ...of,
      id: idOf.get(of.id)!,
      entry: of.entry === null ? null : 'coded by hand',
      text: commitments.hideOrNull(`disclosure/${i + 1}/text`, of.text),
    })),
    passages: briefing.passages.map((passage) => passageWithout(passage, commitments, naming(passage.source))),
    // What was wrong in a source is told with pieces of it: how many there were of each kind stays.
    limits: {
      ...briefing.limits,
      problems: briefing.limits.problems.filter((line) => /^[\d,]+ \w+: [\w-]+$|^No problem/.test(line)),
    },
    since:
      briefing.since === null
        ? null
        : { ...briefing.since, changes: briefing.since.changes.map((change) => ({ ...change, id: null })) },
    manifest: manifestWithout(briefing.manifest, commitments, naming),
  };
}

/**
 * A briefing without what is private.
 * @param master key of the case, 32 bytes
 */
export async function redacted(open: OpenCase, briefing: Briefing, master: Uint8Array): Promise<Redacted> {
  const commitments = new Commitments(master);
  const hidden = await hiddenParties(open);
  const naming = sourceNaming(briefing, commitments);
  const paths = open.files.case.sources.map(({ path }) => path);
  const names = [...new Set([...briefing.manifest.sources.map(({ name }) => name), ...paths])].sort(
    (a, b) => b.length - a.length || (a < b ? -1 : 1),
  );
  const addresses = open.files.people.parties.flatMap(({ aliases }) => aliases.map(({ address }) => address));
  const bare = withoutFields(briefing, commitments, naming);
  const cleaner = new Cleaner(hidden, addresses, commitments);
  const used = new Set<string>();
  const clean = (text: string): string => {
    const out = cleaner.clean(withoutSources(text, names, naming)).replace(/\b[fn]:[0-9a-f]{4,16}\b/g, '[redacted id]');
    for (const [label] of out.matchAll(/private person \d+/g)) used.add(label);
    return out;
  };
  const { manifest, ...rest } = bare;
  const secret = new Set(hidden.map(({ key }) => key));
  const whole = cleaned({ ...rest, parties: rest.parties.filter(({ key }) => !secret.has(key)) }, clean);
  for (const { label, key, names: of } of hidden)
    if (used.has(label)) {
      const number = label.replace('private person ', '');
      commitments.hide(`party/${number}/key`, key);
      if (of[0] !== undefined) commitments.hide(`party/${number}/name`, of[0]);
    }
  const fields = Map.groupBy(commitments.openings(), ({ field }) => field.split('/')[0]!);
  return {
    briefing: {
      ...whole,
      redaction: {
        rules: RULES,
        fields: [...fields]
          .map(([kind, of]) => ({ kind, values: of.length }))
          .sort((a, b) => (a.kind < b.kind ? -1 : 1)),
      },
      manifest: {
        ...manifest,
        title: clean(manifest.title),
        sources: manifest.sources,
        commitments: commitments.commitments(),
      },
    },
    openings: commitments.openings(),
  };
}
