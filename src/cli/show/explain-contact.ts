/** A contact opened: its witnesses and the rule that joined them, who is in it, and its states. */
import type { OpenCase } from '../../case/open.ts';
import { contactList } from '../../case/views/contacts.ts';
import { heldAgainst } from '../../case/views/coverage.ts';
import { disclosureList } from '../../case/views/disclosures.ts';
import { viewsOfFindings } from '../../case/views/findings.ts';
import { rivalsOf } from '../../case/views/rivals.ts';
import { sourcingOf } from '../../case/views/sourcing.ts';
import { STATE_MEANING } from '../../case/views/state-words.ts';
import { tellingsOf } from '../../case/views/tellings.ts';
import { instantText } from '../../case/views/time.ts';
import { DEFAULT_LIMITS } from '../../contacts/limits.ts';
import { openText, ruleText } from '../../contacts/rules.ts';
import { CONTACT_STATES_OF, LINKS_OF, MAY_BE_SAME_AS } from '../../ledger/queries/views/contacts.ts';
import { FINDINGS_ON_CONTACT, type FindingRow } from '../../ledger/queries/views/disclosures.ts';
import { DIRECTNESS } from '../../model/definition.ts';
import { GRADES } from '../../model/finding.ts';
import { CONTACT_STATES } from '../../model/state.ts';
import { type Line, span } from '../frame/line.ts';
import type { Output } from '../frame/output.ts';
import { contactLine } from './contact.ts';
import { disclosureLine } from './disclosure.ts';
import { contactJson } from './json.ts';
import { sqlLines } from './sql.ts';
import { sourcingJson, tellingJson, tellingLines } from './telling.ts';
import { wrapLines } from './wrap.ts';

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

interface LinkRow {
  readonly from_key: string;
  readonly to_key: string;
  readonly from_address: string;
  readonly to_address: string;
  readonly directness: number;
  readonly grade: number;
  readonly answered: boolean;
}

function stateLine(open: OpenCase, row: StateRow): string {
  const { zone } = open.files.case;
  const state = CONTACT_STATES[row.state]!;
  const whose =
    row.duty === ''
      ? 'Headline (every duty-holder, public)'
      : `${row.duty}, ${row.holder ?? 'anybody'}, to ${row.audience}`;
  const deadline = row.deadline === null ? '' : `, due ${instantText(row.deadline, zone).slice(0, 10)}`;
  const fits = row.candidates === null ? '' : `, ${row.candidates} admissible`;
  return `    ${whose}: ${state} (${STATE_MEANING[state]}${deadline}${fits})`;
}

function linkLine({ from_key, to_key, from_address, to_address, directness, grade, answered }: LinkRow): Line {
  const text = `    ${from_key} → ${to_key}: ${DIRECTNESS[directness]!}, ${GRADES[grade]!}${answered ? ', answered' : ''}`;
  return [span(grade === 0 ? 'plain' : 'probable', text), span('faint', `  (${from_address} → ${to_address})`)];
}

/** Explains a contact. @param no contact_no */
export async function explainContact(open: OpenCase, output: Output, no: number): Promise<void> {
  const { ledger } = open;
  const [view] = await contactList(open, [no]);
  const links = await ledger.rows<LinkRow>(LINKS_OF, { no });
  const states = await ledger.rows<StateRow>(CONTACT_STATES_OF, { no });
  const edges = await ledger.rows<{ contact_no: number; why: string }>(MAY_BE_SAME_AS, { no });
  const same = await contactList(
    open,
    edges.map((edge) => edge.contact_no),
  );
  const matched = await disclosureList(open, [...new Set(states.flatMap(({ disclosure_no }) => disclosure_no ?? []))]);
  const rivals = await contactList(open, await rivalsOf(ledger, no, states));
  const findings = await viewsOfFindings(open, await ledger.rows<FindingRow>(FINDINGS_ON_CONTACT, { no }));
  const sourcing = await sourcingOf(open, [no]);
  const tellings = await tellingsOf(open, [no]);
  const value = {
    contact: contactJson(view!),
    links: links.map((link) => ({
      from: link.from_key,
      to: link.to_key,
      from_address: link.from_address,
      to_address: link.to_address,
      directness: DIRECTNESS[link.directness]!,
      grade: GRADES[link.grade]!,
      answered: link.answered,
    })),
    states: states.map((row) => ({
      duty: row.duty,
      holder: row.holder,
      audience: row.audience,
      state: CONTACT_STATES[row.state]!,
      deadline: row.deadline === null ? null : instantText(row.deadline, open.files.case.zone),
      disclosure: matched.find((d) => d.no === row.disclosure_no)?.id ?? null,
    })),
    may_be_same: same.map((contact, i) => ({ contact: contact.id, why: edges[i]!.why })),
    competing: rivals.map(({ id }) => id),
    findings: findings.map(({ id }) => id),
    sourcing: sourcingJson(sourcing),
    told: tellings.map(tellingJson),
    sql: LINKS_OF.sql,
  };
  const { rule, witnesses, subject, flags } = view!;
  const section = (title: string, lines: readonly Line[]): Line[] =>
    lines.length === 0 ? [] : [`  ${title}`, ...lines];
  await output.document(value, () => [
    ...wrapLines(
      [
        contactLine(view!, null),
        ...(subject === null || subject === '' ? [] : [`  Subject: ${subject}`]),
        ...(flags.length === 0 ? [] : [`  Marks: ${flags.join(', ')}`]),
        `  Witnesses: ${witnesses.length}, by the rule ${rule}: ${ruleText(rule, DEFAULT_LIMITS).join('; ')}`,
        ...witnesses.map(({ text, record }): Line => `    ${text}  ${record}`),
        `  Known by ${sourcing.text}.`,
        ...section('Told in:', tellingLines(open, tellings)),
        ...section('Who with whom:', links.map(linkLine)),
        ...section(
          'May be the same event as:',
          same.flatMap((contact, i) => [
            contactLine(contact, null),
            `      ${openText(edges[i]!.why, DEFAULT_LIMITS)}`,
          ]),
        ),
        ...section(
          `States as of ${open.files.case.asOf}:`,
          states.map((row) => stateLine(open, row)),
        ),
        ...(states.length === 0 ? ['  No duty of the case and no headline concerns it: it has no state.'] : []),
        ...section('Matched with:', matched.map(disclosureLine)),
        ...section(
          'Competes for disclosures with:',
          rivals.map((contact) => contactLine(contact, null)),
        ),
        ...section(
          'In findings:',
          findings.map(({ shortId, text }): Line => `    ${shortId}  ${text}`),
        ),
        `  ${heldAgainst(open)}`,
        `  The bytes: backchannel cite ${view!.shortId}`,
      ],
      output.width,
    ),
    ...sqlLines([LINKS_OF.sql, CONTACT_STATES_OF.sql]),
  ]);
}
