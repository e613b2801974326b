/** Decisions about people: they take hold, move counts with their cause, and are taken back without a trace in the ledger. */
import assert from 'node:assert/strict';
import { appendFileSync, readFileSync, rmSync } from 'node:fs';
import { join } from 'node:path';
import { after, describe, test } from 'node:test';
import { openCase } from '../../src/case/open.ts';
import { partyViews } from '../../src/case/views/people.ts';
import { partyLinks } from '../../src/case/views/people-links.ts';
import { reviewQueue } from '../../src/case/views/people-review.ts';
import { command as contacts } from '../../src/cli/contacts.ts';
import { command as explain } from '../../src/cli/explain.ts';
import { command as people } from '../../src/cli/people.ts';
import { command as status } from '../../src/cli/status.ts';
import { commandRun } from '../cli/in-process.ts';
import { PEOPLE, PEOPLE_YAML, peopleCase } from './people-case.ts';

const SAID = ['--who', 'R. Reader', '--why', 'the phone list', '--when', '2031-01-02T10:00:00+01:00'];
const [alma, birk] = PEOPLE as [(typeof PEOPLE)[number], (typeof PEOPLE)[number]];

interface AliasRow {
  readonly party: string;
  readonly address: string;
  readonly from: string | null;
  readonly to: string | null;
  readonly grade: string;
  readonly basis: string;
}

