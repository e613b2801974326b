/** The workbench as people start it: a process of its own, from which the address is read. */
import { type ChildProcess, spawn } from 'node:child_process';
import { join } from 'node:path';
import { fileURLToPath, pathToFileURL } from 'node:url';

const PROJECT = fileURLToPath(new URL('../../../', import.meta.url));
const COMMAND = join(PROJECT, 'bin/backchannel.js');
/** What bin/backchannel.js does in an installed package, where there is no src/. */
const COMPILED = pathToFileURL(join(PROJECT, 'dist/cli/main.js')).href;
const RUN_COMPILED = `const cli = await import(${JSON.stringify(COMPILED)}); process.exitCode = await cli.main(process.argv.slice(1));`;

export interface Served {
  /** `http://127.0.0.1:PORT`. */
  readonly origin: string;
  /** The address that it printed, token included; opening it once lets a browser in. */
  readonly entry: string;
  /** Milliseconds from the start of the process until it printed the address. */
  readonly ready: number;
  readonly pid: number;
  /** Ends it as Ctrl-C does. @returns its exit code */
  stop(): Promise<number | null>;
}

/** A server that has not said its address by then is broken, milliseconds; the machine may be busy with other tests. */
const PATIENCE = 60_000;

function ended(child: ChildProcess): Promise<number | null> {
  if (child.exitCode !== null || child.signalCode !== null) return Promise.resolve(child.exitCode);
  return new Promise((resolve) => child.once('exit', (code) => resolve(code)));
}

/**
 * Serves a built case.
 * @param folder the case
 * @param form the sources of this checkout, or what `npm run build` made of them
 * @throws Error with what the command said when it ends or stays silent
 */
export async function serve(folder: string, form: 'sources' | 'compiled' = 'sources'): Promise<Served> {
  const program = form === 'sources' ? [COMMAND] : ['--input-type=module', '-e', RUN_COMPILED, '--'];
  const began = performance.now();
  const child = spawn(process.execPath, [...program, 'serve', '--case', folder], { stdio: ['ignore', 'pipe', 'pipe'] });
  let said = '';
  const entry = await new Promise<string>((resolve, reject) => {
    const timer = setTimeout(() => reject(new Error(`serve said no address:\n${said}`)), PATIENCE);
    const take = (data: Buffer): void => {
      said += data.toString('utf8');
      const found = /(http:\/\/127\.0\.0\.1:\d+\/\S*)\s/.exec(said)?.[1];
      if (found === undefined) return;
      clearTimeout(timer);
      resolve(found);
    };
    child.stdout.on('data', take);
    child.stderr.on('data', take);
    child.once('exit', (code) => {
      clearTimeout(timer);
      reject(new Error(`serve ended with ${code}:\n${said}`));
    });
  });
  return {
    origin: new URL(entry).origin,
    entry,
    ready: performance.now() - began,
    pid: child.pid!,
    stop: async () => {
      child.kill('SIGINT');
      return ended(child);
    },
  };
}
