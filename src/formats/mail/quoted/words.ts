/**
 * The words with which mail programs of several languages write the headers of a message that they quote. They are
 * looked for in the bytes of a text, seen as Latin-1, so that places stay bytes: each word is spelled in the bytes of
 * the charsets that its language is written in.
 */

/** What a line of a quoted header says. */
export type Label = 'from' | 'date' | 'to' | 'cc' | 'bcc' | 'subject' | 'other';

const LABELS: Readonly<Record<Label, string>> = {
  from: 'From Von De Från Fra Van Da Od От Lähettäjä Feladó Kimden 差出人 发件人 寄件者',
  date: 'Sent Date Gesendet Datum Envoyé Enviado Enviado_el Fecha Data Inviato Skickat Skickades Sendt Dato Verzonden Wysłano Отправлено Дата Lähetetty Päivämäärä 送信日時 日付 发送时间 日期',
  to: 'To An À A Para Till Til Aan Do Кому Vastaanottaja 宛先 收件人',
  cc: 'Cc CC cc Kopie Kopia Копия Kopi DW Kopio 抄送',
  bcc: 'Bcc bcc BCC Blindkopie Cci Cco',
  subject: 'Subject Betreff Objet Asunto Assunto Oggetto Ämne Emne Onderwerp Temat Тема Aihe Předmět 件名 主题 主旨',
  other:
    'Reply-To Reply_To Importance Wichtigkeit Attachments Anlagen Attachment Sent_by Please_respond_to Sensitivity Priority Organization Newsgroups Message-ID Received Return-Path Sender Mailing-List X-Mailer',
};

/** Charsets in which words are spelled; a charset that lacks a letter of a word gives no spelling. */
const CHARSETS = ['utf-8', 'windows-1252', 'windows-1251', 'koi8-r', 'windows-1250', 'iso-8859-2'] as const;

const bytesOf = new Map<string, ReadonlyMap<string, string>>();

function singleByte(charset: string): ReadonlyMap<string, string> {
  let map = bytesOf.get(charset);
  if (map === undefined) {
    const decoder = new TextDecoder(charset);
    map = new Map(Array.from({ length: 256 }, (_, i) => [decoder.decode(Uint8Array.of(i)), String.fromCharCode(i)]));
    bytesOf.set(charset, map);
  }
  return map;
}

/**
 * The spellings of a word in bytes.
 * @returns Latin-1 texts, each once
 */
function spellings(word: string): string[] {
  const found = new Set<string>();
  for (const charset of CHARSETS) {
    if (charset === 'utf-8') found.add(Buffer.from(word, 'utf8').toString('latin1'));
    else {
      const letters = [...word].map((letter) => singleByte(charset).get(letter));
      if (letters.every((letter) => letter !== undefined)) found.add(letters.join(''));
    }
  }
  return [...found];
}

const byWord = new Map<string, Label>();
for (const [label, words] of Object.entries(LABELS)) {
  for (const word of words.split(' ')) {
    for (const spelling of spellings(word)) {
      const key = spelling.replaceAll('_', ' ').toLowerCase();
      if (!byWord.has(key)) byWord.set(key, label as Label);
    }
  }
}

const LONGEST = Math.max(...[...byWord.keys()].map((word) => word.length));

/** Asterisks around the word are what programs leave of bold type; French ones put a space, often unbreakable, before the colon. */
const LABEL_LINE =
  /^[*_]{0,2}([^\s:*][^:*]*?)[*_]{0,2}(?:\xc2?\xa0|[ \t])*(?::|\xef\xbc\x9a)[*_]{0,2}(?:\xc2?\xa0|[ \t])*/;

/**
 * The header word that a line begins with.
 * @param line Latin-1 text without quote marks and white space before it
 * @returns the label and where its value begins, null when the line begins with no such word
 */
export function labelOf(line: string): { readonly label: Label; readonly value: number } | null {
  const colon = line.indexOf(':');
  const wide = line.indexOf('\u00ef\u00bc\u009a');
  if ((colon === -1 || colon > LONGEST + 8) && (wide === -1 || wide > LONGEST + 8)) return null;
  const match = LABEL_LINE.exec(line);
  if (match === null) return null;
  const label = byWord.get(match[1]!.replace(/\s+/g, ' ').toLowerCase());
  return label === undefined ? null : { label, value: match[0].length };
}

/** Spellings of the words for the subject, which every quoted header holds: what to look for first. */
export const SUBJECT_SPELLINGS: readonly string[] = LABELS.subject.split(' ').flatMap(spellings);
