// The match board: what matching reads of every open vacancy, kept in memory and brought up to the change feed before each answer.
import type { Instant } from '#app/domain/shared/day.ts'
import { hasExpired, type VacancyFacts } from '#app/domain/vacancies/vacancy.ts'
import { idsOf } from '#db/change-feed/changes.ts'
import { openFollower, type KeepUp } from '#db/change-feed/follower.ts'
import { listVacancyFacts, type FactsRow } from '#db/matching/vacancy-facts.ts'
import type { Store } from '#db/store/store.ts'

export type MatchBoard = {
  /** Every vacancy open at `now`, public and closed. */
  openVacancies: (now: Instant) => Promise<readonly VacancyFacts[]>
  keepUp: KeepUp
}

export function openMatchBoard(store: Store): MatchBoard {
  let factsById = new Map<string, FactsRow>()
  const follower = openFollower(store, {
    readAll: async () => {
      factsById = new Map((await listVacancyFacts(store, 'all')).map((row) => [row.facts.id, row]))
    },
    takeIn: async (changes) => {
      const ids = idsOf(changes, 'vacancy')
      if (ids.size === 0) return
      const rows = await listVacancyFacts(store, [...ids])
      for (const id of ids) factsById.delete(id)
      for (const row of rows) factsById.set(row.facts.id, row)
    },
  })

  return {
    openVacancies: async (now) => {
      await follower.catchUp()
      return [...factsById.values()].filter((row) => !hasExpired(row.expiresAt, now)).map((row) => row.facts)
    },
    keepUp: follower.keepUp,
  }
}
