/** Coverage of questions, as shares, days and words. */
import assert from 'node:assert/strict';
import { after, test } from 'node:test';
import { partedCoverage } from '../../src/case/coverage/parts.ts';
import { type Covered, exposure, partyExposure, questionCoverage } from '../../src/case/coverage.ts';
import {
  channelsText,
  coverageSentences,
  disclosureSentences,
  percentText,
} from '../../src/case/views/coverage-words.ts';
import { dayNumber } from '../../src/coverage/day-ranges.ts';
import type { Ledger } from '../../src/ledger/ledger.ts';
import type { Asked } from '../../src/ledger/queries/contacts/asked.ts';
import { at, madeFiles } from '../reconcile/made.ts';
import { type MadeWorld, madeCoverage } from './made-records.ts';

/** Ann's mailbox is loaded for February, her line for the first quarter; of Ben nothing is. Nobody has records of Cas. */
const WORLD: MadeWorld = {
  sources: [
    { entry: 'box', custodian: 'ann', from: '2030-02-01', to: '2030-02-28' },
    { entry: 'line', from: '2030-01-01', to: '2030-03-31', complete: true },
  ],
  records: [
    { source: 0, kind: 'message', at: '2030-02-01T10:00', who: ['ann@office.example', 'ben@firm.example'] },
    { source: 0, kind: 'message', at: '2030-02-28T10:00', who: ['ben@firm.example', 'ann@office.example'] },
    { source: 1, kind: 'call', at: '2030-01-05T10:00', who: ['+46700000001', '+46700000002'] },
  ],
  holders: {
    'ann@office.example': 'ann',
    '+46700000001': 'ann',
    'ben@firm.example': 'ben',
    '+46700000002': 'ben',
    'cas@office.example': 'cas',
  },
  groups: { office: ['ann', 'cas'], firm: ['ben'] },
  case: `sources:
  - { path: box, custodian: ann, scope: { from: 2030-02-01, to: 2030-02-28, terms: [quay] } }
  - { path: line, scope: { from: 2030-01-01, to: 2030-03-31, complete: true, accounts: ["+46700000001"] } }
groups: { office: [ann, cas], firm: [ben] }
coverage: { disclosures: [ { disclosers: ann, from: 2030-02-01, to: 2030-12-31 }, { disclosers: ann, audience: agency, from: 2030-01-01, to: 2030-01-31, kinds: [call] } ] }
`,
  people: `parties:
  - { id: ann, name: Ann, aliases: [ann@office.example, "+46700000001"] }
  - { id: ben, name: Ben, aliases: [ben@firm.example, "+46700000002"] }
  - { id: cas, name: Cas, aliases: [cas@office.example] }
`,
};

const ASKED: Asked = {
  between: 'ann',
  and: 'ben',
  from: at('2030-01-01'),
  to: at('2030-04-01') - 1,
  channels: null,
};

let made: Promise<Covered & { readonly ledger: Ledger }> | null = null;
after(async () => (await made)?.ledger.close());

/** Asks the one world: questions leave nothing behind. */
async function withWorld(ask: (of: Covered) => Promise<void>): Promise<void> {
  made ??= madeCoverage(WORLD);
  await ask(await made);
}

test('shares are by channel and level, of the accounts that are known', () =>
  withWorld(async (of) => {
    const found = await questionCoverage(of, ASKED);
    assert.deepEqual(
      found.channels.map(({ channel, share, accounts }) => [channel, share, accounts]),
      [
        ['mail', { covered: 311, declared: 0, active: 311 }, { covered: 1, known: 2 }],
        ['call', { covered: 1000, declared: 1000, active: 0 }, { covered: 1, known: 2 }],
      ],
    );
    assert.deepEqual(found.accounts, { covered: 2, known: 4 });
    assert.deepEqual(found.channels[0]!.gaps, [
      { from: dayNumber('2030-01-01'), to: dayNumber('2030-01-31') },
      { from: dayNumber('2030-03-01'), to: dayNumber('2030-03-31') },
    ]);
    assert.deepEqual(found.gaps, []);
    assert.deepEqual(found.unheld, ['text', 'meeting', 'visit']);
    assert.deepEqual(found.limits, ['box: picked by 1 search term']);
  }));

test('more accounts of a side without records make the share smaller', () =>
  withWorld(async (of) => {
    const office = await questionCoverage(of, { ...ASKED, between: '@office', channels: ['mail'] });
    assert.deepEqual(office.share, { covered: 155, declared: 0, active: 155 });
    assert.deepEqual(office.accounts, { covered: 1, known: 3 });
    const cas = await questionCoverage(of, { ...ASKED, between: 'cas', channels: ['mail'] });
    assert.deepEqual(cas.share, { covered: 0, declared: 0, active: 0 });
    assert.equal((await questionCoverage(of, { ...ASKED, between: 'cas', and: null, channels: ['call'] })).share, null);
  }));

