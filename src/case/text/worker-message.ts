/** What a thread that indexes text answers. */
import type { IndexedShard } from './shard.ts';

export type FromIndexer =
  /** Bytes of records that are done since the last time. */
  | { readonly bytes: number }
  | { readonly done: IndexedShard }
  /** The system or the engine refused something. */
  | { readonly failed: string; readonly code: string };
