/** Sides, days and channels of a sentence as a question to the ledger. */
import type { Definition } from '../../model/definition.ts';
import { endOfDay, startOfDay } from '../../reconcile/days.ts';
import { sideName } from '../../statements/claim.ts';
import type { Channels, Days, PeriodEntry, Sides } from '../files/index.ts';
import { resolvePeriod } from '../files/index.ts';
import type { OpenCase } from '../open.ts';
import { type AskedCount, askedCount } from '../views/question.ts';

/** What a sentence is about. */
export interface SentenceScope {
  readonly between: Sides;
  readonly period?: PeriodEntry;
  readonly channels: Channels;
}

/** Prose is no evidence for a story: of told contacts those alone count that a public body's own report tells. */
function withoutProse(own: Definition): Definition {
  return own.floor === 'any-report' ? { ...own, floor: 'official-report' } : own;
}

/** The question of some days. */
export function daysQuestion(
  { files }: Pick<OpenCase, 'files'>,
  scope: Omit<SentenceScope, 'period'>,
  days: Days,
): AskedCount {
  const { zone, definition } = files.case;
  const [subject, counterpart] = scope.between;
  const question = {
    between: sideName(subject),
    and: sideName(counterpart),
    from: days.from === null ? null : startOfDay(zone, days.from),
    to: days.to === null ? null : endOfDay(zone, days.to),
    channels: scope.channels === 'any' ? null : scope.channels,
    definition: withoutProse(definition.definition),
  };
  return askedCount(question, null);
}

/** The question of a sentence. */
export function scopeQuestion(open: Pick<OpenCase, 'files'>, scope: SentenceScope): AskedCount {
  return daysQuestion(open, scope, resolvePeriod(open.files, scope.period));
}
