/** Messages with one attachment, written by hand where parsers part ways on what its content is. */

export interface Carrier {
  readonly name: string;
  readonly message: Buffer;
  /** What the attachment is, one character a byte (RFC 2045, RFC 2046). */
  readonly content: string;
}

const FIELDS = 'From: a@example.org\nDate: Tue, 5 Mar 2024 10:00:00 +0000\nMessage-ID: <1@example.org>\n';

/** @param written the attachment as it is encoded, with the line end that belongs to the delimiter, if there is one */
function carrier(name: string, transfer: string, written: string, content: string, end = '\n'): Carrier {
  const text = `${FIELDS}MIME-Version: 1.0
Content-Type: multipart/mixed; boundary="edge"

--edge
Content-Type: text/plain

Enclosed.
--edge
Content-Type: application/octet-stream
Content-Disposition: attachment; filename="plan.bin"
Content-Transfer-Encoding: ${transfer}

${written}--edge--
`;
  return { name, message: Buffer.from(text.replaceAll('\n', end), 'latin1'), content: content.replaceAll('\n', end) };
}

export const CARRIERS: readonly Carrier[] = [
  carrier('the line end before the delimiter', '8bit', 'one\ntwo\n', 'one\ntwo'),
  carrier('empty lines before the delimiter', '8bit', 'one\n\n\n', 'one\n\n'),
  carrier('lines that end with CR and LF', '8bit', 'one\ntwo\n\n', 'one\ntwo\n', '\r\n'),
  carrier('no content', '8bit', '', ''),
  carrier('one line end and nothing else', '8bit', '\n', ''),
  carrier('quoted-printable', 'quoted-printable', 'a=3Db =\nc\n\n', 'a=b c\n'),
  carrier('quoted-printable that ends with a soft line break', 'quoted-printable', 'a=\n', 'a'),
  carrier('base64', 'base64', 'b25lIHR3byB0aHJlZQ==\n\n', 'one two three'),
  carrier('base64 without padding', 'base64', 'b25lIHR3byB0aHJlZQ\n', 'one two three'),
  carrier('base64 with a line of padding in it', 'base64', 'b25lIA==\ndHdvIHRocmVl\n', 'one two three'),
  carrier(
    'base64 with digits of base64url, which are none',
    'base64',
    'b2-5lIH_R3\n--byB0aHJl-ZQ==\n',
    'one two three',
  ),
  carrier('base64 with other characters', 'base64', 'b2*5lIH!R3\n>byB0aHJl ZQ==\n', 'one two three'),
  carrier('an encoding that nobody knows', 'x-uuencode', 'begin 600 a\n#;VYE\n`\nend\n', 'begin 600 a\n#;VYE\n`\nend'),
];
