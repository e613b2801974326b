/** Unpacks compressed streams piece by piece, keeping what could be read when the rest is damaged. */
import type { Transform } from 'node:stream';
import type { Input } from './input.ts';

/** How a stream ended; filled in when the last piece has been handed over. */
export interface StreamEnd {
  /** Why the stream could not be read to its end, null when it could. */
  failure: string | null;
  /** Bytes of the input that were used. */
  used: number;
}

/** Compressed bytes per step. Deflate makes up to 1032 bytes of one, so a step makes 33 MB at most. */
const PIECE = 32 * 1024;

/**
 * Unpacks a range of an input.
 *
 * @param input where the compressed bytes lie
 * @param from first byte
 * @param to byte after the last
 * @param engine one of zlib's decompressors, fresh
 * @param end gets told how the stream ended
 * @returns the unpacked bytes in pieces; never throws for content
 */
export async function* inflate(
  input: Input,
  from: number,
  to: number,
  engine: Transform & { readonly bytesWritten: number },
  end: StreamEnd,
): AsyncGenerator<Buffer> {
  let chunks: Buffer[] = [];
  let ended = false;
  let wake = (): void => {};
  engine.on('data', (chunk: Buffer) => chunks.push(chunk));
  engine.once('end', () => {
    ended = true;
    wake();
  });
  engine.once('error', (error) => {
    end.failure = error.message;
    ended = true;
    wake();
  });
  let offset = from;
  try {
    while (!ended) {
      const piece = input.read(offset, Math.min(PIECE, to - offset));
      offset += piece.length;
      await new Promise<void>((resolve) => {
        wake = resolve;
        if (piece.length > 0) engine.write(piece, () => resolve());
        else engine.end();
      });
      const ready = chunks;
      chunks = [];
      yield* ready;
    }
    yield* chunks;
  } finally {
    end.used = engine.bytesWritten;
    engine.destroy();
  }
}
