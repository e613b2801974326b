/** What stands above what on the timeline: from events down to the pairs, in CSS pixels. */

export interface Wanted {
  /** Lanes of labels of events. */
  readonly eventLanes: number;
  /** Statements, one lane each. */
  readonly statements: number;
  /** Lanes of coverage, one a channel. */
  readonly coverage: number;
  /** Pairs. */
  readonly rows: number;
  /** On a narrow page the names stand over the lanes, not beside them. */
  readonly narrow: boolean;
}

export interface Section {
  readonly top: number;
  /** Of one lane or row, and how many. */
  readonly each: number;
  readonly count: number;
}

export interface Sections {
  readonly events: Section;
  readonly totals: Section;
  readonly axis: Section;
  readonly statements: Section;
  readonly coverage: Section;
  readonly rows: Section;
  readonly height: number;
  /** Pixels at the top of each lane or row that its name takes on a narrow page. */
  readonly nameRoom: number;
}

const GAP = 10;

/** Places the sections. Those without lanes take no room. */
export function sectionsOf({ eventLanes, statements, coverage, rows, narrow }: Wanted): Sections {
  const nameRoom = narrow ? 17 : 0;
  let top = 0;
  const section = (each: number, count: number, gap = 0): Section => {
    const placed = { top, each, count };
    if (count > 0) top += each * count + gap;
    return placed;
  };
  return {
    events: section(17, eventLanes, 3),
    totals: section(56, 1),
    axis: section(36, 1, 4),
    statements: section(Math.max(24, 17 + nameRoom), statements, GAP),
    coverage: section(16 + nameRoom, coverage, GAP),
    rows: section(24 + nameRoom, rows, 2),
    height: top,
    nameRoom,
  };
}

/** The lane or row of a section at a height; null outside of it. */
export function laneAt(section: Section, y: number): number | null {
  const lane = Math.floor((y - section.top) / section.each);
  return lane >= 0 && lane < section.count ? lane : null;
}
