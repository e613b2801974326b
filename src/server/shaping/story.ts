/** A story held against the records. */
import type { OpenCase } from '../../case/open.ts';
import type { StoryView } from '../../case/story.ts';
import { keptCounts } from '../../case/views/kept-counts.ts';
import { queryOf } from '../asking/filters.ts';
import type { Story, StorySentence } from '../shapes/overview.ts';

/** The address that shows what an id names; a count is shown as the list of its question. */
function addressOf(open: OpenCase, id: string | null): string | null {
  if (id === null) return null;
  if (id.startsWith('n:')) {
    const kept = keptCounts(open).find((asked) => asked.id.startsWith(id));
    return kept === undefined || kept.list !== null
      ? null
      : `/contacts?${queryOf(kept, open.files.case.definition.definition)}`;
  }
  const pages: Readonly<{ [letter: string]: string }> = { c: '/contacts/', f: '/findings/', r: '/records/' };
  const page = pages[id.slice(0, 1)];
  return page === undefined ? null : `${page}${encodeURIComponent(id)}`;
}

/** The story with what the records say to each of its coded sentences. */
export function storyOf(open: OpenCase, view: StoryView): Story {
  const sentences = view.sentences.map(
    (sentence): StorySentence => ({
      no: sentence.no,
      quote: sentence.quote,
      verdict: sentence.verdict,
      bounds: sentence.bounds,
      words: sentence.words,
      besides: sentence.besides,
      missing: sentence.missing,
      caveats: sentence.caveats,
      coverage: sentence.coverage,
      note: sentence.note,
      opens: addressOf(open, sentence.opens),
    }),
  );
  const { title, published, toldBy, wordsInAll, wordsCoded } = view;
  return { title, published, toldBy, sentences, wordsInAll, wordsCoded, fault: null };
}
