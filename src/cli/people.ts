/** `people`: who has which addresses, and the decisions about it. */
import { join } from 'node:path';
import type { OpenCase } from '../case/open.ts';
import { GRADES, type Grade } from '../model/finding.ts';
import { ADDRESS_KINDS } from '../model/record.ts';
import { offsetAt } from '../model/zone.ts';
import { CASE_OPTION, type Command, EXIT, FORMAT_OPTION, type Invocation, UsageError } from './command.ts';
import { isoTime } from './frame/moment.ts';
import type { Column } from './frame/output.ts';
import type { Circumstances } from './people/decide.ts';
import type { AliasRow } from './people/who.ts';

export const command: Command = {
  name: 'people',
  summary: 'Shows who has which addresses, and takes decisions about it: assign, merge, split, history',
  usage: `
backchannel people [PARTY]
backchannel people assign ADDRESS PARTY --who NAME --why TEXT [--from DAY] [--to DAY] [--grade GRADE]
backchannel people merge PARTY PARTY... --who NAME --why TEXT
backchannel people split PARTY ADDRESS... --who NAME --why TEXT
backchannel people history [PARTY]`,
  detail: `
PARTY is a key of people.yaml, an address, an id such as p:81d2, or a name that only one party has. Nothing is guessed: what could be two parties is refused, with both.

A decision is a line added to decisions.jsonl; none is ever changed or removed, a later one holds over an earlier one. It keeps addresses, not keys, and takes hold again at the next build, whatever people.yaml says then.

  backchannel people assign "+46 70 174 06 30" contractor-lobbyist --to 2030-06-30 --who me --why "her letterhead"`,
  options: {
    ...CASE_OPTION,
    who: { type: 'string', value: 'NAME', help: 'Who decides. Needed for assign, merge and split.' },
    why: { type: 'string', value: 'TEXT', help: 'The reason. Needed for assign, merge and split.' },
    when: { type: 'string', value: 'TIME', help: 'When it was decided, with its offset. Without it now.' },
    from: { type: 'string', value: 'DAY', help: 'First day on which the address was theirs; open without it.' },
    to: { type: 'string', value: 'DAY', help: 'Last day on which the address was theirs; open without it.' },
    grade: { type: 'string', value: 'GRADE', choices: GRADES, help: 'How sure it is: certain, probable or possible.' },
    region: { type: 'string', value: 'CC', help: 'Country of phone numbers without a country code, such as SE.' },
    ...FORMAT_OPTION,
  },
  positionals: [0, Number.MAX_SAFE_INTEGER],
  run,
};

/** Names that each kind of decision needs: fewest and most. */
const NAMES = { assign: [2, 2], merge: [2, 1_000], split: [2, 1_000] } as const;
type Kind = keyof typeof NAMES;

async function run(invocation: Invocation): Promise<number> {
  const [first = '', ...names] = invocation.positionals;
  const isDecision = Object.hasOwn(NAMES, first);
  const said = isDecision ? circumstances(invocation, first as Kind, names) : null;
  const { openCase } = await import('../case/open.ts');
  const open = await openCase(invocation.caseFolder());
  try {
    if (said !== null) await decide(open, invocation, first as Kind, names, said);
    else if (first === 'history') await history(open, invocation, names);
    else await list(open, invocation);
    return EXIT.done;
  } finally {
    await open.close();
  }
}

/** @throws UsageError for what is missing, before anything is opened */
function circumstances({ text }: Invocation, kind: Kind, names: readonly string[]): Circumstances & { when: string } {
  const [fewest, most] = NAMES[kind];
  if (names.length < fewest || names.length > most) {
    const usage = command.usage.split('\n').find((line) => line.includes(` ${kind} `));
    throw new UsageError(`people ${kind} needs ${fewest === most ? fewest : `at least ${fewest}`} names`, usage);
  }
  const [who, why] = [text('who'), text('why')];
  if (who === null) throw new UsageError('a decision needs --who', 'write --who and the name of who decides');
  if (why === null) throw new UsageError('a decision needs --why', 'write --why and the reason, in quotes');
  for (const option of ['from', 'to', 'grade'] as const)
    if (kind !== 'assign' && text(option) !== null)
      throw new UsageError(`--${option} belongs to people assign`, `leave it out of people ${kind}`);
  const grade = text('grade') as Grade | null;
  return { who, why, when: text('when') ?? '', region: text('region'), from: text('from'), to: text('to'), grade };
}

