/** Runs the stage over made-up records and shows what came out by the labels of the records. */
import { type ContactsContext, contactsStage, type ProblemRow } from '../../src/case/stages/contacts.ts';
import type { Ledger } from '../../src/ledger/ledger.ts';
import { type Fixture, fixture, type Made } from './fixture.ts';

export interface Outcome extends Fixture {
  /** Each contact as the places of its witnesses among the records given, with its rule. */
  readonly contacts: readonly { readonly witnesses: readonly number[]; readonly rule: string }[];
  /** Pairs of contacts that may be one, by a place of a witness of each, and why. */
  readonly open: readonly string[];
  readonly problems: readonly ProblemRow[];
}

/** Runs the stage on records; places are those in the list given. */
export async function grouped(
  made: readonly Made[],
  options: { readonly disclosed?: readonly string[]; readonly sources?: readonly string[] } & Pick<
    Partial<ContactsContext>,
    'limits'
  > = {},
): Promise<Outcome> {
  const world = await fixture(made, options);
  const problems: ProblemRow[] = [];
  await contactsStage(world.ledger, {
    body: world.body,
    problem: (problem) => problems.push(problem),
    ...(options.limits === undefined ? {} : { limits: options.limits }),
  });
  const placeOf = await placesOf(world, made);
  const members = await membersOf(world.ledger);
  const contacts = [...members]
    .map(([, { records, rule }]) => ({ witnesses: records.map(placeOf).sort((a, b) => a - b), rule }))
    .sort((a, b) => a.witnesses[0]! - b.witnesses[0]!);
  const pairs = await world.ledger.rows<{ contact_a: number; contact_b: number; why: string }>({
    name: 'open',
    sql: 'select * from may_be_same order by 1, 2',
  });
  const first = (contact: number): number => Math.min(...members.get(contact)!.records.map(placeOf));
  const ends = (a: number, b: number): string => [first(a), first(b)].sort((x, y) => x - y).join('-');
  const open = pairs.map((p) => `${ends(p.contact_a, p.contact_b)} ${p.why}`).sort();
  return { ...world, contacts, open, problems };
}

async function placesOf(world: Fixture, made: readonly Made[]): Promise<(record: number) => number> {
  const seen = new Map<Made, number>();
  const bySource = Map.groupBy(made.keys(), (i) => made[i]!.source);
  const next = new Map<string, number>();
  for (const record of world.records) {
    const at = next.get(record.source) ?? 0;
    next.set(record.source, at + 1);
    seen.set(record, bySource.get(record.source)![at]!);
  }
  return (record) => seen.get(world.records[record]!)!;
}

async function membersOf(ledger: Ledger): Promise<Map<number, { rule: string; records: number[] }>> {
  const rows = await ledger.rows<{ contact_no: number; rule: string; record_no: number }>({
    name: 'members',
    sql: `select c.contact_no, c.rule, coalesce(g.record_no, c.contact_no) as record_no
      from contact c left join grouped g using (contact_no) order by 1, 3`,
  });
  const out = new Map<number, { rule: string; records: number[] }>();
  for (const row of rows) {
    const known = out.get(row.contact_no) ?? { rule: row.rule, records: [] };
    known.records.push(row.record_no);
    out.set(row.contact_no, known);
  }
  return out;
}

/** Contacts as short text: witnesses, and the rule where there is more than one. */
export function shown(outcome: Outcome): string[] {
  return outcome.contacts.map((c) =>
    c.witnesses.length === 1 ? `${c.witnesses[0]}` : `${c.witnesses.join('+')} ${c.rule}`,
  );
}
