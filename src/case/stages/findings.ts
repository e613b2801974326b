/** The stage that asks the detectors and remembers what people decided about their answers. */
import { hash64 } from '../../bytes/hash.ts';
import type { Detector } from '../../detectors/detector.ts';
import { DETECTORS } from '../../detectors/list.ts';
import type { Ledger, Parameters, Query, Row } from '../../ledger/ledger.ts';
import { CONTACTS_BY_ID, DISCLOSURES_BY_ID, NAMED_IDS } from '../../ledger/queries/detectors/finding-ids.ts';
import { DETECTOR_QUERIES } from '../../ledger/queries/detectors/list.ts';
import { DUE_LINK } from '../../ledger/queries/reconcile/due.ts';
import { FIT, FIT_LINK, LONE, PAIR } from '../../ledger/queries/reconcile/fit.ts';
import { CLEAR } from '../../ledger/queries/reconcile/rest.ts';
import { type Finding, GRADES } from '../../model/finding.ts';
import { parseId } from '../../model/ids.ts';
import type { CaseFiles, FindingDecision } from '../files/index.ts';
import { readReferences } from './disclosures.ts';
import { askedDuties, writeDuties } from './duties.ts';

export type FindingStatus = 'open' | 'confirmed' | 'dismissed' | 'reopened';

/** A finding as it is kept. */
interface KeptFinding extends Finding {
  readonly id: bigint;
  /** Hash of what it rests on, hex: a decision about it holds while this stays. */
  readonly evidence: string;
  readonly status: FindingStatus;
}

async function prepare(ledger: Ledger, files: CaseFiles, asOf: number): Promise<void> {
  await writeDuties(ledger, files, await readReferences(ledger), askedDuties(files));
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

function evidenceOf(finding: Finding): string {
  const { bounds, records, disclosures } = finding;
  const text = JSON.stringify([bounds.min, bounds.max, [...records].sort(), [...disclosures].sort()]);
  return hash64(text).toString(16).padStart(16, '0');
}

const anchorOf = (finding: { readonly detector: string; readonly subject: string }): string =>
  JSON.stringify([finding.detector, finding.subject]);

/** What people decided last about each finding. */
function decided(files: CaseFiles): ReadonlyMap<string, FindingDecision> {
  const decisions = files.decisions.decisions.filter(
    (decision): decision is FindingDecision => decision.kind === 'confirm' || decision.kind === 'dismiss',
  );
  return new Map(decisions.map((decision) => [anchorOf(decision.finding), decision]));
}

function statusOf(decision: FindingDecision | undefined, evidence: string): FindingStatus {
  if (decision === undefined) return 'open';
  if (decision.finding.evidence !== evidence) return 'reopened';
  return decision.kind === 'confirm' ? 'confirmed' : 'dismissed';
}

/** Heaviest first, then in the order of detector and subject, by code units. */
function byWeight(a: Finding, b: Finding): number {
  if (a.weight !== b.weight) return b.weight - a.weight;
  const [x, y] = [anchorOf(a), anchorOf(b)];
  return x < y ? -1 : x > y ? 1 : 0;
}

async function numbersOf(ledger: Ledger, findings: readonly Finding[]): Promise<(id: string) => number | undefined> {
  const hash = (id: string): bigint => parseId(id)!.from;
  const named = new Set(findings.flatMap((f) => [...f.records, ...f.disclosures].map(hash)));
  await ledger.run(NAMED_IDS, { lines: [...named].join('\n') });
  type ById = { readonly id: bigint; readonly no: number };
  const contacts = new Map((await ledger.rows<ById>(CONTACTS_BY_ID)).map((row) => [row.id, row.no]));
  const disclosures = new Map((await ledger.rows<ById>(DISCLOSURES_BY_ID)).map((row) => [row.id, row.no]));
  return (id) => (parseId(id)!.kind === 'contact' ? contacts : disclosures).get(hash(id));
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
    contacts: findings.map((f) => numbers(f.records)),
    disclosures: findings.map((f) => numbers(f.disclosures)),
    weight: findings.map((f) => f.weight),
    status: findings.map((f) => f.status),
  });
}

/**
 * Fills finding: asks every detector of the list. A finding's id is the hash of detector, parameters and subject; a
 * confirmation or dismissal holds while the evidence is the same, and opens again when it is not.
 * @param asOf the case's "now", epoch seconds UTC
 * @returns number of findings
 */
export async function findingsStage(ledger: Ledger, files: CaseFiles, asOf: number): Promise<number> {
  await prepare(ledger, files, asOf);
  const decisions = decided(files);
  const kept: KeptFinding[] = [];
  for (const detector of DETECTORS) {
    const { parameters } = detector;
    const rows = await rowsOf(ledger, detector, files);
    for (const finding of detector.findings(rows, parameters, { instant: asOf, zone: files.case.zone })) {
      const evidence = evidenceOf(finding);
      const id = hash64(JSON.stringify(['finding', detector.name, parameters, finding.subject]));
      kept.push({ ...finding, id, evidence, status: statusOf(decisions.get(anchorOf(finding)), evidence) });
    }
  }
  await write(ledger, kept.sort(byWeight));
  await ledger.run(CLEAR);
  return kept.length;
}
