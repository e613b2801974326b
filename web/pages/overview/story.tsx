/** A published story, sentence by sentence, and what the records say to each. */
import type { VNode } from 'preact';
import type { StoryPage, StorySentence } from '../../../src/server/shapes/overview.ts';
import { Verdict } from '../../parts/verdict.tsx';
import { Written } from '../../parts/written.tsx';
import { grouped } from '../../text/number.ts';

/** The story of the case, if it has one. */
export function StoryChecked({ story }: { readonly story: StoryPage }): VNode | null {
  if (story === null) return null;
  const { title, published, toldBy, sentences, wordsInAll, wordsCoded, fault } = story;
  return (
    <section class="story">
      <h2 id="story">The story, checked</h2>
      <p class="kicker">
        {title !== null && (
          <b>
            <Written text={title} />
          </b>
        )}
        {toldBy !== null && (
          <>
            {' '}
            by <Written text={toldBy} />
          </>
        )}
        {published !== null && <>, published {published}</>}
      </p>
      {fault !== null ? (
        <p class="fine">
          It cannot be held against the records: <Written text={fault} limit={600} />.
        </p>
      ) : (
        <>
          <Tally sentences={sentences} />
          <ol class="sentences">
            {sentences.map((sentence) => (
              <Sentence key={sentence.no} sentence={sentence} />
            ))}
          </ol>
          <p class="fine">
            {grouped(wordsCoded)} of its {grouped(wordsInAll)} words stand in these sentences; the rest was not looked
            at.
          </p>
        </>
      )}
    </section>
  );
}

/** How many sentences have each verdict, in the order of the verdicts' first sentences. */
function Tally({ sentences }: { readonly sentences: readonly StorySentence[] }): VNode {
  const verdicts = [...new Set(sentences.map(({ verdict }) => verdict))];
  return (
    <p class="tally">
      {verdicts.map((verdict) => (
        <span key={verdict}>
          {sentences.filter((sentence) => sentence.verdict === verdict).length} <Verdict verdict={verdict} />
        </span>
      ))}
    </p>
  );
}

function Sentence({ sentence }: { readonly sentence: StorySentence }): VNode {
  const { no, quote, verdict, words, besides, missing, caveats, coverage, note, opens } = sentence;
  const more = [...besides, ...missing.map((line) => `missing: ${line}`), ...caveats, coverage, note].filter(
    (line) => line !== null && line !== '',
  );
  return (
    <li class="sentence" value={no}>
      <blockquote>
        <Written text={`“${quote}”`} limit={1000} />
      </blockquote>
      <div>
        <Verdict verdict={verdict} />
        <p class="says">
          {opens === null ? (
            <Written text={words} limit={600} />
          ) : (
            <a href={opens}>
              <Written text={words} limit={600} />
            </a>
          )}
        </p>
        {more.length > 0 && (
          <details class="fine">
            <summary>more</summary>
            <ul>
              {more.map((line) => (
                <li key={line}>
                  <Written text={line ?? ''} limit={600} />
                </li>
              ))}
            </ul>
          </details>
        )}
      </div>
    </li>
  );
}
