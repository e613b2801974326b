/** The public case: every cited range is read again and names who was in contact and the day. Needs the text of the report. */
import assert from 'node:assert/strict';
import { createHash } from 'node:crypto';
import { existsSync, readFileSync } from 'node:fs';
import { join, resolve } from 'node:path';
import { test } from 'node:test';
import { fileURLToPath } from 'node:url';
import { type CaseFiles, loadCaseFiles, type WhereEntry } from '../../src/case/files/index.ts';
import { absent } from './case-copy.ts';

const PROJECT = fileURLToPath(new URL('../../', import.meta.url));
const CASE = join(PROJECT, 'examples/campaign-2016');
const SET = 'mueller-report';
const skip = absent(SET);

/** Where the data set keeps what the case calls by these names. */
const KEPT: { readonly [source: string]: string } = {
  'sources/volume1.md': 'jonathanwilbur/volume1.md',
  'sources/volume2.md': 'jonathanwilbur/volume2.md',
  'sources/appendices.md': 'jonathanwilbur/appendices.md',
  'sources/russian-links-to-trump.tex': 'iandennismiller/russian-links-to-trump.tex',
};

/** Parties that the report does not name, and bodies that stand in the passage as a word. */
const WORDS: { readonly [party: string]: readonly string[] } = {
  'putin-office-official': ['Russian official'],
  'unnamed-caller': ['a person who sounded foreign'],
  'russian-embassy': ['embassy'],
  'donald-trump': ['Trump', 'I have'],
  'trump-jr': ['Trump Jr', 'Trump~Jr'],
  turkey: ['foreign agents'],
  duma: ['Duma', 'Mira'],
  kislyak: ['Kislyak', 'Russian ambassador'],
  poliakova: ['Poliakova', 'assistant to Peskov'],
  veb: ['VEB'],
};

/** Passages that do not name somebody who was there: a chain of mails, a list of guests, words of the speaker himself. */
const UNNAMED: { readonly [entry: string]: readonly string[] } = {
  // Their statements named nobody of the other side, and the report does not say whom.
  'trump-jr-first': ['veselnitskaya'],
  'kushner-public': ['kislyak', 'gorkov'],
};

/** Passages in which the day stands only as "the next day" or in another place; the note or page says where. */
const UNDATED: ReadonlySet<string> = new Set([
  'kilimnik-madrid-texts', // "three days after his return"
  'millian-facebook-december', // the edition breaks its footnotes apart in the middle of the day
  'kushner-public', // the month of the statement
  'trump-answers-agalarov', // Volume I, footnote 381
  'trump-answers-peskov',
  'hicks-never-happened', // "Nov. I 0, 2016": a slip of the edition
]);

function loaded(): CaseFiles {
  const read = (name: string): string | null =>
    existsSync(join(CASE, name)) ? readFileSync(join(CASE, name), 'utf8') : null;
  const { files, mistakes } = loadCaseFiles(read, { templates: [] });
  assert.deepEqual(mistakes, []);
  return files;
}

const data = process.env.BACKCHANNEL_DATA ?? resolve(PROJECT, '../shared/data');
const kept = new Map<string, Buffer>();

function bytesOf(source: string): Buffer {
  const path = KEPT[source];
  assert.ok(path !== undefined, `${source} is not one of the files of the case`);
  const known = kept.get(source) ?? readFileSync(join(data, SET, path));
  kept.set(source, known);
  return known;
}

/** The cited bytes as plain words: without line breaks, quotation marks of verse, escapes and marks of footnotes. */
function passage(where: WhereEntry): string {
  const bytes = bytesOf(where.source);
  const parts = where.ranges.map(([offset, length]) => {
    assert.ok(offset + length <= bytes.length, `${where.source}: ${offset} + ${length} is beyond its end`);
    return bytes.subarray(offset, offset + length).toString('utf8');
  });
  return parts
    .join(' … ')
    .replaceAll('\\', '')
    .replaceAll(/[\s>]+/g, ' ');
}

const MONTHS = [
  'January',
  'February',
  'March',
  'April',
  'May',
  'June',
  'July',
  'August',
  'September',
  'October',
  'November',
  'December',
];

