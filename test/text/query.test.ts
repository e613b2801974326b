/** Queries and their mistakes: where, what, and what to write instead. */
import assert from 'node:assert/strict';
import { test } from 'node:test';
import fc from 'fast-check';
import { nearest } from '../../src/case/files/words/nearest.ts';
import { isDamage } from '../../src/text/damage.ts';
import type { QueryNode } from '../../src/text/query/ast.ts';
import { isMistake } from '../../src/text/query/mistake.ts';
import { parseQuery } from '../../src/text/query/parse.ts';
import { openText } from '../../src/text/search/open.ts';
import { planOf } from '../../src/text/search/plan.ts';
import { inFolder, query, segmentOf } from './corpus.ts';

/** A query in one line, operators first. */
function told(node: QueryNode): string {
  switch (node.kind) {
    case 'phrase':
      return `${node.column === null ? '' : `${node.column}:`}<${node.phrase.text}>${node.phrase.prefix ? '*' : ''}`;
    case 'near':
      return `near${node.distance}(${node.phrases.map(({ text, prefix }) => `<${text}>${prefix ? '*' : ''}`).join(' ')})`;
    case 'condition':
      return `#${node.condition}`;
    case 'not':
      return `not(${told(node.part)})`;
    default:
      return `${node.kind}(${node.parts.map(told).join(' ')})`;
  }
}

test('what is written is what is read', () => {
  for (const [written, meant] of [
    ['budget plan', 'and(<budget> <plan>)'],
    ['budget AND plan', 'and(<budget> <plan>)'],
    ['a b OR c d', 'or(and(<a> <b>) and(<c> <d>))'],
    ['a (b OR c)', 'and(<a> or(<b> <c>))'],
    ['a NOT b', 'and(<a> not(<b>))'],
    ['a AND NOT b', 'and(<a> not(<b>))'],
    ['a -b -(c d)', 'and(<a> not(<b>) not(and(<c> <d>)))'],
    ['e-mail a-b', 'and(<e-mail> <a-b>)'],
    ['and or not', 'and(<and> <or> <not>)'],
    ['"annual plan"* bud*', 'and(<annual plan>* <bud>*)'],
    ['\u201cannual plan\u201d', '<annual plan>'],
    ['NEAR(a "b c" d*, 3)', 'near3(<a> <b c> <d>*)'],
    ['NEAR(a b)', 'near10(<a> <b>)'],
    ['near (a b)', 'and(<near> and(<a> <b>))'],
    ['subject:a body:"b c" file:d*', 'and(subject:<a> body:<b c> names:<d>*)'],
    ['Subject:(a OR b -c)', 'or(subject:<a> and(subject:<b> not(subject:<c>)))'],
    ['subject:NEAR(a b)', 'near10(<a> <b>)'],
    ['from:ana x from:ana', 'and(#0 <x> #0)'],
    ['from:(ana OR "Bo Li") -has:attachment', 'and(or(#0 #1) not(#2))'],
    ['10:30 a&b', 'and(<10:30> <a&b>)'],
  ] as const)
    assert.equal(told(query(written).root), meant, written);
});

test('conditions are kept as written, with their places', () => {
  const { conditions } = query('from:ana@example.org with:"Bo Li" before:2030-01-01 source:in*');
  assert.deepEqual(conditions, [
    { field: 'from', value: 'ana@example.org', place: { at: 5, length: 15 } },
    { field: 'with', value: 'Bo Li', place: { at: 26, length: 7 } },
    { field: 'before', value: '2030-01-01', place: { at: 41, length: 10 } },
    { field: 'source', value: 'in*', place: { at: 59, length: 3 } },
  ]);
});

