/** Who is let in: only a browser on this machine that was shown the token, on pages that come from here. */
import assert from 'node:assert/strict';
import { connect } from 'node:net';
import { networkInterfaces } from 'node:os';
import { after, before, describe, test } from 'node:test';
import { type SmallCase, smallCase } from '../views/small-case.ts';
import { type Answered, type Browser, browse } from './workbench.ts';

let small: SmallCase;
let browser: Browser;
before(async () => {
  small = await smallCase();
  browser = await browse(small.folder);
});
after(async () => {
  await browser.close();
  small.remove();
});

const token = (): string => new URL(browser.workbench.entrance).searchParams.get('token')!;

/** A plain refusal: no data, no script, nothing about the case. */
function assertRefused(answered: Answered, status: number): void {
  assert.equal(answered.status, status, answered.text);
  assert.doesNotMatch(answered.text, /"title"|Annsson|<script/);
  assert.match(String(answered.headers['content-security-policy']), /default-src 'none'/);
}

describe('the token', () => {
  test('is long, exchanged for a strict cookie, and then stands in no address', async () => {
    assert.ok(Buffer.from(token(), 'base64url').length >= 16);
    const entered = await browser.raw(`/findings?detector=x&token=${token()}`);
    assert.equal(entered.status, 303);
    assert.equal(entered.headers.location, '/findings?detector=x');
    const cookie = String(entered.headers['set-cookie']);
    assert.match(cookie, /; Path=\/; HttpOnly; SameSite=Strict$/);
    assert.ok(!cookie.includes(token()), 'the cookie is another secret than the token');
  });

  test('a wrong one, several, or none is refused', async () => {
    assertRefused(await browser.raw('/?token=wrong'), 403);
    assertRefused(await browser.raw(`/?token=${token()}x`), 403);
    assertRefused(await browser.raw(`/?token=${token()}&token=${token()}`), 403);
    for (const path of ['/', '/case.json', '/assets/main.js', '/records/r:00/html', '/export/contacts.csv'])
      assertRefused(await browser.raw(path), 403);
  });

  test('the cookie of another workbench, or one that is guessed, opens nothing', async () => {
    const { port } = browser.workbench;
    for (const cookie of [
      `backchannel-${port}=`,
      `backchannel-${port}=x`,
      `backchannel-${port + 1}=${token()}`,
      `backchannel-${port}=${token()}`,
    ])
      assertRefused(await browser.raw('/case.json', { headers: { cookie } }), 403);
  });
});

describe('where a request comes from', () => {
  test('another name for this machine is refused, with the cookie too (DNS rebinding)', async () => {
    const { port } = browser.workbench;
    for (const host of ['evil.example', `evil.example:${port}`, '127.0.0.1', `127.0.0.1:${port + 1}`, `[::1]:${port}`])
      assertRefused(await browser.get('/case.json', { host }), 403);
    assert.equal((await browser.get('/case.json', { host: `localhost:${port}` })).status, 200);
  });

  test('another page is refused, whatever it asks for', async () => {
    for (const site of ['cross-site', 'same-site'])
      for (const path of ['/', '/case.json', '/contacts.json', '/assets/main.js', `/?token=${token()}`])
        assertRefused(await browser.get(path, { 'sec-fetch-site': site }), 403);
    assertRefused(await browser.get('/case.json', { origin: 'http://evil.example' }), 403);
    assertRefused(await browser.get('/case.json', { origin: 'null' }), 403);
    assert.equal((await browser.get('/case.json', { 'sec-fetch-site': 'none' })).status, 200);
  });

  test('a change has to come from a page of the workbench, as JSON', async () => {
    const decision = { kind: 'dismiss', finding: 'f:0000', who: 'x', why: 'y' };
    const { port } = browser.workbench;
    assertRefused(await browser.post(decision, { origin: 'http://evil.example' }), 403);
    assertRefused(await browser.post(decision, { origin: `http://127.0.0.1:${port + 1}` }), 403);
    assertRefused(await browser.post(decision, { 'sec-fetch-site': 'none' }), 403);
    assertRefused(await browser.post(decision, { cookie: '' }), 403);
    assertRefused(await browser.post('kind=dismiss', { 'content-type': 'application/x-www-form-urlencoded' }), 415);
    assertRefused(await browser.post('{}', { 'content-type': 'text/plain' }), 415);
  });

  test('methods that are none here are refused', async () => {
    for (const method of ['PUT', 'DELETE', 'PATCH', 'OPTIONS', 'TRACE', 'POST'])
      assertRefused(await browser.raw('/findings.json', { method }), 405);
    assertRefused(await browser.raw('/decisions', { method: 'PUT' }), 405);
    const head = await browser.raw('/case.json', { method: 'HEAD' });
    assert.deepEqual([head.status, head.text], [403, '']);
  });

  test('nothing is answered on other addresses of this machine', async () => {
    const others = Object.values(networkInterfaces())
      .flat()
      .filter((each) => each !== undefined && !each.internal && each.family === 'IPv4')
      .map((each) => each!.address);
    for (const host of others) {
      const isOpen = await new Promise<boolean>((resolve) => {
        const socket = connect({ host, port: browser.workbench.port });
        socket.once('connect', () => resolve(true) as unknown).once('error', () => resolve(false));
        socket.once('close', () => socket.destroy());
        socket.setTimeout(500, () => socket.destroy());
      });
      assert.equal(isOpen, false, host);
    }
  });
});

describe('what a browser may do with an answer', () => {
  const of = (answered: Answered, name: string): string => String(answered.headers[name]);

  test('every answer says so', async () => {
    const paths = [
      '/',
      '/case.json',
      '/nowhere',
      '/nowhere.json',
      '/assets/main.js',
      '/export/contacts.csv',
      '/briefing/preview',
    ];
    for (const path of paths) {
      const answered = await browser.get(path);
      const policy = of(answered, 'content-security-policy');
      assert.match(policy, /^default-src 'none'/, path);
      assert.match(policy, /form-action 'none'; base-uri 'none'/, path);
      assert.match(policy, /frame-ancestors '(none|self)'/, path);
      assert.doesNotMatch(policy, /script-src (?!'self')|unsafe-eval|\*|https?:/, path);
      assert.equal(of(answered, 'x-content-type-options'), 'nosniff', path);
      assert.equal(of(answered, 'referrer-policy'), 'no-referrer', path);
      assert.equal(of(answered, 'cache-control'), 'no-store', path);
      assert.equal(of(answered, 'cross-origin-resource-policy'), 'same-origin', path);
      assert.equal(answered.headers['access-control-allow-origin'], undefined, path);
    }
  });

  test('only the pages themselves may run scripts, and only their own', async () => {
    assert.match(of(await browser.get('/'), 'content-security-policy'), /script-src 'self';/);
    for (const path of ['/case.json', '/briefing/preview', '/export/contacts.jsonl', '/nowhere']) {
      const policy = of(await browser.get(path), 'content-security-policy');
      assert.doesNotMatch(policy, /script-src/, path);
      assert.match(policy, /(^|; )sandbox(;|$)/, path);
    }
  });

  test('files of the pages are given by name, and no other file', async () => {
    assert.equal((await browser.get('/assets/main.js')).headers['content-type'], 'text/javascript; charset=utf-8');
    for (const path of [
      '/assets/../secret.txt',
      '/assets/..%2Fsecret.txt',
      '/assets/%2e%2e/secret.txt',
      '/assets/secret.txt',
      '/secret.txt',
      '/assets/',
    ])
      assert.equal((await browser.get(path)).status, 404, path);
  });
});
