/** Who may ask: only a browser on this machine that was shown the token, on pages that come from here. */
import { createHash, timingSafeEqual } from 'node:crypto';
import { Refused } from './exchange.ts';

/** What of a request decides. */
export interface Knock {
  readonly method: string;
  readonly path: string;
  /** Values of `token` in the query. */
  readonly tokens: readonly string[];
  header(name: string): string | null;
}

/** What a workbench knows of itself. */
export interface Door {
  readonly port: number;
  /** In the address that is opened. */
  readonly token: string;
  /** What the token is exchanged for: the value of the cookie. */
  readonly ticket: string;
}

/** `enter`: go on; `exchange`: set the cookie and send to the same address without the token. */
export type Admission = 'enter' | 'exchange';

const READING = ['GET', 'HEAD'];
/** Addresses to which something may be posted. */
const POSTED = ['/decisions'];

/** Cookies are sent to every port of a host: two workbenches must not take each other's for their own. */
function cookieName({ port }: Pick<Door, 'port'>): string {
  return `backchannel-${port}`;
}

/** The header that gives the cookie. */
export function cookieHeader(door: Door): string {
  return `${cookieName(door)}=${door.ticket}; Path=/; HttpOnly; SameSite=Strict`;
}

/** Whether two secrets are the same, in a time that tells nothing about where they differ. */
function isSame(given: string, secret: string): boolean {
  const digest = (text: string): Buffer => createHash('sha256').update(text).digest();
  return timingSafeEqual(digest(given), digest(secret));
}

function cookieOf(door: Door, header: string | null): string | null {
  const name = `${cookieName(door)}=`;
  const found = (header ?? '').split(';').find((part) => part.trim().startsWith(name));
  return found === undefined ? null : found.trim().slice(name.length);
}

/** Names under which the workbench may be asked for: another one means that a foreign name was made to point here (DNS rebinding). */
function hosts({ port }: Door): readonly string[] {
  return [`127.0.0.1:${port}`, `localhost:${port}`];
}

/** @throws Refused where the request comes from another page, or its browser does not say from where though it must */
function checkOrigin(knock: Knock, host: string): void {
  const site = knock.header('sec-fetch-site');
  const origin = knock.header('origin');
  const isReading = READING.includes(knock.method);
  // `none` is what somebody typed or another program opened; a page of another port is `same-site`, and foreign.
  const sites = isReading ? ['same-origin', 'none'] : ['same-origin'];
  if (site !== null && !sites.includes(site)) throw new Refused(403, 'this was asked for by another page');
  if (origin !== null && origin !== `http://${host}`) throw new Refused(403, 'this was asked for by another page');
  if (!isReading && origin === null) throw new Refused(403, 'a change has to come from a page of the workbench');
}

/**
 * Whether a request is let in.
 * @throws Refused with 403 for a wrong Host, Origin, token or cookie, 405 for a method that is none here
 */
export function admission(door: Door, knock: Knock): Admission {
  const host = knock.header('host') ?? '';
  if (!hosts(door).includes(host)) throw new Refused(403, 'this workbench is not known by that name');
  const canPost = knock.method === 'POST' && POSTED.includes(knock.path);
  if (!READING.includes(knock.method) && !canPost) throw new Refused(405, 'nothing here takes that method');
  checkOrigin(knock, host);
  const [token] = knock.tokens;
  if (token !== undefined && knock.method === 'GET') {
    if (knock.tokens.length === 1 && isSame(token, door.token)) return 'exchange';
    throw new Refused(403, 'the token of this address is not of this workbench', '', OPEN);
  }
  const cookie = cookieOf(door, knock.header('cookie'));
  if (cookie === null || !isSame(cookie, door.ticket)) throw new Refused(403, 'this browser was not let in', '', OPEN);
  if (canPost && !/^application\/json\s*(;|$)/i.test(knock.header('content-type') ?? ''))
    throw new Refused(415, 'a decision is posted as application/json');
  return 'enter';
}

const OPEN = 'open the address that backchannel serve printed, with its token';
