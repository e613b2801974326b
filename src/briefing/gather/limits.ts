/** What the records of a case do not show. */
import type { OpenCase } from '../../case/open.ts';
import type { CountView } from '../../case/views/count.ts';
import { noneFound } from '../../case/views/coverage.ts';
import { definitionText } from '../../case/views/definition.ts';
import { oneEndedView } from '../../case/views/one-ended.ts';
import type { AskedCount } from '../../case/views/question.ts';
import { problemCounts, problemPlace, problemViews, sourceViews } from '../../case/views/status.ts';
import { untestedViews } from '../../case/views/untested.ts';
import { boundsText } from '../../model/bounds.ts';
import { cutLine } from '../cut.ts';
import type { LimitSource, Limits } from '../limits.ts';
import { counted, numberText } from '../wording.ts';
import { separationOf } from './answer.ts';

/** Problems that are told one by one. */
const PROBLEMS = 8;
/** How a view names a protected source. */
const PROTECTED_NAME = /^protected source \d+$/;

/** What the headline question adds; null where a case asks none. */
export interface AskedLimits {
  readonly asked: AskedCount;
  readonly view: CountView;
}

function sourcesOf(open: OpenCase): LimitSource[] {
  return sourceViews(open).map(({ path, side, items, read, noun, failed, doubtful, reach }) => {
    const counts = [
      `${numberText(read)} of ${counted(items, noun.replace(/s$/, ''))} read`,
      ...(failed === 0 ? [] : [`${numberText(failed)} failed`]),
      ...(doubtful === 0 ? [] : [`${numberText(doubtful)} doubtful`]),
    ];
    return {
      source: path,
      side: side ?? 'record',
      // Notes on what was withheld may name whom a protected source is to protect.
      reach: PROTECTED_NAME.test(path) ? 'not printed: the source is protected' : cutLine(reach),
      items: counts.join(', '),
    };
  });
}

async function problemsOf(open: OpenCase): Promise<string[]> {
  const counts = await problemCounts(open);
  if (counts.length === 0) return ['No problem was met in reading the sources.'];
  const kinds = counts.map(({ severity, code, problems }) => `${counted(problems, severity)}: ${code}`);
  const gravest = await problemViews(open, PROBLEMS);
  return [...kinds, ...gravest.map((problem) => `${problemPlace(problem)}: ${cutLine(problem.message, 240)}`)];
}

async function besidesOf(open: OpenCase, asked: AskedCount | null): Promise<string[]> {
  if (asked === null) return [];
  const rows = await oneEndedView(open, asked);
  const all = rows.reduce((sum, { contacts }) => sum + contacts, 0);
  if (all === 0) return [];
  return [`${counted(all, 'contact')} of the window of which one end alone is known: no count has them.`];
}

function undeterminedOf(view: CountView | null): string[] {
  if (view?.undisclosed == null) return [];
  const { undetermined, unasked } = view.undisclosed;
  return [
    ...(undetermined.length === 0
      ? []
      : [
          `${counted(undetermined.length, 'contact')} outside of what the loaded disclosures reach: undetermined, never called undisclosed.`,
        ]),
    ...(unasked.length === 0 ? [] : [`No duty falls on ${counted(unasked.length, 'contact')} of these.`]),
  ];
}

/**
 * What the records do not show.
 * @param coverage sentences about the headline question
 * @param untested claims that the records cannot test, each with what is missing
 * @param caveats what passages hold against themselves
 */
export async function limitsOf(
  open: OpenCase,
  of: AskedLimits | null,
  told: {
    readonly coverage: readonly string[];
    readonly untested: readonly string[];
    readonly caveats: readonly string[];
  },
): Promise<Limits> {
  const { definition, set } = open.files.case.definition;
  const view = of?.view ?? null;
  const moved = (view?.moves ?? []).map(({ text, bounds }) => ({ text, bounds }));
  const own = view === null ? '' : boundsText(view.contacts);
  return {
    coverage: told.coverage,
    none: noneFound(open),
    sources: sourcesOf(open),
    untested: told.untested,
    unasked: (await untestedViews(open, null)).map(({ detector, text }) => `${detector}: ${cutLine(text)}.`),
    definition: definitionText(definition, of?.asked.question.between ?? null),
    definitionReasons: set.flatMap(({ part, reason }) => (reason === undefined ? [] : [`${part}: ${reason}`])),
    moves: moved.filter(({ bounds }) => boundsText(bounds) !== own),
    unmoved: moved.filter(({ bounds }) => boundsText(bounds) === own).map(({ text }) => text),
    separation: view === null ? [] : separationOf(view),
    caveats: told.caveats,
    problems: await problemsOf(open),
    besides: [...undeterminedOf(view), ...(await besidesOf(open, of?.asked ?? null))],
  };
}
