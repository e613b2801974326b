/** `check`: statements and claims on a small built case, what it prints, and how mistakes are answered. */
import assert from 'node:assert/strict';
import { readFileSync } from 'node:fs';
import { after, before, describe, test } from 'node:test';
import { fileURLToPath } from 'node:url';
import { CaseError } from '../../src/case/error.ts';
import { command as check } from '../../src/cli/check.ts';
import { UsageError } from '../../src/cli/command.ts';
import { command as explain } from '../../src/cli/explain.ts';
import { ROW_FORMATS } from '../../src/cli/frame/output.ts';
import { type CaseOfClaims, caseOfClaims } from '../statements/case-of-claims.ts';
import { runHere } from './in-process.ts';

const PAGE = fileURLToPath(new URL('../../docs/claims.md', import.meta.url));

interface Told {
  readonly claim: string;
  readonly verdict: string;
  readonly verdict_text: string;
  readonly contacts: { readonly min: number; readonly max: number };
  readonly coverage: string;
  readonly missing: readonly string[];
  readonly timing: { readonly before: number; readonly after: number } | null;
  readonly count: string;
}

describe('check', () => {
  let small: CaseOfClaims;
  before(async () => {
    small = await caseOfClaims();
  });
  after(() => small.remove());

  const claim = async (text: string, ...more: string[]): Promise<Told> =>
    JSON.parse(await small.run(check, 'json', text, ...more)) as Told;
  const failing = async (...words: string[]): Promise<UsageError | CaseError> => {
    try {
      await small.run(check, 'table', ...words);
    } catch (error) {
      if (error instanceof UsageError || error instanceof CaseError) return error;
      throw error;
    }
    throw new Error(`no mistake in ${words.join(' ')}`);
  };

  test('every example of the page about claims is a claim, and what is printed of it is the same claim', async () => {
    const examples = /```claims\n([\s\S]*?)```/.exec(readFileSync(PAGE, 'utf8'))![1]!.trim().split('\n');
    assert.ok(examples.length >= 10);
    for (const text of examples) {
      const told = await claim(text);
      const again = await claim(told.claim);
      assert.deepEqual([again.claim, again.verdict, again.contacts], [told.claim, told.verdict, told.contacts], text);
    }
  });

  test('so is every example of its help', async () => {
    const examples = check.detail.split('\n').filter((line) => line.startsWith('  backchannel check '));
    assert.ok(examples.length >= 4);
    for (const line of examples) {
      const words = line.trim().split(' ').slice(2).join(' ').replace('harbour-press-officer', 'harbour-director');
      assert.ok(['contradicted', 'at-odds', 'consistent', 'untested'].includes((await claim(words)).verdict));
    }
  });

  test('all statements, each with its verdict and its coverage, in every format', async () => {
    for (const format of ROW_FORMATS) assert.match(await small.run(check, format), /no-contact/);
    const rows = JSON.parse(await small.run(check, 'json')) as { [key: string]: unknown }[];
    assert.deepEqual(
      rows.map(({ statement, part, verdict, contacts, before, covered }) => [
        statement,
        part,
        verdict,
        contacts,
        before,
        covered,
      ]),
      [
        ['no-contact', null, 'contradicted', { min: 2, max: 2 }, 2, 1000],
        ['several', 1, 'consistent', { min: 3, max: 3 }, 3, 1000],
        ['several', 2, 'untested', { min: 0, max: 0 }, 0, null],
      ],
    );
    assert.deepEqual(rows[2]!.missing, ['nobody is in @deserted then']);
    assert.equal(rows[0]!.where, 'sources/words.txt, bytes 7–27');
  });

  test('one statement whole: words, place, verdict, why, coverage, contacts, and how to go on', async () => {
    const text = await small.run(check, 'table', 'no-contact');
    for (const part of [
      /Agneta Hamneskär \(harbour-director\), 2031-01-11; sources\/words\.txt, bytes 7–27/,
      /“There was no contact\.”/,
      /contradicted\n/,
      /2 contacts fall into it, 2 in the narrowest reading/,
      /All 2 that are certain were before this was said/,
      /100 % of its scope is covered\. Covered: calls 100 % \(declared complete\)/,
      /2030-04-04 10:00 .*sources\/calls\.csv, row 2/,
      /Opened by: backchannel explain n:/,
      /The SQL/,
    ])
      assert.match(text, part);
    assert.match(
      await small.run(check, 'table', 'several'),
      /Two claims in one sentence[\s\S]*several, 1[\s\S]*several, 2/,
    );
  });

  test('the number of a claim opens into its contacts', async () => {
    const { count, contacts } = await claim(
      'no contact between @harbour-office or minister-adviser and @contractor in 2030',
    );
    assert.deepEqual(contacts, { min: 4, max: 4 });
    const opened = JSON.parse(await small.run(explain, 'json', count)) as {
      readonly listed: readonly unknown[];
      readonly contacts: unknown;
    };
    assert.deepEqual([opened.contacts, opened.listed.length], [contacts, 4]);
  });

  test('claims on the spot', async () => {
    const verdicts = async (text: string, ...more: string[]): Promise<string> =>
      (await claim(text, ...more)).verdict_text;
    assert.equal(await verdicts('no contact between @harbour-office and @contractor before 2030-04-04'), 'untested');
    assert.equal(
      await verdicts('no contact between @harbour-office and @contractor from 2030-01-01 before 2030-04-04'),
      'consistent, as far as records of calls show',
    );
    assert.equal(
      await verdicts('no calls between @harbour-office and @contractor in 2030-04 said 2030-04-03'),
      'consistent',
    );
    assert.equal(
      await verdicts('no calls between @harbour-office and @contractor in 2030-04 said 2030-04-05'),
      'contradicted',
    );
    assert.equal(
      await verdicts('no calls between @harbour-office and @contractor in 2030, said 2030-04-04'),
      'untested',
    );
    assert.equal(await verdicts('at most 2 calls between @harbour-office and @contractor in 2030'), 'contradicted');
    assert.equal(await verdicts('at least 4 calls between @harbour-office and @contractor in 2030'), 'contradicted');
    assert.equal(await verdicts('no mails between @harbour-office and @contractor in 2030'), 'untested');
    assert.equal(
      await verdicts(
        'to my knowledge no contact between @ministers-office and @contractor in 2030 said 2031-01-11 by minister',
      ),
      'at odds with the records',
    );
    assert.equal(
      await verdicts(
        'to my knowledge no contact between @ministers-office and @contractor in 2030 said by minister-adviser',
      ),
      'contradicted',
    );
    assert.equal(
      await verdicts('no calls between @harbour-office and @contractor from 2031-01-01 to 2031-12-31'),
      'untested',
    );
    assert.equal(
      await verdicts('no contact between @harbour-office and @bidders through minister-adviser on 2030-05-06'),
      'consistent, as far as records of calls show',
    );
  });

  test('coverage is asked for as somebody wants it', async () => {
    const text = 'no calls between @harbour-office and @contractor from 2029-11-01 before 2030-04-01';
    const low = await claim(text);
    assert.equal(low.verdict, 'untested');
    assert.match(low.missing.join(), /^calls 5\d % covered \(\d of 4 known accounts\)$/);
    assert.equal((await claim(text, '--coverage', '50')).verdict, 'consistent');
    assert.equal(JSON.parse(await small.run(check, 'json', '--coverage', '50'))[0].threshold, 500);
    assert.match((await failing('--coverage', '0')).message, /--coverage is no share/);
  });

  test('names with spaces, alone or kept together by the shell', async () => {
    const told = await claim('no contact between "Agneta Hamneskär" and @contractor in 2030');
    assert.match(told.claim, /between harbour-director and @contractor/);
    const words = 'no contact between|Agneta Hamneskär|and @contractor in 2030'.split('|');
    const kept = JSON.parse(
      await small.run(check, 'json', ...words[0]!.split(' '), words[1]!, ...words[2]!.split(' ')),
    ) as Told;
    assert.equal(kept.claim, told.claim);
  });

  test('a mistake is shown at its word, with what was meant', async () => {
    const form = await failing('no contact betwen @harbour-office and @contractor');
    assert.ok(form instanceof UsageError);
    assert.deepEqual(form.message.split('\n').slice(1), [
      '  no contact betwen @harbour-office and @contractor',
      '             ^^^^^^',
    ]);
    assert.equal(form.advice, 'did you mean between?');
    const cases: readonly (readonly [string, string, RegExp])[] = [
      ['no contact between @harbor-office and @contractor', '@harbor-office', /did you mean @harbour-office\?/],
      ['no contact between harbour-office and @contractor', 'harbour-office', /write @harbour-office/],
      [
        'no contact between @harbour-office and contractor-directr',
        'contractor-directr',
        /did you mean contractor-director\?/,
      ],
      ['no contact between @harbour-office and Nobody', 'Nobody', /people lists them/],
      ['no contact between @harbour-office and @contractor during runup', 'runup', /did you mean run-up\?/],
      ['no contact between @harbour-office and @contractor before vot', 'vot', /did you mean vote\?/],
      ['no contact between @harbour-office and @contractor before 2030-02-30', '2030-02-30', /has 28 days/],
      ['no contact between @harbour-office and @contractor from 2031 to 2030', '2030', /exchange the two days/],
      ['no contact between @harbour-office and @contractor, said 2030', '2030', /write the day/],
      ['no contact between @harbour-office and @contractor through go-betweens', 'go-betweens', /through @…/],
      ['no contact between @harbour-office and @contractor, said by nobdy', 'nobdy', /people lists them/],
    ];
    for (const [text, word, advice] of cases) {
      const error = await failing(text);
      assert.ok(error instanceof CaseError, text);
      const [, shown, carets] = error.message.split('\n');
      const at = carets!.indexOf('^');
      assert.equal(shown!.slice(at, at + carets!.trim().length), word, text);
      assert.match(error.advice, advice, text);
    }
  });

  test('one word is the id of a statement', async () => {
    const error = await failing('no-contct');
    assert.deepEqual([error instanceof UsageError, error.advice], [true, 'did you mean no-contact?']);
  });

  test('a mistake in the form ends with 2, an unknown name with 1, and a verdict with 0', async () => {
    const ended = async (...args: string[]): Promise<number | null> =>
      (await runHere(small.folder, ['check', ...args])).status;
    assert.equal(await ended('no', 'contact', 'betwen', 'a', 'and', 'b'), 2);
    assert.equal(await ended('no', 'contact', 'between', '@nobody', 'and', '@contractor'), 1);
    assert.equal(await ended('no', 'contact', 'between', '@harbour-office', 'and', '@contractor'), 0);
  });
});
