/** What stands beside a count. */
import type { CountView } from '../../case/views/count.ts';
import { identityText, reasonText } from '../../case/views/definition.ts';

/** Identities that are named. */
const NAMED = 12;

/** What separates the two ends of a number of contacts, one line each; empty where nothing does. */
export function separates({ contacts, reasons, identities, several }: CountView): string[] {
  if (contacts.min === contacts.max) return [];
  const more = identities.length - NAMED;
  return [
    ...reasons.filter(({ code }) => code !== 'identity').map(reasonText),
    ...identities.slice(0, NAMED).map(identityText),
    ...(more > 0 ? [`and so do contacts with ${more} other addresses`] : []),
    ...(several === 0 ? [] : [`${several} tell of several contacts without saying how many; each counts once`]),
  ];
}
