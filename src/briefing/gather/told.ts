/** Told counts beside the records, and a story sentence by sentence, for a briefing. */
import type { OpenCase } from '../../case/open.ts';
import { type ToldComparison, type ToldCountView, toldCounts } from '../../case/told.ts';
import { countView } from '../../case/views/count.ts';
import { keptCount } from '../../case/views/kept-counts.ts';
import type { BriefedTold } from '../briefing.ts';
import { cutLine } from '../cut.ts';
import { linked } from './linked.ts';
import type { Notebook } from './notebook.ts';

/** What was told, in words: at least 18, 3 to 5, 6. */
function toldText({ min, max }: ToldComparison['told']): string {
  if (max === null) return `at least ${min}`;
  return min === max ? String(min) : `${min} to ${max}`;
}

async function noteOf(open: OpenCase, of: ToldCountView, part: ToldComparison, notebook: Notebook): Promise<number> {
  const { counts } = open.files.reports;
  const where = counts.find(({ id }) => id === of.id)?.where;
  const shared = {
    what: part.text,
    wheres: where === undefined ? [] : [where],
    remarks: [part.coverage].filter((text) => text !== ''),
  };
  if (part.count === null) return notebook.note({ ...shared, id: null });
  const asked = keptCount(open, part.count);
  const view = await countView(open, asked, false);
  const contacts = of.undisclosed && view.undisclosed !== null ? view.undisclosed.listed : view.listed;
  return notebook.note({ ...shared, id: asked.id, contacts });
}

/** Every told count and its parts, in the order of reports.yaml. */
export async function toldOf(
  open: OpenCase,
  notebook: Notebook,
  wanted: (id: string) => boolean,
): Promise<BriefedTold[]> {
  const told: BriefedTold[] = [];
  for (const view of await toldCounts(open)) {
    for (const [i, part] of [view.whole, ...view.parts].entries()) {
      const id = i === 0 ? view.id : `${view.id}, part ${i}`;
      if (!wanted(id)) continue;
      const note = await noteOf(open, view, part, notebook);
      const of = view.undisclosed ? 'undisclosed contacts' : 'contacts';
      told.push({
        id,
        teller: view.toldBy,
        told: `${toldText(part.told)} ${of} between ${part.between.join(' and ')}`,
        verdict: part.verdict,
        text: linked(cutLine(part.text, 800), part.recorded, note),
        sourcing: view.sourcing.text === '' ? null : view.sourcing.text,
        caveats: [
          ...(part.coverage === '' ? [] : [`Covered: ${cutLine(part.coverage)}`]),
          ...(i === 0 ? view.caveats.map((caveat) => cutLine(caveat)) : []),
        ],
        note,
      });
    }
  }
  return told;
}
