/** Draws what stands around the pairs: events, all contacts together, the axis, statements, coverage, the brush. */
import type { Stretch } from '../days.ts';
import { lanesFor } from '../lanes.ts';
import { heavyLines, ticksOf } from '../ticks.ts';
import { type TimeView, xOf } from '../view.ts';
import type { Scene } from './scene.ts';

/** The canvas, what of it is seen, and the hatching of this theme. */
export interface Sheet {
  readonly context: CanvasRenderingContext2D;
  readonly view: TimeView;
  readonly width: number;
  readonly hatch: CanvasPattern | null;
}

/** Ends of a stretch in pixels, cut to the sheet; null where nothing of it is seen. */
function across({ view, width }: Sheet, { from, to }: Stretch): readonly [left: number, right: number] | null {
  const left = Math.max(0, xOf(view, width, from));
  const right = Math.min(width, xOf(view, width, to));
  return right > left ? [left, right] : null;
}

function fill(sheet: Sheet, stretch: Stretch, top: number, height: number): void {
  const ends = across(sheet, stretch);
  if (ends !== null) sheet.context.fillRect(ends[0], top, Math.max(1, ends[1] - ends[0]), height);
}

/** Behind everything: hatching where no record reaches, and the lines of the calendar. */
export function paintGround(sheet: Sheet, { uncovered, sections, palette, offsetAt }: Scene): void {
  const { context, view, width } = sheet;
  const { rows, totals } = sections;
  if (sheet.hatch !== null) {
    context.fillStyle = sheet.hatch;
    for (const gap of uncovered) {
      fill(sheet, gap, rows.top, rows.each * rows.count);
      fill(sheet, gap, totals.top, totals.each);
    }
  }
  context.fillStyle = palette.rule;
  for (const at of heavyLines(view, width, offsetAt)) {
    const x = Math.round(xOf(view, width, at));
    if (x > 0) context.fillRect(x, totals.top, 1, sections.height - totals.top);
  }
}

/** All pairs together: a bar a bin, its dark foot what is undisclosed; outlined where nothing of it is certain. */
export function paintTotals(sheet: Sheet, { bins, sections, palette }: Scene): void {
  const { context, view, width } = sheet;
  const { top, each } = sections.totals;
  context.fillStyle = palette.edge;
  context.fillRect(0, top + each - 1, width, 1);
  if (bins === null || bins.most === 0) return;
  const { totals, most } = bins;
  for (let cell = 0; cell < totals.bin.length; cell++) {
    const bin = totals.bin[cell]!;
    const left = Math.round(xOf(view, width, totals.edges[bin]!));
    const right = Math.round(xOf(view, width, totals.edges[bin + 1]!));
    if (right < 0 || left > width) continue;
    const wide = Math.max(1, right - left - (right - left > 3 ? 1 : 0));
    const bar = (count: number): number => (count === 0 ? 0 : Math.max(1, (count / most) * (each - 6)));
    const pieces = [
      [totals.contacts[cell]!, palette.unsure],
      [totals.certain[cell]!, palette.certain],
      [totals.undisclosed[cell]!, palette.ink],
    ] as const;
    for (const [count, colour] of pieces) {
      context.fillStyle = colour;
      context.fillRect(left, top + each - 1 - bar(count), wide, bar(count));
    }
  }
}

/** Ticks with two lines of words. */
export function paintAxis(sheet: Sheet, { sections, palette, offsetAt }: Scene): void {
  const { context, view, width } = sheet;
  const { top } = sections.axis;
  context.font = `12px ${palette.sans}`;
  context.textBaseline = 'top';
  let free = -1;
  for (const { at, label, under } of ticksOf(view, width, offsetAt)) {
    const x = xOf(view, width, at);
    context.fillStyle = palette.edge;
    context.fillRect(Math.round(x), top, 1, 5);
    context.fillStyle = palette.soft;
    if (x + context.measureText(label).width < width) context.fillText(label, x + 3, top + 3);
    if (under === null || x < free) continue;
    context.fillStyle = palette.ink;
    const wide = context.measureText(under).width;
    const left = Math.min(x + 3, width - wide);
    context.fillText(under, left, top + 18);
    free = left + wide + 8;
  }
}

