// How soon a changed vacancy is found: when somebody asks, and when the index follows by itself.
import { setTimeout as pause } from 'node:timers/promises'
import { eq } from 'drizzle-orm'
import { recordChange } from '#db/change-feed/changes.ts'
import { vacancy } from '#db/schema/index.ts'
import type { Store } from '#db/store/store.ts'
import type { EmbeddedIndex } from '#search/index/embedded/engine.ts'
import { corpusId } from '#tests/support/search/corpus/into-store.ts'
import { percentile } from '../timing.ts'
import { queryOf } from './ours.ts'
import { ANYWHERE } from './peers/peer.ts'
import { thousandth } from './speed.ts'

const CHANGES = 200
const WATCHED = 60
const WAIT_MS = 2000

/** No dictionary has it, no other is near it. */
const wordOf = (nth: number) => `qwx${String(nth).replace(/\d/g, (digit) => 'bcdfghjkmz'.charAt(Number(digit)))}xwq`

async function rename(store: Store, nth: number, title: string): Promise<void> {
  const id = corpusId(nth)
  await store.write(async (tx) => {
    await tx.update(vacancy).set({ title }).where(eq(vacancy.id, id))
    await recordChange(tx, 'vacancy', id)
  })
}

export type News = {
  updateP50Ms: number
  updateP95Ms: number
  foundP50Ms: number
  foundP95Ms: number
  unaskedP50Ms: number
  unaskedP95Ms: number
}

/**
 * `update`: the index takes one change in. `found`: from the commit until the search that finds it has answered. `unasked`: from the commit until
 * the index has it though nobody searched; only looking into its vocabulary, which reads nothing again.
 */
export async function measureNews(store: Store, index: EmbeddedIndex, documents: number): Promise<News> {
  const [update, found, unasked]: [number[], number[], number[]] = [[], [], []]
  const nthOf = (change: number) => 1 + ((change * 7919) % documents)
  for (let change = 0; change < CHANGES; change += 1) {
    await rename(store, nthOf(change), `Galdnieks ${wordOf(change)}`)
    const begin = performance.now()
    await index.catchUp()
    update.push(performance.now() - begin)
    const { ids } = await index.search(queryOf({ ...ANYWHERE, words: wordOf(change) }))
    found.push(performance.now() - begin)
    if (ids[0] !== corpusId(nthOf(change))) throw new Error(`A changed vacancy is not found: ${wordOf(change)}`)
  }
  const stop = index.keepUp((error) => {
    throw error
  })
  await index.catchUp()
  for (let change = CHANGES; change < CHANGES + WATCHED; change += 1) {
    await rename(store, nthOf(change), `Galdnieks ${wordOf(change)}`)
    const begin = performance.now()
    while (index.explain(wordOf(change))[0]?.attempt.relaxed !== 'none') {
      if (performance.now() - begin > WAIT_MS) throw new Error('An index that keeps up does not hear of a change')
      await pause(1)
    }
    unasked.push(performance.now() - begin)
    // Not in step with the follower's own clock.
    await pause((change * 37) % 60)
  }
  await stop()
  const at = (took: readonly number[], share: number) => thousandth(percentile(took, share))
  return {
    updateP50Ms: at(update, 0.5),
    updateP95Ms: at(update, 0.95),
    foundP50Ms: at(found, 0.5),
    foundP95Ms: at(found, 0.95),
    unaskedP50Ms: at(unasked, 0.5),
    unaskedP95Ms: at(unasked, 0.95),
  }
}
