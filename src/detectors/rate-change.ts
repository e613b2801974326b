/** Did the rate of contact change around an event of the case, or on a day that nobody named? */
import { dayText } from '../coverage/day-ranges.ts';
import type { Finding } from '../model/finding.ts';
import { idText } from '../model/ids.ts';
import type { Detector, DetectorParameters, DetectorRow } from './detector.ts';
import { type Compared, compareNamed, comparePairs, type Scan } from './rates/asked.ts';
import type { Comparison, RateLimits } from './rates/compare.ts';
import { foundChanges } from './rates/found-changes.ts';
import { eventsIn, pairsIn, questionsIn, type RateEvent, type RateSubject } from './rates/rows.ts';
import { changeText, comparisonText, pText, restText, untestableText } from './rates/wording.ts';
import { plainName } from './wording.ts';

/** What is compared at most and at least, and from which p on a change counts: shared with questions asked on the spot. */
export const RATE_PARAMETERS: DetectorParameters = {
  mostDays: 182,
  leastDays: 14,
  leastContacts: 20,
  levelPerMille: 50,
  shortestDays: 14,
  mostListed: 10_000,
};

/** Limits of a comparison from the parameters of the detector. */
export function rateLimits(parameters: DetectorParameters): RateLimits {
  const most = Number(parameters.mostDays);
  return {
    mostDays: { before: most, after: most },
    leastDays: Number(parameters.leastDays),
    level: Number(parameters.levelPerMille),
  };
}

const sidesText = ({ between, and }: RateSubject): string =>
  `${plainName(between)} and ${and === null ? 'anybody else' : plainName(and)}`;
const subjectText = ({ between, and }: RateSubject, rest: string): string =>
  ['rate', between, and ?? '', rest].join(' | ');

function eventText({ what, from, to }: RateEvent): string {
  const when = from === to ? dayText(from) : `${dayText(from)} to ${dayText(to)}`;
  return `around ${when} (${plainName(what)})`;
}

/** The ids of contacts, unless there are more than anybody reads. */
function listed(subject: RateSubject, places: readonly number[], most: number): string[] {
  if (places.length > most) return [];
  return places.flatMap((place) => {
    const id = subject.ids[place];
    return id === undefined ? [] : [idText('contact', id)];
  });
}

const asMany = (count: number): { min: number; max: number } => ({ min: count, max: count });

/** Why a named comparison cannot be made, with how many contacts there are on each side; nothing where there is none. */
function untestedLine({ subject, event, comparison }: Compared, parameters: DetectorParameters): string[] {
  if ('p' in comparison) return [];
  const before = subject.contacts.filter(({ last }) => last < event.from).length;
  const after = subject.contacts.filter(({ first }) => first > event.to).length;
  if (before + after === 0) return [];
  const why = untestableText(comparison, Number(parameters.leastDays));
  return [
    `${sidesText(subject)} ${eventText(event)}: ${before} ${before === 1 ? 'contact' : 'contacts'} before, ${after} after; whether the rate changed is ${why}`,
  ];
}

function verdict(comparison: Comparison, changed: boolean): string {
  if (!changed) return 'no change beyond what chance and rhythm explain';
  return comparison.after.perWeek > comparison.before.perWeek
    ? 'contacts became more frequent'
    : 'contacts became rarer';
}

function testedFinding(
  compared: Compared,
  comparison: Comparison,
  family: string,
  parameters: DetectorParameters,
): Finding {
  const { subject, event, corrected, tested } = compared;
  const changed = corrected! <= Number(parameters.levelPerMille) / 1000;
  const { before, after } = comparison;
  const many = before.count + after.count;
  const correction = `${pText(corrected!)} corrected for ${tested} ${tested === 1 ? 'comparison' : 'comparisons'} ${family}`;
  return {
    detector: 'rate-change',
    text: `${sidesText(subject)} ${eventText(event)}: ${verdict(comparison, changed)}: ${comparisonText(comparison)} (${correction}; ${restText(comparison)})`,
    bounds: asMany(many),
    grade: 'certain',
    subject: subjectText(subject, event.id),
    contacts: listed(subject, [...before.contacts, ...after.contacts], Number(parameters.mostListed)),
    records: [],
    disclosures: [],
    statements: [],
    weight: changed ? Math.min(many, 2 ** 31 - 1) : 0,
  };
}

