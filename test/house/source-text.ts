/** TypeScript as text with the parts blanked that a rule must not look at. A scanner, not a parser: it is a house rule's eye. */

/** After these a slash begins a regular expression, not a division. */
const BEFORE_REGEX = /(?:^|[(,=:[!&|?{};+\-*%<>~^]|\b(?:return|typeof|case|in|of|void|delete|await|yield))\s*$/;

/**
 * Blanks comments, and on demand the insides of strings, templates and regular expressions, by spaces of the same length,
 * so that line numbers stay true.
 *
 * @param text a TypeScript file
 * @param strings `keep` to see import specifiers, `blank` to see code alone
 */
export function codeOf(text: string, strings: 'keep' | 'blank'): string {
  let out = '';
  let at = 0;
  // One entry for each template that is open; counts the braces inside its current ${…}.
  const templates: number[] = [];
  const hide = (end: number, blank: boolean): void => {
    const piece = text.slice(at, end);
    out += blank ? piece.replace(/[^\n]/g, ' ') : piece;
    at = end;
  };
  const quoted = (end: number): void => {
    hide(at + 1, false);
    hide(Math.max(at, end - 1), strings === 'blank');
    hide(end, false);
  };
  const template = (): void => {
    const end = endOfTemplatePart(text, at + 1);
    if (text.startsWith('${', end - 2)) {
      hide(at + 1, false);
      hide(end - 2, strings === 'blank');
      hide(end, false);
      templates.push(0);
    } else quoted(end);
  };
  while (at < text.length) {
    const char = text[at]!;
    if (text.startsWith('//', at)) hide(endAt(text, '\n', at), true);
    else if (text.startsWith('/*', at)) hide(endAt(text, '*/', at) + 2, true);
    else if (char === "'" || char === '"') quoted(endOfQuoted(text, at));
    else if (char === '`') template();
    else if (char === '/' && BEFORE_REGEX.test(out.slice(-80))) quoted(endOfRegex(text, at));
    else if (char === '}' && templates.at(-1) === 0) {
      templates.pop();
      template();
    } else {
      if (templates.length > 0 && char === '{') templates[templates.length - 1]! += 1;
      if (templates.length > 0 && char === '}') templates[templates.length - 1]! -= 1;
      hide(at + 1, false);
    }
  }
  return out;
}

function endAt(text: string, what: string, from: number): number {
  const found = text.indexOf(what, from);
  return found === -1 ? text.length : found;
}

function endOfQuoted(text: string, from: number): number {
  const quote = text[from];
  let at = from + 1;
  while (at < text.length && text[at] !== quote && text[at] !== '\n') at += text[at] === '\\' ? 2 : 1;
  return Math.min(at + 1, text.length);
}

/** The end of a template or of its part before a `${`, both included. */
function endOfTemplatePart(text: string, from: number): number {
  let at = from;
  while (at < text.length && text[at] !== '`' && !text.startsWith('${', at)) at += text[at] === '\\' ? 2 : 1;
  return Math.min(at + (text[at] === '`' ? 1 : 2), text.length);
}

function endOfRegex(text: string, from: number): number {
  let at = from + 1;
  let inClass = false;
  while (at < text.length && text[at] !== '\n' && (inClass || text[at] !== '/')) {
    if (text[at] === '[') inClass = true;
    if (text[at] === ']') inClass = false;
    at += text[at] === '\\' ? 2 : 1;
  }
  return Math.min(at + 1, text.length);
}
