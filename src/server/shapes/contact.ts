/** Contacts: rows of the list, the count above it, and one contact whole. */
import type { Bounds } from '../../model/bounds.ts';
import type { Channel, Definition, Directness } from '../../model/definition.ts';
import type { Grade } from '../../model/finding.ts';
import type { ContactState } from '../../model/state.ts';
import type { CutText, Rows, Time } from './answer.ts';
import type { Cited } from './citation.ts';
import type { DisclosureRow } from './disclosure.ts';
import type { FindingRow } from './finding-row.ts';
import type { End, PartyName } from './party.ts';

/**
 * Filters of /contacts, /contacts/count.json, /timeline, /network and /export, all in the query string, all optional:
 *   between=NAME, and=NAME        a group (@harbour-office), or a party by key, name or address
 *   channel=mail,call             some of mail, call, text, meeting, visit, report
 *   state=undisclosed,contested   by the headline rule; `none` for contacts that no rule concerns
 *   from=, to=                    day, month, year, event of the case; or epoch seconds as @1234567890 (brushing)
 *   window=NAME                   a window of the case in place of from and to
 *   floor=record                  evidence floor
 *   definition=PART=VALUE         may be repeated; the same parts as the command line has; `default`
 *   all=true                      every recorded contact, whatever the definition says
 */
export interface AskedFilters {
  readonly between: string | null;
  readonly and: string | null;
  readonly channels: readonly Channel[] | null;
  readonly states: readonly (ContactState | 'none')[] | null;
  /** Epoch seconds UTC, both inclusive; null: open. */
  readonly from: number | null;
  readonly to: number | null;
  readonly window: string | null;
  readonly definition: Definition;
  /** The definition in words. */
  readonly counted: string;
  /** The same filters as a query string without `?`, in one order: '' for none. */
  readonly query: string;
}

/** A row of a list. */
export interface ContactRow {
  /** Whole id, c: and 16 hex digits: the address is /contacts/ID. */
  readonly id: string;
  readonly time: Time;
  readonly channel: Channel;
  /** Who began it; empty where nobody did. At most four ends are given. */
  readonly from: readonly End[];
  /** The others, nearest first. At most four are given. */
  readonly to: readonly End[];
  /** Ends that are not given. */
  readonly moreEnds: number;
  /** Seconds; null: unknown or none. */
  readonly duration: number | null;
  /** By the headline rule; null where no duty and no rule concerns it. */
  readonly state: ContactState | null;
  /** Weakest identity in it. */
  readonly grade: Grade;
  /** Whether it counts for certain under the definition that is asked for; null where none is. */
  readonly certain: boolean | null;
  readonly subject: CutText | null;
  /** Names of what is known besides: list, automatic, unanswered, told … */
  readonly flags: readonly string[];
  /** How many records witness it, and the first of them: /records/ID. */
  readonly witnesses: number;
  readonly record: string;
}

/** /contacts.json?…&offset=0&limit=100&order=oldest|newest. A limit is at most 500. */
export interface ContactsPage extends Rows<ContactRow> {
  readonly asked: AskedFilters;
  readonly order: 'oldest' | 'newest';
  /** What can be chosen in filters. */
  readonly choices: Choices;
}

/** Names of the case for filters. */
export interface Choices {
  /** Written @name. */
  readonly groups: readonly string[];
  readonly windows: readonly { readonly id: string; readonly text: string }[];
  readonly events: readonly { readonly id: string; readonly text: string }[];
  /** Those who stand in people.yaml, at most 200; /people.json?q= finds all. */
  readonly people: readonly PartyName[];
  readonly channels: readonly Channel[];
}

/** /contacts/count.json?… the bounds of the same question. */
export interface ContactsCount {
  readonly asked: AskedFilters;
  readonly contacts: Bounds;
  /** Null where nothing can be called undisclosed: `heldAgainst` says why. */
  readonly undisclosed: Bounds | null;
  /** Contacts that may count, by state. */
  readonly states: readonly { readonly state: ContactState | 'none'; readonly contacts: number }[];
  /** What "undisclosed" was held against. */
  readonly heldAgainst: string;
}

/**
 * /contacts/coverage.json?… how far the records reach for the same question: without it no "none found" stands. Asked
 * apart, because it takes longer than the count.
 */
export interface ContactsCoverage {
  readonly asked: AskedFilters;
  /** Sentences. */
  readonly sentences: readonly string[];
  /** What separates the bounds: `2 hang on whose an address is`; empty where nothing does, and for very large questions. */
  readonly reasons: readonly string[];
}

/** A state of a contact for one duty. */
export interface StateLine {
  /** '' is the headline rule. */
  readonly duty: string;
  readonly holder: string | null;
  readonly audience: string;
  readonly state: ContactState;
  /** What that says, in words. */
  readonly meaning: string;
  /** Instant with offset; null: none. */
  readonly deadline: string | null;
  /** Disclosures that could have covered it. */
  readonly candidates: number | null;
  /** Whole id of the disclosure that the matching gave it; null for none. */
  readonly disclosure: string | null;
}

/** Who with whom, address by address. */
export interface LinkLine {
  readonly from: PartyName;
  readonly to: PartyName;
  readonly fromAddress: string;
  readonly toAddress: string;
  readonly directness: Directness;
  readonly grade: Grade;
  readonly answered: boolean;
}

/** /contacts/:id.json */
export interface ContactPage {
  readonly contact: ContactRow;
  readonly witnesses: readonly Cited[];
  /** Name of the rule that joined the witnesses, and what it says. */
  readonly rule: string;
  readonly ruleText: string;
  readonly links: readonly LinkLine[];
  readonly states: readonly StateLine[];
  /** Disclosures that the matching gave it. */
  readonly matched: readonly DisclosureRow[];
  /** Contacts that compete with it for fewer disclosures. */
  readonly competing: readonly ContactRow[];
  /** Contacts that may be the same event. */
  readonly maySame: readonly { readonly contact: ContactRow; readonly why: string }[];
  readonly findings: readonly FindingRow[];
  /** How it is known, in words. */
  readonly knownBy: string;
  /** Passages that tell of it, one line each. */
  readonly told: readonly string[];
  readonly heldAgainst: string;
  /** The statements that give links and states. */
  readonly sql: readonly string[];
}
