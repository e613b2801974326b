/** Ctrl-C and the other ways to ask a program to stop. */

/** Exit codes as shells have them: 128 and the number of the signal. */
const CODES: Readonly<Record<string, number>> = { SIGINT: 130, SIGTERM: 143, SIGHUP: 129 };
/** How long a command may take to stop at a safe place, ms. After that it is ended: every step is atomic. */
const PATIENCE = 3_000;

/** Turns the signals into one AbortSignal while a command runs. */
export class Interruption {
  readonly #controller = new AbortController();
  readonly #farewell: () => void;

  /** @param farewell says that the command was stopped, where it does not stop by itself */
  constructor(farewell: () => void) {
    this.#farewell = farewell;
  }

  get signal(): AbortSignal {
    return this.#controller.signal;
  }

  /** Exit code for what stopped the command. */
  static codeOf(signal: AbortSignal): number {
    return CODES[String(signal.reason?.name)] ?? 130;
  }

  /**
   * Runs a command. The first signal aborts it, the second ends the program at once.
   * @param isEndless whether it runs until it is stopped
   * @throws the signal's reason when the command stopped for it, or whatever it throws
   */
  async during(isEndless: boolean, work: (signal: AbortSignal) => Promise<number>): Promise<number> {
    let limit: NodeJS.Timeout | undefined;
    const stop = (name: NodeJS.Signals): void => {
      if (this.signal.aborted) process.exit(CODES[name]);
      const reason = new Error('stopped');
      reason.name = name;
      this.#controller.abort(reason);
      // It also keeps the program alive where a command, stopped, waits for what no longer comes.
      limit = setTimeout(() => {
        this.#farewell();
        process.exit(CODES[name]);
      }, PATIENCE);
    };
    const names = Object.keys(CODES) as NodeJS.Signals[];
    for (const name of names) process.on(name, stop);
    try {
      const code = await work(this.signal);
      if (!isEndless) this.signal.throwIfAborted();
      return code;
    } finally {
      clearTimeout(limit);
      for (const name of names) process.removeListener(name, stop);
    }
  }
}
