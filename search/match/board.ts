// The match board: what matching reads of every open vacancy, kept in memory and brought up to the change feed before each answer.
import type { Instant } from '#app/domain/day.ts'
import type { VacancyFacts } from '#app/domain/vacancy.ts'
import { lastChange, listChanges } from '#db/changes.ts'
import { listVacancyFacts } from '#db/vacancy-facts.ts'
import type { Store } from '#db/store/store.ts'

type Held = { facts: VacancyFacts; expiresAt: Instant }

export type MatchBoard = {
  /** Every vacancy open at `now`, public and closed. */
  openVacancies(now: Instant): Promise<readonly VacancyFacts[]>
}

const BATCH = 1000

export function openMatchBoard(store: Store): MatchBoard {
  const held = new Map<string, Held>()
  let cursor: number | null = null
  let pending: Promise<void> = Promise.resolve()

  async function readAll(): Promise<void> {
    // The cursor first: what changes while reading is read once more, never missed.
    const start = await lastChange(store)
    for (const row of await listVacancyFacts(store, 'all')) held.set(row.facts.id, row)
    cursor = start
  }

  async function follow(): Promise<void> {
    if (cursor === null) await readAll()
    for (;;) {
      const changes = await listChanges(store, cursor ?? 0, BATCH)
      const ids = [...new Set(changes.filter((change) => change.subject === 'vacancy').map((change) => change.subjectId))]
      const rows = ids.length > 0 ? await listVacancyFacts(store, ids) : []
      for (const id of ids) held.delete(id)
      for (const row of rows) held.set(row.facts.id, row)
      cursor = changes.at(-1)?.seq ?? cursor
      if (changes.length < BATCH) return
    }
  }

  return {
    openVacancies: async (now) => {
      pending = pending.catch(() => undefined).then(follow)
      await pending
      return [...held.values()].filter((row) => row.expiresAt > now).map((row) => row.facts)
    },
  }
}
