/** Passages of prose that tell of contacts. */
import { informantsOf } from '../../case/told/informants.ts';
import { tellingsOf, tellingText } from '../../case/views/tellings.ts';
import type { Opened } from '../opened.ts';

/** Passages that are given. */
const PASSAGES = 50;

/** One line a passage that tells of contacts. @param contacts contact_no */
export async function toldLines({ open }: Opened, contacts: readonly number[]): Promise<string[]> {
  const tellings = await tellingsOf(open, contacts);
  const informants = informantsOf(open.files);
  return tellings.slice(0, PASSAGES).map((telling) => `${telling.entry}: ${tellingText(informants, telling)}`);
}
