// The embedded vacancy index: everything in memory, built from the store and brought up to its change feed before each answer.
import type { Instant } from '#app/domain/day.ts'
import { idsOf, type Change } from '#db/changes.ts'
import { openFollower } from '#db/follower.ts'
import { listPublishedIdsOf } from '#db/vacancy-documents.ts'
import type { Store } from '#db/store/store.ts'
import { readDocuments, type VacancyDocument } from './document.ts'
import { applyFilters } from './filters.ts'
import { inOrder } from './order.ts'
import { IndexDown, type VacancyHits, type VacancyIndex, type VacancyQuery } from './port.ts'
import { openWordIndex } from './words.ts'

/** Putting all of them in takes seconds in a large country: requests are answered in between. */
const AT_ONCE = 200

export function openEmbeddedIndex(store: Store, now: () => Instant): VacancyIndex {
  let documents = new Map<string, VacancyDocument>()
  let words = openWordIndex()

  function put(document: VacancyDocument): void {
    documents.set(document.id, document)
    words.put(document)
  }

  function drop(id: string): void {
    documents.delete(id)
    words.drop(id)
  }

  async function readAll(): Promise<void> {
    const all = await readDocuments(store, 'all')
    const fresh = { documents: new Map<string, VacancyDocument>(), words: openWordIndex() }
    for (const [at, document] of all.entries()) {
      fresh.documents.set(document.id, document)
      fresh.words.put(document)
      if (at % AT_ONCE === AT_ONCE - 1) await new Promise((resolve) => setImmediate(resolve))
    }
    // At once: an answer never sees half of them.
    documents = fresh.documents
    words = fresh.words
  }

  async function takeIn(changes: readonly Change[]): Promise<void> {
    const ids = idsOf(changes, 'vacancy')
    const employers = idsOf(changes, 'employer')
    if (employers.size > 0) {
      for (const id of await listPublishedIdsOf(store, [...employers])) ids.add(id)
      for (const held of documents.values()) if (held.employerId !== null && employers.has(held.employerId)) ids.add(held.id)
    }
    if (ids.size === 0) return
    const rows = new Map((await readDocuments(store, [...ids])).map((document) => [document.id, document]))
    for (const id of ids) {
      const document = rows.get(id)
      if (document) put(document)
      else drop(id)
    }
  }

  const follower = openFollower(store, { readAll, takeIn })

  async function catchUp(): Promise<void> {
    try {
      await follower.catchUp()
    } catch (error) {
      throw new IndexDown('The vacancy index could not read the store', { cause: error })
    }
  }

  function answer(query: VacancyQuery): VacancyHits {
    const at = now()
    const visible = (document: VacancyDocument) => document.expiresAt > at && query.visibilities.includes(document.visibility)
    const met = words.find(query.words, (id) => {
      const document = documents.get(id)
      return document !== undefined && visible(document)
    })
    const within = [...documents.values()].filter((document) => (met ? met.scores.has(document.id) : visible(document)))
    const { passed, distances, facets } = applyFilters(within, query)
    const first = (query.page - 1) * query.pageSize
    const ids = inOrder(passed, query, met?.scores ?? null, distances).slice(first, first + query.pageSize)
    return {
      total: passed.length,
      ids,
      distanceKm: Object.fromEntries(ids.flatMap((id) => (distances.has(id) ? [[id, distances.get(id) ?? 0]] : []))),
      facets,
      relaxed: met?.relaxed ?? 'none',
    }
  }

  return {
    engine: 'embedded',
    search: async (query) => {
      await catchUp()
      return answer(query)
    },
    catchUp,
    keepUp: follower.keepUp,
    ping: catchUp,
  }
}
