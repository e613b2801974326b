/** `people`: who has which addresses, and the parties that were found. */
import type { OpenCase } from '../../case/open.ts';
import { type PartyView, partyViews } from '../../case/views/people.ts';
import { bitsText } from '../../case/views/people-evidence.ts';
import { type PartyLinks, partyLinks } from '../../case/views/people-links.ts';
import { ALIASES_OF_NAMED } from '../../ledger/queries/people/people.ts';
import { GRADES } from '../../model/finding.ts';
import { ADDRESS_KINDS } from '../../model/record.ts';
import { offsetAt } from '../../model/zone.ts';
import type { Invocation } from '../command.ts';
import { countText } from '../frame/cell.ts';
import type { Line } from '../frame/line.ts';
import { isoTime } from '../frame/moment.ts';
import type { Column } from '../frame/output.ts';
import { limitOf } from '../show/limit.ts';
import { type AliasRow, aliasesOf, onlyNamed, partyOf } from './who.ts';

/** The addresses of those who are named, or of everybody in people.yaml. */
export async function listAliases(open: OpenCase, { output, positionals, text }: Invocation): Promise<void> {
  const rows: AliasRow[] = [];
  const notes: Line[] = [];
  for (const name of positionals) {
    const party = await partyOf(open, name, text('region'));
    rows.push(...(await aliasesOf(open, party.key)));
    notes.push(...linkNotes(party.key, await partyLinks(open, party.party_no)));
  }
  if (positionals.length === 0)
    rows.push(...(await open.ledger.rows<AliasRow>(ALIASES_OF_NAMED)), ...(await onlyNamed(open)));
  await output.rows(aliasColumns(open.files.case.zone), rows, {
    empty: 'people.yaml names nobody yet. backchannel people --all lists the parties that were found.',
    notes,
  });
}

/** Why guessed addresses are there, shortly. */
function linkNotes(key: string, { held, rejected }: PartyLinks): Line[] {
  const [weakest] = held;
  return [
    ...(weakest === undefined
      ? []
      : [
          `  Weakest link: ${weakest.mine} with ${weakest.other}, ${bitsText(weakest.bits)} (${weakest.question.slice(0, 8)})`,
        ]),
    ...(rejected.length === 0
      ? []
      : [
          `  Weighed and not taken: ${rejected
            .map(({ other }) => other)
            .slice(0, 5)
            .join(', ')}`,
        ]),
    ...(held.length + rejected.length === 0 ? [] : [`  The whole evidence: backchannel explain "${key}"`]),
  ];
}

/** Parties of several addresses, offices and lists: the largest first. */
export async function listParties(open: OpenCase, invocation: Invocation): Promise<void> {
  const limit = limitOf(invocation);
  const views = await partyViews(open, Math.min(limit, 2_000_000_000) + 1);
  const shown = views.slice(0, limit);
  await invocation.output.rows(PARTY_COLUMNS, shown, {
    empty: 'Every address of this case stands for itself.',
    notes: views.length > shown.length ? [`  … and more: --limit ${countText(limit * 2)} shows the next`] : [],
  });
}

const PARTY_COLUMNS: readonly Column<PartyView>[] = [
  { key: 'id', fit: 'keep', value: ({ id }) => id },
  { key: 'party', value: ({ key }) => key },
  { key: 'name', value: ({ name }) => name },
  { key: 'kind', fit: 'keep', value: ({ kind }) => kind },
  { key: 'addresses', fit: 'keep', value: ({ addresses }) => addresses },
  { key: 'certain', fit: 'keep', value: ({ certain }) => certain },
  { key: 'probable', fit: 'keep', value: ({ probable }) => probable },
  { key: 'possible', fit: 'keep', value: ({ possible }) => possible },
  {
    key: 'weakest',
    title: 'weakest link',
    align: 'right',
    value: ({ weakest }) => weakest,
    text: ({ weakest }) => (weakest === null ? '' : bitsText(weakest)),
  },
  { key: 'flags', value: ({ flags }) => flags },
];

function aliasColumns(zone: string): readonly Column<AliasRow>[] {
  const time = (instant: number | null): string | null =>
    instant === null ? null : isoTime(instant, offsetAt(zone, instant) / 60);
  const day = (instant: number | null): string => time(instant)?.slice(0, 10) ?? '';
  return [
    { key: 'party', value: ({ key }) => key },
    { key: 'name', value: ({ name }) => name },
    { key: 'kind', title: null, value: ({ kind }) => ADDRESS_KINDS[kind]! },
    { key: 'address', value: ({ norm }) => norm },
    { key: 'from', fit: 'keep', value: ({ from_time }) => time(from_time), text: ({ from_time }) => day(from_time) },
    { key: 'to', fit: 'keep', value: ({ to_time }) => time(to_time), text: ({ to_time }) => day(to_time) },
    {
      key: 'grade',
      value: ({ grade }) => GRADES[grade]!,
      text: ({ grade }) => [{ text: GRADES[grade]!, tone: grade === 0 ? 'certain' : 'probable' }],
    },
    { key: 'basis', value: ({ basis }) => basis },
  ];
}
