/** The participants of a row. */
import type { Participant, RecordAddress, RecordKind, Role } from '../../../model/record.ts';
import type { PartyPart, PartyRule, Target, Template } from '../../templates/template.ts';
import { isNobody, isRedacted, type NamedParty, type NameRules, nameRules, readName } from '../party/name.ts';
import { splitParties } from '../party/split.ts';
import type { Access } from './access.ts';
import type { RowMeaning } from './meaning.ts';

/** Most parties of one row: a cell of commas alone would make a million. */
const MOST = 2000;

/** Lines whose number the carrier withholds. */
const WITHHELD =
  /^(private|anonymous|unknown|restricted|withheld|blocked|unavailable|no caller id|number withheld|not available|unterdruckt|anonym|inconnu|masque)( (number|caller|name))?$/;

/** A party rule, ready to read. */
interface ReadyRule {
  readonly key: string;
  readonly rule: PartyRule;
  readonly names: NameRules;
}

/** The party rules of a template, ready to read. */
export function readyParties(template: Template, redacted: readonly RegExp[]): readonly ReadyRule[] {
  return Object.entries(template.parties).map(([key, rule]) => ({ key, rule, names: nameRules(rule, redacted) }));
}

export interface RowParties {
  readonly participants: Participant[];
  /** Post of the first party that has one, by the cell that names it. */
  readonly post: string | null;
  /** Keys of the party rules that gave somebody. */
  readonly found: ReadonlySet<string>;
  /** Whether there were more than are read. */
  readonly cut: boolean;
}

/** What is read of a party before it has a role. */
interface Someone {
  readonly address: RecordAddress;
  readonly name: string | null;
  readonly organisation: string | null;
  readonly named: NamedParty | null;
}

/**
 * Reads the participants of a row.
 * @param place words that tell its redactions from all others of the file, such as "row 12"
 */
export function partiesOf(
  access: Access,
  rules: readonly ReadyRule[],
  template: Template,
  meaning: RowMeaning,
  place: string,
): RowParties {
  const participants: Participant[] = [];
  const found = new Set<string>();
  let post: string | null = null;
  for (const ready of rules) {
    for (const someone of someones(access, ready, participants.length, place)) {
      if (participants.length >= MOST) return { participants, post, found, cut: true };
      participants.push(participantOf(someone, ready, template, meaning));
      found.add(ready.key);
      post ??= someone.named?.post ?? null;
    }
  }
  return { participants, post, found, cut: false };
}

function participantOf(
  someone: Someone,
  { key, rule }: ReadyRule,
  template: Template,
  meaning: RowMeaning,
): Participant {
  const attendance = someone.named?.attendance ?? (meaning.declined ? 'declined' : rule.attendance);
  return {
    role: roleOf(key, rule, template, meaning),
    address: someone.address,
    ...(someone.name === null ? {} : { name: someone.name }),
    ...(someone.organisation === null ? {} : { organisation: someone.organisation }),
    ...(attendance === undefined ? {} : { attendance }),
  };
}

function roleOf(key: string, rule: PartyRule, template: Template, meaning: RowMeaning): Role {
  const role = ruleRole(rule, meaning.kind);
  const { turned } = template;
  if (turned === undefined || !turned.includes(key)) return role;
  if (meaning.direction === null) return 'mentioned';
  if (meaning.direction === 'outgoing') return role;
  const other = key === turned[0] ? turned[1] : turned[0];
  return ruleRole(template.parties[other]!, meaning.kind);
}

/** The role of a party in rows of a kind. */
export function ruleRole({ role }: PartyRule, kind: RecordKind): Role {
  return typeof role === 'string' ? role : (role[kind] ?? Object.values(role)[0] ?? 'mentioned');
}

