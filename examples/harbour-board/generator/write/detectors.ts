/** What each detector has to find in the case, read off the planted events; the story's verdicts beside it. */
import type { Holder, Mail, Planted } from '../cast/events.ts';
import { day } from '../form/clock.ts';
import type { World } from '../world.ts';
import type { Headline } from './headline.ts';
import type { Line } from './line.ts';

/** Length of the windows of case.yaml, days. */
const RUN_UP_DAYS = 222;
const AFTER_VOTE_DAYS = 53;
/** Days within which the lobby rules want an entry. */
const WITHIN = 14;

/** A message that somebody's mailbox should hold and does not. */
interface Missing {
  /** Whose mailbox, and with whom the message was. */
  readonly custodian: string;
  readonly other: string;
  /** Planted event that shows it. */
  readonly 'shown-by': string;
  readonly how: 'reply' | 'reply and quotation' | 'copy of another';
}

/** The mailbox of each custodian. */
const HELD: readonly (readonly [holder: Holder, custodian: string])[] = [
  ['chief', 'harbour-chief-of-staff'],
  ['adviser', 'minister-adviser'],
];

function missing(mails: readonly Planted<Mail>[]): Missing[] {
  const answered = mails.flatMap(({ id, event, truth }): Missing[] => {
    const asked = event.answers;
    if (asked === undefined || asked.holders.length > 0) return [];
    const custodian = truth.parties.find((party) => HELD.some(([, whose]) => whose === party))!;
    const other = truth.parties.find((party) => party !== custodian)!;
    return [{ custodian, other, 'shown-by': id, how: event.quotes === true ? 'reply and quotation' : 'reply' }];
  });
  const copies = mails.flatMap(({ id, event, truth }): Missing[] =>
    HELD.flatMap(([holder, custodian]) =>
      event.holders.length > 0 && truth.parties.includes(custodian) && !event.holders.includes(holder)
        ? [
            {
              custodian,
              other: truth.parties.find((party) => party !== custodian)!,
              'shown-by': id,
              how: 'copy of another',
            },
          ]
        : [],
    ),
  );
  return [...answered, ...copies];
}

const noted = (lines: readonly Line[], words: string): string[] =>
  lines.filter((l) => l.truth.note?.includes(words) === true).map(({ id }) => id);

/** Days by which an entry came after its deadline. */
function lateness(line: Line, world: World): number {
  const entry = world.entries.find(({ id }) => id === line.truth.by)!;
  return (Date.parse(entry.registered) - Date.parse(entry.on)) / 86_400_000 - WITHIN;
}

/** By detector: what it must find, by planted event, statement or told count. */
export function detectorTruth(
  world: World,
  lines: readonly Line[],
  numbers: Headline,
): { readonly [name: string]: unknown } {
  const counted = lines.filter((l) => l.truth.counts);
  const absent = world.planted.meetings.filter(({ event }) => !event.inCalendar && event.inLog);
  return {
    'undisclosed-contact': counted
      .filter((l) => l.truth.disclosed === 'no' && l.truth.identity === undefined && l.id !== 'q01')
      .map(({ id }) => id),
    'unrecorded-disclosure': ['x01'],
    'late-disclosure': counted
      .filter((l) => l.truth.disclosed === 'late')
      .map((l) => ({ event: l.id, days: lateness(l, world) })),
    'contradicted-statement': {
      contradicted: ['press-office-no-contact', 'press-office-four-meetings', 'adviser-not-before-summer'],
      'at-odds': ['press-office-lobbyist'],
      consistent: ['harbour-master-no-calls'],
      untested: ['minister-no-contact'],
    },
    'told-against-recorded': {
      supported: ['calls-and-mails', 'after-the-vote', 'number-again'],
      exceeded: ['a-dozen'],
    },
    'rate-change': {
      event: 'vote',
      between: ['@harbour-office', '@contractor'],
      before: { contacts: numbers['run-up-contacts'], days: RUN_UP_DAYS },
      after: { contacts: numbers['after-vote-contacts'], days: AFTER_VOTE_DAYS },
    },
    'off-channel': {
      'private-account': noted(lines, 'private account').filter((id) => !id.startsWith('p')),
      'blind-copy': noted(lines, 'blind copy to himself'),
      'not-in-calendar': absent.map(({ id }) => id),
    },
    'missing-message': missing(world.planted.mails),
  };
}

/** Meetings that count for certain: not those that only the log at the door shows, where a bare name is nobody's for sure. */
export interface Met {
  readonly inRunUp: number;
  readonly inYear: number;
}

/** How many meetings of each window count for certain. */
export function meetings({ planted }: World, { 'run-up': { from, to } }: Headline): Met {
  const counted = planted.meetings.filter(({ event, truth }) => truth.counts && event.inCalendar);
  const inRunUp = counted.filter(({ event }) => day(event.start) >= from && day(event.start) <= to);
  return { inRunUp: inRunUp.length, inYear: counted.length };
}

/**
 * The verdicts on the sentences of story.yaml, in their order.
 * @param met meetings with the contractor's people
 */
export function storyTruth(
  numbers: Headline,
  met: Met,
): readonly { readonly verdict: string; readonly 'at-least'?: number }[] {
  const byParty = numbers['run-up-undisclosed-by-party'];
  const number = (verdict: string, min: number): { verdict: string; 'at-least': number } => ({
    verdict,
    'at-least': min,
  });
  return [
    number('supported', numbers['run-up-undisclosed'].min),
    { verdict: 'untested' },
    number('supported', byParty['contractor-director']!.min),
    number('supported', byParty['contractor-lobbyist']!.min),
    { verdict: 'supported' },
    number('supported', numbers['after-vote-contacts'].min),
    { verdict: 'supported' },
    number('supported', numbers['run-up-private-account'].min),
    number('contradicted', numbers['run-up-contacts'].min + met.inRunUp),
    number('contradicted', met.inYear),
    { verdict: 'contradicted' },
    { verdict: 'untested' },
    { verdict: 'supported' },
    { verdict: 'untested' },
    number('exceeded', numbers['run-up-contacts'].min),
    { verdict: 'untested' },
    { verdict: 'not for records to say' },
    number('untested', 3),
    { verdict: 'not for records to say' },
    { verdict: 'not for records to say' },
  ];
}