/** Whether a text tells a day or month in one of the ways of the report: March 24, Mar. 24, 3/24/16, or only the month. */
function tells(text: string, day: string): boolean {
  const [year, month, date] = day.split('-') as [string, string, string?];
  const name = MONTHS[Number(month) - 1]!;
  const named = `(?:${name}|${name.slice(0, 3)}\\.?|${name.slice(0, 4)}\\.)`;
  const slashed = date === undefined ? '\\d+' : String(Number(date));
  const number = `(?<!\\d)0?${Number(month)} ?/ ?0?${slashed}[^/]*/ ?(?:20)?${year.slice(2)}`;
  const words = date === undefined ? named : `${named} ?0?${Number(date)}(?!\\d)`;
  return new RegExp(`${words}|${number}`, 'i').test(text);
}

function namesOf(files: CaseFiles, party: string): readonly string[] {
  const words = WORDS[party];
  if (words !== undefined) return words;
  const known = files.people.parties.find(({ id }) => id === party);
  assert.ok(known !== undefined, `${party} is nobody of the case`);
  return [known.name.split(' ').at(-1)!, ...known.names];
}

/** What a passage lacks: names of the parties, and the days, as far as they are told. */
function lacking(
  files: CaseFiles,
  id: string,
  where: WhereEntry,
  parties: readonly string[],
  days: readonly string[],
): string[] {
  const text = passage(where);
  const missing = parties
    .filter((party) => !party.startsWith('@') && !(UNNAMED[id] ?? []).includes(party))
    .filter((party) => !namesOf(files, party).some((name) => text.toLowerCase().includes(name.toLowerCase())));
  const dated = UNDATED.has(id) || days.length === 0 || days.some((day) => tells(text, day));
  return [...missing, ...(dated ? [] : days)];
}

function days(period: { readonly from?: string; readonly to?: string } | undefined): string[] {
  return [...new Set([period?.from, period?.to])].filter(
    (day): day is string => day !== undefined && /^\d{4}-\d\d/.test(day),
  );
}

test('the files are those that were read', { skip }, () => {
  const files = loaded();
  const places = [
    ...files.reports.reports,
    ...files.reports.counts,
    ...files.disclosures.disclosures,
    ...files.statements.statements,
  ]
    .map(({ where }) => where)
    .filter((where) => where !== undefined);
  for (const source of new Set(places.map((where) => where.source))) {
    const sha256 = createHash('sha256').update(bytesOf(source)).digest('hex');
    for (const where of places) if (where.source === source) assert.equal(where.sha256, sha256, source);
  }
});

test('each contact: its passage names both sides and the day', { skip }, () => {
  const files = loaded();
  const short = files.reports.reports
    .map(
      (entry) => [entry.id, lacking(files, entry.id!, entry.where!, entry.between.flat(), days(entry.period))] as const,
    )
    .filter(([, missing]) => missing.length > 0);
  assert.deepEqual(short, []);
});

test('each told count: its passage names both sides', { skip }, () => {
  const files = loaded();
  const short = files.reports.counts
    .map((entry) => [entry.id, lacking(files, entry.id!, entry.where!, entry.between.flat(), [])] as const)
    .filter(([, missing]) => missing.length > 0);
  assert.deepEqual(short, []);
});

test('each acknowledgement: its passage names who gave it, of whom, and the day on which it was given', {
  skip,
}, () => {
  const files = loaded();
  const short = files.disclosures.disclosures
    .map(
      (entry) =>
        [entry.id, lacking(files, entry.id!, entry.where!, [...entry.by, ...entry.with], [entry.given])] as const,
    )
    .filter(([, missing]) => missing.length > 0);
  assert.deepEqual(short, []);
});

test('each statement: its passage names the speaker and the day, and has the quoted words', { skip }, () => {
  const files = loaded();
  // What the report puts into a quotation stands in brackets of several words; a changed letter has brackets of its own.
  const plain = (text: string): string => text.toLowerCase().replaceAll(/\[[^\]]* [^\]]*\]|[^a-z]/g, '');
  const short = files.statements.statements
    .map((entry) => {
      const missing = lacking(files, entry.id, entry.where!, [entry.speaker], [entry.said]);
      const has = entry.quote === undefined || plain(passage(entry.where!)).includes(plain(entry.quote));
      return [entry.id, has ? missing : [...missing, entry.quote]] as const;
    })
    .filter(([, missing]) => missing.length > 0);
  assert.deepEqual(short, []);
});
