/** The coverage strip: on which days the records could have shown a contact, and the disclosures have told of one. */
import type { VNode } from 'preact';
import type { CoverageCalendar, Days } from '../../src/server/shapes/sources.ts';
import { dayText, dayTicks } from '../text/days.ts';
import { counted } from '../text/number.ts';
import { Written } from './written.tsx';

interface Extent {
  readonly from: number;
  readonly to: number;
}

/** From the first to the last day that anything reaches; null where nothing does. */
function extentOf({ records, disclosures }: CoverageCalendar): Extent | null {
  const all = [
    ...records.flatMap(({ declared, active }) => [...declared, ...active]),
    ...disclosures.flatMap((row) => row.declared),
  ];
  if (all.length === 0) return null;
  return {
    from: all.reduce((least, { from }) => Math.min(least, from), Number.POSITIVE_INFINITY),
    to: all.reduce((most, { to }) => Math.max(most, to), Number.NEGATIVE_INFINITY),
  };
}

function Stretches({
  days,
  extent,
  css,
}: {
  readonly days: readonly Days[];
  readonly extent: Extent;
  readonly css: string;
}): VNode {
  const whole = extent.to - extent.from + 1;
  const share = (count: number): string => `${(100 * count) / whole}%`;
  return (
    <>
      {days.map(({ from, to }) => (
        <span
          key={`${from}-${to}`}
          class={`stretch ${css}`}
          style={{ left: share(from - extent.from), width: share(to - from + 1) }}
          title={`${dayText(from)} to ${dayText(to)}`}
        />
      ))}
    </>
  );
}

function spansText(days: readonly Days[]): string {
  const first = days.slice(0, 3).map(({ from, to }) => `${dayText(from)} to ${dayText(to)}`);
  return days.length > 3 ? `${first.join(', ')} and ${days.length - 3} more` : first.join(', ');
}

/** What a strip shows, for those who hear it. */
function stripWords(declared: readonly Days[], active: readonly Days[]): string {
  const parts = [
    ...(declared.length > 0 ? [`declared complete ${spansText(declared)}`] : []),
    ...(active.length > 0 ? [`items seen before and after ${spansText(active)}`] : []),
  ];
  return parts.length > 0 ? parts.join('; ') : 'no day covered';
}

interface StripProps {
  readonly title: VNode;
  readonly note: string;
  readonly declared: readonly Days[];
  readonly active: readonly Days[];
  readonly extent: Extent;
  readonly side: 'record' | 'told';
}

function Strip({ title, note, declared, active, extent, side }: StripProps): VNode {
  return (
    <li class="strip">
      <span class="strip-title">
        {title} <span class="grade">{note}</span>
      </span>
      <span class={`strip-days ${side}`}>
        <span class="heard">{stripWords(declared, active)}</span>
        <Stretches days={active} extent={extent} css="active" />
        <Stretches days={declared} extent={extent} css="declared" />
      </span>
    </li>
  );
}

/** Records above, disclosures below, on one axis of days. */
export function CoverageStrip({ calendar }: { readonly calendar: CoverageCalendar }): VNode {
  const extent = extentOf(calendar);
  if (extent === null)
    return (
      <p class="fine">
        No source says which days it reaches, and none shows an account active: “none found” cannot be said. Give
        sources a <code>scope</code> in <code>case.yaml</code>.
      </p>
    );
  const whole = extent.to - extent.from + 1;
  return (
    <figure class="coverage">
      <figcaption>
        Days that are reached. <Key css="record declared" /> declared complete <Key css="record active" /> items seen
        before and after <Key css="told declared" /> disclosures loaded <Key css="record" /> none
      </figcaption>
      <ul class="strips">
        {calendar.records.map((row) => (
          <Strip
            key={`${row.source} ${row.channel}`}
            title={row.source === null ? <>declared in case.yaml</> : <Written text={row.source} limit={80} />}
            note={`${row.channel}, ${counted(row.accounts, 'account')}${row.own ? '' : ', whose is not said'}`}
            declared={row.declared}
            active={row.active}
            extent={extent}
            side="record"
          />
        ))}
        {calendar.disclosures.map((row) => (
          <Strip
            key={`to ${row.audience}`}
            title={
              <>
                Disclosures to <Written text={row.audience} limit={60} />
              </>
            }
            note={counted(row.parties, 'discloser')}
            declared={row.declared}
            active={[]}
            extent={extent}
            side="told"
          />
        ))}
      </ul>
      <div class="strip-axis" aria-hidden="true">
        {dayTicks(extent.from, extent.to, 8).map(({ day, text }) => (
          <span key={day} style={{ left: `${(100 * (day - extent.from)) / whole}%` }}>
            {text}
          </span>
        ))}
      </div>
    </figure>
  );
}

function Key({ css }: { readonly css: string }): VNode {
  const [side, kind] = css.split(' ');
  return (
    <span class={`strip-key strip-days ${side}`} aria-hidden="true">
      {kind !== undefined && <span class={`stretch ${kind}`} />}
    </span>
  );
}
