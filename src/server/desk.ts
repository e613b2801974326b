/** The case that lies on the desk: its current build, open for as many questions as are asked; a new build is taken up. */
import { currentBuild, ledgerFolder } from '../case/build/folder.ts';
import { CaseError } from '../case/error.ts';
import type { DecisionsFile } from '../case/files/index.ts';
import { readDecisionsNow } from '../case/read-case.ts';
import { waitingDecisions } from '../case/workbench/pending.ts';
import { Refused } from './http/exchange.ts';
import { Lying, type Opened } from './opened.ts';
import type { CaseLine } from './shapes/answer.ts';

export class Desk {
  /** Of the case. */
  readonly folder: string;
  /** The moment, epoch seconds UTC: what a decision says of itself. */
  readonly now: () => number;
  #lying: Lying | null = null;
  #isClosed = false;

  /** @param folder of the case @param now the clock */
  constructor(folder: string, now: () => number) {
    this.folder = folder;
    this.now = now;
  }

  /**
   * Works with the current build; it stays open until the work is done, whatever is built meanwhile.
   * @throws CaseError where there is no build, or the files of the case have mistakes
   */
  async use<T>(work: (opened: Opened) => Promise<T>): Promise<T> {
    const lying = this.#current();
    return lying.use(work, () => {
      // What could not be opened, such as a case with a mistake in a file, is tried again with the next question.
      if (this.#lying === lying) this.#lying = null;
    });
  }

  /** Opens the current build before anybody asks, and reads what the first pages need. */
  warm(): void {
    const warmed = this.use(async (opened) => {
      const { definition } = opened.open.files.case.definition;
      await opened.index.frame({ between: null, and: null, definition });
    });
    warmed.catch(() => undefined); // told to whoever asks first
  }

  /** What the frame around every page shows. */
  line({ open }: Opened): CaseLine {
    const { title, asOf, zone } = open.files.case;
    return { title, build: open.build.id, asOf, zone, waiting: waitingDecisions(open.build, this.decisions()) };
  }

  /** The decisions as they stand in the case folder. */
  decisions(): DecisionsFile {
    return readDecisionsNow(this.folder);
  }

  /** Closes what is open, when it is not used any more. */
  async close(): Promise<void> {
    this.#isClosed = true;
    await this.#lying?.retire();
    this.#lying = null;
  }

  #current(): Lying {
    if (this.#isClosed) throw new Refused(503, 'the workbench is being closed');
    const id = currentBuild(ledgerFolder(this.folder));
    if (id === null) throw new CaseError('this case was not built yet', 'run backchannel build');
    if (this.#lying === null || this.#lying.id !== id) {
      void this.#lying?.retire();
      this.#lying = new Lying(this.folder, id);
    }
    return this.#lying;
  }
}
