/** A case in which everything that can be protected holds a marker, and how to look for it. */
import assert from 'node:assert/strict';
import { COMMANDS } from '../../src/cli/commands.ts';
import { type CaseOf, caseOf } from '../bad-input/case-of.ts';
import { box, calendar, call, event, mail, TABLE } from '../bad-input/texts.ts';
import { zip } from '../bytes/making.ts';

/** Stands in every protected field, and nowhere else. */
export const MARKER: RegExp = /zaunkoenig/i;
const HIDDEN = ['protected: true', 'custodian: Zaunkoenig Custodian', 'producer: Office'];
const DISCLOSED = ['side: disclosed', 'audience: public', 'template: registers/meetings', 'zone: UTC'];

const REGISTER = `Entry,Date of contact,Date registered,Kind,Official,Organisation,Represented by,Subject
1,2030-03-01,2030-03-14,Phone call,Ada Harbour,Firm Ltd,Bo Firm,Quay
2,not a day,2030-03-26,Meeting,Ada Harbour,Firm Ltd,Bo Firm,Quay
`;
const PEOPLE = `parties:
  - { id: ada, name: Ada Harbour, aliases: [ada@harbour.example, "+46701740605"], tenures: [{ organisation: harbour, role: Chief }] }
  - { id: bo, name: Bo Firm, aliases: [bo@firm.example, "+46701740606"], tenures: [{ organisation: firm, role: Director }] }
organisations:
  - { id: harbour, name: Harbour Board }
  - { id: firm, name: Firm Ltd }
`;
const GROUPS = 'groups:\n  office: { organisation: harbour }\n  firm: { organisation: firm }\n';

/** Every source is protected; the caller removes it. */
export function protectedCase(): CaseOf {
  const made = caseOf(
    [
      {
        path: 'zaunkoenig/box.mbox',
        bytes: box(mail('one'), mail('two').replace(/Date.*\n/, 'Date: never\n')),
        says: HIDDEN,
      },
      { path: 'zaunkoenig-letters', bytes: null, says: HIDDEN },
      {
        path: 'zaunkoenig.zip',
        bytes: zip([
          { name: 'zaunkoenig/a.eml', data: mail('three') },
          { name: 'zaunkoenig.bin', data: 'noise\0\x01\x02' },
        ]),
        says: HIDDEN,
      },
      {
        path: 'zaunkoenig.csv',
        bytes: `${TABLE}${call(1)}${call(1)}2,soon,+46701740605,x,5\n`,
        says: [...HIDDEN, 'template: calls/generic', 'region: SE', 'zone: UTC'],
      },
      { path: 'zaunkoenig.ics', bytes: calendar(event('a')).slice(0, -20), says: HIDDEN },
      { path: 'zaunkoenig-register.csv', bytes: REGISTER, says: [...HIDDEN, ...DISCLOSED] },
    ],
    GROUPS,
  );
  made.write('sources/zaunkoenig-letters/zaunkoenig.eml', mail('four'));
  made.write('sources/zaunkoenig-letters/zaunkoenig.rar', 'Rar!\u001a\u0007\u0000');
  made.write('sources/zaunkoenig-letters/empty-zaunkoenig.eml', '');
  made.write('people.yaml', PEOPLE);
  return made;
}

/** @param what was run, for the failure */
export function assertHidden(what: string, text: string): void {
  const found = MARKER.exec(text);
  const around = found === null ? '' : text.slice(Math.max(0, found.index - 80), found.index + 80);
  assert.equal(around, '', `${what} tells what is protected`);
}

/** Whether there is such a command. */
export const has: (name: string) => boolean = (name) => COMMANDS.some((command) => command.name === name);
