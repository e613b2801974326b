/** Everything that a page does besides showing itself: what it asked for, what ran, what opened. */
import type { BrowserContext, Page } from './browser.ts';

/** What payloads print, throw or show when they run. */
export const MARKER: string = 'backchannel-payload-ran';

export interface Watched {
  /** Addresses asked for that are not the workbench's own, data: and blob: and about: included. */
  readonly strangers: string[];
  /** Signs that somebody else's code ran: dialogs, marked console lines, new windows, downloads, other titles. */
  readonly signs: string[];
  /** Errors of the page's own code, and console lines of that kind: there should be none either. */
  readonly errors: string[];
}

/** A refusal by the policy is what should happen to hostile content; it is written to the console as an error. */
const REFUSED = /Content Security Policy|sandboxed|Blocked script execution/;

/**
 * Begins to watch a context and all its pages, frames and windows.
 * @param origin of the workbench
 */
export function watch(context: BrowserContext, origin: string): Watched {
  const watched: Watched = { strangers: [], signs: [], errors: [] };
  context.on('request', (request) => {
    const url = request.url();
    if (new URL(url).origin !== origin) watched.strangers.push(url.slice(0, 300));
  });
  context.on('console', (message) => {
    const text = message.text();
    if (text.includes(MARKER)) watched.signs.push(`console: ${text.slice(0, 300)}`);
    else if (message.type() === 'error' && !REFUSED.test(text))
      watched.errors.push(`${message.location().url}: ${text.slice(0, 300)}`);
  });
  context.on('weberror', (error) => {
    const text = String(error.error());
    (text.includes(MARKER) ? watched.signs : watched.errors).push(text.slice(0, 300));
  });
  const page = (one: Page): void => {
    one.on('dialog', (dialog) => {
      watched.signs.push(`dialog: ${dialog.message().slice(0, 300)}`);
      dialog.dismiss().catch(() => undefined); // the page went away under it
    });
    one.on('popup', (popup) => watched.signs.push(`window: ${popup.url()}`));
  };
  for (const one of context.pages()) page(one);
  context.on('page', page);
  return watched;
}

/** What a payload that ran left in the page and its frames; empty where none did. */
export async function marks(page: Page): Promise<string[]> {
  const found: string[] = [];
  for (const frame of page.frames()) {
    const mark = await frame.evaluate<unknown>(`globalThis[${JSON.stringify(MARKER)}] ?? null`).catch(() => null); // a frame that went away, or that runs nothing at all
    if (mark !== null) found.push(`${frame.url()}: ${String(mark)}`);
  }
  return found;
}
