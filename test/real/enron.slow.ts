/** A large export of mailboxes that went through several hands: golden figures. */
import assert from 'node:assert/strict';
import { after, test } from 'node:test';
import { absent, links, type RealCase, realCase, tally } from './case-copy.ts';

const SET = 'enron-inbox';
const skip = absent(SET);

interface Mail {
  readonly rule: string;
  readonly flags: readonly string[];
  readonly from: readonly { readonly role: string }[];
  readonly to: readonly { readonly role: string }[];
  readonly witnesses: readonly { readonly record: string; readonly citation: string }[];
}

let made: RealCase | null = null;
let mails: readonly Mail[] = [];
let report: { readonly [column: string]: unknown } = {};
function built(): RealCase {
  if (made === null) {
    made = realCase(SET, SET, links({ 'maildir.tar.gz': 'maildir.tar.gz' }));
    report = made.rows('build', '--format', 'jsonl')[0]!;
    mails = made.rows('export', 'jsonl') as unknown as Mail[];
  }
  return made;
}
after(() => made?.remove());

test('every message is accounted for', { skip }, () => {
  built();
  const { items, read, doubtful, failed, skipped } = report;
  assert.deepEqual({ items, read, doubtful, failed }, { items: 28_225, read: 28_225, doubtful: 0, failed: 0 });
  assert.deepEqual(skipped, [{ rule: 'bcc repeats cc', items: 7045 }]);
});

test('distinct mails, by the rule that joined their copies', { skip }, () => {
  built();
  const loaded = mails.filter((mail) => !mail.flags.includes('quoted'));
  // Whether a mail is also quoted in another hangs on how quotations are read; what copies are one does not.
  const joined = loaded.map(({ rule }) => ({ rule: rule === 'quoted' ? 'single' : rule.replace('+quoted', '') }));
  assert.deepEqual(tally(joined, 'rule'), { single: 22_233, 'sender-instant': 1665 });
  assert.ok(mails.length - loaded.length > 10_000, `${mails.length - loaded.length} only quoted`);
  assert.equal(Math.max(...loaded.map((mail) => mail.witnesses.length)), 60);
});

test('nobody was copied blind', { skip }, () => {
  built();
  assert.deepEqual(
    mails.filter((mail) => [...mail.from, ...mail.to].some(({ role }) => role === 'bcc')),
    [],
  );
});

test('members of the archive are cited to the byte', { skip }, () => {
  const opened = built();
  const member = /^member\("maildir\.tar",gzip\)\/member\("maildir\/[^"]+",tar\)\/range\(\d+,\d+\)/;
  assert.ok(mails.every((mail) => mail.witnesses.every(({ citation }) => member.test(citation))));
  const last = mails.at(-1)!.witnesses[0]!;
  const { length } = /range\(\d+,(?<length>\d+)\)/.exec(last.citation)!.groups!;
  assert.equal(Buffer.byteLength(opened.run('cite', last.record), 'latin1'), Number(length));
});
