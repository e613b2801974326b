/** The briefing is the same everywhere. */
import assert from 'node:assert/strict';
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { after, before, test } from 'node:test';
import { gatherBriefing } from '../../src/briefing/gather/gather.ts';
import { briefingHtml } from '../../src/briefing/html/page.ts';
import { run, scratchFolder } from '../cli/run.ts';
import { type OpenDemo, openDemo } from './demo.ts';

let demo: OpenDemo;
let page: string;
before(async () => {
  demo = await openDemo();
  page = briefingHtml(await gatherBriefing(demo.open, { spoolDir: null }));
});
after(() => demo.close());

test('the same case gives the same bytes, whatever the zone and the language', () => {
  const folder = scratchFolder();
  const texts = [
    { TZ: 'Pacific/Apia', LANG: 'tr_TR.UTF-8' },
    { TZ: 'America/St_Johns', LANG: 'C' },
  ].map((environment, i) => {
    const target = join(folder, `b${i}`, 'brief.html');
    run(folder, ['init', join(folder, `b${i}`)]);
    const { status, stderr } = run(demo.folder, ['brief', '-o', target], environment);
    assert.equal(status, 0, stderr);
    return [target, target.replace('.html', '.manifest.json')].map((path) => readFileSync(path, 'utf8'));
  });
  assert.deepEqual(texts[0], texts[1]);
  assert.equal(texts[0]![0], page);
});