describe('a review, its counts, and an undo', () => {
  const made = peopleCase();
  after(made.remove);
  const decisions = join(made.folder, 'decisions.jsonl');
  const ask = async (...args: string[]) => {
    const ran = await commandRun(people, made.folder, args);
    assert.equal(ran.code, 0, ran.err);
    return ran.out;
  };
  const aliases = async (name: string): Promise<AliasRow[]> =>
    (await ask(name, '--format', 'jsonl'))
      .trimEnd()
      .split('\n')
      .map((line) => JSON.parse(line) as AliasRow);

  test('the queue is of the guesses, most contacts first, and says why', async () => {
    await made.build();
    const opened = await openCase(made.folder);
    const { questions, all } = await reviewQueue(opened, 5);
    await opened.close();
    assert.equal(all, PEOPLE.length);
    assert.equal(questions.length, 5);
    const values = questions.map((question) => question.contacts);
    assert.deepEqual(
      values,
      [...values].sort((a, b) => b - a),
    );
    const sum = questions[0]!.agreements.reduce((bits, agreement) => bits + agreement.bits, 0);
    assert.ok(Math.abs(sum - questions[0]!.bits) < 0.5, 'the pieces add up to the whole');
    assert.match(await ask('review', '--format', 'csv'), /^id,a,b,now,/);
  });

  test('an answer is one line; counts that were asked before move, and status says by what', async () => {
    const [before, text] = [await made.hashes(), (file: string) => readFileSync(join(made.folder, file), 'utf8')];
    const counted = await commandRun(contacts, made.folder, ['--between', alma.work, '--format', 'json']);
    assert.equal(counted.code, 0, counted.err);
    const opened = await openCase(made.folder);
    const question = (await reviewQueue(opened, 100)).questions.find(({ a, b }) =>
      [a, b].some(({ anchor }) => anchor.address === alma.work),
    )!;
    await opened.close();
    await ask('review', '--answer', 'y', question.id.slice(0, 10), '--who', 'R. Reader');
    assert.equal(text('decisions.jsonl').trimEnd().split('\n').length, 1);
    const built = await made.build();
    assert.deepEqual(built.moved?.causes, [
      `same of ${question.a.anchor.address} and ${question.b.anchor.address} by R. Reader`,
    ]);
    const [moved] = built.moved!.counts;
    assert.ok(moved!.after!.min > moved!.before!.min, 'what was probable is certain');
    const told = await commandRun(status, made.folder, []);
    assert.match(told.out, /same of .* by R\. Reader/);
    assert.match(told.out, new RegExp(`${moved!.before!.min}–${moved!.before!.max} → ${moved!.after!.min}`));
    assert.deepEqual(
      (await aliases(alma.work)).map(({ grade }) => grade),
      ['certain', 'certain'],
    );
    assert.notDeepEqual(await made.hashes(), before);

    await ask('undo', 'last', '--who', 'R. Reader', '--why', 'looked again');
    assert.equal(text('decisions.jsonl').trimEnd().split('\n').length, 2, 'nothing is removed');
    const back = await made.build();
    assert.match(back.moved!.causes.join(), /^taken back: same of/);
    assert.deepEqual([back.moved!.counts[0]!.before, back.moved!.counts[0]!.after], [moved!.after, moved!.before]);
    assert.deepEqual(await made.hashes(), before, 'the ledger of before, to the last row');
    const history = await ask('history');
    assert.match(history, /taken back by/);

    const redo = /"id":"([0-9a-f]+)"/.exec((await ask('history', '--format', 'jsonl')).split('\n')[1]!)![1]!;
    await ask('undo', redo.slice(0, 8), '--who', 'R. Reader', '--why', 'it was right');
    await made.build();
    assert.notDeepEqual(await made.hashes(), before, 'an undo that is taken back');
  });

  test('two who are said to be two stay two; unsure is asked again, last', async () => {
    rmSync(decisions);
    await made.build();
    const opened = await openCase(made.folder);
    const [first, second] = (await reviewQueue(opened, 100)).questions;
    await opened.close();
    await ask('review', '--answer', 'n', first!.id, '--who', 'R. Reader', '--why', 'mother and daughter');
    await ask('review', '--answer', 'u', second!.id, '--who', 'R. Reader', '--why', 'cannot tell');
    await made.build();
    const again = await openCase(made.folder);
    const { questions } = await reviewQueue(again, 100);
    const parties = await partyViews(again, 100);
    await again.close();
    assert.ok(!questions.some(({ id }) => id === first!.id));
    assert.equal(questions.at(-1)!.id, second!.id);
    const sides = [first!.a.anchor.address, first!.b.anchor.address];
    for (const side of sides) assert.equal((await aliases(`mail ${side}`)).length, 1, 'each stands for itself');
    assert.ok(parties.every(({ flags }) => flags.length === 0));
  });

  test('a decided party stays one when a source is added, whatever the order and the threads', async () => {
    rmSync(decisions);
    await made.build();
    await ask('merge', `mail ${alma.work}`, `mail ${birk.home}`, ...SAID);
    await made.build();
    const party = (await aliases(alma.work))[0]!.party;
    const hashes = await made.hashes();
    rmSync(join(made.folder, '.ledger'), { recursive: true });
    await made.build(1);
    assert.deepEqual(await made.hashes(), hashes);
    made.write(
      'sources/more.eml',
      `From: "Birk Brygga" <birk@elsewhere.example>\nTo: ${birk.home}\nDate: 1 Jul 2030 10:00:00 +0100\n\nx\n`,
    );
    made.write(
      'case.yaml',
      readFileSync(join(made.folder, 'case.yaml'), 'utf8').replace('sources:', 'sources:\n  - path: sources/more.eml'),
    );
    await made.build();
    assert.equal((await aliases(alma.work))[0]!.party, party);
    assert.ok((await aliases(birk.home)).some(({ party: of, grade }) => of === party && grade === 'certain'));
  });

  test('a party is split off again by a later word, and both words are shown', async () => {
    appendFileSync(decisions, '{"kind":"assi');
    await ask(
      'split',
      `mail ${alma.work}`,
      birk.home,
      '--who',
      'S. Second',
      '--why',
      'two desks',
      '--when',
      '2031-01-03T10:00:00+01:00',
    );
    const built = await made.build();
    assert.notEqual((await aliases(alma.work))[0]!.party, (await aliases(birk.home))[0]!.party);
    assert.match(built.decisionProblems.join('\n'), /split of .* by S\. Second contradicts merge of .* by R\. Reader/);
    assert.match(built.decisionProblems.join('\n'), /cut or damaged/, 'a torn line is told, and costs only itself');
    assert.match((await commandRun(status, made.folder, [])).out, /contradict each other/);
    assert.match(await ask('history'), /contradicted by/);
  });

  test('wrong undos are refused with what to do', async () => {
    const refused = async (...args: string[]) =>
      (await commandRun(people, made.folder, ['undo', ...args, ...SAID])).err;
    assert.match(await refused('ffffffff'), /no decision is/);
    assert.match(await refused('zz'), /no decision is/);
    assert.match((await commandRun(people, made.folder, ['undo', 'last'])).err, /needs --who/);
  });
});

