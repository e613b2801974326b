/** Enter in a field of one line is "done": the keys act again. */
import type { TargetedKeyboardEvent } from 'preact';

/** For `onKeyDown` of a field that stands in no form. */
export function leaveOnEnter(event: TargetedKeyboardEvent<HTMLInputElement>): void {
  if (event.key === 'Enter' && !event.isComposing) event.currentTarget.blur();
}
