/** Planted calls. A line is not its speaker: parties are those who hold the lines on the day. */
import type { Call, Planted } from '../cast/events.ts';
import { organisation } from '../cast/organisations.ts';
import { PRIVATE } from '../cast/people.ts';
import { at } from '../form/clock.ts';
import { CHIEF, chief, desk, director, mobile, newLobby, oldLobby, type Plan } from './call-plan.ts';

const UNDISCLOSED: readonly Plan[] = [
  { id: 'u02', when: '2030-04-19 21:40:11', from: desk(CHIEF), to: director, seconds: 372, disclosed: 'no' },
  {
    id: 'u05',
    when: '2030-07-11 17:33:48',
    from: director,
    to: chief,
    seconds: 851,
    disclosed: 'no',
    call: { repeated: true },
    more: { note: 'the row stands twice in the file of carrier A' },
  },
  {
    id: 'u06',
    when: '2030-09-26 08:14:20',
    from: desk('harbour-director'),
    to: director,
    seconds: 544,
    disclosed: 'no',
  },
  {
    id: 'u12',
    when: '2030-05-22 12:55:02',
    from: oldLobby,
    to: chief,
    seconds: 418,
    disclosed: 'no',
    more: { note: 'her number until 30 June' },
  },
  { id: 'u13', when: '2030-10-17 16:20:37', from: chief, to: newLobby, seconds: 263, disclosed: 'no' },
  {
    id: 'u16',
    when: '2030-10-22 10:31:15',
    from: desk('harbour-procurement-head'),
    to: mobile('contractor-deputy'),
    seconds: 699,
    disclosed: 'no',
  },
  {
    id: 'p03',
    when: '2030-07-16 19:02:44',
    from: chief,
    to: oldLobby,
    seconds: 131,
    disclosed: 'no',
    more: { identity: 'possible', note: 'hangs on who had the number in July; it was still hers' },
  },
];

const DISCLOSED: readonly Plan[] = [
  {
    id: 'b02',
    when: '2030-02-05 09:40:00',
    from: desk('harbour-procurement-head'),
    to: mobile('contractor-bid-manager'),
    seconds: 412,
    disclosed: 'yes',
    more: { by: 'b02' },
  },
  {
    id: 'b03',
    when: '2030-02-20 13:05:26',
    from: desk(CHIEF),
    to: ['contractor', organisation('contractor').phone],
    seconds: 187,
    disclosed: 'yes',
    more: { by: 'b03', note: 'the switchboard: a line of the organisation, not of a person' },
  },
  {
    id: 'c01',
    when: '2030-03-14 10:05:09',
    from: chief,
    to: mobile('contractor-deputy'),
    seconds: 420,
    disclosed: 'contested',
    more: { by: 'c', note: 'one register entry for c01 and c02' },
  },
  {
    id: 'c02',
    when: '2030-03-14 16:40:55',
    from: mobile('contractor-deputy'),
    to: chief,
    seconds: 733,
    disclosed: 'contested',
    more: { by: 'c', note: 'one register entry for c01 and c02' },
  },
  {
    id: 'd01',
    when: '2030-04-11 14:22:31',
    from: desk('harbour-procurement-head'),
    to: mobile('contractor-bid-manager'),
    seconds: 505,
    disclosed: 'yes',
    more: { by: 'd01' },
  },
  {
    id: 'd03',
    when: '2030-06-04 11:11:47',
    from: desk(CHIEF),
    to: mobile('contractor-bid-manager'),
    seconds: 347,
    disclosed: 'late',
    more: { by: 'd03', note: 'registered on 20 August, 77 days after' },
  },
  {
    id: 'd05',
    when: '2030-08-08 15:18:06',
    from: desk('harbour-director'),
    to: director,
    seconds: 912,
    disclosed: 'yes',
    more: { by: 'd05' },
  },
  {
    id: 'd07',
    when: '2030-10-08 10:02:13',
    from: chief,
    to: newLobby,
    seconds: 296,
    disclosed: 'yes',
    more: { by: 'd07' },
  },
  {
    id: 'e01',
    when: '2030-11-14 09:30:50',
    from: desk('harbour-procurement-head'),
    to: mobile('contractor-deputy'),
    seconds: 1204,
    disclosed: 'yes',
    more: { by: 'e01' },
  },
];

