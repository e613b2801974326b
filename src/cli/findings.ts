/** `findings`: one line a finding, or one whole. */
import type { OpenCase } from '../case/open.ts';
import type { FindingView } from '../case/views/findings.ts';
import { CASE_OPTION, type Command, EXIT, FORMAT_OPTION, type Invocation, UsageError } from './command.ts';
import { countText } from './frame/cell.ts';
import { span } from './frame/line.ts';
import type { Column } from './frame/output.ts';
import { LIMIT_OPTION, limitOf } from './show/limit.ts';
import { wrapLines } from './show/wrap.ts';

export const command: Command = {
  name: 'findings',
  summary: 'Lists what the detectors found, shows one finding whole, and takes decisions about them',
  usage: `
backchannel findings [--detector NAME] [--limit N] [--fail-on-findings]
backchannel findings ID
backchannel findings confirm|dismiss|undo ID --who NAME --why TEXT`,
  detail: `
A finding says what the loaded records and disclosures show, with bounds and a grade; never why it is so. Its id stays while what it is about stays.

A finding can be confirmed or dismissed. That is a line added to decisions.jsonl; none is ever changed or removed, and undo takes the last one back. It takes hold at the next build and stays until what the finding rests on changes: then the finding is reopened, and says what came and what went.

What a detector could not ask of this case stands under the list, with the reason.

With --fail-on-findings the exit code is 3 when there is a finding that nobody dismissed.`,
  options: {
    ...CASE_OPTION,
    detector: { type: 'string', value: 'NAME', help: 'Only those of this detector.' },
    'fail-on-findings': { type: 'boolean', help: 'Ends with exit code 3 when there are any that nobody dismissed.' },
    who: { type: 'string', value: 'NAME', help: 'Who decides. Needed for confirm, dismiss and undo.' },
    why: { type: 'string', value: 'TEXT', help: 'The reason. Needed for confirm, dismiss and undo.' },
    when: { type: 'string', value: 'TIME', help: 'When it was decided, with its offset. Without it now.' },
    ...LIMIT_OPTION,
    ...FORMAT_OPTION,
  },
  positionals: [0, 2],
  run,
};

async function run(invocation: Invocation): Promise<number> {
  const limit = limitOf(invocation);
  const { DETECTORS } = await import('../detectors/list.ts');
  const detector = invocation.text('detector');
  if (detector !== null && !DETECTORS.some(({ name }) => name === detector))
    throw new UsageError(
      `there is no detector ${JSON.stringify(detector)}`,
      `one of: ${DETECTORS.map(({ name }) => name).join(', ')}`,
    );
  const { circumstances, decide, isDecision } = await import('./findings/decide.ts');
  const [first, second] = invocation.positionals;
  const kind = first !== undefined && isDecision(first) ? first : null;
  if (kind !== null && second === undefined)
    throw new UsageError(`findings ${kind} needs the id of a finding`, 'backchannel findings lists them');
  if (kind === null && second !== undefined)
    throw new UsageError(`findings shows one at a time, not ${second}`, 'name one id');
  const said = kind === null ? null : circumstances(invocation);
  const { openCase } = await import('../case/open.ts');
  const open = await openCase(invocation.caseFolder());
  try {
    if (kind !== null && said !== null) {
      await decide(open, invocation, kind, second!, said);
      return EXIT.done;
    }
    if (first !== undefined) return await whole(open, invocation, first);
    return await list(open, invocation, detector, limit);
  } finally {
    await open.close();
  }
}

async function whole(open: OpenCase, { output }: Invocation, id: string): Promise<number> {
  const { locate } = await import('../case/locate.ts');
  const { explainFinding } = await import('./show/finding.ts');
  const found = await locate(open.ledger, id);
  if (found.kind !== 'finding') throw new UsageError(`${id} is no finding`, `backchannel explain ${id} shows it`);
  await explainFinding(open, output, found.no);
  return EXIT.done;
}

async function list(open: OpenCase, invocation: Invocation, detector: string | null, limit: number): Promise<number> {
  const { output } = invocation;
  const { findingCount, findingViews } = await import('../case/views/findings.ts');
  const { untestedViews } = await import('../case/views/untested.ts');
  const { heldAgainst } = await import('../case/views/coverage.ts');
  const { findings, standing } = await findingCount(open, detector);
  const views = await findingViews(open, detector, limit);
  const more = findings - views.length;
  const untested = await untestedViews(open, detector);
  await output.rows(FINDING_COLUMNS, views, {
    empty: views.length === 0 ? await noneText(open) : '',
    notes: wrapLines(
      [
        ...(more === 0 ? [] : [`  … and ${countText(more)} more: --limit ${findings} shows all`]),
        ...(untested.length === 0 ? [] : ['', '  Not testable here:']),
        ...untested.map(({ detector: name, text }) => `    ${name}: ${text}`),
        ...(views.length === 0
          ? []
          : ['', `  ${heldAgainst(open)}`, `  One whole: backchannel findings ${views[0]!.shortId}`]),
      ],
      output.width,
    ),
  });
  return invocation.flag('fail-on-findings') && standing > 0 ? EXIT.findings : EXIT.done;
}

/** An absence with how far the records reach over all that is known to the case, and why nothing may be called undisclosed. */
async function noneText(open: OpenCase): Promise<string> {
  const { questionCoverage } = await import('../case/coverage.ts');
  const { disclosureCoverage, heldAgainst, noneCovered } = await import('../case/views/coverage.ts');
  const all = { between: null, and: null, from: null, to: null, channels: null };
  const none = `No findings. ${noneCovered(open, await questionCoverage(open, all))}`;
  return disclosureCoverage(open).reach.length > 0 ? none : `${none} ${heldAgainst(open)}`;
}

const FINDING_COLUMNS: readonly Column<FindingView>[] = [
  { key: 'id', fit: 'keep', value: ({ id }) => id, text: ({ shortId }) => shortId },
  { key: 'detector', value: ({ detector }) => detector },
  {
    key: 'text',
    title: 'finding',
    value: ({ text }) => text,
    text: ({ text, grade }) => [span(grade === 'certain' ? 'plain' : 'probable', text)],
  },
  { key: 'bounds', title: 'contacts', fit: 'keep', value: ({ bounds }) => bounds },
  { key: 'grade', fit: 'keep', value: ({ grade }) => grade },
  { key: 'status', fit: 'keep', value: ({ status }) => status },
  { key: 'subject', title: null, value: ({ subject }) => subject },
  { key: 'evidence', title: null, value: ({ evidence }) => evidence },
];
