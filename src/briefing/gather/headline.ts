/** The question that a briefing answers first. */
import type { CaseFiles, HeadlineEntry, PeriodEntry } from '../../case/files/index.ts';
import { type AskedCount, questionOf } from '../../case/views/question.ts';
import { sideName } from '../../statements/claim.ts';

/** The headline of case.yaml; without one the other side may be everybody. */
export type Headline = Omit<HeadlineEntry, 'and'> & { readonly and: string | null };

/**
 * The headline question: what case.yaml says, else the contacts that the first duty asks of those who owe it, in the
 * first window; else those between the first two groups.
 * @returns null where the case names no two sides
 */
export function headlineOf(files: CaseFiles): Headline | null {
  const { headline, duties, groups, windows } = files.case;
  if (headline !== undefined) return headline;
  const window = windows[0] === undefined ? {} : { window: { window: windows[0].id } };
  const [duty] = duties;
  if (duty !== undefined) {
    const and = duty.with === null ? null : sideName(duty.with);
    return { between: sideName(duty.who), and, channels: duty.kinds, ...window };
  }
  const [first, second] = groups;
  if (first === undefined || second === undefined) return null;
  return { between: `@${first.id}`, and: `@${second.id}`, channels: 'any', ...window };
}

/** The question of a headline as the ledger is asked it. */
export function askedOf(files: CaseFiles, { between, and, window, channels }: Headline): AskedCount {
  const ends: PeriodEntry = window ?? {};
  return questionOf(files, {
    between,
    and,
    list: null,
    from: ends.window === undefined ? (ends.from ?? null) : null,
    to: ends.window === undefined ? (ends.to ?? null) : null,
    window: ends.window ?? null,
    channels: channels === 'any' ? [] : [...channels],
    definition: files.case.definition.definition,
  });
}
