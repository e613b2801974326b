/** Disclosures and findings as people see them. */
import type { Query } from '../../ledger.ts';

/** A row of disclosurePage. */
export interface DisclosureRow {
  readonly disclosure_no: number;
  readonly id: bigint;
  readonly record_no: number | null;
  readonly entry: string | null;
  readonly channels: number;
  readonly earliest: number | null;
  readonly latest: number | null;
  readonly given: number | null;
  readonly audience: string;
  readonly capacity: number | null;
  readonly nil: boolean;
  readonly text: string | null;
  readonly state: number | null;
  readonly contact_no: number | null;
  readonly coverage: number | null;
}

const DISCLOSURE = `select d.disclosure_no, d.id, d.record_no, d.entry, d.channels, d.earliest, d.latest, d.given, d.audience,
    d.capacity, coalesce(d.nil, false) as nil, d.text, s.state, s.contact_no, s.coverage
  from disclosure d left join disclosure_state s using (disclosure_no)`;

/** All disclosures in the order of time. @returns disclosure_no, state */
export const DISCLOSURES_IN_ORDER: Query = {
  name: 'disclosures-in-order',
  sql: `select d.disclosure_no, cast(s.state as integer) as state from disclosure d left join disclosure_state s using (disclosure_no)
    order by d.earliest nulls last, d.given nulls last, d.id, d.disclosure_no`,
};

/** Disclosures of $numbers. @returns DisclosureRow */
export const DISCLOSURE_ROWS: Query = {
  name: 'disclosure-rows',
  sql: `${DISCLOSURE} where d.disclosure_no in (select cast(unnest(string_split($numbers, chr(10))) as integer))`,
};

/** A party that a disclosure is by or about. */
export interface DisclosurePartyRow {
  readonly disclosure_no: number;
  readonly key: string;
  readonly name: string;
  readonly discloser: boolean;
  readonly grade: number;
  readonly address_no: number | null;
  readonly via_organisation: boolean;
}

/** Of $numbers. @returns DisclosurePartyRow */
export const DISCLOSURE_PARTIES: Query = {
  name: 'disclosure-parties',
  sql: `select x.disclosure_no, p.key, p.name, x.discloser, min(x.grade) as grade, min(x.address_no) as address_no,
      bool_and(coalesce(x.via_organisation, false)) as via_organisation
    from disclosure_party x join party p using (party_no)
    where x.disclosure_no in (select cast(unnest(string_split($numbers, chr(10))) as integer))
    group by x.disclosure_no, p.key, p.name, x.discloser
    order by x.disclosure_no, x.discloser desc, via_organisation, grade, p.key`,
};

/** A row of FINDINGS. */
export interface FindingRow {
  readonly finding_no: number;
  readonly id: bigint;
  readonly detector: string;
  readonly text: string;
  readonly min: number;
  readonly max: number;
  readonly grade: number;
  readonly subject: string;
  readonly evidence: string;
  readonly contacts: string;
  readonly records: string;
  readonly disclosures: string;
  readonly statements: string;
  readonly status: string;
  readonly decided: string | null;
}

const FINDING = `select finding_no, id, detector, text, min, max, grade, subject, evidence, coalesce(contacts, '[]') as contacts,
  coalesce(records, '[]') as records, coalesce(disclosures, '[]') as disclosures, coalesce(statements, '[]') as statements,
  status, decided from finding`;

/** Findings of a detector, or all with '' as $detector, the heaviest first, at most $most. @returns FindingRow */
export const FINDINGS: Query = {
  name: 'findings',
  sql: `${FINDING} where $detector in ('', detector) order by finding_no limit $most`,
};

/** How many findings of a detector there are, and how many of them nobody dismissed. */
export const FINDING_COUNT: Query = {
  name: 'finding-count',
  sql: `select count(*) as findings, count(*) filter (status <> 'dismissed') as standing
    from finding where $detector in ('', detector)`,
};

/** One finding. Parameter: no. @returns FindingRow */
export const FINDING_OF: Query = {
  name: 'finding-of',
  sql: `${FINDING} where finding_no = $no`,
};

/** Findings that rest on a contact. Parameter: no. @returns FindingRow */
export const FINDINGS_ON_CONTACT: Query = {
  name: 'findings-on-contact',
  sql: `${FINDING} where list_contains(cast(contacts as integer[]), cast($no as integer)) order by finding_no`,
};
