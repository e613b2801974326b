/** Hostile content: nothing of it runs, nothing leaves, nothing can be clicked that leads away. */
import assert from 'node:assert/strict';
import type { ContactsPage } from '../../../src/server/shapes/contact.ts';
import type { PartyPage } from '../../../src/server/shapes/people.ts';
import { pagesOf } from '../harness/addresses.ts';
import type { Setting } from '../harness/setting.ts';
import type { Visit } from '../harness/visit.ts';
import { marks } from '../harness/watched.ts';
import { HONEST } from '../hostile/mailbox.ts';
import { bodies } from '../hostile/markup.ts';
import { targetsAt } from '../hostile/payloads.ts';

/** How often it is looked whether a frame has come, and milliseconds between. */
const LOOKS = 200;
const PAUSE = 50;

/** Addresses in links, forms and frames of a document that lead anywhere but to the workbench. */
const LEADING_AWAY = `[...document.querySelectorAll('[href], [src], [action], [formaction], [srcset], [ping], [data], [poster], [background]')]
  .flatMap((one) => ['href', 'src', 'action', 'formAction', 'srcset', 'ping', 'data', 'poster', 'background'].flatMap((name) => {
    const value = one.getAttribute(name);
    if (value === null) return [];
    const { origin, protocol } = new URL(value, location.origin);
    return origin === location.origin || (protocol === 'data:' && one.tagName === 'IMG') ? [] : [one.tagName + ' ' + name + '=' + value.slice(0, 200)];
  }))`;

/** Frames that may do more than show. */
const LOOSE_FRAMES = `[...document.querySelectorAll('iframe')]
  .filter((one) => !one.hasAttribute('sandbox') || /allow-(scripts|same-origin|forms|popups|top|modals|downloads)/.test(one.getAttribute('sandbox')))
  .map((one) => one.outerHTML.slice(0, 200))`;

/** Everything wrong with the page that is shown. */
async function faultsOf({ page }: Visit): Promise<string[]> {
  const found = await marks(page);
  found.push(...(await page.evaluate<string[]>(LOOSE_FRAMES)));
  for (const frame of page.frames()) {
    if (frame.isDetached()) continue;
    found.push(...(await frame.evaluate<string[]>(LEADING_AWAY)));
  }
  return found;
}

/** The frame of a record's HTML, and the same address as a document of its own, which somebody may open. */
async function faultsOfHtml(visit: Visit, record: string): Promise<string[]> {
  const { page, origin } = visit;
  await page.locator('main iframe').scrollIntoViewIfNeeded();
  for (let look = 0; look < LOOKS && !page.frames().some((frame) => frame.url().endsWith('/html')); look++)
    await page.waitForTimeout(PAUSE);
  const frame = page.frames().find((one) => one.url().endsWith('/html'));
  if (frame === undefined) return ['its HTML is not shown'];
  await frame.waitForLoadState();
  const found = await faultsOf(visit);
  if (!(await frame.evaluate<string>('document.body.innerText')).includes('Dear reader')) found.push('it says nothing');
  await page.goto(`${origin}${record}/html`);
  return [...found, ...(await faultsOf(visit))];
}

/** Looks at pages, and then whether anything ran or left meanwhile. @param html those that hold HTML */
async function lookAt(
  setting: Setting,
  visit: Visit,
  paths: readonly string[],
  html: ReadonlySet<string>,
): Promise<string[]> {
  const outside = await setting.outside();
  outside.arrived();
  const wrong: string[] = [];
  for (const path of paths) {
    await visit.go(path);
    // Whatever was to happen on a point of the mouse has its chance.
    await visit.page.mouse.move(600, 400);
    const faults = html.has(path) ? await faultsOfHtml(visit, path) : await faultsOf(visit);
    wrong.push(...faults.map((line) => `${path}: ${line}`));
  }
  wrong.push(...visit.watched.signs, ...visit.watched.strangers, ...ofPages(outside.arrived()));
  return wrong;
}

/** Chromium asks its makers about accounts, messages and forms by itself, whatever it shows; pages cannot keep it from that. */
const BROWSER_ITSELF = /^CONNECT [a-z.-]+\.google(apis)?\.com:443 /;
const ofPages = (lines: readonly string[]): string[] => lines.filter((line) => !BROWSER_ITSELF.test(line));

const at = (folder: string, id: string): string => `/${folder}/${encodeURIComponent(id)}`;

export function hostilityJourney(setting: Setting, extent: 'some' | 'all'): void {
  setting.test('payloads tell on themselves where nothing holds them back', async () => {
    const [browser, outside] = [await setting.browser(), await setting.outside()];
    const page = await browser.newPage();
    const seen: string[] = [];
    page.on('console', (message) => seen.push(message.text()));
    page.on('dialog', (dialog) => void dialog.dismiss().catch(() => undefined));
    const wanted = ['script', 'image-error', 'pixel', 'load', 'style-url', 'form-script'];
    for (const { text } of bodies(targetsAt(outside.otherPort)).filter(({ name }) => wanted.includes(name)))
      await page.setContent(text, { waitUntil: 'commit' });
    await page.waitForTimeout(300);
    const arrived = outside.arrived();
    assert.ok(seen.some((line) => line.endsWith('image-error')));
    for (const sign of ['GET /ran/image-error', 'GET /pixel.gif', 'GET http://tracker.example/pixel.gif', 'GET /bg'])
      assert.ok(
        arrived.some((line) => line.startsWith(sign)),
        `${sign} in ${arrived.join(', ')}`,
      );
    await page.close();
  });

  setting.test(`nothing in hostile records runs or leaves (${extent})`, async () => {
    const visit = await setting.visit(await setting.running('hostile'));
    const { rows } = await visit.json<ContactsPage>('/contacts.json?all=true&limit=500');
    const html = new Set(
      rows.flatMap(({ subject, record }) => (subject?.text.startsWith('body ') ? [at('records', record)] : [])),
    );
    assert.equal(html.size, bodies(targetsAt(0)).length);
    const each = rows.flatMap(({ id, record }) => [at('contacts', id), at('records', record)]);
    const every =
      extent === 'all' ? each : [...each.filter((_, n) => n % 80 === 0), ...[...html].filter((_, n) => n % 20 === 0)];
    const pages = (await pagesOf(visit, 'script')).map(({ path }) => path);
    const lists = ['/contacts?all=true', '/search?q=%22%3Cscript%3E%22'];
    const wrong = await lookAt(setting, visit, [...pages, ...lists, ...every], html);
    assert.deepEqual(wrong, []);
    await visit.close();
  });

  setting.test('confusable names and hidden characters are marked where they are read', async () => {
    const visit = await setting.visit(await setting.running('hostile'));
    const { aliases } = await visit.json<PartyPage>('/people/office-manager.json');
    const others = aliases.filter(({ address }) => /nna@/.test(address) && address !== HONEST);
    assert.ok(others.length >= 2, 'the guesses that an impostor hopes for are there');
    await visit.go('/people/office-manager');
    const shown = await visit.page.locator('main tr').allInnerTexts();
    for (const { address, marks } of others) {
      assert.notDeepEqual(marks, [], `${address} is marked`);
      const row = shown.find((text) => text.startsWith(address));
      assert.ok(row?.includes(marks[0]!), `the mark of ${address} is shown: ${row}`);
    }
    await visit.close();
  });
}
