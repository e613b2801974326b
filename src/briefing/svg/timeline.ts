/** The timeline as a picture: contacts a week, a lane for each party, events, and the days that the records cover. */
import type { Timeline, TimelineLane, TimelineMark } from '../figures.ts';
import { html, type Markup } from '../markup.ts';
import { spanText } from '../wording.ts';
import { type DayScale, dayScale, ticksOf, unit, weekOf } from './scale.ts';

/** How wide a picture is drawn, and whether names stand beside the lanes or above them. */
export interface Drawing {
  readonly id: string;
  readonly width: number;
  readonly beside: boolean;
}

const BARS = 74;
const TOP = 26;
const STRIP = 16;

/** A name that fits into so many characters. */
export function short(name: string, most: number): string {
  return name.length <= most ? name : `${name.slice(0, most - 1)}…`;
}

interface Week {
  readonly undisclosed: number;
  readonly certain: number;
  readonly all: number;
}

/** Contacts of each week; a contact on several lanes counts once, one whose week is not known stands in none. */
function weeksOf({ lanes }: Timeline, scale: DayScale): ReadonlyMap<number, Week> {
  const byContact = new Map(lanes.flatMap(({ marks }) => marks).map((mark) => [mark.contact, mark]));
  const weeks = new Map<number, Week>();
  for (const mark of byContact.values()) {
    const week = weekOf(scale, mark.first);
    if (week !== weekOf(scale, mark.last)) continue;
    const was = weeks.get(week) ?? { undisclosed: 0, certain: 0, all: 0 };
    weeks.set(week, {
      undisclosed: was.undisclosed + Number(mark.undisclosed && mark.certain),
      certain: was.certain + Number(mark.certain),
      all: was.all + 1,
    });
  }
  return weeks;
}

function barsOf(weeks: ReadonlyMap<number, Week>, scale: DayScale, left: number, right: number, id: string): Markup {
  const most = Math.max(1, ...[...weeks.values()].map(({ all }) => all));
  const wide = ((right - left) * 7) / (scale.last - scale.first + 1);
  const high = (count: number): number => ((BARS - 12) * count) / most;
  const floor = TOP + BARS;
  const bar = (week: number, from: number, to: number, kind: string): Markup | null => {
    const x = left + week * wide;
    const width = Math.min(wide, right - x);
    return to === from
      ? null
      : html`<rect class="${kind}" x="${unit(x + 0.6)}" y="${unit(floor - high(to))}" width="${unit(Math.max(1, width - 1.2))}" height="${unit(high(to) - high(from))}"/>`;
  };
  const drawn = [...weeks]
    .sort(([a], [b]) => a - b)
    .map(([week, { undisclosed, certain, all }]) => [
      bar(week, 0, undisclosed, 'full'),
      certain === undisclosed
        ? null
        : html`<g fill="url(#${id}-hatch)">${bar(week, undisclosed, certain, 'frame-fill')}</g>${bar(week, undisclosed, certain, 'frame')}`,
      bar(week, certain, all, 'maybe'),
    ]);
  return html`<line class="axis" x1="${left}" x2="${right}" y1="${floor}" y2="${floor}"/>${drawn}`;
}

function markOf(mark: TimelineMark, scale: DayScale, y: number): Markup {
  const x = scale.at(mark.first);
  if (mark.first !== mark.last)
    return html`<line class="maybe-line" x1="${unit(scale.start(mark.first))}" x2="${unit(scale.end(mark.last))}" y1="${y}" y2="${y}"/>`;
  if (!mark.certain)
    return html`<rect class="maybe" x="${unit(x - 3.6)}" y="${unit(y - 3.6)}" width="7.2" height="7.2"/>`;
  return html`<circle class="${mark.undisclosed ? 'full' : 'ring'}" cx="${unit(x)}" cy="${unit(y)}" r="${mark.undisclosed ? 4.4 : 3.8}"/>`;
}

/** Marks of a lane; those of neighbouring days are set off, so that each can be counted. */
function laneMarks(lane: TimelineLane, scale: DayScale, y: number): Markup[] {
  const sorted = [...lane.marks].sort((a, b) => (`${a.first} ${a.contact}` < `${b.first} ${b.contact}` ? -1 : 1));
  let [last, level] = [Number.NEGATIVE_INFINITY, 0];
  return sorted.map((mark) => {
    const x = scale.at(mark.first);
    level = x - last < 5 ? (level + 1) % 3 : 0;
    last = x;
    return markOf(mark, scale, y - [0, 5, -5][level]!);
  });
}

function lanesOf(
  { lanes }: Timeline,
  scale: DayScale,
  drawing: Drawing,
  left: number,
  right: number,
  from: number,
): Markup[] {
  const high = drawing.beside ? 27 : 40;
  return lanes.map((lane, i) => {
    const y = from + i * high + high - 11;
    const name = drawing.beside
      ? html`<text font-size="12" x="${left - 8}" y="${y + 4}" text-anchor="end">${short(lane.name, 22)}</text>`
      : html`<text font-size="12" x="${left}" y="${y - 13}">${short(lane.name, 40)}</text>`;
    return html`<line class="line" x1="${left}" x2="${right}" y1="${y}" y2="${y}"/>${name}${laneMarks(lane, scale, y)}`;
  });
}

