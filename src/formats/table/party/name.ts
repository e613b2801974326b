/** What one name in a cell says: who, of which organisation, in which post, or that somebody blacked it out. */
import type { Attendance } from '../../../model/record.ts';
import type { PartyRule } from '../../templates/template.ts';
import { foldText, foldValue } from '../fold.ts';

/** One party as its cell names it. */
export interface NamedParty {
  readonly name: string;
  readonly organisation: string | null;
  readonly post: string | null;
  readonly mail: string | null;
  readonly attendance: Attendance | null;
  /** Somebody who is there but whose name is withheld. */
  readonly redacted: boolean;
}

/** Exemptions of the Freedom of Information Act, 5 U.S.C. 552(b)(6) and its like, and words and bars for what is blacked out. */
const REDACTED: readonly RegExp[] = [
  /\([a-k]\) ?\(\d{1,2}\)/,
  /\bb\(?[67]\)?(?: ?\([a-f]\))?$/,
  /\bredacted\b|\bwithheld\b|\bname removed\b|\bpii\b|\bgeschwarzt\b|\bcaviarde\b/,
  /\bx{4,}\b/,
  /[█■▇▮]{2,}|_{4,}/,
];

/** Nobody. */
const NOBODY =
  /^(|n ?a|not applicable|none|nil|no one|nobody|null|tbc|tba|tbd|to be confirmed|unknown|various|several|others?|et al|etc|keine|aucun|ninguno)$/;

/** What stands in parentheses behind a name and is said of its being there. */
const ATTENDANCE: readonly (readonly [RegExp, Attendance | null])[] = [
  [/^(declined|apologies|sent apologies|cancelled|canceled|regrets)$/, 'declined'],
  [/^(no show|did not attend|absent|not present)$/, 'no-show'],
  [/^(tentative)$/, 'tentative'],
  [/^(attended|present|accepted|confirmed)$/, 'attended'],
  [
    /^(by phone|phone|via phone|by (video|telephone)|video|remote|virtual|online|via \w+|tbc|chair|host|optional|required|\d+)$/,
    null,
  ],
];

const MAIL = /<?([\w.!#$%&'*+/=?^`{|}~-]+@[\w-]+(?:\.[\w-]+)+)>?/;

/**
 * Whether a text stands for somebody whose name is withheld.
 * @param more patterns of the template, over folded text with its punctuation
 */
export function isRedacted(text: string, more: readonly RegExp[]): boolean {
  const plain = foldText(text);
  return REDACTED.some((pattern) => pattern.test(plain)) || more.some((pattern) => pattern.test(plain));
}

/** Whether a text stands for nobody, such as a dash. */
export function isNobody(text: string): boolean {
  return NOBODY.test(foldValue(text));
}

/** How the names of a party rule are read; its patterns compiled once. */
export interface NameRules {
  readonly pick: readonly RegExp[];
  readonly drop: readonly RegExp[];
  readonly redacted: readonly RegExp[];
  readonly organisations: boolean;
}

/** @param redacted patterns of the template */
export function nameRules(rule: PartyRule, redacted: readonly RegExp[]): NameRules {
  const compiled = (patterns: readonly string[] | undefined, flags: string): RegExp[] =>
    (patterns ?? []).map((pattern) => new RegExp(pattern, flags));
  return {
    pick: compiled(rule.pick, 'u'),
    drop: compiled(rule.drop, 'giu'),
    redacted,
    organisations: rule.organisations ?? false,
  };
}

/**
 * Reads one name.
 * @param text one part of a cell
 * @returns null for nobody
 */
export function readName(text: string, rules: NameRules): NamedParty | null {
  const whole = text.replace(/\s+/g, ' ').trim();
  if (isRedacted(whole, rules.redacted)) return { ...EMPTY, name: whole, redacted: true };
  const mail = MAIL.exec(whole);
  const bare = rules.drop.reduce((held, pattern) => held.replace(pattern, ' '), whole.replace(MAIL, ' '));
  const clean = trimName(bare);
  if (isNobody(clean)) return mail === null ? null : { ...EMPTY, mail: mail[1]! };
  return { ...pickName(clean, rules), mail: mail?.[1] ?? null };
}

const EMPTY: NamedParty = {
  name: '',
  organisation: null,
  post: null,
  mail: null,
  attendance: null,
  redacted: false,
};

/** Takes a name apart by the patterns of its template, then by parentheses behind it. */
function pickName(text: string, rules: NameRules): NamedParty {
  for (const pattern of rules.pick) {
    const groups = pattern.exec(text)?.groups;
    if (groups?.name === undefined) continue;
    const part = (group: string): string | null => {
      const value = trimName(groups[group] ?? '');
      return value === '' ? null : value;
    };
    return { ...EMPTY, name: trimName(groups.name), organisation: part('organisation'), post: part('post') };
  }
  const behind = /^(.{2,}?)\s*[([]([^()[\]]+)[)\]]$/.exec(text);
  if (behind === null) return { ...EMPTY, name: text };
  const name = trimName(behind[1]!);
  const said = foldValue(behind[2]!);
  const known = ATTENDANCE.find(([pattern]) => pattern.test(said));
  if (known !== undefined) return { ...EMPTY, name, attendance: known[1] };
  return { ...EMPTY, name, organisation: rules.organisations ? null : trimName(behind[2]!) };
}

/** Without the marks that lists and footnotes leave at its ends; a point behind a short word stays (Jr., Inc.). */
function trimName(text: string): string {
  const trimmed = text.replace(/\s+/g, ' ').replace(/^[\s,;:|*•·–—-]+|[\s,;:|*–—-]+$/g, '');
  return /[\p{L}\p{N}]{6,}\.$/u.test(trimmed) ? trimmed.slice(0, -1) : trimmed;
}
