/** How files of a segment are called. */

/** Name of a shard's file in the folder of its segment. @param shard its place, from 0 */
export function shardFile(shard: number): string {
  return `shard-${shard}.sqlite`;
}
