/** Everything that happens in the case, planted and ordinary. */
import type { Call, Entry, Mail, Meeting, Planted, Visit } from './cast/events.ts';
import { noiseCalls } from './noise/calls.ts';
import { machines } from './noise/machines.ts';
import { daysOf, dropIns, errands, hosted, internal } from './noise/meetings.ts';
import { threads } from './noise/threads.ts';
import { adviserMails, damagedMail } from './story/adviser-mails.ts';
import { calls } from './story/calls.ts';
import { disclosedMails, outsideMails } from './story/disclosed-mails.ts';
import { meetings, visits } from './story/meetings.ts';
import { entries, entryOfMeeting } from './story/register.ts';
import { runUpMails } from './story/run-up-mails.ts';
import { uncountedMails } from './story/uncounted-mails.ts';

export interface World {
  readonly planted: {
    readonly mails: readonly Planted<Mail>[];
    readonly calls: readonly Planted<Call>[];
    readonly meetings: readonly Planted<Meeting>[];
  };
  /** Planted and ordinary together. */
  readonly mails: readonly Mail[];
  readonly calls: readonly Call[];
  readonly meetings: readonly Meeting[];
  readonly visits: readonly Visit[];
  readonly entries: readonly Entry[];
  /** The one of which the archive lost most. */
  readonly damaged: Mail;
}

/** Makes the world; every call gives the same. */
export function world(): World {
  const planted = {
    mails: [...runUpMails(), ...disclosedMails(), ...outsideMails(), ...uncountedMails(), ...adviserMails()],
    calls: calls(),
    meetings: meetings(),
  };
  const story = planted.meetings.map((m) => m.event);
  const guests = hosted(daysOf(story));
  const ordinary = threads();
  const damaged = damagedMail();
  const registered = guests.map((m, i) => entryOfMeeting(`h${String(i + 1).padStart(2, '0')}`, m));
  return {
    planted,
    mails: [...planted.mails.map((m) => m.event), ...ordinary, ...machines(ordinary), damaged],
    calls: [...planted.calls.map((c) => c.event), ...noiseCalls()],
    meetings: [...story, ...guests, ...internal()],
    visits: [...visits(), ...errands(), ...dropIns()],
    entries: [...entries(planted.meetings), ...registered],
    damaged,
  };
}
