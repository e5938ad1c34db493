// Compares an index with the store, vacancy by vacancy, and has the differences indexed again.
import { recordChanges } from '#db/change-feed/changes.ts'
import type { EngineName } from '#app/domain/search/search-engine.ts'
import { inParts, publishedIds } from '#db/vacancies/published.ts'
import { rejectedAttempts } from '#db/search/rejected.ts'
import type { Store } from '#db/store/store.ts'
import { documentParts, revisionOf } from './document.ts'

export type Differences = {
  compared: number
  /** In the store alone. */
  missing: string[]
  /** In the index alone. */
  surplus: string[]
  /** In both, not the same. */
  stale: string[]
}

const AT_ONCE = 500

async function revisionsInStore(store: Store, ids: readonly string[]): Promise<Map<string, string>> {
  const revisions = new Map<string, string>()
  for await (const vacancies of documentParts(store, ids)) for (const vacancy of vacancies) revisions.set(vacancy.id, revisionOf(vacancy))
  return revisions
}

async function* inRows<T>(rows: AsyncIterable<T>): AsyncGenerator<T[]> {
  let part: T[] = []
  for await (const row of rows) {
    part.push(row)
    if (part.length < AT_ONCE) continue
    yield part
    part = []
  }
  if (part.length > 0) yield part
}

/** @param indexed everything the index holds, in any order. A vacancy that changes meanwhile may show as a difference, which does no harm. */
export async function differences(store: Store, indexed: AsyncIterable<{ id: string; rev: string }>): Promise<Differences> {
  const seen = new Set<string>()
  const surplus: string[] = []
  const stale: string[] = []
  for await (const part of inRows(indexed)) {
    const revisions = await revisionsInStore(
      store,
      part.map(({ id }) => id),
    )
    for (const { id, rev } of part) {
      seen.add(id)
      const own = revisions.get(id)
      if (own === undefined) surplus.push(id)
      else if (own !== rev) stale.push(id)
    }
  }
  const missing: string[] = []
  for await (const ids of publishedIds(store)) {
    const unseen = ids.filter((id) => !seen.has(id))
    if (unseen.length > 0) missing.push(...(await revisionsInStore(store, unseen)).keys())
  }
  return { compared: seen.size + missing.length, missing, surplus, stale }
}

/** A vacancy that the engine rejected is not missing. */
export async function withoutRejected(store: Store, engine: EngineName, found: Differences): Promise<Differences> {
  const missing: string[] = []
  for (const part of inParts(found.missing)) {
    const rejected = await rejectedAttempts(store, engine, part)
    missing.push(...part.filter((id) => !rejected.has(id)))
  }
  return { ...found, missing }
}

/** Writes the differences to the change feed, so that every follower indexes or removes them. */
export async function requeueDifferences(store: Store, { missing, surplus, stale }: Differences): Promise<number> {
  const ids = [...missing, ...surplus, ...stale]
  for (const part of inParts(ids)) await store.write((tx) => recordChanges(tx, 'vacancy', part))
  return ids.length
}
