/** References to what other places of the case define: parties, groups, organisations, windows, informants, templates. */
import type * as z from 'zod';
import { type Fault, notA, oneOrMore, text } from './leaf.ts';
import type { Names } from './names.ts';
import { listed, nearest } from './nearest.ts';

/** `@` and the id of a group, or the id of a party. */
export type Reference = string;

function unknown(what: string, written: string, known: Iterable<string>, where: string, prefix = ''): Fault {
  const near = nearest(written, known);
  if (near !== null)
    return notA(what, written, `write ${prefix === '' ? near : `"${prefix}${near}"`}, or add it ${where}`);
  const all = [...known].map((name) => prefix + name);
  return notA(what, written, all.length === 0 ? `add it ${where}` : `add it ${where}, or write one of: ${listed(all)}`);
}

/** What is wrong with a reference to a party or group; null when it is right. */
export function referenceFault(written: string, names: Names): Fault | null {
  const name = written.slice(1);
  if (written.startsWith('@')) {
    if (names.groups.has(name) || names.broken.has('case.yaml')) return null;
    if (names.parties.has(name)) return notA('a group', written, `write ${name}: only names of groups start with @`);
    return unknown('a group', written, names.groups, 'under groups in case.yaml', '@');
  }
  if (names.parties.has(written) || names.broken.has('people.yaml')) return null;
  if (names.groups.has(written))
    return notA('a party', written, `write "@${written}": the name of a group starts with @`);
  return unknown('a party', written, names.parties, 'to people.yaml');
}

const EXPECTED = {
  is: 'a party or group',
  advice: 'write the id of a party, or "@" and the name of a group, in quotes',
};

/** A party or group. */
export function reference(names: Names): z.ZodType<Reference> {
  return text(EXPECTED, (written) => referenceFault(written, names));
}

/** One party or group, or a list of them. */
export function references(names: Names): z.ZodType<readonly Reference[]> {
  return oneOrMore(reference(names), EXPECTED);
}

/** The id of an organisation. */
export function organisation(names: Names): z.ZodType<string> {
  return text({ is: 'an organisation', advice: 'write the id of an organisation in people.yaml' }, (written) => {
    if (names.organisations.has(written) || names.broken.has('people.yaml')) return null;
    if (names.parties.has(written)) {
      return notA('an organisation', written, 'that is a person: write the id of an organisation in people.yaml');
    }
    return unknown('an organisation', written, names.organisations, 'under organisations in people.yaml');
  });
}

/** A role that somebody holds by people.yaml: a group of a role that nobody holds would be empty without a word. */
export function role(names: Names): z.ZodType<string> {
  return text({ is: 'a role', advice: 'write a role as the tenures in people.yaml have it' }, (written) =>
    names.roles.has(written) || names.broken.has('people.yaml')
      ? null
      : unknown('a role that a tenure names', written, names.roles, 'to a tenure in people.yaml'),
  );
}

/** The id of an informant. */
export function informant(names: Names): z.ZodType<string> {
  return text({ is: 'an informant', advice: 'write the id of an informant' }, (written) =>
    names.informants.has(written)
      ? null
      : unknown('an informant', written, names.informants, 'under informants in reports.yaml'),
  );
}

/** The id of something that one file defines. */
function idOf(
  what: string,
  known: ReadonlyMap<string, unknown> | ReadonlySet<string>,
  file: string,
  names: Names,
): z.ZodType<string> {
  return text({ is: what, advice: `write the id of ${what} in ${file}` }, (written) =>
    known.has(written) || names.broken.has(file) ? null : unknown(what, written, known.keys(), `to ${file}`),
  );
}

/** The id of a statement. */
export function statementId(names: Names): z.ZodType<string> {
  return idOf('a statement', names.statements, 'statements.yaml', names);
}

/** The id of a told count. */
export function toldCountId(names: Names): z.ZodType<string> {
  return idOf('a told count', names.toldCounts, 'reports.yaml', names);
}

/** The id of a report. */
export function reportId(names: Names): z.ZodType<string> {
  return idOf('a report', names.reports, 'reports.yaml', names);
}

/** The id of a told count or report. */
export function toldId(names: Names): z.ZodType<string> {
  return idOf('a told count or report', new Set([...names.toldCounts, ...names.reports]), 'reports.yaml', names);
}

/** The id of an event. */
export function eventId(names: Names): z.ZodType<string> {
  return idOf('an event', names.events, 'case.yaml', names);
}

/** Who tells something: an informant, or a party that told it in public. */
export function teller(names: Names): z.ZodType<string> {
  return text({ is: 'an informant', advice: 'write the id of an informant or party' }, (written) => {
    if (names.informants.has(written) || names.parties.has(written) || names.broken.has('people.yaml')) return null;
    return unknown(
      'an informant or party',
      written,
      [...names.informants, ...names.parties],
      'under informants in reports.yaml',
    );
  });
}

/** The name of a table template. */
export function template(names: Names): z.ZodType<string> {
  return text({ is: 'a template', advice: 'write the name of a template, such as calls/generic' }, (written) => {
    if (names.templates.includes(written)) return null;
    const near =
      nearest(written, names.templates) ?? names.templates.find((name) => name.split('/').includes(written)) ?? null;
    const all =
      names.templates.length === 0 ? 'there are no templates' : `the templates are: ${listed(names.templates)}`;
    return notA('a template', written, near === null ? all : `write ${near}`);
  });
}

/** The name of a format. */
export function format(names: Names): z.ZodType<string> {
  return text({ is: 'a format', advice: 'write the name of a format, such as mbox' }, (written) => {
    if (names.formats === null || names.formats.includes(written)) return null;
    const near = nearest(written, names.formats);
    return notA('a format', written, near === null ? `the formats are: ${listed(names.formats)}` : `write ${near}`);
  });
}

/** Who a disclosure reached or must reach: public, or a name that the case gives (an agency, a court). */
export function audience(): z.ZodType<string> {
  const expectation = { is: 'an audience', advice: 'write public, or a name for the agency or court' };
  return text(expectation, (written) =>
    written !== 'public' && nearest(written, ['public']) === 'public'
      ? notA('an audience', written, 'write public')
      : null,
  );
}
