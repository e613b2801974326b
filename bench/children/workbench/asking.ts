/** Filters as a page asks them: rows and count at once, from inside the browser, until both are parsed. */
import type { Page } from '../../../test/browser/harness/browser.ts';

/** Seconds that one question took. */
export interface Asking {
  readonly query: string;
  /** Until the rows were there, and until the bounds were: the slower of the two is what somebody waits for. */
  readonly rows: number;
  readonly count: number;
}

const ASK = `async (query) => {
  const began = performance.now();
  const one = async (path) => {
    const response = await fetch(path + (query === '' ? '' : (path.includes('?') ? '&' : '?') + query), { cache: 'no-store' });
    const answer = await response.json();
    if (!response.ok) throw new Error(path + ' ' + query + ': ' + JSON.stringify(answer));
    return (performance.now() - began) / 1000;
  };
  const [rows, count] = await Promise.all([one('/contacts.json?limit=100'), one('/contacts/count.json')]);
  return { rows, count };
}`;

/**
 * Asks each question once: nobody asked it before.
 * @throws Error with the server's words where one is refused
 */
export async function askAll(page: Page, queries: readonly string[]): Promise<Asking[]> {
  const asked: Asking[] = [];
  for (const query of queries) {
    const times = await page.evaluate<{ rows: number; count: number }>(`(${ASK})(${JSON.stringify(query)})`);
    asked.push({ query, ...times });
  }
  return asked;
}
