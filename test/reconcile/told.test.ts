import assert from 'node:assert/strict';
import { test } from 'node:test';
import { GRADES } from '../../src/model/finding.ts';
import { ATTENDANCE, type Attendance, ROLES, type Role } from '../../src/model/record.ts';
import { type Candidate, type ToldEnd, toldParties } from '../../src/reconcile/told.ts';

const ADA = 1;
const BO = 2;
const XI = 11;
const NAMESAKE = 12;
const YO = 13;
const FIRM = 50;
const STRANGER = 99;

const office = new Set([ADA, BO]);
const holders = (organisation: number): number[] => (organisation === FIRM ? [XI, YO] : []);

const person = (party: number, grade = 'certain', named = true): Candidate => ({
  party,
  grade: GRADES.indexOf(grade as never),
  organisation: false,
  named,
});
const organisation = (party: number): Candidate => ({ party, grade: 0, organisation: true, named: true });

function end(
  role: Role,
  candidates: readonly Candidate[],
  more: { beside?: number; attendance?: Attendance } = {},
): ToldEnd {
  return {
    role: ROLES.indexOf(role),
    address: candidates[0]!.party + 1000,
    organisation: more.beside ?? -1,
    attendance: ATTENDANCE.indexOf(more.attendance ?? 'none'),
    candidates,
  };
}

/** "party[!][~] grade": ! tells it, ~ through its organisation. */
function told(ends: readonly ToldEnd[], of: ReadonlySet<number> = office): string[] {
  return toldParties(ends, of, holders).parties.map(
    (p) => `${p.party}${p.discloser ? '!' : ''}${p.viaOrganisation ? '~' : ''} ${GRADES[p.grade]}`,
  );
}

test('who is marked as discloser tells, the others are told of', () => {
  assert.deepEqual(told([end('discloser', [person(ADA)]), end('attendee', [person(XI)])]), [
    '1! certain',
    '11 certain',
  ]);
});

test('the one member of the office who bears a name is meant for certain', () => {
  const name = end('discloser', [person(ADA, 'probable'), person(STRANGER, 'possible')]);
  assert.deepEqual(told([name]), ['1! certain']);
  assert.deepEqual(told([name], new Set()), ['1! probable', '99! possible']);
});

test('an organisation beside a name tells namesakes apart', () => {
  const name = [person(XI, 'possible'), person(NAMESAKE, 'possible')];
  const official = end('discloser', [person(ADA)]);
  assert.deepEqual(told([official, end('attendee', name)]), ['1! certain', '11 possible', '12 possible']);
  assert.deepEqual(told([official, end('attendee', name, { beside: FIRM })]), [
    '1! certain',
    '11 certain',
    '50~ possible',
  ]);
});

test('an organisation without a name may mean anybody with a post there, and its own lines', () => {
  const row = [end('discloser', [person(ADA)]), end('attendee', [organisation(FIRM)])];
  assert.deepEqual(told(row), ['1! certain', '50 certain', '11~ certain', '13~ certain']);
  assert.deepEqual(toldParties(row, office, holders).openOrganisations, [FIRM]);
});

test('an organisation whose people the row names means these', () => {
  const row = [
    end('discloser', [person(ADA)]),
    end('attendee', [organisation(FIRM)]),
    end('attendee', [person(XI, 'probable')]),
  ];
  assert.deepEqual(told(row), ['1! certain', '50 certain', '11 certain']);
  assert.deepEqual(toldParties(row, office, holders).openOrganisations, []);
});

test('somebody of an organisation who is not known may be anybody of it', () => {
  const row = [
    end('discloser', [person(ADA)]),
    end('attendee', [person(STRANGER, 'certain', false)], { beside: FIRM }),
  ];
  assert.deepEqual(told(row), ['1! certain', '99 certain', '50~ possible', '11~ possible', '13~ possible']);
});

test('without a discloser the host tells, and members of the office who took part', () => {
  assert.deepEqual(told([end('host', [person(STRANGER)]), end('visitor', [person(XI)])]), [
    '99! certain',
    '11 certain',
  ]);
  assert.deepEqual(told([end('attendee', [person(BO)]), end('attendee', [person(XI)])]), ['2! certain', '11 certain']);
});

test('a row that does not say who tells may be anybody of the office', () => {
  assert.deepEqual(told([end('attendee', [person(XI)])]), ['11 certain', '1!~ possible', '2!~ possible']);
  const unknown = end('discloser', [person(STRANGER, 'certain', false)]);
  assert.deepEqual(told([unknown]), ['99! certain', '1!~ possible', '2!~ possible']);
});

test('rooms, people who are only spoken of and those who stayed away are not told of', () => {
  const row = [
    end('discloser', [person(ADA)]),
    end('resource', [person(STRANGER)]),
    end('mentioned', [person(XI)]),
    end('attendee', [person(YO)], { attendance: 'declined' }),
  ];
  assert.deepEqual(told(row), ['1! certain']);
});
