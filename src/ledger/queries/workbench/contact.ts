/** One contact of the workbench. */
import type { Query } from '../../ledger.ts';

/** A row of CONTACT_LINKS. */
export interface ContactLinkRow {
  readonly from_key: string;
  readonly from_name: string;
  readonly to_key: string;
  readonly to_name: string;
  readonly from_address: string;
  readonly to_address: string;
  readonly directness: number;
  readonly grade: number;
  readonly answered: boolean;
}

/** Who with whom in a contact, nearest first. Parameters: no, most. @returns ContactLinkRow */
export const CONTACT_LINKS: Query = {
  name: 'contact-links',
  sql: `select f.key as from_key, f.name as from_name, t.key as to_key, t.name as to_name, a.norm as from_address,
      b.norm as to_address, l.directness, l.grade, l.answered
    from link l join party f on f.party_no = l.from_party join party t on t.party_no = l.to_party
    join address a on a.address_no = l.from_no join address b on b.address_no = l.to_no
    where l.contact_no = $no order by l.directness, l.grade, from_key, to_key, from_address, to_address limit $most`,
};

/** By which rule its witnesses were joined. Parameter: no. @returns rule */
export const RULE_OF: Query = {
  name: 'rule-of',
  sql: `select coalesce(rule, 'single') as rule from contact where contact_no = $no`,
};
