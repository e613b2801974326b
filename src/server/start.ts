/** The workbench: opens its port at once, and loads what answers while the browser starts. */
import { randomBytes } from 'node:crypto';
import type { Desk } from './desk.ts';
import type { Route } from './http/exchange.ts';
import { type Listening, listen } from './http/listen.ts';

/** How a workbench is to be opened. */
export interface WorkbenchSettings {
  /** The case folder. */
  readonly folder: string;
  /** 0 for one that is free. */
  readonly port: number;
  /** Is given mistakes of the program; what goes wrong with a case is told to the page. */
  readonly report: (error: unknown) => void;
  /** The moment, epoch seconds UTC. */
  readonly now: () => number;
  /** Folder of the built pages; found beside the program when left out. */
  readonly web?: string | null;
}

/** An open workbench. */
export interface Workbench {
  /** Without the token. */
  readonly address: string;
  /** With the token: what is given to the browser of whoever serves, and to nobody else. */
  readonly entrance: string;
  readonly port: number;
  close(): Promise<void>;
}

/** 32 bytes from the system's generator, 43 characters that need no escaping. */
const secret = (): string => randomBytes(32).toString('base64url');

/** Loads what answers: it stands on most of the program, which takes longer to load than a browser to start. */
async function answering({ folder, now, web }: WorkbenchSettings): Promise<{ desk: Desk; routes: Route[] }> {
  const { Desk: Made } = await import('./desk.ts');
  const { allRoutes } = await import('./routes.ts');
  const desk = new Made(folder, now);
  return { desk, routes: allRoutes(desk, web) };
}

/**
 * Opens a workbench on 127.0.0.1.
 * @throws Error with code EADDRINUSE where something else has the port
 */
export async function startWorkbench(settings: WorkbenchSettings): Promise<Workbench> {
  const loaded = Promise.withResolvers<readonly Route[]>();
  const secrets = { token: secret(), ticket: secret() };
  const listening: Listening = await listen(settings.port, secrets, loaded.promise, settings.report);
  const answers = answering(settings);
  answers.then(({ routes }) => loaded.resolve(routes), loaded.reject);
  // Opened while the browser loads its scripts; what goes wrong is told to whoever asks first.
  answers.then(({ desk }) => desk.warm(), settings.report);
  const address = `http://127.0.0.1:${listening.port}/`;
  return {
    address,
    entrance: `${address}?token=${secrets.token}`,
    port: listening.port,
    async close() {
      await listening.close();
      await (await answers.catch(() => null))?.desk.close();
    },
  };
}
