/** People guessed at in a small case: by names, accounts and circles, never against what is stated or decided. */
import assert from 'node:assert/strict';
import { mkdirSync, mkdtempSync, readdirSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { after, test } from 'node:test';
import { buildCase } from '../../src/case/build.ts';
import { openLedger } from '../../src/ledger/duckdb.ts';
import { GRADES } from '../../src/model/finding.ts';

/** Strangers, each with a name of their own: they tell what is common. */
const STRANGERS = Array.from({ length: 60 }, (_, i) => {
  const given = ['Alva', 'Dag', 'Elin', 'Finn', 'Hugo', 'Ines', 'Kaja', 'Leif', 'Nils', 'Tove'][i % 10]!;
  const head = ['Alm', 'Brand', 'Dal', 'Fors', 'Gran', 'Hav', 'Kvarn', 'Lind', 'Mark', 'Ros', 'Sten', 'Tall'][i % 12]!;
  const family = `${head}${['blad', 'hult', 'kvist', 'näs', 'vall'][Math.floor(i / 12)]!}`;
  return `"${given} ${family}" <person${i}@firm${i % 4}.example>`;
});

/** Senders of the case besides them. */
const SENDERS = [
  '"Lovisa Talman" <l.talman@harbour.example>',
  '"Talman, Lovisa" <lovita77@private.example>',
  '"Dirk Bolverk" <dirk.bolverk@quay.example>',
  '"Dirk Bolverk" <dirk.bolverk2@quay.example>',
  '"Vera Skarvik" <vera.skarvik@council.example>',
  '"Vera Skarvik" <vskarvik@private.example>',
  '"Press Office" <press@harbour.example>',
  '"Lovisa" <lovisa@elsewhere.example>',
];

const PEOPLE = `parties:
  - id: talman
    name: Lovisa Talman
    aliases:
      - { kind: mail, address: l.talman@harbour.example, grade: certain }
`;
const APART = JSON.stringify({
  kind: 'not-same',
  who: 'clerk',
  when: '2031-02-01T10:00:00Z',
  why: 'two people of one name',
  a: { address: { kind: 'mail', address: 'vera.skarvik@council.example' } },
  b: { address: { kind: 'mail', address: 'vskarvik@private.example' } },
});

/** An export that writes one address for everybody whom it does not know, and one of somebody with two accounts. */
const exported = (address: string, given: string, i: number): string =>
  `${address}\nX-From: Ekdal, ${given} </O=HARBOUR/OU=NA/CN=RECIPIENTS/CN=EKDAL${i}>`;
const EXPORTED = [
  ...['Ada', 'Bo', 'Cia', 'Dan', 'Eva', 'Per'].map((given, i) => exported('no.address@harbour.example', given, i)),
  ...['Ulla', 'Ulla'].map((given, i) => exported('ulla.ekdal@harbour.example', given, i + 6)),
];

const message = (from: string, i: number): string =>
  [
    'From x Thu Jan  2 10:00:00 2031',
    `From: ${from}`,
    'To: "Clerk Ekdal" <clerk@registry.example>',
    `Date: Thu, 2 Jan 2031 10:${String(i % 60).padStart(2, '0')}:00 +0000`,
    `Message-ID: <m${i}@registry.example>`,
    `Subject: letter ${i}`,
    '',
    'Text.',
    '',
  ].join('\n');

/** Builds the case. @returns for each address its parties, as "grade key" */
async function aliases(
  decisions: string | null,
  more: readonly string[] = [],
): Promise<ReadonlyMap<string, readonly string[]>> {
  const folder = mkdtempSync(join(tmpdir(), 'backchannel-guess-'));
  after(() => rmSync(folder, { recursive: true, force: true }));
  mkdirSync(join(folder, 'sources'));
  writeFileSync(
    join(folder, 'case.yaml'),
    'title: Letters\nasOf: 2031-03-01\nzone: UTC\nsources:\n  - path: sources/letters.mbox\n',
  );
  writeFileSync(join(folder, 'people.yaml'), PEOPLE);
  if (decisions !== null) writeFileSync(join(folder, 'decisions.jsonl'), `${decisions}\n`);
  writeFileSync(join(folder, 'sources', 'letters.mbox'), [...STRANGERS, ...SENDERS, ...more].map(message).join('\n'));
  await buildCase(folder);
  const builds = join(folder, '.ledger', 'builds');
  const ledger = await openLedger(join(builds, readdirSync(builds)[0]!, 'ledger.duckdb'));
  const rows = await ledger.rows<{ norm: string; key: string; grade: number }>({
    name: 'aliases',
    sql: 'select a.norm, p.key, l.grade from alias l join address a using (address_no) join party p using (party_no) order by all',
  });
  await ledger.close();
  return new Map(
    [...Map.groupBy(rows, ({ norm }) => norm)].map(([norm, own]) => [
      norm,
      own.map(({ key, grade }) => `${GRADES[grade]} ${key}`),
    ]),
  );
}

test('a private account is probably the one who has the name; what is stated stays', async () => {
  const of = await aliases(null);
  assert.deepEqual(of.get('l.talman@harbour.example'), ['certain talman']);
  assert.deepEqual(of.get('lovita77@private.example'), ['probable talman']);
  const [vera] = of.get('vera.skarvik@council.example')!;
  assert.equal(vera, 'certain mail vera.skarvik@council.example');
  assert.deepEqual(of.get('vskarvik@private.example'), ['probable mail vera.skarvik@council.example']);
});

/** Keys of the parties of an address, whatever the grade. */
const keys = (of: ReadonlyMap<string, readonly string[]>, norm: string): string[] =>
  of.get(norm)!.map((alias) => alias.slice(alias.indexOf(' ') + 1));

test('two accounts that one system numbers are two people', async () => {
  const of = await aliases(null);
  const [one, two] = [keys(of, 'dirk.bolverk@quay.example'), keys(of, 'dirk.bolverk2@quay.example')];
  assert.deepEqual(
    one.filter((key) => two.includes(key)),
    [],
  );
});

test('an address that stands for many accounts is nobody’s', async () => {
  const of = await aliases(null, EXPORTED);
  const account = (i: number): string => `/o=harbour/ou=na/cn=recipients/cn=ekdal${i}`;
  const strangers = new Set([0, 1, 2, 3, 4, 5].flatMap((i) => keys(of, account(i))));
  assert.equal(strangers.size, 6);
  assert.deepEqual(keys(of, account(6)), keys(of, 'ulla.ekdal@harbour.example'));
  assert.deepEqual(keys(of, account(7)), keys(of, 'ulla.ekdal@harbour.example'));
});

test('an account that the mail system shows under two addresses is joined with both of them, or with neither', async () => {
  const account = (keeper: string, name: string): string => `/o=${keeper}/ou=na/cn=recipients/cn=${name}`;
  const shown = (address: string, keeper: string, name: string): string =>
    `${address}\nX-From: Skarvik, Vera <${account(keeper, name).toUpperCase()}>`;
  const more = [
    shown('vera.skarvik@council.example', 'council', 'vskarvi'),
    shown('vskarvik@private.example', 'private', 'vskarvik'),
  ];
  const of = await aliases(null, more);
  const first = 'mail vera.skarvik@council.example';
  assert.deepEqual(of.get('vera.skarvik@council.example'), [`certain ${first}`]);
  assert.deepEqual(of.get(account('council', 'vskarvi')), [`certain ${first}`]);
  assert.deepEqual(of.get('vskarvik@private.example'), [`probable ${first}`]);
  assert.deepEqual(of.get(account('private', 'vskarvik')), [`probable ${first}`]);
  const decided = await aliases(APART, more);
  const second = 'certain mail vskarvik@private.example';
  assert.deepEqual(decided.get('vskarvik@private.example'), [second]);
  assert.deepEqual(decided.get(account('private', 'vskarvik')), [second]);
});

test('a role mailbox and a single word are nobody else', async () => {
  const of = await aliases(null);
  assert.deepEqual(of.get('press@harbour.example'), ['certain mail press@harbour.example']);
  assert.deepEqual(of.get('lovisa@elsewhere.example'), ['certain mail lovisa@elsewhere.example']);
});

test('a decision wins over likeness', async () => {
  const of = await aliases(APART);
  assert.deepEqual(keys(of, 'vera.skarvik@council.example'), ['mail vera.skarvik@council.example']);
  assert.deepEqual(keys(of, 'vskarvik@private.example'), ['mail vskarvik@private.example']);
});
