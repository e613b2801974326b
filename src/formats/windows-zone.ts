/** Names that Windows and Outlook give to time zones, by the tables of Unicode CLDR. */
import { findIana } from 'windows-iana';

/**
 * The zone that a Windows name stands for, such as `W. Europe Standard Time`.
 * @returns an IANA name; null when it is no name of Windows
 */
export function zoneOfWindows(name: string): string | null {
  return findIana(name)[0] ?? null;
}
