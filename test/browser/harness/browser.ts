/** The one place that imports Playwright: a Chromium without head, network or memory of earlier runs. */
import { type Browser, type BrowserContext, type BrowserContextOptions, chromium, type Page } from 'playwright-core';
import { chromiumPath, NO_CHROMIUM } from './chromium.ts';

export type { CDPSession, Locator, Request } from 'playwright-core';
export type { Browser, BrowserContext, BrowserContextOptions, Page };

/** Root in a container has no sandbox of its own to give; the rest keeps Chromium from talking to its makers. */
const ARGUMENTS = [
  '--no-sandbox',
  '--disable-gpu',
  '--disable-quic',
  '--no-first-run',
  '--disable-background-networking',
  '--disable-component-update',
  '--disable-sync',
  '--disable-domain-reliability',
];

/** Names lead nowhere, whatever the machine can resolve. */
const NO_NAMES = '--host-resolver-rules=MAP * ~NOTFOUND, EXCLUDE 127.0.0.1, EXCLUDE localhost';

export interface LaunchOptions {
  /** Port on the loopback of the proxy for everything that is not loopback; without one, names simply lead nowhere. */
  readonly proxyPort?: number;
  readonly more?: readonly string[];
}

/**
 * Starts Chromium with a fresh profile.
 * @throws Error that says how to get it where none is installed
 */
export async function launch({ proxyPort, more = [] }: LaunchOptions = {}): Promise<Browser> {
  const executablePath = chromiumPath();
  if (executablePath === null) throw new Error(String(NO_CHROMIUM));
  const proxy = proxyPort === undefined ? [] : [`--proxy-server=http://127.0.0.1:${proxyPort}`];
  return chromium.launch({ executablePath, headless: true, args: [...ARGUMENTS, NO_NAMES, ...proxy, ...more] });
}

/** Sizes at which every page must work, CSS pixels. */
export const WIDE = { width: 1280, height: 800 } as const;
export const NARROW = { width: 390, height: 844 } as const;
