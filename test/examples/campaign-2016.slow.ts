/** The public case without the text of the report: it builds, and these are its answers. */
import assert from 'node:assert/strict';
import { cpSync, mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { after, before, test } from 'node:test';
import { fileURLToPath } from 'node:url';
import { buildCase } from '../../src/case/build.ts';
import { type OpenCase, openCase } from '../../src/case/open.ts';
import { rateAround } from '../../src/case/rate.ts';
import { toldCounts } from '../../src/case/told.ts';
import { type CountByView, type CountView, countByView, countView } from '../../src/case/views/count.ts';
import { disclosureList } from '../../src/case/views/disclosures.ts';
import { findingViews } from '../../src/case/views/findings.ts';
import { type AskedCount, questionOf } from '../../src/case/views/question.ts';
import { sourcingOf } from '../../src/case/views/sourcing.ts';
import { statementViews } from '../../src/case/views/statements.ts';
import { problemCounts } from '../../src/case/views/status.ts';

const EXAMPLE = fileURLToPath(new URL('../../examples/campaign-2016', import.meta.url));
const folder = mkdtempSync(join(tmpdir(), 'backchannel-campaign-'));
let open: OpenCase;

before(async () => {
  cpSync(EXAMPLE, folder, { recursive: true, filter: (path) => !/[\\/](sources|\.ledger)$/.test(path) });
  await buildCase(folder);
  open = await openCase(folder);
});
after(async () => {
  await open.close();
  rmSync(folder, { recursive: true, force: true });
});

/** Contacts of the candidate's side, or of one side of the question, with these. */
function asked(and: string, window: string | null, between = '@trump-side'): AskedCount {
  const { definition } = open.files.case.definition;
  return questionOf(open.files, { between, and, window, list: null, from: null, to: null, channels: [], definition });
}

const count = (and: string, window: string): Promise<CountView> => countView(open, asked(and, window), false);

/** Bounds before election day, in the transition, and in both; one question at a time, as the ledger is asked. */
async function bounds(and: string): Promise<(readonly [number, number])[]> {
  const found: (readonly [number, number])[] = [];
  for (const window of ['before-election', 'transition', 'whole']) {
    const { min, max } = (await count(and, window)).contacts;
    found.push([min, max]);
  }
  return found;
}

async function mostOften(and: string): Promise<readonly [string | null, number]> {
  const [first] = (await countByView(open, asked(and, 'whole'), ['party'], 1)) as [CountByView];
  return [first.party, first.contacts.min];
}

test('contacts before election day, after it, and both; with and without those of arguable standing', async () => {
  assert.deepEqual(await bounds('@russian-officials'), [
    [21, 21],
    [24, 25],
    [45, 46],
  ]);
  assert.deepEqual(await bounds('@ambassador'), [
    [6, 6],
    [7, 7],
    [13, 13],
  ]);
  assert.deepEqual(await bounds('@go-betweens'), [
    [35, 37],
    [1, 2],
    [36, 39],
  ]);
  assert.deepEqual(await bounds('@russian-side'), [
    [56, 58],
    [25, 27],
    [81, 85],
  ]);
  assert.deepEqual(await bounds('@go-betweens-arguable'), [
    [60, 63],
    [15, 20],
    [75, 80],
  ]);
  assert.deepEqual(await bounds('@russian-side-wide'), [
    [113, 118],
    [37, 44],
    [150, 159],
  ]);
});

test('who was most often on the other end', async () => {
  assert.deepEqual(await mostOften('@russian-officials'), ['kislyak', 13]);
  assert.deepEqual(await mostOften('@go-betweens'), ['mifsud', 10]);
  assert.deepEqual(await mostOften('@russian-side-wide'), ['sater', 18]);
});

test('what newspapers alone tell is below the floor of the case', async () => {
  const told = await countView(open, asked('kislyak', null, 'senator'), false);
  assert.deepEqual(told.contacts, { min: 2, max: 2 });
  const { question } = asked('kislyak', null, 'senator');
  const all = { ...question, definition: { ...question.definition, floor: 'any-report' as const } };
  const more = await countView(open, { ...asked('kislyak', null, 'senator'), question: all }, false);
  assert.deepEqual(more.contacts, { min: 3, max: 3 });
});

test('before and after is no rate: prose chose what to tell', async () => {
  const view = await rateAround(open, { question: asked('@russian-officials', null).question, around: 'election' });
  assert.notEqual(view.testable, true);
  assert.equal(view.ratio, null);
});

/** Verdict, contacts that certainly fall into the claim, and how many of them were before it was said. */
const VERDICTS = {
  'hicks-never-happened': ['contradicted', 14, 14],
  'hicks-not-aware': ['at-odds', 14, 14],
  'ryabkov-there-were-contacts': ['consistent', 14, 14],
  'priebus-interface': ['contradicted', 14, 14],
  'mcfarland-column': ['consistent', 3, 3],
  'spicer-january-13': ['consistent', 3, 3],
  'pence-january-15': ['consistent', 3, 3],
  'priebus-january-15': ['consistent', 3, 3],
  'spicer-january-23': ['consistent', 3, 3],
  'cohen-february-2017': ['contradicted', 7, 7],
  'trump-jr-no-follow-up': ['untested', 0, 0],
  'cohen-august-27': ['contradicted', 7, 7],
  'cohen-august-28': ['contradicted', 2, 2],
  'cohen-september-19': ['contradicted', 7, 7],
  'veb-roadshow': ['consistent', 1, 1],
};

test('statements: what the told contacts say to them, and how many lay before', async () => {
  const views = await statementViews(open);
  const found = views.map(({ statement, verdict, bounds: { min }, timing }) => [
    statement,
    [verdict, min, timing.before],
  ]);
  assert.deepEqual(Object.fromEntries(found), VERDICTS);
  // Not one of them rests on a record of its own: all hang on taking an official report for evidence.
  assert.deepEqual(
    views.filter(({ every }) => every),
    [],
  );
});

test('denials that the told contacts contradict are findings; the other statements are none', async () => {
  const denied = Object.entries(VERDICTS).filter(
    ([, [verdict]]) => verdict === 'contradicted' || verdict === 'at-odds',
  );
  const findings = await findingViews(open, 'contradicted-statement', 100);
  const found = findings.map(({ subject }) => subject.split(' | ')[0]!);
  assert.deepEqual(found.toSorted(), denied.map(([id]) => id).toSorted());
});

test('nobody is accused of an undisclosed, late or hidden contact', async () => {
  const others = (await findingViews(open, null, 1000)).filter(({ detector }) => detector !== 'contradicted-statement');
  assert.deepEqual(
    others.map(({ detector, text }) => [detector, text]),
    [],
  );
});

test('acknowledgements: which find no contact, and how late some of the others were', async () => {
  const numbers = open.files.disclosures.disclosures.map((_, i) => i);
  const told = await disclosureList(open, numbers);
  const without = told.filter(({ state }) => state !== 'recorded').map(({ entry }) => entry);
  assert.deepEqual(without.toSorted(), [
    'flynn-fara',
    'flynn-office-putin',
    'papadopoulos-fbi',
    'trump-answers-peskov',
    'trump-answers-prikhodko',
  ]);
  const days = (entry: string): number => {
    const { time, given } = told.find((view) => view.entry === entry)!;
    return (Date.parse(given!) - Date.parse(String(time).slice(0, 10))) / 86_400_000;
  };
  const late = [
    'flynn-transition',
    'flynn-fbi-sanctions',
    'page-dvorkovich',
    'kushner-congress-kislyak',
    'trump-jr-first',
  ];
  assert.deepEqual(late.map(days), [1, 26, 97, 236, 394]);
});

test('told counts beside the contacts that are told one by one', async () => {
  const told = await toldCounts(open);
  const others = told.filter(({ whole }) => whole.verdict !== 'supported').map(({ id, whole }) => [id, whole.verdict]);
  assert.equal(told.length, 10);
  // Two of the four meetings are after the time that the case reaches; of the attempts one reached nobody.
  assert.deepEqual(others, [
    ['manafort-peace-plan', 'untestable'],
    ['veselnitskaya-attempts', 'untestable'],
  ]);
});

test('how it is known: one report, and the origins behind it', async () => {
  const { listed } = await count('@russian-officials', 'before-election');
  const { grade, origins, custodians } = await sourcingOf(open, listed);
  assert.deepEqual([grade, origins, custodians], ['one-report', 12, 0]);
});

test('without the text of the report each of its files is a notice, and nothing else is wrong', async () => {
  const files = new Set(
    [...open.files.reports.reports, ...open.files.reports.counts].map(({ where }) => where?.source),
  );
  assert.deepEqual(await problemCounts(open), [{ severity: 'doubtful', code: 'source-missing', problems: files.size }]);
});
