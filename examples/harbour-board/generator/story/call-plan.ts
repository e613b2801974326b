/** How planted calls are written down. */
import type { Call, Truth } from '../cast/events.ts';
import { PRIVATE, who } from '../cast/people.ts';

export const CHIEF = 'harbour-chief-of-staff';

/** A person's line: `chief/desk`, `chief/mobile`. */
function line(id: string, kind: 'desk' | 'mobile'): string {
  const number = who(id)[kind];
  if (number === undefined) throw new RangeError(`${id} has no ${kind}`);
  return number;
}

/** A planted call in short: who called whom on which line. */
export interface Plan {
  readonly id: string;
  readonly when: string;
  readonly from: readonly [id: string, number: string];
  readonly to: readonly [id: string, number: string];
  readonly seconds: number;
  readonly disclosed: Truth['disclosed'];
  readonly more?: Partial<Truth>;
  readonly call?: Partial<Call>;
}

export const desk = (id: string): [string, string] => [id, line(id, 'desk')];
export const mobile = (id: string): [string, string] => [id, line(id, 'mobile')];
export const newLobby: [string, string] = ['contractor-lobbyist', PRIVATE.lobbyistMobile];
export const oldLobby: [string, string] = ['contractor-lobbyist', PRIVATE.lobbyistOldMobile];
export const chief: [string, string] = mobile(CHIEF);
export const director: [string, string] = mobile('contractor-director');
