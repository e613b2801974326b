/** /contacts/:id: one contact with its witnesses, its states, and what competes with it. */
import { heldAgainst } from '../../case/views/coverage.ts';
import { disclosureList } from '../../case/views/disclosures.ts';
import { viewsOfFindings } from '../../case/views/findings.ts';
import { rivalsOf } from '../../case/views/rivals.ts';
import { sourcingOf } from '../../case/views/sourcing.ts';
import { STATE_MEANING } from '../../case/views/state-words.ts';
import { instantText } from '../../case/views/time.ts';
import { DEFAULT_LIMITS } from '../../contacts/limits.ts';
import { openText, ruleText } from '../../contacts/rules.ts';
import { CONTACT_STATES_OF, MAY_BE_SAME_AS } from '../../ledger/queries/views/contacts.ts';
import { FINDINGS_ON_CONTACT, type FindingRow } from '../../ledger/queries/views/disclosures.ts';
import { CONTACT_LINKS, type ContactLinkRow, RULE_OF } from '../../ledger/queries/workbench/contact.ts';
import { DIRECTNESS } from '../../model/definition.ts';
import { GRADES } from '../../model/finding.ts';
import { CONTACT_STATES } from '../../model/state.ts';
import { located } from '../asking/located.ts';
import type { Desk } from '../desk.ts';
import { dataRoute } from '../http/data.ts';
import type { Route } from '../http/exchange.ts';
import type { Opened } from '../opened.ts';
import type { ContactPage, StateLine } from '../shapes/contact.ts';
import { citedWitnesses } from '../shaping/cited.ts';
import { contactRows } from '../shaping/contacts.ts';
import { disclosureRow } from '../shaping/disclosures.ts';
import { findingRows } from '../shaping/findings.ts';
import { toldLines } from '../shaping/told.ts';

/** Links and rivals that are given; a mail to thousands has thousands. */
const [LINKS, RIVALS] = [200, 50];

interface StateRow {
  readonly duty: string;
  readonly holder: string | null;
  readonly audience: string;
  readonly state: number;
  readonly disclosure_no: number | null;
  readonly candidates: number | null;
  readonly component: number | null;
  readonly deadline: number | null;
}

function stateLine(row: StateRow, disclosures: ReadonlyMap<number, string>, zone: string): StateLine {
  const state = CONTACT_STATES[row.state]!;
  return {
    duty: row.duty,
    holder: row.holder,
    audience: row.audience,
    state,
    meaning: STATE_MEANING[state],
    deadline: row.deadline === null ? null : instantText(row.deadline, zone),
    candidates: row.candidates,
    disclosure: row.disclosure_no === null ? null : (disclosures.get(row.disclosure_no) ?? null),
  };
}

async function linksOf({ open, names }: Opened, no: number): Promise<ContactPage['links']> {
  const naming = await names.naming();
  const rows = await open.ledger.rows<ContactLinkRow>(CONTACT_LINKS, { no, most: LINKS });
  return rows.map((row) => ({
    from: naming({ key: row.from_key, name: row.from_name }),
    to: naming({ key: row.to_key, name: row.to_name }),
    fromAddress: row.from_address,
    toAddress: row.to_address,
    directness: DIRECTNESS[row.directness]!,
    grade: GRADES[row.grade]!,
    answered: row.answered,
  }));
}

async function whole(desk: Desk, opened: Opened, no: number): Promise<ContactPage> {
  const { open, names } = opened;
  const { ledger, files } = open;
  const [contact] = await contactRows(opened, [no]);
  const [rule] = await ledger.rows<{ rule: string }>(RULE_OF, { no });
  const states = await ledger.rows<StateRow>(CONTACT_STATES_OF, { no });
  const edges = await ledger.rows<{ contact_no: number; why: string }>(MAY_BE_SAME_AS, { no });
  const same = await contactRows(
    opened,
    edges.map((edge) => edge.contact_no),
  );
  const matched = await disclosureList(open, [...new Set(states.flatMap(({ disclosure_no }) => disclosure_no ?? []))]);
  const rivals = (await rivalsOf(ledger, no, states)).slice(0, RIVALS);
  const findings = await viewsOfFindings(open, await ledger.rows<FindingRow>(FINDINGS_ON_CONTACT, { no }));
  const naming = await names.naming();
  const idOf = new Map(matched.map((disclosure) => [disclosure.no, disclosure.id]));
  return {
    contact: contact!,
    witnesses: (await citedWitnesses(opened, [no])).get(no) ?? [],
    rule: rule!.rule,
    ruleText: ruleText(rule!.rule, DEFAULT_LIMITS).join('; '),
    links: await linksOf(opened, no),
    states: states.map((row) => stateLine(row, idOf, files.case.zone)),
    matched: matched.map((view) => disclosureRow(view, naming)),
    competing: await contactRows(opened, rivals),
    maySame: same.map((row, i) => ({ contact: row, why: openText(edges[i]!.why, DEFAULT_LIMITS) })),
    findings: findings.map(findingRows(desk.decisions())),
    knownBy: (await sourcingOf(open, [no])).text,
    told: await toldLines(opened, [no]),
    heldAgainst: heldAgainst(open),
    sql: [CONTACT_LINKS.sql, CONTACT_STATES_OF.sql],
  };
}

/** The address of one contact. */
export function contactRoutes(desk: Desk): Route[] {
  return [
    dataRoute(desk, '/contacts/:id', async (opened, { parts }) =>
      whole(desk, opened, await located(opened, 'contact', parts.id ?? '')),
    ),
  ];
}
