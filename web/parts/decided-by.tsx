/** Who decides: asked once, and never guessed. */
import type { VNode } from 'preact';
import { useEffect } from 'preact/hooks';
import type { DecisionsPage } from '../../src/server/shapes/decisions.ts';
import { type Store, store, useStore } from '../data/store.ts';
import { useData } from '../data/use-data.ts';
import { leaveOnEnter } from './enter.ts';

/** The name that was typed or that decided last; '' before. It is kept for as long as the tab is open. */
const name: Store<string> = store('');

export const DECIDER_ID = 'decided-by';

/** The name that decisions are written down under; '' until there is one. */
export function useDecider(): string {
  const typed = useStore(name);
  const { data } = useData<DecisionsPage>(typed === '' ? '/decisions.json' : null);
  const last = data?.decisions[0]?.who ?? '';
  useEffect(() => {
    if (last !== '' && name.get() === '') name.set(last);
  }, [last]);
  return typed;
}

/** The field for it. */
export function DecidedBy(): VNode {
  const who = useStore(name);
  return (
    <div class="field decided-by">
      <label for={DECIDER_ID}>Decided by</label>
      <input
        id={DECIDER_ID}
        type="text"
        value={who}
        required
        maxLength={120}
        placeholder="your name, for the record"
        autocomplete="name"
        onInput={(event) => name.set(event.currentTarget.value)}
        onKeyDown={leaveOnEnter}
      />
    </div>
  );
}
