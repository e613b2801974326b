/** The body of a made-up message: plain, alternative, or mixed with attachments. */
import type { Output } from '../output.ts';
import { Random } from '../random.ts';
import { base64Lines } from './charset.ts';
import { mailDate } from './header.ts';
import { type Prose, proseIn } from './text.ts';
import type { Letter } from './threads.ts';

const KINDS = ['pdf', 'docx', 'jpg', 'xlsx'] as const;
const TYPES: Readonly<{ [kind in (typeof KINDS)[number]]: string }> = {
  pdf: 'application/pdf',
  docx: 'application/vnd.openxmlformats-officedocument.wordprocessingml.document',
  jpg: 'image/jpeg',
  xlsx: 'application/vnd.openxmlformats-officedocument.spreadsheetml.sheet',
};
const BLOBS = 48;

/** Bytes that look like compressed files, in base64: some 3 kB the smallest, 180 kB the largest, 45 kB on average. */
function blobs(): Buffer[] {
  const random = new Random('attachments');
  return Array.from({ length: BLOBS }, (_, i) => {
    const size = Math.round(1950 * 1.094 ** i);
    const bytes = Buffer.alloc(size);
    for (let at = 0; at + 4 <= size; at += 4) bytes.writeUInt32LE(random.bits(), at);
    return Buffer.from(base64Lines(bytes), 'latin1');
  });
}

/** What word processors put before the text of an HTML mail. */
function styleSheet(): string {
  const rule = (i: number): string =>
    `p.MsoNormal${i}, li.MsoNormal${i}, div.MsoNormal${i}\n\t{margin:0cm;\n\tfont-size:11.${i}pt;\n\tfont-family:"Calibri",sans-serif;}\n`;
  const rules = Array.from({ length: 45 }, (_, i) => rule(i)).join('');
  return `<html><head><meta http-equiv="Content-Type" content="text/html">\n<style><!--\n${rules}--></style></head>\n<body lang="EN">\n`;
}

/** Writes bodies; keeps the parts that many of them share ready. */
export class Bodies {
  readonly #out: Output;
  readonly #random: Random;
  readonly #blobs = blobs();
  readonly #style = styleSheet();
  readonly #quotedStyle = Buffer.from(this.#style.replaceAll('=', '=3D'), 'latin1');

  constructor(out: Output, random: Random) {
    this.#out = out;
    this.#random = random;
  }

  write(letter: Letter, index: number): void {
    const kind = this.#random.below(100);
    const boundary = `----=_Part_${index}_${this.#random.bits().toString(16)}`;
    if (kind < 48) this.#text(letter);
    else if (kind < 84) this.#alternative(letter, boundary);
    else this.#mixed(letter, boundary, kind < 92);
  }

  #mixed(letter: Letter, boundary: string, both: boolean): void {
    const out = this.#out;
    out.text(`Content-Type: multipart/mixed; boundary="${boundary}"\n\n--${boundary}\n`);
    if (both) this.#alternative(letter, `${boundary}.a`);
    else this.#text(letter);
    const count = 1 + this.#random.skewed(4);
    for (let i = 0; i < count; i++) {
      const kind = this.#random.pick(KINDS);
      const name = `document-${this.#random.below(100_000)}.${kind}`;
      out.text(`\n--${boundary}\nContent-Type: ${TYPES[kind]}; name="${name}"\n`);
      out.text(`Content-Disposition: attachment; filename="${name}"\nContent-Transfer-Encoding: base64\n\n`);
      out.bytes(this.#random.pick(this.#blobs));
    }
    out.text(`\n--${boundary}--\n`);
  }

  #alternative(letter: Letter, boundary: string): void {
    const out = this.#out;
    out.text(`Content-Type: multipart/alternative; boundary="${boundary}"\n\n--${boundary}\n`);
    this.#text(letter);
    out.text(`\n--${boundary}\n`);
    this.#html(letter);
    out.text(`\n--${boundary}--\n`);
  }

  #type(letter: Letter, type: string): void {
    const { charset, transfer } = letter.form;
    this.#out.text(`Content-Type: ${type}; charset=${charset}\nContent-Transfer-Encoding: ${transfer}\n\n`);
  }

  #parts(parts: readonly (Buffer | string)[], transfer: string): void {
    const out = this.#out;
    if (transfer !== 'base64') {
      for (const part of parts) typeof part === 'string' ? out.text(part) : out.bytes(part);
      return;
    }
    const whole = Buffer.concat(parts.map((part) => (typeof part === 'string' ? Buffer.from(part, 'latin1') : part)));
    out.text(base64Lines(whole));
  }

  #text(letter: Letter): void {
    const { transfer } = letter.form;
    const prose = proseIn(letter.language, letter.form);
    this.#type(letter, 'text/plain');
    const own = letter.paragraphs.map((p) => prose[p]!.plain);
    this.#parts([...own, ...this.#quoted(letter, prose), `-- \n${letter.from.domain}\n`], transfer);
  }

  /** Two of three answers quote what they answer. */
  #quoted({ parent }: Letter, prose: readonly Prose[]): (Buffer | string)[] {
    if (parent === null || !this.#random.chance(65)) return [];
    const when = mailDate(parent.at, parent.from.offset).slice(0, -9);
    const attribution = `On ${when}, ${parent.from.address} wrote:\n`;
    return [attribution, ...parent.paragraphs.slice(0, 5).map((p) => prose[p]!.quoted), '\n'];
  }

  #html(letter: Letter): void {
    const { transfer } = letter.form;
    const prose = proseIn(letter.language, letter.form);
    this.#type(letter, 'text/html');
    const style = transfer === 'quoted-printable' ? this.#quotedStyle : this.#style;
    this.#parts([style, ...letter.paragraphs.map((p) => prose[p]!.html), '</body></html>\n'], transfer);
  }
}
