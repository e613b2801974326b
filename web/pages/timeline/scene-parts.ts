/** The timeline's frame as the server gives it, made into what is drawn. Pure. */
import type { TimelineBins, TimelinePage } from '../../../src/server/shapes/timeline.ts';
import type { OffsetAt } from '../../charts/calendar.ts';
import { gapsIn, type Stretch, stretchesOf } from '../../charts/days.ts';
import { cellsOf, totalsOf } from '../../charts/heat/cells.ts';
import { shadesOf } from '../../charts/heat/raster.ts';
import type { Bins, CoverageLane, EventLabel, StatementLane } from '../../charts/heat/scene.ts';
import { scaleFor } from '../../charts/heat/shades.ts';
import type { TimeView } from '../../charts/view.ts';

/** Statements that get a lane of their own; the page of statements has them all. */
export const MOST_STATEMENTS = 8;

type Channel = TimelinePage['choices']['channels'][number];

export interface NamedLane extends CoverageLane {
  readonly channel: Channel;
}

/**
 * All the time that can be seen: from the first to the last contact, with what was said and what happened near it, and a
 * little room on either side. Null where no contact has a time.
 */
export function limitsOf({ extent, events, statements }: TimelinePage): TimeView | null {
  if (extent === null) return null;
  const length = Math.max(extent.to - extent.from, 86_400);
  const near = [...events, ...statements].flatMap(({ from, to }) => [from, to]);
  // A date far away, such as a law of another century, must not press everything else into a pixel.
  const times = near.filter((time) => time > extent.from - length && time < extent.to + length);
  const [from, to] = [Math.min(extent.from, ...times), Math.max(extent.to, ...times)];
  const room = Math.max((to - from) * 0.02, 3600);
  return { from: Math.floor(from - room), to: Math.ceil(to + room) };
}

/** What covers time, one lane a channel, in the order of the channels; and where no channel is covered by anything. */
export function coverageOf(
  { coverage, asked }: TimelinePage,
  limits: TimeView,
  offsetAt: OffsetAt,
): { readonly lanes: readonly NamedLane[]; readonly uncovered: readonly Stretch[] } {
  const wanted = coverage.records.filter(({ channel }) => asked.channels === null || asked.channels.includes(channel));
  const lanes = [...Map.groupBy(wanted, ({ channel }) => channel)].map(([channel, rows]) => ({
    channel,
    declared: stretchesOf(
      rows.flatMap(({ declared }) => declared),
      offsetAt,
    ),
    active: stretchesOf(
      rows.flatMap(({ active }) => active),
      offsetAt,
    ),
  }));
  const all = stretchesOf(
    wanted.flatMap(({ declared, active }) => [...declared, ...active]),
    offsetAt,
  );
  return { lanes, uncovered: gapsIn(all, limits.from, limits.to) };
}

/** Events with their words, in order of time. */
export function eventLabels({ events }: TimelinePage): EventLabel[] {
  return events
    .map(({ from, to, text }) => ({ from, to, text: text.length > 40 ? `${text.slice(0, 39)}…` : text }))
    .sort((one, other) => one.from - other.from);
}

/** Lanes of statements. */
export function statementLanes(page: TimelinePage): StatementLane[] {
  return page.statements.slice(0, MOST_STATEMENTS).map(({ from, to, scope, verdict }) => ({
    said: { from, to },
    scope: scope === null ? null : { from: scope.from, to: scope.to + 1 },
    broken: verdict === 'contradicted' || verdict === 'at-odds',
  }));
}

/** Bins ready to be drawn. */
export function binsOf(answer: TimelineBins): Bins {
  const cells = cellsOf(answer, answer.pairs.length);
  const totals = totalsOf(answer);
  const scale = scaleFor(cells.contacts.reduce((most, count) => Math.max(most, count), 0));
  return {
    cells,
    shades: shadesOf(cells, scale),
    scale,
    totals,
    most: totals.contacts.reduce((most, count) => Math.max(most, count), 0),
  };
}