function someones(access: Access, ready: ReadyRule, before: number, place: string): Someone[] {
  const value = (part: PartyPart): string => access.first(`${ready.key}.${part}` as Target).text;
  const names = namesOf(access, ready, value);
  const organisations = listOf(access, ready, 'organisation');
  const line = value('line');
  const mail = value('mail');
  const handle = value('handle');
  const people: Someone[] =
    line !== '' || mail !== '' || handle !== ''
      ? [byAddress(line, mail, handle, names[0] ?? null)]
      : names.map((named) => byName(named));
  const joined = people.length === 0 && ready.rule.onlyNamed === true ? [] : withOrganisations(people, organisations);
  return joined.map((someone, i) =>
    someone.address.kind === 'redacted'
      ? { ...someone, address: { kind: 'redacted', raw: `${someone.address.raw} (${place}, ${before + i + 1})` } }
      : someone,
  );
}

/** The names of a party: whole ones, or one put together of its parts. */
function namesOf(access: Access, ready: ReadyRule, value: (part: PartyPart) => string): NamedParty[] {
  const whole = listOf(access, ready, 'name');
  const parts = [value('first'), value('middle'), value('last'), value('suffix')].filter((part) => !isNobody(part));
  const joined = whole.length > 0 || parts.length === 0 ? null : readName(parts.join(' '), ready.names);
  const present = joined === null ? whole : [joined];
  const post = value('post');
  if (present.length === 0 && ready.rule.fixed !== undefined) {
    const fixed = readName(ready.rule.fixed, ready.names);
    return fixed === null ? [] : [fixed];
  }
  return post === '' ? present : present.map((n) => ({ ...n, post: n.post ?? post }));
}

function listOf(access: Access, { key, rule, names }: ReadyRule, part: PartyPart): NamedParty[] {
  const cells = access.all(`${key}.${part}` as Target).map(({ text }) => text);
  const texts = rule.split === undefined ? cells : cells.flatMap((text) => splitParties(text, rule.split!));
  return texts.map((text) => readName(text, names)).filter((named) => named !== null);
}

function byName(named: NamedParty): Someone {
  if (named.redacted) return { address: { kind: 'redacted', raw: named.name }, name: null, organisation: null, named };
  const { name, mail, organisation } = named;
  if (mail === null) return { address: { kind: 'name', raw: name }, name: null, organisation, named };
  return { address: { kind: 'mail', raw: mail }, name: name === '' ? null : name, organisation, named };
}

function byAddress(line: string, mail: string, handle: string, named: NamedParty | null): Someone {
  const name = named === null || named.redacted || named.name === '' ? null : named.name;
  const address = mail !== '' ? mailOf(mail) : line !== '' ? lineOf(line) : ({ kind: 'handle', raw: handle } as const);
  return { address, name, organisation: named?.organisation ?? null, named };
}

function mailOf(text: string): RecordAddress {
  return isRedacted(text, []) ? { kind: 'redacted', raw: text } : { kind: 'mail', raw: text };
}

/** What connects a call: a number, a withheld one, or the name of a service (senders of text messages have such). */
function lineOf(text: string): RecordAddress {
  const words = text
    .toLowerCase()
    .replace(/[^\p{L}]+/gu, ' ')
    .trim();
  if (WITHHELD.test(words) || isRedacted(text, [])) return { kind: 'redacted', raw: text };
  if (text.includes('@')) return { kind: 'mail', raw: text.replace(/^sips?:/i, '') };
  return { kind: /\d/.test(text) ? 'phone' : 'handle', raw: text };
}

/**
 * Organisations of a column of their own: beside each name where there are as many, beside every name where there is one;
 * otherwise, and where nobody is named, they stand for themselves.
 */
function withOrganisations(people: readonly Someone[], organisations: readonly NamedParty[]): Someone[] {
  if (organisations.length === 0) return [...people];
  const single = organisations.length === 1 ? organisations[0] : undefined;
  if (people.length > 0 && (single !== undefined || organisations.length === people.length)) {
    return people.map((someone, i) => ({
      ...someone,
      organisation: someone.organisation ?? (single ?? organisations[i]!).name,
    }));
  }
  return [...people, ...organisations.map(byName)];
}
