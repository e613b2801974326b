/** case.yaml: groups, events and windows. */
import * as z from 'zod';
import { anyDay } from '../words/day.ts';
import { expecting, judged, list, map, oneOrMore, text } from '../words/leaf.ts';
import type { Names } from '../words/names.ts';
import { ends } from '../words/period.ts';
import { organisation, type Reference, references, role } from '../words/reference.ts';

/**
 * A named set of parties, evaluated at the time of a contact: the organisations themselves and whoever then held a post
 * at one of them (one of the roles, where roles are given; the roles anywhere, where no organisation is), and the
 * members, without the exceptions.
 */
export interface GroupEntry {
  readonly id: string;
  readonly organisations: readonly string[];
  readonly roles: readonly string[];
  /** Parties and other groups, whatever post they hold. */
  readonly members: readonly Reference[];
  readonly except: readonly Reference[];
}

/** Something that happened, by which windows can be bounded. */
export interface EventEntry {
  readonly id: string;
  /** Day, month, year or instant, as written. */
  readonly on: string;
  readonly what: string;
}

/** A named period; an end may be the id of an event, or left open. */
export interface WindowEntry {
  readonly id: string;
  readonly from?: string;
  readonly to?: string;
}

function groupMap(names: Names): z.ZodType<Omit<GroupEntry, 'id'>> {
  const organisations = oneOrMore(organisation(names), {
    is: 'an organisation',
    advice: 'write its id in people.yaml',
  });
  const roles = oneOrMore(role(names), { is: 'a role', advice: 'write a role as the tenures in people.yaml have it' });
  const group = map(
    'a group',
    {
      organisation: z.exactOptional(organisations.describe('Whoever held a post there on the day.')),
      role: z.exactOptional(roles.describe('Whoever held this role on the day.')),
      parties: z.exactOptional(references(names).describe('Parties, whatever they hold.')),
      also: z.exactOptional(references(names).describe('Parties besides.')),
      except: z.exactOptional(references(names).describe('Parties that do not belong.')),
    },
    { list: 'write parties', members: 'write parties', organization: 'write organisation', without: 'write except' },
  ).transform((written) => ({
    organisations: written.organisation ?? [],
    roles: written.role ?? [],
    members: [...(written.parties ?? []), ...(written.also ?? [])],
    except: written.except ?? [],
  }));
  return judged<Omit<GroupEntry, 'id'>>(group, (written) =>
    written.organisations.length + written.roles.length + written.members.length > 0
      ? []
      : [{ at: '', message: 'is a group of nobody', advice: 'write organisation, role, parties or also' }],
  );
}

function entriesOf<T extends object>(written: { readonly [id: string]: T }): (T & { readonly id: string })[] {
  return Object.entries(written).map(([id, entry]) => ({ ...entry, id }));
}

/** Groups by name: a list of parties, or a map that says who belongs. */
export function groups(names: Names): z.ZodType<readonly GroupEntry[]> {
  const expectation = { is: 'a group', advice: 'write { organisation: … }, { role: … } or a list of parties' };
  const parties = references(names).transform((members) => ({ organisations: [], roles: [], members, except: [] }));
  const group = z.union([groupMap(names), parties], { error: expecting(expectation) });
  const all = { is: 'a map of groups', advice: 'write one group a line: the name, a colon, and who belongs' };
  return z.record(z.string(), group, { error: expecting(all) }).transform(entriesOf);
}

/** Windows by name. */
export function windows(names: Names): z.ZodType<readonly WindowEntry[]> {
  const all = {
    is: 'a map of windows',
    advice: 'write one window a line, such as run-up: { from: 2030-04-01, to: vote }',
  };
  return z.record(z.string(), ends(names), { error: expecting(all) }).transform(entriesOf);
}

/** Events, in any order. */
export function events(): z.ZodType<readonly EventEntry[]> {
  const event = map(
    'an event',
    {
      id: text({ is: 'a name', advice: 'write a short name, such as vote' }).describe(
        'Name by which windows refer to it.',
      ),
      on: anyDay().describe('Day, month, year or instant.'),
      what: text({ is: 'text', advice: 'say in a few words what happened' }).describe('What happened.'),
    },
    { date: 'write on', day: 'write on', name: 'write id', title: 'write what' },
  );
  return list(event, 'the events');
}