const AFTER: readonly Plan[] = [
  { id: 'a01', when: '2030-11-09 08:12:34', from: director, to: chief, seconds: 1083, disclosed: 'no' },
  { id: 'a03', when: '2030-11-12 17:45:10', from: chief, to: director, seconds: 241, disclosed: 'no' },
  { id: 'a06', when: '2030-11-18 12:08:29', from: newLobby, to: chief, seconds: 388, disclosed: 'no' },
  {
    id: 'a08',
    when: '2030-11-22 16:01:07',
    from: chief,
    to: director,
    seconds: 96,
    disclosed: 'no',
    more: { note: 'the line dropped; a09 is another call, 250 seconds later' },
  },
  { id: 'a09', when: '2030-11-22 16:05:17', from: chief, to: director, seconds: 577, disclosed: 'no' },
  {
    id: 'a11',
    when: '2030-12-03 10:47:52',
    from: desk('harbour-procurement-head'),
    to: mobile('contractor-bid-manager'),
    seconds: 655,
    disclosed: 'no',
  },
  {
    id: 'a14',
    when: '2030-12-11 18:33:03',
    from: chief,
    to: mobile('contractor-deputy'),
    seconds: 204,
    disclosed: 'no',
  },
  {
    id: 'a16',
    when: '2030-12-19 09:20:45',
    from: director,
    to: mobile('harbour-director'),
    seconds: 467,
    disclosed: 'no',
  },
  {
    id: 't01',
    when: '2030-12-20 20:14:00',
    from: chief,
    to: director,
    seconds: 0,
    disclosed: 'no',
    call: { kind: 'text' },
    more: { counts: false, why: 'a text message, neither call nor mail' },
  },
  {
    id: 't02',
    when: '2030-12-20 20:16:41',
    from: director,
    to: chief,
    seconds: 0,
    disclosed: 'no',
    call: { kind: 'text' },
    more: { counts: false, why: 'a text message, neither call nor mail' },
  },
];

const missed = {
  seconds: 0,
  disclosed: 'no' as const,
  call: { answered: false },
  more: { counts: false, why: 'nobody answered' },
};
const club: [string, string] = ['sailing-club-secretary', PRIVATE.lobbyistOldMobile];
const regatta = {
  disclosed: 'not-covered' as const,
  more: { counts: false, why: 'the number is the sailing club’s from 1 August' },
};

const NOT_COUNTED: readonly Plan[] = [
  { id: 'n01', when: '2030-07-11 14:02:10', from: director, to: chief, ...missed },
  {
    id: 'n02',
    when: '2030-09-20 16:48:33',
    from: mobile('contractor-deputy'),
    to: desk('harbour-procurement-head'),
    ...missed,
  },
  { id: 'n03', when: '2030-10-16 15:59:01', from: newLobby, to: chief, ...missed },
  { id: 'n04', when: '2030-08-20 18:10:12', from: chief, to: club, seconds: 325, ...regatta },
  { id: 'n05', when: '2030-09-02 19:31:40', from: chief, to: club, seconds: 148, ...regatta },
  { id: 'n06', when: '2030-09-13 08:05:22', from: club, to: chief, seconds: 79, ...regatta },
];

/** The adviser hears from the chief of staff and calls the director within the hour: five times. */
function betweens(): Plan[] {
  const adviser = mobile('minister-adviser');
  const days: readonly [string, string, number, number][] = [
    ['2030-04-04 09:15:12', '2030-04-04 09:52:40', 318, 442],
    ['2030-05-21 13:20:05', '2030-05-21 14:03:31', 205, 371],
    ['2030-07-02 16:41:54', '2030-07-02 17:10:08', 266, 598],
    ['2030-09-17 10:06:39', '2030-09-17 10:49:15', 391, 287],
    ['2030-10-30 15:34:22', '2030-10-30 16:01:57', 174, 513],
  ];
  return days.flatMap(([first, second, s1, s2], i): Plan[] => [
    {
      id: `g${i + 1}a`,
      when: first,
      from: chief,
      to: adviser,
      seconds: s1,
      disclosed: 'not-covered',
      more: { counts: false, why: 'not with the contractor', note: `first half of go-between ${i + 1}` },
    },
    {
      id: `g${i + 1}b`,
      when: second,
      from: adviser,
      to: director,
      seconds: s2,
      disclosed: 'not-covered',
      more: { counts: false, why: 'not with the harbour office', note: `second half of go-between ${i + 1}` },
    },
  ]);
}

/** Every planted call and text message. */
export function calls(): Planted<Call>[] {
  return [...UNDISCLOSED, ...DISCLOSED, ...AFTER, ...NOT_COUNTED, ...betweens()].map((p) => ({
    id: p.id,
    event: {
      at: at(p.when),
      from: p.from[1],
      to: p.to[1],
      seconds: p.seconds,
      kind: 'voice',
      answered: true,
      ...p.call,
    },
    truth: { parties: [p.from[0], p.to[0]], disclosed: p.disclosed, counts: true, ...p.more },
  }));
}
