/** A page's data as a hook. */
import { useEffect, useReducer, useRef } from 'preact/hooks';
import { epoch } from './case-line.ts';
import { type Fault, faultOf } from './failure.ts';
import { getJson, keptAnswer } from './fetch.ts';
import { useStore } from './store.ts';

export interface Asked<T> {
  /** The newest answer there is, null before the first. It stays while the next one is on its way, so that nothing jumps. */
  readonly data: T | null;
  /** Whether an answer to the present question is still on its way; what is shown until then is drawn paler. */
  readonly waiting: boolean;
  readonly fault: Fault | null;
}

interface Held {
  readonly address: string;
  readonly epoch: number;
  readonly data: unknown;
  readonly fault: Fault | null;
}

/**
 * Asks for an address, and again when it changes, after decisions, and when a new build is taken up. A question that is
 * no longer wanted is aborted.
 * @param address of the data, such as `/contacts.json?state=undisclosed`; null asks nothing
 */
export function useData<T>(address: string | null): Asked<T> {
  const now = useStore(epoch);
  const held = useRef<Held | null>(null);
  const [, redraw] = useReducer<number, null>((count) => count + 1, 0);
  const answers = (has: Held | null): has is Held => has !== null && has.address === address && has.epoch === now;
  if (address !== null && !answers(held.current)) {
    // At once where it can be: going back shows the page as it was, in the same frame.
    const kept = keptAnswer(address);
    if (kept !== undefined) held.current = { address, epoch: now, data: kept, fault: null };
  }
  useEffect(() => {
    if (address === null || answers(held.current)) return;
    const abort = new AbortController();
    const hold = (data: unknown, fault: Fault | null): void => {
      held.current = { address, epoch: now, data, fault };
      redraw(null);
    };
    getJson<T>(address, abort.signal).then(
      (data) => hold(data, null),
      (error: unknown) => {
        if (!abort.signal.aborted) hold(null, faultOf(error, address));
      },
    );
    return () => abort.abort();
  }, [address, now]);
  const fresh = answers(held.current);
  return {
    data: (held.current?.data ?? null) as T | null,
    waiting: address !== null && !fresh,
    fault: fresh ? (held.current?.fault ?? null) : null,
  };
}
