/** Claims as the build judged them. */
import type { Query } from '../../ledger.ts';

/** All of them in the order of statements.yaml. */
export const CLAIMS: Query = { name: 'claims', sql: 'select * from claim order by claim_no' };
