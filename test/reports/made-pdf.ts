/** Small PDFs, made by hand: pages of one line of text each. */

const escaped = (text: string): string => text.replace(/([\\()])/g, '\\$1');

function written(objects: readonly string[], trailer: string): Buffer {
  let body = '%PDF-1.4\n';
  const offsets = objects.map((object, i) => {
    const at = body.length;
    body += `${i + 1} 0 obj\n${object}\nendobj\n`;
    return at;
  });
  const table = offsets.map((offset) => `${String(offset).padStart(10, '0')} 00000 n \n`).join('');
  const start = body.length;
  const size = objects.length + 1;
  return Buffer.from(
    `${body}xref\n0 ${size}\n0000000000 65535 f \n${table}trailer\n<< /Size ${size} /Root 1 0 R ${trailer}>>\nstartxref\n${start}\n%%EOF\n`,
    'latin1',
  );
}

function objectsOf(pages: readonly string[]): string[] {
  const kids = pages.map((_, i) => `${4 + 2 * i} 0 R`).join(' ');
  const content = (text: string): string =>
    text === '' ? '0 0 m 9 9 l S' : `BT /F1 12 Tf 40 700 Td (${escaped(text)}) Tj ET`;
  return [
    '<< /Type /Catalog /Pages 2 0 R >>',
    `<< /Type /Pages /Kids [${kids}] /Count ${pages.length} >>`,
    '<< /Type /Font /Subtype /Type1 /BaseFont /Helvetica >>',
    ...pages.flatMap((text, i) => [
      `<< /Type /Page /Parent 2 0 R /MediaBox [0 0 600 800] /Resources << /Font << /F1 3 0 R >> >> /Contents ${5 + 2 * i} 0 R >>`,
      `<< /Length ${content(text).length} >>\nstream\n${content(text)}\nendstream`,
    ]),
  ];
}

/** @param pages text of each page; '' for a page that shows a line and no text */
export function pdf(...pages: string[]): Buffer {
  return written(objectsOf(pages), '');
}

/** One that opens only with a password (ISO 32000-1, 7.6: the standard security handler, revision 2). */
export function lockedPdf(): Buffer {
  const objects = objectsOf(['hidden']);
  const key = `${'<'.padEnd(65, '5A')}>`;
  return written(
    [...objects, `<< /Filter /Standard /V 1 /R 2 /O ${key} /U ${key} /P -44 >>`],
    `/Encrypt ${objects.length + 1} 0 R /ID [<00112233445566778899AABBCCDDEEFF> <00112233445566778899AABBCCDDEEFF>] `,
  );
}
