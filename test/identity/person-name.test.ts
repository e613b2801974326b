/** Names of persons taken apart, and names read out of mailboxes. */
import assert from 'node:assert/strict';
import { test } from 'node:test';
import { isRoleMailbox, namesInMailbox } from '../../src/identity/names/mailbox-name.ts';
import { fullForms } from '../../src/identity/names/nicknames.ts';
import { type PersonName, personName } from '../../src/identity/names/person-name.ts';

const shown = (name: PersonName | null): string | null =>
  name === null ? null : [name.given, name.middle.join(' '), name.family, name.generation].join('|');

const NAMES: readonly (readonly [string, string | null])[] = [
  ['Talman, Lovisa K.', 'lovisa|k|talman|'],
  ['Lovisa Talman', 'lovisa||talman|'],
  ['TALMAN, LOVISA', 'lovisa||talman|'],
  ['van der Berg, Anna M.', 'anna|m|van der berg|'],
  ['Dr. Anna Maria van der Berg, PhD', 'anna|maria|van der berg|'],
  ['Miguel de la Cruz', 'miguel||de la cruz|'],
  ['García Márquez, Gabriel', 'gabriel||garcia marquez|'],
  ["O'Brien, Áine", 'aine||obrien|'],
  ['Bolverk, Dirk, Jr.', 'dirk||bolverk|jr'],
  ['Dirk Bolverk Sr', 'dirk||bolverk|sr'],
  ['Bolverk D', 'd||bolverk|'],
  ['D. Bolverk', 'd||bolverk|'],
  ['Dirk "Dicke" Bolverk', 'dirk||bolverk|'],
  ['Dirk Bolverk (Vågbrytaren)', 'dirk||bolverk|'],
  ['Dirk Bolverk/OSL/VB@VB', 'dirk||bolverk|'],
  ['Kanslist Ek on behalf of Bolverk, Dirk', 'dirk||bolverk|'],
  ['Андрей Петров', 'andrey||petrov|'],
  ['Jean-Luc Moreau', 'jean|luc|moreau|'],
  ['Judge Lindh', null],
  ['Ms. Lindh', null],
  ['Lovisa', null],
  ['dirk@vagbrytaren.example', null],
  ['Agent 47', null],
  ['Sales Team', null],
  ['All Employees Stockholm', null],
  ['x '.repeat(100), null],
];

test('names in every order and form have the same parts', () => {
  for (const [written, parts] of NAMES) assert.equal(shown(personName(written)), parts, written);
});

test('a local part tells a name, where the case knows the family', () => {
  const families = new Set(['bolverk', 'talman']);
  const first = (local: string): string | null => shown(namesInMailbox(local, families)[0] ?? null);
  assert.equal(first('dirk.bolverk'), 'dirk||bolverk|');
  assert.equal(first('bolverk.dirk'), 'dirk||bolverk|');
  assert.equal(first('d..bolverk'), '|d|bolverk|', 'the first name was left out');
  assert.equal(first("dirk.o'brien"), 'dirk||obrien|');
  assert.equal(first('dbolverk'), 'd||bolverk|');
  assert.equal(first('bolverkd'), 'd||bolverk|');
  assert.equal(first('dirk_bolverk2'), 'dirk||bolverk|');
  assert.equal(first('djansson'), null, 'nobody is known to be called so');
  assert.equal(first('7d70b636-e0c529ad'), null);
});

test('mailboxes of offices, lists and machines are nobody’s', () => {
  for (const local of [
    'info',
    'chief',
    'no-reply',
    'press.office',
    'sales.eu',
    'dl-everybody',
    'postmaster',
    '12345',
    'press+vote',
  ])
    assert.ok(isRoleMailbox(local), local);
  for (const local of ['dirk.bolverk', 'lovisa', 'dbolverk', 'presserud']) assert.ok(!isRoleMailbox(local), local);
});

test('a short name stands for each of its full forms', () => {
  assert.deepEqual(fullForms('bill'), ['william']);
  assert.ok(fullForms('alex').includes('alexander') && fullForms('alex').includes('alexandra'));
  assert.deepEqual(fullForms('lovisa'), ['lovisa']);
  assert.ok(!fullForms('alexander').includes('alexandra'));
});