/** Events as lines through everything, with their words where there is room. */
export function paintEvents(sheet: Sheet, { events, sections, palette }: Scene): void {
  const { context, view, width } = sheet;
  context.font = `600 12px ${palette.sans}`;
  context.textBaseline = 'middle';
  const seen = events.filter(({ from, to }) => to >= view.from && from <= view.to);
  const marks = seen.map(({ from, text }) => {
    const wide = context.measureText(text).width + 12;
    return { left: Math.min(Math.max(0, xOf(view, width, from)), Math.max(0, width - wide)), width: wide };
  });
  const lanes = lanesFor(marks, sections.events.count);
  seen.forEach((event, place) => {
    const x = Math.round(xOf(view, width, event.from));
    const lane = lanes[place] ?? null;
    const top = lane === null ? sections.totals.top : sections.events.top + lane * sections.events.each;
    context.strokeStyle = palette.ink;
    context.lineWidth = 1;
    context.setLineDash([4, 3]);
    context.beginPath();
    context.moveTo(x + 0.5, top);
    context.lineTo(x + 0.5, sections.height);
    context.stroke();
    context.setLineDash([]);
  });
  seen.forEach((event, place) => {
    const lane = lanes[place] ?? null;
    if (lane === null) return;
    const top = sections.events.top + lane * sections.events.each;
    const left = marks[place]!.left + 4;
    context.fillStyle = palette.paper;
    context.fillRect(left - 2, top, marks[place]!.width - 6, sections.events.each - 1);
    context.fillStyle = palette.ink;
    context.fillText(event.text, left, top + sections.events.each / 2);
  });
}

/** What was said: its scope as a bar, heavier where the records break it, and a diamond on the day it was said. */
export function paintStatements(sheet: Sheet, { statements, sections, palette }: Scene): void {
  const { context, view, width } = sheet;
  const { top, each } = sections.statements;
  statements.forEach(({ said, scope, broken }, lane) => {
    const middle = top + lane * each + sections.nameRoom + (each - sections.nameRoom) / 2;
    context.fillStyle = palette.told;
    if (scope !== null) fill(sheet, scope, middle - (broken ? 4 : 1), broken ? 8 : 2);
    const x = xOf(view, width, said.from);
    context.beginPath();
    context.moveTo(x, middle - 6);
    context.lineTo(x + 6, middle);
    context.lineTo(x, middle + 6);
    context.lineTo(x - 6, middle);
    context.closePath();
    context.fillStyle = palette.paper;
    context.fill();
    context.lineWidth = 2;
    context.strokeStyle = palette.told;
    context.stroke();
  });
}

/** What the records reach: full where a source is declared complete, a thin line where items are seen, hatched where nothing is. */
export function paintCoverage(sheet: Sheet, { coverage, sections, palette }: Scene): void {
  const { context, view } = sheet;
  const { top, each } = sections.coverage;
  coverage.forEach(({ declared, active }, lane) => {
    const from = top + lane * each + sections.nameRoom + 5;
    const height = each - sections.nameRoom - 9;
    if (sheet.hatch !== null) {
      context.fillStyle = sheet.hatch;
      fill(sheet, view, from, height);
    }
    for (const stretch of active) {
      context.fillStyle = palette.paper;
      fill(sheet, stretch, from - 1, height + 2);
      context.fillStyle = palette.edge;
      fill(sheet, stretch, from + height / 2 - 1, 2);
    }
    context.fillStyle = palette.soft;
    for (const stretch of declared) fill(sheet, stretch, from, height);
  });
}

/** What everything else is filtered by: the rest lies under a veil, its ends are drawn. */
export function paintBrush(sheet: Sheet, { brush, sections, palette }: Scene): void {
  if (brush === null) return;
  const { context, view } = sheet;
  const { top } = sections.totals;
  const height = sections.height - top;
  context.globalAlpha = 0.6;
  context.fillStyle = palette.paper;
  if (brush.from > view.from) fill(sheet, { from: view.from, to: brush.from }, top, height);
  if (brush.to < view.to) fill(sheet, { from: brush.to, to: view.to }, top, height);
  context.globalAlpha = 1;
  context.fillStyle = palette.ink;
  for (const end of [brush.from, brush.to]) {
    const x = xOf(view, sheet.width, end);
    if (x >= 0 && x <= sheet.width) context.fillRect(Math.round(x) - 1, top, 2, sections.totals.each);
  }
}
