/** Problems by the page. */
import type { Query } from '../../ledger.ts';

const CHOSEN = `where $severity in ('', p.severity)`;

/** The gravest first. Parameters: severity ('' all), limit, offset. @returns ProblemRow of ../views/status.ts */
export const PROBLEMS_PAGE: Query = {
  name: 'problems-page',
  sql: `select p.source_no, s.path, s.entry, s.member, coalesce(s.protected, false) as protected, coalesce(p.byte_offset, 0) as byte_offset,
      coalesce(p.byte_length, 0) as byte_length, coalesce(p.row_no, 0) as row_no, p.severity, p.code, p.message
    from problem p join source s using (source_no) ${CHOSEN}
    order by case p.severity when 'failed' then 0 when 'doubtful' then 1 else 2 end, p.source_no, p.byte_offset, p.row_no, p.code
    limit $limit offset $offset`,
};
