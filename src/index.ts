/**
 * The library: what programs of other people may rely on.
 *
 * ```ts
 * import { buildCase, openCase, countContacts, DEFAULT_DEFINITION } from 'backchannel';
 *
 * await buildCase('my-case');
 * const open = await openCase('my-case');
 * const question = { between: '@office', and: '@contractor', from: null, to: null, channels: null };
 * const { bounds, listed } = await countContacts(open.ledger, { ...question, definition: DEFAULT_DEFINITION });
 * await open.close();
 * ```
 */
export { type BuildOptions, buildCase } from './case/build.ts';
export type { BuildProgress, BuildReport, SourceReport } from './case/build-report.ts';
export { type Cited, cite } from './case/cite.ts';
export { type Count, countContacts, type Question } from './case/count.ts';
export { type CountRow, countContactsBy } from './case/count-by.ts';
export { CaseError } from './case/error.ts';
export { type OpenCase, openCase } from './case/open.ts';
export { tableHashes } from './case/table-hash.ts';
export { type UndisclosedCount, undisclosedBounds } from './case/undisclosed.ts';
export type { Format, RecordSink } from './formats/format.ts';
export { FORMATS } from './formats/list.ts';
export { TEMPLATES } from './formats/templates/list.ts';
export type { Ledger, Query, Row } from './ledger/ledger.ts';
export type { Bounds } from './model/bounds.ts';
export { DEFAULT_DEFINITION, type Definition } from './model/definition.ts';
