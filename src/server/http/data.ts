/** Data addresses: what a page needs, with the frame's line around it. */
import type { Desk } from '../desk.ts';
import type { Opened } from '../opened.ts';
import type { Data } from '../shapes/addresses.ts';
import type { Answer } from '../shapes/answer.ts';
import type { Asked, Reply, Route } from './exchange.ts';
import { headersFor } from './headers.ts';

/** JSON as an answer. */
export function jsonReply(value: unknown, status = 200): Reply {
  return {
    status,
    headers: { ...headersFor('data'), 'content-type': 'application/json; charset=utf-8' },
    body: `${JSON.stringify(value)}\n`,
  };
}

/** The envelope around data. */
export function answerOf<T>(desk: Desk, opened: Opened, data: T): Answer<T> {
  return { page: desk.line(opened), data };
}

/**
 * An address that gives data of the current build.
 * @param path without its `.json`
 */
export function dataRoute<Path extends keyof Data>(
  desk: Desk,
  path: Path,
  make: (opened: Opened, asked: Asked) => Promise<Data[Path]>,
): Route {
  return {
    method: 'GET',
    path,
    isData: true,
    answer: (asked) => desk.use(async (opened) => jsonReply(answerOf(desk, opened, await make(opened, asked)))),
  };
}
