/** Coverage of the parts of a question: of one counterpart, one pair, one month, one channel. */
import { common, type DayRange, dayNumber } from '../../coverage/day-ranges.ts';
import type { Asked } from '../../ledger/queries/contacts/asked.ts';
import { FORGET_SIDES, PARTIES_OF_KEYS } from '../../ledger/queries/coverage/sides.ts';
import type { Channel } from '../../model/definition.ts';
import { type Covered, coverageOf, type QuestionCoverage, readScope } from '../coverage.ts';
import { inTurn } from '../turns.ts';
import { type Counted, channelScopes, countedSide, recordShares } from './scope.ts';
import type { RecordShares } from './shapes.ts';
import { readSide } from './sides.ts';

/** What of a question one part is about; null: all of it. */
export interface PartKey {
  /** Keys of parties, of the side that is asked about and of the other. */
  readonly mine: string | null;
  readonly party: string | null;
  /** Such as 2030-04; `unknown` has no days, and so no coverage. */
  readonly month: string | null;
  readonly channel: Channel | null;
}

/** Days of a month. @param month YYYY-MM */
function monthDays(month: string): DayRange {
  const [year, number] = month.split('-').map(Number) as [number, number];
  const next = number === 12 ? `${year + 1}-01-01` : `${year}-${String(number + 1).padStart(2, '0')}-01`;
  return { from: dayNumber(`${month}-01`), to: dayNumber(next.padStart(10, '0')) - 1 };
}

function windowOf(window: DayRange | null, month: string | null): DayRange | null {
  if (window === null || month === null) return window;
  return month === 'unknown' ? null : (common([window], [monthDays(month)])[0] ?? null);
}

/** A whole question and its parts. */
export interface PartedCoverage {
  readonly whole: QuestionCoverage;
  /** In the order of the parts; null where a part has no days. */
  readonly parts: readonly (RecordShares | null)[];
}

/**
 * Coverage of a question and of parts of it, read once. Inside `withList` for a list of parties.
 * Where nobody is asked about, a part by party is that party's with everybody else.
 */
export function partedCoverage(of: Covered, asked: Asked, parts: readonly PartKey[]): Promise<PartedCoverage> {
  return inTurn(of.ledger, () => partsOf(of, asked, parts));
}

async function partsOf(of: Covered, asked: Asked, parts: readonly PartKey[]): Promise<PartedCoverage> {
  const { ledger, files } = of;
  const scope = await readScope(of, asked);
  const keys = [...new Set(parts.flatMap(({ mine, party }) => [mine, party].filter((key) => key !== null)))];
  const rows = await ledger.rows<{ key: string; party_no: number }>(PARTIES_OF_KEYS, { keys: keys.join('\n') });
  const numbers = new Map(rows.map(({ key, party_no }) => [key, party_no]));
  const others =
    asked.and !== null || rows.length === 0
      ? scope.theirs
      : await readSide(ledger, files.case.zone, 'b', { parties: rows.map(({ party_no }) => party_no) });
  await ledger.run(FORGET_SIDES);
  const [mine, theirs] = [countedSide(scope.mine), scope.theirs === null ? null : countedSide(scope.theirs)];
  const only = (key: string): ReadonlySet<number> => new Set([numbers.get(key)].filter((no) => no !== undefined));
  const sides = ({ mine: one, party }: PartKey): [Counted, Counted | null] => {
    // Everybody by party: the party itself is who is asked about.
    if (asked.between === null && one === null && party !== null) return [countedSide(scope.mine, only(party)), null];
    return [
      one === null ? mine : countedSide(scope.mine, only(one)),
      party === null || others === null ? theirs : countedSide(others, only(party)),
    ];
  };
  return {
    whole: coverageOf(of, scope, asked),
    parts: parts.map((part) => {
      const window = windowOf(scope.window, part.month);
      if (window === null) return null;
      const channels = part.channel === null ? asked.channels : [part.channel];
      return recordShares(channelScopes(...sides(part), window, channels, scope.held));
    }),
  };
}
