/** The conversation around a message. */
import { type ThreadRow as LedgerRow, QUOTED_BESIDE, THREAD, WRITERS } from '../../ledger/queries/workbench/record.ts';
import { idText } from '../../model/ids.ts';
import type { Opened } from '../opened.ts';
import type { ThreadRow } from '../shapes/record.ts';
import { cutOrNull, SHORT, timeOf } from './texts.ts';

/** Messages that are given. */
const MOST = 50;

async function rowsOf({ open, names, shown }: Opened, found: readonly LedgerRow[]): Promise<ThreadRow[]> {
  if (found.length === 0) return [];
  const numbers = found.map(({ no }) => no).join('\n');
  const writers = await open.ledger.rows<{ record_no: number; key: string; name: string }>(WRITERS, { numbers });
  const byRecord = Map.groupBy(writers, ({ record_no }) => record_no);
  const naming = await names.naming();
  return found.map((row) => {
    shown.set(row.id, row.no);
    return {
      record: idText('record', row.id),
      time: timeOf(row, row.offset_minutes, open.files.case.zone),
      from: (byRecord.get(row.no) ?? []).map(naming),
      subject: cutOrNull(row.subject, SHORT, row.subject_size),
      relation: row.relation as ThreadRow['relation'],
    };
  });
}

/** Messages that a message answers, and that answer it; and those quoted in it, or that quote it. @param no record_no */
export async function threadOf(
  opened: Opened,
  no: number,
): Promise<{ readonly thread: ThreadRow[]; readonly quoted: ThreadRow[] }> {
  const asked = { no, characters: SHORT, most: MOST };
  const { ledger } = opened.open;
  return {
    thread: await rowsOf(opened, await ledger.rows<LedgerRow>(THREAD, asked)),
    quoted: await rowsOf(opened, await ledger.rows<LedgerRow>(QUOTED_BESIDE, asked)),
  };
}
