/** Who writes to whom, when, and in answer to what. */
import { Random } from '../random.ts';
import type { Writer } from './people.ts';
import { FORMS, type Form, LANGUAGES, type Language, subjects } from './text.ts';

/** One message before it is written down. */
export interface Letter {
  readonly id: string;
  /** Epoch seconds. */
  readonly at: number;
  readonly from: Writer;
  readonly to: readonly Writer[];
  readonly cc: readonly Writer[];
  readonly subject: string;
  /** Message-IDs of the thread so far, oldest first. */
  readonly references: readonly string[];
  readonly parent: Letter | null;
  readonly language: Language;
  readonly form: Form;
  /** Places of its paragraphs in the prose of its language. */
  readonly paragraphs: readonly number[];
  readonly isList: boolean;
  readonly isAutomatic: boolean;
}

const START = Date.UTC(2028, 0, 3) / 1000;
const SPAN = 3 * 365 * 86_400;
const DAY = 86_400;
/** Shares of the hours of a day, in the writer's own zone. */
const HOURS = [1, 1, 1, 1, 1, 2, 4, 10, 30, 45, 50, 45, 30, 40, 48, 45, 38, 25, 12, 8, 8, 8, 5, 2];
const HOUR_OF = HOURS.flatMap((share, hour) => new Array<number>(share).fill(hour));
const OPEN_THREADS = 4096;
const LONGEST_CHAIN = 25;

/** Draws letters one after the other; answers go to one of the last few thousand. */
export class Threads {
  readonly #random = new Random('threads');
  readonly #people: readonly Writer[];
  readonly #count: number;
  readonly #recent: Letter[] = [];
  readonly #subjects = new Map(LANGUAGES.map((language) => [language, subjects(language)]));

  /** @param count letters that there will be, over three years */
  constructor(people: readonly Writer[], count: number) {
    this.#people = people;
    this.#count = count;
  }

  /** @param index place of the letter from 0 */
  next(index: number): Letter {
    const random = this.#random;
    const isReply = this.#recent.length > 0 && random.chance(52);
    const letter = isReply ? this.#reply(index) : this.#first(index);
    this.#recent[index % OPEN_THREADS] = letter;
    return letter;
  }

  #writer(): Writer {
    return this.#people[this.#random.skewed(this.#people.length)]!;
  }

  #at(index: number, offset: number, after: number): number {
    const random = this.#random;
    const day = START + Math.floor(((index / this.#count) * SPAN) / DAY) * DAY;
    const at = day + random.pick(HOUR_OF) * 3600 + random.below(3600) - offset * 60;
    return at > after ? at : after + 60 + random.below(7200);
  }

  #id(index: number, from: Writer): string {
    const random = this.#random;
    const hex = (): string => random.bits().toString(16).padStart(8, '0');
    return `${hex()}${hex()}.${index}@${from.domain}`;
  }

  #several(most: number, besides: readonly Writer[]): Writer[] {
    const found = Array.from({ length: most }, () => this.#writer());
    return [...new Set(found)].filter((writer) => !besides.includes(writer));
  }

  #form(language: Language): Form {
    return this.#random.pick(FORMS[language]);
  }

  #paragraphs(): number[] {
    return Array.from({ length: 1 + this.#random.skewed(9) + this.#random.below(3) }, () => this.#random.below(400));
  }

  #first(index: number): Letter {
    const random = this.#random;
    const from = this.#writer();
    const isList = random.chance(3);
    const language = LANGUAGES[Math.max(0, random.below(20) - 16)]!;
    const spoken = random.chance(22) ? 'western' : language;
    const to = this.#several(isList ? 1 : 1 + random.skewed(6) + (random.chance(2) ? 20 : 0), [from]);
    const cc = random.chance(35) ? this.#several(1 + random.skewed(8), [from, ...to]) : [];
    return {
      id: this.#id(index, from),
      at: this.#at(index, from.offset, 0),
      from,
      to: to.length === 0 ? [this.#people[(index + 1) % this.#people.length]!] : to,
      cc,
      subject: `${random.chance(8) ? 'Fwd: ' : ''}${random.pick(this.#subjects.get(spoken)!)}`,
      references: [],
      parent: null,
      language: spoken,
      form: this.#form(spoken),
      paragraphs: this.#paragraphs(),
      isList,
      isAutomatic: random.chance(3),
    };
  }

  #reply(index: number): Letter {
    const random = this.#random;
    const back = random.skewed(Math.min(this.#recent.length, OPEN_THREADS - 1));
    const parent = this.#recent[(index - 1 - back + OPEN_THREADS) % OPEN_THREADS] ?? this.#recent[0]!;
    const from = random.pick(parent.to);
    const toAll = random.chance(60);
    const others = [...parent.to, ...parent.cc].filter((writer) => writer !== from && writer !== parent.from);
    return {
      id: this.#id(index, from),
      at: this.#at(index, from.offset, parent.at),
      from,
      to: [parent.from, ...(toAll ? parent.to.filter((writer) => writer !== from && writer !== parent.from) : [])],
      cc: toAll ? others.filter((writer) => parent.cc.includes(writer)) : [],
      subject: parent.subject.startsWith('Re: ') ? parent.subject : `Re: ${parent.subject}`,
      references: [...parent.references.slice(-LONGEST_CHAIN), parent.id],
      // One step is kept: a chain of them would hold every letter that ever was.
      parent: { ...parent, parent: null },
      language: parent.language,
      form: this.#form(parent.language),
      paragraphs: this.#paragraphs(),
      isList: parent.isList,
      isAutomatic: false,
    };
  }
}
