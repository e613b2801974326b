/** Rows of one table, one after another, as records. */
import { FLAG, type RecordKind, type SourceRecord } from '../../model/record.ts';
import type { ReadOptions } from '../../model/source.ts';
import { UNKNOWN_TIME, type When } from '../../model/time.ts';
import type { Target, Template } from '../templates/template.ts';
import type { TableContext } from './context.ts';
import { isBlank } from './fold.ts';
import { Heading } from './heading.ts';
import type { Notes } from './notes.ts';
import { periodOf, timePlan } from './plan.ts';
import { type Access, accessTo, clean } from './row/access.ts';
import { CELL_CUT, cutCells } from './row/cut.ts';
import { meaningOf, type RowMeaning, unknownText } from './row/meaning.ts';
import { partiesOf, type RowParties, readyParties, ruleRole } from './row/parties.ts';
import { shapeRow } from './row/shape.ts';
import { type Doubt, givenOf, type RowTime, type TimePlan, timeOf } from './row/time.ts';
import { isNote, isSeveralDates, isTotal, saysNil, saysSeveral, type Wording, wordingOf } from './row/wording.ts';
import type { Row } from './rows.ts';

/** Longest subject or extra, in characters: the most that a cell of a spreadsheet holds. */
const LONGEST_TEXT = 32_767;

const FOREIGN: Doubt = {
  code: 'header-changed',
  message: 'the columns of the table change here into others that the template does not know',
};

/** A record, or why there is none. */
export type RowResult =
  | { readonly record: SourceRecord; readonly carried: string }
  | { readonly skip: string }
  | { readonly failed: Doubt };

export class TableReader {
  readonly #context: TableContext;
  readonly #template: Template;
  readonly #notes: Notes;
  readonly #wording: Wording;
  readonly #parties: ReturnType<typeof readyParties>;
  readonly #beside: ReadonlyMap<Target, string>;
  readonly #plans = new Map<RecordKind, TimePlan>();
  readonly #options: ReadOptions;
  readonly #heading: Heading;
  /** Last filled value of each column that carries down, by its index. */
  readonly #carried = new Map<number, string>();

  constructor(context: TableContext, options: ReadOptions, notes: Notes) {
    this.#context = context;
    this.#template = context.template;
    this.#options = options;
    this.#notes = notes;
    this.#wording = wordingOf(context.template);
    this.#parties = readyParties(context.template, this.#wording.redacted);
    this.#beside = new Map([...context.heading.values, ...context.name.values]);
    this.#heading = new Heading(context.layout, context.template);
  }

