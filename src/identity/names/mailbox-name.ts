/** What the local part of a mail address tells of a name, and which mailboxes are no person's. */
import type { PersonName } from './person-name.ts';
import { NO_NAMES } from './words.ts';

/** Mailboxes of offices and machines (RFC 2142, and what organisations use besides). Whole words of the local part. */
const ROLES: ReadonlySet<string> = new Set(
  `abuse accounting accounts admin administration administrator advertising alert alerts all announce announcements
  answers archive assistance auto automatic billing board bookings bounce bounces calendar campaign careers chief clerk
  club comments committee communications compliance contact contacts customer customercare customerservice daemon
  department desk dev digest director do-not-reply documents donotreply dpo editor editors emergency enquiries enquiry
  events everyone exec executive facilities fax feedback finance frontdesk ftp general group head help helpdesk
  hostmaster hr humanresources info information inquiries inquiry invoices it jobs kontakt legal library list lists
  listserv lobby mail mailer mailer-daemon mailerdaemon majordomo management manager marketing media member members
  membership moderator news newsletter nobody no-reply noreply notice notices notification notifications ombudsman
  operations operator ops order orders owner payments personnel post postmaster press procurement promo promotions
  publications purchasing queries reception recruitment register registrar registration registry reminder reminders
  reply report reports request requests reservations returns root sales schedule secretariat secretary security service
  services shop sos staff statements status subscribe subscriptions support survey system team tech technical tender
  tenders test tickets tips trafik unsubscribe update updates uucp visitor visitors vote web webmaster www`
    .split(/\s+/)
    .filter((word) => word !== ''),
);

/** Local part without what follows a plus or an equals sign (subaddresses, VERP). */
function root(local: string): string {
  return local
    .toLowerCase()
    .replace(/['’`]/g, '')
    .replace(/[+=].*$/, '');
}

/** An initial and a word with nothing between two dots. */
const LEFT_OUT = /^([a-z])\.\.+([a-z-]{2,})$/;

/** Words of a local part. */
function partsOf(local: string): string[] {
  return root(local)
    .split(/[._-]+/)
    .map((part) => part.replace(/\d+$/, ''))
    .filter((part) => part !== '');
}

/**
 * Whether a mailbox is an office's, a list's or a machine's by its name. It never stands for one person for good: it
 * belongs to who holds the office that day.
 * @param local local part of a mail address
 */
export function isRoleMailbox(local: string): boolean {
  const whole = root(local);
  if (ROLES.has(whole)) return true;
  const parts = partsOf(local);
  if (parts.length === 0) return /\d/.test(whole);
  if (parts.some((part) => NO_NAMES.has(part))) return true;
  return (
    parts.every((part) => ROLES.has(part)) || (parts.length > 1 && ROLES.has(parts[0]!)) || ROLES.has(parts.at(-1)!)
  );
}

/**
 * Names that a local part can be read as, the likeliest first: dirk.bolverk and bolverk.dirk, dbolverk where Bolverk is a
 * family name that
 * the case knows. Nothing for a role mailbox.
 * @param families folded family names that are known from names in full
 */
export function namesInMailbox(local: string, families: ReadonlySet<string>): PersonName[] {
  if (isRoleMailbox(local)) return [];
  const parts = partsOf(local);
  // Names of accounts that a machine made: digits among the letters.
  if (parts.some((part) => /\d/.test(part))) return [];
  const named = (given: string, middle: readonly string[], family: string): PersonName => ({
    given,
    middle,
    family,
    generation: '',
  });
  // "d..bolverk": what stands between the dots was left out, so the initial is the second name's.
  const [, initial, behind] = LEFT_OUT.exec(root(local)) ?? [];
  if (initial !== undefined && behind !== undefined) return [named('', [initial], behind)];
  if (parts.length >= 2 && parts.length <= 4) {
    const [first, last] = [parts[0]!, parts.at(-1)!];
    const straight = named(first, parts.slice(1, -1), last);
    const turned = named(last, parts.slice(1, -1), first);
    if (last.length === 1) return [turned];
    return families.has(first) && !families.has(last)
      ? [turned, straight]
      : [straight, turned].filter((n) => n.family.length > 1);
  }
  const [word = ''] = parts;
  const found: PersonName[] = [];
  if (families.has(word.slice(1))) found.push(named(word.slice(0, 1), [], word.slice(1)));
  if (families.has(word.slice(0, -1))) found.push(named(word.slice(-1), [], word.slice(0, -1)));
  return found;
}
