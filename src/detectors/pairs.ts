/** Rows of the query of undisclosed-contact as pairs of a duty-holder and another party. */
import { UNBOUNDED } from '../reconcile/graph.ts';
import { type Undisclosed, undisclosed } from '../reconcile/undisclosed.ts';
import type { DetectorRow } from './detector.ts';

export interface PairContact {
  readonly id: bigint;
  /** Place in CHANNELS. */
  readonly channel: number;
  readonly certain: boolean;
}

interface PairParty {
  readonly key: string;
  readonly name: string;
}

/** A disclosure that fits a contact. */
interface PairFit {
  readonly disclosure: bigint;
  readonly firm: boolean;
  readonly own: boolean;
  readonly nearness: number;
  readonly capacity: number;
  readonly register: string | null;
}

/** An account that some disclosure fits. */
interface FittedAccount {
  readonly id: bigint;
  /** Accounts of one pool share its disclosures. */
  readonly pool: string;
  readonly fits: readonly PairFit[];
}

export interface Pair {
  readonly audience: string;
  readonly holder: PairParty;
  readonly other: PairParty;
  /** Contacts that count, those first that nothing fits, each list by latest instant, then id. */
  readonly contacts: readonly PairContact[];
  /** Accounts of these contacts that some disclosure fits. */
  readonly fitted: readonly FittedAccount[];
  /** All that the same disclosures fit. */
  readonly outside: readonly FittedAccount[];
  readonly same: readonly (readonly [bigint, bigint])[];
  readonly undetermined: number;
  readonly partial: number;
  /** Disclosures that fit some of the contacts. */
  disclosures(contacts: readonly PairContact[]): bigint[];
}

const text = (row: DetectorRow, column: string): string => String(row[column] ?? '');

function contactsIn(row: DetectorRow): PairContact[] {
  const listed = JSON.parse(text(row, 'contacts')) as readonly (readonly [string, string])[];
  return listed.map(([id, channel]) => ({ id: BigInt(id), channel: Number(channel), certain: row.certain === true }));
}

function fitsIn(row: DetectorRow): PairFit[] {
  const listed = JSON.parse(text(row, 'fits')) as readonly (readonly (string | null)[])[];
  return listed.map(([disclosure, firm, own, nearness, capacity, register]) => ({
    disclosure: BigInt(disclosure!),
    firm: firm === 'true',
    own: own === 'true',
    nearness: Number(nearness),
    capacity: capacity === null ? UNBOUNDED : Number(capacity),
    register: register ?? null,
  }));
}

const NOBODY = -1;
const poolOf = (row: DetectorRow): string => [row.audience, row.pool, row.pool === 0 ? NOBODY : row.holder].join(' ');

/** Contacts that disclosures fit, by pool and contact, and by pool and disclosure. */
class Outside {
  readonly #accounts = new Map<string, FittedAccount>();
  readonly #ofDisclosure = new Map<string, FittedAccount[]>();

  constructor(rows: readonly DetectorRow[]) {
    for (const row of rows) {
      const account = { id: contactsIn(row)[0]!.id, pool: poolOf(row), fits: fitsIn(row) };
      this.#accounts.set(`${account.pool} ${account.id}`, account);
      for (const { disclosure } of account.fits) {
        const key = `${account.pool} ${disclosure}`;
        const known = this.#ofDisclosure.get(key);
        if (known === undefined) this.#ofDisclosure.set(key, [account]);
        else known.push(account);
      }
    }
  }

  account(pool: string, id: bigint): FittedAccount {
    return this.#accounts.get(`${pool} ${id}`) ?? { id, pool, fits: [] };
  }

