/** Who is who, question by question, by keyboard alone: y one person, n two people, u unsure, s skip, z take back. */
import type { VNode } from 'preact';
import { useState } from 'preact/hooks';
import type { ReviewPage as Queue } from '../../../src/server/shapes/review.ts';
import { useData } from '../../data/use-data.ts';
import { DECIDER_ID, DecidedBy, useDecider } from '../../parts/decided-by.tsx';
import { leaveOnEnter } from '../../parts/enter.ts';
import { Empty, ErrorBox, Loaded } from '../../parts/notice.tsx';
import { Written } from '../../parts/written.tsx';
import { useKeys } from '../../shell/keys.ts';
import { setQuery } from '../../shell/place.ts';
import { address } from '../../shell/route.ts';
import { useTitle } from '../../shell/title.ts';
import { counted } from '../../text/number.ts';
import type { PageProps } from '../page.ts';
import { Question } from './question.tsx';
import { type Given, openQuestions, partAt, questionAt } from './queue.ts';
import { type Answer, useAnswers } from './use-answers.ts';
import './review.css';

const WHY_ID = 'review-why';

/** The queue. */
export function ReviewPage({ query }: PageProps): VNode {
  useTitle('Review');
  const place = Math.max(0, Math.floor(Number(query.get('at') ?? 0)) || 0);
  const asked = useData<Queue>(address('/review.json', partAt(place)));
  const who = useDecider().trim();
  const { given, fault, answer, takeBack } = useAnswers(who);
  const [why, setWhy] = useState('');
  const [hint, setHint] = useState('');
  const { rows = [], offset = 0, total = 0 } = asked.data ?? {};
  const open = openQuestions(rows, given);
  const question = questionAt(open, place - offset);
  const left = total - (rows.length - open.length);
  const say = (kind: Answer): void => {
    if (question === null) return;
    setHint(who === '' ? 'Say first who decides, then Enter.' : '');
    if (who === '') {
      document.getElementById(DECIDER_ID)?.focus();
      return;
    }
    answer(question, kind, why.trim());
    setWhy('');
  };
  const go = (by: number): void => {
    const next = Math.min(Math.max(0, place + by), Math.max(0, left - 1));
    setQuery({ at: next === 0 ? null : String(next) }, 'replace');
  };
  useKeys('Review', [
    { keys: 'y', does: 'one person', run: () => say('same') },
    { keys: 'n', does: 'two people', run: () => say('not-same') },
    { keys: 'u', does: 'unsure: ask again, last', run: () => say('unsure') },
    { keys: 's', does: 'skip', run: () => go(1) },
    { keys: 'b', does: 'back', run: () => go(-1) },
    { keys: 'z', does: 'take the last answer back', run: takeBack },
    { keys: 'r', does: 'give a reason', run: () => document.getElementById(WHY_ID)?.focus() },
  ]);
  return (
    <>
      <h1>Are these two one person?</h1>
      <Loaded asked={{ ...asked, waiting: false }}>
        {() => (
          <>
            <Standing left={left} last={given.at(-1)} onTakeBack={takeBack} />
            {fault !== null && <ErrorBox fault={fault} />}
            {question === null ? (
              <Done answered={given.length} />
            ) : (
              <Question question={question} onSay={say} onSkip={() => go(1)} hint={hint}>
                <DecidedBy />
                <div class="field">
                  <label for={WHY_ID}>Reason, if the evidence is not enough of one</label>
                  <input
                    id={WHY_ID}
                    type="text"
                    value={why}
                    maxLength={2000}
                    onInput={(event) => setWhy(event.currentTarget.value)}
                    onKeyDown={leaveOnEnter}
                  />
                </div>
              </Question>
            )}
          </>
        )}
      </Loaded>
    </>
  );
}

interface StandingProps {
  readonly left: number;
  readonly last: Given | undefined;
  readonly onTakeBack: () => void;
}

/** How many are left, and the last answer with the way back. */
function Standing({ left, last, onTakeBack }: StandingProps): VNode {
  return (
    <p class="kicker" role="status">
      {counted(left, 'question')} open, those on which most contacts hang first.{' '}
      {last !== undefined && (
        <>
          Last: <Written text={last.words} />.{' '}
          <button type="button" class="copy" onClick={onTakeBack}>
            take back <span class="key-in">z</span>
          </button>
        </>
      )}
    </p>
  );
}

function Done({ answered }: { readonly answered: number }): VNode {
  const none = 'Nothing about people is left to be reviewed: no guess is open.';
  return (
    <Empty title={answered === 0 ? none : 'All questions are answered.'}>
      {answered > 0 && (
        <p>
          {counted(answered, 'answer')} given here hold from the next build on: <code>backchannel build</code>. New
          questions can come with it.
        </p>
      )}
      <p>
        See <a href="/people">who is who</a>. Somebody who is missing is written into <code>people.yaml</code>.
      </p>
    </Empty>
  );
}
