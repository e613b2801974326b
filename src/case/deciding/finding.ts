/** A decision about a finding: what it takes hold of in the last build, so that a later change of its evidence can be told. */
import type { FindingDecision } from '../files/index.ts';
import type { OpenCase } from '../open.ts';
import { wholeFinding } from '../views/findings.ts';

/** Whether a finding is accepted, put aside, or open again. */
export type FindingDecisionKind = FindingDecision['kind'];

/** A finding as a decision takes hold of it. */
export interface DecidableFinding {
  readonly text: string;
  readonly status: string;
  readonly anchor: FindingDecision['finding'];
}

/** The finding with all that it rests on now. @param no finding_no */
export async function decidableFinding(open: OpenCase, no: number): Promise<DecidableFinding> {
  const view = await wholeFinding(open, no);
  return {
    text: view.text,
    status: view.status,
    anchor: {
      detector: view.detector,
      subject: view.subject,
      evidence: view.evidence,
      bounds: { min: view.bounds.min, max: view.bounds.max },
      contacts: view.contactList.map(({ id }) => id),
      records: view.recordList.map(({ record }) => record),
      disclosures: view.disclosureList.map(({ id }) => id),
      statements: [...view.statements],
    },
  };
}