async function decide(
  open: OpenCase,
  { output }: Invocation,
  kind: Kind,
  names: readonly string[],
  said: Circumstances,
): Promise<void> {
  const { appendDecision, DECISIONS_FILE, formatDecision, parseDay } = await import('../case/files/index.ts');
  const drafts = await import('./people/decide.ts');
  for (const option of ['from', 'to'] as const) {
    const day = said[option];
    if (day !== null && parseDay(day)?.precision !== 'day')
      throw new UsageError(`--${option} is no day: ${day}`, 'write one such as 2030-06-30');
  }
  if (said.from !== null && said.to !== null && said.from > said.to)
    throw new UsageError(`--from ${said.from} is after --to ${said.to}`, 'exchange them');
  if (said.when !== '' && parseDay(said.when)?.precision !== 'instant')
    throw new UsageError(
      `--when is no time with an offset: ${said.when}`,
      'write one such as 2031-03-01T10:00:00+01:00',
    );
  const when = said.when === '' ? now(open.files.case.zone) : said.when;
  const { decision, effect } = await drafts[kind](open, names, { ...said, when });
  appendDecision(join(open.folder, DECISIONS_FILE), decision);
  await output.document(JSON.parse(formatDecision(decision)), () => [
    `${kind}, decided by ${said.who}: ${said.why}`,
    ...effect.map((line) => `  ${line}`),
    `written to ${DECISIONS_FILE}; it takes hold at the next backchannel build`,
  ]);
}

/** The moment of a decision, in the case's zone. */
function now(zone: string): string {
  const instant = Math.floor(Date.now() / 1000);
  return isoTime(instant, offsetAt(zone, instant) / 60);
}

async function history(open: OpenCase, { output, text }: Invocation, names: readonly string[]): Promise<void> {
  const { HISTORY_COLUMNS, historyOf } = await import('./people/history.ts');
  const { aliasesOf, partyOf } = await import('./people/who.ts');
  if (names.length > 1)
    throw new UsageError('people history needs one name at most', 'name one party, or none for all');
  let asked: Set<string> | null = null;
  for (const name of names) {
    const party = await partyOf(open, name, text('region'));
    asked = new Set([party.key, ...(await aliasesOf(open, party.key)).map(({ norm }) => norm)]);
  }
  const { decisions } = open.files;
  await output.rows(HISTORY_COLUMNS, historyOf(decisions, asked), {
    empty: names.length === 0 ? 'Nothing about identity was decided yet.' : 'Nothing was decided about this party yet.',
    notes: decisions.problems.map((problem) => `decisions.jsonl:${problem.line} ${problem.message}`),
  });
}

async function list(open: OpenCase, { output, positionals, text }: Invocation): Promise<void> {
  const { ALIASES_OF_NAMED } = await import('../ledger/queries/people/people.ts');
  const { aliasesOf, onlyNamed, partyOf } = await import('./people/who.ts');
  const rows: AliasRow[] = [];
  for (const name of positionals)
    rows.push(...(await aliasesOf(open, (await partyOf(open, name, text('region'))).key)));
  if (positionals.length === 0)
    rows.push(...(await open.ledger.rows<AliasRow>(ALIASES_OF_NAMED)), ...(await onlyNamed(open)));
  await output.rows(aliasColumns(open.files.case.zone), rows, {
    empty: 'people.yaml names nobody yet: every address stands for itself.',
  });
}

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
