/** All files of the case that are generated. */
import { encode } from './form/charset.ts';
import { BRIEFING } from './story/press.ts';
import { world } from './world.ts';
import { CALENDAR, calendar } from './write/calendar.ts';
import { CARRIER_A, CARRIER_B, carrierA, carrierB } from './write/carriers.ts';
import { lobbyRegister, REGISTER } from './write/lobby.ts';
import { MAILBOX, mailbox } from './write/mailboxes.ts';
import { truthFile } from './write/truth.ts';
import { VISITORS, visitorLog } from './write/visitors.ts';

/**
 * Makes the sources and the truth.
 * @returns bytes by path from the case folder; the same bytes every time and everywhere
 */
export function generate(): ReadonlyMap<string, Uint8Array> {
  const made = world();
  const chief = mailbox(made.mails, 'chief');
  const adviser = mailbox(made.mails, 'adviser');
  const a = carrierA(made.calls);
  const b = carrierB(made.calls);
  const log = visitorLog(made.meetings, made.visits);
  const register = lobbyRegister(made.entries);
  const places = { boxes: { chief: chief.kept, adviser: adviser.kept }, a, b, log, register };
  const counts = {
    [MAILBOX.chief]: chief.kept.length,
    [MAILBOX.adviser]: adviser.kept.length,
    [CARRIER_A]: a.rows.length,
    [CARRIER_B]: b.rows.length,
    [VISITORS]: log.count,
    [REGISTER]: made.entries.length,
  };
  return new Map([
    [MAILBOX.chief, chief.bytes],
    [MAILBOX.adviser, adviser.bytes],
    [CARRIER_A, a.bytes],
    [CARRIER_B, b.bytes],
    [CALENDAR, calendar(made.meetings)],
    [VISITORS, log.bytes],
    [REGISTER, register.bytes],
    ['sources/press-briefing.txt', encode(BRIEFING, 'utf-8')],
    ['truth.yaml', encode(truthFile(made, places, counts), 'utf-8')],
  ]);
}
