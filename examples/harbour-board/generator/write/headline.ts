/** The numbers that a built case has to show, counted from the planted events alone. */
import type { Line } from './line.ts';

/** min: certain identities, in certain records. truth: what really was. */
export interface Bounded {
  readonly min: number;
  readonly truth: number;
}

export interface Headline {
  readonly 'run-up': { readonly from: string; readonly to: string };
  /** Calls and mails between the office and the contractor's people in the run-up, which count. */
  readonly 'run-up-contacts': Bounded;
  readonly 'run-up-undisclosed': Bounded;
  readonly 'run-up-undisclosed-by-party': { readonly [party: string]: Bounded };
  readonly 'run-up-private-account': Bounded;
  /** The same over the year; min holds one of the two contested calls. */
  readonly 'year-contacts': Bounded;
  readonly 'year-undisclosed': Bounded;
  readonly 'after-vote-contacts': Bounded;
  readonly 'meetings-attended': number;
  readonly 'meetings-undisclosed': number;
  readonly 'meetings-undisclosed-scheduled': number;
}

const FROM = '2030-04-01';
const TO = '2030-11-08';

/** The contractor's side, each under the name by which the truth counts. Frida Dykdalb is of it from 1 October. */
const COUNTERPARTS: ReadonlySet<string> = new Set([
  'contractor',
  'contractor-director',
  'contractor-deputy',
  'contractor-bid-manager',
  'contractor-site-manager',
  'contractor-lobbyist',
]);

export function counterpartOf(line: Line): string | undefined {
  return line.truth.parties.find((p) => COUNTERPARTS.has(p) || (p === 'harbour-engineer' && line.at >= '2030-10-01'));
}

function certain(line: Line): boolean {
  return (line.truth.identity ?? 'certain') === 'certain' && line.witnesses.some((w) => w['quoted-in'] === undefined);
}

const bounded = (lines: readonly Line[]): Bounded => ({ min: lines.filter(certain).length, truth: lines.length });

/** Counts the events of the truth. */
export function headline(lines: readonly Line[]): Headline {
  const counted = lines.filter((l) => l.truth.counts);
  const spoken = counted.filter((l) => l.channel === 'mail' || l.channel === 'call');
  const inRunUp = spoken.filter((l) => l.at.slice(0, 10) >= FROM && l.at.slice(0, 10) <= TO);
  const not = (list: readonly Line[]): Line[] => list.filter((l) => l.truth.disclosed === 'no');
  const met = counted.filter((l) => l.channel === 'meeting');
  const parties = [...new Set(not(inRunUp).map((l) => counterpartOf(l)!))].sort();
  const contested = spoken.filter((l) => l.truth.disclosed === 'contested').length / 2;
  const year = bounded(not(spoken));
  return {
    'run-up': { from: FROM, to: TO },
    'run-up-contacts': bounded(inRunUp),
    'run-up-undisclosed': bounded(not(inRunUp)),
    'run-up-undisclosed-by-party': Object.fromEntries(
      parties.map((p) => [p, bounded(not(inRunUp).filter((l) => counterpartOf(l) === p))]),
    ),
    'run-up-private-account': bounded(
      inRunUp.filter((l) => l.truth.note?.includes('private account') === true && l.truth.identity === undefined),
    ),
    'year-contacts': bounded(spoken),
    'year-undisclosed': { min: year.min + contested, truth: year.truth + contested },
    'after-vote-contacts': bounded(spoken.filter((l) => l.at.slice(0, 10) > TO)),
    'meetings-attended': met.length,
    'meetings-undisclosed': not(met).length,
    'meetings-undisclosed-scheduled': lines.filter((l) => l.truth.why?.startsWith('scheduled only') === true).length,
  };
}
