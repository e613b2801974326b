/** The description of an entry, which its record does not hold: for an index of words. */
import { isUtf8 } from 'node:buffer';
import { memoryInput } from '../../bytes/input.ts';
import { decode } from '../../bytes/text.ts';
import { htmlText } from '../mail/html-text.ts';
import { contentLines, param, parseLine, textValue } from './content-line.ts';

/** Properties of people's words about an entry (RFC 5545, 3.8.1; X-ALT-DESC is Outlook's copy of the description in HTML). */
const WORDS = /^(?:DESCRIPTION|COMMENT|X-ALT-DESC)[;:]/i;

/**
 * Description and comments of an entry, and of its alarms, each once. A description is not repeated where it stands in
 * HTML besides. Never throws.
 * @param bytes of one component, in UTF-8 or, where they are not that, in Windows-1252
 */
export function descriptionOf(bytes: Buffer): string {
  const texts = new Set<string>();
  const inHtml = new Set<string>();
  for (const line of contentLines(memoryInput('', bytes), 0)) {
    if (!WORDS.test(line.bytes.toString('latin1', 0, 12))) continue;
    const text = decode(line.bytes, isUtf8(line.bytes) ? 'utf-8' : 'windows-1252').text;
    const property = parseLine(text, line);
    if (property === null) continue;
    const value = textValue(property.value);
    if (property.name === 'X-ALT-DESC' || /html/i.test(param(property, 'FMTTYPE'))) inHtml.add(htmlText(value));
    else texts.add(value);
  }
  return [...(texts.size > 0 ? texts : inHtml)].filter((text) => text !== '').join('\n');
}
