/** Records that were found, as people see them. */
import { type HitPersonRow, type HitRow, hitPeople, hitRows } from '../../ledger/queries/text/hits.ts';
import { CHANNELS, type Channel } from '../../model/definition.ts';
import { idText } from '../../model/ids.ts';
import { isoInstant, PLAUSIBILITIES } from '../../model/time.ts';
import { shownPath, shownSource } from '../citations/shown-source.ts';
import { shortIds } from '../locate.ts';
import type { OpenCase } from '../open.ts';
import { type When, whenText } from '../views/time.ts';

/** Somebody in a record. */
export interface FoundPerson {
  /** Normalised address; of somebody without one the name. */
  readonly address: string;
  /** As written beside the address; null when nothing was. */
  readonly name: string | null;
  /** Key and name of the party whose address it was then; null when it is nobody's. */
  readonly party: string | null;
  readonly partyName: string | null;
}

/** One side of a record: the first few, and how many there are. */
export interface FoundSide {
  readonly people: readonly FoundPerson[];
  readonly count: number;
}

/** A record, without the words that were found in it. */
export interface FoundRecord {
  readonly no: number;
  /** Whole id. */
  readonly id: string;
  /** Shortest id that no other record has; the whole one where short ones were not asked for. */
  readonly shortId: string;
  readonly channel: Channel;
  /** In the case's zone; null: unknown. */
  readonly time: When;
  /** The instant with the offset that the record was written with; null where it has none. */
  readonly written: string | null;
  /** Its clock was wrong, or it is of a day after the case's own. */
  readonly isDoubtful: boolean;
  readonly subject: string | null;
  readonly from: FoundSide;
  readonly to: FoundSide;
  /** As it may be shown: protected ones by their number alone. */
  readonly source: string;
  /** Path of the archive member in the source; '' for the file itself. */
  readonly member: string;
}

/** A record with its row of the ledger, by which its words are read again. */
export interface FoundRow {
  readonly record: FoundRecord;
  readonly row: HitRow;
}

/** People that are shown of each side. */
const MOST = 8;

const PLAUSIBLE = PLAUSIBILITIES.indexOf('plausible');

function sideOf(people: readonly HitPersonRow[]): FoundSide {
  return {
    people: people.map(({ address, name, key, party }) => ({ address, name, party: key, partyName: party })),
    count: people[0]?.people ?? 0,
  };
}

/**
 * Reads records of the ledger for a page. Two queries.
 * @param numbers record_no
 * @param isShort whether ids are shortened, which takes a look at all records
 * @returns in the order of the numbers
 */
export async function foundRows(
  { ledger, files }: Pick<OpenCase, 'ledger' | 'files'>,
  numbers: readonly number[],
  isShort: boolean,
): Promise<FoundRow[]> {
  if (numbers.length === 0) return [];
  const rows = await ledger.rows<HitRow>(hitRows(numbers));
  const people = Map.groupBy(await ledger.rows<HitPersonRow>(hitPeople(numbers, MOST)), ({ record_no }) => record_no);
  const ids = rows.map(({ id }) => id);
  const short = isShort ? await shortIds(ledger, 'record', ids) : new Map<bigint, string>();
  const byNumber = new Map(rows.map((row) => [row.record_no, row]));
  const { sources, zone } = files.case;
  return numbers.flatMap((no): FoundRow[] => {
    const row = byNumber.get(no);
    if (row === undefined) return [];
    const own = people.get(no) ?? [];
    const { id, earliest, latest, offset_minutes: offset } = row;
    const record: FoundRecord = {
      no,
      id: idText('record', id),
      shortId: short.get(id) ?? idText('record', id),
      channel: CHANNELS[row.channel]!,
      time: whenText(earliest, latest, zone),
      written: earliest === null || earliest !== latest || offset === null ? null : isoInstant(earliest, offset),
      isDoubtful: earliest !== null && row.plausibility !== PLAUSIBLE,
      subject: row.subject,
      from: sideOf(own.filter(({ began }) => began)),
      to: sideOf(own.filter(({ began }) => !began)),
      source: shownSource(row, sources),
      member: shownPath(row.member, [], row.protected),
    };
    return [{ record, row }];
  });
}
