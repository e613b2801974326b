/**
 * The demo case read with other eyes: small readers of its own, which use neither the program's code nor the
 * generator's. They know the dialects of these few files and nothing else.
 */
import { readFileSync } from 'node:fs';
import { parse } from 'yaml';

const FOLDER = new URL('../../../examples/harbour-board/', import.meta.url);

export function bytesOf(path: string): Buffer {
  return readFileSync(new URL(path, FOLDER));
}

export function yamlOf<T>(path: string): T {
  return parse(bytesOf(path).toString('utf8')) as T;
}

/** What truth.yaml holds, as far as tests look at it. */
export interface TruthFile {
  readonly records: { readonly [source: string]: number };
  readonly headline: Headline;
  readonly planted: {
    readonly damaged: { readonly source: string; readonly bytes: [number, number] };
    readonly repeated: { readonly source: string; readonly rows: [number, number] };
    readonly 'wrong-clock': { readonly source: string; readonly 'message-id': string; readonly written: string };
    readonly unrecorded: { readonly source: string; readonly row: number; readonly entry: string };
    readonly late: { readonly source: string; readonly row: number; readonly entry: string };
    readonly contested: { readonly row: number; readonly entry: string; readonly events: string[] };
  };
  readonly events: readonly TruthEvent[];
  readonly detectors: DetectorTruth;
  /** Verdicts on the sentences of story.yaml, in their order. */
  readonly story: readonly { readonly verdict: string; readonly 'at-least'?: number }[];
}

/** What each detector must find, by planted event, statement or told count. */
export interface DetectorTruth {
  readonly 'undisclosed-contact': readonly string[];
  readonly 'unrecorded-disclosure': readonly string[];
  readonly 'late-disclosure': readonly { readonly event: string; readonly days: number }[];
  readonly 'contradicted-statement': {
    readonly contradicted: readonly string[];
    readonly 'at-odds': readonly string[];
    readonly consistent: readonly string[];
    readonly untested: readonly string[];
  };
  readonly 'told-against-recorded': { readonly supported: readonly string[]; readonly exceeded: readonly string[] };
  readonly 'rate-change': { readonly event: string; readonly between: readonly [string, string] };
  readonly 'off-channel': {
    readonly 'private-account': readonly string[];
    readonly 'blind-copy': readonly string[];
    readonly 'not-in-calendar': readonly string[];
  };
  readonly 'missing-message': readonly {
    readonly custodian: string;
    readonly other: string;
    readonly 'shown-by': string;
    readonly how: string;
  }[];
}

export interface Bounded {
  readonly min: number;
  readonly truth: number;
}

export interface Headline {
  readonly 'run-up': { readonly from: string; readonly to: string };
  readonly 'run-up-contacts': Bounded;
  readonly 'run-up-undisclosed': Bounded;
  readonly 'run-up-undisclosed-by-party': { readonly [party: string]: Bounded };
  readonly 'run-up-private-account': Bounded;
  readonly 'year-contacts': Bounded;
  readonly 'year-undisclosed': Bounded;
  readonly 'after-vote-contacts': Bounded;
  readonly 'meetings-attended': number;
  readonly 'meetings-undisclosed': number;
}

export interface Witness {
  readonly source: string;
  readonly row?: number;
  readonly uid?: string;
  readonly bytes?: [number, number];
  readonly 'message-id'?: string;
  readonly 'quoted-in'?: string;
}

export interface TruthEvent {
  readonly id: string;
  readonly channel: 'mail' | 'call' | 'text' | 'meeting';
  readonly at: string;
  readonly parties: readonly string[];
  readonly disclosed: string;
  readonly by?: string;
  readonly counts: boolean;
  readonly why?: string;
  readonly identity?: 'probable' | 'possible';
  readonly note?: string;
  readonly witnesses: readonly Witness[];
}

export const TRUTH: TruthFile = yamlOf<TruthFile>('truth.yaml');
