/** Lines such as "On 3 May 2030, X wrote:" above a quoted message. They give an author and a date, no recipients. */
import { emptyHeader, type QuotedBlock, type QuotedHeader } from './block.ts';
import type { Lines } from './lines.ts';
import { readLooseDate } from './loose-date.ts';
import { quotedText } from './people.ts';

/** "X wrote": the verb after the author. */
const AFTER =
  /^(.*?)\s+(?:wrote|writes|a écrit|escribió|escribio|ha scritto|escreveu|napisał(?:\(a\)|a)?|pisze|пишет|написала?(?:\(а\))?|kirjoitti)\s*:$/i;

/** "wrote X": the author after the verb. */
const BEFORE = /^(.*?)\s+(?:schrieb|skrev|schreef)\s+(\S.*?)\s*:$/i;

/** A date, a name and an address without a verb, as Google writes it in Russian. */
const NO_VERB = /^(\p{L}{0,5},?\s*\d.*<[^\s<>@]+@[^\s<>@]+>)\s*:$/u;

/** Words that may stand before the date. */
const LEAD = /^(?:On|Am|Le|El|Den|Em|Il giorno|Il|Op|W dniu|At|В)\s+/i;

/** What may stand between the date and the author. */
const BETWEEN = /^[\s,;>-]*(?:(?:пользователь|da|av)\s+)?/;

const ADDRESSED = /^(?:--- )?(?:"?[^<>@]{0,60}"?\s*<)?[^\s<>@]+@[^\s<>@]+>?$/;

/** Longest attribution. */
const LONGEST = 300;

/**
 * The quoted message that an attribution ending on a line stands above.
 * @param at that line, which ends with a colon
 * @param floor line before which everything belongs to something else
 * @param charset of the text
 */
export function attributedBlock(lines: Lines, at: number, floor: number, charset: string): QuotedBlock | null {
  let undated: QuotedBlock | null = null;
  // Mail programs wrap the line: it may begin up to two lines above.
  for (let first = at; first >= floor && first >= at - 2; first--) {
    if (lines.isBlank(first) || lines.depth[first] !== lines.depth[at]) break;
    let bytes = '';
    for (let i = first; i <= at; i++) bytes += (bytes === '' ? '' : ' ') + lines.line(i);
    if (bytes.length > LONGEST) break;
    const header = headerOf(quotedText(bytes, charset));
    if (header === null) continue;
    const block = { first, body: at + 1, header, depth: lines.depth[at]!, attributed: true };
    if (header.date !== '') return block;
    // The line may go on above: a name that was wrapped looks like a whole one.
    if (first === at) undated = block;
  }
  return undated;
}

/** @param text decoded */
function headerOf(text: string): QuotedHeader | null {
  const before = BEFORE.exec(text);
  const bare = NO_VERB.exec(text);
  const what = AFTER.exec(text)?.[1] ?? before?.[1] ?? bare?.[1];
  if (what === undefined) return null;
  const lead = LEAD.exec(what)?.[0].length ?? 0;
  const date = readLooseDate(what, lead);
  if (bare !== null && date?.timed !== true) return null;
  const rest = date === null ? what : what.slice(date.end).replace(BETWEEN, '');
  const author = (before?.[2] ?? rest).trim();
  if (author === '' || author.length > 150 || /^(?:you|ich|du|je|tu)$/i.test(author)) return null;
  // Without a date only an address makes it more than prose ("as Churchill wrote:").
  if (date === null && (lead > 0 || !ADDRESSED.test(author))) return null;
  const header = emptyHeader();
  header.from = author.replace(/^--- /, '');
  header.date = date === null ? '' : what.slice(lead, date.end);
  return header;
}
