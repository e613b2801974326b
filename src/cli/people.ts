/** `people`: who has which addresses, and the decisions about it. */
import { join } from 'node:path';
import type { OpenCase } from '../case/open.ts';
import { GRADES, type Grade } from '../model/finding.ts';
import { CASE_OPTION, type Command, EXIT, FORMAT_OPTION, type Invocation, UsageError } from './command.ts';
import type { Circumstances } from './people/decide.ts';
import { LIMIT_OPTION } from './show/limit.ts';

export const command: Command = {
  name: 'people',
  summary: 'Shows who has which addresses, and takes decisions about it: review, merge, split, undo',
  usage: `
backchannel people [PARTY]
backchannel people assign ADDRESS PARTY --who NAME --why TEXT [--from DAY] [--to DAY] [--grade GRADE]
backchannel people merge PARTY PARTY... --who NAME --why TEXT
backchannel people split PARTY ADDRESS... --who NAME --why TEXT
backchannel people --all [--limit N]
backchannel people review [--limit N] [--who NAME]
backchannel people review --answer y|n|u ID --who NAME [--why TEXT]
backchannel people undo [ID|last] --who NAME --why TEXT
backchannel people history [PARTY]`,
  detail: `
PARTY is a key of people.yaml, an address, an id such as p:81d2, or a name that only one party has. Nothing is guessed: what could be two parties is refused, with both.

With --all the parties that were found, those with most addresses first: how many addresses are certain, probable and possible, the weakest link, and names or addresses that are written to be taken for others.

review asks one question after the other in a terminal: are these two one person? The question comes first on which most contacts hang: contacts with somebody of a group of the case, in its windows and duties, then all. Answers: y one person, n two people, u unsure (asked again, last), s skip, b back, q quit; words after an answer are the reason. Elsewhere, and with --format, the questions are rows.

A decision is a line added to decisions.jsonl; none is ever changed or removed, a later one holds over an earlier one, and undo adds a line that takes one back. It keeps addresses, not keys, and takes hold again at the next build, whatever people.yaml says then. Decisions of others in decisions-NAME.jsonl beside it count as well, in the order of their times; those that contradict each other are shown by history and status.

  backchannel people assign "+46 70 174 06 30" contractor-lobbyist --to 2030-06-30 --who me --why "her letterhead"`,
  options: {
    ...CASE_OPTION,
    who: { type: 'string', value: 'NAME', help: 'Who decides. Needed for every decision.' },
    why: { type: 'string', value: 'TEXT', help: 'The reason. Needed for assign, merge, split and undo.' },
    when: { type: 'string', value: 'TIME', help: 'When it was decided, with its offset. Without it now.' },
    from: { type: 'string', value: 'DAY', help: 'First day on which the address was theirs; open without it.' },
    to: { type: 'string', value: 'DAY', help: 'Last day on which the address was theirs; open without it.' },
    grade: { type: 'string', value: 'GRADE', choices: GRADES, help: 'How sure it is: certain, probable or possible.' },
    all: { type: 'boolean', help: 'Lists the parties that were found, those with most addresses first.' },
    answer: {
      type: 'string',
      value: 'ANSWER',
      choices: ['y', 'n', 'u'],
      help: 'Answers one question of review: y one person, n two people, u unsure.',
    },
    ...LIMIT_OPTION,
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
  if (first === 'undo' || (first === 'review' && invocation.text('answer') !== null))
    checkWhen(invocation.text('when'));
  const said = isDecision ? circumstances(invocation, first as Kind, names) : null;
  const { openCase } = await import('../case/open.ts');
  const open = await openCase(invocation.caseFolder());
  try {
    if (said !== null) await decide(open, invocation, first as Kind, names, said);
    else if (first === 'history') await history(open, invocation, names);
    else if (first === 'review') await (await import('./people/review.ts')).review(open, invocation, names);
    else if (first === 'undo') await (await import('./people/undo.ts')).undo(open, invocation, names);
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
  const { momentNow } = await import('./people/moment.ts');
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
  const when = said.when === '' ? momentNow(open.files.case.zone) : said.when;
  const { decision, effect } = await drafts[kind](open, names, { ...said, when });
  appendDecision(join(open.folder, DECISIONS_FILE), decision);
  await output.document(JSON.parse(formatDecision(decision)), () => [
    `${kind}, decided by ${said.who}: ${said.why}`,
    ...effect.map((line) => `  ${line}`),
    `written to ${DECISIONS_FILE}; it takes hold at the next backchannel build`,
  ]);
}

/** @throws UsageError when it is no instant */
function checkWhen(when: string | null): void {
  if (when !== null && when !== '' && !/^\d{4}-\d\d-\d\d[T ]\d\d:\d\d.*(?:Z|[+-]\d\d:?\d\d)$/i.test(when))
    throw new UsageError(`--when is no time with an offset: ${when}`, 'write one such as 2031-03-01T10:00:00+01:00');
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
    notes: decisions.problems.map((problem) => `${problem.file}:${problem.line} ${problem.message}`),
  });
}

async function list(open: OpenCase, invocation: Invocation): Promise<void> {
  const { listAliases, listParties } = await import('./people/list.ts');
  await (invocation.flag('all') ? listParties(open, invocation) : listAliases(open, invocation));
}
