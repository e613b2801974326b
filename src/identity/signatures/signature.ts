/** What a signature tells: name, title, organisation, telephone numbers and other mail addresses of whoever wrote. */
import { type Author, signatureBlock } from './block.ts';

/** What a number is for; phone where nothing says it. */
export type PhoneUse = 'phone' | 'direct' | 'mobile' | 'home' | 'fax' | 'pager';

export interface Signature {
  /** As written; null where nothing tells it. */
  readonly name: string | null;
  readonly title: string | null;
  readonly organisation: string | null;
  readonly phones: readonly { readonly raw: string; readonly use: PhoneUse }[];
  readonly mails: readonly string[];
}

const MAIL = /[\w.+'-]+@[\w-]+(?:\.[\w-]+)+/g;
/** Seven digits and more, as people write them, with an extension. */
const PHONE = /(?:\+|\b|\()\d[\d\s()./-]{5,20}\d(?:\s*(?:x|ext\.?)\s*\d{1,6}\b)?/gi;
/** 3-3-4 of North America, an international prefix, or anything behind a word that says what it is. */
const GROUPED = /^\(?\d{3}\)?[\s./-]+\d{3}[\s.-]+\d{4}\b|^\+\d/;
const DATE = /^\d{1,4}[./-]\d{1,2}[./-]\d{1,4}$/;
const POSTCODE = /^\d{5}-\d{4}$/;

const USES: readonly (readonly [PhoneUse, string])[] = [
  ['fax', 'fax|facsimile|telefax|f'],
  ['mobile', 'mobile|mob|cell|cellular|handy|portable|m|c'],
  ['pager', 'pager|page'],
  ['home', 'home|h'],
  ['direct', 'direct|direct line|ddi|did|d'],
  ['phone', 'telephone|phone|tel|ph|voice|office|work|main|t|p|o|w'],
];
const BEFORE = USES.map(([use, words]) => [use, new RegExp(`(?:^|[\\s,;|(])(?:${words})[\\s.:#)-]*$`, 'i')] as const);
const AFTER = USES.map(
  ([use, words]) => [use, new RegExp(`^[\\s,(\\[-]*(?:${words})(?=[\\s.,;|)\\]]|$)`, 'i')] as const,
);

const TITLE =
  /\b(?:president|vp|director|manager|counsel|attorney|lawyer|solicitor|partner|analyst|associate|assistant|secretary|minister|officer|engineer|specialist|coordinator|consultant|advis[eo]r|chief|head|ceo|cfo|coo|professor|editor|trader|commissioner|clerk|leiter|gesch[aä]ftsf[uü]hrer|directeur)\b/i;
const ORGANISATION =
  /\b(?:inc|corp|corporation|llc|llp|l\.?p|ltd|limited|gmbh|ag|plc|company|co|university|department|ministry|council|bank|group|associates|partners|agency|commission|institute)\b\.?$/i;

/** What a number in a line is for; null where no word says it. */
function useOf(line: string, start: number, end: number): PhoneUse | null {
  const [before, after] = [line.slice(Math.max(0, start - 24), start), line.slice(end, end + 24)];
  return BEFORE.find(([, word]) => word.test(before))?.[0] ?? AFTER.find(([, word]) => word.test(after))?.[0] ?? null;
}

function phonesIn(line: string): Signature['phones'][number][] {
  return [...line.matchAll(PHONE)].flatMap((match) => {
    const raw = match[0].trim();
    const digits = raw.replace(/\D/g, '').length;
    const use = useOf(line, match.index, match.index + match[0].length);
    const isNumber = digits >= 7 && digits <= 20 && !DATE.test(raw) && !POSTCODE.test(raw);
    return isNumber && (use !== null || GROUPED.test(raw)) ? [{ raw, use: use ?? 'phone' }] : [];
  });
}

/** A line that says one thing and no number. */
const plain = (line: string): boolean => line.length <= 60 && !/[@\d]/.test(line);

/**
 * Reads the signature of a message.
 * @param text what the author wrote, without what is quoted: of formats/mail/own-text.ts
 * @returns null where there is none, or it tells nothing
 */
export function signatureOf(text: string, author: Author): Signature | null {
  const block = signatureBlock(text, author);
  if (block === null) return null;
  const { name, lines } = block;
  const mails = new Set(lines.flatMap((line) => line.match(MAIL) ?? []).map((mail) => mail.replace(/^'+/, '')));
  const phones = lines.flatMap(phonesIn);
  const title = lines.find((line) => plain(line) && TITLE.test(line)) ?? null;
  const organisation = lines.find((line) => plain(line) && ORGANISATION.test(line) && line !== title) ?? null;
  const isEmpty = name === null && title === null && organisation === null && phones.length === 0 && mails.size === 0;
  return isEmpty ? null : { name, title, organisation, phones, mails: [...mails] };
}
