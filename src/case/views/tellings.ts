/** Passages that tell of contacts, as they are shown beside these. */
import { CONTACT_WITNESSES, type WitnessRow } from '../../ledger/queries/sourcing/witnesses.ts';
import type { Informants, Telling } from '../../sourcing/informants.ts';
import { keptPassage } from '../citations/passage-cited.ts';
import { passagePlace } from '../citations/passage-place.ts';
import type { CaseFiles } from '../files/index.ts';
import type { OpenCase } from '../open.ts';

/** A passage. */
export interface TellingView {
  readonly contact: number;
  /** Id in reports.yaml, or its place there: `report 2`. */
  readonly entry: string;
  /** Informant (a pseudonym) or party. */
  readonly toldBy: string;
  readonly reliesOn: readonly string[];
  /** Ways of contact as told; empty: none is told. */
  readonly channels: readonly string[];
  readonly topics: readonly string[];
  /** What the passage itself holds against it. */
  readonly caveats: readonly string[];
  /** Where it stands, on one line; empty where that is not said. */
  readonly place: string;
}

const list = (json: string | undefined): string[] => (json === undefined ? [] : (JSON.parse(json) as string[]));

function viewOf(files: CaseFiles, { contact_no, extras }: WitnessRow): TellingView {
  const told = JSON.parse(extras ?? '{}') as { readonly [name: string]: string };
  const { where } = keptPassage(extras);
  return {
    contact: contact_no,
    entry: told.entry ?? '',
    toldBy: told['told-by'] ?? '',
    reliesOn: list(told['relies-on']),
    channels: told.channels === undefined ? [] : told.channels.split(', '),
    topics: list(told.topics),
    caveats: list(told.caveats),
    place: where === null ? '' : passagePlace(files, where),
  };
}

/** Rows of passages as views. */
export function tellingViews(files: CaseFiles, rows: readonly WitnessRow[]): TellingView[] {
  return rows.filter(({ extras }) => extras !== null).map((row) => viewOf(files, row));
}

/** The passages that tell of some contacts. @param contacts contact_no */
export async function tellingsOf(
  { ledger, files }: Pick<OpenCase, 'ledger' | 'files'>,
  contacts: readonly number[],
): Promise<TellingView[]> {
  if (contacts.length === 0) return [];
  const numbers = contacts.join('\n');
  return tellingViews(files, await ledger.rows<WitnessRow>(CONTACT_WITNESSES, { numbers }));
}

/** Who tells it, and on whom that rests: `first-paper (outlet), which relies on officials (anonymous, 4 persons)`. */
function tellerText(informants: Informants, { toldBy, reliesOn }: Telling): string {
  const named = (id: string): string => {
    const informant = informants.get(id);
    if (informant === undefined) return id;
    const persons =
      informant.persons === null ? '' : `, ${informant.persons} ${informant.persons === 1 ? 'person' : 'persons'}`;
    return `${id} (${informant.kind}${persons})`;
  };
  const relied = [...new Set([...(informants.get(toldBy)?.reliesOn ?? []), ...reliesOn])];
  return `${named(toldBy)}${relied.length === 0 ? '' : `, which relies on ${relied.map(named).join(', ')}`}`;
}

/** A passage on one line: who tells it, where, and what it holds against it. */
export function tellingText(informants: Informants, telling: TellingView): string {
  const { channels, caveats, place } = telling;
  return [
    `told by ${tellerText(informants, telling)}`,
    channels.length > 1 ? `by ${channels.join(' or ')}` : '',
    place,
    ...caveats.map((caveat) => `caveat: ${caveat}`),
  ]
    .filter((part) => part !== '')
    .join('; ');
}
