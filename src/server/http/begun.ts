/** Answers in pieces that are begun before they are given: what goes wrong at their beginning still has a status. */

/**
 * Takes the first piece of some.
 * @returns the same pieces; whoever stops early has to return them, so that what they hold is let go
 * @throws what making the first piece throws
 */
export async function begun<T>(pieces: AsyncGenerator<T>): Promise<AsyncIterable<T>> {
  let first: IteratorResult<T> | null = await pieces.next();
  return {
    [Symbol.asyncIterator]: () => ({
      async next(): Promise<IteratorResult<T>> {
        if (first === null) return pieces.next();
        const result = first;
        first = null;
        return result;
      },
      async return(): Promise<IteratorResult<T>> {
        return pieces.return(undefined);
      },
    }),
  };
}
