/** /timeline: pairs by time. */
import { resolveDay, resolveWindow } from '../../case/files/index.ts';
import type { OpenCase } from '../../case/open.ts';
import { asOfInstant } from '../../case/read-case.ts';
import { BIN_UNITS, binEdges, binsIn, unitFor } from '../../case/workbench/bin-edges.ts';
import { binned, isDated } from '../../case/workbench/bins.ts';
import type { Chosen } from '../../case/workbench/choose.ts';
import type { Roll } from '../../case/workbench/roll.ts';
import { endOfDay, startOfDay } from '../../reconcile/days.ts';
import { filtersOf, pairQueries } from '../asking/filters.ts';
import { numberOf, wordOf } from '../asking/paging.ts';
import type { Desk } from '../desk.ts';
import { dataRoute } from '../http/data.ts';
import { type Asked, Refused, type Route } from '../http/exchange.ts';
import type { Opened } from '../opened.ts';
import type { EventMark, Span, StatementMark, TimelineBins, TimelinePage } from '../shapes/timeline.ts';
import { calendarOf } from '../shaping/calendar.ts';
import { choicesOf } from '../shaping/choices.ts';
import { claimRow } from '../shaping/claims.ts';
import { membersOf, partiesByNumber } from '../shaping/parties.ts';
import { claimsOf } from './statements.ts';

/** Bins that are given when nobody says how wide, and at most; rows of pairs. */
const [BINS, MOST_BINS] = [400, 2_000];
const [ROWS, MOST_ROWS] = [40, 200];

/** From the first to the last contact that has a time; null where none has. */
export function extentOf(roll: Roll, { places }: Chosen): Span | null {
  let [from, to] = [Number.POSITIVE_INFINITY, Number.NEGATIVE_INFINITY];
  for (const place of places) {
    if (!isDated(roll, place)) continue;
    from = Math.min(from, roll.earliest[place]!);
    to = Math.max(to, roll.latest[place]!);
  }
  return from <= to ? { from, to } : null;
}

function undatedOf(roll: Roll, { places }: Chosen): number {
  return places.reduce((undated, place) => undated + (isDated(roll, place) ? 0 : 1), 0);
}

/** A span of days as instants; null where one of its ends is open. */
function daysSpan(zone: string, first: string | null, last: string | null): Span | null {
  return first === null || last === null ? null : { from: startOfDay(zone, first), to: endOfDay(zone, last) };
}

function eventMarks({ files }: OpenCase): EventMark[] {
  return files.case.events.flatMap(({ id }) => {
    const days = resolveDay(files, id);
    const span = days === null ? null : daysSpan(files.case.zone, days.first, days.last);
    return span === null ? [] : [{ id, text: id, ...span }];
  });
}

function windowMarks({ files }: OpenCase): EventMark[] {
  return files.case.windows.flatMap(({ id }) => {
    const days = resolveWindow(files, id);
    const span = days === null ? null : daysSpan(files.case.zone, days.from, days.to);
    return span === null ? [] : [{ id, text: id, ...span }];
  });
}

async function statementMarks(opened: Opened): Promise<StatementMark[]> {
  const { open, names } = opened;
  const naming = await names.naming();
  return (await claimsOf(opened)).flatMap((view) => {
    const row = claimRow(open, view, naming);
    if (row.saidSpan === null) return [];
    const { from, to } = row.scope;
    return [
      {
        id: row.statement,
        speaker: row.speaker?.name ?? row.speakerText,
        text: row.quote ?? row.claim,
        verdict: row.verdict,
        scope: from === null || to === null ? null : { from, to },
        ...row.saidSpan,
      },
    ];
  });
}

async function timeline(opened: Opened, { query }: Asked): Promise<TimelinePage> {
  const { open, index } = opened;
  const { shown, wanted } = await filtersOf(open, query);
  const [chosen, roll] = [await index.chosen(wanted), await index.roll()];
  return {
    asked: shown,
    choices: choicesOf(open),
    extent: extentOf(roll, chosen),
    undated: undatedOf(roll, chosen),
    events: eventMarks(open),
    statements: await statementMarks(opened),
    windows: windowMarks(open),
    coverage: await calendarOf(opened),
  };
}

