/** The one place that knows the order of the stages. Each reads the tables before it and fills its own. */
import type { Ledger } from '../../ledger/ledger.ts';
import { bodyReader } from '../citations/body.ts';
import type { CaseFiles } from '../files/index.ts';
import { signaturesStage } from '../identity/signatures.ts';
import { switchesStage } from '../identity/switches.ts';
import { asOfInstant } from '../read-case.ts';
import { contactsStage, type ProblemRow } from '../stages/contacts.ts';
import { coverageStage } from '../stages/coverage.ts';
import { disclosuresStage } from '../stages/disclosures.ts';
import { findingsStage } from '../stages/findings.ts';
import { identityStage } from '../stages/identity.ts';
import { linksStage } from '../stages/links.ts';
import { apartOf } from '../stages/people.ts';
import { reconcileStage } from '../stages/reconcile.ts';
import { reportsStage } from '../stages/reports.ts';
import { sourcingStage } from '../stages/sourcing.ts';
import { statementsStage } from '../stages/statements.ts';

/** Names of the stages after the records, in their order. */
export const STAGES = [
  'reports',
  'identity',
  'contacts',
  'links',
  'coverage',
  'disclosures',
  'states',
  'sourcing',
  'statements',
  'findings',
] as const;
export type Stage = (typeof STAGES)[number];

/**
 * Runs the stages after the records.
 * @param folder the case folder, from which bodies of messages are read again
 * @param spool where large members of archives go for a while
 * @param onStage told which stage begins
 */
export async function runStages(
  ledger: Ledger,
  files: CaseFiles,
  folder: string,
  spool: string,
  onStage: (stage: Stage) => void,
): Promise<void> {
  const asOf = asOfInstant(files);
  onStage('reports');
  const { problems } = await reportsStage(ledger, files, folder);
  await writeProblems(ledger, problems);
  onStage('identity');
  await signaturesStage(ledger, folder, spool);
  await identityStage(ledger, files);
  onStage('contacts');
  await contacts(ledger, folder, spool);
  onStage('links');
  await linksStage(ledger, files.case.definition.definition.floor);
  onStage('coverage');
  await coverageStage(ledger, files, asOf);
  await switchesStage(ledger, apartOf(files));
  onStage('disclosures');
  await disclosuresStage(ledger, files, asOf);
  onStage('states');
  await reconcileStage(ledger, files, asOf);
  onStage('sourcing');
  await sourcingStage(ledger, files);
  onStage('statements');
  await statementsStage(ledger, files);
  onStage('findings');
  await findingsStage(ledger, files, asOf);
}

async function contacts(ledger: Ledger, folder: string, spool: string): Promise<void> {
  const problems: ProblemRow[] = [];
  const bodies = bodyReader(ledger, folder, spool);
  try {
    await contactsStage(ledger, {
      body: (record) => bodies.body(record),
      problem: (problem) => problems.push(problem),
    });
  } finally {
    await bodies.close();
  }
  await writeProblems(ledger, problems);
}

async function writeProblems(ledger: Ledger, problems: readonly ProblemRow[]): Promise<void> {
  const column = <K extends keyof ProblemRow>(key: K): ProblemRow[K][] => problems.map((problem) => problem[key]);
  await ledger.append('problem', problems.length, {
    source_no: column('source_no'),
    byte_offset: column('byte_offset'),
    byte_length: column('byte_length'),
    row_no: column('row_no'),
    severity: column('severity'),
    code: column('code'),
    message: column('message'),
  });
}
