/** How ordinary mail is put together: sentences of one topic, with places in braces that words fill. */
import type { Random } from '../form/random.ts';

export interface Topic {
  readonly subject: readonly string[];
  /** The first mail: one of each. */
  readonly open: readonly string[];
  readonly detail: readonly string[];
  readonly ask: readonly string[];
  /** Answers in turn. */
  readonly reply: readonly string[];
}

const SLOTS: Readonly<{ [slot: string]: readonly string[] }> = {
  ship: [
    'M/S Silverlax',
    'M/T Brännskär',
    'M/S Ejdern',
    'M/V Gråhaken',
    'M/S Vitgarn',
    'M/T Oljeberg',
    'M/S Kornett',
    'M/V Tumlaren',
    'M/S Ålandia',
    'M/V Sälgrund',
    'M/S Strömming',
    'M/T Havsro',
  ],
  berth: [
    'Berth 2',
    'Berth 3',
    'Berth 4',
    'Berth 6',
    'Berth 8',
    'Berth 9',
    'Berth 10',
    'Berth 12',
    'Quay 1',
    'Quay 2',
    'Quay 3',
    'Quay 5',
    'the oil jetty',
    'the ferry berth',
  ],
  cargo: [
    'rapeseed',
    'sawn timber',
    'road salt',
    'wood pellets',
    'steel coils',
    'paper reels',
    'gravel',
    'malting barley',
    'fertiliser',
    'containers',
  ],
  tonnes: ['800', '1,200', '1,950', '2,400', '3,100', '4,600', '5,250', '7,000'],
  amount: ['12,400', '18,750', '23,000', '36,500', '48,200', '61,900', '84,000', '115,300'],
  weekday: ['Monday', 'Tuesday', 'Wednesday', 'Thursday', 'Friday'],
  hour: ['07:30', '08:15', '09:00', '10:00', '11:30', '13:00', '14:00', '15:30'],
  metres: ['3.5', '4.2', '5.0', '6.1', '7.3', '8.4', '9.2'],
  number: ['two', 'three', 'four', 'five', 'six', 'seven', 'eight'],
  room: ['the pilot house', 'the blue room', 'the map room', 'meeting room 2', 'the canteen'],
  gear: ['fender', 'bollard', 'ladder', 'mooring hook', 'light pole', 'water post', 'gangway'],
  place: [
    'the north pier',
    'the breakwater',
    'the inner basin',
    'the timber yard',
    'the gate in Lotsgatan',
    'the old customs house',
    'the slipway',
    'the rail siding',
  ],
};

/** Puts words into the places of a text; equal places of one mail get equal words. */
export function filled(text: string, random: Random, chosen: Map<string, string>): string {
  return text.replace(/\{(\w+)\}/g, (_, slot: string) => {
    const known = chosen.get(slot);
    if (known !== undefined) return known;
    const words = SLOTS[slot];
    if (words === undefined) throw new RangeError(`no words for ${slot}`);
    const word = random.pick(words);
    chosen.set(slot, word);
    return word;
  });
}

/** Breaks a paragraph at 72 characters. */
export function wrapped(text: string): string {
  const lines: string[] = [];
  let line = '';
  for (const word of text.split(' ')) {
    if (line !== '' && line.length + 1 + word.length > 72) {
      lines.push(line);
      line = word;
    } else line = line === '' ? word : `${line} ${word}`;
  }
  return [...lines, line].join('\n');
}
