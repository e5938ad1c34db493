// Meilisearch by itself: the texts as they are, its own typing errors and rules of order; only where MEILI_URL names a server.
import { Meilisearch, type Index } from 'meilisearch'
import type { VacancyDocument } from '#search/index/document.ts'
import { TOP, type OpenPeer, type PeerQuery } from './peer.ts'

const UID = 'tilts_bench'
const TASK_MS = 600_000
/** Few enough that what is on its way stays far below the largest body a server takes. */
const AT_ONCE = 2000

type Held = {
  id: string
  title: string
  meta: string
  body: string
  municipality: string | null
  contract: string | null
  shift: readonly string[]
  published: number
  _geo?: { lat: number; lng: number }
}

const heldOf = ({ id, texts, municipality, contract, shifts, publishedAt, coordinates }: VacancyDocument): Held => ({
  id,
  ...texts,
  municipality,
  contract,
  shift: shifts,
  published: publishedAt,
  ...(coordinates ? { _geo: { lat: coordinates.lat, lng: coordinates.lon } } : {}),
})

type Task = { status: string; error: { message: string } | null }

function settled({ status, error }: Task): void {
  if (status !== 'succeeded') throw new Error(`Meilisearch ${status}: ${error?.message ?? 'no reason given'}`)
}

async function load(index: Index<Held>, documents: AsyncIterable<VacancyDocument[]>): Promise<void> {
  const tasks: number[] = []
  let waiting: Held[] = []
  const send = async () => {
    const { taskUid } = await index.addDocuments(waiting, { primaryKey: 'id' })
    tasks.push(taskUid)
    waiting = []
  }
  for await (const part of documents) {
    waiting.push(...part.map(heldOf))
    if (waiting.length >= AT_ONCE) await send()
  }
  if (waiting.length > 0) await send()
  for (const task of tasks) settled(await index.tasks.waitForTask(task, { timeout: TASK_MS }))
}

/** Values are codes of ours, never what somebody typed. */
function filterOf({ municipality, contract, shift, near }: PeerQuery): string[] {
  return [
    ...(municipality === null ? [] : [`municipality = "${municipality}"`]),
    ...(contract === null ? [] : [`contract = "${contract}"`]),
    ...(shift === null ? [] : [`shift = "${shift}"`]),
    ...(near === null ? [] : [`_geoRadius(${near.coordinates.lat}, ${near.coordinates.lon}, ${near.radiusKm * 1000})`]),
  ]
}

/** @param key null for a server without keys. */
export function meilisearchAt(url: string, key: string | null): OpenPeer {
  return async (documents) => {
    const client = new Meilisearch({ host: url, ...(key === null ? {} : { apiKey: key }), timeout: 60_000 })
    const index = client.index<Held>(UID)
    settled(
      await index
        .updateSettings({
          searchableAttributes: ['title', 'meta', 'body'],
          filterableAttributes: ['municipality', 'contract', 'shift', '_geo'],
          sortableAttributes: ['published', '_geo'],
          rankingRules: ['words', 'typo', 'attribute', 'sort', 'exactness', 'published:desc'],
          proximityPrecision: 'byAttribute',
          pagination: { maxTotalHits: 2000 },
        })
        .waitTask({ timeout: TASK_MS }),
    )
    await load(index, documents)
    return {
      search: async (query) => {
        const { hits, estimatedTotalHits, facetDistribution } = await index.search(query.words, {
          filter: filterOf(query),
          facets: ['municipality', 'contract', 'shift'],
          attributesToRetrieve: ['id'],
          matchingStrategy: 'all',
          limit: TOP,
          ...(query.near ? { sort: [`_geoPoint(${query.near.coordinates.lat}, ${query.near.coordinates.lon}):asc`] } : {}),
        })
        const { municipality = {}, contract = {}, shift = {} } = facetDistribution ?? {}
        return { ids: hits.map(({ id }) => id), total: estimatedTotalHits, facets: { municipality, contract, shift } }
      },
      close: async () => {
        await client.deleteIndex(UID).waitTask({ timeout: TASK_MS })
      },
    }
  }
}
