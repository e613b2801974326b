/** Which contacts were disclosed after the day on which they had to be? */
import type { Finding } from '../model/finding.ts';
import { idText } from '../model/ids.ts';
import { offsetAt } from '../model/zone.ts';
import { dayOf } from '../reconcile/days.ts';
import { UNBOUNDED } from '../reconcile/graph.ts';
import { type Undisclosed, undisclosed } from '../reconcile/undisclosed.ts';
import type { AsOf, Detector, DetectorRow } from './detector.ts';
import { byChannelText, countText, namesText, plainName } from './wording.ts';

const DAY = 86_400;

/** A disclosure that was given in time and fits. */
interface Timely {
  readonly row: number;
  readonly id: string;
  readonly firm: boolean;
  readonly own: boolean;
  readonly nearness: number;
  readonly capacity: number;
  readonly register: string | null;
}

function timelyIn(row: DetectorRow, place: number): Timely[] {
  const listed = JSON.parse(String(row.fits ?? '[]')) as readonly (readonly (string | null)[])[];
  return listed.map(([id, firm, own, nearness, capacity, register]) => ({
    row: place,
    id: id!,
    firm: firm === 'true',
    own: own === 'true',
    nearness: Number(nearness),
    capacity: capacity === null ? UNBOUNDED : Number(capacity),
    register: register ?? null,
  }));
}

const dense = (keys: readonly (string | null)[]): ReadonlyMap<string | null, number> =>
  new Map([...new Set(keys)].map((key, i) => [key, i]));

/**
 * Contacts of one duty-holder that nothing given in time covers: the bounds of what no disclosure covers, asked of those
 * given in time alone. Every contact is covered by one given late, if by none in time.
 */
function lateOf(
  asked: readonly DetectorRow[],
  outside: readonly DetectorRow[],
  same: readonly DetectorRow[],
): Undisclosed {
  const placeOf = new Map(asked.map((row, place) => [String(row.contact), place]));
  const all = [...asked, ...outside];
  const edges = all.flatMap(timelyIn);
  const nodes = new Map(edges.map((edge) => [edge.id, edge]));
  const numberOf = dense([...nodes.keys()]);
  const registers = dense(edges.map(({ register }) => register));
  return undisclosed(
    {
      certain: asked.map((row) => Number(row.certain === true)),
      same: same.map((row) => [placeOf.get(String(row.contact))!, placeOf.get(String(row.other_contact))!] as const),
    },
    {
      contact: all.map((_, place) => (place < asked.length ? place : -1)),
      sure: all.map((_, place) => Number(place < asked.length)),
    },
    {
      capacity: Int32Array.from(nodes.values(), ({ capacity }) => capacity),
      register: [...nodes.values()].map(({ register }) => (register === null ? -1 : registers.get(register)!)),
    },
    {
      contact: edges.map(({ row }) => row),
      disclosure: edges.map(({ id }) => numberOf.get(id)!),
      rank: edges.map(() => 0),
      firm: edges.map(({ firm }) => Number(firm)),
      own: edges.map(({ own }) => Number(own)),
      nearness: edges.map(({ nearness }) => nearness),
    },
  );
}

/** Days after the deadline's day; null where the matching gave it nothing, or something given in time. */
function daysLate(row: DetectorRow, zone: string): number | null {
  if (row.given === null || row.deadline === null || Number(row.given) <= Number(row.deadline)) return null;
  const day = (instant: number): number => Math.floor((instant + offsetAt(zone, instant)) / DAY);
  return day(Number(row.given)) - day(Number(row.deadline));
}

function lateText(rows: readonly DetectorRow[], zone: string): string {
  const days = rows.flatMap((row) => daysLate(row, zone) ?? []);
  if (days.length === 0) return '';
  const [least, most] = [Math.min(...days), Math.max(...days)];
  return `, ${least === most ? '' : `${least} to `}${most} ${most === 1 ? 'day' : 'days'} after it`;
}

function findingOf(asked: readonly DetectorRow[], found: Undisclosed, asOf: AsOf): Finding {
  const first = asked[0]!;
  const { min, max } = found.bounds;
  const places = [...found.undisclosed, ...found.contests.flatMap((c) => c.contacts)].sort((a, b) => a - b);
  const listed = places.length > 0 ? places.map((place) => asked[place]!) : asked;
  const others = listed.flatMap((row) => JSON.parse(String(row.others ?? '[]')) as string[]);
  const ways = byChannelText(listed.map((row) => Number(row.channel)));
  return {
    detector: 'late-disclosure',
    text: `${plainName(String(first.holder_name))}: ${countText(found.bounds, 'contact')} with ${namesText(others)} disclosed after the deadline of ${plainName(String(first.duty))}${lateText(listed, asOf.zone)}, as of ${dayOf(asOf.zone, asOf.instant)} (${ways})`,
    bounds: found.bounds,
    grade: min > 0 ? 'certain' : 'possible',
    subject: [first.duty, first.holder_key].join(' | '),
    contacts: listed.map((row) => idText('contact', BigInt(String(row.contact)))),
    records: [],
    disclosures: [...new Set(listed.flatMap((row) => (row.told === null ? [] : [String(row.told)])))]
      .map((told) => idText('disclosure', BigInt(told)))
      .sort(),
    statements: [],
    weight: Math.min(min * 300 + max, 2 ** 31 - 1),
  };
}

export const lateDisclosure: Detector = {
  name: 'late-disclosure',
  question: 'Which contacts were disclosed after the day on which they had to be?',
  doc: [
    'One finding for each duty and duty-holder: contacts of which a disclosure tells that was given after the deadline and on',
    'or before the day of the case, while none given in time covers them. The lower bound is a list of contacts that are',
    'distinct and certain, however the disclosures given in time are shared out among them; a possible identity counts for the',
    'discloser. The upper bound takes in those that may be told of late. Contacts that nothing tells of are not here: they are',
    'undisclosed. A disclosure without the day on which it was given is never late. Days are counted in the zone of the case.',
  ].join(' '),
  parameters: {},
  findings: (rows: readonly DetectorRow[], _parameters, asOf: AsOf): Finding[] => {
    const pools = Map.groupBy(rows, (row) => [row.duty, row.holder_key].join('\n'));
    return [...pools.values()].flatMap((pool) => {
      const of = (standing: string): DetectorRow[] => pool.filter((row) => row.standing === standing);
      const asked = of('asked');
      const found = lateOf(asked, of('outside'), of('same'));
      return found.bounds.max > 0 ? [findingOf(asked, found, asOf)] : [];
    });
  },
};
