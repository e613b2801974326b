/** Every address gives what it promises: the pages of the made-up case, asked over HTTP. */
import assert from 'node:assert/strict';
import { after, before, describe, test } from 'node:test';
import { buildCase } from '../../src/case/build.ts';
import { demoCopy } from '../laws/hashes.ts';
import { changedSource, mailRecord, rowRecord, searched } from './record-pages.ts';
import { type Browser, browse } from './workbench.ts';

let folder: string;
let remove: () => void;
let browser: Browser;
before(async () => {
  ({ folder, remove } = demoCopy());
  await buildCase(folder);
  browser = await browse(folder);
});
after(async () => {
  await browser.close();
  remove();
});

const enc = encodeURIComponent;

describe('the overview', () => {
  test('answers the question with bounds, says with whom, and shows some', async () => {
    const { answer, findings, findingsInAll, coverage, statements } = await browser.data('/overview.json');
    assert.deepEqual(
      [answer.undisclosed, answer.contacts],
      [
        { min: 18, max: 22 },
        { min: 26, max: 29 },
      ],
    );
    assert.match(answer.sentence, /^At least 18, at most 22, of 26–29 mails and calls between/);
    assert.equal(answer.with[0].party.name, 'Dirk Bolverk');
    assert.deepEqual(answer.with[0].undisclosed, { min: 6, max: 9 });
    assert.ok(
      answer.examples.length > 0 && answer.examples.every((row: { state: string }) => row.state === 'undisclosed'),
    );
    assert.ok(
      answer.basis.some((line: string) => line.includes('lobby-register.csv')),
      'what it was held against',
    );
    assert.ok(findings.length === 12 && findingsInAll > 12 && coverage.records.length > 0 && statements.length > 0);
    const counted = await browser.data(`/contacts/count.json?${answer.listed}`);
    assert.deepEqual([counted.contacts, counted.undisclosed], [answer.contacts, answer.undisclosed]);
    const first = await browser.data(`/contacts/count.json?${answer.with[0].listed}`);
    assert.deepEqual(first.undisclosed, { min: 6, max: 9 });
  });

  test('holds the story against the records, and opens what stands behind its sentences', async () => {
    const story = await browser.data('/overview/story.json');
    assert.equal(story.sentences.length, 20);
    for (const { opens } of story.sentences.filter((each: { opens: string | null }) => each.opens !== null)) {
      const [path, query = ''] = opens.split('?');
      assert.ok((await browser.data(`${path}.json?${query}`)) !== null, opens);
    }
    const { since, numbers } = await browser.data('/overview/changes.json');
    assert.deepEqual([since, numbers], [[], []]);
  });
});

