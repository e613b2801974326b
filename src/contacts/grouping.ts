/** What grouping gives: records that witness one contact, and what it leaves open. */

/** Rules by which records join, as they stand in contact.rule; several are joined by '+' in this order. */
const RULES = ['message-id', 'sender-instant', 'quoted', 'carriers', 'uid', 'slot', 'log-calendar'] as const;
export type GroupingRule = (typeof RULES)[number];

/** Why two contacts may be one event, as it stands in may_be_same.why. */
export type OpenReason =
  | 'text-differs'
  | 'text-missing'
  | 'near-time'
  | 'quoted'
  | 'same-source-overlap'
  | 'third-carrier'
  | 'coarse-time'
  | 'entry-moved'
  | 'same-host-same-day'
  | 'log-calendar';

export interface OpenPair {
  readonly a: number;
  readonly b: number;
  readonly why: OpenReason;
}

/** Collects what the rules find, by record number, in any order. */
export class Grouping {
  readonly #parent = new Map<number, number>();
  readonly #rules = new Map<number, Set<GroupingRule>>();
  /** Pairs of records whose contacts may be one. */
  readonly open: OpenPair[] = [];

  /** The smallest record of the class that a record is in; the record itself when it joined nothing. */
  find(record: number): number {
    let root = record;
    for (let up = this.#parent.get(root); up !== undefined && up !== root; up = this.#parent.get(root)) root = up;
    for (let at = record; at !== root; ) {
      const next = this.#parent.get(at)!;
      this.#parent.set(at, root);
      at = next;
    }
    return root;
  }

  /** Says that two records witness one contact. */
  join(a: number, b: number, rule: GroupingRule): void {
    const [low, high] = [this.find(a), this.find(b)].sort((x, y) => x - y) as [number, number];
    const rules = this.#rules.get(low) ?? new Set<GroupingRule>();
    for (const other of this.#rules.get(high) ?? []) rules.add(other);
    rules.add(rule);
    this.#rules.delete(high);
    this.#rules.set(low, rules);
    this.#parent.set(low, low);
    this.#parent.set(high, low);
  }

  /** Says that the contacts of two records may be one. */
  leaveOpen(a: number, b: number, why: OpenReason): void {
    this.open.push({ a, b, why });
  }

  /**
   * Classes of two records and more.
   * @returns smallest record → its class's rules in one text, and its records in order
   */
  classes(): Map<number, { readonly rule: string; readonly records: readonly number[] }> {
    const out = new Map<number, { rule: string; records: number[] }>();
    for (const record of [...this.#parent.keys()].sort((a, b) => a - b)) {
      const root = this.find(record);
      const known = out.get(root);
      if (known !== undefined) known.records.push(record);
      else out.set(root, { rule: RULES.filter((r) => this.#rules.get(root)!.has(r)).join('+'), records: [record] });
    }
    return out;
  }

  /**
   * Pairs of contacts that may be one: each once, the smaller number first, the first reason by code units.
   */
  pairs(): OpenPair[] {
    // Sorted, not keyed: a Map holds 2^24 entries at most, and throws.
    const sorted = this.open
      .map(({ a, b, why }): OpenPair => {
        const [x, y] = [this.find(a), this.find(b)];
        return x < y ? { a: x, b: y, why } : { a: y, b: x, why };
      })
      .filter((p) => p.a !== p.b)
      .sort((x, y) => x.a - y.a || x.b - y.b || (x.why < y.why ? -1 : x.why > y.why ? 1 : 0));
    return sorted.filter((p, i) => i === 0 || p.a !== sorted[i - 1]!.a || p.b !== sorted[i - 1]!.b);
  }
}