  /** All accounts that the disclosures of some accounts fit. */
  sharing(accounts: readonly FittedAccount[]): FittedAccount[] {
    const found = accounts.flatMap(({ pool, fits }) =>
      fits.flatMap(({ disclosure }) => this.#ofDisclosure.get(`${pool} ${disclosure}`) ?? []),
    );
    return [...new Set(found)];
  }
}

/**
 * Puts rows together.
 * @param rows of the query, in its order
 * @returns pairs in the order in which they first stand in the rows
 */
export function pairsOf(rows: readonly DetectorRow[]): Pair[] {
  const standing = Map.groupBy(rows, (row) => text(row, 'standing'));
  const outside = new Outside(standing.get('outside') ?? []);
  const same = (standing.get('same') ?? []).map((row): [bigint, bigint] => {
    const [a, b] = contactsIn(row);
    return [a!.id, b!.id];
  });
  const pairs = Map.groupBy(
    rows.filter((row) => row.other !== null),
    (row) => [row.audience, row.holder_key, row.other_key].join('\n'),
  );
  return [...pairs.values()].map((own) => pairOf(own, outside, same));
}

function pairOf(rows: readonly DetectorRow[], outside: Outside, same: Pair['same']): Pair {
  const first = rows[0]!;
  const of = (standing: string): DetectorRow[] => rows.filter((row) => row.standing === standing);
  const count = (standing: string): number => of(standing).reduce((sum, row) => sum + contactsIn(row).length, 0);
  // Those that count for certain stand last in the rows, and first in the list.
  const nothingFits = of('nothing-fits').reverse().flatMap(contactsIn);
  const accounts = of('fitted').map((row) => ({ contact: contactsIn(row)[0]!, pool: poolOf(row) }));
  const fitted = accounts.map(({ contact, pool }) => outside.account(pool, contact.id));
  const distinct = new Map([...nothingFits, ...accounts.map((a) => a.contact)].map((c) => [c.id, c]));
  return {
    audience: text(first, 'audience'),
    holder: { key: text(first, 'holder_key'), name: text(first, 'holder_name') },
    other: { key: text(first, 'other_key'), name: text(first, 'other_name') },
    contacts: [...distinct.values()],
    fitted,
    outside: outside.sharing(fitted),
    same: same.filter(([a, b]) => distinct.has(a) && distinct.has(b)),
    undetermined: count('undetermined'),
    partial: count('partial'),
    disclosures: (contacts) => {
      const wanted = new Set(contacts.map((c) => c.id));
      const fits = fitted.filter((account) => wanted.has(account.id)).flatMap((account) => account.fits);
      return [...new Set(fits.map((fit) => fit.disclosure))];
    },
  };
}

/** Both bounds of the contacts of a pair. */
export function undisclosedOfPair(pair: Pair): Undisclosed {
  const placeOf = new Map(pair.contacts.map((c, place) => [c.id, place]));
  const asked = new Set(pair.fitted.map((account) => `${account.pool} ${account.id}`));
  const others = pair.outside.filter((account) => !asked.has(`${account.pool} ${account.id}`));
  const withFits = new Set(pair.fitted.map((account) => account.id));
  const bare = pair.contacts.filter((c) => !withFits.has(c.id));
  const accounts = [...bare.map((c): FittedAccount => ({ id: c.id, pool: '', fits: [] })), ...pair.fitted, ...others];
  const edges = accounts.flatMap((account, row) => account.fits.map((fit) => ({ ...fit, row, pool: account.pool })));
  const nodes = new Map(edges.map((edge) => [`${edge.pool} ${edge.disclosure}`, edge]));
  const numberOf = new Map([...nodes.keys()].map((key, i) => [key, i]));
  const registers = new Map([...new Set(edges.map((edge) => edge.register))].map((register, i) => [register, i]));
  const own = bare.length + pair.fitted.length;
  return undisclosed(
    {
      certain: pair.contacts.map((c) => Number(c.certain)),
      same: pair.same.map(([a, b]) => [placeOf.get(a)!, placeOf.get(b)!] as const),
    },
    {
      contact: accounts.map((account, row) => (row < own ? placeOf.get(account.id)! : -1)),
      sure: accounts.map((_, row) => Number(row < own)),
    },
    {
      capacity: Int32Array.from(nodes.values(), (edge) => edge.capacity),
      register: [...nodes.values()].map((edge) => (edge.register === null ? -1 : registers.get(edge.register)!)),
    },
    {
      contact: edges.map((edge) => edge.row),
      disclosure: edges.map((edge) => numberOf.get(`${edge.pool} ${edge.disclosure}`)!),
      rank: edges.map(() => 0),
      firm: edges.map((edge) => Number(edge.firm)),
      own: edges.map((edge) => Number(edge.own)),
      nearness: edges.map((edge) => edge.nearness),
    },
  );
}
