/** A party opened: its addresses with dates, basis and grade, its posts and groups, and its contacts by channel. */

import { questionCoverage } from '../../case/coverage.ts';
import type { OpenCase } from '../../case/open.ts';
import { noneCovered } from '../../case/views/coverage.ts';
import { coverageSentences } from '../../case/views/coverage-words.ts';
import { partyLinks } from '../../case/views/people-links.ts';
import { PARTY_PAIRS } from '../../ledger/queries/people/parties.ts';
import { ALIASES_OF, CONTACTS_OF_PARTY, GROUPS_OF, PARTY_OF, TENURES_OF } from '../../ledger/queries/views/parties.ts';
import { CHANNELS } from '../../model/definition.ts';
import { GRADES } from '../../model/finding.ts';
import { ADDRESS_KINDS } from '../../model/record.ts';
import { dayOf } from '../../reconcile/days.ts';
import { counted } from '../frame/cell.ts';
import { type Line, span } from '../frame/line.ts';
import type { Output } from '../frame/output.ts';
import { knownOf, linkLines, linksJson } from './party-links.ts';
import { sqlLines } from './sql.ts';
import { wrapLines } from './wrap.ts';

interface Dated {
  readonly from_time: number | null;
  readonly to_time: number | null;
}

interface AliasRow extends Dated {
  readonly address_no: number;
  readonly address: string;
  readonly kind: number;
  readonly grade: number;
  readonly basis: string;
}

const BASES: Readonly<{ [basis: string]: string }> = {
  'people.yaml': 'stated in people.yaml',
  decision: 'decided by a person',
  equation: 'the mail system itself shows that it is one account',
  itself: 'nobody claims it: it stands for itself',
  name: 'a bare name that reads the same',
  likeness: 'guessed by names, accounts and circles',
  signature: 'stands in the signatures of their mails',
};

/** Explains a party. @param no party_no */
export async function explainParty(open: OpenCase, output: Output, no: number): Promise<void> {
  const { ledger, files } = open;
  const day = (instant: number | null): string | null => (instant === null ? null : dayOf(files.case.zone, instant));
  const span_ = ({ from_time, to_time }: Dated): { from: string | null; to: string | null } => ({
    from: day(from_time),
    to: day(to_time),
  });
  const spanText = (dated: Dated): string => {
    const { from, to } = span_(dated);
    return from === null && to === null ? 'at any time' : `${from ?? 'open'} to ${to ?? 'open'}`;
  };
  const [party] = await ledger.rows<{ key: string; name: string; kind: string; named: boolean }>(PARTY_OF, { no });
  const aliases = await ledger.rows<AliasRow>(ALIASES_OF, { no });
  const tenures = await ledger.rows<Dated & { organisation: string; role: string | null }>(TENURES_OF, { no });
  const groups = await ledger.rows<Dated & { name: string }>(GROUPS_OF, { no });
  const contacts = await ledger.rows<{ channel: number; contacts: number }>(CONTACTS_OF_PARTY, { no });
  const links = await partyLinks(open, no);
  const known = await knownOf(
    open,
    aliases.filter(({ address_no }, i) => aliases.findIndex((other) => other.address_no === address_no) === i),
  );
  const value = {
    ...party!,
    aliases: aliases.map((alias) => ({
      address: alias.address,
      kind: ADDRESS_KINDS[alias.kind]!,
      ...span_(alias),
      grade: GRADES[alias.grade]!,
      basis: alias.basis,
    })),
    tenures: tenures.map((tenure) => ({ organisation: tenure.organisation, role: tenure.role, ...span_(tenure) })),
    groups: groups.map((group) => ({ name: group.name, ...span_(group) })),
    contacts: contacts.map(({ channel, contacts: many }) => ({ channel: CHANNELS[channel]!, contacts: many })),
    ...linksJson(links, known),
  };
  const anybody = { between: party!.key, and: null, from: null, to: null, channels: null };
  const coverage = await questionCoverage(open, anybody);
  const sums = contacts.map(({ channel, contacts: many }) => `${counted(many, 'contact')} by ${CHANNELS[channel]!}`);
  await output.document(value, () => [
    ...wrapLines(
      [
        `  ${party!.key}: ${party!.name}, ${party!.kind}${party!.named ? ', stands in people.yaml' : ', in no people.yaml'}`,
        '  Addresses:',
        ...aliases.map(
          (alias): Line => [
            span(
              alias.grade === 0 ? 'plain' : 'probable',
              `    ${alias.address}  ${spanText(alias)}  ${GRADES[alias.grade]!}`,
            ),
            span('faint', `  ${BASES[alias.basis] ?? alias.basis}`),
          ],
        ),
        ...tenures.map((tenure) => `  Post: ${tenure.role ?? 'a post'} at ${tenure.organisation}, ${spanText(tenure)}`),
        ...groups.map((group) => `  In ${group.name}, ${spanText(group)}`),
        `  ${sums.length === 0 ? noneCovered(open, coverage) : [`It may be in ${sums.join(', ')}.`, ...coverageSentences(coverage)].join(' ')}`,
        ...linkLines(links, known, new Set(aliases.map(({ address_no }) => address_no)).size),
        `  Rule: certain is what is stated, decided, or said by the mail system itself; a bare name is at most probable. A guess is probable where odds of two to one or better join two and nothing outweighs them, possible from even odds; a bit doubles the odds.`,
      ],
      output.width,
    ),
    ...sqlLines([ALIASES_OF.sql, PARTY_PAIRS.sql]),
  ]);
}
