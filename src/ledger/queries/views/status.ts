/** What the sources of a case hold, and what is wrong with them. */
import type { Query } from '../../ledger.ts';

/** A row of PROBLEMS. */
export interface ProblemRow {
  readonly source_no: number;
  readonly path: string;
  readonly entry: string | null;
  readonly member: string;
  readonly protected: boolean;
  readonly byte_offset: number;
  readonly byte_length: number;
  readonly row_no: number;
  readonly severity: string;
  readonly code: string;
  readonly message: string;
}

/** The gravest first, at most $most. */
export const PROBLEMS: Query = {
  name: 'problems',
  sql: `select p.source_no, s.path, s.entry, s.member, coalesce(s.protected, false) as protected, coalesce(p.byte_offset, 0) as byte_offset,
      coalesce(p.byte_length, 0) as byte_length, coalesce(p.row_no, 0) as row_no, p.severity, p.code, p.message
    from problem p join source s using (source_no)
    order by case p.severity when 'failed' then 0 when 'doubtful' then 1 else 2 end, p.source_no, p.byte_offset, p.row_no, p.code
    limit $most`,
};

/** Problems by kind. @returns severity, code, problems */
export const PROBLEM_COUNTS: Query = {
  name: 'problem-counts',
  sql: `select severity, code, problems from (select severity, code, count(*) as problems from problem group by severity, code)
    order by case severity when 'failed' then 0 when 'doubtful' then 1 else 2 end, problems desc, code`,
};

/** A source with what was made of it. Parameter: no. */
export const SOURCE_OF: Query = {
  name: 'source-of',
  sql: `select path, entry, coalesce(protected, false) as protected, file_sha256, size, coalesce(format, '') as format, template,
      producer, custodian,
      (select count(*) from record r where r.source_no = s.source_no) as records,
      (select count(*) from problem p where p.source_no = s.source_no) as problems
    from source s where source_no = $no`,
};
