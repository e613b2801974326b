/** Addresses of Microsoft Exchange and Lotus Notes that are no Internet addresses. */
import { ADDRESS_KINDS } from '../../model/record.ts';

const KIND = {
  mail: ADDRESS_KINDS.indexOf('mail'),
  x500: ADDRESS_KINDS.indexOf('x500'),
  name: ADDRESS_KINDS.indexOf('name'),
  handle: ADDRESS_KINDS.indexOf('handle'),
} as const;

/** Whether a text is an X.500 name in the form that Exchange writes: /O=ORG/OU=UNIT/CN=RECIPIENTS/CN=ALIAS. */
function isDistinguishedName(text: string): boolean {
  return /^\/o=[^/]*(\/[a-z]{1,4}=[^/]*)+$/i.test(text);
}

/**
 * Whether a text is a hierarchical name of Lotus Notes, abbreviated (Given Family/Unit/Organisation), with or without
 * the domain of Notes mail routing.
 */
function isNotesName(text: string): boolean {
  return /^[^\s/@=<>"][^/@=<>"]*(\/[^\s/@=<>"][^/@=<>"]*){2,4}(@[\w-]+)*$|^[^\s/@=<>"][^/@=<>"]*\/[^\s/@=<>"][^/@=<>"]*@[\w-]+$/.test(
    text,
  );
}

/**
 * Takes apart an encapsulated address: Exchange hands a foreign address to SMTP as IMCEA, its type, a hyphen and the
 * address with "/" as "_" and all other signs as "+" and two hex digits ([MS-OXCMAIL], 2.1.3.2).
 * @param address an addr-spec
 * @returns type and address, null when it is none
 */
function encapsulated(address: string): { readonly type: string; readonly inner: string } | null {
  const match = /^IMCEA([A-Z0-9]+)-(.+)@[^@]*$/is.exec(address);
  if (match === null) return null;
  const inner = match[2]!
    .replaceAll('_', '/')
    .replace(/\+([0-9a-f]{2})/gi, (_, hex: string) => String.fromCharCode(Number.parseInt(hex, 16)));
  return { type: match[1]!.toUpperCase(), inner };
}

/** An address and what it is: `kind` is a place in ADDRESS_KINDS. */
export interface Classified {
  readonly kind: number;
  readonly raw: string;
}

/** An Internet address in brackets, or before the name of a gateway. */
const IN_ANGLE = /<([^\s<>@]+@[^\s<>@]+\.[^\s<>@]+)>|^([^\s<>@]+@[^\s<>@]+\.[^\s<>@]+)@[\w ]+$/;

/**
 * Tells what kind of address a text is.
 * @param text an addr-spec, or what stands in its place; not empty
 * @param angled whether it stood in angle brackets: a word without "@" is then the name of an account, otherwise of somebody
 */
export function classify(text: string, angled: boolean): Classified {
  if (!text.includes('@')) {
    if (isDistinguishedName(text) || isNotesName(text)) return { kind: KIND.x500, raw: text };
    return { kind: angled && !/\s/.test(text) ? KIND.handle : KIND.name, raw: text };
  }
  if (text.length > 6 && /^IMCEA/i.test(text)) {
    const wrapped = encapsulated(text);
    if (wrapped?.type === 'EX' && isDistinguishedName(wrapped.inner)) return { kind: KIND.x500, raw: wrapped.inner };
    const mail = wrapped === null ? null : IN_ANGLE.exec(wrapped.inner);
    if (mail !== null) return { kind: KIND.mail, raw: mail[1] ?? mail[2]! };
    if (wrapped !== null && /^(SMTP|MAILTO)$/.test(wrapped.type) && /^[^\s@]+@[^\s@]+$/.test(wrapped.inner)) {
      return { kind: KIND.mail, raw: wrapped.inner };
    }
    return { kind: KIND.mail, raw: text };
  }
  if (isNotesName(text)) return { kind: KIND.x500, raw: text };
  const at = text.lastIndexOf('@');
  if (at === 0 || at === text.length - 1) return { kind: KIND.name, raw: text };
  return { kind: KIND.mail, raw: text };
}

/** The name of a person that an address of Lotus Notes begins with; empty for other addresses. */
export function nameWithin({ kind, raw }: Classified): string {
  return kind === KIND.x500 && !raw.startsWith('/') ? raw.slice(0, raw.indexOf('/')) : '';
}
