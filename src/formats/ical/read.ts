/** Reads a calendar file: once for its zones and replaced instances, once for its entries. */
import type { Input } from '../../bytes/input.ts';
import { type Sniffed, sniffInput } from '../../bytes/sniff.ts';
import type { ReadOptions } from '../../model/source.ts';
import { BatchBuilder } from '../builder.ts';
import type { RecordSink } from '../format.ts';
import { type Component, components, propertyOf } from './components.ts';
import { readEvent, replacedWord, uidOf } from './event.ts';
import type { Steps } from './occurrences.ts';
import { Zones } from './zones.ts';

/** What entries need to know of the rest of their file. */
interface Surroundings {
  readonly zones: Zones;
  /** Calendars that are cancellations (METHOD:CANCEL), by number. */
  readonly cancelled: ReadonlySet<number>;
  /** Words of replaced instances by calendar and UID. */
  readonly replaced: ReadonlyMap<string, ReadonlySet<string>>;
}

const NONE: ReadonlySet<string> = new Set();

/** Rules under which parts of a calendar are skipped; others are "other component". */
const SKIPS: ReadonlyMap<string, string> = new Map([
  ['', 'calendar lines'],
  ['BLANK', 'blank lines'],
  ['VTIMEZONE', 'time zones'],
  ['VTODO', 'tasks'],
  ['VJOURNAL', 'journal entries'],
  ['VFREEBUSY', 'free and busy times'],
  ['VALARM', 'alarms'],
]);

/** Reads a whole calendar. Work is bounded by the file's size, whatever its rules ask for. */
export async function readCalendar(input: Input, sink: RecordSink, options: ReadOptions): Promise<void> {
  if (input.size === 0) return;
  const sniffed = sniffInput(input);
  if (/^utf-?(?:16|32)/i.test(sniffed.encoding)) {
    const message = `calendars in ${sniffed.encoding} are not read; save the file as UTF-8`;
    return sink.problem({ code: 'charset-unread', severity: 'failed', message, offset: 0, length: input.size });
  }
  if (sniffed.bom > 0) sink.skip('byte order mark', 1, sniffed.bom);
  const steps: Steps = { left: 20_000_000 + 20 * input.size };
  const around = surroundings(input, sniffed, options, steps);
  const builder = new BatchBuilder(sink);
  const lost = new LostLines(sink);
  for (const component of components(input, sniffed.bom, sniffed.encoding)) {
    if (component.name === 'LOST') {
      lost.add(component);
      continue;
    }
    note(component, sink);
    if (component.name === 'VEVENT') await readOne(component, around, builder, sink, options, steps);
    else if (component.length > 0) sink.skip(SKIPS.get(component.name) ?? 'other component', 1, component.length);
    sink.progress(component.offset + component.length);
  }
  lost.finish();
  await builder.flush();
}

function surroundings(input: Input, sniffed: Sniffed, options: ReadOptions, steps: Steps): Surroundings {
  const zones = new Zones(steps);
  const cancelled = new Set<number>();
  const changes: Component[] = [];
  for (const component of components(input, sniffed.bom, sniffed.encoding)) {
    if (component.name === 'VTIMEZONE') zones.add(component);
    else if (component.name === 'VEVENT' && propertyOf(component, 'RECURRENCE-ID') !== null) {
      const kept = component.properties.filter(({ name }) => name === 'UID' || name === 'RECURRENCE-ID');
      changes.push({ ...component, properties: kept });
    } else if (component.name === '' && /^CANCEL$/i.test(propertyOf(component, 'METHOD')?.value.trim() ?? '')) {
      cancelled.add(component.calendar);
    }
  }
  const replaced = new Map<string, Set<string>>();
  for (const change of changes) {
    const word = replacedWord(change, { zones, options, calendar: change.calendar });
    const key = `${change.calendar} ${uidOf(change)}`;
    if (word === null || uidOf(change) === '') continue;
    const words = replaced.get(key) ?? new Set();
    replaced.set(key, words.add(word));
  }
  return { zones, cancelled, replaced };
}

async function readOne(
  event: Component,
  around: Surroundings,
  builder: BatchBuilder,
  sink: RecordSink,
  options: ReadOptions,
  steps: Steps,
): Promise<void> {
  const { calendar, offset, length } = event;
  const clocks = { zones: around.zones, options, calendar };
  const replaced = around.replaced.get(`${calendar} ${uidOf(event)}`) ?? NONE;
  const { records, doubts } = readEvent(event, around.cancelled.has(calendar), replaced, clocks, steps);
  for (const record of records) await builder.add(record);
  for (const [code, message] of doubts) sink.problem({ code, severity: 'doubtful', message, offset, length });
  if (records.length === 0) sink.skip('recurring entries without an instance in the window', 1, length);
}

/** Says what is worth knowing of lines and components that are no entries. */
function note(component: Component, sink: RecordSink): void {
  const { offset, length, name } = component;
  if (name === '' && propertyOf(component, 'VERSION')?.value.trim() === '1.0') {
    const message = 'the calendar is in vCalendar 1.0, which is read as if it were iCalendar 2.0';
    sink.problem({ code: 'vcalendar-old', severity: 'doubtful', message, offset, length });
  }
  if (!component.ended && name !== 'VEVENT') {
    const message =
      length === 0
        ? 'the calendar has no END:VCALENDAR'
        : `a component has no END; what follows it was skipped with it`;
    sink.problem({ code: 'end-missing', severity: 'doubtful', message, offset, length });
  }
}

/** Lines outside calendars, put together where they follow each other. */
class LostLines {
  readonly #sink: RecordSink;
  #offset = 0;
  #length = 0;

  constructor(sink: RecordSink) {
    this.#sink = sink;
  }

  add({ offset, length }: Component): void {
    if (offset !== this.#offset + this.#length) this.finish();
    if (this.#length === 0) this.#offset = offset;
    this.#length += length;
  }

  finish(): void {
    const [offset, length] = [this.#offset, this.#length];
    this.#length = 0;
    if (length === 0) return;
    const message = 'these lines stand in no calendar';
    this.#sink.problem({ code: 'not-calendar', severity: 'failed', message, offset, length });
  }
}
