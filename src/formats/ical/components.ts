/** Cuts a calendar into its components, every byte in one of them. */
import { isUtf8 } from 'node:buffer';
import type { Input } from '../../bytes/input.ts';
import { decode } from '../../bytes/text.ts';
import { contentLines, type Property, parseLine } from './content-line.ts';

/** A stretch of the file. */
export interface Component {
  /** In upper case, such as `VEVENT`; empty for lines around components, `BLANK` for blank ones, `LOST` for what is outside calendars. */
  readonly name: string;
  readonly offset: number;
  readonly length: number;
  /** The calendar that it lies in, counted from 1; 0 outside. */
  readonly calendar: number;
  /** Of the component itself, then of those in it: `path` tells. At most MOST_PROPERTIES. */
  readonly properties: readonly InnerProperty[];
  /** Whether its END was there. */
  readonly ended: boolean;
  /** Lines that are no content lines, or that were too many to keep. */
  readonly unread: number;
}

/** A property and where it stands. */
export interface InnerProperty extends Property {
  /** Number of the inner component, from 1 in the order of the file; 0 for the component itself. */
  readonly inner: number;
}

/** Properties kept of one component; an entry has a few dozen, the largest invitations some thousands. */
const MOST_PROPERTIES = 20_000;

/** Properties whose texts no record holds; they may be long. */
const UNUSED = /^(?:DESCRIPTION|ATTACH|COMMENT|X-ALT-DESC|CONFERENCE|STYLED-DESCRIPTION|IMAGE)$/;

/** A component while it is read. */
interface Open {
  name: string;
  offset: number;
  length: number;
  properties: InnerProperty[];
  inners: number;
  depth: number;
  unread: number;
}

/**
 * The components of a file in order. A component ends at its END, before another one of calendars begins, or with the file.
 *
 * @param from first byte after a byte-order mark
 * @param charset of lines that are not UTF-8
 */
export function* components(input: Input, from: number, charset: string): Generator<Component> {
  const cut = new Cutter();
  for (const line of contentLines(input, from)) {
    const text = decode(line.bytes, isUtf8(line.bytes) ? 'utf-8' : charset).text;
    yield* cut.take(parseLine(text, line), text.trim() === '', line.offset, line.length);
  }
  yield* cut.finish();
  yield* cut.unended(input.size);
}

class Cutter {
  #open: Open | null = null;
  #calendar = 0;
  #inside = false;

  *take(property: Property | null, isBlank: boolean, offset: number, length: number): Generator<Component> {
    const word = property?.value.trim().toUpperCase() ?? '';
    const begins = property?.name === 'BEGIN' ? word : null;
    const ends = property?.name === 'END' ? word : null;
    if (begins === 'VCALENDAR' || ends === 'VCALENDAR') {
      yield* this.finish();
      if (begins !== null) {
        yield* this.unended(offset);
        this.#calendar++;
      }
      this.#inside = begins !== null;
      return yield this.#line('', offset, length, null);
    }
    const open = this.#open;
    if (open !== null) {
      if (begins !== open.name && begins !== 'VEVENT') {
        add(open, property, isBlank, begins !== null, ends, length);
        if (ends === open.name) yield* this.finish(true);
        return;
      }
      yield* this.finish();
    }
    if (begins !== null) {
      this.#open = { name: begins, offset, length, properties: [], inners: 0, depth: 0, unread: 0 };
    } else if (isBlank) yield this.#line('BLANK', offset, length, null);
    else yield this.#line(this.#inside ? '' : 'LOST', offset, length, property);
  }

  *finish(ended = false): Generator<Component> {
    const open = this.#open;
    this.#open = null;
    if (open === null) return;
    const { name, offset, length, properties, unread } = open;
    yield { name, offset, length, properties, unread, ended, calendar: this.#calendar };
  }

  /** A component without bytes that says that a calendar has no END. */
  *unended(offset: number): Generator<Component> {
    if (this.#inside) yield { ...this.#line('', offset, 0, null), ended: false };
  }

  #line(name: string, offset: number, length: number, property: Property | null): Component {
    const properties = property === null ? [] : [{ ...property, inner: 0 }];
    return { name, offset, length, properties, ended: true, unread: 0, calendar: this.#calendar };
  }
}

function add(
  open: Open,
  property: Property | null,
  isBlank: boolean,
  begins: boolean,
  ends: string | null,
  length: number,
): void {
  open.length += length;
  if (begins) {
    open.depth++;
    open.inners++;
  } else if (ends !== null) open.depth = Math.max(0, open.depth - 1);
  else if (property === null) open.unread += isBlank ? 0 : 1;
  else if (UNUSED.test(property.name)) return;
  else if (open.properties.length >= MOST_PROPERTIES) open.unread++;
  else open.properties.push({ ...property, inner: open.depth === 0 ? 0 : open.inners });
}

/** The first property of a component with a name, not of those in it. */
export function propertyOf(component: Component, name: string): Property | null {
  return component.properties.find((property) => property.inner === 0 && property.name === name) ?? null;
}

/** All of its properties with a name. */
export function propertiesOf(component: Component, name: string): Property[] {
  return component.properties.filter((property) => property.inner === 0 && property.name === name);
}
