/** What an id of an address names. */
import { CaseError } from '../../case/error.ts';
import { locate } from '../../case/locate.ts';
import { type IdKind, parseId } from '../../model/ids.ts';
import { Refused } from '../http/exchange.ts';
import type { Opened } from '../opened.ts';

/**
 * The number of what an id names.
 * @param kind what the address is of
 * @throws Refused with 404 where nothing has the id, or something else
 */
export async function located({ open, shown }: Opened, kind: Exclude<IdKind, 'count'>, text: string): Promise<number> {
  const parsed = parseId(text.toLowerCase());
  if (parsed === null || parsed.kind !== kind)
    throw new Refused(404, `this is no id of a ${kind}: ${JSON.stringify(text.slice(0, 80))}`, 'id');
  const known = kind === 'record' && parsed.from === parsed.to ? shown.get(parsed.from) : undefined;
  if (known !== undefined) return known;
  try {
    const found = await locate(open.ledger, text);
    if (kind === 'record') shown.set(found.id, found.no);
    return found.no;
  } catch (error) {
    if (error instanceof CaseError) throw new Refused(404, error.message, 'id', error.advice);
    throw error;
  }
}
