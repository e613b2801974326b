/** The short written form: what it says, where its mistakes are, and that what is printed can be read again. */
import assert from 'node:assert/strict';
import { test } from 'node:test';
import * as fc from 'fast-check';
import { CHANNEL_WORDS } from '../../src/case/files/words/channel.ts';
import { nearest } from '../../src/case/files/words/nearest.ts';
import { CHANNELS, type Channel } from '../../src/model/definition.ts';
import type { Claim, Quantity } from '../../src/statements/claim.ts';
import { claimText } from '../../src/statements/wording.ts';
import { parseClaim, type WrittenClaim } from '../../src/statements/written/parse.ts';
import type { Token } from '../../src/statements/written/tokens.ts';

const parse = (text: string): ReturnType<typeof parseClaim> => parseClaim(text, { channels: CHANNEL_WORDS, nearest });
const texts = (tokens: readonly Token[]): string => tokens.map(({ text }) => text).join(' | ');

/** A claim on one line, part by part. */
function told(text: string): string {
  const claim = parse(text);
  if ('message' in claim) return `${text.slice(claim.at, claim.at + claim.length)}: ${claim.message}; ${claim.advice}`;
  const { amount, channels, subject, counterpart, through, from, to, during, notBefore, said, by, hedge } = claim;
  return [
    amount.kind + ('count' in amount ? ` ${amount.count}` : ''),
    channels?.join('+') ?? 'any',
    `${texts(subject)} / ${texts(counterpart)}`,
    ...(through === null ? [] : [`through ${through.all?.text ?? texts(through.names)}`]),
    ...(from === null ? [] : [`${from.exclusive ? 'after' : 'from'} ${from.word.text}`]),
    ...(to === null ? [] : [`${to.exclusive ? 'before' : 'to'} ${to.word.text}`]),
    ...(during === null ? [] : [`during ${during.text}`]),
    ...(notBefore === null ? [] : [`not before ${notBefore.text}`]),
    ...(hedge === null ? [] : [hedge]),
    ...(said === null ? [] : [`said ${said.text}`]),
    ...(by === null ? [] : [`by ${by.text}`]),
  ].join('; ');
}

test('claims of every form', () => {
  const forms: readonly (readonly [string, string])[] = [
    ['no contact between @a and @b before 2016-11-08', 'none; any; @a / @b; before 2016-11-08'],
    ['No contacts between @a or c, "Dirk Bolverk" and b.', 'none; any; @a | c | Dirk Bolverk / b'],
    ['at most 4 meetings between a and b in 2030', 'at-most 4; meeting; a / b; during 2030'],
    ['at least three phone calls between a and b', 'at-least 3; call; a / b'],
    ['more than 3 calls, texts and e-mails between a and b', 'at-least 4; call+text+mail; a / b'],
    ['fewer than 3 visits between a and b', 'at-most 2; visit; a / b'],
    ['no more than 3 visits between a and b', 'at-most 3; visit; a / b'],
    ['no between a and b', 'none; any; a / b'],
    ['first contact between a and b not before 2030-06', 'first; any; a / b; not before 2030-06'],
    [
      'no contact between a and b, directly or through @c or d, until the vote',
      'none; any; a / b; through @c | d; to vote',
    ],
    ['no contact between a and b through go-betweens', 'none; any; a / b; through go-betweens'],
    ['no contact between a and b from 2030 up to 2031', 'none; any; a / b; from 2030; to 2031'],
    ['no contact between a and b since 2030, after all', 'after: its beginning is said twice; keep one of them'],
    ['to my knowledge, no contact between a and b', 'none; any; a / b; knowledge'],
    ['no contact between a and b to the best of our recollection', 'none; any; a / b; memory'],
    ['no contact between a and b as far as she is aware', 'none; any; a / b; knowledge'],
    [
      'no contact between a and b, said on 2031-01-11 by "the press office"',
      'none; any; a / b; said 2031-01-11; by the press office',
    ],
    ['no contact between "from" and "to" from 2030', 'none; any; from / to; from 2030'],
  ];
  for (const [text, expected] of forms) assert.equal(told(text), expected, text);
});

