/** Whose an address was on a day, by people.yaml alone. */
import { yamlOf } from './folder.ts';

type Alias = string | { address: string; from?: string; to?: string; grade?: string };
interface Party {
  id: string;
  name: string;
  aliases?: Alias[];
  tenures?: { organisation: string; from?: string; to?: string }[];
}
interface Organisation {
  id: string;
  name: string;
  domains: string[];
  numbers: string[];
  aliases?: Alias[];
}

const people = yamlOf<{ parties: Party[]; organisations: Organisation[] }>('people.yaml');

export interface Owner {
  readonly id: string;
  readonly certain: boolean;
}

const held = (span: { from?: string; to?: string }, day: string): boolean =>
  (span.from === undefined || span.from <= day) && (span.to === undefined || day <= span.to);

/** Mail in lower case; numbers as their digits with the country's 46 in front. */
export function plainAddress(address: string): string {
  if (address.includes('@')) return address.toLowerCase();
  const digits = address.replace(/\D/g, '');
  if (digits.startsWith('0046')) return digits.slice(2);
  return digits.startsWith('0') ? `46${digits.slice(1)}` : digits;
}

/** The owner of an address on a day (YYYY-MM-DD); null when nobody's. */
export function owner(address: string, day: string): Owner | null {
  const wanted = plainAddress(address);
  const all: { id: string; aliases?: Alias[] }[] = [...people.parties, ...people.organisations];
  for (const { id, aliases } of all) {
    for (const alias of aliases ?? []) {
      const full = typeof alias === 'string' ? { address: alias } : alias;
      const certain = full.grade === undefined || full.grade === 'certain';
      if (plainAddress(full.address) === wanted && held(full, day)) return { id, certain };
    }
  }
  const official = people.organisations.find(
    (o) => o.numbers.some((n) => plainAddress(n) === wanted) || o.domains.some((d) => wanted.endsWith(`@${d}`)),
  );
  return official === undefined ? null : { id: official.id, certain: true };
}

/** Whether a party was of an organisation on a day, or is that organisation. */
export function isOf(id: string, organisation: string, day: string): boolean {
  if (id === organisation) return true;
  const tenures = people.parties.find((p) => p.id === id)?.tenures ?? [];
  return tenures.some((t) => t.organisation === organisation && held(t, day));
}

/** The group @harbour-office. */
export function inOffice(id: string, day: string): boolean {
  return isOf(id, 'harbour-authority', day);
}

/** The group @contractor. */
export function atContractor(id: string, day: string): boolean {
  return id === 'contractor-lobbyist' || isOf(id, 'contractor', day);
}

export function nameOf(id: string): string {
  return [...people.parties, ...people.organisations].find((p) => p.id === id)?.name ?? id;
}
