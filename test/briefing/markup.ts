/** Reads HTML as far as a test needs: which tags and attributes stand in it, and whether they close. */
import assert from 'node:assert/strict';

const TAG = /<(\/?)([a-zA-Z][a-zA-Z0-9]*)((?:\s+[a-zA-Z][a-zA-Z0-9-]*="[^"<>]*")*)\s*(\/?)>/g;
const VOID = new Set(['meta', 'br']);
const TAGS = new Set(
  `html head meta title style body main header section nav article figure figcaption details summary
  h1 h2 h3 p div span b q blockquote ul ol li dl dt dd a sup code pre table thead tbody tr th td br
  svg desc defs pattern line rect circle g text`.split(/\s+/),
);
const ATTRIBUTES = new Set(
  `lang charset http-equiv content name class href id scope data-h viewBox role aria-labelledby aria-label aria-hidden
  width height patternUnits patternTransform x y x1 x2 y1 y2 cx cy r fill transform text-anchor font-size`.split(/\s+/),
);

/**
 * Fails unless the page is made of the tags and attributes that briefings are made of, each closed, and every link leads
 * to a place in the page.
 */
export function assertSound(page: string): void {
  const body = page.replace('<!doctype html>', '').replace(/<style>[\s\S]*?<\/style>/, '');
  const open: string[] = [];
  const ids = new Set([...body.matchAll(/ id="([^"]*)"/g)].map(([, id]) => id!));
  for (const [, closing, name, attributes, selfClosing] of body.matchAll(TAG)) {
    assert.ok(TAGS.has(name!), `<${name}> stands in the page`);
    for (const [, attribute, value] of attributes!.matchAll(/([a-zA-Z][a-zA-Z0-9-]*)="([^"]*)"/g)) {
      assert.ok(ATTRIBUTES.has(attribute!), `<${name} ${attribute}=…> stands in the page`);
      if (attribute === 'href') assert.ok(value!.startsWith('#') && ids.has(value!.slice(1)), `the link ${value}`);
    }
    if (closing === '/') assert.equal(open.pop(), name, `</${name}> closes something else`);
    else if (selfClosing !== '/' && !VOID.has(name!)) open.push(name!);
  }
  assert.deepEqual(open, [], 'something is left open');
  assert.doesNotMatch(body.replaceAll(TAG, ''), /</, 'a < that begins no tag');
}
