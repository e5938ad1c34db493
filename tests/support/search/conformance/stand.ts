// An engine over a store with vacancies in it and the plain reading of the same, for all the tests of one part of the conformance suite.
import { afterAll, beforeAll, expect } from 'vitest'
import { metresBetween } from '#app/domain/places/coordinates.ts'
import type { VacancyQuery } from '#search/index/port.ts'
import type { Store } from '#db/store/store.ts'
import { NOW } from '#tests/support/app.ts'
import { freshStore } from '#tests/support/database.ts'
import type { Clock, OpenEngine, SearchEngine } from '../engine.ts'
import { twinAnswer, twinOf, type Twin } from '../oracle.ts'

export type Stand = OpenEngine & { engine: SearchEngine; store: Store; twin: Twin; clock: Clock }

/** @param fill what the store holds. @returns what there is once the tests run. */
export function standWith(engine: SearchEngine, fill: (store: Store) => Promise<void>, now = NOW): () => Stand {
  let stand: Stand | null = null
  const ends: (() => Promise<void>)[] = []
  beforeAll(async () => {
    const { store, remove } = await freshStore()
    ends.push(remove)
    await fill(store)
    const clock = { now }
    const open = await engine.open(store, clock, (end) => ends.push(end))
    await open.settle()
    stand = { ...open, engine, store, clock, twin: await twinOf(store) }
  }, 120_000)
  afterAll(async () => {
    for (const end of ends.splice(0).reverse()) await end()
  })
  return () => {
    if (!stand) throw new Error('Asked for before the tests run')
    return stand
  }
}

const FIRST = 10

/** Compared with the twin's answer. `exact`: total and counts to the last vacancy; `shared`: how many of the twin's first ten are among the first ten; null when both orders are the same. */
export type Compared = { total: number; exact: boolean; shared: number | null }

/** How far, at most, a vacancy is from the distance at which the right one stands at its place in an order by distance. */
function metresOff(twin: Twin, { near }: VacancyQuery, ids: readonly string[], right: readonly string[]): number {
  const points = new Map(twin.map(({ id, coordinates }) => [id, coordinates]))
  const metres = (id: string | undefined) => {
    const coordinates = points.get(id ?? '')
    return near && coordinates ? metresBetween(near.coordinates, coordinates) : NaN
  }
  return Math.max(0, ...ids.map((id, at) => Math.abs(metres(id) - metres(right[at]))))
}

/** The answer is the one that reading every vacancy gives, as far as the engine can come. */
export async function expectRight({ index, understand, twin, engine, clock }: Stand, query: VacancyQuery): Promise<Compared> {
  const { total, ids, facets, distanceKm, relaxed, ...said } = await index.search(query)
  expect({ engine: said.engine, degraded: said.degraded }).toEqual({ engine: engine.name, degraded: [] })
  const understood = understand(query.words)
  const { tiers: _, ...right } = twinAnswer(twin, query, understood, clock.now)
  const attempts = understood.selective ? [...understood.attempts] : []
  const asked = JSON.stringify({ query, attempts })
  if (!engine.meetsExactly(attempts)) {
    const through = twinAnswer(twin, { ...query, page: 1, pageSize: twin.length }, { selective: false, attempts: [] }, clock.now).ids
    expect(ids.filter((id) => !through.includes(id))).toEqual([])
    expect(ids.length).toBe(Math.max(0, Math.min(query.pageSize, total - (query.page - 1) * query.pageSize)))
    return { total, exact: false, shared: null }
  }
  if (engine.exactOrder || !understood.selective || query.sort !== 'relevance') {
    const byDistance = query.sort === 'distance' || (query.sort === 'relevance' && !understood.selective)
    const off = byDistance ? metresOff(twin, query, ids, right.ids) : 0
    // Among distances that are the same to the engine others may stand first, two of its metres away at most.
    const shown = off > 0 && off < 2 * engine.metresAlike ? { ids: right.ids, distanceKm: right.distanceKm } : { ids, distanceKm }
    expect({ total, facets, relaxed, ...shown }, asked).toEqual(right)
    return { total, exact: true, shared: null }
  }
  expect({ total, facets, relaxed, shown: ids.length }, asked).toEqual({
    total: right.total,
    facets: right.facets,
    relaxed: right.relaxed,
    shown: right.ids.length,
  })
  const first = right.ids.slice(0, FIRST)
  const whole = query.page === 1 && (query.pageSize >= FIRST || total <= query.pageSize) && first.length > 0
  return { total, exact: true, shared: whole ? ids.slice(0, FIRST).filter((id) => first.includes(id)).length / first.length : null }
}

/** Of the first ten, on an average, where an engine has an order of its own within a tier. */
export const SHARED = 0.8

export function expectAlike(all: readonly Compared[]): void {
  expect(all.filter(({ exact }) => exact).length).toBeGreaterThan(all.length / 2)
  const shared = all.flatMap((one) => one.shared ?? [])
  expect(shared.reduce((sum, one) => sum + one, 0) / Math.max(1, shared.length)).toBeGreaterThanOrEqual(shared.length === 0 ? 0 : SHARED)
}
