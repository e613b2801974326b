/** Which display names read as which bare names. */
import { foldName } from '../../../identity/name.ts';
import type { Ledger } from '../../../ledger/ledger.ts';
import { BARE_NAMES, TEXT_FOLD, TEXTS } from '../../../ledger/queries/contacts/names.ts';

interface BareNames extends Readonly<{ [column: string]: unknown }> {
  readonly address_no: Int32Array;
  readonly norm: readonly string[];
}
interface Texts extends Readonly<{ [column: string]: unknown }> {
  readonly text_no: Int32Array;
  readonly text: readonly (string | null)[];
}

/**
 * Makes the temporary table text_fold: display names and organisations, folded, and the bare-name address that each is.
 * Empty when no address is a bare name.
 */
export async function makeTextFold(ledger: Ledger): Promise<void> {
  const bare = await ledger.columns<BareNames>(BARE_NAMES);
  const lines: string[] = [];
  if (bare.rows > 0) {
    const addressOf = new Map(Array.from(bare.address_no, (address, i) => [bare.norm[i]!, address]));
    const folds = new Map<string, number>();
    const texts = await ledger.columns<Texts>(TEXTS);
    for (let i = 0; i < texts.rows; i++) {
      const folded = foldName(texts.text[i] ?? '');
      if (folded === '') continue;
      const fold = folds.get(folded) ?? folds.size;
      folds.set(folded, fold);
      lines.push(`${texts.text_no[i]} ${fold} ${addressOf.get(folded) ?? '-'}`);
    }
  }
  await ledger.run(TEXT_FOLD, { lines: lines.join('\n') });
}
