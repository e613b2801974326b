/** One question: both sides with what the records know of them, what speaks for and against, and what each answer would move. */
import type { ComponentChildren, VNode } from 'preact';
import type { ReviewQuestion, ReviewSide, SideEvidence } from '../../../src/server/shapes/review.ts';
import { Marks, Party } from '../../parts/party.tsx';
import { Written } from '../../parts/written.tsx';
import { counted, grouped } from '../../text/number.ts';
import { WrittenNames } from '../people/aliases.tsx';
import { longest } from './queue.ts';

interface Props {
  readonly question: ReviewQuestion;
  readonly onSay: (answer: 'same' | 'not-same' | 'unsure') => void;
  readonly onSkip: () => void;
  /** What is missing before an answer can be taken; '' for nothing. */
  readonly hint: string;
  /** Fields under the buttons. */
  readonly children: ComponentChildren;
}

/** Two sides, the evidence, and the answers. */
export function Question({ question, onSay, onSkip, hint, children }: Props): VNode {
  return (
    <article class="question">
      <div class="two-sides">
        <Side side={question.a} />
        <Side side={question.b} />
      </div>
      <div class="weigh">
        <Evidence question={question} />
        <Answers question={question} onSay={onSay} onSkip={onSkip} hint={hint}>
          {children}
        </Answers>
      </div>
    </article>
  );
}

function Side({ side }: { readonly side: ReviewSide }): VNode {
  return (
    <section class="side">
      <h2 class="ask">
        <Written text={side.text} limit={160} />
        {side.marks.length > 0 && <Marks marks={side.marks} />}
      </h2>
      <p class="kicker">{side.kind === 'person' ? 'person of people.yaml' : side.kind}</p>
      {side.evidence === null ? <p class="unsure">stands in no record</p> : <Known evidence={side.evidence} />}
    </section>
  );
}

function Known({ evidence }: { readonly evidence: SideEvidence }): VNode {
  const { names, organisations, records, first, last, also, circle } = evidence;
  return (
    <dl class="known">
      <dt>Written as</dt>
      <dd>{names.length === 0 ? 'no name' : <WrittenNames names={names} />}</dd>
      {organisations.length > 0 && (
        <>
          <dt>Organisation</dt>
          <dd>
            <Written text={organisations.join(', ')} />
          </dd>
        </>
      )}
      <dt>Seen</dt>
      <dd>
        {counted(records, 'record')}
        {first !== null && `, ${first} to ${last ?? first}`}
      </dd>
      {also.length > 0 && (
        <>
          <dt>Certainly also</dt>
          <dd>
            <Written text={also.join(', ')} />
          </dd>
        </>
      )}
      <dt>In contact with</dt>
      <dd>
        {circle.length === 0 ? (
          'nobody'
        ) : (
          <ul class="plain">
            {circle.map(({ party, contacts }) => (
              <li key={party.key}>
                <Party party={party} link={false} /> <span class="grade">{grouped(contacts)}</span>
              </li>
            ))}
          </ul>
        )}
      </dd>
    </dl>
  );
}

function Evidence({ question }: { readonly question: ReviewQuestion }): VNode {
  const { agreements, bits, grade } = question;
  const most = longest(agreements);
  return (
    <section>
      <h2 class="ask">What speaks for one person, what against</h2>
      <ul class="plain bits">
        {agreements.map(({ field, level, bits: weight }) => (
          <li key={`${field} ${level}`}>
            <span>
              {field.replace(/:$/, '')} <span class="grade">{level}</span>
            </span>
            <span class="bits-number">{`${weight < 0 ? '−' : '+'}${Math.abs(weight).toFixed(1)}`}</span>
            <span class="bits-bar" aria-hidden="true">
              <span class={weight < 0 ? 'against' : 'for'} style={{ width: `${(50 * Math.abs(weight)) / most}%` }} />
            </span>
          </li>
        ))}
      </ul>
      <p class="fine">
        Together {bits.toFixed(1)} bits: doublings of the odds. Until somebody decides they are taken for one person as{' '}
        <b>{grade}</b>.
      </p>
    </section>
  );
}

function Answers({ question, onSay, onSkip, hint, children }: Props): VNode {
  const { moves, contacts, asked, decided } = question;
  return (
    <section>
      <h2 class="ask">What an answer moves</h2>
      <p class="fine">
        {counted(contacts, 'contact')} would become certain, {asked} of them asked about by the case.
        {decided === 'unsure' && ' It was answered “unsure” before.'}
      </p>
      <ul class="plain answers">
        <li>
          <button type="button" onClick={() => onSay('same')} aria-keyshortcuts="y">
            One person <span class="key-in">y</span>
          </button>
          <span>
            <Written text={moves.same} limit={400} />
          </span>
        </li>
        <li>
          <button type="button" onClick={() => onSay('not-same')} aria-keyshortcuts="n">
            Two people <span class="key-in">n</span>
          </button>
          <span>
            <Written text={moves.notSame} limit={400} />
          </span>
        </li>
        <li>
          <button type="button" class="quiet" onClick={() => onSay('unsure')} aria-keyshortcuts="u">
            Unsure <span class="key-in">u</span>
          </button>
          <span>
            <Written text={moves.unsure} limit={400} />
          </span>
        </li>
        <li>
          <button type="button" class="quiet" onClick={onSkip} aria-keyshortcuts="s">
            Skip <span class="key-in">s</span>
          </button>
          <span>nothing; it stays in the queue</span>
        </li>
      </ul>
      <p class="hint" role="status">
        {hint}
      </p>
      <div class="filters">{children}</div>
    </section>
  );
}
