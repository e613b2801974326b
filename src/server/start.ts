/** The workbench: opens its port at once, and the case with the first question. */
import { randomBytes } from 'node:crypto';
import { Desk } from './desk.ts';
import { type Listening, listen } from './http/listen.ts';
import { allRoutes } from './routes.ts';

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

/**
 * Opens a workbench on 127.0.0.1.
 * @throws Error with code EADDRINUSE where something else has the port
 */
export async function startWorkbench({ folder, port, report, now, web }: WorkbenchSettings): Promise<Workbench> {
  const desk = new Desk(folder, now);
  const secrets = { token: secret(), ticket: secret() };
  const listening: Listening = await listen(port, secrets, allRoutes(desk, web), report);
  // Opened while the browser loads its scripts; what goes wrong is told to whoever asks first.
  desk.warm();
  const address = `http://127.0.0.1:${listening.port}/`;
  return {
    address,
    entrance: `${address}?token=${secrets.token}`,
    port: listening.port,
    async close() {
      await listening.close();
      await desk.close();
    },
  };
}
