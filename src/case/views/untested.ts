/** What detectors could not ask of a case, and why. */
import { UNTESTED } from '../../ledger/queries/detectors/untested.ts';
import type { ViewedCase } from './contacts.ts';

/** One thing that was not asked. */
export interface UntestedView {
  readonly detector: string;
  /** What, and why; without a full stop. */
  readonly text: string;
}

/** What could not be asked, in the order of detector and text. @param detector null: of all */
export async function untestedViews(
  { ledger }: Pick<ViewedCase, 'ledger'>,
  detector: string | null,
): Promise<UntestedView[]> {
  return ledger.rows<UntestedView>(UNTESTED, { detector: detector ?? '' });
}