  /** Reads one row; doubts go to the notes. */
  read(row: Row): RowResult {
    if (row.cells.every(isBlank)) return { skip: 'blank row' };
    const header = this.#heading.meet(row.cells, row.number);
    if (header === 'foreign') return { failed: FOREIGN };
    if (header === 'other') this.#carried.clear();
    if (header !== null) return { skip: 'header row' };
    const stray = row.faults.some(({ code }) => code === 'quote-stray');
    const rules = this.#plan(this.#template.kind).rulesOf(-1);
    const shaped = shapeRow(row.cells, this.#heading.layout, rules, this.#context.delimiter);
    if (shaped === null || (stray && shaped.change !== 'none')) return { failed: this.#misshapen(row) };
    const filled = shaped.cells.flatMap((cell, i) => (isBlank(cell) ? [] : [i]));
    const skip = this.#noRow(shaped.cells, filled);
    if (skip !== null) return { skip };
    if (shaped.change === 'likely') {
      this.#notes.row(
        'doubtful',
        'row-cells',
        'the row has more cells than the header; it was divided by its date',
        row,
      );
    }
    const cells = cutCells(shaped.cells, this.#heading.layout);
    if (cells !== shaped.cells) this.#notes.row('doubtful', 'cell-cut', CELL_CUT, row);
    return this.#record(row, this.#carry(cells));
  }

  #misshapen(row: Row): Doubt {
    const cells = row.cells.findLastIndex((cell) => !isBlank(cell)) + 1;
    const message = `the row has ${cells} cells, the table ${this.#heading.layout.width} columns: what belongs where is not known`;
    return { code: 'row-cells', message };
  }

  /** Rows that are none: notes, totals, and values that stand alone above the rows they hold for. */
  #noRow(cells: readonly string[], filled: readonly number[]): string | null {
    const first = cells[filled[0]!]!;
    const dated = this.#heading.layout.uses.some(
      ({ target, index }) => target === 'date' && !isBlank(cells[index] ?? ''),
    );
    if (!dated && filled.length <= 2 && isNote(first, this.#wording)) return 'note row';
    if (!dated && isTotal(first)) return 'totals row';
    if (filled.length > 1 || this.#heading.layout.width === 1) return null;
    const use = this.#heading.layout.uses.find(({ index }) => index === filled[0]);
    if (use === undefined || first.length > 300) return 'note row';
    if (use.column.carry !== true) return null;
    this.#carried.set(filled[0]!, first);
    return 'block heading';
  }

  #carry(cells: readonly string[]): readonly string[] {
    const carrying = this.#heading.layout.uses.filter(({ column }) => column.carry === true);
    if (carrying.length === 0) return cells;
    const full = [...cells];
    for (const { index } of carrying) {
      const cell = full[index] ?? '';
      if (isBlank(cell)) full[index] = this.#carried.get(index) ?? '';
      else this.#carried.set(index, cell);
    }
    return full;
  }

  #plan(kind: RecordKind): TimePlan {
    let plan = this.#plans.get(kind);
    if (plan === undefined) {
      plan = timePlan(this.#context, this.#options, kind);
      this.#plans.set(kind, plan);
    }
    return plan;
  }

  #record(row: Row, cells: readonly string[]): RowResult {
    const access = accessTo(cells, this.#heading.uses, this.#beside);
    const meaning = meaningOf(access, this.#template);
    if (meaning.skip) return { skip: 'row of another kind' };
    for (const value of meaning.unknown) {
      this.#notes.once('note', 'value-unknown', unknownText(value), row);
    }
    const plan = this.#plan(meaning.kind);
    const time = timeOf(access, plan);
    const strange = this.#strange(time, row);
    if (strange !== null) return { failed: strange };
    const parties = partiesOf(
      access,
      this.#parties,
      this.#template,
      meaning,
      `${this.#context.sheet}row ${row.number}`,
    );
    const nil = meaning.nil || this.#isNil(access, time, parties);
    if (!nil && time.when.earliest === null && !this.#tells(parties)) {
      return { failed: { code: 'row-empty', message: 'the row names neither a day nor anybody that was met' } };
    }
    const dated = nil ? this.#nilTime(time, plan) : this.#tellTime(time, access, plan, row);
    const flags = this.#flags(meaning, access, time, nil);
    this.#tellParties(parties, nil, meaning, row);
    const told = nil ? { ...parties, participants: this.#named(parties) } : parties;
    const record = this.#assemble(row, access, plan, { kind: meaning.kind, when: dated, flags, time, parties: told });
    return { record, carried: [...this.#carried.values()].join('\0') };
  }

  /** Under a header that the template does not know a row is read by the one before it, where it has a day by that. */
  #strange({ when }: RowTime, row: Row): Doubt | null {
    const { foreign } = this.#heading;
    if (foreign === 0) return null;
    if (when.plausibility !== 'plausible') return FOREIGN;
    const message = `row ${foreign} looks like the header of other columns; what follows it was read by the header before`;
    this.#notes.once('doubtful', 'header-changed', message, row);
    return null;
  }

  /** Whether a row names anybody but those whose row it is; or one of these, where it has no column for others. */
  #tells({ participants }: RowParties): boolean {
    const roles = Object.values(this.#template.parties).map(({ role }) => role);
    const only = roles.every((role) => role === 'discloser');
    return participants.some(({ role }) => only || role !== 'discloser');
  }

  /** A row that names nobody, in which some cell says that there was nothing. */
  #isNil(access: Access, time: RowTime, { participants }: RowParties): boolean {
    const others = participants.filter(({ role }) => role !== 'discloser' && role !== 'host' && role !== 'organizer');
    const dateNil = saysNil(access.first('date').text, this.#wording);
    const texts = this.#heading.layout.uses
      .filter(({ target, column }) => column.carry !== true && (target.includes('.') || target === 'subject'))
      .map(({ target }) => access.first(target).text);
    const said = dateNil || texts.some((text) => saysNil(text, this.#wording));
    const named = others.filter(({ address }) => !saysNil(address.raw, this.#wording));
    return said && named.length === 0 && (dateNil || time.duration === null);
  }

  /** Participants of a row, without the words that say that there are none. */
  #named({ participants }: RowParties): RowParties['participants'] {
    return participants.filter(({ address }) => !saysNil(address.raw, this.#wording));
  }

  #nilTime(time: RowTime, plan: TimePlan): When {
    if (time.when.earliest !== null) return time.when;
    return periodOf(this.#context, plan) ?? UNKNOWN_TIME;
  }

  /** The time of a record; what is doubtful about it goes to the notes. */
  #tellTime(time: RowTime, access: Access, plan: TimePlan, row: Row): When {
    if (time.when.earliest === null && isSeveralDates(access.first('date').text)) {
      return periodOf(this.#context, plan) ?? UNKNOWN_TIME;
    }
    for (const { code, message } of time.doubts) this.#notes.row('doubtful', code, message, row);
    if (time.when.earliest !== null) return time.when;
    // A month of another quarter than the file's: the period of the file is not its time.
    if (time.doubts.some(({ code }) => code === 'year-unknown')) return UNKNOWN_TIME;
    const { year } = this.#context.name;
    const period = year === null || this.#template.period === true ? null : periodOf(this.#context, plan);
    return period ?? UNKNOWN_TIME;
  }

  #flags(meaning: RowMeaning, access: Access, time: RowTime, nil: boolean): number {
    if (nil) return (meaning.flags & ~(FLAG.attended | FLAG.scheduled)) | FLAG.nil;
    const several =
      time.several ||
      isSeveralDates(access.first('date').text) ||
      saysSeveral(access.first('subject').text, this.#wording);
    let { flags } = meaning;
    if (this.#heading.uses.has('arrival')) {
      const came = access.first('arrival').text !== '';
      flags = came ? (flags & ~FLAG.scheduled) | FLAG.attended : (flags & ~FLAG.attended) | FLAG.scheduled;
    }
    return several ? flags | FLAG.several : flags;
  }

  #tellParties(parties: RowParties, nil: boolean, meaning: RowMeaning, row: Row): void {
    if (parties.cut) this.#notes.row('doubtful', 'parties-cut', 'the row names more parties than are read', row);
    if (nil) return;
    const { turned } = this.#template;
    if (turned !== undefined && meaning.direction === null) {
      this.#notes.row('doubtful', 'direction-unknown', 'the row does not say who called whom', row);
    }
    const { parties: rules } = this.#template;
    const needed = this.#template.requires.filter((any) =>
      any.every((target) => target.slice(0, target.indexOf('.')) in rules),
    );
    for (const any of needed) {
      const keys = any.map((target) => target.slice(0, target.indexOf('.')));
      if (keys.some((key) => parties.found.has(key))) continue;
      const role = ruleRole(rules[keys[0]!]!, meaning.kind);
      this.#notes.row('doubtful', 'party-missing', `the row does not name its ${role}`, row);
    }
  }

  #assemble(
    row: Row,
    access: Access,
    plan: TimePlan,
    read: { kind: RecordKind; when: When; flags: number; time: RowTime; parties: RowParties },
  ): SourceRecord {
    const subject = this.#limited(
      access
        .all('subject')
        .map(({ text }) => text)
        .join('; '),
      row,
    );
    const extras = this.#extras(row, access, plan, read.parties.post);
    const id = access.first('id').text;
    return {
      kind: read.kind,
      place: { offset: row.offset, length: row.length, row: row.number },
      when: read.when,
      participants: read.parties.participants,
      flags: read.flags,
      ...(read.time.duration === null ? {} : { duration: read.time.duration }),
      ...(subject === '' ? {} : { subject }),
      ...(id === '' ? {} : { messageId: id }),
      ...(Object.keys(extras).length === 0 ? {} : { extras }),
    };
  }

  #extras(row: Row, access: Access, plan: TimePlan, post: string | null): { [name: string]: string } {
    const extras: { [name: string]: string } = {};
    const targets = [...this.#heading.uses.keys(), ...this.#beside.keys()].filter((target) =>
      target.startsWith('extra.'),
    );
    for (const target of new Set(targets)) {
      const text = access
        .all(target)
        .map((value) => value.text)
        .join('; ');
      if (text !== '') extras[target.slice('extra.'.length)] = this.#limited(text, row);
    }
    const given = givenOf(access, plan);
    if (typeof given === 'string') extras.given = given;
    else if (given !== null) this.#notes.row('doubtful', given.code, given.message, row);
    if (post !== null && extras.post === undefined) extras.post = post;
    return extras;
  }

  #limited(text: string, row: Row): string {
    const plain = clean(text).replace(/[\t\r\n ]+/g, ' ');
    if (plain.length <= LONGEST_TEXT) return plain;
    this.#notes.row('doubtful', 'cell-cut', `a cell of ${plain.length} characters was cut to ${LONGEST_TEXT}`, row);
    return plain.slice(0, LONGEST_TEXT);
  }
}
