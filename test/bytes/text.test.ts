import assert from 'node:assert/strict';
import { test } from 'node:test';
import fc from 'fast-check';
import { type Head, memoryInput } from '../../src/bytes/input.ts';
import { type Sniffed, sniffInput } from '../../src/bytes/sniff.ts';
import { decode } from '../../src/bytes/text.ts';

function read(hex: string, charset: string | null): string {
  return decode(Buffer.from(hex, 'hex'), charset).text;
}

/** What a file is taken for of which only the head can be read. */
function sniffHead({ name, bytes, size }: Head): Sniffed {
  return sniffInput({ ...memoryInput(name, bytes), size });
}

test('charsets by the names that mail uses', () => {
  for (const [charset, hex, text] of [
    ['utf-8', 'efbbbf4ac3b6', 'Jö'],
    ['"UTF8"', '4ac3b6', 'Jö'],
    ['iso-8859-1', '4af68093', 'Jö€“'],
    ['ISO8859-1', 'f6', 'ö'],
    ['8859_2', 'b1', 'ą'],
    ['latin-1', 'f6', 'ö'],
    ['win-1251', 'd0', 'Р'],
    ['cp1252', '80', '€'],
    ['x-mac-roman', '8a', 'ä'],
    ['ansi_x3.4-1968', '41', 'A'],
    ['gb2312', 'c4e3', '你'],
    ['ks_c_5601-1987', 'b1e8', '김'],
    ['windows-31j', '82a0', 'あ'],
    ['cp932', '82a0', 'あ'],
    ['iso-2022-jp', '1b244224221b2842', 'あ'],
    ['iso-8859-8-i', 'e0', 'א'],
    ['iso-8859-8-e', 'e0', 'א'],
    ['cp850', '94d5', 'öı'],
    ['IBM437', '94e1', 'öß'],
    ['tis-620', 'a1', 'ก'],
    ['koi8-r', 'c1', 'а'],
    ['utf-16', '4100f600', 'Aö'],
    ['unicode-1-1-utf-7', Buffer.from('J+APY- +- x').toString('hex'), 'Jö + x'],
  ] as const) {
    assert.equal(read(hex, charset), text, charset);
    assert.equal(decode(Buffer.from(hex, 'hex'), charset).problem, null, charset);
  }
});

test('what does not fit its name is read as well as can be, and told', () => {
  for (const [charset, hex, text, problem] of [
    ['us-ascii', '4ac3b6', 'Jö', /US-ASCII.*utf-8/],
    ['us-ascii', '4af6', 'Jö', /US-ASCII.*windows-1252/],
    ['utf-8', '4af64b', 'J\ufffdK', /1 characters/],
    ['x-unknown', '4af6', 'Jö', /not given.*windows-1252/],
    [null, '4ac3b6', 'Jö', /not given.*utf-8/],
    ['iso-2022-kr', '41', 'A', /iso-2022-kr/],
    ['klingon', '41', 'A', /klingon/],
    ['utf-7', Buffer.from('+AAA-').toString('hex'), '\0', null],
    ['utf-7', Buffer.from('+AAAA-').toString('hex'), '\0', /UTF-7/],
  ] as const) {
    const { text: got, problem: told } = decode(Buffer.from(hex, 'hex'), charset);
    assert.equal(got, text);
    if (problem === null) assert.equal(told, null);
    else assert.match(told ?? '', problem);
  }
  assert.equal(decode(Buffer.from('plain'), null).problem, null);
});

test('nothing throws, whatever the bytes and the name', () => {
  const names = fc.oneof(
    fc.string(),
    fc.constantFrom('utf-8', 'utf-7', 'cp850', 'shift_jis', 'utf-16be', '__proto__', 'constructor'),
  );
  fc.assert(
    fc.property(fc.uint8Array({ maxLength: 50 }), names, (bytes, charset) => {
      assert.equal(typeof decode(bytes, charset).text, 'string');
      assert.ok(sniffHead({ name: '', bytes, size: bytes.length }).encoding.length > 0);
    }),
    { numRuns: 1000 },
  );
});

/** A text in a charset of one byte a character, made with the decoder itself. */
function encoded(text: string, charset: string): Buffer {
  const table = new Map(Array.from({ length: 256 }, (_, byte) => [decode(Buffer.from([byte]), charset).text, byte]));
  return Buffer.from(
    Array.from(text, (character) => table.get(character) ?? assert.fail(`${character} in ${charset}`)),
  );
}

