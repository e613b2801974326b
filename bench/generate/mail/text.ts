/** Made-up prose in four languages, prepared once in every form in which a message can carry it. */
import { Random } from '../random.ts';
import { type Charset, encode, quotedPrintable } from './charset.ts';

export const LANGUAGES = ['english', 'western', 'russian', 'greek'] as const;
export type Language = (typeof LANGUAGES)[number];

export type Transfer = '7bit' | '8bit' | 'quoted-printable' | 'base64';

/** How the text of a message is written. */
export interface Form {
  readonly charset: Charset;
  readonly transfer: Transfer;
}

/** Forms of a language, as often as they stand here. */
export const FORMS: Readonly<{ [language in Language]: readonly Form[] }> = {
  english: [
    { charset: 'us-ascii', transfer: '7bit' },
    { charset: 'us-ascii', transfer: '7bit' },
    { charset: 'utf-8', transfer: '7bit' },
    { charset: 'utf-8', transfer: 'quoted-printable' },
    { charset: 'iso-8859-1', transfer: 'quoted-printable' },
    { charset: 'utf-8', transfer: 'base64' },
  ],
  western: [
    { charset: 'iso-8859-1', transfer: '8bit' },
    { charset: 'iso-8859-1', transfer: 'quoted-printable' },
    { charset: 'windows-1252', transfer: 'quoted-printable' },
    { charset: 'utf-8', transfer: '8bit' },
    { charset: 'utf-8', transfer: 'quoted-printable' },
    { charset: 'utf-8', transfer: 'base64' },
  ],
  russian: [
    { charset: 'windows-1251', transfer: '8bit' },
    { charset: 'windows-1251', transfer: 'base64' },
    { charset: 'utf-8', transfer: 'base64' },
  ],
  greek: [
    { charset: 'iso-8859-7', transfer: 'quoted-printable' },
    { charset: 'utf-8', transfer: 'base64' },
  ],
};

const WORDS: Readonly<{ [language in Language]: string }> = {
  english:
    'the the the the of of and and to to a in is for we that it with on be this are by as not have will from at can ' +
    'harbour tender quay contract offer price board council report draft minutes meeting agenda schedule dredging ' +
    'pilot vessel berth crane cargo licence permit survey depth channel budget invoice payment deadline annex clause ' +
    'please confirm attach send review approve discuss agree call answer before after tomorrow morning Monday Friday ' +
    'office committee member director question proposal comment version figure estimate supplier engineer inspection',
  western:
    'der die und le la et les och att en för är på über für möglich könnte größer année réunion marché après déjà ' +
    'prévu coût règlement sitzung entwurf angebot rückfrage hafen straße gespräch prüfung förvaltning möte ärende ' +
    'beslut hamnen kajen anbud bilaga nästa frågan señor año mañana reunión también según préstamo – protokoll',
  russian:
    'и в не на что с по как мы это для до порт причал договор цена совет отчет встреча протокол завтра после срок ' +
    'просьба ответ вопрос предложение проект смета оплата письмо комитет член судно груз кран лицензия проверка',
  greek:
    'και το να με του της στο για από που δεν είναι λιμάνι σύμβαση τιμή συμβούλιο έκθεση συνάντηση πρακτικά αύριο ' +
    'μετά προθεσμία απάντηση ερώτηση πρόταση σχέδιο πληρωμή επιστολή επιτροπή μέλος πλοίο φορτίο γερανός άδεια',
};

/** A paragraph in one form: the bytes of a body of that form, each ending with an empty line. */
export interface Prose {
  readonly plain: Buffer;
  /** The same with `> ` before each line. */
  readonly quoted: Buffer;
  readonly html: Buffer;
}

const PARAGRAPHS = 400;

function sentence(random: Random, words: readonly string[]): string {
  const list = Array.from({ length: 5 + random.below(14) }, () => random.pick(words));
  const text = list.join(' ');
  return `${text[0]!.toUpperCase()}${text.slice(1)}.`;
}

/** Lines of at most 72 characters. */
function folded(text: string): string {
  const lines: string[] = [];
  let line = '';
  for (const word of text.split(' ')) {
    if (line !== '' && line.length + 1 + word.length > 72) {
      lines.push(line);
      line = word;
    } else line = line === '' ? word : `${line} ${word}`;
  }
  lines.push(line);
  return lines.join('\n');
}

function paragraphs(language: Language): string[] {
  const random = new Random(`text/${language}`);
  const words = WORDS[language].split(' ');
  return Array.from({ length: PARAGRAPHS }, () =>
    Array.from({ length: 2 + random.below(5) }, () => sentence(random, words)).join(' '),
  );
}

/** All paragraphs of a language in one form. base64 is left for the whole body: paragraphs are bytes of the charset. */
function prepare(texts: readonly string[], { charset, transfer }: Form): Prose[] {
  const written = (text: string): Buffer => {
    // A line that begins like the first of a message is changed on its way into an mbox, or before by careful programs.
    if (transfer === 'quoted-printable') {
      const lines = quotedPrintable(encode(text, charset)).toString('latin1');
      return Buffer.from(lines.replace(/^From /gm, '=46rom '), 'latin1');
    }
    return encode(transfer === 'base64' ? text : text.replace(/^From /gm, '>From '), charset);
  };
  return texts.map((text) => {
    const lines = folded(text);
    return {
      plain: written(`${lines}\n\n`),
      quoted: written(`> ${lines.replaceAll('\n', '\n> ')}\n>\n`),
      html: written(`<p class="MsoNormal"><span lang="EN" style="font-size:11.0pt">${lines}</span></p>\n`),
    };
  });
}

const prepared = new Map<string, readonly Prose[]>();

/** The paragraphs of a language in one form. */
export function proseIn(language: Language, form: Form): readonly Prose[] {
  const key = `${language} ${form.charset} ${form.transfer}`;
  const known = prepared.get(key);
  if (known !== undefined) return known;
  const made = prepare(paragraphs(language), form);
  prepared.set(key, made);
  return made;
}

/** Subjects of a language, without Re: and Fwd:. */
export function subjects(language: Language): string[] {
  const random = new Random(`subjects/${language}`);
  const words = WORDS[language].split(' ').filter((word) => word.length > 3);
  return Array.from({ length: 500 }, () => {
    const text = Array.from({ length: 2 + random.below(4) }, () => random.pick(words)).join(' ');
    return `${text[0]!.toUpperCase()}${text.slice(1)}`.slice(0, 40).trimEnd();
  });
}
