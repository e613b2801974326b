/** Ordinary calls. None is between the harbour office and the contractor's side, or between that side and the ministry. */

import type { Call } from '../cast/events.ts';
import { ORGANISATIONS } from '../cast/organisations.ts';
import { PEOPLE, type Person, PRIVATE } from '../cast/people.ts';
import { day } from '../form/clock.ts';
import { type Random, stream } from '../form/random.ts';
import { workingTime } from './times.ts';

const CONTRACTOR = ['contractor', 'lobby-firm'];
/** The other bidder's contacts with the office are all in the register: none by chance. */
const QUIET = [...CONTRACTOR, 'other-bidder', 'sailing-club'];

const of = (...organisations: string[]): Person[] => PEOPLE.filter((p) => organisations.includes(p.organisation));
const OTHERS: readonly Person[] = PEOPLE.filter(
  (p) => ![...QUIET, 'harbour-authority', 'ministry'].includes(p.organisation),
);

/** The numbers that a person answered on a day. */
function lines(p: Person, on: string): string[] {
  if ((p.from !== undefined && on < p.from) || (p.to !== undefined && on > p.to)) return [];
  if (p.id === 'contractor-lobbyist')
    return on <= '2030-06-30' ? [PRIVATE.lobbyistOldMobile] : [PRIVATE.lobbyistMobile];
  return [p.desk, p.mobile].filter((n) => n !== undefined);
}

function talk(random: Random, ours: readonly Person[], theirs: readonly Person[]): Call {
  for (;;) {
    const at = workingTime(random);
    const on = day(at);
    const a = lines(random.pick(ours), on);
    const b = lines(random.pick(theirs), on);
    if (a.length === 0 || b.length === 0) continue;
    const [x, y] = [random.pick(a), random.pick(b)];
    if (x === y) continue;
    const [from, to] = random.chance(50) ? [x, y] : [y, x];
    const text = random.chance(7) && from.startsWith('+4670') && to.startsWith('+4670');
    const answered = text || !random.chance(9);
    return {
      at,
      from,
      to,
      kind: text ? 'text' : 'voice',
      answered,
      seconds: text || !answered ? 0 : random.int(8, 40) * random.int(1, 30),
    };
  }
}

function many(label: string, count: number, make: (random: Random) => Call): Call[] {
  const random = stream(label);
  return Array.from({ length: count }, () => make(random));
}

/** Calls of somebody who does not show a number. */
function withheld(): Call[] {
  const desks = of('ministry').map((p) => p.desk!);
  return many('calls/withheld', 6, (random) => ({
    at: workingTime(random),
    from: '',
    to: random.pick(desks),
    kind: 'voice',
    answered: true,
    seconds: random.int(20, 300),
  }));
}

/** All ordinary calls and text messages. */
export function noiseCalls(): Call[] {
  const office = of('harbour-authority');
  const contractor = of('contractor', 'lobby-firm');
  const ministry = of('ministry');
  const switchboards: readonly Person[] = ORGANISATIONS.filter((o) => !QUIET.includes(o.id) && o.id !== 'ministry').map(
    (o) => ({ id: o.id, name: o.name, organisation: o.id, role: '', mail: '', desk: o.phone }),
  );
  return [
    ...many('calls/office', 420, (r) => talk(r, office, OTHERS)),
    ...many('calls/inside', 130, (r) => talk(r, office, office)),
    ...many('calls/contractor', 210, (r) =>
      talk(r, contractor, [...OTHERS, ...switchboards.filter((s) => s.organisation !== 'harbour-authority')]),
    ),
    ...many('calls/in-contractor', 120, (r) => talk(r, contractor, contractor)),
    ...many('calls/ministry', 110, (r) => talk(r, ministry, OTHERS)),
    ...many('calls/ministry-office', 24, (r) => talk(r, ministry, office)),
    ...withheld(),
  ];
}