describe('contacts', () => {
  const question = 'between=%40harbour-office&and=%40contractor&window=run-up&channel=mail,call';

  test('rows come by windows that join without a gap, in both orders', async () => {
    const all = await browser.data(`/contacts.json?${question}&limit=500`);
    const ids = all.rows.map(({ id }: { id: string }) => id);
    assert.equal(ids.length, all.total);
    const parts: string[] = [];
    for (let offset = 0; offset < all.total; offset += 7)
      parts.push(
        ...(await browser.data(`/contacts.json?${question}&limit=7&offset=${offset}`)).rows.map(
          (row: { id: string }) => row.id,
        ),
      );
    assert.deepEqual(parts, ids);
    const newest = await browser.data(`/contacts.json?${question}&limit=500&order=newest`);
    assert.deepEqual(newest.rows.map((row: { id: string }) => row.id).toReversed(), ids);
    assert.deepEqual((await browser.data(`/contacts.json?${question}&offset=100000`)).rows, []);
  });

  test('the count follows the filters, with what separates its bounds and how far the records reach', async () => {
    const count = await browser.data(`/contacts/count.json?${question}`);
    assert.deepEqual(
      [count.contacts, count.undisclosed],
      [
        { min: 26, max: 29 },
        { min: 18, max: 22 },
      ],
    );
    const undisclosed = await browser.data(`/contacts/count.json?${question}&state=undisclosed`);
    assert.ok(undisclosed.contacts.max < count.contacts.max);
    assert.deepEqual(
      undisclosed.states,
      count.states.filter(({ state }: { state: string }) => state === 'undisclosed'),
    );
    const calls = await browser.data(`/contacts/count.json?${question.replace('mail,call', 'call')}`);
    const mails = await browser.data(`/contacts/count.json?${question.replace('mail,call', 'mail')}`);
    assert.equal(calls.contacts.max + mails.contacts.max, count.contacts.max);
    const all = await browser.data('/contacts/count.json?all=true');
    assert.equal(all.undisclosed, null, 'without a side nobody owes an account');
    const coverage = await browser.data(`/contacts/coverage.json?${question}`);
    assert.match(coverage.sentences.join(' '), /calls 100 % \(declared complete\)/);
    assert.match(coverage.reasons.join(' '), /2 hang on whether bolverk\.d@brevlada\.example is contractor-director/);
  });

  test('what cannot be asked is refused in words, with its place', async () => {
    const wrong = {
      'between=nobody': /nobody/,
      'between=%40nobody': /nobody/,
      'and=%40contractor': /second side/,
      'from=soon': /soon/,
      'channel=pigeon': /pigeon/,
      'state=hidden': /hidden/,
      'definition=nothing%3Dtrue': /nothing/,
      'floor=any': /any/,
      'limit=100000': /limit/,
      'offset=-1': /offset/,
      'from=%405&to=%404': /ends before/,
      'order=up': /order/,
    };
    for (const [query, words] of Object.entries(wrong)) {
      const { status, text } = await browser.get(`/contacts.json?${query}`);
      const { error } = JSON.parse(text) as { error: { what: string; where: string; todo: string; at: null } };
      assert.ok(status === 400 || status === 422, `${query}: ${status}`);
      assert.match(`${error.what} ${error.todo}`, words, query);
      assert.deepEqual(Object.keys(error).sort(), ['at', 'todo', 'what', 'where']);
    }
    assert.deepEqual(browser.mistakes, []);
  });

  test('one contact has its witnesses, states and rivals', async () => {
    const [row] = (await browser.data('/contacts.json?between=%40harbour-office&state=contested&limit=1')).rows;
    const page = await browser.data(`/contacts/${enc(row.id)}.json`);
    assert.deepEqual([page.contact.id, page.contact.state], [row.id, 'contested']);
    assert.ok(page.witnesses.length === row.witnesses && page.links.length > 0 && page.states.length > 0);
    assert.ok(page.competing.length > 0 && page.matched.length > 0);
    assert.match(page.states[0].meaning, /competes/);
    assert.equal((await browser.get('/contacts/c:0000000000000000.json')).status, 404);
    assert.equal((await browser.get('/contacts/f:0000.json')).status, 404);
  });

  test('what is seen is exported', async () => {
    const count = await browser.data(`/contacts/count.json?${question}&state=undisclosed`);
    const csv = await browser.get(`/export/contacts.csv?${question}&state=undisclosed`);
    assert.match(String(csv.headers['content-disposition']), /^attachment; filename="contacts\.csv"$/);
    assert.equal(csv.text.trimEnd().split('\n').length, count.contacts.max + 1);
    const jsonl = await browser.get('/export/contacts.jsonl');
    const all = await browser.data('/contacts/count.json');
    assert.equal(jsonl.text.trimEnd().split('\n').length, all.contacts.max);
    assert.equal((await browser.get(`/export/contacts.xlsx?${question}`)).text.slice(0, 2), 'PK');
    assert.equal((await browser.get('/export/contacts.csv?between=nobody')).status, 422);
  });
});

describe('timeline and network', () => {
  const question = 'between=%40harbour-office&and=%40contractor';

  test('marks lie in the zone of the case, and bins add up', async () => {
    const { extent, events, statements, windows, coverage } = await browser.data(`/timeline.json?${question}`);
    assert.ok(extent.from < extent.to && coverage.records.length > 0 && statements.length > 0);
    const vote = events.find(({ id }: { id: string }) => id === 'vote');
    assert.equal(vote.from, Date.parse('2030-11-08T00:00:00+01:00') / 1000);
    assert.equal(windows.length, 2);
    const bins = await browser.data(`/timeline/bins.json?${question}&bin=month&top=200`);
    const sum = (column: number[]): number => column.reduce((total, n) => total + n, 0);
    const count = await browser.data(`/contacts/count.json?${question}`);
    const { undated } = await browser.data(`/timeline.json?${question}`);
    assert.equal(sum(bins.all.contacts) + undated, count.contacts.max);
    assert.equal(
      sum(bins.all.undisclosed),
      count.states.find(({ state }: { state: string }) => state === 'undisclosed').contacts,
    );
    const { pair, bin, contacts, certain, undisclosed } = bins.cells;
    assert.ok([bin, contacts, certain, undisclosed].every(({ length }) => length === pair.length));
    assert.equal(bins.edges.length, bins.all.contacts.length + 1);
    const near = await browser.data(`/timeline/bins.json?${question}&start=${vote.from}&end=${vote.to}`);
    assert.equal(near.unit, 'ten-minutes');
    assert.ok(near.edges[0] <= vote.from && near.edges.at(-1) > vote.to && near.pairs.length === bins.pairs.length);
    assert.equal((await browser.get(`/timeline/bins.json?${question}&bin=minute`)).status, 400);
    assert.equal((await browser.get(`/timeline/bins.json?${question}&start=x`)).status, 400);
  });

  test('the network says what it leaves out, and draws the same picture again', async () => {
    const few = await browser.data('/network.json?edges=5');
    const open = await browser.data(`/contacts/count.json?${few.edges[0].listed}`);
    assert.equal(open.contacts.max, few.edges[0].contacts);
    assert.deepEqual([few.edges.length, few.cut.edges], [5, 5]);
    assert.ok(few.cut.ofEdges > 5 && few.cut.ofNodes > few.cut.nodes && few.cut.least === few.edges.at(-1).contacts);
    assert.deepEqual(await browser.data('/network.json?edges=5'), few);
    const keys = few.nodes.map(({ key }: { key: string }) => key);
    assert.deepEqual([...keys].sort(), keys);
    const sides = await browser.data(`/network.json?${question}`);
    for (const edge of sides.edges) {
      const of = [sides.nodes[edge.a].side, sides.nodes[edge.b].side];
      assert.ok(of.includes('between') && !of.includes(null));
      // Somebody who went from one side to the other is on both.
      if (!of.includes('and')) continue;
      const listed = await browser.data(`/contacts/count.json?${edge.listed}`);
      assert.equal(listed.contacts.max, edge.contacts, edge.listed);
    }
  });
});

