/** `disclosures`: each with what the records show of it. */
import type { DisclosureView } from '../case/views/disclosures.ts';
import { CASE_OPTION, type Command, EXIT, FORMAT_OPTION, type Invocation } from './command.ts';
import { countText } from './frame/cell.ts';
import { type Line, span } from './frame/line.ts';
import type { Column } from './frame/output.ts';
import { LIMIT_OPTION, limitOf } from './show/limit.ts';
import { wrapLines } from './show/wrap.ts';

export const command: Command = {
  name: 'disclosures',
  summary: 'Lists what was disclosed, by whom and when, and whether the records show it',
  usage: 'backchannel disclosures [--state recorded|unrecorded|untestable] [--limit N]',
  detail: `
recorded: a contact in the records fits it. unrecorded: none fits, although the loaded records reach its time and its parties; the production may have a hole. untestable: the loaded records do not reach it.

What was given after the case's asOf does not exist yet, and has no state.`,
  options: {
    ...CASE_OPTION,
    state: {
      type: 'string',
      value: 'STATE',
      choices: ['recorded', 'unrecorded', 'untestable'],
      help: 'Only those in this state.',
    },
    ...LIMIT_OPTION,
    ...FORMAT_OPTION,
  },
  positionals: [0, 0],
  run,
};

async function run(invocation: Invocation): Promise<number> {
  const { output, text } = invocation;
  const limit = limitOf(invocation);
  const { openCase } = await import('../case/open.ts');
  const { disclosureViews } = await import('../case/views/disclosures.ts');
  const { disclosureNumbers } = await import('../case/views/disclosure-numbers.ts');
  const open = await openCase(invocation.caseFolder());
  try {
    const { numbers, states } = await disclosureNumbers(open, text('state'));
    const shown = numbers.subarray(0, limit);
    const more = numbers.length - shown.length;
    const sums = [...states].map(([state, count]) => `${countText(count)} ${state}`).join(', ');
    const notes = [
      ...(more === 0 ? [] : [`  … and ${countText(more)} more: --limit ${numbers.length} shows all`]),
      ...(sums === '' ? [] : ['', `  ${sums}, as of ${open.files.case.asOf}.`]),
      ...(states.has('unrecorded')
        ? ['  Unrecorded: in no loaded record, although the records reach that time, if they are complete.']
        : []),
    ];
    await output.rows(DISCLOSURE_COLUMNS, disclosureViews(open, shown), {
      empty: 'No disclosures are loaded in that state.',
      notes: wrapLines(notes, output.width),
    });
    return EXIT.done;
  } finally {
    await open.close();
  }
}

const keys = (parties: DisclosureView['disclosers']): readonly string[] => parties.map(({ party }) => party);

function partiesLine(parties: DisclosureView['disclosers']): Line {
  const named = parties.some(({ viaOrganisation }) => !viaOrganisation)
    ? parties.filter(({ viaOrganisation }) => !viaOrganisation)
    : parties;
  return named.flatMap(({ party, grade }, i) => [
    ...(i === 0 ? [] : [', ']),
    span(grade === 'certain' ? 'plain' : 'probable', party),
  ]);
}

const spaced = (when: string | null): string => (when === null ? '' : when.replace('/', ' to ').replaceAll('T', ' '));

const DISCLOSURE_COLUMNS: readonly Column<DisclosureView>[] = [
  { key: 'id', fit: 'keep', value: ({ id }) => id, text: ({ shortId }) => shortId },
  { key: 'entry', title: null, value: ({ entry }) => entry },
  {
    key: 'discloser',
    value: ({ disclosers }) => keys(disclosers),
    text: ({ disclosers }) => partiesLine(disclosers),
  },
  {
    key: 'counterpart',
    value: ({ counterparts }) => keys(counterparts),
    text: ({ counterparts }) => partiesLine(counterparts),
  },
  { key: 'when', value: ({ time }) => time, text: ({ time }) => spaced(time) },
  { key: 'channel', value: ({ channels }) => channels, text: ({ channels }) => waysShort(channels) },
  { key: 'given', fit: 'keep', value: ({ given }) => given },
  { key: 'audience', title: null, value: ({ audience }) => audience },
  { key: 'capacity', title: null, value: ({ capacity }) => capacity },
  { key: 'nil', title: null, value: ({ nil }) => nil },
  { key: 'text', title: null, value: ({ text }) => text },
  {
    key: 'state',
    fit: 'keep',
    value: ({ state }) => state,
    text: ({ state }) => state ?? 'not given yet',
  },
  {
    key: 'contact',
    fit: 'keep',
    value: ({ contact }) => contact?.id ?? null,
    text: ({ contact }) => contact?.shortId ?? '',
  },
  { key: 'citation', value: placeOf },
];

function placeOf({ citation, entry }: DisclosureView): string {
  return citation?.text ?? `disclosures.yaml${entry === null ? '' : `, ${entry}`}`;
}

/** Many ways are any. */
function waysShort(channels: readonly string[]): string {
  return channels.length >= 5 ? 'any' : channels.join(', ');
}
