/** Rows for the detector told-against-recorded. */
import type { Query } from '../../ledger.ts';

const ROWS: Query = {
  name: 'told-against-recorded',
  sql: `with listed as (
      select count_no, part, place, cast(json_extract_string(contacts, '$[' || place || ']') as integer) as contact_no
      from (
        select count_no, part, contacts, unnest(range(0, cast(json_array_length(contacts) as bigint))) as place
        from told_count)),
    named as (
      select l.count_no, l.part, list(k.id::varchar order by l.place)::json::varchar as contacts
      from listed l join contact k using (contact_no) group by l.count_no, l.part)
    select t.entry, t.part, t.told_by, t.between_a, t.between_b, t.undisclosed, t.told_min, t.told_max, t.recorded_min,
      t.recorded_max, t.beyond, t.together, t.verdict, t.sentence, n.contacts
    from told_count t left join named n using (count_no, part)
    order by t.count_no, t.part`,
};

/** Its query, whatever counts as a contact: the told counts were compared before. */
export function toldAgainstRecorded(): readonly Query[] {
  return [ROWS];
}
