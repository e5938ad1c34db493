// One node of the bench: a process of its own with a store of its own, which does what its parent orders and says how long each took.
import { idsOf, recordChange } from '#db/change-feed/changes.ts'
import { openFollower } from '#db/change-feed/follower.ts'
import { openPostgres } from '#db/store/postgres/postgres.ts'
import { openSqlite } from '#db/store/sqlite/sqlite.ts'
import type { Store } from '#db/store/store.ts'
import { listVacancyFacts } from '#db/matching/vacancy-facts.ts'
import { openMatchBoard } from '#search/match/board.ts'
import { NOW } from './scale.ts'
import { ASKINGS, type AskingName } from './questions.ts'

export type Where = { engine: 'sqlite'; file: string } | { engine: 'postgres'; url: string }

/** `first` to `end`: the numbers this node may ask with, each once. */
export type Load = { asking: AskingName; inFlight: number; warmMs: number; ms: number; first: number; end: number }
export type Order =
  { open: Where } | { load: Load } | { board: true } | { follow: true } | { awaitChange: string } | { change: string } | { close: true }
/** Milliseconds of each call that was measured, how long all took together, and how often the store had to do a change again. */
export type Loaded = { took: number[]; ms: number; unexpected: number; again: number; next: number }
export type Answer = { done: unknown } | { failed: string }

let store: Store | null = null
let conflicts = 0

async function openWhere(where: Where): Promise<Store> {
  if (where.engine === 'sqlite') return openSqlite(where.file)
  return openPostgres(where.url, { onConflict: () => (conflicts += 1) })
}

async function underLoad(on: Store, { asking, inFlight, warmMs, ms, first, end }: Load): Promise<Loaded> {
  const ask = ASKINGS[asking]
  const took: number[] = []
  let next = first
  let unexpected = 0
  const warm = performance.now() + warmMs
  const late = warm + ms
  let before = conflicts
  let ended = warm
  const one = async () => {
    while (next < end) {
      const start = performance.now()
      if (start >= late) return
      const nth = next
      next += 1
      const expected = await ask(on, nth)
      const now = performance.now()
      if (start < warm) {
        before = conflicts
        continue
      }
      took.push(now - start)
      ended = Math.max(ended, now)
      if (!expected) unexpected += 1
    }
  }
  await Promise.all(Array.from({ length: inFlight }, one))
  return { took, ms: ended - warm, unexpected, again: conflicts - before, next }
}

/** On the clock that all processes of the machine share, milliseconds. */
const clock = () => performance.timeOrigin + performance.now()

const arrived = new Map<string, number>()
let hear: () => void = () => undefined

/** As the board follows: hears of a change, reads the current rows, and only then has it. Nobody asks in between. */
function follow(on: Store): void {
  const follower = openFollower(on, {
    readAll: () => Promise.resolve(),
    takeIn: async (changes) => {
      const ids = [...idsOf(changes, 'vacancy')]
      await listVacancyFacts(on, ids)
      for (const id of ids) arrived.set(id, clock())
      hear()
    },
  })
  follower.keepUp((error) => {
    throw error
  })
}

async function arrivalOf(id: string): Promise<number> {
  for (;;) {
    const at = arrived.get(id)
    if (at !== undefined) return at
    await new Promise<void>((heard) => (hear = heard))
  }
}

async function obey(order: Order): Promise<unknown> {
  if ('open' in order) return void (store = await openWhere(order.open))
  const on = store
  if (!on) throw new Error('No store is open')
  if ('load' in order) return underLoad(on, order.load)
  if ('board' in order) return (await openMatchBoard(on).openVacancies(NOW)).length
  if ('follow' in order) {
    follow(on)
    return null
  }
  if ('awaitChange' in order) return arrivalOf(order.awaitChange)
  if ('change' in order) {
    await on.write((tx) => recordChange(tx, 'vacancy', order.change))
    return clock()
  }
  await on.close()
  process.disconnect()
  return null
}

process.on('message', (order: Order) => {
  obey(order).then(
    (done) => process.connected && process.send?.({ done } satisfies Answer),
    (error: unknown) =>
      process.send?.({ failed: error instanceof Error ? (error.stack ?? error.message) : String(error) } satisfies Answer),
  )
})