function sniffed(bytes: Uint8Array): string {
  const { encoding, reason, confidence } = sniffHead({ name: '', bytes, size: bytes.length });
  assert.ok(reason.endsWith('.') && confidence > 0 && confidence <= 1);
  return encoding;
}

test('Western charsets are told apart by what makes words', () => {
  const texts = [
    'Réunion avec le préfet à Orléans, déjeuner avec Françoise\n',
    'date,host,visitor\n2030-01-01,Anna,Jörgen Åhlberg\n'.repeat(2),
    'Besprechung über die Straße, Grüße, Österreich\n',
    'Gifts over £140\n',
    'Reunión con el señor Ibáñez, ¿cuándo?\n',
  ];
  for (const text of texts) {
    for (const charset of ['windows-1252', 'macintosh']) {
      assert.equal(decode(encoded(text, charset), sniffed(encoded(text, charset))).text, text, `${charset}: ${text}`);
    }
  }
  assert.equal(sniffed(encoded('The minister’s “lunch” – 3 €', 'windows-1252')), 'windows-1252');
  assert.equal(sniffed(encoded('Réunion à Orléans, déjeuner', 'ibm850')), 'ibm850');
});

test('other scripts by the frequency of letters', () => {
  const russian = 'Встреча с министром обороны в пятницу, обсудили контракт на поставку';
  for (const charset of ['windows-1251', 'koi8-r']) assert.equal(sniffed(encoded(russian, charset)), charset);
  const greek = 'Συνάντηση με τον υπουργό την Παρασκευή για τη σύμβαση';
  assert.equal(sniffed(encoded(greek, 'windows-1253')), 'windows-1253');
});

test('Unicode with and without marks', () => {
  const text = 'Tid;Gäst\r\n2030-01-01;Åsa\r\n';
  const little = Buffer.from(text, 'utf16le');
  const big = Buffer.from(little).swap16();
  assert.equal(sniffed(Buffer.from(text)), 'utf-8');
  assert.equal(sniffed(little), 'utf-16le');
  assert.equal(sniffed(big), 'utf-16be');
  assert.equal(sniffed(Buffer.from('Встреча в пятницу, 12:00', 'utf16le')), 'utf-16le');
  assert.equal(sniffed(Buffer.concat([Buffer.from([0xff, 0xfe]), little])), 'utf-16le');
  assert.equal(sniffed(Buffer.concat([Buffer.from([0xfe, 0xff]), big])), 'utf-16be');
  const marked = Buffer.concat([Buffer.from([0xef, 0xbb, 0xbf]), Buffer.from(text)]);
  assert.deepEqual(sniffHead({ name: '', bytes: marked, size: marked.length }).bom, 3);
  assert.equal(sniffed(Buffer.from('\u001b$B$"\u001b(B')), 'iso-2022-jp');
  assert.equal(sniffed(Buffer.alloc(0)), 'utf-8');
});

test('a few damaged characters do not make UTF-8 something else; a head may end inside a character', () => {
  const text = Buffer.from('Åsa Öberg möter Jörgen på ön. '.repeat(10));
  assert.equal(sniffed(Buffer.concat([text, Buffer.from([0xc3, 0x20]), text])), 'utf-8');
  const cut = text.subarray(0, 1);
  assert.equal(sniffHead({ name: '', bytes: cut, size: text.length }).encoding, 'utf-8');
});

test('the accent of a table may stand in its last row', () => {
  const rows = Buffer.from('2030-01-01,Anna,Bob\n'.repeat(100_000));
  const end = encoded('2030-01-01,Jörgen,Åsa\n', 'windows-1252');
  const ascii = memoryInput('', rows);
  const late = memoryInput('', Buffer.concat([rows, end]));
  const unicode = memoryInput('', Buffer.concat([rows, Buffer.from('Jörgen')]));
  assert.equal(sniffHead({ name: '', bytes: late.read(0, 65_536), size: late.size }).encoding, 'utf-8');
  assert.equal(sniffInput(late).encoding, 'windows-1252');
  assert.deepEqual([sniffInput(ascii).encoding, sniffInput(ascii).confidence], ['utf-8', 1]);
  assert.equal(sniffInput(unicode).encoding, 'utf-8');
});
