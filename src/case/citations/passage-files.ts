/** The files that passages are cited from, each opened and hashed once. */
import { expand } from '../../bytes/archive.ts';
import { ARCHIVE_LIMITS } from '../../bytes/archive-limits.ts';
import { sha256OfInput } from '../../bytes/hash.ts';
import type { Input } from '../../bytes/input.ts';
import type { WhereEntry } from '../files/words/where.ts';
import { type PdfFault, type PdfPages, pdfPages } from './passage-pdf.ts';
import type { PassageProblem } from './passage-problem.ts';
import { kindOfFile, type PassageKind } from './passage-text.ts';
import { openSource } from './source-files.ts';

/** A file that is open. */
export interface PassageFile {
  readonly kind: PassageKind;
  readonly size: number;
  /** Lower-case hex. */
  readonly sha256: string;
  /** The whole file. */
  bytes(): Buffer;
  /** Texts of the pages of a PDF. */
  pages(): Promise<PdfPages | PdfFault>;
}

/** Files from which prose is cited are read whole: this is the longest, bytes. */
const LARGEST = 256 * 1024 * 1024;

/** Opens files of passages and keeps them until it is closed. */
export class PassageFiles {
  readonly #folder: string;
  readonly #opened = new Map<string, PassageFile | { readonly problem: PassageProblem }>();
  readonly #inputs: Input[] = [];

  /** @param folder absolute path of the case folder */
  constructor(folder: string) {
    this.#folder = folder;
  }

  /** The file or member of a place. Its name stands in no problem: it may be protected. */
  async open({ source, member }: WhereEntry): Promise<PassageFile | { readonly problem: PassageProblem }> {
    const key = JSON.stringify([source, member ?? null]);
    const known = this.#opened.get(key) ?? (await this.#find(source, member));
    this.#opened.set(key, known);
    return known;
  }

  async #find(source: string, member: string | undefined): Promise<PassageFile | { problem: PassageProblem }> {
    const outer = openSource(this.#folder, source, '');
    if (outer === null) return missing('source-missing', 'the file cannot be opened');
    this.#inputs.push(outer);
    const input = member === undefined ? outer : await this.#member(outer, member);
    if (input === null) return missing('member-missing', 'the archive has no such member');
    if (input.size > LARGEST) return missing('source-missing', 'the file is too large to be read');
    return fileOf(input, member ?? source);
  }

  async #member(outer: Input, name: string): Promise<Input | null> {
    for await (const found of expand(outer, ARCHIVE_LIMITS, null)) {
      if (!('input' in found)) continue;
      const names = found.steps.flatMap((step) => ('member' in step ? [step.member] : []));
      if (names.join('/') === name || names.at(-1) === name) {
        this.#inputs.push(found.input);
        return found.input;
      }
      found.input.close();
    }
    return null;
  }

  close(): void {
    for (const input of this.#inputs) input.close();
    this.#opened.clear();
  }
}

function missing(code: PassageProblem['code'], message: string): { problem: PassageProblem } {
  return { problem: { code, message } };
}

function fileOf(input: Input, name: string): PassageFile {
  let bytes: Buffer | null = null;
  let pages: Promise<PdfPages | PdfFault> | null = null;
  const whole = (): Buffer => {
    bytes ??= input.read(0, input.size);
    return bytes;
  };
  return {
    kind: kindOfFile(name, input.read(0, 1024)),
    size: input.size,
    sha256: sha256OfInput(input),
    bytes: whole,
    pages: () => {
      pages ??= pdfPages(whole());
      return pages;
    },
  };
}
