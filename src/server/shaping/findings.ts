/** Findings as rows. */

import type { DecisionsFile } from '../../case/files/index.ts';
import type { FindingView } from '../../case/views/findings.ts';
import { PendingFindings } from '../../case/workbench/pending.ts';
import type { FindingRow } from '../shapes/finding-row.ts';

/** Makes rows of findings. @param decisions as they stand in the case folder */
export function findingRows(decisions: DecisionsFile): (view: FindingView) => FindingRow {
  const pending = new PendingFindings(decisions);
  return (view) => {
    const { decided } = view;
    return {
      id: view.id,
      detector: view.detector,
      text: view.text,
      bounds: view.bounds,
      grade: view.grade,
      status: view.status as FindingRow['status'],
      decided: decided === null ? null : { kind: decided.kind, who: decided.who, when: decided.when, why: decided.why },
      waiting: pending.of(view, decided),
    };
  };
}
