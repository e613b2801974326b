/** One finding whole: the question, both sides, the rule, and what a person decided. */
import type { OpenCase } from '../../case/open.ts';
import { heldAgainst } from '../../case/views/coverage.ts';
import { definitionText } from '../../case/views/definition.ts';
import { wholeFinding } from '../../case/views/findings.ts';
import { DETECTOR_QUERIES } from '../../ledger/queries/detectors/list.ts';
import { boundsText } from '../../model/bounds.ts';
import type { Line } from '../frame/line.ts';
import type { Output } from '../frame/output.ts';
import { contactLine } from './contact.ts';
import { decidedJson, decidedLines } from './decided.ts';
import { disclosureLine } from './disclosure.ts';
import { contactJson, disclosureJson } from './json.ts';
import { sqlLines } from './sql.ts';
import { sourcingJson, tellingJson, tellingLines } from './telling.ts';
import { wrapLines } from './wrap.ts';

/** Explains a finding. @param no finding_no */
export async function explainFinding(open: OpenCase, output: Output, no: number): Promise<void> {
  const view = await wholeFinding(open, no);
  const { definition } = open.files.case.definition;
  const queries = DETECTOR_QUERIES.get(view.detector)?.(definition) ?? [];
  const sql = queries.map((query) => query.sql);
  const value = {
    id: view.id,
    detector: view.detector,
    question: view.question,
    text: view.text,
    bounds: view.bounds,
    grade: view.grade,
    status: view.status,
    subject: view.subject,
    evidence: view.evidence,
    parameters: view.parameters,
    contacts: view.contactList.map(contactJson),
    records: view.recordList.map(({ record, source, member, bytes, row }) => ({ record, source, member, bytes, row })),
    disclosures: view.disclosureList.map(disclosureJson),
    statements: view.statements,
    sourcing: sourcingJson(view.sourcing),
    told: view.tellings.map(tellingJson),
    decided: decidedJson(view.decided),
    sql,
  };
  await output.document(value, () => {
    const side = (title: string, lines: readonly Line[]): Line[] =>
      lines.length === 0 ? [] : [`  ${title}`, ...lines];
    return [
      ...wrapLines(
        [
          `  ${view.text}`,
          `  ${view.shortId}, ${view.detector}: ${view.question} ${boundsText(view.bounds)}, ${view.grade}, ${view.status}.`,
          ...side(
            'In the records:',
            view.contactList.map((contact, i) => contactLine(contact, i + 1)),
          ),
          ...side(
            'Records by themselves:',
            view.recordList.map(({ record, text }): Line => `    ${text}  ${record}`),
          ),
          ...side('In the disclosures:', view.disclosureList.map(disclosureLine)),
          ...side(
            'Statements:',
            view.statements.map((statement): Line => `    ${statement}`),
          ),
          `  Known by ${view.sourcing.text}.`,
          ...side('Told in:', tellingLines(open, view.tellings)),
          ...decidedLines(view.decided),
          `  Counted: ${definitionText(definition, null)}.`,
          `  ${heldAgainst(open)}`,
          `  How it is found: ${view.doc}`,
        ],
        output.width,
      ),
      ...sqlLines(sql),
    ];
  });
}
