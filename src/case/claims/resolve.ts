/** From a claim as case files write it to one that the ledger can be asked about. */
import type { Channel } from '../../model/definition.ts';
import { dayOf, endOfDay, startOfDay } from '../../reconcile/days.ts';
import type { Claim, Scope } from '../../statements/claim.ts';
import { CaseError } from '../error.ts';
import {
  type CaseFiles,
  type ClaimEntry,
  type Days,
  type PeriodEntry,
  parseDay,
  resolveDay,
  resolvePeriod,
} from '../files/index.ts';
import { asOfInstant } from '../read-case.ts';

/** A claim with who made it and when, as statements.yaml has it. */
export interface SaidClaim {
  readonly claim: ClaimEntry;
  /** A group or party; null: nobody in particular. */
  readonly speaker: string | null;
  /** Day or instant; null: as of the case. */
  readonly said: string | null;
}

/** First and last instant at which something can have been said. */
type Said = NonNullable<Claim['said']>;

/** When something was said. @throws CaseError when it is no day */
function saidAt(files: CaseFiles, said: string): Said {
  const span = parseDay(said);
  if (span === null) throw new CaseError(`this is no day: ${JSON.stringify(said)}`, 'write it as 2030-11-08');
  if (span.instant !== null) return { from: span.instant, to: span.instant };
  const { zone } = files.case;
  return { from: startOfDay(zone, span.first), to: endOfDay(zone, span.last) };
}

/** Last instant before the day that a "not before" names. */
function lastBefore(files: CaseFiles, day: string): number {
  const span = resolveDay(files, day);
  const instant = parseDay(day)?.instant ?? null;
  if (instant !== null) return instant - 1;
  if (span === null) throw new CaseError(`this is no day: ${JSON.stringify(day)}`, 'write it as 2030-11-08');
  return startOfDay(files.case.zone, span.first) - 1;
}

/**
 * Whether a period goes on after the day on which it was said: it begins later, or somebody wrote its last day. "In 2030",
 * said in May, is of January to May: what came later was not yet there to be denied.
 */
function goesOn(
  period: PeriodEntry | undefined,
  from: number | null,
  end: number | null,
  said: Said,
  zone: string,
): boolean {
  if (end === null || end <= endOfDay(zone, dayOf(zone, said.to))) return false;
  if (from !== null && from > said.to) return true;
  return period?.window === undefined && period?.from !== period?.to;
}

/** Last instants of a claim, and whether they follow from when it was said. */
function endOf(end: number | null, on: boolean, said: Said): Pick<Scope, 'to' | 'latest'> {
  if (end !== null && (on || end < said.from)) return { to: end, latest: end };
  return { to: said.from === said.to ? said.to : said.from - 1, latest: said.to };
}

/**
 * The instants and days of a claim. It ends when it was said unless its period says otherwise: what happened later can
 * contradict nobody. Of the day on which it was said the hours before are not known, so that day counts at most.
 */
function scopeOf(files: CaseFiles, { claim, said }: SaidClaim): { readonly scope: Scope; readonly days: Days } {
  const { zone } = files.case;
  const days: Days = resolvePeriod(files, claim.period);
  const from = days.from === null ? null : startOfDay(zone, days.from);
  const end = days.to === null ? null : endOfDay(zone, days.to);
  const asOf = asOfInstant(files);
  const spoken = said === null ? { from: asOf + 1, to: asOf } : saidAt(files, said);
  const on = goesOn(claim.period, from, end, spoken, zone);
  const last = endOf(end, on, spoken);
  const made = {
    scope: { from, ...last },
    days: on || end === null || end < spoken.from ? days : { ...days, to: null },
  };
  if (claim.quantity.kind !== 'not-before') return made;
  const before = lastBefore(files, claim.quantity.day);
  return { ...made, scope: { from, to: Math.min(last.to!, before), latest: Math.min(last.latest!, before) } };
}

function channelsOf({ channels }: ClaimEntry): readonly Channel[] | null {
  return channels === 'any' ? null : channels;
}

/**
 * A claim with its days and sides resolved.
 * @throws CaseError when a day is none
 */
export function resolveClaim(files: CaseFiles, said: SaidClaim): Claim {
  const { claim, speaker } = said;
  const [subject, counterpart] = claim.between;
  return {
    subject,
    counterpart: [...counterpart, ...claim.goBetweens],
    goBetweens: claim.goBetweens,
    quantity: claim.quantity,
    ...scopeOf(files, said),
    channels: channelsOf(claim),
    hedge: claim.hedge ?? null,
    speaker,
    said: said.said === null ? null : saidAt(files, said.said),
  };
}
