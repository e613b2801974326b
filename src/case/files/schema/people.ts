/** people.yaml: parties, their addresses and posts with dates, and organisations with their official domains and numbers. */
import * as z from 'zod';
import { GRADES, type Grade } from '../../../model/finding.ts';
import { ADDRESS_KINDS, type AddressKind } from '../../../model/record.ts';
import { country } from '../words/country.ts';
import { expecting, type Fault, list, map, notA, oneOf, text } from '../words/leaf.ts';
import type { Names } from '../words/names.ts';
import { heldShape } from '../words/period.ts';
import { organisation } from '../words/reference.ts';

/** An address that was a party's, from – to. */
export interface AliasEntry {
  /** As written; normalising is the identity stage's. */
  readonly address: string;
  readonly kind: AddressKind;
  readonly from?: string;
  readonly to?: string;
  readonly grade: Grade;
  /** How it is known, in words. */
  readonly basis?: string;
  /** Country of a phone number without a country code. */
  readonly region?: string;
}

/** A post that a party held, from – to. */
export interface TenureEntry {
  readonly organisation: string;
  readonly role?: string;
  readonly from?: string;
  readonly to?: string;
  readonly basis?: string;
}

export interface PartyEntry {
  readonly id: string;
  readonly name: string;
  /** Other spellings of the name. */
  readonly names: readonly string[];
  readonly aliases: readonly AliasEntry[];
  readonly tenures: readonly TenureEntry[];
  readonly note?: string;
}

/** An official domain or number, from – to. */
export interface OfficialEntry {
  readonly value: string;
  readonly from?: string;
  readonly to?: string;
}

/** Addresses of an office: they are with whoever holds it. */
export interface RoleEntry {
  /** As tenures call it. */
  readonly role: string;
  readonly addresses: readonly AliasEntry[];
}

export interface OrganisationEntry {
  readonly id: string;
  readonly name: string;
  readonly names: readonly string[];
  readonly parent?: string;
  readonly domains: readonly OfficialEntry[];
  readonly numbers: readonly OfficialEntry[];
  /** Addresses that are the organisation's own, such as a press office's mailbox. */
  readonly aliases: readonly AliasEntry[];
  readonly roles: readonly RoleEntry[];
  readonly note?: string;
}

export interface PeopleFile {
  readonly parties: readonly PartyEntry[];
  readonly organisations: readonly OrganisationEntry[];
}

/** Nobody: stands in for a people.yaml that is not there. */
export const NO_PEOPLE: PeopleFile = { parties: [], organisations: [] };

const WRITTEN_KINDS: readonly AddressKind[] = ADDRESS_KINDS.filter((kind) => kind !== 'redacted' && kind !== 'party');

/** The kind of an address by its look; null where it could be several: a single word is a handle or a name. */
export function kindOfAddress(address: string): AddressKind | null {
  if (/^[^@\s]+@[^@\s]+$/.test(address)) return 'mail';
  if (/^\+?[\d\s().\-/]{4,}$/.test(address) && /\d.*\d.*\d/.test(address)) return 'phone';
  if (/^\/\w+=/.test(address) || /^\w+=[^,]*,\s*\w+=/.test(address)) return 'x500';
  if (/^\p{L}[\p{L}\p{M}.'’,-]*(?:\s+[\p{L}\p{M}.'’,()-]+)+$/u.test(address)) return 'name';
  return null;
}

const words = (what: string): z.ZodType<string> => text({ is: 'text', advice: `write ${what} as text` });
const ADDRESS = { is: 'an address', advice: 'write a mail address, a phone number, or a name' };
const KIND_ADVICE = `write { address: …, kind: … }; kinds are ${WRITTEN_KINDS.join(', ')}`;

const kindless = (address: string): Fault | null =>
  kindOfAddress(address) === null ? notA('an address of a known kind', address, KIND_ADVICE) : null;

function alias(): z.ZodType<AliasEntry> {
  const plain = text(ADDRESS, kindless).transform((address) => ({ address }));
  const full = map(
    'an address',
    {
      address: text(ADDRESS).describe('Mail address, phone number, X.500 name, account or name.'),
      kind: z.exactOptional(
        oneOf(
          WRITTEN_KINDS,
          new Map([
            ['email', 'mail'],
            ['account', 'handle'],
          ]),
        ).describe('Kind of address.'),
      ),
      ...heldShape(),
      grade: z.exactOptional(oneOf(GRADES).describe('How sure it is; certain when left out.')),
      basis: z.exactOptional(words('how it is known').describe('How it is known.')),
      region: z.exactOptional(country().describe('Country of a phone number without a country code.')),
    },
    {
      mail: 'write address',
      phone: 'write address',
      email: 'write address',
      number: 'write address',
      name: 'write address',
      until: 'write to',
      since: 'write from',
    },
  ).superRefine((written, context) => {
    const fault = written.kind === undefined ? kindless(written.address) : null;
    if (fault !== null)
      context.addIssue({ code: 'custom', path: ['address'], message: fault.message, params: { advice: fault.advice } });
  });
  return z
    .union([plain, full], { error: expecting(ADDRESS) })
    .transform((written: Partial<AliasEntry> & { readonly address: string }) => ({
      ...written,
      kind: written.kind ?? kindOfAddress(written.address) ?? 'name',
      grade: written.grade ?? 'certain',
    }));
}

