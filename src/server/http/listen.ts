/** The web framework, behind one file: addresses, the door, answers, errors. */
import type { Server } from 'node:http';
import type { AddressInfo } from 'node:net';
import { serve } from '@hono/node-server';
import { type Context, Hono } from 'hono';
import type { Asked, Reply, Route } from './exchange.ts';
import { Refused } from './exchange.ts';
import { failureReply, isMistake } from './failure.ts';
import { admission, cookieHeader, type Door } from './guard.ts';
import { headersFor } from './headers.ts';

/** A door whose port is only known once it is open. */
export type Secrets = Omit<Door, 'port'>;

/** An open port. */
export interface Listening {
  readonly port: number;
  /** Ends what is being answered, and closes the port. */
  close(): Promise<void>;
}

/** Prefix of data addresses inside of the framework: no address of the workbench begins so. */
const DATA = '/:data';
const JSON_END = '.json';

const isDataPath = (path: string): boolean => path.endsWith(JSON_END);

/** The path as routes have it: data under a prefix of its own, without the ending. */
function routed(request: Request): string {
  const path = pathOf(request);
  return isDataPath(path) ? `${DATA.replace(':', '.')}${path.slice(0, -JSON_END.length)}` : path;
}

/** Percent-encoded, as it was asked for. */
function pathOf(request: Request): string {
  return new URL(request.url).pathname;
}

function askedOf(context: Context): Asked {
  const { req } = context;
  return {
    method: req.method,
    parts: req.param() as { [name: string]: string },
    query: new URL(req.url).searchParams,
    signal: req.raw.signal,
    header: (name) => req.header(name) ?? null,
    body: (most) => textOf(req.raw, most),
  };
}

async function textOf(request: Request, most: number): Promise<string> {
  const pieces: Uint8Array[] = [];
  let size = 0;
  for await (const piece of request.body ?? []) {
    size += piece.length;
    if (size > most) throw new Refused(413, `more than ${most} bytes were posted`);
    pieces.push(piece);
  }
  return Buffer.concat(pieces).toString('utf8');
}

/** An answer in pieces; what is asked for no more stops at the next piece. */
function streamOf(pieces: AsyncIterable<string | Uint8Array>): ReadableStream<Uint8Array> {
  const all = pieces[Symbol.asyncIterator]();
  return new ReadableStream<Uint8Array>({
    async pull(controller): Promise<void> {
      const { done, value } = await all.next();
      if (done === true) controller.close();
      else controller.enqueue(typeof value === 'string' ? Buffer.from(value, 'utf8') : value);
    },
    async cancel(): Promise<void> {
      await all.return?.();
    },
  });
}

function responseOf({ status, headers, body }: Reply): Response {
  const isStream = body !== null && typeof body !== 'string' && !(body instanceof Uint8Array);
  return new Response(isStream ? streamOf(body) : body, { status, headers });
}

/** Exchanges the token for the cookie: the address that stays in the browser's history has no secret in it. */
function exchanged(door: Door, url: string): Reply {
  const clean = new URL(url);
  clean.searchParams.delete('token');
  const headers = {
    ...headersFor('data'),
    location: `${clean.pathname}${clean.search}`,
    'set-cookie': cookieHeader(door),
  };
  return { status: 303, headers, body: null };
}

function application(doorOf: () => Door, routes: readonly Route[], report: (error: unknown) => void): Hono {
  const app = new Hono({ getPath: routed, strict: true });
  app.use('*', async (context, next) => {
    const door = doorOf();
    const { req } = context;
    const url = new URL(req.url);
    const knock = {
      method: req.method,
      path: url.pathname,
      tokens: url.searchParams.getAll('token'),
      header: (name: string) => req.header(name) ?? null,
    };
    if (admission(door, knock) === 'exchange') return responseOf(exchanged(door, req.url));
    await next();
    return undefined;
  });
  for (const { method, path, isData, answer } of routes)
    app.on(method, `${isData ? DATA.replace(':', '.') : ''}${path}`, async (context) =>
      responseOf(await answer(askedOf(context))),
    );
  const expectsData = ({ req }: Context): boolean =>
    isDataPath(pathOf(req.raw)) || req.method === 'POST' || (req.header('accept') ?? '').startsWith('application/json');
  app.notFound((context) =>
    responseOf(failureReply(new Refused(404, 'there is nothing at this address'), expectsData(context))),
  );
  app.onError((error, context) => {
    if (isMistake(error)) report(error);
    return responseOf(failureReply(error, expectsData(context)));
  });
  return app;
}

/**
 * Opens a port on this machine alone.
 * @param port 0 for one that is free
 * @param routes loaded while the browser starts: the port does not wait for them
 * @param report is given mistakes of the program
 * @throws Error with code EADDRINUSE where something else has the port
 */
export function listen(
  port: number,
  secrets: Secrets,
  routes: Promise<readonly Route[]>,
  report: (error: unknown) => void,
): Promise<Listening> {
  return new Promise((resolve, reject) => {
    let door: Door = { ...secrets, port };
    const app = routes.then((all) => application(() => door, all, report));
    app.catch(() => undefined); // told to each who asks
    const server = serve(
      {
        fetch: async (asked: Request) => (await app).fetch(asked),
        port,
        hostname: '127.0.0.1',
        overrideGlobalObjects: false,
      },
      (info: AddressInfo) => {
        door = { ...secrets, port: info.port };
        resolve({ port: info.port, close: () => closed(server) });
      },
    ) as Server;
    server.once('error', reject);
  });
}

function closed(server: Server): Promise<void> {
  return new Promise((resolve) => {
    server.close(() => resolve());
    server.closeAllConnections();
  });
}
