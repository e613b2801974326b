/** A value that components watch: small enough to be ours. */
import { useEffect, useState } from 'preact/hooks';

export interface Store<T> {
  get(): T;
  set(value: T): void;
  watch(watcher: () => void): () => void;
}

/** A store with a first value. Setting the same value again tells nobody. */
export function store<T>(first: T): Store<T> {
  let held = first;
  const watchers = new Set<() => void>();
  return {
    get: () => held,
    set(value) {
      if (Object.is(value, held)) return;
      held = value;
      for (const watcher of [...watchers]) watcher();
    },
    watch(watcher) {
      watchers.add(watcher);
      return () => watchers.delete(watcher);
    },
  };
}

/** The value of a store, and again whenever it changes. */
export function useStore<T>(from: Store<T>): T {
  const [value, setValue] = useState(from.get);
  useEffect(() => {
    const changed = (): void => setValue(() => from.get());
    changed();
    return from.watch(changed);
  }, [from]);
  return value;
}