test('an open window is that of the records', () =>
  withWorld(async (of) => {
    const found = await questionCoverage(of, { ...ASKED, from: null, to: null });
    assert.deepEqual(found.window, { from: dayNumber('2030-01-05'), to: dayNumber('2030-02-28') });
    assert.equal((await questionCoverage(of, { ...ASKED, from: at('2032-01-01'), to: null })).window, null);
  }));

test('disclosures are shared out by audience, the public first', () =>
  withWorld(async (of) => {
    const { disclosures } = await questionCoverage(of, { ...ASKED, between: '@office' });
    assert.deepEqual(
      disclosures.map((d) => [d.audience, d.disclosers, d.share, d.parties]),
      [
        ['public', { covered: 1, known: 2 }, 327, ['ann']],
        ['agency', { covered: 1, known: 2 }, 172, ['ann']],
      ],
    );
    const mails = await questionCoverage(of, { ...ASKED, between: '@office', channels: ['mail'] });
    assert.deepEqual(
      mails.disclosures.map((d) => [d.audience, d.disclosers.covered]),
      [
        ['public', 1],
        ['agency', 0],
      ],
    );
  }));

test('exposure has the covered days, and where they begin and end', () =>
  withWorld(async (of) => {
    const found = await exposure(of, ASKED);
    const [mail, call] = found.channels;
    const february = { from: dayNumber('2030-02-01'), to: dayNumber('2030-02-28') };
    assert.deepEqual(mail!.days, [february]);
    assert.deepEqual(
      mail!.changes.map(({ day }) => day),
      [february.from, february.to + 1],
    );
    assert.deepEqual(call!.days, [found.window]);
    assert.deepEqual([found.any, found.all], [[found.window], [february]]);
    const parties = await partyExposure(of, null);
    assert.deepEqual(
      parties.map(({ channel, days }) => [channel, days]),
      [
        ['mail', [february]],
        ['call', [{ from: dayNumber('2030-01-01'), to: dayNumber('2030-03-31') }]],
      ],
    );
    assert.deepEqual(await partyExposure(of, []), []);
  }));

test('parts of a question are covered as questions of their own are', () =>
  withWorld(async (of) => {
    const none = { mine: null, party: null, month: null, channel: null };
    const office: Asked = { ...ASKED, between: '@office', and: null };
    const { whole, parts } = await partedCoverage(of, office, [
      none,
      { ...none, party: 'ben' },
      { ...none, mine: 'ann', party: 'ben' },
      { ...none, month: '2030-02' },
      { ...none, month: 'unknown' },
      { ...none, channel: 'call' },
    ]);
    const asked = async (more: Partial<Asked>) => {
      const { share, accounts, channels, gaps } = await questionCoverage(of, { ...office, ...more });
      return { share, accounts, channels, gaps };
    };
    assert.deepEqual(whole, await questionCoverage(of, office));
    assert.deepEqual(parts, [
      await asked({}),
      await asked({ and: 'ben' }),
      await asked({ between: 'ann', and: 'ben' }),
      await asked({ from: at('2030-02-01'), to: at('2030-03-01') - 1 }),
      null,
      await asked({ channels: ['call'] }),
    ]);
  }));

test('coverage in words: shares, what they rest on, what is not covered', () =>
  withWorld(async (of) => {
    const found = await questionCoverage(of, ASKED);
    assert.equal(channelsText(found), 'mail 31 %, calls 100 %');
    assert.deepEqual(coverageSentences(found), [
      'Covered: mail 31 % (if the export is complete), calls 100 % (declared complete); 2 of the 4 accounts known to this case, 2030-01-01 to 2030-03-31.',
      'Not covered: mail on 2030-01-01 to 2030-01-31, 2030-03-01 to 2030-03-31.',
      'No records of texts, meetings, visits are loaded.',
      'Not all of its scope: box: picked by 1 search term.',
    ]);
    assert.match(
      disclosureSentences(found)[0]!,
      /^Loaded disclosures reach to the public those of 1 of 1 parties, 65 %/,
    );
    const nothing = await questionCoverage(of, { ...ASKED, between: 'cas' });
    assert.match(coverageSentences(nothing)[0]!, /^Covered: nothing, 0 of the 3 accounts known to this case/);
    assert.equal(percentText(999), '99 %');
    assert.deepEqual([percentText(3), percentText(0), percentText(0, true)], ['under 1 %', '0 %', 'under 1 %']);
  }));

test('a protected source is named by its place where its limits are told', () =>
  withWorld(async (of) => {
    const files = madeFiles({
      'case.yaml': `title: made\nasOf: 2031-03-01\nzone: UTC\n${WORLD.case.replace('{ path: box,', '{ path: box, protected: true,')}`,
      'people.yaml': WORLD.people,
    });
    assert.deepEqual((await questionCoverage({ ...of, files }, ASKED)).limits, [
      'protected source 1: picked by 1 search term',
    ]);
  }));
