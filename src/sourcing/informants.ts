/** Who tells things, on whom the tellers rely, and which of them tell it independently of each other. Pure. */
import { strongParts } from './strong-parts.ts';

/** Kinds of informant. `official` is a public body's own report, `court` a record made under oath. */
export const INFORMANT_KINDS = ['anonymous', 'outlet', 'official', 'court', 'witness', 'expert', 'other'] as const;
export type InformantKind = (typeof INFORMANT_KINDS)[number];

/** Somebody who tells things, by a pseudonym. */
export interface Informant {
  readonly id: string;
  readonly kind: InformantKind;
  /** Persons behind it; null: not said. */
  readonly persons: number | null;
  /** Ids of informants from whom it has what it tells. */
  readonly reliesOn: readonly string[];
}

/** That something was told. */
export interface Telling {
  /** Id of an informant, or of a party that told it in public. */
  readonly toldBy: string;
  /** On whom the teller relies for this, besides those on whom it always does. */
  readonly reliesOn: readonly string[];
}

/** Where what was told comes from. */
export interface Origins {
  /** Each origin by the ids of its members: nearly always one. In order. */
  readonly origins: readonly (readonly string[])[];
  /** Parts of several who rely on each other and on nobody else: no origin. */
  readonly circles: readonly (readonly string[])[];
  /** Persons behind the origins, as far as it is said; null where no origin says. */
  readonly persons: number | null;
  /** Whether every origin is anonymous. */
  readonly anonymous: boolean;
  /** Whether every origin is a public body's own report or a record under oath. */
  readonly official: boolean;
}

export type Informants = ReadonlyMap<string, Informant>;

/** Informants by id. */
export function informantsById(informants: readonly Informant[]): Informants {
  return new Map(informants.map((informant) => [informant.id, informant]));
}

/** Everybody behind some tellings, in order. */
function reached(informants: Informants, tellings: readonly Telling[]): string[] {
  const seen = new Set<string>();
  const left = tellings.flatMap(({ toldBy, reliesOn }) => [toldBy, ...reliesOn]);
  for (let id = left.pop(); id !== undefined; id = left.pop()) {
    if (seen.has(id)) continue;
    seen.add(id);
    left.push(...(informants.get(id)?.reliesOn ?? []));
  }
  return [...seen].sort();
}

/**
 * The independent origins of what was told: the strongly connected parts of "relies on" that rely on nothing outside of
 * themselves. One anonymous group is one origin whatever its number of persons, and what five papers repeat counts once.
 * Several who rely on each other alone are a circle, and no origin, unless one of them by itself relies on nobody.
 * @param informants all of the case; a teller that is none is a party, which tells it on its own
 * @param tellings of one thing
 */
export function originsOf(informants: Informants, tellings: readonly Telling[]): Origins {
  const also = Map.groupBy(tellings, ({ toldBy }) => toldBy);
  const standing = (id: string): readonly string[] => informants.get(id)?.reliesOn ?? [];
  const relied = (id: string): readonly string[] => [
    ...standing(id),
    ...(also.get(id) ?? []).flatMap(({ reliesOn }) => reliesOn),
  ];
  const ends = strongParts(reached(informants, tellings), relied).filter((part) =>
    part.every((id) => relied(id).every((other) => part.includes(other))),
  );
  const circular = (part: readonly string[]): boolean =>
    part.some((id) => relied(id).length > 0) && part.every((id) => standing(id).length > 0);
  const ordered = ends.sort((a, b) => (a[0]! < b[0]! ? -1 : 1));
  const origins = ordered.filter((part) => !circular(part));
  const kinds = origins.map((part) => part.map((id) => informants.get(id)?.kind ?? 'witness'));
  return {
    origins,
    circles: ordered.filter(circular),
    persons: personsOf(informants, origins),
    anonymous: origins.length > 0 && kinds.every((part) => part.every((kind) => kind === 'anonymous')),
    official: origins.length > 0 && kinds.every((part) => part.every(isOfficial)),
  };
}

function personsOf(informants: Informants, origins: readonly (readonly string[])[]): number | null {
  const said = origins.flat().flatMap((id) => informants.get(id)?.persons ?? []);
  return said.length === 0 ? null : said.reduce((sum, persons) => sum + persons, 0);
}

const isOfficial = (kind: InformantKind): boolean => kind === 'official' || kind === 'court';

/**
 * Whether a telling reaches the evidence floor "official report": a public body or a court tells it, or somebody who rests
 * on nothing else. A paper that has it from a public body and from somebody else may have it from the other.
 */
export function isOfficialTelling(informants: Informants, telling: Telling): boolean {
  const teller = informants.get(telling.toldBy);
  return (teller !== undefined && isOfficial(teller.kind)) || originsOf(informants, [telling]).official;
}

/** Circles among all informants: several who rely on each other and on nobody else. */
export function circlesOf(informants: Informants): readonly (readonly string[])[] {
  const tellings = [...informants.keys()].map((toldBy): Telling => ({ toldBy, reliesOn: [] }));
  return originsOf(informants, tellings).circles;
}