function coverageOf(
  { coverage }: Timeline,
  scale: DayScale,
  drawing: Drawing,
  left: number,
  right: number,
  from: number,
): Markup[] {
  return coverage.map(({ channel, spans }, i) => {
    const y = from + i * STRIP;
    const words = `${channel}: covered`;
    const name = drawing.beside
      ? html`<text class="soft" font-size="11" x="${left - 8}" y="${y + 8}" text-anchor="end">${words}</text>`
      : html`<text class="soft" font-size="11" x="${left}" y="${y + 8}">${channel}</text>`;
    const start = drawing.beside ? left : left + 44;
    const drawn = spans.map(({ first, last, level }) => {
      const [a, b] = [Math.max(start, scale.start(first)), Math.max(start, scale.end(last))];
      const box = html`x="${unit(a)}" y="${y + 1}" width="${unit(Math.max(0, b - a))}" height="8"`;
      return level === 'whole'
        ? html`<rect class="cover" ${box}/>`
        : html`<rect fill="url(#${drawing.id}-hatch)" ${box}/><rect class="frame" ${box}/>`;
    });
    return html`${name}<line class="line" x1="${start}" x2="${right}" y1="${y + 5}" y2="${y + 5}"/>${drawn}`;
  });
}

function eventsOf({ events }: Timeline, scale: DayScale, bottom: number): Markup[] {
  return events.map(({ first }, i) => {
    const x = unit(scale.at(first));
    return html`<line class="event" x1="${x}" x2="${x}" y1="${TOP - 4}" y2="${bottom}"/><circle class="disc" cx="${x}" cy="${TOP - 12}" r="8.5"/><text class="disc-text" font-size="11" x="${x}" y="${TOP - 8}" text-anchor="middle">${i + 1}</text>`;
  });
}

/** What the picture shows, for those who do not see it. */
function timelineWords(timeline: Timeline): string {
  const marks = timeline.lanes.flatMap(({ marks: of }) => of);
  const undisclosed = new Set(marks.filter((mark) => mark.undisclosed && mark.certain).map(({ contact }) => contact))
    .size;
  const all = new Set(marks.map(({ contact }) => contact)).size;
  return `${all} contacts from ${spanText(timeline.from, timeline.to)}, ${undisclosed} of them certain and without a matching disclosure, on ${timeline.lanes.length} lines, one for each party. The table below has the same by month.`;
}

/** Most contacts of one week: the height of the tallest bar. */
export function tallestWeek(timeline: Timeline): number {
  const weeks = weeksOf(timeline, dayScale(timeline.from, timeline.to, 0, 1));
  return Math.max(0, ...[...weeks.values()].map(({ all }) => all));
}

/** Draws the timeline. */
export function timelineSvg(timeline: Timeline, drawing: Drawing): Markup {
  const { id, width, beside } = drawing;
  const [left, right] = [beside ? 158 : 4, width - 6];
  const scale = dayScale(timeline.from, timeline.to, left, right);
  const lanesFrom = TOP + BARS + 8;
  const lanesTo = lanesFrom + timeline.lanes.length * (beside ? 27 : 40) + 6;
  const axis = lanesTo + 4;
  const coverFrom = axis + 38;
  const height = coverFrom + timeline.coverage.length * STRIP + 4;
  const { first, last } = timeline.window;
  const [windowFrom, windowTo] = [scale.start(first ?? timeline.from), scale.end(last ?? timeline.to)];
  const ticks = ticksOf(scale, beside ? 14 : 7).map(({ day, words, year }, i, all) => {
    const x = unit(scale.start(day));
    const room = i === all.length - 1 && right - x < 24 ? 'end' : 'start';
    return html`<line class="axis" x1="${x}" x2="${x}" y1="${axis}" y2="${axis + 5}"/><text class="soft" font-size="11" x="${room === 'end' ? right : x}" y="${axis + 16}" text-anchor="${room}">${words}</text>${year === null ? null : html`<text class="soft" font-size="11" x="${room === 'end' ? right : x}" y="${axis + 29}" text-anchor="${room}">${year}</text>`}`;
  });
  return html`<svg viewBox="0 0 ${width} ${height}" role="img" aria-labelledby="${id}-t ${id}-d"><title id="${id}-t">Contacts over time</title><desc id="${id}-d">${timelineWords(timeline)}</desc><defs><pattern id="${id}-hatch" width="5" height="5" patternUnits="userSpaceOnUse" patternTransform="rotate(45)"><line class="hatch-line" x1="0" y1="0" x2="0" y2="5"/></pattern></defs><rect class="window" x="${unit(windowFrom)}" y="${TOP}" width="${unit(Math.max(0, windowTo - windowFrom))}" height="${axis - TOP}"/>${barsOf(weeksOf(timeline, scale), scale, left, right, id)}${lanesOf(timeline, scale, drawing, left, right, lanesFrom)}<line class="axis" x1="${left}" x2="${right}" y1="${axis}" y2="${axis}"/>${ticks}${coverageOf(timeline, scale, drawing, left, right, coverFrom)}${eventsOf(timeline, scale, axis)}</svg>`;
}
