/** Display names and bare names that read the same. */
import type { Query } from '../../ledger.ts';
import { addressKind } from './words.ts';

/** Bare names that stand as addresses; none: there is nothing to compare display names with. */
export const BARE_NAMES: Query = {
  name: 'bare-names',
  sql: `select address_no, norm from address where kind = ${addressKind('name')} order by address_no`,
};

/** Display names and organisations. */
export const TEXTS: Query = { name: 'texts', sql: `select text_no, text from text order by text_no` };

/**
 * From the parameter $lines: texts with the number of their folded form, and the bare-name address that folds to it.
 * One line a text: text_no, fold_no, address_no or `-`.
 */
export const TEXT_FOLD: Query = {
  name: 'text-fold',
  sql: `create or replace temp table text_fold as
    select cast(split_part(line, ' ', 1) as integer) as text_no, cast(split_part(line, ' ', 2) as integer) as fold_no,
      cast(nullif(split_part(line, ' ', 3), '-') as integer) as address_no
    from (select unnest(string_split($lines, chr(10))) as line) where line <> ''`,
};
