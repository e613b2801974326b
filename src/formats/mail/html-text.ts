/** HTML as plain text: enough to read and to compare, never run or fetched. */

/** Names of signs and the sign after each. */
const SIGNS =
  'amp& lt< gt> quot" apos\' ndash– mdash— hellip… bull• lsquo‘ rsquo’ ldquo“ rdquo” laquo« raquo» euro€ pound£ copy© reg® ' +
  'trade™ sect§ deg° middot· szligß aumlä oumlö uumlü AumlÄ OumlÖ UumlÜ eacuteé egraveè ecircê agraveà aacuteá acircâ ' +
  'ccedilç ntildeñ oacuteó iacuteí uacuteú aringå AringÅ aeligæ oslashø ocircô icircî EacuteÉ';

const entities = new Map([
  ...SIGNS.split(' ').map((entry): [string, string] => [entry.slice(0, -1), entry.slice(-1)]),
  ['nbsp', ' '],
  ['zwnj', ''],
  ['zwj', ''],
  ['shy', ''],
]);

/** Tags that begin a new line. */
const BLOCKS =
  /^\/?(?:p|div|br|tr|li|ul|ol|table|h[1-6]|blockquote|pre|hr|section|article|header|footer|dt|dd|center|address)$/;

/** Elements whose content is no text. */
const HIDDEN = /^(?:script|style|title|head|template|svg|object|noscript)$/;

/**
 * Reduces HTML to text: blocks become lines, cells are divided by tabs, entities are undone. Linear in the input.
 * @param html decoded
 */
export function htmlText(html: string): string {
  let text = '';
  let at = 0;
  const unclosed = new Set<string>();
  while (at < html.length) {
    const open = html.indexOf('<', at);
    if (open === -1) {
      text += squeezed(html.slice(at));
      break;
    }
    text += squeezed(html.slice(at, open));
    if (html.startsWith('<!--', open)) {
      const close = html.indexOf('-->', open + 4);
      at = close === -1 ? html.length : close + 3;
      continue;
    }
    const close = html.indexOf('>', open);
    if (close === -1) break;
    const name = /^\/?[a-z][a-z0-9:]*/i.exec(html.slice(open + 1, open + 24))?.[0].toLowerCase();
    at = close + 1;
    if (name === undefined) {
      // A bracket in prose, unless it opens a declaration.
      if (!/^[!?]/.test(html.slice(open + 1, open + 2))) {
        text += '<';
        at = open + 1;
      }
    } else if (HIDDEN.test(name)) at = afterElement(html, name, at, unclosed);
    else if (BLOCKS.test(name)) text += '\n';
    else if (name === 'td' || name === 'th') text += '\t';
  }
  return text
    .replace(/[ \t]+\n/g, '\n')
    .replace(/\n{3,}/g, '\n\n')
    .trim();
}

/**
 * Place after the end tag of an element; the place itself when there is none: then nothing is hidden, for what follows
 * may be the message.
 * @param unclosed names that have no end tag in the rest of the text: not to be looked for again
 */
function afterElement(html: string, name: string, at: number, unclosed: Set<string>): number {
  if (unclosed.has(name)) return at;
  const end = new RegExp(`</${name}\\s*>`, 'gi');
  end.lastIndex = at;
  if (end.exec(html) !== null) return end.lastIndex;
  unclosed.add(name);
  return at;
}

function squeezed(text: string): string {
  const plain = text.replace(/[ \t\r\n\f]+/g, ' ');
  return plain.includes('&') ? plain.replace(/&(#x?[0-9a-f]{1,6}|[a-z]{2,8});?/gi, entity) : plain;
}

function entity(whole: string, name: string): string {
  if (!name.startsWith('#')) return entities.get(name) ?? entities.get(name.toLowerCase()) ?? whole;
  const code = /^#x/i.test(name) ? Number.parseInt(name.slice(2), 16) : Number.parseInt(name.slice(1), 10);
  const isText = code >= 32 && code <= 0x10ffff && !(code >= 0xd800 && code <= 0xdfff);
  return isText ? (code === 0xa0 ? ' ' : String.fromCodePoint(code)) : '';
}
