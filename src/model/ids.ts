/** Short names of content ids: a letter for the kind and the first hex digits of a 64-bit hash. */
export const ID_KINDS = {
  record: 'r',
  contact: 'c',
  disclosure: 'd',
  finding: 'f',
  source: 's',
  party: 'p',
  count: 'n',
} as const;
export type IdKind = keyof typeof ID_KINDS;

/**
 * The full text of an id.
 * @param kind what the id names
 * @param hash 64-bit hash
 */
export function idText(kind: IdKind, hash: bigint): string {
  return `${ID_KINDS[kind]}:${hash.toString(16).padStart(16, '0')}`;
}

/**
 * Reads an id or a prefix of one.
 * @returns the kind and the range of hashes that begin with the prefix; null when the text is no id
 */
export function parseId(text: string): { readonly kind: IdKind; readonly from: bigint; readonly to: bigint } | null {
  const match = /^([a-z]):([0-9a-f]{1,16})$/.exec(text);
  if (match === null) return null;
  const kind = (Object.keys(ID_KINDS) as IdKind[]).find((k) => ID_KINDS[k] === match[1]);
  if (kind === undefined) return null;
  const digits = match[2]!;
  return {
    kind,
    from: BigInt(`0x${digits.padEnd(16, '0')}`),
    to: BigInt(`0x${digits.padEnd(16, 'f')}`),
  };
}
