/** What a build may be told besides the case. */
import { availableParallelism } from 'node:os';
import type { BuildProgress } from '../build-report.ts';

export interface BuildOptions {
  /** Milliseconds of a clock that only runs forward, for how long things took; they are 0 without it. */
  readonly clock?: () => number;
  readonly onProgress?: (progress: BuildProgress) => void;
  /** Ends the build at the next chance; the last ledger stays. */
  readonly signal?: AbortSignal;
  /** Stops after the records, or after the index of their words, for measuring; nothing becomes current. */
  readonly until?: 'records' | 'text';
  /** Whether the words of records are indexed; they are when absent, but not in a `scratch` folder. */
  readonly text?: boolean;
  /** Threads for reading and for the engine; as many as the machine has when absent. */
  readonly threads?: number;
  /** Memory for the engine, MiB. */
  readonly memory?: number;
  /** Builds in a folder of its own, from nothing, and leaves the case's ledger alone; for comparing. */
  readonly scratch?: string;
}

/** Threads that a build uses. */
export function threadsOf(options: BuildOptions): number {
  return options.threads ?? Math.max(1, availableParallelism());
}
