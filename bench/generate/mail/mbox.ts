/** A mailbox of made-up mail as an mbox, message by message, in bounded memory. */
import { Output } from '../output.ts';
import { Random } from '../random.ts';
import { Bodies } from './body.ts';
import { fromLine, header } from './header.ts';
import { people } from './people.ts';
import { Threads } from './threads.ts';

/**
 * Writes messages in the order of about their days: nearly half plain text, a third alternative, a sixth with
 * attachments; 7bit, 8bit, quoted-printable and base64; six charsets; half of them answers, most of which quote.
 * @param count messages
 * @param write gets the bytes piece by piece, and may not keep them
 * @returns size in bytes
 */
export function mbox(count: number, write: (chunk: Buffer) => void): number {
  const out = new Output(write);
  const random = new Random('mbox');
  const threads = new Threads(people(3000 + Math.round(count / 50)), count);
  const bodies = new Bodies(out, random);
  for (let i = 0; i < count; i++) {
    const letter = threads.next(i);
    out.text(fromLine(letter));
    out.text(header(letter, random));
    bodies.write(letter, i);
    out.text('\n');
  }
  out.flush();
  return out.length;
}