describe('time: offices and numbers that move', () => {
  const made = peopleCase();
  after(made.remove);

  test('the mailbox of an office is its holder’s of the day, and the organisation’s between two', async () => {
    await made.build();
    const rows = async (side: string) => {
      const ran = await commandRun(contacts, made.folder, [
        ...['--between', side, '--format', 'json', '--by', 'channel'],
        ...['--definition', 'reciprocated=false'],
      ]);
      assert.equal(ran.code, 0, ran.err);
      return JSON.parse(ran.out) as { contacts: { min: number; max: number } }[];
    };
    const of = async (side: string): Promise<number> => (await rows(side)).at(-1)!.contacts.max;
    const [first, between, second] = [await of('first-holder'), await of('harbour'), await of('second-holder')];
    assert.ok(first > 0 && between > 0);
    assert.equal(first + between + second, PEOPLE.length);
    assert.equal(await of('mail press@harbour.example'), PEOPLE.length, 'the address itself is a side, whoever had it');
  });

  test('a number that is assigned with days is two aliases, and calls follow the one that held then', async () => {
    for (const [holder, option, day] of [
      ['first-holder', '--to', '2030-06-30'],
      ['second-holder', '--from', '2030-07-01'],
    ] as const)
      assert.equal(
        (await commandRun(people, made.folder, ['assign', '+46701740605', holder, option, day, ...SAID])).code,
        0,
      );
    await made.build();
    const calls = async (side: string): Promise<string> => {
      const ran = await commandRun(contacts, made.folder, ['--between', side, '--channel', 'call', '--format', 'json']);
      assert.equal(ran.code, 0, ran.err);
      return ran.out;
    };
    const opened = await openCase(made.folder);
    const links = await opened.ledger.rows<{ key: string; day: string }>({
      name: 'calls-of',
      sql: `select p.key, strftime(to_timestamp(l.earliest), '%Y-%m-%d') as day from link l
        join party p on p.party_no = l.from_party where l.channel = 0 or p.key like '%holder' order by 2`,
    });
    await opened.close();
    assert.deepEqual(
      links
        .filter(({ key }) => key.endsWith('holder'))
        .map(({ key, day }) => `${key} ${day}`)
        .filter((text) => /-10$/.test(text)),
      ['first-holder 2030-03-10', 'second-holder 2030-09-10'],
    );
    assert.notEqual(await calls('first-holder'), await calls('harbour'));
  });

  test('an office that nobody holds is nobody’s guess', async () => {
    made.write('people.yaml', PEOPLE_YAML.replace(/roles: .*\}\] /, ''));
    made.write('people.yaml', 'organisations:\n  - { id: harbour, name: Harbour Board }\n');
    rmSync(join(made.folder, 'decisions.jsonl'));
    await made.build();
    const opened = await openCase(made.folder);
    const parties = await partyViews(opened, 100);
    await opened.close();
    const office = parties.find(({ key }) => key === 'mail press@harbour.example');
    assert.deepEqual([office?.kind, office?.addresses], ['role', 1]);
  });
});

describe('explain', () => {
  const made = peopleCase();
  after(made.remove);

  test('of a guessed party: each piece of evidence, where its names stand, and what would change it', async () => {
    await made.build();
    const opened = await openCase(made.folder);
    const guessed = (await partyViews(opened, 100)).find(({ probable }) => probable > 0)!;
    const { no } = await import('../../src/case/locate.ts').then(({ locate }) => locate(opened.ledger, guessed.id));
    const links = await partyLinks(opened, no);
    await opened.close();
    assert.equal(links.held.length, 1);
    assert.equal(links.held[0]!.bits, guessed.weakest);
    const told = await commandRun(explain, made.folder, [guessed.key]);
    assert.equal(told.code, 0, told.err);
    assert.match(told.out, /family name same: \+\d/);
    assert.match(told.out, /first in sources\/box\.mbox, bytes/);
    assert.match(told.out, /What would change it/);
    const json = JSON.parse((await commandRun(explain, made.folder, [guessed.id, '--format', 'json'])).out) as {
      links: { question: string }[];
    };
    assert.match(json.links[0]!.question, /^q:[0-9a-f]{16}$/);
  });
});
