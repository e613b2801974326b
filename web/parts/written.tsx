/** Text as somebody wrote it, who may mean harm: always text, apart from what stands around it, nothing in it invisible. */
import type { ComponentChildren, VNode } from 'preact';
import type { CutText } from '../../src/server/shapes/answer.ts';
import { grouped } from '../text/number.ts';
import { beginning, datesIn, visible } from '../text/visible.ts';

/** Characters that a line of a list can want; pages that show a text whole give their own limit. */
const LINE = 240;

interface Props {
  readonly text: string | CutText;
  /** UTF-16 units that are shown at most. */
  readonly limit?: number;
}

/** A text from a record. The direction of its letters stays inside it, and characters that cannot be seen are named. */
export function Written({ text, limit = LINE }: Props): VNode {
  const whole = typeof text === 'string' ? { text, cutFrom: null } : text;
  const start = beginning(whole.text, limit);
  const of = whole.cutFrom ?? start.of;
  return (
    <bdi class="written">
      {visible(start.text).map((stretch) =>
        typeof stretch === 'string' ? unbroken(stretch) : <span class="hidden-character">{stretch.hidden}</span>,
      )}
      {of !== null && <span class="cut"> … cut; {grouped(of)} characters in all</span>}
    </bdi>
  );
}

function unbroken(text: string): ComponentChildren {
  const pieces = datesIn(text);
  if (pieces.length === 1) return text;
  return pieces.map((piece, at) => (at % 2 === 0 ? piece : <span class="moment">{piece}</span>));
}
