/** Questions to the server: kept for as long as the build is the same, and abortable. */
import type { Answer } from '../../src/server/shapes/answer.ts';
import { epoch, heard, newestLine, shownBuild } from './case-line.ts';
import { FailedAnswer, failureIn, unreachable } from './failure.ts';
import { type Newest, newest } from './newest.ts';

/** Answers to keep; one is some tens of kilobytes, so this stays small. */
const answers: Newest<unknown> = newest(60);

/** What was answered before for this address, of the build that is shown; undefined for nothing. */
export function keptAnswer(address: string): unknown {
  return answers.get(address);
}

/** Forgets every answer and has every page ask again. */
export function askAgain(): void {
  answers.clear();
  const line = newestLine.get();
  if (line !== null) shownBuild.set(line.build);
  epoch.set(epoch.get() + 1);
}

/**
 * Asks for the data at an address.
 * @param address of the data, such as `/findings.json?detector=late-disclosure`
 * @param signal to give up, as when the user has gone on; the promise then rejects with an AbortError
 * @throws FailedAnswer for a refusal or no answer
 */
export async function getJson<T>(address: string, signal?: AbortSignal): Promise<T> {
  const kept = answers.get(address);
  if (kept !== undefined) return kept as T;
  const { page, data } = (await answered(address, { signal: signal ?? null })) as Answer<T>;
  heard(page);
  if (page.build === shownBuild.get()) answers.put(address, data);
  return data;
}

/**
 * Sends something that changes the case, such as a decision. Every page asks again afterwards, since counts may have moved.
 * @throws FailedAnswer as getJson does
 */
export async function postJson<T>(address: string, body: unknown): Promise<T> {
  const headers = { 'content-type': 'application/json' };
  const { page, data } = (await answered(address, {
    method: 'POST',
    headers,
    body: JSON.stringify(body),
  })) as Answer<T>;
  heard(page);
  askAgain();
  return data;
}

/** Asks which build is current and how many decisions wait; a server that does not answer is told of by the pages. */
export async function look(): Promise<void> {
  try {
    const { page } = (await answered('/case.json', {})) as Answer<null>;
    heard(page);
  } catch (error) {
    if (!(error instanceof FailedAnswer)) throw error;
  }
}

async function answered(address: string, init: RequestInit): Promise<unknown> {
  let response: Response;
  try {
    response = await fetch(address, { ...init, credentials: 'same-origin', redirect: 'error' });
  } catch (error) {
    if (init.signal?.aborted === true) throw error;
    throw new FailedAnswer(unreachable(address), 0);
  }
  const body: unknown = await response.json().catch(() => null);
  if (init.signal?.aborted === true) throw new DOMException('The user has gone on.', 'AbortError');
  if (!response.ok || body === null) throw new FailedAnswer(failureIn(body, response.status, address), response.status);
  return body;
}
