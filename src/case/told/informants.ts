/** The informants of a case in the terms of sourcing. */
import { type Informants, informantsById } from '../../sourcing/informants.ts';
import type { CaseFiles } from '../files/index.ts';

/** Informants of reports.yaml by their pseudonyms. */
export function informantsOf(files: Pick<CaseFiles, 'reports'>): Informants {
  return informantsById(files.reports.informants.map((entry) => ({ ...entry, persons: entry.persons ?? null })));
}
