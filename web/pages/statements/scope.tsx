/** The scope of a claim, drawn: the period that it is about, the contacts that fall into it, and when it was said. */
import type { VNode } from 'preact';
import type { WholeClaim } from '../../../src/server/shapes/statements.ts';
import { useZone } from '../../data/case-line.ts';
import { dayIn, dayTicks } from '../../text/days.ts';
import { counted } from '../../text/number.ts';
import { scopePicture } from '../../text/scope.ts';

const DAY = 86_400;

function periodWords({ from, to }: WholeClaim['scope'], zone: string): string {
  if (from === null && to === null) return 'all time';
  return `${from === null ? 'the beginning' : dayIn(from, zone)} to ${to === null ? 'no end' : dayIn(to, zone)}`;
}

/** A strip with marks; nothing where no time is known. */
export function Scope({ claim }: { readonly claim: WholeClaim }): VNode | null {
  const zone = useZone();
  const times = claim.contacts.flatMap(({ time }) => time.earliest ?? []);
  const picture = scopePicture({ ...claim.scope, said: claim.saidSpan?.from ?? null, contacts: times });
  if (picture === null) return null;
  const { first, last, scope, said, contacts } = picture;
  const share = (part: number): string => `${100 * part}%`;
  const axis = (day: number): number => (day * DAY - first) / (last - first);
  const more = claim.contactsInAll - times.length;
  return (
    <figure class="scope">
      <figcaption>
        The claim is about {periodWords(claim.scope, zone)} (band); {counted(times.length, 'contact')} (strokes)
        {more > 0 && `, ${more} more not drawn`}; said {claim.said} (triangle).
      </figcaption>
      <div class="scope-axis" aria-hidden="true">
        <span
          class={`scope-band${scope.openFrom ? ' open-from' : ''}${scope.openTo ? ' open-to' : ''}`}
          style={{ left: share(scope.from), width: share(scope.to - scope.from) }}
        />
        {contacts.map((place, at) => (
          <span key={at} class="scope-contact" style={{ left: share(place) }} />
        ))}
        {said !== null && <span class="scope-said" style={{ left: share(said) }} />}
      </div>
      <div class="strip-axis scope-ticks" aria-hidden="true">
        {dayTicks(Math.ceil(first / DAY), Math.floor(last / DAY), 7).map(({ day, text }) => (
          <span key={day} style={{ left: share(axis(day)) }}>
            {text}
          </span>
        ))}
      </div>
    </figure>
  );
}
