/** /network.json?…&edges=N: who with whom. Takes the filters of /contacts (contact.ts). */
import type { Channel } from '../../model/definition.ts';
import type { AskedFilters, Choices } from './contact.ts';
import type { PartyName } from './party.ts';
import type { Span } from './timeline.ts';

/** A party in the picture. */
export interface NetworkNode extends PartyName {
  /** person, organisation, line, role, list, unknown. */
  readonly kind: string;
  /** Stands in people.yaml. */
  readonly named: boolean;
  /** On the side that is asked about (`between`), on the other one (`and`), or neither. */
  readonly side: 'between' | 'and' | null;
  /** Contacts in the whole question, edges that are not drawn included. */
  readonly contacts: number;
}

/** Contacts of two parties together. */
export interface NetworkEdge {
  /** Places in nodes. */
  readonly a: number;
  readonly b: number;
  readonly contacts: number;
  /** Those that certainly count. */
  readonly certain: number;
  readonly undisclosed: number;
  /** Begun by a, and by b; the others were begun by nobody. */
  readonly byA: number;
  readonly byB: number;
  /** By channel; channels without contacts are left out. */
  readonly channels: Readonly<{ [channel in Channel]?: number }>;
  /** First and last of them, epoch seconds; null: none has a time. */
  readonly first: number | null;
  readonly last: number | null;
  /** Query string of /contacts for the pair with the same filters. */
  readonly listed: string;
}

/** The picture. `edges` rows are asked with ?edges=N (300 without it; at most 10,000), those with most contacts first. */
export interface NetworkPage {
  readonly asked: AskedFilters;
  readonly choices: Choices;
  /** In the order of their keys. */
  readonly nodes: readonly NetworkNode[];
  readonly edges: readonly NetworkEdge[];
  /** The cut, to be stated: how many of how many edges and parties are drawn. */
  readonly cut: {
    readonly edges: number;
    readonly ofEdges: number;
    readonly nodes: number;
    readonly ofNodes: number;
    /** Fewest contacts of an edge that is drawn. */
    readonly least: number;
  };
  /** From the first to the last contact of the question without from and to, for the slider; null where none has a time. */
  readonly extent: Span | null;
}
