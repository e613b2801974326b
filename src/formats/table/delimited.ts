/** How a delimited file is written. */
import type { UnitForm } from './units.ts';

export interface Dialect {
  /** A charset that decode takes. */
  readonly encoding: string;
  readonly units: UnitForm;
  /** Bytes of the byte-order mark. */
  readonly mark: number;
  /** First byte of the first row. */
  readonly start: number;
  /** Number of the first row: 2 where a line before it names the delimiter. */
  readonly firstRow: number;
  readonly delimiter: string;
  /** Whether a CR alone ends a line (classic Mac OS). */
  readonly loneCr: boolean;
  /** Whether each row stands quoted as a whole in one cell: a table that was exported twice. */
  readonly wrapped: boolean;
  /** 0 to 1: how sure it is that the file is a delimited one. */
  readonly confidence: number;
}
