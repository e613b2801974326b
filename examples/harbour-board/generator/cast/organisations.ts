/** The organisations of the case, all made up. Numbers are from the ranges that Sweden keeps for fiction. */
import type { Charset } from '../form/charset.ts';

export interface Organisation {
  readonly id: string;
  readonly name: string;
  readonly domain: string;
  readonly phone: string;
  /** How its mail programs write. */
  readonly charset: Charset;
  readonly transfer: 'quoted-printable' | 'base64' | '8bit' | '7bit';
  readonly agent: string;
  /** Documentation address (RFC 5737) of its mail relay. */
  readonly relay: string;
}

type Transfer = Organisation['transfer'];
const org = (
  id: string,
  name: string,
  domain: string,
  phone: string,
  charset: Charset,
  transfer: Transfer,
  agent: string,
  relay: string,
): Organisation => ({ id, name, domain, phone, charset, transfer, agent, relay });

/** Ranges of numbers that Sweden keeps for fiction, without their last digits. */
export const STOCKHOLM = '+46846500'; // …400 to …499
export const GOTHENBURG = '+46313900'; // …600 to …699
export const KIRUNA = '+46980319'; // …200 to …299
export const MALMO = '+46406280'; // …400 to …499
export const MOBILE = '+467017406'; // …05 to …99

export const ORGANISATIONS: readonly Organisation[] = [
  org(
    'harbour-authority',
    'Skarvik Harbour Authority',
    'skarvik-harbour.example',
    `${STOCKHOLM}400`,
    'windows-1252',
    'quoted-printable',
    'Lanterna Mail 9.1',
    '192.0.2.10',
  ),
  org(
    'contractor',
    'Vågbrytaren Marine AB',
    'vagbrytaren.example',
    `${GOTHENBURG}600`,
    'utf-8',
    'base64',
    'Bryggan/7.0.3',
    '198.51.100.21',
  ),
  org(
    'lobby-firm',
    'Talman & Berg Public Affairs',
    'talmanberg.example',
    `${STOCKHOLM}460`,
    'utf-8',
    'quoted-printable',
    'Postilla 12.4',
    '203.0.113.40',
  ),
  org(
    'ministry',
    'Ministry of Coasts and Shipping',
    'coasts-ministry.example',
    `${STOCKHOLM}470`,
    'iso-8859-1',
    'quoted-printable',
    'KanslietPost 3',
    '198.51.100.70',
  ),
  org(
    'other-bidder',
    'Sjögrund Entreprenad AB',
    'sjogrund.example',
    `${GOTHENBURG}640`,
    'utf-8',
    '8bit',
    'Bryggan/6.8.1',
    '198.51.100.88',
  ),
  org(
    'pilots',
    'Skarvik Pilots',
    'skarvik-pilots.example',
    `${KIRUNA}210`,
    'iso-8859-1',
    '8bit',
    'Sjömil 2.2',
    '203.0.113.12',
  ),
  org(
    'tugs',
    'Stark Towage',
    'stark-tugs.example',
    `${KIRUNA}220`,
    'us-ascii',
    '7bit',
    'deskmail 1.19',
    '203.0.113.14',
  ),
  org(
    'ferry-line',
    'Havsleden Line',
    'havsleden.example',
    `${MALMO}410`,
    'utf-8',
    'quoted-printable',
    'Postilla 12.2',
    '203.0.113.61',
  ),
  org(
    'crane-service',
    'Krantjänst Nord',
    'krantjanst.example',
    `${MALMO}420`,
    'iso-8859-2',
    'quoted-printable',
    'Poczta 5.5',
    '203.0.113.66',
  ),
  org('fuel', 'Bunkerboden', 'bunkerboden.example', `${MALMO}430`, 'utf-8', '8bit', 'webmail', '203.0.113.70'),
  org(
    'survey',
    'Ekolod Survey',
    'ekolod.example',
    `${KIRUNA}230`,
    'utf-8',
    'quoted-printable',
    'Postilla 11.0',
    '203.0.113.72',
  ),
  org(
    'town',
    'Skarvik Town Council',
    'skarvik.example',
    `${STOCKHOLM}480`,
    'iso-8859-1',
    'quoted-printable',
    'KanslietPost 2',
    '198.51.100.140',
  ),
  org(
    'newspaper',
    'Skarviksposten',
    'skarviksposten.example',
    `${MALMO}440`,
    'utf-8',
    '8bit',
    'webmail',
    '203.0.113.90',
  ),
  org(
    'law-firm',
    'Advokatbyrån Fyr & Båk',
    'fyrbak.example',
    `${STOCKHOLM}490`,
    'windows-1252',
    'base64',
    'Lanterna Mail 9.0',
    '198.51.100.160',
  ),
  org(
    'environment-office',
    'County Environment Office',
    'lansmiljo.example',
    `${KIRUNA}240`,
    'iso-8859-1',
    'quoted-printable',
    'KanslietPost 3',
    '198.51.100.180',
  ),
  org('guards', 'Grindvakt Security', 'grindvakt.example', `${MALMO}450`, 'utf-8', '8bit', 'webmail', '203.0.113.99'),
  org(
    'sailing-club',
    'Skarvik Sailing Club',
    'skarvik-sailing.example',
    `${KIRUNA}250`,
    'utf-8',
    '8bit',
    'webmail',
    '203.0.113.101',
  ),
];

/** @throws RangeError when no organisation has the id */
export function organisation(id: string): Organisation {
  const found = ORGANISATIONS.find((o) => o.id === id);
  if (found === undefined) throw new RangeError(`no organisation is ${id}`);
  return found;
}