function tenure(names: Names): z.ZodType<TenureEntry> {
  return map(
    'a post',
    {
      organisation: organisation(names).describe('Id of the organisation.'),
      role: z.exactOptional(words('the role').describe('The post, such as director.')),
      ...heldShape(),
      basis: z.exactOptional(words('how it is known').describe('How it is known.')),
    },
    {
      organization: 'write organisation',
      at: 'write organisation',
      title: 'write role',
      post: 'write role',
      position: 'write role',
      until: 'write to',
      since: 'write from',
    },
  );
}

function party(names: Names): z.ZodType<PartyEntry> {
  return map(
    'a party',
    {
      id: words('the id').describe('Short name by which other files refer to the party.'),
      name: words('the name').describe('Name that is shown.'),
      names: z.exactOptional(list(words('a spelling'), 'the other spellings').describe('Other spellings of the name.')),
      aliases: z.exactOptional(list(alias(), 'the addresses').describe('Addresses, each from – to.')),
      tenures: z.exactOptional(list(tenure(names), 'the posts').describe('Posts, each from – to.')),
      note: z.exactOptional(words('a note')),
    },
    {
      addresses: 'write aliases',
      roles: 'write tenures',
      posts: 'write tenures',
      mail: 'write aliases',
      phone: 'write aliases',
      organisation: 'write tenures',
    },
  ).transform((written) => ({
    ...written,
    names: written.names ?? [],
    aliases: written.aliases ?? [],
    tenures: written.tenures ?? [],
  }));
}

/** A domain or number, alone or with its dates. */
function official(key: 'domain' | 'number', check: (written: string) => Fault | null): z.ZodType<OfficialEntry> {
  const value = text({ is: `a ${key}`, advice: `write the ${key}, or { ${key}: …, from: …, to: … }` }, check);
  const full = map(`a ${key}`, { [key]: value, ...heldShape() }).transform((written) => {
    const { [key]: named, ...dates } = written as { [key: string]: string };
    return { ...dates, value: named! };
  });
  return z.union([value.transform((written) => ({ value: written })), full], {
    error: expecting({ is: `a ${key}`, advice: `write the ${key}, or { ${key}: …, from: …, to: … }` }),
  });
}

const domainFault = (written: string): Fault | null =>
  /^(?:[\p{L}\p{N}_-]+\.)+[\p{L}\p{N}-]+$/u.test(written)
    ? null
    : notA('a domain', written, 'write what stands after the @, such as harbour.example');

const numberFault = (written: string): Fault | null =>
  kindOfAddress(written) === 'phone'
    ? null
    : notA('a phone number', written, 'write it with its country code, such as +46 8 123 456');

function roleEntry(): z.ZodType<RoleEntry> {
  return map(
    'an office',
    {
      role: words('the role').describe('The post, as tenures call it.'),
      addresses: list(alias(), 'the addresses').describe(
        'Addresses of the office, such as its mailbox: they are with whoever holds it that day.',
      ),
    },
    { post: 'write role', title: 'write role', aliases: 'write addresses', mail: 'write addresses' },
  );
}

function organisationEntry(names: Names): z.ZodType<OrganisationEntry> {
  return map(
    'an organisation',
    {
      id: words('the id').describe('Short name by which other files refer to the organisation.'),
      name: words('the name').describe('Name that is shown.'),
      names: z.exactOptional(list(words('a spelling'), 'the other spellings').describe('Other spellings of the name.')),
      parent: z.exactOptional(organisation(names).describe('Organisation that it is part of.')),
      domains: z.exactOptional(list(official('domain', domainFault), 'the domains').describe('Official mail domains.')),
      numbers: z.exactOptional(
        list(official('number', numberFault), 'the numbers').describe('Official phone numbers.'),
      ),
      aliases: z.exactOptional(list(alias(), 'the addresses').describe("The organisation's own addresses.")),
      roles: z.exactOptional(
        list(roleEntry(), 'the offices').describe('Offices with addresses that move with who holds them.'),
      ),
      note: z.exactOptional(words('a note')),
    },
    {
      domain: 'write domains',
      phones: 'write numbers',
      addresses: 'write aliases',
      tenures: 'posts stand with the persons who held them',
    },
  ).transform((written) => ({
    ...written,
    names: written.names ?? [],
    domains: written.domains ?? [],
    numbers: written.numbers ?? [],
    aliases: written.aliases ?? [],
    roles: written.roles ?? [],
  }));
}

/** The schema of people.yaml. */
export function peopleSchema(names: Names): z.ZodType<PeopleFile> {
  return map(
    'a list of people',
    {
      parties: z.exactOptional(list(party(names), 'the parties').describe('Persons.')),
      organisations: z.exactOptional(list(organisationEntry(names), 'the organisations').describe('Organisations.')),
    },
    {
      people: 'write parties',
      persons: 'write parties',
      organizations: 'write organisations',
      groups: 'groups stand in case.yaml',
    },
  ).transform((written) => ({ parties: written.parties ?? [], organisations: written.organisations ?? [] }));
}
