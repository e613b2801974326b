/** Names of time zones in the dates of mail. */

/**
 * Hours east of UTC of zone names: those of RFC 5322, 4.3, and names of later use that mean one zone only (BST and IST do
 * not).
 */
const NAMES =
  'ut 0 utc 0 gmt 0 z 0 wet 0 est -5 edt -4 cst -6 cdt -5 mst -7 mdt -6 pst -8 pdt -7 akst -9 akdt -8 hst -10 west 1 cet 1 ' +
  'met 1 mez 1 cest 2 mest 2 mesz 2 eet 2 eest 3 msk 3 msd 4 jst 9 kst 9 aest 10 aedt 11 nzst 12 nzdt 13';

const zones = new Map([...NAMES.matchAll(/(\w+) (-?\d+)/g)].map(([, name, hours]) => [name!, Number(hours) * 3600]));

/** Seconds east of UTC of an abbreviation in lower case; undefined when it means no zone, or several. */
export function zoneNamed(name: string): number | undefined {
  return zones.get(name);
}

const LONG_ZONES: Readonly<Record<string, number>> = {
  atlantic: -4,
  eastern: -5,
  central: -6,
  mountain: -7,
  pacific: -8,
};

/** Zones of North America written out, as Windows names them. @returns seconds east of UTC */
export function longZone(text: string): number | undefined {
  const match = /^(atlantic|eastern|central|mountain|pacific)\s+(standard|daylight)\s+time\b/i.exec(text);
  if (match === null) return undefined;
  return (LONG_ZONES[match[1]!.toLowerCase()]! + (match[2]!.toLowerCase() === 'daylight' ? 1 : 0)) * 3600;
}