/** An instant of the view, epoch seconds; what is missing is the end of the extent. */
function edgeOf(query: URLSearchParams, name: 'start' | 'end', fallback: number): number {
  const text = query.get(name);
  if (text === null || text === '') return fallback;
  if (!/^-?\d{1,12}(\.\d+)?$/.test(text))
    throw new Refused(400, `${name} is no instant: ${JSON.stringify(text.slice(0, 40))}`, name, 'write epoch seconds');
  return Math.floor(Number(text));
}

/** What is seen: what the address says, else all contacts, else the day of the case. */
function viewOf({ files }: OpenCase, query: URLSearchParams, extent: Span | null): Span {
  const asOf = asOfInstant(files);
  const from = edgeOf(query, 'start', extent?.from ?? asOf);
  const to = edgeOf(query, 'end', extent?.to ?? asOf);
  if (from > to) throw new Refused(400, 'the view ends before it begins', 'start');
  return { from, to };
}

async function bins(opened: Opened, { query }: Asked): Promise<TimelineBins> {
  const { open, index } = opened;
  const { shown, wanted } = await filtersOf(open, query);
  const [chosen, roll] = [await index.chosen(wanted), await index.roll()];
  const view = viewOf(open, query, extentOf(roll, chosen));
  const unit = wordOf(query, 'bin', BIN_UNITS, unitFor(view.from, view.to, BINS));
  if (binsIn(unit, view.from, view.to) > MOST_BINS)
    throw new Refused(400, `more than ${MOST_BINS} bins`, 'bin', 'ask for wider ones, or a shorter time');
  const edges = binEdges(open.files.case.zone, unit, view.from, view.to);
  const [pairs, counts] = [await index.pairs(wanted.frame), await index.counts(wanted)];
  const rows = counts.order.subarray(0, numberOf(query, 'top', ROWS, 1, MOST_ROWS));
  const found = binned(roll, chosen, pairs, counts, rows, Float64Array.from(edges));
  const asked = await membersOf(opened, wanted.frame.between);
  const parties = await partiesByNumber(opened, Array.from(rows, (pair) => [pairs.a[pair]!, pairs.b[pair]!]).flat());
  const queryOf = pairQueries(shown.query, wanted.frame.between === null);
  const named = (no: number): { key: string; name: string; marks: readonly string[] } => {
    const { key, name, marks } = parties.get(no)!;
    return { key, name, marks };
  };
  return {
    asked: shown,
    unit,
    edges,
    pairs: Array.from(rows, (pair) => {
      const [a, b] = [named(pairs.a[pair]!), named(pairs.b[pair]!)];
      const turned = !asked.has(pairs.a[pair]!) && asked.has(pairs.b[pair]!);
      return {
        a,
        b,
        contacts: counts.contacts[pair]!,
        listed: queryOf({ a: a.key, b: b.key, turned }),
      };
    }),
    morePairs: counts.order.length - rows.length,
    cells: filledCells(found.cells, edges.length - 1),
    all: {
      contacts: [...found.all.contacts],
      certain: [...found.all.certain],
      undisclosed: [...found.all.undisclosed],
    },
    coarse: found.coarse,
  };
}

/** Cells that are not empty, as parallel lists. */
function filledCells(
  { contacts, certain, undisclosed }: ReturnType<typeof binned>['cells'],
  width: number,
): TimelineBins['cells'] {
  const cells = {
    pair: [] as number[],
    bin: [] as number[],
    contacts: [] as number[],
    certain: [] as number[],
    undisclosed: [] as number[],
  };
  for (let at = 0; at < contacts.length; at++) {
    if (contacts[at] === 0) continue;
    cells.pair.push(Math.floor(at / width));
    cells.bin.push(at % width);
    cells.contacts.push(contacts[at]!);
    cells.certain.push(certain[at]!);
    cells.undisclosed.push(undisclosed[at]!);
  }
  return cells;
}

/** Addresses of the timeline. */
export function timelineRoutes(desk: Desk): Route[] {
  return [dataRoute(desk, '/timeline', timeline), dataRoute(desk, '/timeline/bins', bins)];
}
