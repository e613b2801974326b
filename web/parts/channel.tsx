/** Ways of contact, as a sign and a word. */
import type { VNode } from 'preact';
import type { Channel as Way } from '../../src/model/definition.ts';
import { durationText } from '../text/number.ts';

/** Drawn by lines alone, in a box of 16 by 16. */
const SIGNS: Readonly<Record<Way, string>> = {
  mail: 'M1.5 3.5h13v9h-13zM1.5 4L8 9l6.5-5',
  call: 'M4 1.8L6 5 4.8 6.7c.8 2 2.3 3.5 4.4 4.5L10.8 10l3.4 2c-.3 1.7-1.6 2.6-3.2 2.3C6.5 13.2 2.8 9.5 1.8 5c-.3-1.7.6-2.9 2.2-3.2z',
  text: 'M1.5 2.5h13V11H7l-3.5 3v-3h-2z',
  meeting:
    'M5 2.2a2 2 0 1 0 .01 0zM11 2.2a2 2 0 1 0 .01 0zM1.5 13.5c0-3 1.5-5 3.5-5s3 1.5 3 3c0-1.5 1-3 3-3s3.5 2 3.5 5',
  visit: 'M3 14.5v-13h7v13M10 3.5h3v11M7.5 8v.6M1.5 14.5h13',
  report: 'M3 1.5h7l3 3v10H3zM5.5 7h5M5.5 9.5h5M5.5 12h3',
};

interface Props {
  readonly channel: Way;
  /** Seconds; shown for what lasts. */
  readonly duration?: number | null;
}

/** Such as "☎ call, 6 min". */
export function Channel({ channel, duration = null }: Props): VNode {
  return (
    <span class="channel">
      <svg class="channel-sign" viewBox="0 0 16 16" aria-hidden="true">
        <path d={SIGNS[channel]} />
      </svg>
      <span>
        {channel}
        {duration !== null && duration > 0 && <span class="grade">, {durationText(duration)}</span>}
      </span>
    </span>
  );
}
