/** How often two sides were in contact before and after an event of the case, or a day. */
import { type DayRange, dayNumber, dayText } from '../coverage/day-ranges.ts';
import { RATE_PARAMETERS, rateLimits } from '../detectors/rate-change.ts';
import { type ComparedSide, type Comparison, compareRates } from '../detectors/rates/compare.ts';
import type { DatedContact } from '../detectors/rates/series.ts';
import { changesText, comparisonText, coverageText, untestableText } from '../detectors/rates/wording.ts';
import type { Question } from './count.ts';
import type { Covered } from './coverage.ts';
import { CaseError } from './error.ts';
import { type CaseFiles, resolveDay } from './files/index.ts';
import { rateContacts } from './rates/contacts.ts';
import { exposedChannels } from './rates/exposed.ts';
import { withSides } from './sides.ts';

/** What is asked: who, what counts, and around which day. */
export interface RateQuestion {
  /** Sides, channels and definition. `from` and `to` limit the compared time where they are given. */
  readonly question: Question;
  /** Id of an event of case.yaml, or a day, month or year as text. */
  readonly around: string;
  /** Covered days to compare at most on each side; left out, as many as the detector compares. */
  readonly before?: number;
  readonly after?: number;
}

/** One side of the event. */
export interface RateSide {
  /** Distinct contacts that certainly count, on covered days. */
  readonly count: number;
  /** Covered days. */
  readonly days: number;
  /** Contacts in a week of covered days, to nine digits; null without a covered day. */
  readonly perWeek: number | null;
  /** First and last day, YYYY-MM-DD; null without a covered day. */
  readonly from: string | null;
  readonly to: string | null;
}

/** A comparison of rates, with everything that its text tells. */
export interface RateView {
  /** Id of the event, where it is one. */
  readonly event: string | null;
  /** First and last day of it: contacts on them are left out. */
  readonly day: { readonly from: string; readonly to: string };
  readonly before: RateSide;
  readonly after: RateSide;
  /** Rate after over rate before; null where there was none before. */
  readonly ratio: number | null;
  /** 95 %; high null where it has no bound. Null where nothing can be compared. */
  readonly interval: { readonly low: number; readonly high: number | null } | null;
  /** The p that decides: the exact one, or the larger one that allows for bursts. Null where nothing can be compared. */
  readonly p: number | null;
  /** By the exact conditional test alone. */
  readonly exactP: number | null;
  /** Pearson χ² / df of weekly counts on each side. */
  readonly dispersion: { readonly before: number | null; readonly after: number | null } | null;
  /** By circular shifts of the event over the covered time; null where nothing can be compared. */
  readonly shiftP: number | null;
  /** The rate changed, by more than chance and rhythm explain, at the level of the detector, uncorrected. */
  readonly changed: boolean;
  /** "calls and mail fully covered", and what changed. */
  readonly coverage: string;
  /** Contacts that are left out because their time touches the event. */
  readonly straddling: number;
  /** contact_no of the counted ones, before then after, in the order of time. */
  readonly contacts: { readonly before: readonly number[]; readonly after: readonly number[] };
  /** True, or why not: "selection unknown", … */
  readonly testable: true | string;
  /** One line, such as: 2.6 a week before, 6.9 after; ratio 2.7 (95 % 1.6–4.5), p < 0.001, calls and mail fully covered. */
  readonly text: string;
}

/** The day or event that is asked about. */
function eventOf(files: CaseFiles, around: string): { readonly event: string | null; readonly days: DayRange } {
  const days = resolveDay(files, around);
  if (days === null) {
    const names = files.case.events.map(({ id }) => id).join(', ');
    const advice =
      names === '' ? 'write a day, such as 2030-11-08' : `write a day, such as 2030-11-08, or one of: ${names}`;
    throw new CaseError(`no event and no day: ${JSON.stringify(around)}`, advice);
  }
  const event = files.case.events.some(({ id }) => id === around) ? around : null;
  return { event, days: { from: dayNumber(days.first), to: dayNumber(days.last) } };
}

const NO_SIDE: RateSide = { count: 0, days: 0, perWeek: null, from: null, to: null };

function sideView({ count, days, perWeek, from, to }: ComparedSide): RateSide {
  return { count, days, perWeek, from: dayText(from), to: dayText(to) };
}

/** Where nothing can be compared: the numbers on both sides all the same. */
function untestedView(contacts: readonly DatedContact[], days: DayRange, why: string): Omit<RateView, 'event' | 'day'> {
  const before = contacts.filter(({ last }) => last < days.from);
  const after = contacts.filter(({ first }) => first > days.to);
  return {
    before: { ...NO_SIDE, count: before.length },
    after: { ...NO_SIDE, count: after.length },
    ratio: null,
    interval: null,
    p: null,
    exactP: null,
    dispersion: null,
    shiftP: null,
    changed: false,
    coverage: '',
    straddling: contacts.length - before.length - after.length,
    contacts: { before: before.map(({ no }) => no), after: after.map(({ no }) => no) },
    testable: why.replace(/^not testable: /, ''),
    text: `${before.length} before, ${after.length} after; ${why}`,
  };
}

function comparedView(
  contacts: readonly DatedContact[],
  c: Comparison,
  level: number,
): Omit<RateView, 'event' | 'day'> {
  const coverage = [coverageText(c.series.channels), changesText(c.changed)].filter((text) => text !== '').join('; ');
  const numbers = (places: readonly number[]): number[] => places.map((place) => contacts[place]!.no);
  const changes = changesText(c.changed);
  return {
    before: sideView(c.before),
    after: sideView(c.after),
    ratio: c.ratio.ratio,
    interval: { low: c.ratio.low, high: c.ratio.high },
    p: c.p,
    exactP: c.exact,
    dispersion: { before: c.dispersion.before, after: c.dispersion.after },
    shiftP: c.shifts.p,
    changed: c.p <= level / 1000,
    coverage,
    straddling: c.series.straddling,
    contacts: { before: numbers(c.before.contacts), after: numbers(c.after.contacts) },
    testable: true,
    text: changes === '' ? comparisonText(c) : `${comparisonText(c)}; ${changes}`,
  };
}

/**
 * Compares how often two sides were in contact before and after an event. Counted are the contacts behind the lower bound:
 * distinct, certain, with a day; a rate of what may be is none.
 * @throws RangeError when a name is no group's and no party's; CaseError when `around` is no event and no day
 */
export async function rateAround(open: Covered, asked: RateQuestion): Promise<RateView> {
  const { question } = asked;
  const { event, days } = eventOf(open.files, asked.around);
  const base = rateLimits(RATE_PARAMETERS);
  const limits = {
    ...base,
    mostDays: { before: asked.before ?? base.mostDays.before, after: asked.after ?? base.mostDays.after },
  };
  const view = await withSides(open.ledger, question, async () => {
    const { contacts, told } = await rateContacts(open.ledger, question, open.files.case.zone);
    const compared = compareRates(await exposedChannels(open, question), days, contacts, told, limits);
    return 'p' in compared
      ? comparedView(contacts, compared, limits.level)
      : untestedView(contacts, days, untestableText(compared, limits.leastDays));
  });
  return { event, day: { from: dayText(days.from), to: dayText(days.to) }, ...view };
}
