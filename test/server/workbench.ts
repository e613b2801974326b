/** A workbench in this process, and a browser that asks it, as far as HTTP goes. */
import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { request } from 'node:http';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { startWorkbench, type Workbench } from '../../src/server/start.ts';

/** The moment of decisions in tests, epoch seconds: 2 March 2031. */
export const NOW = 1_930_176_000;

export interface Answered {
  readonly status: number;
  readonly headers: Readonly<{ [name: string]: string | string[] | undefined }>;
  readonly text: string;
}

export interface Sent {
  readonly method?: string;
  readonly headers?: Readonly<{ [name: string]: string }>;
  readonly body?: string;
}

export interface Browser {
  readonly workbench: Workbench;
  /** Mistakes of the program. */
  readonly mistakes: unknown[];
  /** Asks as a page of the workbench does. */
  get(path: string, headers?: Sent['headers']): Promise<Answered>;
  /** The data of an address, which must be there. */
  // biome-ignore lint/suspicious/noExplicitAny: answers are looked into by their names
  data(path: string): Promise<any>;
  /** Posts a decision as a page does. */
  post(decision: unknown, headers?: Sent['headers']): Promise<Answered>;
  /** Asks with nothing but what is given. */
  raw(path: string, sent?: Sent): Promise<Answered>;
  close(): Promise<void>;
}

/** The system's HTTP client, which lets every header be set; fetch would not. */
function send(port: number, path: string, { method = 'GET', headers = {}, body }: Sent): Promise<Answered> {
  return new Promise((resolve, reject) => {
    const asked = request({ host: '127.0.0.1', port, path, method, headers, agent: false }, (response) => {
      const pieces: Buffer[] = [];
      response.on('data', (piece: Buffer) => pieces.push(piece));
      response.on('error', reject);
      response.on('end', () =>
        resolve({
          status: response.statusCode ?? 0,
          headers: response.headers,
          text: Buffer.concat(pieces).toString('utf8'),
        }),
      );
    });
    asked.on('error', reject);
    asked.end(body);
  });
}

/** A folder that stands for the built pages. */
function builtPages(): string {
  const folder = mkdtempSync(join(tmpdir(), 'backchannel-web-'));
  mkdirSync(join(folder, 'assets'));
  writeFileSync(join(folder, 'index.html'), '<!doctype html><title>Backchannel</title>');
  writeFileSync(join(folder, 'assets/main.js'), 'export {};');
  writeFileSync(join(folder, 'secret.txt'), 'nobody gets this');
  return folder;
}

/** Opens a workbench on a case and lets a browser in. */
export async function browse(folder: string): Promise<Browser> {
  const mistakes: unknown[] = [];
  const web = builtPages();
  const report = (error: unknown): void => void mistakes.push(error);
  // Each decision is a second after the one before, as if somebody took them.
  let decided = 0;
  const now = (): number => NOW + decided++;
  const workbench = await startWorkbench({ folder, port: 0, report, now, web });
  const { port } = workbench;
  const host = `127.0.0.1:${port}`;
  const raw: Browser['raw'] = (path, sent = {}) => send(port, path, { ...sent, headers: { host, ...sent.headers } });
  const entered = await raw(workbench.entrance.slice(workbench.address.length - 1));
  const cookie = String(entered.headers['set-cookie']).split(';')[0]!;
  const own = { cookie, 'sec-fetch-site': 'same-origin' };
  const get: Browser['get'] = (path, headers = {}) => raw(path, { headers: { ...own, ...headers } });
  const browser: Browser = {
    workbench,
    mistakes,
    get,
    raw,
    async data(path) {
      const answered = await get(path);
      if (answered.status !== 200) throw new Error(`${path}: ${answered.status} ${answered.text}`);
      return (JSON.parse(answered.text) as { data: unknown }).data;
    },
    post: (decision, headers = {}) =>
      raw('/decisions', {
        method: 'POST',
        headers: { ...own, origin: `http://${host}`, 'content-type': 'application/json', ...headers },
        body: typeof decision === 'string' ? decision : JSON.stringify(decision),
      }),
    async close() {
      await workbench.close();
      rmSync(web, { recursive: true, force: true });
    },
  };
  return browser;
}
