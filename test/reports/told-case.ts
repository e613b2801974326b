/** A case of prose: its files in a folder, and the stages up to the links in a ledger in memory. */
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { countContacts } from '../../src/case/count.ts';
import type { CaseFiles } from '../../src/case/files/index.ts';
import { readCase } from '../../src/case/read-case.ts';
import { contactsStage, type ProblemRow } from '../../src/case/stages/contacts.ts';
import { identityStage } from '../../src/case/stages/identity.ts';
import { linksStage } from '../../src/case/stages/links.ts';
import { reportsStage } from '../../src/case/stages/reports.ts';
import { createLedger } from '../../src/ledger/duckdb.ts';
import type { Ledger } from '../../src/ledger/ledger.ts';
import type { Asked } from '../../src/ledger/queries/contacts/asked.ts';
import type { Bounds } from '../../src/model/bounds.ts';
import { DEFAULT_DEFINITION, type EvidenceFloor } from '../../src/model/definition.ts';

const CASE = `title: made
asOf: 2031-03-01
zone: Europe/Stockholm
groups:
  office: { parties: [ada, bo] }
  firm: { parties: [xi, yo], also: ["@couriers"] }
  couriers: { parties: [zed] }
`;
const PEOPLE = `parties:
  - { id: ada, name: Ada Harbour }
  - { id: bo, name: Bo Harbour }
  - { id: xi, name: Xi Firm }
  - { id: yo, name: Yo Firm }
  - { id: zed, name: Zed Courier }
organisations:
  - { id: firm-ltd, name: Firm Ltd }
`;
/** Who tells things in the made cases. */
export const INFORMANTS = `informants:
  - { id: officials, kind: anonymous, persons: 4 }
  - { id: first-paper, kind: outlet, relies-on: [officials] }
  - { id: second-paper, kind: outlet, relies-on: [first-paper] }
  - { id: auditor, kind: official }
  - { id: bulletin, kind: outlet, relies-on: [auditor] }
  - { id: echo-a, kind: outlet, relies-on: [echo-b] }
  - { id: echo-b, kind: outlet, relies-on: [echo-a] }
`;

export interface ToldCase {
  readonly folder: string;
  readonly files: CaseFiles;
  readonly ledger: Ledger;
  readonly problems: readonly ProblemRow[];
  /** Bounds between two sides under an evidence floor. */
  count(floor: EvidenceFloor, asked?: Partial<Asked>): Promise<Bounds>;
  close(): Promise<void>;
}

/**
 * @param reports the entries of reports.yaml, as YAML under `reports:`
 * @param more other files of the case by name, or ones that replace those of the made case
 */
export async function toldCase(
  reports: string,
  more: { readonly [file: string]: string | Buffer } = {},
): Promise<ToldCase> {
  const folder = mkdtempSync(join(tmpdir(), 'backchannel-told-'));
  const files = { 'case.yaml': CASE, 'people.yaml': PEOPLE, 'reports.yaml': `${INFORMANTS}${reports}`, ...more };
  for (const [name, content] of Object.entries(files)) writeFileSync(join(folder, name), content);
  const read = readCase(folder).files;
  const ledger = await createLedger(':memory:', { threads: 2, memory: 512 });
  const { problems } = await reportsStage(ledger, read, folder);
  await identityStage(ledger, read);
  await contactsStage(ledger, { body: async () => '', problem: () => {} });
  await linksStage(ledger, read.case.definition.definition.floor);
  return {
    folder,
    files: read,
    ledger,
    problems,
    count: async (floor, asked = {}) => {
      const question = { between: '@office', and: '@firm', from: null, to: null, channels: null, ...asked };
      const definition = { ...DEFAULT_DEFINITION, floor };
      return (await countContacts(ledger, { ...question, definition }, false)).bounds;
    },
    close: async () => {
      await ledger.close();
      rmSync(folder, { recursive: true, force: true });
    },
  };
}
