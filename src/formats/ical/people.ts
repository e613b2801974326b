/** Organizer and attendees of an entry. */
import type { Attendance, Participant, RecordAddress, Role } from '../../model/record.ts';
import { type Component, propertiesOf } from './components.ts';
import { type Property, param } from './content-line.ts';

const ATTENDANCES: ReadonlyMap<string, Attendance> = new Map([
  ['NEEDS-ACTION', 'needs-action'],
  ['NEEDS ACTION', 'needs-action'],
  ['ACCEPTED', 'accepted'],
  ['CONFIRMED', 'accepted'],
  ['DECLINED', 'declined'],
  ['TENTATIVE', 'tentative'],
  ['DELEGATED', 'delegated'],
]);

/**
 * The people and resources of an entry. An answer that is not written stays `none`: RFC 5545 would have it NEEDS-ACTION,
 * but programs leave the parameter out for people who were never asked.
 */
export function participantsOf(event: Component): Participant[] {
  const people = [
    ...propertiesOf(event, 'ORGANIZER').map((property) => participant(property, 'organizer')),
    ...propertiesOf(event, 'ATTENDEE').map((property) => participant(property, roleOf(property))),
  ];
  return people.filter((person) => person !== null);
}

function roleOf(property: Property): Role {
  if (/^(?:RESOURCE|ROOM)$/i.test(param(property, 'CUTYPE'))) return 'resource';
  // Copied for information only (section 3.2.16): told of the meeting, not asked to it.
  return /^NON-PARTICIPANT$/i.test(param(property, 'ROLE')) ? 'mentioned' : 'attendee';
}

function participant(property: Property, role: Role): Participant | null {
  const name = param(property, 'CN').trim();
  const address = addressOf(property, name);
  if (address === null) return null;
  const status = (param(property, 'PARTSTAT') || param(property, 'STATUS')).toUpperCase();
  const attendance = ATTENDANCES.get(status);
  return {
    role,
    address,
    ...(name === '' || (address.kind === 'name' && address.raw === name) ? {} : { name }),
    ...(attendance === undefined ? {} : { attendance }),
  };
}

/** Programs write `invalid:nomail` or nothing where they have a name only. */
function addressOf(property: Property, name: string): RecordAddress | null {
  const value = property.value.trim();
  const mail = mailIn(value) ?? mailIn(param(property, 'EMAIL').trim());
  if (mail !== null) return { kind: 'mail', raw: mail };
  const x500 = /^(?:EX:|mailto:)?(\/o=.+)$/i.exec(value)?.[1];
  if (x500 !== undefined) return { kind: 'x500', raw: x500 };
  const phone = /^tel:(.+)$/i.exec(value)?.[1];
  if (phone !== undefined) return { kind: 'phone', raw: phone };
  if (name !== '') return { kind: 'name', raw: name };
  if (value === '' || /^(?:invalid|mailto):/i.test(value)) return null;
  return { kind: /^[a-z][a-z0-9+.-]*:/i.test(value) ? 'handle' : 'name', raw: value };
}

function mailIn(text: string): string | null {
  const bare = /^(?:mailto:)*\s*<?([^<>?]*)/i.exec(text)?.[1]?.trim() ?? '';
  const named = /<([^<>\s]+@[^<>\s]+)>/.exec(text)?.[1];
  const found = named ?? bare;
  return /^[^\s@:]+@[^\s@]+$/.test(found) ? unescaped(found) : null;
}

/** RFC 6068 has percent signs in mailto addresses; most programs write none. */
function unescaped(address: string): string {
  try {
    return decodeURIComponent(address);
  } catch {
    return address;
  }
}
