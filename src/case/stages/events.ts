/** The stage of events: fills event, and prepares what the detector of rates asks about. */
import { dayNumber } from '../../coverage/day-ranges.ts';
import { sharedDay } from '../../coverage/local-days.ts';
import type { ExposedChannel } from '../../detectors/rates/series.ts';
import type { Ledger } from '../../ledger/ledger.ts';
import { RATE_ASKED, RATE_DAY, RATE_DAYS } from '../../ledger/queries/detectors/rate-change.ts';
import { CHANNELS } from '../../model/definition.ts';
import { partyExposure } from '../coverage.ts';
import { type CaseFiles, resolveDay } from '../files/index.ts';
import { rateContacts } from '../rates/contacts.ts';
import { exposedChannels } from '../rates/exposed.ts';
import { type NamedSides, namedSides } from '../rates/named.ts';
import { withSides } from '../sides.ts';

async function writeEvents(ledger: Ledger, files: CaseFiles): Promise<number> {
  const events = files.case.events.flatMap((event) => {
    const days = resolveDay(files, event.on);
    return days === null ? [] : [{ ...event, from: dayNumber(days.first), to: dayNumber(days.last) }];
  });
  await ledger.append('event', events.length, {
    event_no: events.map((_, i) => i),
    id: events.map(({ id }) => id),
    what: events.map(({ what }) => what),
    from_day: events.map(({ from }) => from),
    to_day: events.map(({ to }) => to),
  });
  return events.length;
}

/** One line for RATE_ASKED: a named question with its covered days and its contacts. */
async function questionLine(ledger: Ledger, files: CaseFiles, sides: NamedSides, no: number): Promise<string> {
  const asked = { ...sides, from: null, to: null, channels: null };
  const { definition } = files.case.definition;
  const value = await withSides(ledger, sides, async () => {
    const { contacts, ids, told } = await rateContacts(ledger, { ...asked, definition }, files.case.zone);
    const exposed = await exposedChannels({ ledger, files }, asked);
    const listed = contacts.map((c, i) => [c.no, c.channel, c.first, c.last, String(ids[i])]);
    return { ...sides, exposed, contacts: listed, told };
  });
  return `question ${no} ${JSON.stringify(value)}`;
}

/** Lines for RATE_ASKED: the covered days of each party. */
async function partyLines(ledger: Ledger, files: CaseFiles): Promise<string[]> {
  const exposed = await partyExposure({ ledger, files }, null);
  return [...Map.groupBy(exposed, ({ party }) => party)].map(([party, of]) => {
    const channels = of.map(
      ({ channel, days }): ExposedChannel => ({ channel: CHANNELS.indexOf(channel), days, whole: days, changes: [] }),
    );
    return `party ${party} ${JSON.stringify(channels)}`;
  });
}

/**
 * Fills event from case.yaml, and the temporary tables rate_day and rate_asked. Pairs are looked at only around events.
 * A side that names nobody is left out: nothing can be counted for it.
 */
export async function eventsStage(ledger: Ledger, files: CaseFiles): Promise<void> {
  const events = await writeEvents(ledger, files);
  const days = await ledger.columns<{ utc_day: Int32Array }>(RATE_DAYS);
  const shared = Array.from(events === 0 ? [] : days.utc_day, (day) => sharedDay(files.case.zone, day));
  await ledger.run(RATE_DAY, { lines: shared.map((d) => `${d.utcDay} ${d.localDay} ${d.cut}`).join('\n') });
  const lines: string[] = [];
  for (const [no, sides] of namedSides(files).entries()) {
    try {
      lines.push(await questionLine(ledger, files, sides, no));
    } catch (error) {
      if (!(error instanceof RangeError)) throw error;
    }
  }
  if (events > 0) lines.push(...(await partyLines(ledger, files)));
  await ledger.run(RATE_ASKED, { lines: lines.join('\n') });
}
