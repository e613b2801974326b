/** Whether the records could have shown what a disclosure tells. */
import type { Query } from '../../ledger.ts';

/** Disclosures that exist; the smallest contact that fits, and the smallest that the matching gave it. */
export const DISCLOSURE_FITS: Query = {
  name: 'disclosure-fits',
  sql: `select d.disclosure_no, d.nil, d.channels, d.earliest, d.latest, f.contact_no as fits
    from disclosure d
    left join (select disclosure_no, min(contact_no) as contact_no from fit where own group by 1) f using (disclosure_no)
    where d.given is null or d.given <= $as_of
    order by 1`,
};

/** Parties that disclosures without a contact name by themselves. */
export const UNFIT_PARTY: Query = {
  name: 'unfit-party',
  sql: `create or replace temp table unfit_party as
    select p.disclosure_no, p.party_no, bool_or(p.discloser) as discloser
    from disclosure_party p join disclosure d using (disclosure_no)
    where not p.via_organisation and p.grade < 2 and not d.nil and (d.given is null or d.given <= $as_of)
      and p.disclosure_no not in (select disclosure_no from fit where own)
    group by 1, 2`,
};

export const UNFIT_PARTIES: Query = {
  name: 'unfit-parties',
  sql: 'select disclosure_no, party_no, discloser from unfit_party order by 1, 2',
};
