/** Public statements with what the records say to them, for a briefing. */
import type { OpenCase } from '../../case/open.ts';
import { type StatementView, statementViews } from '../../case/views/statements.ts';
import type { BriefedStatement } from '../briefing.ts';
import { cutLine, cutOrNull } from '../cut.ts';
import { linked } from './linked.ts';
import type { Notebook } from './notebook.ts';
import type { Replies } from './replies.ts';

/** How many of the contacts existed when it was said. */
function timingText({ timing: { before, sameDay, after } }: StatementView): string[] {
  if (before + sameDay + after === 0) return [];
  const parts = [
    `${before} before it was said`,
    ...(sameDay === 0 ? [] : [`${sameDay} on that day, before or after is not known`]),
    ...(after === 0 ? [] : [`${after} after`]),
  ];
  return [`When they took place: ${parts.join('; ')}.`];
}

/** Every claim of statements.yaml, in its order. */
export async function statementsOf(
  open: OpenCase,
  notebook: Notebook,
  replies: Replies,
  wanted: (id: string) => boolean,
): Promise<BriefedStatement[]> {
  const views = await statementViews(open);
  const entries = new Map(open.files.statements.statements.map((entry) => [entry.id, entry]));
  return views.flatMap((view): BriefedStatement[] => {
    const id = view.part === null ? view.statement : `${view.statement} (${view.part})`;
    if (!wanted(id)) return [];
    const where = entries.get(view.statement)?.where;
    const note = notebook.note({
      what: `What falls into the claim "${view.claim}", the strongest first.`,
      id: view.counted.id,
      contacts: view.contacts,
      wheres: where === undefined ? [] : [where],
      remarks: [view.coverage].filter((line) => line !== '').map((line) => cutLine(line, 800)),
    });
    const briefed = {
      id,
      speaker: view.speaker,
      said: view.said,
      quote: cutOrNull(view.quote),
      claim: view.claim,
      verdict: view.verdictText,
      text: linked(cutLine(view.why, 800), view.bounds, note),
      remarks: [
        ...timingText(view),
        ...(view.coverage === '' || view.why.includes('covered') ? [] : [cutLine(view.coverage, 800)]),
        ...(view.note === null ? [] : [cutLine(view.note)]),
      ],
      note,
      replies: replies.of(view.statement),
    };
    return [briefed];
  });
}
