/** The stage that asks the detectors and remembers what people decided about their answers. */
import { hash64 } from '../../bytes/hash.ts';
import type { Detector } from '../../detectors/detector.ts';
import { DETECTORS } from '../../detectors/list.ts';
import type { Ledger, Parameters, Query, Row } from '../../ledger/ledger.ts';
import { CLEAR_DETECTORS } from '../../ledger/queries/detectors/facts.ts';
import {
  CONTACTS_BY_ID,
  DISCLOSURES_BY_ID,
  NAMED_IDS,
  RECORDS_BY_ID,
} from '../../ledger/queries/detectors/finding-ids.ts';
import { DETECTOR_QUERIES } from '../../ledger/queries/detectors/list.ts';
import { DUE_LINK } from '../../ledger/queries/reconcile/due.ts';
import { FIT, FIT_LINK, LONE, PAIR } from '../../ledger/queries/reconcile/fit.ts';
import { CLEAR } from '../../ledger/queries/reconcile/rest.ts';
import { type Finding, GRADES } from '../../model/finding.ts';
import { type IdKind, parseId } from '../../model/ids.ts';
import type { CaseFiles } from '../files/index.ts';
import { readReferences } from './disclosures.ts';
import { askedDuties, writeDuties } from './duties.ts';
import { eventsStage } from './events.ts';
import {
  anchorOf,
  decidedFindings,
  evidenceOf,
  type FindingDecided,
  type FindingStatus,
  standingOf,
} from './finding-decisions.ts';
import { writeFacts } from './finding-facts.ts';

/** A finding as it is kept. */
interface KeptFinding extends Finding {
  readonly id: bigint;
  readonly evidence: string;
  readonly status: FindingStatus;
  readonly decided: FindingDecided | null;
}

async function prepare(ledger: Ledger, files: CaseFiles, asOf: number): Promise<void> {
  const references = await readReferences(ledger);
  await writeDuties(ledger, files, references, askedDuties(files));
  await writeFacts(ledger, files, references);
  await eventsStage(ledger, files);
  await ledger.run(PAIR, { as_of: asOf });
  for (const query of [DUE_LINK, LONE, FIT_LINK, FIT]) await ledger.run(query);
}

/** Runs the queries of a detector: with the case's definition, and its parameters (mostPairs is $most_pairs). */
async function rowsOf(ledger: Ledger, detector: Detector, files: CaseFiles): Promise<Row[]> {
  const queries = DETECTOR_QUERIES.get(detector.name)?.(files.case.definition.definition);
  if (queries === undefined) throw new RangeError(`no query for the detector ${detector.name}`);
  const all = Object.entries(detector.parameters).map(
    ([name, value]) => [name.replace(/[A-Z]/g, (letter) => `_${letter.toLowerCase()}`), value] as const,
  );
  const of = ({ sql }: Query): Parameters => Object.fromEntries(all.filter(([name]) => sql.includes(`$${name}`)));
  for (const query of queries.slice(0, -1)) await ledger.run(query, of(query));
  const last = queries.at(-1)!;
  return ledger.rows(last, of(last));
}

/** Heaviest first, then in the order of detector and subject, by code units. */
function byWeight(a: Finding, b: Finding): number {
  if (a.weight !== b.weight) return b.weight - a.weight;
  const [x, y] = [anchorOf(a), anchorOf(b)];
  return x < y ? -1 : x > y ? 1 : 0;
}

/** From ids that findings name to the numbers of this build. */
async function numbersOf(ledger: Ledger, findings: readonly Finding[]): Promise<(id: string) => number | undefined> {
  const hash = (id: string): bigint => parseId(id)!.from;
  const named = (list: 'contacts' | 'records' | 'disclosures'): bigint[] => findings.flatMap((f) => f[list].map(hash));
  const numbers = async (query: Query, ids: readonly bigint[]): Promise<ReadonlyMap<bigint, number>> => {
    if (ids.length === 0) return new Map();
    await ledger.run(NAMED_IDS, { lines: [...new Set(ids)].join('\n') });
    const rows = await ledger.rows<{ readonly id: bigint; readonly no: number }>(query);
    return new Map(rows.map(({ id, no }) => [id, no]));
  };
  const of: { readonly [kind in IdKind]?: ReadonlyMap<bigint, number> } = {
    contact: await numbers(CONTACTS_BY_ID, named('contacts')),
    record: await numbers(RECORDS_BY_ID, named('records')),
    disclosure: await numbers(DISCLOSURES_BY_ID, named('disclosures')),
  };
  return (id) => of[parseId(id)!.kind]?.get(hash(id));
}

async function write(ledger: Ledger, findings: readonly KeptFinding[]): Promise<void> {
  const numberOf = await numbersOf(ledger, findings);
  const numbers = (ids: readonly string[]): string =>
    JSON.stringify(ids.map(numberOf).filter((number) => number !== undefined));
  await ledger.append('finding', findings.length, {
    finding_no: findings.map((_, i) => i),
    id: findings.map((f) => f.id),
    detector: findings.map((f) => f.detector),
    text: findings.map((f) => f.text),
    min: findings.map((f) => f.bounds.min),
    max: findings.map((f) => f.bounds.max),
    grade: findings.map((f) => GRADES.indexOf(f.grade)),
    subject: findings.map((f) => f.subject),
    evidence: findings.map((f) => f.evidence),
    contacts: findings.map((f) => numbers(f.contacts)),
    records: findings.map((f) => numbers(f.records)),
    disclosures: findings.map((f) => numbers(f.disclosures)),
    statements: findings.map((f) => JSON.stringify(f.statements)),
    weight: findings.map((f) => f.weight),
    status: findings.map((f) => f.status),
    decided: findings.map((f) => (f.decided === null ? null : JSON.stringify(f.decided))),
  });
}

/**
 * Fills finding: asks every detector of the list. A finding's id is the hash of detector, parameters and subject; a
 * confirmation or dismissal holds while the evidence is the same, and opens again when it is not.
 * @param asOf the case's "now", epoch seconds UTC
 * @param detectors which are asked
 * @returns number of findings
 */
export async function findingsStage(
  ledger: Ledger,
  files: CaseFiles,
  asOf: number,
  detectors: readonly Detector[] = DETECTORS,
): Promise<number> {
  await prepare(ledger, files, asOf);
  const decisions = decidedFindings(files);
  const kept: KeptFinding[] = [];
  const untested: { readonly detector: string; readonly text: string }[] = [];
  for (const detector of detectors) {
    const { parameters } = detector;
    const rows = await rowsOf(ledger, detector, files);
    for (const text of detector.untested?.(rows, parameters) ?? []) untested.push({ detector: detector.name, text });
    for (const finding of detector.findings(rows, parameters, { instant: asOf, zone: files.case.zone })) {
      const evidence = evidenceOf(finding);
      const id = hash64(JSON.stringify(['finding', detector.name, parameters, finding.subject]));
      kept.push({ ...finding, id, evidence, ...standingOf(decisions.get(anchorOf(finding)), finding, evidence) });
    }
  }
  await write(ledger, kept.sort(byWeight));
  await ledger.append('untested', untested.length, {
    detector: untested.map(({ detector }) => detector),
    text: untested.map(({ text }) => text),
  });
  await ledger.run(CLEAR);
  await ledger.run(CLEAR_DETECTORS);
  return kept.length;
}