describe('records', () => {
  test('a mail is taken apart, and its raw bytes are those that are cited', () => mailRecord(browser, folder));
  test('a row has its columns by name, and neighbours in its source', () => rowRecord(browser));
  test('a source that was changed is not shown as what was taken in', () => changedSource(browser, folder));
  test('search finds, and shows where a query is wrong', () => searched(browser));
});

test('people: found by an address, shown with addresses, rhythm and counterparts', async () => {
  const found = await browser.data('/people.json?q=bolverk');
  assert.ok(found.rows.some(({ key }: { key: string }) => key === 'contractor-director'));
  const page = await browser.data('/people/contractor-director.json');
  assert.ok(page.aliases.some(({ grade }: { grade: string }) => grade !== 'certain'));
  assert.equal(page.rhythm.contacts.length, 168);
  assert.equal(
    page.rhythm.contacts.reduce((total: number, n: number) => total + n, 0),
    page.rhythm.ownOffset + page.rhythm.caseZone,
  );
  assert.ok(page.counterparts.length > 0 && page.groups.includes('@contractor') && page.tenures.length > 0);
  assert.ok((await browser.data(`/contacts/count.json?${page.listed}`)).contacts.max >= page.counterparts[0].contacts);
  assert.equal((await browser.get('/people/nobody.json')).status, 404);
  const pages = [await browser.data('/people.json?limit=3'), await browser.data('/people.json?limit=3&offset=3')];
  assert.equal(new Set(pages.flatMap(({ rows }) => rows.map(({ key }: { key: string }) => key))).size, 6);
});

test('findings, statements, sources, decisions, words: each with what it lists', async () => {
  const findings = await browser.data('/findings.json?limit=2');
  assert.ok(findings.total > 2 && findings.rows.length === 2 && findings.detectors.length > 1);
  const finding = await browser.data(`/findings/${enc(findings.rows[0].id)}.json`);
  assert.ok(finding.question !== '' && finding.sql.length > 0 && finding.contactsInAll >= finding.contacts.length);
  assert.equal(finding.next, findings.rows[1].id);
  const { claims } = await browser.data('/statements.json');
  const statement = await browser.data(`/statements/${enc(claims[0].statement)}.json`);
  assert.ok(statement.claims[0].coverage !== '' && statement.claims[0].saidSpan.from > 0);
  assert.equal((await browser.get('/statements/nothing.json')).status, 404);
  const sources = await browser.data('/sources.json?limit=3');
  assert.ok(sources.sources.length > 3 && sources.kinds.length > 0 && sources.problems.rows.length === 3);
  assert.deepEqual((await browser.data('/decisions.json')).decisions, []);
  assert.match((await browser.data('/terms.json')).states.undisclosed, /no matching disclosure/);
  assert.deepEqual((await browser.data('/review.json')).rows, []);
});

test('a page is a document at its address, and an unknown address is none', async () => {
  for (const path of [
    '/',
    '/findings',
    '/contacts/c%3A0000',
    '/people/mail%20a%40b.example',
    '/records/r:00',
    '/search',
  ])
    assert.match((await browser.get(path)).text, /<title>Backchannel<\/title>/, path);
  for (const path of ['/nothing', '/findings/a/b', '/%00', '/overview/none.json', '/contacts.json/'])
    assert.equal((await browser.get(path)).status, 404, path);
  assert.deepEqual(browser.mistakes, []);
});
