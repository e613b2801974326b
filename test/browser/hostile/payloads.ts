/** What attackers write where a program may show it: texts for fields, and markup for HTML bodies. Each tells on itself when it works. */
import { MARKER } from '../harness/watched.ts';

/** A payload with the name under which it tells on itself. */
export interface Payload {
  readonly name: string;
  readonly text: string;
}

/** Where payloads try to reach: a name that only a proxy sees, and a port of this machine that no proxy sees. */
export interface Targets {
  /** `http://HOST`, without a slash at the end. */
  readonly name: string;
  readonly loopback: string;
}

/** Targets for the port of the listener outside. */
export const targetsAt = (port: number): Targets => ({
  name: 'http://tracker.example',
  loopback: `http://127.0.0.1:${port}`,
});

/** Code that leaves every sign at once; backquotes alone, so that it fits between any other quotes. */
export function telling(name: string, { loopback }: Targets): string {
  return `globalThis[\`${MARKER}\`]=\`${name}\`;console.log(\`${MARKER} ${name}\`);new Image().src=\`${loopback}/ran/${name}\`;alert(\`${MARKER} ${name}\`)`;
}

/** Characters that change what the characters after them look like. */
const RIGHT_TO_LEFT = '\u202e';
const ISOLATE_NEVER_CLOSED = '\u2067';

/** Texts for names, subjects, file names, cells: whatever a page may put between tags, in an attribute, or in a script. */
export function texts(targets: Targets): Payload[] {
  const run = (name: string): string => telling(`text-${name}`, targets);
  const made: readonly (readonly [name: string, text: string])[] = [
    ['script', `<script>${run('script')}</script>`],
    ['image', `<img src=x onerror="${run('image')}">`],
    ['svg', `<svg/onload="${run('svg')}">`],
    ['out-of-double', `"><script>${run('out-of-double')}</script>`],
    ['out-of-single', `' autofocus onfocus='${run('out-of-single')}`],
    ['out-of-title', `</title></textarea></style><script>${run('out-of-title')}</script>`],
    ['out-of-script', `</script><script>${run('out-of-script')}</script><!--`],
    ['template', `{{constructor.constructor(\`${run('template')}\`)()}}\${${run('template')}}`],
    ['script-link', `javascript:${run('script-link')}//`],
    ['data-link', `data:text/html,<script>${run('data-link')}</script>`],
    ['entities', `&lt;img src=x onerror=&quot;${run('entities')}&quot;&gt;&#60;script&#62;`],
    ['markdown', `![x](${targets.loopback}/markdown) [click](javascript:${run('markdown')}) ${targets.name}/auto-link`],
    ['style', `<style>@import '${targets.loopback}/style.css';*{display:none}</style>`],
    ['prototype', '__proto__'],
    ['formula', `=HYPERLINK("${targets.loopback}/formula","open")`],
    ['reversed', `invoice ${RIGHT_TO_LEFT}gpj.exe`],
    ['isolate', `left open ${ISOLATE_NEVER_CLOSED}\u202e\u2066 to the end`],
    ['invisible', 'a\u200bl\u200ci\u200dc\u2060e\ufeff\u00ad'],
    ['combining', `z${'\u0300\u0323\u0334\u0489'.repeat(60)}algo`],
    ['terminal', '\u001b]0;title\u0007\u001b[2J\u001b[31mred'],
    ['separators', 'line\u2028paragraph\u2029next\u0085end'],
    ['lone', 'half \ud83d of a pair'],
  ];
  return made.map(([name, text]) => ({ name, text }));
}

/** Subjects of a megabyte: one word that never breaks, and words. Headers of more than a mebibyte are read as none at all. */
export const HUGE_WORD: string = 'w'.repeat(1_000_000);
export const HUGE_WORDS: string = 'many words '.repeat(90_909);
