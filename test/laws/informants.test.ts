/** The tenth law, for what is told: no name of an informant, and no name of a protected file in which it stands. */
import assert from 'node:assert/strict';
import { readFileSync } from 'node:fs';
import { after, before, describe, test } from 'node:test';
import { buildCase } from '../../src/case/build.ts';
import { readCase } from '../../src/case/read-case.ts';
import { COMMANDS } from '../../src/cli/commands.ts';
import { caseOf } from '../bad-input/case-of.ts';
import { box, mail } from '../bad-input/texts.ts';
import { commandRun } from '../cli/in-process.ts';
import { assertHidden } from './protected-case.ts';

const STORY = 'Ada called Bo on the third of May. Four officials say that they spoke at least five times.\n';
const PEOPLE = `parties:
  - { id: ada, name: Ada Harbour, aliases: [ada@harbour.example] }
  - { id: bo, name: Bo Firm, aliases: [bo@firm.example] }
`;
const GROUPS = `groups: { office: [ada], firm: [bo] }
definition: { floor: any report }
`;
const INFORMANTS = `informants:
  - { id: officials, kind: anonymous, persons: 4 }
  - { id: paper, kind: outlet, relies-on: [officials] }
`;
/** Where the marker stands in each: the path of a protected file, and the custodian's name in a note. */
const REPORTS = `reports:
  - { told-by: paper, between: [ada, bo], on: 2030-05-03, channel: call, where: { source: sources/zaunkoenig.md, quote-at: [0, 17] } }
  - { told-by: paper, between: [ada, bo], on: 2030-05-04, where: { source: sources/zaunkoenig.md, quote-at: [0, 1700] } }
  - { told-by: paper, between: [ada, bo], on: 2030-05-05, where: { source: sources/zaunkoenig.zip, member: zaunkoenig.md } }
  - { told-by: paper, between: [ada, bo], on: 2030-05-06, note: from Zaunkoenig Custodian }
counts:
  - { told-by: paper, between: ["@office", "@firm"], on: 2030, at-least: 5, where: { source: sources/zaunkoenig.md, quote: "at least five" } }
`;
const HIDDEN = ['protected: true', 'custodian: Zaunkoenig Custodian'];

function made(reports: string) {
  const source = { path: 'zaunkoenig.mbox', bytes: box(mail('one')), says: HIDDEN };
  const story = { path: 'zaunkoenig.md', bytes: STORY, says: HIDDEN };
  const archive = { path: 'zaunkoenig.zip', bytes: 'no archive', says: HIDDEN };
  const written = caseOf([source, story, archive], GROUPS);
  written.write('people.yaml', PEOPLE);
  written.write('reports.yaml', `${INFORMANTS}${reports}`);
  return written;
}

describe('passages in a protected file', () => {
  const told = made(REPORTS);
  before(() => buildCase(told.folder));
  after(told.remove);
  const say = async (name: string, ...args: string[]): Promise<string> => {
    const { command } = await COMMANDS.find((known) => known.name === name)!.load();
    const { out, err } = await commandRun(command, told.folder, args);
    assertHidden([name, ...args].join(' '), out + err);
    return out;
  };

  test('lists, exports and what is verified', async () => {
    for (const format of ['table', 'json']) {
      await say('status', '--problems', '--format', format);
      await say('contacts', '--format', format);
      await say('findings', '--format', format);
    }
    await say('export', 'csv');
    await say('verify');
  });

  test('every contact and record, explained and cited', async () => {
    const ids = new Set((await say('contacts', '--format', 'json')).match(/\b[cr]:[0-9a-f]{16}\b/g));
    assert.ok(ids.size >= 4);
    for (const id of ids) {
      for (const format of ['table', 'json']) await say('explain', id, '--format', format);
      await say('cite', id);
      await say('cite', id, '--context');
    }
  });

  test('the briefing', async () => {
    for (const format of ['html', 'md', 'json']) {
      const path = told.at(`brief.${format}`);
      await say('brief', '-o', path);
      assertHidden(`the briefing as ${format}`, readFileSync(path, 'utf8'));
    }
  });
});

describe('a name where a pseudonym should be', () => {
  const mistakes = {
    'a field for it': 'informants:\n  - { id: x, kind: witness, name: Zaunkoenig }\n',
    'a field that is it': 'informants:\n  - { id: x, kind: witness, Zaunkoenig: true }\n',
    'its kind': 'informants:\n  - { id: x, kind: Zaunkoenig }\n',
    'its persons': 'informants:\n  - { id: x, kind: witness, persons: Zaunkoenig }\n',
    'the informant itself': 'informants:\n  - Zaunkoenig\n',
    'its id': 'informants:\n  - { id: [Zaunkoenig], kind: witness }\n',
    'on whom it relies': 'informants:\n  - { id: x, kind: witness, relies-on: Zaunkoenig }\n',
    'who tells it': 'reports:\n  - { told-by: Zaunkoenig, between: [ada, bo] }\n',
    'on whom that rests': 'reports:\n  - { told-by: ada, relies-on: [Zaunkoenig], between: [ada, bo] }\n',
    'who tells how many': 'counts:\n  - { told-by: Zaunkoenig, between: [ada, bo], count: 3 }\n',
  };
  for (const [what, text] of Object.entries(mistakes))
    test(what, () => {
      const told = made('');
      try {
        told.write('reports.yaml', text);
        assert.throws(
          () => readCase(told.folder),
          (error: Error) => {
            assert.match(error.message, /reports\.yaml:\d+:\d+/);
            assertHidden(what, `${error.message}${'advice' in error ? error.advice : ''}`);
            return true;
          },
        );
      } finally {
        told.remove();
      }
    });
});
