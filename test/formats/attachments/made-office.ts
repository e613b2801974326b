/** Small office files, made by hand. */
import { deflateSync } from 'node:zlib';
import writeXlsxFile from 'write-excel-file/node';
import { zip } from '../../bytes/making.ts';

const WORD = 'http://schemas.openxmlformats.org/wordprocessingml/2006/main';

/** A document of some paragraphs. @param more characters of white space that its body holds besides */
export function docx(paragraphs: readonly string[], more = 0): Buffer {
  const body = paragraphs.map((text) => `<w:p><w:r><w:t xml:space="preserve">${text}</w:t></w:r></w:p>`).join('');
  return zip([
    {
      name: '[Content_Types].xml',
      data: '<?xml version="1.0"?><Types xmlns="http://schemas.openxmlformats.org/package/2006/content-types"><Default Extension="rels" ContentType="application/vnd.openxmlformats-package.relationships+xml"/><Default Extension="xml" ContentType="application/xml"/><Override PartName="/word/document.xml" ContentType="application/vnd.openxmlformats-officedocument.wordprocessingml.document.main+xml"/></Types>',
    },
    {
      name: '_rels/.rels',
      data: '<?xml version="1.0"?><Relationships xmlns="http://schemas.openxmlformats.org/package/2006/relationships"><Relationship Id="rId1" Type="http://schemas.openxmlformats.org/officeDocument/2006/relationships/officeDocument" Target="word/document.xml"/></Relationships>',
    },
    {
      name: 'word/document.xml',
      data: `<?xml version="1.0"?><w:document xmlns:w="${WORD}"><w:body>${body}${' '.repeat(more)}</w:body></w:document>`,
    },
  ]);
}

/** A workbook of one sheet. */
export async function xlsx(sheet: string, rows: readonly (readonly string[])[]): Promise<Buffer> {
  const cells = rows.map((row) => row.map((value) => ({ value, type: String })));
  return await writeXlsxFile(cells, { sheet }).toBuffer();
}

/** A PDF with one page whose content is so many bytes of a comment, packed twice: a thousandfold of a thousandfold. */
export function pdfBomb(bytes: number): Buffer {
  const packed = deflateSync(
    deflateSync(Buffer.concat([Buffer.from('%'), Buffer.alloc(bytes, 'a'), Buffer.from('\n')])),
  );
  const objects = [
    Buffer.from('<< /Type /Catalog /Pages 2 0 R >>'),
    Buffer.from('<< /Type /Pages /Kids [3 0 R] /Count 1 >>'),
    Buffer.from('<< /Type /Page /Parent 2 0 R /MediaBox [0 0 600 800] /Contents 4 0 R >>'),
    Buffer.concat([
      Buffer.from(`<< /Length ${packed.length} /Filter [/FlateDecode /FlateDecode] >>\nstream\n`),
      packed,
      Buffer.from('\nendstream'),
    ]),
  ];
  const body = objects.map((object, i) =>
    Buffer.concat([Buffer.from(`${i + 1} 0 obj\n`), object, Buffer.from('\nendobj\n')]),
  );
  const tail = Buffer.from('trailer\n<< /Size 5 /Root 1 0 R >>\n%%EOF\n');
  return Buffer.concat([Buffer.from('%PDF-1.4\n'), ...body, tail]);
}
