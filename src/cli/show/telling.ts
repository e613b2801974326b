/** Passages that tell of contacts, as lines and as JSON. */
import type { OpenCase } from '../../case/open.ts';
import { informantsOf } from '../../case/told/informants.ts';
import type { Sourcing } from '../../case/views/sourcing.ts';
import { type TellingView, tellingText } from '../../case/views/tellings.ts';
import type { Line } from '../frame/line.ts';
import type { Json } from '../frame/output.ts';

/** Passages that are shown one by one. */
const MOST = 20;

/** One line a passage: who tells it, on whom that rests, where, and what the passage holds against it. */
export function tellingLines({ files }: Pick<OpenCase, 'files'>, tellings: readonly TellingView[]): Line[] {
  const informants = informantsOf(files);
  const more = tellings.length - MOST;
  return [
    ...tellings.slice(0, MOST).map((telling): Line => `    ${telling.entry}: ${tellingText(informants, telling)}`),
    ...(more > 0 ? [`    and ${more} more`] : []),
  ];
}

/** How something is known, as JSON. */
export function sourcingJson({ grade, origins, persons, custodians, text }: Sourcing): Json {
  return { grade, origins, persons, custodians, text };
}

/** A passage as JSON. */
export function tellingJson({ entry, toldBy, reliesOn, channels, topics, caveats, place }: TellingView): Json {
  return { entry, told_by: toldBy, relies_on: reliesOn, channels, topics, caveats, place };
}
