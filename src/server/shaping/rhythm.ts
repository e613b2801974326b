/** When a party begins contacts: hours of the week where it was. */
import type { OpenCase } from '../../case/open.ts';
import { NULL_INT } from '../../ledger/ledger.ts';
import { BEGUN_BY } from '../../ledger/queries/workbench/people.ts';
import { offsetAt } from '../../model/zone.ts';
import type { Rhythm } from '../shapes/people.ts';

const [HOUR, DAY, HOURS] = [3600, 86_400, 168];
/** The epoch began on a Thursday: three days after the Monday from which hours are counted. */
const THURSDAY = 3;

/**
 * Hours of the week, by the offset that the record itself has, else by the case's zone.
 * @param no party_no
 */
export async function rhythmOf({ ledger, files }: OpenCase, no: number): Promise<Rhythm> {
  const begun = await ledger.columns<{ earliest: Float64Array; offset_minutes: Int32Array; exact: Int32Array }>(
    BEGUN_BY,
    { no },
  );
  const contacts = new Array<number>(HOURS).fill(0);
  let [ownOffset, caseZone, without] = [0, 0, 0];
  for (let i = 0; i < begun.rows; i++) {
    const instant = begun.earliest[i]!;
    if (Number.isNaN(instant) || begun.exact[i] !== 1) {
      without++;
      continue;
    }
    const own = begun.offset_minutes[i]!;
    if (own === NULL_INT) caseZone++;
    else ownOffset++;
    const local = instant + (own === NULL_INT ? offsetAt(files.case.zone, instant) : own * 60);
    const day = (((Math.floor(local / DAY) + THURSDAY) % 7) + 7) % 7;
    const hour = Math.floor((((local % DAY) + DAY) % DAY) / HOUR);
    contacts[day * 24 + hour]!++;
  }
  return { contacts, ownOffset, caseZone, without };
}