/** Change points of a named question, with the event that each is next to. */
function changeFindings(subject: RateSubject, events: readonly RateEvent[], parameters: DetectorParameters): Finding[] {
  const found = foundChanges(subject, Number(parameters.shortestDays));
  if (found === null || found.changes.length === 0) return [];
  const near = (day: number): string => {
    const event = events.find(({ from, to }) => day >= from - 7 && day <= to + 7);
    return event === undefined ? '' : plainName(event.what);
  };
  const parts = found.changes.map((change) => changeText(change, near(change.day)));
  return [
    {
      detector: 'rate-change',
      text: `${sidesText(subject)}: the rate of contact changes ${parts.join('; ')} (found by looking through ${found.days} covered days for changes, so that no p is given)`,
      bounds: asMany(found.contacts),
      grade: 'certain',
      subject: subjectText(subject, 'change points'),
      contacts: listed(subject, [...subject.contacts.keys()], Number(parameters.mostListed)),
      records: [],
      disclosures: [],
      statements: [],
      weight: 0,
    },
  ];
}

const scans = new WeakMap<readonly DetectorRow[], Scan>();

/** The scan over pairs: findings and what was not tested both need it, and it is made once. */
function scanOf(rows: readonly DetectorRow[], parameters: DetectorParameters): Scan {
  const known = scans.get(rows);
  if (known !== undefined) return known;
  const scan = comparePairs(pairsIn(rows), eventsIn(rows), rateLimits(parameters), Number(parameters.leastContacts));
  scans.set(rows, scan);
  return scan;
}

/** A scan that finds nothing is told with its number of comparisons; one that had nothing to compare says so. */
function scanLine(rows: readonly DetectorRow[], parameters: DetectorParameters): string[] {
  if (eventsIn(rows).length === 0) return [];
  const { found, tested } = scanOf(rows, parameters);
  const least = `${parameters.leastContacts} distinct and certain contacts on days that can be compared`;
  if (tested === 0) return [`pairs of parties: none has ${least}, so that none was tested`];
  if (found.length > 0) return [];
  return [
    `pairs of parties with fewer than ${least}; of those with as many, ${tested} ${tested === 1 ? 'comparison was' : 'comparisons were'} made, corrected together, and none shows a change`,
  ];
}

export const rateChange: Detector = {
  name: 'rate-change',
  question: 'Did the rate of contact change around an event of the case, or on a day that nobody named?',
  doc: [
    'Compares contacts per covered day before and after each event of the case: for the sides that duties, statements and told',
    'counts name, and for every pair of parties with enough contacts. Counted are contacts that are distinct, certain and have',
    'a day; those on the day of the event, or whose time touches it, are left out and counted. Null model: given the number of',
    'contacts in both times, each falls after the event with the share of covered days that lie after it (Przyborowski and',
    'Wilenski 1940; interval of the ratio by Clopper and Pearson). Contacts come in threads and with the week, so that counts',
    'vary more than that: where they do, the change must also stand against the dispersion of one and two weeks, and where they',
    'plainly do, of four weeks and against the same comparison around the other days of the covered time (circular shifts).',
    'Named comparisons are corrected by Holm, those of pairs by Benjamini and Hochberg; only pairs that pass are told. Only days',
    'with the coverage of the days next to the event are compared; where coverage changes within a week of it, or contacts were',
    'picked by whoever told of them, nothing is tested. Threads that go on for several weeks can still look like a change.',
    'Change points are found by optimal partitioning (Poisson cost, modified BIC) and carry no p. How often a change is found,',
    'and how often falsely, stands in docs/rates.md: a doubling over 60 days at one contact a day in 96 % as a single question,',
    'in half of the cases as one of a hundred, and hardly ever where contact comes in threads.',
  ].join(' '),
  parameters: RATE_PARAMETERS,
  findings: (rows: readonly DetectorRow[], parameters): Finding[] => {
    const limits = rateLimits(parameters);
    const [events, questions] = [eventsIn(rows), questionsIn(rows)];
    const named = compareNamed(questions, events, limits).flatMap((compared) =>
      'p' in compared.comparison ? [testedFinding(compared, compared.comparison, 'named beforehand', parameters)] : [],
    );
    const known = new Set(named.map(({ subject }) => subject));
    const scanned = scanOf(rows, parameters).found.flatMap((compared) => {
      if (!('p' in compared.comparison)) return [];
      const finding = testedFinding(compared, compared.comparison, 'of a scan over pairs', parameters);
      return known.has(finding.subject) ? [] : [finding];
    });
    return [...named, ...scanned, ...questions.flatMap((question) => changeFindings(question, events, parameters))];
  },
  untested: (rows: readonly DetectorRow[], parameters): string[] => [
    ...compareNamed(questionsIn(rows), eventsIn(rows), rateLimits(parameters)).flatMap((compared) =>
      untestedLine(compared, parameters),
    ),
    ...scanLine(rows, parameters),
  ],
};
