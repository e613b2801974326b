/** Rows for the detector unrecorded-disclosure. */
import { DISCLOSURE_STATES } from '../../../model/state.ts';
import type { Query } from '../../ledger.ts';

const NAMES = 'list(distinct n.name order by n.name)';

const ROWS: Query = {
  name: 'unrecorded-disclosure',
  sql: `with named as (
      select p.disclosure_no, p.discloser, y.name, min(p.grade) as grade
      from disclosure_party p join party y using (party_no)
      where not p.via_organisation and p.grade < 2 group by 1, 2, 3)
    select d.id::varchar as id, d.channels, d.earliest, d.latest, d.capacity, d.audience, d.text,
      (${NAMES} filter (where n.discloser))::json::varchar as disclosers,
      (${NAMES} filter (where not n.discloser))::json::varchar as others,
      max(n.grade) as grade
    from disclosure_state s join disclosure d using (disclosure_no) left join named n using (disclosure_no)
    where s.state = ${DISCLOSURE_STATES.indexOf('unrecorded')}
    group by d.disclosure_no, d.id, d.channels, d.earliest, d.latest, d.capacity, d.audience, d.text
    order by d.earliest nulls last, d.id`,
};

/** Its query, whatever counts as a contact. */
export function unrecordedDisclosure(): readonly Query[] {
  return [ROWS];
}
