/** Messages hidden from public mailboxes: are those found that can be proven, and is nothing claimed that is there? */
import assert from 'node:assert/strict';
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { after, test } from 'node:test';
import { buildCase } from '../../src/case/build.ts';
import { openCase } from '../../src/case/open.ts';
import { absent, dataFolder } from './case-copy.ts';
import {
  type Block,
  fits,
  hide,
  type Mail,
  mailKey,
  namesIn,
  readMailboxes,
  shuffled,
  wordsOf,
  writeCase,
} from './enron-hidden.ts';

const skip = absent('enron-inbox') || absent('enron-custodians');
const HIDDEN = 200;
const SEED = 7;
/** Local times are read as UTC; a quoted time in any zone begins 14 hours before. */
const EAST = 14 * 60;
/** Days of the case are Pacific ones, minutes. */
const DAY = 1440;
const PACIFIC = 8 * 60;
/** Words in a row that tell one text from others. */
const MANY = 12;

/** From – to, epoch minutes. */
type Range = readonly [from: number, to: number];

const folder = mkdtempSync(join(tmpdir(), 'backchannel-hidden-'));
after(() => rmSync(folder, { recursive: true, force: true }));

interface Quotation {
  readonly by: Mail;
  readonly block: Block;
}

const keyOf = (subject: string, earliest: number): string => `${subject}\n${earliest}`;
const keyOfBlock = (block: Block): string => keyOf(block.subject, (block.local - EAST) * 60);

/** Mails that another one quotes with a header block, by their key. */
function quotations(mails: readonly Mail[]): Map<string, Quotation[]> {
  const bySubject = Map.groupBy(mails, ({ subject }) => subject);
  const found = new Map<string, Quotation[]>();
  for (const by of mails) {
    for (const block of by.blocks) {
      if (block.subject === '') continue;
      for (const mail of bySubject.get(block.subject) ?? []) {
        if (!fits(block, mail) || mailKey(mail) === mailKey(by)) continue;
        const known = found.get(mailKey(mail));
        if (known === undefined) found.set(mailKey(mail), [{ by, block }]);
        else known.push({ by, block });
      }
    }
  }
  return found;
}

/** Quoted messages that findings with a lower bound name, and the time for which each source's owner has material. */
async function asked(): Promise<{ claimed: Set<string>; reach: Map<string, readonly Range[]> }> {
  const open = await openCase(folder);
  try {
    const claimed = await open.ledger.rows<{ earliest: number; subject: string }>({
      name: 'test',
      sql: `select distinct c.earliest, c.subject from (
          select unnest(cast(contacts as integer[])) as contact_no from finding
          where detector = 'missing-message' and subject like 'absent |%' and min > 0) f
        join contact c using (contact_no) where c.subject is not null`,
    });
    const reach = await open.ledger.rows<{ entry: string; from_day: number; to_day: number }>({
      name: 'test',
      sql: `select distinct s.entry, c.from_day, c.to_day from coverage c join source s using (source_no)
        join alias a on a.address_no = c.account_no join party p on p.party_no = a.party_no
        where c.own and c.channel = 0 and p.named order by 1, 2`,
    });
    return {
      claimed: new Set(claimed.map(({ earliest, subject }) => keyOf(plainSubject(subject), earliest))),
      reach: new Map(
        [...Map.groupBy(reach, ({ entry }) => entry)].map(([entry, rows]) => [
          entry,
          rows.map((row): Range => [row.from_day * DAY + PACIFIC, (row.to_day + 1) * DAY + PACIFIC]),
        ]),
      ),
    };
  } finally {
    await open.close();
  }
}

const plainSubject = (subject: string): string =>
  subject
    .toLowerCase()
    .replace(/\s+/g, ' ')
    .trim()
    .replace(/^(?:(?:re|fwd?|fw) ?: ?)+/, '')
    .trim();

