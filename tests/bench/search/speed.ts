// How fast an engine answers: sixty queries, as they are and narrowed in three ways, twenty ids and the facets each.
import { findPlace } from '#app/domain/places/places.ts'
import { LABELLED } from '#tests/support/search/corpus/labelled.ts'
import { percentile } from '../timing.ts'
import { ANYWHERE, type Peer, type PeerQuery } from './peers/peer.ts'

const ROUNDS = 2
const NEAR_KM = 30
const RIGA = { lat: 56.946, lon: 24.1059 }
/** What is slower than this is measured by fewer questions, each of the four kinds as often. */
const LONGEST_MS = 60_000
const HEAVY_RUNS = 7

export type Speed = { asked: number; p50Ms: number; p95Ms: number; p99Ms: number }

export const thousandth = (value: number) => Math.round(value * 1000) / 1000

/** Nothing chosen; a municipality; with a contract and a shift as well; within 30 km, the nearest first. */
function shapesOf({ words, town }: { words: string; town: string | null }): PeerQuery[] {
  const place = town === null ? undefined : findPlace(town)
  const municipality = place?.municipality ?? 'riga'
  return [
    { ...ANYWHERE, words },
    { ...ANYWHERE, words, municipality },
    { ...ANYWHERE, words, municipality, contract: 'permanent', shift: 'day' },
    { ...ANYWHERE, words, near: { coordinates: place?.coordinates ?? RIGA, radiusKm: NEAR_KM } },
  ]
}

async function timeOf(peer: Peer, query: PeerQuery): Promise<number> {
  const begin = performance.now()
  await peer.search(query)
  return performance.now() - begin
}

export async function speedOf(peer: Peer): Promise<Speed> {
  const took: number[] = []
  const late = performance.now() + LONGEST_MS
  for (const { words } of LABELLED.slice(0, 12)) await peer.search({ ...ANYWHERE, words })
  for (let round = 0; round < ROUNDS; round += 1)
    for (const label of LABELLED) {
      if (performance.now() > late) break
      for (const query of shapesOf(label)) took.push(await timeOf(peer, query))
    }
  const at = (share: number) => thousandth(percentile(took, share))
  return { asked: took.length, p50Ms: at(0.5), p95Ms: at(0.95), p99Ms: at(0.99) }
}

async function medianOf(peer: Peer, query: PeerQuery): Promise<number> {
  const took: number[] = []
  for (let run = 0; run < HEAVY_RUNS; run += 1) took.push(await timeOf(peer, query))
  return thousandth(percentile(took, 0.5))
}

/** Words that most texts have, and beginnings that many words have. */
const HEAVY =
  'uzņēmums uzņ darba darbs pieredze iespējams pienākumi latvijas valodas sia cv zināšanas strādāt citiem работа работы опыт других training p pa s sa m k'

/** The slowest of the heaviest words, and every vacancy with nothing typed, each by its median. */
export async function heaviestOf(peer: Peer): Promise<{ word: string; total: number; ms: number; browseMs: number; browseNearMs: number }> {
  let worst = { word: '', total: 0, ms: 0 }
  for (const word of HEAVY.split(' ')) {
    const query = { ...ANYWHERE, words: word }
    const ms = await medianOf(peer, query)
    if (ms > worst.ms) worst = { word, total: (await peer.search(query)).total, ms }
  }
  const near = { coordinates: RIGA, radiusKm: NEAR_KM }
  return {
    ...worst,
    browseMs: await medianOf(peer, { ...ANYWHERE, words: '' }),
    browseNearMs: await medianOf(peer, { ...ANYWHERE, words: '', near }),
  }
}
