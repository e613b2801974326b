/** Names of a case that filters offer. */
import { type CaseFiles, resolveDay, resolveWindow } from '../../case/files/index.ts';
import type { OpenCase } from '../../case/open.ts';
import { CHANNELS } from '../../model/definition.ts';
import type { Choices } from '../shapes/contact.ts';
import { marksOf } from './names.ts';

/** People of people.yaml that are offered; the others are found by search. */
const PEOPLE = 200;

function windowText(files: CaseFiles, id: string): string {
  const days = resolveWindow(files, id);
  return days === null ? id : `${id}: ${days.from ?? 'open'} to ${days.to ?? 'open'}`;
}

function eventText(files: CaseFiles, id: string): string {
  const days = resolveDay(files, id);
  if (days === null) return id;
  return days.first === days.last ? `${id}: ${days.first}` : `${id}: ${days.first} to ${days.last}`;
}

/** What can be chosen. */
export function choicesOf({ files }: Pick<OpenCase, 'files'>): Choices {
  const { groups, windows, events } = files.case;
  const { parties, organisations } = files.people;
  return {
    groups: groups.map(({ id }) => `@${id}`),
    windows: windows.map(({ id }) => ({ id, text: windowText(files, id) })),
    events: events.map(({ id }) => ({ id, text: eventText(files, id) })),
    people: [...parties, ...organisations]
      .slice(0, PEOPLE)
      .map(({ id, name }) => ({ key: id, name, marks: marksOf(name) })),
    channels: CHANNELS,
  };
}
