/** Small made-up worlds: what happened, what was recorded of it, and what was told of it; and what is true. */
import * as fc from 'fast-check';
import type { Counted, Fits, Given, Owed } from '../../src/reconcile/owed.ts';

interface Event {
  /** Who had to tell of it. */
  readonly holders: readonly number[];
  readonly counts: boolean;
  readonly recorded: boolean;
}

export interface World {
  readonly events: readonly Event[];
  /** Event of each counted contact. */
  readonly eventOf: readonly number[];
  /** "event holder" of every account that was given. */
  readonly told: ReadonlySet<string>;
  readonly counted: Counted;
  readonly owed: Owed;
  readonly given: Given;
  readonly fits: Fits;
}

/** Events that are recorded, count, and that somebody who had to tell of them did not. */
export function truthOf(w: World): number {
  return w.events.filter(
    (event, e) => event.recorded && event.counts && event.holders.some((h) => !w.told.has(`${e} ${h}`)),
  ).length;
}

type Draw = fc.GeneratorValue;
const chance = (g: Draw, percent: number): boolean => g(fc.nat, { max: 99 }) < percent;
const upTo = (g: Draw, max: number): number => g(fc.nat, { max });

interface Contact {
  readonly event: number;
  readonly counted: boolean;
  readonly certain: boolean;
}

interface Row {
  readonly contact: number;
  readonly holder: number;
  readonly sure: boolean;
  readonly nearness: number;
}

interface Entry {
  readonly holder: number;
  readonly register: number;
  readonly tells: readonly number[];
  readonly capacity: number;
  readonly firm: boolean;
}

function drawEvents(g: Draw): Event[] {
  return Array.from({ length: 1 + upTo(g, 5) }, () => ({
    holders: [0, 1].filter((h) => (h === 0 ? chance(g, 85) : chance(g, 25))),
    counts: chance(g, 85),
    recorded: chance(g, 85),
  }));
}

/** One or two contacts of each recorded event; what surely counts does count, what counts is counted. */
function drawContacts(g: Draw, events: readonly Event[]): Contact[] {
  return events.flatMap((event, e) => {
    if (!event.recorded) return [];
    return Array.from({ length: chance(g, 15) ? 2 : 1 }, () => ({
      event: e,
      counted: event.counts || chance(g, 50),
      certain: event.counts && chance(g, 80),
    }));
  });
}

/** A row for everybody who had to tell, and for some who may have had to. */
function drawRows(g: Draw, events: readonly Event[], contacts: readonly Contact[]): Row[] {
  return contacts.flatMap((c, contact) =>
    [0, 1].flatMap((holder) => {
      const had = events[c.event]!.holders.includes(holder);
      if (!had && !chance(g, 10)) return [];
      return [{ contact, holder, sure: had && chance(g, 85), nearness: 0 }];
    }),
  );
}

/** Entries of two registers. A firm one tells of recorded events, each of others than the rest of its register. */
function drawEntries(g: Draw, events: readonly Event[]): Entry[] {
  const taken = new Set<string>();
  return Array.from({ length: upTo(g, 5) }, (): Entry => {
    const holder = chance(g, 70) ? 0 : 1;
    const register = upTo(g, 1);
    const firm = chance(g, 60);
    const open = [...events.keys()].filter((e) => {
      const { holders, recorded } = events[e]!;
      return holders.includes(holder) && (!firm || (recorded && !taken.has(`${register} ${e}`)));
    });
    const tells = open.filter(() => chance(g, 40)).slice(0, chance(g, 80) ? 1 : 2);
    if (firm) for (const e of tells) taken.add(`${register} ${e}`);
    const capacity = chance(g, 10) ? -1 : Math.max(1, tells.length + (!firm && chance(g, 15) ? 1 : 0));
    return { holder, register, tells, capacity, firm: firm && tells.length > 0 && capacity !== -1 };
  });
}

interface Edge {
  readonly row: number;
  readonly entry: number;
  readonly firm: boolean;
  readonly own: boolean;
}

/** An entry fits a contact of each event that it tells of, and others by accident; and what may be the same event. */
function drawEdges(
  g: Draw,
  contacts: readonly Contact[],
  rows: readonly Row[],
  entries: readonly Entry[],
  same: readonly (readonly [number, number])[],
): Edge[] {
  const edges = entries.flatMap((entry, d): Edge[] => {
    const told = new Set<number>();
    return rows.flatMap((row, r): Edge[] => {
      const { event } = contacts[row.contact]!;
      if (row.holder !== entry.holder) return [];
      // A second record of a told event may be too far off to fit.
      const tells = entry.tells.includes(event) && (!told.has(event) || chance(g, 50));
      if (tells) told.add(event);
      if (!tells && !chance(g, 20)) return [];
      return [{ row: r, entry: d, firm: entry.firm && chance(g, 80), own: true }];
    });
  });
  const inherited = edges.flatMap((edge) =>
    rows.flatMap((row, r): Edge[] => {
      const from = rows[edge.row]!;
      const linked = same.some(
        ([a, b]) => (a === row.contact && b === from.contact) || (b === row.contact && a === from.contact),
      );
      const known = edges.some((e) => e.row === r && e.entry === edge.entry);
      return linked && row.holder === from.holder && !known
        ? [{ row: r, entry: edge.entry, firm: false, own: false }]
        : [];
    }),
  );
  return [...edges, ...inherited];
}

/** All contacts of one event may be the same, and some others too. */
function drawSame(g: Draw, contacts: readonly Contact[]): [number, number][] {
  return contacts.flatMap((a, i) =>
    contacts.flatMap((b, j): [number, number][] => (i < j && (a.event === b.event || chance(g, 8)) ? [[i, j]] : [])),
  );
}

function drawWorld(g: Draw): World {
  const events = drawEvents(g);
  const contacts = drawContacts(g, events);
  const entries = drawEntries(g, events);
  const rows = drawRows(g, events, contacts).map((row) => {
    // A plan or an attempt is nothing that anybody tells of where a contact took place.
    const told = entries.some((e) => e.holder === row.holder && e.tells.includes(contacts[row.contact]!.event));
    return { ...row, nearness: !told && chance(g, 15) ? 2 : 0 };
  });
  const same = drawSame(g, contacts);
  const edges = drawEdges(g, contacts, rows, entries, same);
  const places = contacts.map((c, i) => (c.counted ? contacts.slice(0, i).filter((d) => d.counted).length : -1));
  const counted = contacts.filter((c) => c.counted);
  return {
    events,
    eventOf: counted.map((c) => c.event),
    told: new Set(entries.flatMap((e) => e.tells.map((event) => `${event} ${e.holder}`))),
    counted: {
      certain: counted.map((c) => Number(c.certain)),
      same: same.map(([a, b]) => [places[a]!, places[b]!] as const).filter(([a, b]) => a !== -1 && b !== -1),
    },
    owed: {
      contact: rows.map((row) => places[row.contact]!),
      sure: rows.map((row) => Number(row.sure)),
    },
    given: {
      capacity: Int32Array.from(entries, (e) => e.capacity),
      register: entries.map((e) => e.register),
    },
    fits: {
      contact: edges.map((e) => e.row),
      disclosure: edges.map((e) => e.entry),
      rank: edges.map(() => 0),
      firm: edges.map((e) => Number(e.firm)),
      own: edges.map((e) => Number(e.own)),
      nearness: edges.map((e) => rows[e.row]!.nearness),
    },
  };
}

export const world: fc.Arbitrary<World> = fc.gen().map(drawWorld);
