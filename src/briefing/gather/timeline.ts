/** What the timeline shows: the contacts of both sides of the headline question at any time, by party. */
import { resolveDay } from '../../case/files/index.ts';
import type { OpenCase } from '../../case/open.ts';
import { type ContactView, contactList } from '../../case/views/contacts.ts';
import { type CountByView, countByView, countedContacts, countView } from '../../case/views/count.ts';
import { type AskedCount, askedCount } from '../../case/views/question.ts';
import { instantText } from '../../case/views/time.ts';
import type { Timeline, TimelineEvent, TimelineLane, TimelineMark } from '../figures.ts';
import { coverageStrips } from './coverage.ts';

/** Parties with a lane of their own. */
const LANES = 7;
/** Contacts that are drawn. */
const MARKS = 1500;

/** Last day of a month. @param month YYYY-MM */
function lastOfMonth(month: string): string {
  const [year, number] = month.split('-').map(Number) as [number, number];
  return new Date(Date.UTC(year, number, 0)).toISOString().slice(0, 10);
}

/** First and last day of a time as views write it; null where there is none. */
function daysOf(time: string | null): readonly [string, string] | null {
  if (time === null) return null;
  const [start = '', end = start] = time.split('/');
  const first = start.length === 4 ? `${start}-01-01` : start.length === 7 ? `${start}-01` : start.slice(0, 10);
  const last = end.length === 4 ? `${end}-12-31` : end.length === 7 ? lastOfMonth(end) : end.slice(0, 10);
  return [first, last];
}

/** The same question at any time. */
function atAnyTime({ question, list }: AskedCount): AskedCount {
  return askedCount({ ...question, from: null, to: null }, list);
}

function eventsOf({ files }: OpenCase, from: string, to: string): TimelineEvent[] {
  return files.case.events
    .flatMap(({ id, what }) => {
      const days = resolveDay(files, id);
      return days === null ? [] : [{ id, what, ...days }];
    })
    .filter(({ first, last }) => last >= from && first <= to)
    .sort((a, b) => (`${a.first} ${a.id}` < `${b.first} ${b.id}` ? -1 : 1));
}

interface Drawn {
  readonly view: ContactView;
  readonly days: readonly [string, string];
}

function lanesOf(
  drawn: readonly Drawn[],
  rows: readonly CountByView[],
  certain: ReadonlySet<number>,
  undisclosed: ReadonlySet<number>,
): TimelineLane[] {
  const named = rows.filter(({ isAll, party }) => !isAll && party !== null).slice(0, LANES);
  const lanes = named.map(({ party, name }) => ({ party, name: name ?? party!, marks: [] as TimelineMark[] }));
  const rest = { party: null, name: 'others', marks: [] as TimelineMark[] };
  for (const { view, days } of drawn) {
    const ends = [...view.from, ...view.to];
    const touched = lanes.filter(({ party }) => ends.some(({ parties }) => parties.includes(party!)));
    for (const lane of touched.length > 0 ? touched : [rest]) {
      const end = ends.find(({ parties }) => lane.party !== null && parties.includes(lane.party));
      lane.marks.push({
        contact: view.id,
        first: days[0],
        last: days[1],
        channel: view.channel,
        certain: certain.has(view.no) && (end === undefined || end.grade === 'certain'),
        undisclosed: undisclosed.has(view.no),
      });
    }
  }
  return rest.marks.length > 0 ? [...lanes, rest] : lanes;
}

/**
 * The timeline of a question; null where there is no contact with a day.
 * @throws CaseError when it names no group and no party
 */
export async function timelineOf(open: OpenCase, asked: AskedCount): Promise<Timeline | null> {
  const any = atAnyTime(asked);
  const { numbers, certain } = await countedContacts(open, any);
  const count = await countView(open, any, false);
  const rows = await countByView(open, any, ['party'], LANES);
  const views = await contactList(open, [...numbers.slice(0, MARKS)]);
  const drawn = views.flatMap((view): Drawn[] => {
    const days = daysOf(view.time);
    return days === null ? [] : [{ view, days }];
  });
  if (drawn.length === 0) return null;
  const { zone } = open.files.case;
  const day = (instant: number | null): string | null =>
    instant === null ? null : instantText(instant, zone).slice(0, 10);
  const window = { first: day(asked.question.from), last: day(asked.question.to) };
  const firsts = [...drawn.map(({ days }) => days[0]), ...(window.first === null ? [] : [window.first])].sort();
  const lasts = [...drawn.map(({ days }) => days[1]), ...(window.last === null ? [] : [window.last])].sort();
  const [from, to] = [firsts[0]!, lasts.at(-1)!];
  const sure = new Set([...numbers].filter((_, i) => certain[i] === 1));
  return {
    from,
    to,
    window,
    lanes: lanesOf(drawn, rows, sure, new Set(count.undisclosed?.listed ?? [])),
    events: eventsOf(open, from, to),
    coverage: await coverageStrips(open, any),
    undated: views.length - drawn.length,
    leftOut: numbers.length - views.length,
  };
}