test('a mistake stands at its word, with what was meant', () => {
  const forms: readonly (readonly [string, RegExp])[] = [
    ['', /^: there is no claim; write one such as/],
    ['never any contact', /^never: a claim does not begin so/],
    ['no contct between a and b', /^contct: this is no way of contact.*did you mean contact\?/],
    ['no contact betwen a and b', /^betwen: .*did you mean between\?/],
    ['no contact between a b', /^b: "and" is missing between the two sides/],
    ['no contact between and b', /^and: the first side is missing/],
    ['no contact between a and', /^: the second side is missing/],
    ['no contact between a and before 2030', /^before: the second side is missing before "before"/],
    ['at most between a and b', /^between: a number is missing/],
    ['exactly 3 calls between a and b', /^exactly: an exact number is two claims/],
    ['at least 0 calls between a and b', /at least none says nothing/],
    ['no contact between a and b befor 2030', /^befor: .*did you mean before\?/],
    ['no contact between a and b before', /^: a day is missing after "before"/],
    ['no contact between a and b through 2030', /^2030: through is for go-betweens.*until 2030/],
    ['no contact between a and b not before 2030', /^not: "not before" belongs to a first contact/],
    ['first contact between a and b in 2030', /^: a first contact needs its day/],
    ['no contact between a and b in 2030 from 2031', /^from: .*twice/],
  ];
  for (const [text, expected] of forms) assert.match(told(text), expected, text);
});

test('whatever is typed is a claim or a mistake inside of it', () => {
  const words = fc.oneof(
    fc.constantFrom(
      ...'no at most least first more than 3 contact calls between and or , " @a b through to my knowledge as far I recall from in said by not before 2030'.split(
        ' ',
      ),
    ),
    fc.string({ maxLength: 6 }),
  );
  void fc.assert(
    fc.property(fc.array(words, { maxLength: 20 }), (parts) => {
      const text = parts.join(' ');
      const claim = parse(text);
      if (!('message' in claim)) return;
      assert.ok(claim.at >= 0 && claim.at <= text.length && claim.length >= 1 && claim.message !== '');
    }),
    { numRuns: 500 },
  );
});

const NAMES = ['@a', 'b', 'from', 'mail a@b.example', 'Or', 'up', '@russian-officials'] as const;
const names = fc.uniqueArray(fc.constantFrom(...NAMES), { minLength: 1, maxLength: 2 });
const quantity: fc.Arbitrary<Quantity> = fc.oneof(
  fc.constant<Quantity>({ kind: 'none' }),
  fc.constant<Quantity>({ kind: 'not-before', day: '2030-06' }),
  fc.nat(30).map((count): Quantity => ({ kind: 'at-most', count })),
  fc.integer({ min: 1, max: 30 }).map((count): Quantity => ({ kind: 'at-least', count })),
);
const WAYS: readonly Channel[] = CHANNELS.filter((channel) => channel !== 'report');
const channels = fc.option(fc.uniqueArray(fc.constantFrom(...WAYS), { minLength: 1 }));
const day = fc.option(fc.constantFrom('2030-01-01', '2030-04-05', '2030-12-31'));

test('what is printed of a claim can be read again', () => {
  void fc.assert(
    fc.property(
      quantity,
      names,
      names,
      fc.option(fc.uniqueArray(fc.constantFrom('@x', 'others', 'by'), { minLength: 1 })),
      channels,
      day,
      day,
      fc.constantFrom(null, 'knowledge' as const, 'memory' as const),
      fc.option(fc.constantFrom('p', '@q')),
      fc.boolean(),
      (q, subject, counterpart, through, ways, from, to, hedge, speaker, isSaid) => {
        const claim: Claim = {
          subject,
          counterpart: [...counterpart, ...(through ?? [])],
          goBetweens: through ?? [],
          quantity: q,
          scope: { from: null, to: null, latest: null },
          days: { from, to },
          channels: ways,
          hedge,
          speaker,
          said: isSaid ? { from: 1_926_000_000, to: 1_926_086_399 } : null,
        };
        const text = claimText(claim, 'UTC');
        const read = parse(text);
        assert.ok(!('message' in read), `${text}: ${JSON.stringify(read)}`);
        const written: WrittenClaim = read;
        assert.equal(texts(written.subject), subject.join(' | '));
        assert.equal(texts(written.counterpart), counterpart.join(' | '));
        assert.equal(written.through === null ? '' : texts(written.through.names), (through ?? []).join(' | '));
        assert.deepEqual([...(written.channels ?? [])].sort(), [...(ways ?? [])].sort());
        assert.equal(written.hedge, hedge);
        assert.equal(written.by?.text ?? null, speaker);
        assert.equal(written.said !== null, isSaid);
        assert.equal(written.amount.kind, q.kind === 'not-before' ? 'first' : q.kind);
        const one = from !== null && from === to;
        assert.equal(written.during?.text ?? null, one ? from : null);
        if (!one) assert.deepEqual([written.from?.word.text ?? null, written.to?.word.text ?? null], [from, to]);
      },
    ),
    { numRuns: 300 },
  );
});
