// The embedded index over the store of a test.
import type { Store } from '#db/store/store.ts'
import { openEmbeddedIndex, type EmbeddedIndex } from '#search/index/embedded/engine.ts'

/** An index that keeps no file. */
export async function indexOver(store: Store, now: () => number): Promise<EmbeddedIndex> {
  return openEmbeddedIndex(store, { now, folder: ':memory:' })
}
