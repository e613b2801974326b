/** Who said it. */
import type { VNode } from 'preact';
import type { ClaimRow } from '../../../src/server/shapes/statements.ts';
import { Party } from '../../parts/party.tsx';
import { Written } from '../../parts/written.tsx';

/** A person with a page of their own, or the name of a group. */
export function Speaker({ claim }: { readonly claim: ClaimRow }): VNode {
  return claim.speaker === null ? <Written text={claim.speakerText} limit={120} /> : <Party party={claim.speaker} />;
}