test('a mistake is told with its place and a way out', () => {
  for (const [written, at, length, message, advice] of [
    ['', 0, 1, /nothing to search for/, /write words/],
    ['   ', 3, 1, /nothing to search for/, /write words/],
    ['a "b c', 2, 1, /not closed/, /close it/],
    ['a (b', 2, 1, /not closed/, /close it/],
    ['a b)', 3, 1, /no \( is open/, /leave it out/],
    ['()', 1, 1, /missing before/, /leave it out/],
    ['frm:ana x', 0, 4, /no field frm:/, /did you mean from:\?/],
    ['http://x.org', 0, 5, /no field http:/, /the fields are from, /],
    ['a OR', 4, 1, /ends too early/, /write what comes next/],
    ['a NOT', 5, 1, /ends too early/, /write what comes next/],
    ['OR a', 0, 2, /missing before OR/, /small letters/],
    ['a AND OR b', 6, 2, /missing before OR/, /small letters/],
    ['a - b', 2, 1, /no letter and no digit in -/, /leave it out/],
    ['"!?" b', 0, 4, /no letter and no digit/, /leave it out/],
    ['bud*get', 3, 1, /end of a word/, /budg\*/],
    ['*get', 0, 1, /end of a word/, /budg\*/],
    ['from: ana', 0, 5, /from: lacks its value/, /from:ana@example.org/],
    ['from:"  "', 5, 4, /from: lacks its value/, /between the quotes/],
    ['from:(ana subject:x)', 10, 8, /value of another field/, /beside each other/],
    ['from:NEAR(a b)', 5, 1, /words of texts/, /one name after the other/],
    ['NEAR(a)', 0, 7, /two words/, /NEAR\(budget plan, 5\)/],
    ['NEAR(a b, x)', 10, 1, /no distance/, /from 0 to 1000/],
    ['NEAR(a b, 5 c)', 12, 1, /ends with its number/, /NEAR\(budget plan, 5\)/],
    ['NEAR(a (b))', 7, 1, /words and phrases alone/, /NEAR\(/],
    ['NEAR(a b', 4, 1, /not closed/, /close it/],
  ] as const) {
    const read = parseQuery(written, nearest);
    assert(isMistake(read), written);
    assert.deepEqual([read.at, read.length], [at, length], `${written}: ${read.message}`);
    assert.match(read.message, message);
    assert.match(read.advice, advice);
  }
});

test('what is too much is refused with a word', () => {
  for (const [written, message] of [
    ['x'.repeat(1_000_000), /1000000 characters/],
    [Array.from({ length: 10_000 }, (_, i) => `a${i}`).join(' '), /characters/],
    [Array.from({ length: 2_000 }, () => 'ab').join(' '), /too many words/],
    [`"${'\u5317'.repeat(1_500)}"`, /too many words/],
    ['('.repeat(5_000), /too deep/],
    ['NOT '.repeat(4_000), /too deep/],
    ['-('.repeat(5_000), /too deep/],
    ['"'.repeat(9_999), /no letter|not closed/],
  ] as const) {
    const read = parseQuery(written, nearest);
    assert(isMistake(read), written.slice(0, 20));
    assert.match(read.message, message);
  }
});

/** Pieces of queries that were not meant well, or not meant at all. */
const hostile = fc
  .array(
    fc.oneof(
      fc.constantFrom('"', '(', ')', ' ', '*', '-', ':', ',', '^', '+', '{', '}', "'", '\\', ';', '--', '\0', '\ud800'),
      fc.constantFrom(
        'AND',
        'OR',
        'NOT',
        'NEAR(',
        'NEAR',
        'from:',
        'subject:',
        'rank',
        'words',
        'a',
        '\u5317\u4eac',
        '1',
      ),
      fc.string({ unit: 'binary', maxLength: 4 }),
    ),
    { maxLength: 20 },
  )
  .map((parts) => parts.join(''));

test('whatever is typed is a mistake with a place in it, or a query that the engine takes', async () => {
  await inFolder(async (folder) => {
    const drafts = [{ time: 1, subject: 'a rank', body: ['words 1 \u5317\u4eac'], names: [] }];
    const index = await openText([segmentOf(folder, 'a', drafts, 5)], { threads: 0 });
    assert(!isDamage(index));
    const check = fc.asyncProperty(hostile, async (written) => {
      const read = parseQuery(written, nearest);
      if (isMistake(read)) {
        assert(read.at >= 0 && read.at <= written.length && read.length >= 1, written);
        return;
      }
      const conditions = read.conditions.map(() => [new Uint8Array(1)]);
      for (const rank of [false, true])
        assert(!isDamage(await index.search({ query: read, conditions, limit: 5, countUpTo: 5, rank })), written);
    });
    await fc.assert(check, { numRuns: 400 });
    await index.close();
  });
});

test('a thousand words and the deepest nesting are answered', async () => {
  await inFolder(async (folder) => {
    const drafts = [{ time: 1, subject: '', body: ['w500 w501 w999'], names: [] }];
    const index = await openText([segmentOf(folder, 'a', drafts, 5)], { threads: 0 });
    assert(!isDamage(index));
    const names = Array.from({ length: 1_000 }, (_, i) => `w${i}`);
    const found = async (written: string): Promise<number> => {
      const page = await index.search({ query: query(written), conditions: [], limit: 5, countUpTo: 5 });
      assert(!isDamage(page));
      return page.total;
    };
    assert.equal(await found(names.join(' OR ')), 1);
    assert.equal(await found(names.join(' ')), 0);
    assert.equal(
      await found(
        `w500 ${names
          .slice(0, 499)
          .map((name) => `-${name}`)
          .join(' ')}`,
      ),
      1,
    );
    assert.equal(await found(`${'('.repeat(49)}w500${' OR x)'.repeat(49)}`), 1);
    assert.equal(await found(`${'('.repeat(49)}w500${' OR x) w501'.repeat(49)}`), 1);
    assert.equal(await found(`${'NOT '.repeat(50)}w500`), 1);
    assert.equal(await found(`"${names.join(' ')}"`), 0);
    assert.equal(await found(`NEAR(${names.slice(0, 998).join(' ')}, 5)`), 0);
    assert.equal(await found(`NEAR(${Array.from({ length: 400 }, () => 'w500 w501').join(' ')}, 1)`), 1);
    assert.equal(await found(names.map((name) => `${name}*`).join(' OR ')), 1);
    assert.equal(await found(`"${'\u5317'.repeat(900)}" OR w999`), 1);
    await index.close();
  });
});

test('the engine is asked as seldom as possible', () => {
  assert.deepEqual(planOf(query('a "b c" -d -e').root), {
    kind: 'match',
    table: 'words',
    expression: '(("a") AND ("b c")) NOT (("d") OR ("e"))',
    depth: 2,
  });
  assert.deepEqual(planOf(query('a from:x b').root), {
    kind: 'and',
    parts: [
      { kind: 'condition', condition: 0 },
      { kind: 'match', table: 'words', expression: '("a") AND ("b")', depth: 1 },
    ],
  });
});
