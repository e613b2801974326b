/** Which records hold some bytes of a source. */
import type { Query } from '../../ledger.ts';

/** A record that holds a passage. */
export interface HoldingRow {
  readonly record_no: number;
  readonly contact_no: number;
}

/**
 * The smallest record of source $path (its member at the citation path $member) that holds the bytes from $from to $to
 * (exclusive), on the side of the records; of a message and what it quotes the message. @returns HoldingRow, at most one
 */
export const HOLDING_RECORD: Query = {
  name: 'record-of-passage',
  sql: `select r.record_no, coalesce(g.contact_no, r.record_no) as contact_no
    from record r join source s using (source_no) left join grouped g using (record_no)
    where s.side = 0 and s.path = $path and s.member = $member
      and r.byte_offset <= $from and r.byte_offset + r.byte_length >= $to
    order by r.byte_length, r.part, r.record_no limit 1`,
};
