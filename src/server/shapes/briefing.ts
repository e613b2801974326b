/** /briefing.json: what would be handed over. The preview is for a sandboxed frame. */

/** A form of the briefing. */
export interface BriefingFile {
  /** File name to save it under. */
  readonly name: string;
  /** Address, with ?redact=true where that is asked for. */
  readonly address: string;
  /** What it is, in words. */
  readonly what: string;
  /** Bytes. */
  readonly size: number;
  /** SHA-256, lower-case hex. */
  readonly sha256: string;
}

/** /briefing.json?redact=true */
export interface BriefingPage {
  readonly redacted: boolean;
  /** Address of the frame. */
  readonly preview: string;
  /** The three forms, the manifest and the checker: what belongs together. */
  readonly files: readonly BriefingFile[];
  /** Why there is none (a source is gone or was changed); null where there is one. */
  readonly fault: string | null;
}
