/** Charsets of tables, where names and short phrases tell less than the sentences of a text. */
import type { Input } from '../../bytes/input.ts';
import { type Sniffed, sniffInput } from '../../bytes/sniff.ts';

const SAMPLE = 1 << 20;
/** Share of the bytes beyond ASCII that have to be punctuation of Windows. */
const ENOUGH = 0.5;

/**
 * The charset of a file. Where it seems to be Mac Roman or a DOS code page its punctuation is looked at again: 0x92 is the
 * apostrophe of Windows-1252 and an í of Mac Roman, 0xA0 a no-break space and an á of CP850, so that English tables
 * (`Alzheimer’s Society`) look like words with accents. In such places a letter would end a word or stand alone.
 */
export function tableCharset(input: Input): Sniffed {
  const sniffed = sniffInput(input);
  if (!/^(macintosh|ibm850|ibm437)$/.test(sniffed.encoding)) return sniffed;
  const text = input.read(0, SAMPLE).toString('latin1');
  const high = text.match(/[\x80-\xff]/g)?.length ?? 0;
  const marks = text.match(WINDOWS_MARKS)?.length ?? 0;
  if (high === 0 || marks <= ENOUGH * high) return sniffed;
  return {
    encoding: 'windows-1252',
    bom: 0,
    confidence: 0.8,
    reason: 'Its 8-bit bytes stand where Windows-1252 has apostrophes, quotation marks, dashes and no-break spaces.',
  };
}

/**
 * An apostrophe before an ending s or behind one, as a bracket of quotes, a dash between spaces, a no-break space beside
 * white space or punctuation or before a capital.
 */
const WINDOWS_MARKS = new RegExp(
  [
    String.raw`(?<=[A-Za-z])\x92(?=s(?![A-Za-z]))`,
    String.raw`(?<=s)\x92(?![A-Za-z])`,
    String.raw`(?<![A-Za-z])[\x91\x93](?=[A-Za-z0-9])`,
    String.raw`(?<=[A-Za-z0-9.,!?)])[\x92\x94](?![A-Za-z0-9])`,
    String.raw`(?<=[\s,\d])[\x96\x97](?=[\s\d])`,
    String.raw`(?<=[\s,.;:"])\xa0`,
    String.raw`\xa0(?=[\s,.;:"(&A-Z\xa0])`,
    String.raw`\xa3(?=\d)`,
  ].join('|'),
  'g',
);
