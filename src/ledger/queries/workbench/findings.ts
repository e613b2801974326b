/** Findings by the page. */
import type { Query } from '../../ledger.ts';

const CHOSEN = `where $detector in ('', detector) and ($statuses = '' or status in (select unnest(string_split($statuses, ','))))`;

/** Numbers of findings, the heaviest first. Parameters: detector, statuses (with commas), limit, offset. @returns no */
export const FINDINGS_PAGE: Query = {
  name: 'findings-page',
  sql: `select finding_no as no from finding ${CHOSEN} order by finding_no limit $limit offset $offset`,
};

/** How many. Parameters: detector, statuses. @returns findings */
export const FINDINGS_CHOSEN: Query = {
  name: 'findings-chosen',
  sql: `select count(*)::integer as findings from finding ${CHOSEN}`,
};

/** By detector, in the order of their heaviest. @returns detector, findings */
export const FINDINGS_BY_DETECTOR: Query = {
  name: 'findings-by-detector',
  sql: 'select detector, count(*)::integer as findings from finding group by detector order by min(finding_no)',
};

/** Rows of $numbers in order. @returns FindingRow of ../views/disclosures.ts */
export const FINDINGS_OF_NUMBERS: Query = {
  name: 'findings-of-numbers',
  sql: `select finding_no, id, detector, text, min, max, grade, subject, evidence, coalesce(contacts, '[]') as contacts,
      coalesce(records, '[]') as records, coalesce(disclosures, '[]') as disclosures, coalesce(statements, '[]') as statements,
      status, decided from finding
    where finding_no in (select cast(unnest(string_split($numbers, chr(10))) as integer)) order by finding_no`,
};

/** Findings beside one in the order of the list. Parameter: no. @returns id, no */
export const FINDINGS_BESIDE: Query = {
  name: 'findings-beside',
  sql: 'select id, finding_no as no from finding where finding_no in ($no - 1, $no + 1) order by finding_no',
};
