/** The lines of a text with their quote marks taken off. */

/** Lines that are looked at. */
const MOST = 50_000;

/** The lines of one text; a line's number is its index. Places are those of the text, which is Latin-1, so bytes. */
export class Lines {
  readonly text: string;
  /** First character of each line. */
  readonly start: number[] = [];
  /** First character after quote marks and white space. */
  readonly content: number[] = [];
  /** Place after the last character that is no white space. */
  readonly end: number[] = [];
  /** Number of quote marks ">". */
  readonly depth: number[] = [];
  /** Whether white space stands between the quote marks, or the line's start, and the content. */
  readonly indented: boolean[] = [];

  constructor(text: string) {
    this.text = text;
    for (let at = 0; at < text.length && this.start.length < MOST; ) {
      const newline = text.indexOf('\n', at);
      const next = newline === -1 ? text.length : newline + 1;
      this.#add(at, next);
      at = next;
    }
  }

  get count(): number {
    return this.start.length;
  }

  /** What a line says, without quote marks and white space around it. */
  line(index: number): string {
    return this.text.slice(this.content[index]!, this.end[index]!);
  }

  isBlank(index: number): boolean {
    return this.content[index]! >= this.end[index]!;
  }

  #add(at: number, next: number): void {
    const { text } = this;
    let end = next;
    while (end > at && text.charCodeAt(end - 1) <= 32) end--;
    let content = at;
    let depth = 0;
    let afterMark = at;
    for (; content < end; content++) {
      const code = text.charCodeAt(content);
      if (code === 62) {
        depth++;
        afterMark = content + 1;
      } else if (code !== 32 && code !== 9) break;
    }
    // A single space after a quote mark is part of the mark.
    if (depth > 0 && text.charCodeAt(afterMark) === 32) afterMark++;
    this.start.push(at);
    this.content.push(Math.min(content, end));
    this.end.push(end);
    this.depth.push(depth);
    this.indented.push(content > afterMark);
  }
}
