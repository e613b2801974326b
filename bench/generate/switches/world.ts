/** Ledgers of made societies, and how well proposals hit the switches in them. */
import type { Ledger } from '../../../src/ledger/ledger.ts';
import { toFile } from '../../data.ts';
import { e164, societyCalls } from './calls.ts';
import { KEPT, type Settings, type Society, society } from './society.ts';

/** A world of so many numbers: two replacements and thirty numbers of either kind of decoy in each thousand, a hub in 2500. */
export function settingsOf(numbers: number, switches: number): Settings {
  return {
    numbers,
    switches,
    replacements: Math.round(numbers / 500),
    perMille: 30,
    hubs: Math.max(4, Math.round(numbers / 2500)),
  };
}

/** Writes the calls of a world as CSV. */
export function worldTable(label: string, settings: Settings, calls: number, path: string): void {
  toFile(path, (write) => societyCalls(label, society(label, settings), calls, write));
}

export interface Judged {
  readonly switches: number;
  readonly proposed: number;
  readonly right: number;
  /** By per cent of the circle that was kept. */
  readonly byKept: readonly { readonly kept: number; readonly switches: number; readonly found: number }[];
}

/** Compares may_continue of a ledger with what was made. */
export async function judged(ledger: Ledger, world: Society): Promise<Judged> {
  const rows = await ledger.rows<{ old: string; new: string }>({
    name: 'bench-proposed',
    sql: `select x.norm as old, y.norm as new from may_continue m
      join address x on x.address_no = m.old_no join address y on y.address_no = m.new_no order by 1`,
  });
  const proposed = new Set(rows.map((row) => `${row.old} ${row.new}`));
  const names = e164(world.lines.length);
  const found = world.switches.filter(({ before, after }) => proposed.has(`${names[before]} ${names[after]}`));
  const at = (list: readonly { readonly kept: number }[], kept: number): number =>
    list.filter((one) => one.kept === kept).length;
  return {
    switches: world.switches.length,
    proposed: proposed.size,
    right: found.length,
    byKept: KEPT.map((kept) => ({ kept, switches: at(world.switches, kept), found: at(found, kept) })),
  };
}
