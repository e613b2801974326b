/** Confirm or dismiss a finding with a reason, and take that back. */
import type { VNode } from 'preact';
import { useRef, useState } from 'preact/hooks';
import type { DecisionTaken } from '../../../src/server/shapes/decisions.ts';
import type { FindingDecisionLine, FindingRow } from '../../../src/server/shapes/finding-row.ts';
import { type Fault, faultOf } from '../../data/failure.ts';
import { postJson } from '../../data/fetch.ts';
import { DECIDER_ID, DecidedBy, useDecider } from '../../parts/decided-by.tsx';
import { ErrorBox } from '../../parts/notice.tsx';
import { Written } from '../../parts/written.tsx';
import { useKeys } from '../../shell/keys.ts';

type Kind = FindingDecisionLine['kind'];

const WORDS: Readonly<Record<Kind, string>> = { confirm: 'Confirmed', dismiss: 'Dismissed', undo: 'Taken back' };

function Line({ line, waits }: { readonly line: FindingDecisionLine; readonly waits: boolean }): VNode {
  return (
    <p>
      <b>{WORDS[line.kind]}</b> by <Written text={line.who} limit={80} />, {line.when.slice(0, 16).replace('T', ' ')}: “
      <Written text={line.why} limit={600} />”{waits && <span class="grade"> (holds from the next build on)</span>}
    </p>
  );
}

/** What stands to be taken back: what waits if it is no undo, else what the build knows. */
function standing({ decided, waiting }: FindingRow): FindingDecisionLine | null {
  if (waiting !== null) return waiting.kind === 'undo' ? null : waiting;
  return decided;
}

/** The panel: what was decided, and a form for what is. */
export function Settle({ finding }: { readonly finding: FindingRow }): VNode {
  const who = useDecider();
  const reason = useRef<HTMLTextAreaElement>(null);
  const [why, setWhy] = useState('');
  const [sending, setSending] = useState(false);
  const [fault, setFault] = useState<Fault | null>(null);
  const [asks, setAsks] = useState('');
  const settle = (kind: Kind): void => {
    if (sending) return;
    if (why.trim() === '' || who.trim() === '') {
      setAsks(who.trim() === '' ? 'Say first who decides.' : 'Say first why.');
      if (who.trim() === '') document.getElementById(DECIDER_ID)?.focus();
      else reason.current?.focus();
      return;
    }
    setSending(true);
    setAsks('');
    postJson<DecisionTaken>('/decisions', { kind, finding: finding.id, who: who.trim(), why: why.trim() })
      .then(() => {
        setWhy('');
        setFault(null);
      })
      .catch((error: unknown) => setFault(faultOf(error, '/decisions')))
      .finally(() => setSending(false));
  };
  const undoable = standing(finding) !== null;
  useKeys('Finding', [
    { keys: 'c', does: 'confirm', run: () => settle('confirm') },
    { keys: 'd', does: 'dismiss', run: () => settle('dismiss') },
    { keys: 'r', does: 'write the reason', run: () => reason.current?.focus() },
    ...(undoable ? [{ keys: 'z', does: 'take the decision back', run: () => settle('undo') }] : []),
  ]);
  return (
    <section class="settle" aria-labelledby="settle">
      <h2 id="settle" class="ask">
        Settle it
      </h2>
      {finding.decided !== null && <Line line={finding.decided} waits={false} />}
      {finding.waiting !== null && <Line line={finding.waiting} waits={true} />}
      <div class="no-print">
        <DecidedBy />
        <div class="field reason">
          <label for="settle-why">Why</label>
          <textarea
            id="settle-why"
            ref={reason}
            rows={2}
            maxLength={2000}
            value={why}
            onInput={(event) => setWhy(event.currentTarget.value)}
          />
        </div>
        <p class="buttons">
          <button type="button" disabled={sending} onClick={() => settle('confirm')}>
            Confirm
          </button>
          <button type="button" class="quiet" disabled={sending} onClick={() => settle('dismiss')}>
            Dismiss
          </button>
          {undoable && (
            <button type="button" class="quiet" disabled={sending} onClick={() => settle('undo')}>
              Take back
            </button>
          )}
        </p>
        <p class="fine" role="status">
          {asks}
        </p>
        {fault !== null && <ErrorBox fault={fault} />}
        <p class="fine">Decisions are only ever added, with name, time and reason, and hold from the next build on.</p>
      </div>
    </section>
  );
}
