/** The things that were used last, and no more than so many of them. Pure. */

export interface Newest<T> {
  /** Undefined where there is none. */
  get(key: string): T | undefined;
  put(key: string, value: T): void;
  clear(): void;
}

/**
 * A store that forgets what was used longest ago.
 * @param most things that are kept
 */
export function newest<T>(most: number): Newest<T> {
  // A Map keeps the order in which its keys were put.
  const held = new Map<string, T>();
  const put = (key: string, value: T): void => {
    held.delete(key);
    held.set(key, value);
    for (const oldest of held.keys()) {
      if (held.size <= most) break;
      held.delete(oldest);
    }
  };
  return {
    get(key) {
      const value = held.get(key);
      if (value !== undefined) put(key, value);
      return value;
    },
    put,
    clear: () => held.clear(),
  };
}
