/** The bytes of records, read again while they are indexed and when a hit shows its words. */
import { openFile } from '../../bytes/disk.ts';
import type { Input } from '../../bytes/input.ts';
import type { SourceFiles, SourcePlace } from '../citations/source-files.ts';

/** Files that stay open at once. */
const OPEN = 16;
/** Records up to this many bytes are read into one room: a new buffer for each costs more than the reading. */
const ROOM = 1024 * 1024;

/** Reads records of sources; cheap in the order of a file, and without a promise where it is no archive. */
export class TextSources {
  readonly #sources: readonly SourcePlace[];
  readonly #members: SourceFiles;
  readonly #open = new Map<number, Input | null>();
  #room: Buffer | null = null;

  /**
   * @param sources with absolute paths
   * @param members opens members of archives; not closed by this object, so that what it unpacked serves several
   */
  constructor(sources: readonly SourcePlace[], members: SourceFiles) {
    this.#sources = sources;
    this.#members = members;
  }

  /**
   * Bytes of a source, good until the next ones are asked for.
   * @param source place in the list
   * @param offset bytes from the start of the file or member
   * @returns null when the source is gone, or is not what was taken in
   * @throws {Error} with the system's `code` when the spool folder cannot be written to
   */
  read(source: number, offset: number, length: number): Buffer | null | Promise<Buffer | null> {
    const place = this.#sources[source]!;
    if (place.member !== '') return this.#members.read(place, offset, length);
    const input = this.#file(source, place);
    if (input === null) return null;
    if (length > ROOM) return input.read(offset, length);
    this.#room ??= Buffer.allocUnsafeSlow(ROOM);
    return this.#room.subarray(0, input.readInto(this.#room, 0, offset, length));
  }

  /** Closes the files. */
  close(): void {
    for (const input of this.#open.values()) input?.close();
    this.#open.clear();
  }

  #file(source: number, place: SourcePlace): Input | null {
    const known = this.#open.get(source);
    if (known !== undefined) return known;
    const input = opened(place);
    this.#open.set(source, input);
    if (this.#open.size > OPEN) {
      const [oldest, held] = this.#open.entries().next().value!;
      held?.close();
      this.#open.delete(oldest);
    }
    return input;
  }
}

function opened({ path, size }: SourcePlace): Input | null {
  let input: Input;
  try {
    input = openFile(path, '');
  } catch {
    return null; // it went since it was taken in
  }
  if (input.size === size) return input;
  input.close();
  return null;
}
