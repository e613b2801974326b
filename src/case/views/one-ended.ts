/** What a count leaves out because nobody is known at the other end. */
import { oneEnded } from '../../ledger/queries/views/one-ended.ts';
import { CONTACT_STATES, type ContactState } from '../../model/state.ts';
import type { OpenCase } from '../open.ts';
import type { AskedCount } from './question.ts';

export interface OneEnded {
  /** By headline; null: nothing is asked of them. */
  readonly state: ContactState | null;
  readonly contacts: number;
}

/**
 * Contacts in the window of a question that may concern anybody, since one end of them is nobody known: a log without
 * hosts, a mail without recipients.
 * @returns none for a question between two named sides
 */
export async function oneEndedView({ ledger }: OpenCase, { question }: AskedCount): Promise<readonly OneEnded[]> {
  const { from, to, and } = question;
  if (and !== null) return [];
  const window = { ...(from === null ? {} : { from }), ...(to === null ? {} : { to }) };
  const rows = await ledger.rows<{ state: number | null; contacts: number }>(oneEnded(question), window);
  return rows.map(({ state, contacts }) => ({ state: state === null ? null : CONTACT_STATES[state]!, contacts }));
}