/** Whether somebody should have had it: it names a custodian whose remaining material reaches its time. */
function isHeld(copies: readonly Mail[], reach: ReadonlyMap<string, readonly Range[]>): boolean {
  return copies.some(({ custodian, minute, addressed }) => {
    const times = reach.get(`maildir/${custodian}`) ?? [];
    if (!times.some(([from, to]) => minute >= from && minute < to)) return false;
    return wordsOf(addressed).includes(custodian.split('-')[0]!);
  });
}

const runs = (text: string, most: number): string[] => {
  const words = wordsOf(text);
  return Array.from({ length: Math.min(most, Math.max(0, words.length - MANY + 1)) }, (_, i) =>
    words.slice(i, i + MANY).join(' '),
  );
};

/**
 * Claimed quotations whose text a loaded message says itself, of a like sender and a time that reads the same to a minute in
 * some zone, whatever its subject: those would be no proof. (The same text sent again an hour later is another message.)
 */
function contradicted(mails: readonly Mail[], claimed: ReadonlySet<string>): { looked: number; found: string[] } {
  const sayers = new Map<string, Mail[]>();
  for (const mail of mails)
    for (const run of new Set(runs(mail.top, 40))) sayers.set(run, [...(sayers.get(run) ?? []), mail]);
  const blocks = new Map(mails.flatMap((mail) => mail.blocks.map((block) => [keyOfBlock(block), block] as const)));
  const looked = [...blocks].filter(([key, block]) => claimed.has(key) && runs(block.text, 30).length >= 5);
  const found = looked.filter(([, block]) => {
    const said = runs(block.text, 30);
    const shares = new Map<Mail, number>();
    for (const run of said) for (const mail of sayers.get(run) ?? []) shares.set(mail, (shares.get(mail) ?? 0) + 1);
    const names = namesIn(block.from);
    return [...shares].some(
      ([mail, share]) =>
        share >= 0.8 * said.length &&
        Math.abs(mail.minute - block.local) <= 15 * 60 &&
        (((mail.minute - block.local + 1) % 15) + 15) % 15 <= 2 &&
        names.some((name) => wordsOf(mail.from).join(' ').includes(name)),
    );
  });
  return { looked: looked.length, found: found.map(([key]) => key) };
}

test('of 200 hidden mails that others quote, what can be proven is found, and nothing is claimed that is there', {
  skip,
}, async () => {
  const mails = readMailboxes(join(dataFolder('enron-inbox'), 'maildir.tar.gz'), folder);
  const quoted = quotations(mails);
  const chosen = new Set(shuffled([...quoted.keys()].sort(), SEED).slice(0, HIDDEN));
  const copies = Map.groupBy(mails, mailKey);
  hide(mails.filter((mail) => chosen.has(mailKey(mail))));
  writeCase(folder, join(dataFolder('enron-custodians'), 'edo_enron-custodians-data.tsv'));
  await buildCase(folder);
  const { claimed, reach } = await asked();
  const remaining = mails.filter((mail) => !chosen.has(mailKey(mail)));
  const bySubject = Map.groupBy(remaining, ({ subject }) => subject);
  // Where a mail that is there reads like the quoted header too, nothing is proven.
  const proves = ({ by, block }: Quotation): boolean =>
    !chosen.has(mailKey(by)) && !(bySubject.get(block.subject) ?? []).some((mail) => mail !== by && fits(block, mail));
  const provable = [...chosen].filter((key) => quoted.get(key)!.some(proves) && isHeld(copies.get(key)!, reach));
  const found = provable.filter((key) =>
    quoted.get(key)!.some((quotation) => proves(quotation) && claimed.has(keyOfBlock(quotation.block))),
  );
  const wrong = contradicted(remaining, claimed);
  console.log(
    `# hidden ${chosen.size}; can be proven ${provable.length}; found ${found.length}; claims compared by their text ${wrong.looked}`,
  );
  assert.equal(chosen.size, HIDDEN);
  assert.ok(provable.length >= 80, `only ${provable.length} can be proven`);
  assert.ok(found.length >= 0.8 * provable.length, `${found.length} of ${provable.length}`);
  assert.ok(wrong.looked >= 400);
  assert.deepEqual(wrong.found, []);
});
