/** HTML mail as static markup: what it says and roughly how it was laid out, and nothing that runs, loads, links or looks around. */
import { createHash } from 'node:crypto';
import sanitize from 'sanitize-html';

/** Characters of HTML that are looked at, and elements inside of each other. */
const [LONGEST, DEEPEST] = [2 * 1024 * 1024, 120];
/** Characters of a link's target that are shown. */
const TARGET = 300;

const TEXT = [
  'b',
  'strong',
  'i',
  'em',
  'u',
  's',
  'strike',
  'del',
  'ins',
  'sub',
  'sup',
  'small',
  'big',
  'tt',
  'code',
  'kbd',
  'samp',
  'q',
  'cite',
  'abbr',
  'address',
  'span',
  'font',
  'bdi',
  'bdo',
  'wbr',
  'br',
];
const BLOCKS = [
  'p',
  'div',
  'section',
  'article',
  'header',
  'footer',
  'center',
  'blockquote',
  'pre',
  'hr',
  'h1',
  'h2',
  'h3',
  'h4',
  'h5',
  'h6',
  'ul',
  'ol',
  'li',
  'dl',
  'dt',
  'dd',
];
const TABLES = ['table', 'caption', 'thead', 'tbody', 'tfoot', 'tr', 'td', 'th'];

/** Elements whose content is no text of the mail. */
const SILENT = [
  'script',
  'style',
  'textarea',
  'option',
  'noscript',
  'title',
  'head',
  'template',
  'iframe',
  'frameset',
  'object',
  'embed',
  'applet',
  'svg',
  'audio',
  'video',
  'xmp',
  'noembed',
  'noframes',
  'plaintext',
];

/** Shows what was taken out: a target that cannot be clicked, a picture that is not fetched. Written by CSS, so that no markup is made of it. */
const STYLE = `html{background:#fff;color:#111;color-scheme:light}body{font:15px/1.5 system-ui,sans-serif;margin:12px;overflow-wrap:anywhere}
table{border-collapse:collapse}td,th{padding:2px 6px;vertical-align:top;text-align:left}pre{white-space:pre-wrap}blockquote{border-left:3px solid #999;margin:8px 0;padding-left:10px}
[data-target]{text-decoration:underline}[data-target]::after{content:" [link to " attr(data-target) "]";color:#555;font-size:85%}
[data-picture]::before{content:"[picture not loaded: " attr(data-picture) "]";color:#555;border:1px solid #999;padding:0 4px;font-size:85%}`;

/** The source of the style for a Content-Security-Policy: nothing else may style the frame. */
export const STYLE_SOURCE: string = `style-src 'sha256-${createHash('sha256').update(STYLE).digest('base64')}'`;

const cut = (text: string): string => (text.length <= TARGET ? text : `${text.slice(0, TARGET)}…`);

const OPTIONS: sanitize.IOptions = {
  allowedTags: [...TEXT, ...BLOCKS, ...TABLES],
  // No style, class, id, name, background or src: nothing by which a rule, a script or a form could take hold.
  allowedAttributes: {
    '*': ['dir'],
    span: ['data-target', 'data-picture'],
    td: ['colspan', 'rowspan'],
    th: ['colspan', 'rowspan'],
    ol: ['start'],
  },
  allowedSchemes: [],
  allowProtocolRelative: false,
  disallowedTagsMode: 'discard',
  nonTextTags: SILENT,
  nestingLimit: DEEPEST,
  transformTags: {
    a: (_, { href = '' }) => ({ tagName: 'span', attribs: href === '' ? {} : { 'data-target': cut(href) } }),
    area: (_, { href = '' }) => ({ tagName: 'span', attribs: href === '' ? {} : { 'data-target': cut(href) } }),
    img: (_, { alt = '' }) => ({ tagName: 'span', attribs: { 'data-picture': cut(alt) } }),
    // What we write to show targets must not come from the mail itself.
    span: (tagName, { dir = '' }) => ({ tagName, attribs: dir === '' ? {} : { dir } }),
    td: spans,
    th: spans,
    ol: (tagName, { start = '' }) => ({ tagName, attribs: /^\d{1,4}$/.test(start) ? { start } : {} }),
    '*': directed,
  },
};

/** Cells keep what they span, as far as it is sensible: thousands of columns would stop the browser. */
function spans(tagName: string, { colspan = '', rowspan = '' }: sanitize.Attributes): sanitize.Tag {
  const small = (text: string): boolean => /^\d{1,2}$/.test(text);
  const attribs = { ...(small(colspan) ? { colspan } : {}), ...(small(rowspan) ? { rowspan } : {}) };
  return { tagName, attribs };
}

function directed(tagName: string, attribs: sanitize.Attributes): sanitize.Tag {
  const { dir, ...rest } = attribs;
  return { tagName, attribs: dir === 'rtl' || dir === 'ltr' || dir === 'auto' ? { ...rest, dir } : rest };
}

/**
 * A whole document for a sandboxed frame.
 * @param html as it came
 */
export function sanitizedDocument(html: string): string {
  const body = sanitize(html.slice(0, LONGEST), OPTIONS);
  const more = html.length > LONGEST ? '<hr><p>The rest of this message is too long to be shown here.</p>' : '';
  return `<!doctype html><html><head><meta charset="utf-8"><title>Message</title><style>${STYLE}</style></head><body>${body}${more}</body></html>\n`;
}
