/** What all tests of one run share: one browser, one of each case and its server, each made when it is first wanted. */
import type { MadeCase } from './alike.ts';
import { type Browser, type BrowserContextOptions, launch } from './browser.ts';
import { buildPages } from './built-pages.ts';
import { type CaseName, copyOf, makeCase } from './cases.ts';
import { NO_CHROMIUM } from './chromium.ts';
import { type Outside, openOutside } from './outside.ts';
import { type Served, serve } from './served.ts';
import { type Visit, visit } from './visit.ts';

/** A case with its server. */
export interface Running {
  readonly folder: string;
  readonly served: Served;
}

/** How a test is declared: `test` of node:test. */
export type Declare = (name: string, options: { readonly skip: string | false }, run: () => Promise<void>) => unknown;

export class Setting {
  readonly #declare: Declare;
  readonly #once = new Map<string, Promise<unknown>>();
  readonly #closing: (() => unknown)[] = [];

  constructor(declare: Declare) {
    this.#declare = declare;
  }

  #onceOnly<T>(key: string, make: () => Promise<T>): Promise<T> {
    const known = this.#once.get(key) as Promise<T> | undefined;
    if (known !== undefined) return known;
    const made = make();
    this.#once.set(key, made);
    return made;
  }

  /** Declares a test, left out with a word where there is no browser. */
  test(name: string, run: () => Promise<void>): void {
    this.#declare(name, { skip: NO_CHROMIUM }, run);
  }

  outside(): Promise<Outside> {
    return this.#onceOnly('outside', async () => {
      const outside = await openOutside();
      this.#closing.push(() => outside.close());
      return outside;
    });
  }

  browser(): Promise<Browser> {
    return this.#onceOnly('browser', async () => {
      const browser = await launch({ proxyPort: (await this.outside()).proxyPort });
      this.#closing.push(() => browser.close());
      return browser;
    });
  }

  #made(name: CaseName): Promise<MadeCase> {
    return this.#onceOnly(`case ${name}`, async () => {
      const made = await makeCase(name, (await this.outside()).otherPort);
      this.#closing.push(() => made.remove());
      return made;
    });
  }

  async #serve(made: MadeCase): Promise<Running> {
    await this.#onceOnly('pages', async () => buildPages());
    const served = await serve(made.folder);
    this.#closing.push(() => served.stop());
    return { folder: made.folder, served };
  }

  /** A case that many tests look at and none changes. */
  running(name: CaseName): Promise<Running> {
    return this.#onceOnly(`server ${name}`, async () => this.#serve(await this.#made(name)));
  }

  /** A copy of a case of which a test may do as it likes. */
  async ownCopy(name: CaseName): Promise<Running> {
    const copy = copyOf(await this.#made(name));
    this.#closing.push(() => copy.remove());
    return this.#serve(copy);
  }

  /** A window on a running case. */
  async visit({ served }: Running, options: BrowserContextOptions = {}): Promise<Visit> {
    return visit(await this.browser(), served, options);
  }

  /** Ends everything, the last begun first. */
  async close(): Promise<void> {
    for (const end of this.#closing.splice(0).reverse()) await end();
  }
}
