/** Real mail: three words that stand beside each other in a message find it again, and are marked in what is shown. */
import assert from 'node:assert/strict';
import { test } from 'node:test';
import { SourceFiles, type SourcePlace } from '../../src/case/citations/source-files.ts';
import { openCase } from '../../src/case/open.ts';
import { isRefused } from '../../src/case/search/refused.ts';
import { openSearch } from '../../src/case/search.ts';
import { messageText } from '../../src/formats/mail/text.ts';
import { absent, links, realCase } from '../real/case-copy.ts';

/** Messages that are tried of each set. */
const TRIED = 150;
/** More hits than these are not looked through. */
const MOST = 1000;

type Row = SourcePlace & { readonly record_no: number; readonly byte_offset: number; readonly byte_length: number };

/** Messages by a hash of their numbers, so that they are the same each time, and from everywhere. */
const SOME = {
  name: 'some',
  sql: `select r.record_no, r.byte_offset, r.byte_length, s.path, s.member, s.sha256, s.size
    from record r join source s using (source_no) where r.kind = 0 and r.part = 0 order by hash(r.record_no) limit ${TRIED}`,
};

const SETS: readonly (readonly [set: string, name: string, file: string])[] = [
  ['spamassassin-raw', 'mail.tar.gz', 'spamassassin-dev.tar.gz'],
  ['enron-inbox', 'mail.tar.gz', 'maildir.tar.gz'],
];

for (const [set, name, file] of SETS) {
  test(`${set}: what a message says finds it`, { skip: absent(set) }, async () => {
    const made = realCase(null, set, links({ [name]: file }));
    made.run('build');
    const open = await openCase(made.folder);
    const search = await openSearch(open, { threads: 0, spoolDir: made.folder });
    const files = new SourceFiles(made.folder, made.folder);
    let found = 0;
    try {
      const rows = (await open.ledger.rows<Row>(SOME)).sort((a, b) => a.record_no - b.record_no);
      for (const [i, row] of rows.entries()) {
        const bytes = await files.read(row, row.byte_offset, row.byte_length);
        const words = messageText(bytes!).body.match(/[\p{L}\p{N}\p{M}]+/gu) ?? [];
        if (words.length < 3) continue;
        const at = (i * 7919) % (words.length - 2);
        const answer = await search.search(`"${words.slice(at, at + 3).join(' ')}"`, { limit: MOST });
        assert.ok(!isRefused(answer));
        const hit = answer.hits.find(({ no }) => no === row.record_no);
        if (hit === undefined) assert.ok(answer.total > MOST, `${words.slice(at, at + 3).join(' ')} does not find it`);
        else {
          found++;
          assert.ok(
            hit.words.snippet.some(({ marked }) => marked),
            `${hit.id} shows no mark`,
          );
        }
      }
      assert.ok(found > TRIED / 2, `${found} were found among few`);
    } finally {
      await files.close();
      await search.close();
      await open.close();
      made.remove();
    }
  });
}
