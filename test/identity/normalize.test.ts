import assert from 'node:assert/strict';
import { test } from 'node:test';
import fc from 'fast-check';
import { foldName, isSingleWord } from '../../src/identity/name.ts';
import { normalizeAddress } from '../../src/identity/normalize.ts';
import { ADDRESS_KINDS } from '../../src/model/record.ts';

const mail = (raw: string): string => normalizeAddress('mail', raw, null);
const phone = (raw: string, region: string | null = null): string => normalizeAddress('phone', raw, region);

test('mail: case, and dots and tags only where the provider is known to ignore them', () => {
  assert.equal(mail('Ada.Kaj@Harbour.EXAMPLE'), 'ada.kaj@harbour.example');
  assert.equal(mail('a.da+news@gmail.com'), 'ada@gmail.com');
  assert.equal(mail('A.da@googlemail.com'), 'ada@gmail.com');
  assert.equal(mail('a.da+news@outlook.com'), 'a.da@outlook.com');
  assert.equal(mail('ada+news@harbour.example'), 'ada+news@harbour.example');
  assert.equal(mail('"ada"@harbour.example'), 'ada@harbour.example');
  assert.equal(mail('ada@hämn.example'), 'ada@xn--hmn-qla.example');
});

test('phones: E.164 with the region of the source, and none invented', () => {
  assert.equal(phone('08-465 004 04', 'SE'), '+46846500404');
  assert.equal(phone('0046 8 465 004 04'), '+46846500404');
  assert.equal(phone('+46 (0)8 465 004 04'), phone('08-465 004 04', 'SE'));
  assert.equal(phone('08-465 004 04'), 'local::0846500404');
  assert.notEqual(phone('112', 'SE'), phone('112', 'GB'));
});

test('X.500 names and accounts', () => {
  assert.equal(
    normalizeAddress('x500', '/O=Harbour/OU=NA / CN=Recipients/CN=Akaj', null),
    '/o=harbour/ou=na/cn=recipients/cn=akaj',
  );
  assert.equal(normalizeAddress('handle', ' @AdaKaj ', null), '@adakaj');
});

test('names: accents, case, order and punctuation', () => {
  assert.equal(foldName("O'Brien, Áine"), 'aine obrien');
  assert.equal(foldName('Åsa  LÖFGREN'), 'asa lofgren');
  assert.equal(foldName('Kaj, Ltd'), 'kaj ltd');
  assert.equal(isSingleWord(foldName('Ada')), true);
});

test('every address has one spelling, which is its own', () => {
  fc.assert(
    fc.property(
      fc.constantFrom(...ADDRESS_KINDS),
      fc.string({ unit: 'grapheme' }),
      fc.constantFrom(null, 'SE', 'GB', 'US'),
      (kind, raw, region) => {
        const once = normalizeAddress(kind, raw, region);
        assert.notEqual(once, '');
        if ((kind === 'name' || kind === 'handle') && !once.startsWith('raw:'))
          assert.equal(normalizeAddress(kind, once, region), once);
      },
    ),
  );
});
