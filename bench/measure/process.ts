/** Runs a program and measures it whole: wall time, processor time and peak memory of it and all it starts. */
import { spawn } from 'node:child_process';
import { readdirSync, readFileSync } from 'node:fs';

export interface Cost {
  /** Seconds. */
  readonly wall: number;
  /** Seconds of all processors, user and system. */
  readonly processor: number;
  /** MiB resident at the peak; null where there is no /proc. */
  readonly peak: number | null;
  readonly output: string;
}

export interface Program {
  readonly command: string;
  readonly args: readonly string[];
  readonly environment?: Readonly<{ [name: string]: string }>;
}

/** How often memory is looked at, milliseconds. The peak of a process is kept by the kernel, so none falls between. */
const EVERY = 20;

/** Ends with the processor times of the program, which the shell has from the kernel when it waited for it. */
const SHELL = '"$@"; code=$?; times >&3; exit $code';

function childrenOf(pid: string): string[] {
  try {
    return readdirSync(`/proc/${pid}/task`).flatMap((task) =>
      readFileSync(`/proc/${pid}/task/${task}/children`, 'utf8')
        .split(' ')
        .filter((child) => child !== ''),
    );
  } catch {
    return []; // it ended meanwhile, or there is no /proc
  }
}

function field(status: string, name: string): number {
  return Number(new RegExp(`^${name}:\\s+(\\d+) kB`, 'm').exec(status)?.[1] ?? 0);
}

/** Watches a process and all below it. */
class Memory {
  /** KiB. */
  #peak = 0;

  look(pid: string): void {
    let together = 0;
    const visit = (one: string): void => {
      try {
        const status = readFileSync(`/proc/${one}/status`, 'utf8');
        together += field(status, 'VmRSS');
        this.#peak = Math.max(this.#peak, field(status, 'VmHWM'));
      } catch {
        return; // it ended meanwhile
      }
      for (const child of childrenOf(one)) visit(child);
    };
    visit(pid);
    this.#peak = Math.max(this.#peak, together);
  }

  /** MiB. */
  get peak(): number | null {
    return this.#peak === 0 ? null : this.#peak / 1024;
  }
}

/** From what `times` prints: two lines of user and system time, the second one for children. */
function processorTime(times: string): number {
  const line = times.split('\n')[1] ?? '';
  return [...line.matchAll(/(\d+)m([\d.]+)s/g)].reduce((sum, [, m, s]) => sum + Number(m) * 60 + Number(s), 0);
}

/**
 * Runs a program to its end.
 * @throws Error with what it said when it does not end well
 */
export function measure({ command, args, environment = {} }: Program): Promise<Cost> {
  return new Promise((resolve, reject) => {
    const started = performance.now();
    const child = spawn('/bin/sh', ['-c', SHELL, 'sh', command, ...args], {
      stdio: ['ignore', 'pipe', 'pipe', 'pipe'],
      env: { ...process.env, ...environment },
    });
    const said = { output: '', errors: '', times: '' };
    child.stdout!.on('data', (data: Buffer) => {
      said.output += data.toString('utf8');
    });
    child.stderr!.on('data', (data: Buffer) => {
      said.errors = (said.errors + data.toString('utf8')).slice(-4000);
    });
    child.stdio[3]!.on('data', (data: Buffer) => {
      said.times += data.toString('utf8');
    });
    const memory = new Memory();
    const timer = setInterval(() => memory.look(String(child.pid)), EVERY);
    let wall = 0;
    child.on('exit', () => {
      wall = (performance.now() - started) / 1000;
      clearInterval(timer);
    });
    child.on('error', reject);
    child.on('close', (code) => {
      if (code !== 0) reject(new Error(`${command} ${args.join(' ')}: exit ${code}\n${said.errors}`));
      else resolve({ wall, processor: processorTime(said.times), peak: memory.peak, output: said.output });
    });
  });
}
