/** Sentences that say who tells something: how many of them are independent. */

import { originsText } from '../../sourcing/grade.ts';
import { type Informants, type Origins, originsOf, type Telling } from '../../sourcing/informants.ts';
import type { ReportsFile, StorySourcing } from '../files/index.ts';
import type { OpenCase } from '../open.ts';
import { informantsOf } from '../told/informants.ts';
import { type Answer, answer } from './answer.ts';

const UNSHOWN = 'no record shows who told it';

/** Where what some passages tell comes from, in words. */
export function originsOfTold({ files }: Pick<OpenCase, 'files'>, told: readonly Telling[]): string {
  return sourcingText(originsOf(informantsOf(files), told), informantsOf(files));
}

/** `one anonymous group of 4`, `2 independent origins (5 persons)`. */
function sourcingText(origins: Origins, informants: Informants): string {
  const [only, ...others] = origins.origins;
  const who = only?.length === 1 && others.length === 0 ? informants.get(only[0]!) : undefined;
  if (who === undefined || origins.circles.length > 0) return originsText(origins);
  if (who.kind !== 'anonymous') return `one origin, ${who.id}`;
  if (who.persons === null) return 'one anonymous origin';
  return who.persons === 1 ? 'one anonymous person' : `one anonymous group of ${who.persons}`;
}

/** What these informants tell, each with those on whom it relies for it. */
function tellingsOf(reports: ReportsFile, sourcing: StorySourcing): Telling[] {
  const entries = [...reports.reports, ...reports.counts].filter(
    ({ id }) => id !== undefined && sourcing.of.includes(id),
  );
  return [...sourcing.informants.map((toldBy): Telling => ({ toldBy, reliesOn: [] })), ...entries];
}

/** Informants that have it from somebody, and tell what the sentence is about. */
function dependents(informants: Informants, tellings: readonly Telling[], origins: Origins): string[] {
  const first = new Set(origins.origins.flat());
  const reliant = (id: string): boolean => {
    const seen = new Set<string>();
    const left = [id];
    for (let next = left.pop(); next !== undefined; next = left.pop()) {
      if (seen.has(next)) continue;
      seen.add(next);
      left.push(...(informants.get(next)?.reliesOn ?? []));
    }
    return !first.has(id) && [...seen].some((other) => first.has(other));
  };
  const tellers = new Set(tellings.map(({ toldBy }) => toldBy));
  for (const id of informants.keys()) if (reliant(id)) tellers.add(id);
  return [...tellers].filter(reliant).sort();
}

/** The answer: how many independent origins there are. It stays untested, since records do not show who told a paper what. */
export function sourcingAnswer({ files }: Pick<OpenCase, 'files'>, sourcing: StorySourcing): Answer {
  const informants = informantsOf(files);
  const tellings = tellingsOf(files.reports, sourcing);
  const origins = originsOf(informants, tellings);
  const relying = origins.origins.length === 0 ? [] : dependents(informants, tellings, origins);
  const rely =
    relying.length === 0
      ? ''
      : `; ${relying.join(', ')} ${relying.length === 1 ? 'relies' : 'rely'} on ${origins.origins.length === 1 ? 'it' : 'them'}`;
  const known = sourcing.informants.flatMap((id) => informants.get(id)?.persons ?? []);
  const persons = known.reduce((sum, n) => sum + n, 0);
  const differs = sourcing.persons !== undefined && known.length > 0 && sourcing.persons !== persons;
  return answer({
    verdict: 'untested',
    words: `${sourcingText(origins, informants)}${rely}`,
    besides: differs ? [`the story says ${sourcing.persons} persons, reports.yaml ${persons}`] : [],
    missing: [UNSHOWN],
  });
}
