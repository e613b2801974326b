/** A story held against the records, for a briefing. */

import { locate } from '../../case/locate.ts';
import type { OpenCase } from '../../case/open.ts';
import { type SentenceView, storyView } from '../../case/story.ts';
import { countView } from '../../case/views/count.ts';
import { findingViews } from '../../case/views/findings.ts';
import { keptCount } from '../../case/views/kept-counts.ts';
import type { BriefedSentence, Sentence } from '../briefing.ts';
import { cutLine } from '../cut.ts';
import { countLinked } from './linked.ts';
import type { Notebook, NoteRequest } from './notebook.ts';

type Behind = Pick<NoteRequest, 'id' | 'contacts' | 'disclosures' | 'records'>;

/** What an id opens: a count, a finding, a contact or a record. */
async function behind(open: OpenCase, { opens, kind }: SentenceView): Promise<Behind> {
  if (opens === null) return { id: null };
  if (opens.startsWith('n:')) {
    const asked = keptCount(open, opens);
    const view = await countView(open, asked, false);
    const isUndisclosed = kind === 'told-count' || kind === 'count';
    return { id: asked.id, contacts: (isUndisclosed ? view.undisclosed?.listed : undefined) ?? view.listed };
  }
  const found = await locate(open.ledger, opens);
  if (found.kind === 'contact') return { id: opens, contacts: [found.no] };
  if (found.kind === 'record') return { id: opens, records: [found.no] };
  if (found.kind !== 'finding') return { id: opens };
  const finding = (await findingViews(open, null, 1_000_000)).find(({ no }) => no === found.no);
  return { id: finding?.id ?? opens, contacts: finding?.contacts ?? [], disclosures: finding?.disclosures ?? [] };
}

/** The words, their count leading to the footnote; without a count the footnote stands behind them. */
function textOf({ words }: SentenceView, note: number): Sentence {
  const text = cutLine(words, 800);
  return countLinked(text, note) ?? [`${text} `, { words: '→', note }];
}

/** How far the records reach, beside the count. */
function reachOf({ words, coverage }: SentenceView): string[] {
  if (coverage === null || coverage === '' || words.includes('covered')) return [];
  return [/^(Covered|\d|under)/.test(coverage) ? coverage : `Covered: ${coverage}`];
}

/** What is missing, where the words do not say it already. */
function missingOf({ words, missing }: SentenceView): string[] {
  return missing.filter((line) => !words.includes(line)).map((line) => `Missing: ${line}`);
}

/** Every coded sentence of the story, in its order; none where the case has no story. */
export async function storyOf(open: OpenCase, notebook: Notebook): Promise<BriefedSentence[]> {
  const story = await storyView(open);
  const sentences: BriefedSentence[] = [];
  for (const view of story?.sentences ?? []) {
    const { quote, verdict, besides, caveats, coverage, ranges } = view;
    const note = notebook.note({
      what: `The story says: "${cutLine(quote)}"`,
      ...(await behind(open, view)),
      wheres: [{ source: story!.path, ranges }],
      remarks: coverage === null || coverage === '' ? [] : [cutLine(coverage)],
    });
    sentences.push({
      quote: cutLine(quote),
      verdict,
      text: textOf(view, note),
      remarks: [...besides, ...missingOf(view), ...reachOf(view)].map((line) => cutLine(line)),
      caveats: caveats.map((line) => cutLine(line)),
      note,
    });
  }
  return sentences;
}
