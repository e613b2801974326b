/** Made-up people and the organisations they write from; a few write most of the mail. */
import { Random } from '../random.ts';
import { encodedWord } from './charset.ts';

export interface Writer {
  /** As it stands in a header, with its display name. */
  readonly mailbox: string;
  readonly address: string;
  readonly name: string;
  readonly domain: string;
  /** Offset from UTC of the writer's clock, minutes. */
  readonly offset: number;
}

const GIVEN =
  'Alva Bo Cilla Dag Elin Finn Gun Hugo Ines Jarl Kaja Leif Märta Nils Oda Pål Ragnhild Sölve Tove Ulf Vera Ylva Åke Örjan ' +
  'Anatol Bruna Celso Dunja Emil Fabia Goran Hedda Ilja Jolanta Kyriakos Lenka Matteo Nadège Oleg Petra Quentin Renée';
const FIRST = 'Alm Berg Dal Ek Fors Gran Hav Is Kvarn Lind Mark Nor Os Ravn Sten Tall Vik Väst Öst Ask';
const SECOND = 'blad borg by fält gren holm hult kvist lund man mo näs rot skog strand sten ström vall vik ås';
const PLACES =
  'harbour quay marine dredging pilots survey council ministry shipping crane lines bunker legal press union';
const OFFSETS = [0, 60, 60, 60, 120, 120, -300, 330];

function domains(count: number): string[] {
  const places = PLACES.split(' ');
  return Array.from({ length: count }, (_, i) => `${places[i % places.length]}${i < places.length ? '' : i}.example`);
}

const plain = (text: string): string =>
  text
    .normalize('NFD')
    .replace(/[^A-Za-z]/g, '')
    .toLowerCase();

/** @returns as many people as asked, those with small places to be drawn most often */
export function people(count: number): Writer[] {
  const random = new Random('people');
  const given = GIVEN.split(' ');
  const [first, second] = [FIRST.split(' '), SECOND.split(' ')];
  const hosts = domains(Math.max(15, Math.round(count / 20)));
  return Array.from({ length: count }, (_, i) => {
    const name = `${random.pick(given)} ${random.pick(first)}${random.pick(second)}`;
    const domain = hosts[random.skewed(hosts.length)]!;
    const [g, f] = name.split(' ') as [string, string];
    const address = `${plain(g)}.${plain(f)}${i < 200 ? '' : i}@${domain}`;
    const display = encodedWord(name, i % 2 === 0 ? 'Q' : 'B');
    const mailbox =
      i % 11 === 0 ? address : i % 7 === 0 ? `"${g[0]}. ${plain(f)}" <${address}>` : `${display} <${address}>`;
    return { mailbox, address, name, domain, offset: random.pick(OFFSETS) };
  });
}
