// The match page of one person over the demo and 5,000 imported vacancies: from the board, against reading every vacancy again each time.
import { join } from 'node:path'
import { eq } from 'drizzle-orm'
import type { CaseworkerActor } from '#app/domain/shared/actor.ts'
import { dayOf } from '#app/domain/shared/day.ts'
import { evaluate } from '#app/domain/matching/evaluate.ts'
import { listCandidateFacts } from '#db/matching/candidate-facts.ts'
import { importRecords } from '#db/import/nva/write.ts'
import { candidate, involvement } from '#db/schema/index.ts'
import { seedDemo } from '#db/seed/seed.ts'
import { openSqlite } from '#db/store/sqlite/sqlite.ts'
import { listVacancyFacts } from '#db/matching/vacancy-facts.ts'
import { openMatchBoard } from '#search/match/board.ts'
import { vacanciesForPerson } from '#search/match/match.ts'
import { makeRecords } from '#tests/support/import/nva-records.ts'
import { percentile, round, timed } from './timing.ts'

const RUNS = 30

export async function benchMatch(folder: string): Promise<Record<string, number>> {
  const now = Date.parse('2026-11-23T07:00:00Z')
  const master = Buffer.alloc(32, 7)
  const store = openSqlite(join(folder, 'tilts.sqlite'))
  await seedDemo(store, master, now)
  await importRecords(store, makeRecords(5000), { now })
  const [person] = await store.read((db) =>
    db
      .select({ id: candidate.id, organisationId: involvement.organisationId })
      .from(candidate)
      .innerJoin(involvement, eq(involvement.id, candidate.leadId))
      .limit(1),
  )
  if (!person) throw new Error('The demo has nobody')
  const actor: CaseworkerActor = {
    kind: 'caseworker',
    membershipId: '',
    accountId: '',
    organisationId: person.organisationId,
    publicAuthority: true,
  }
  const matching = { store, master, board: openMatchBoard(store) }
  const ask = () => vacanciesForPerson(matching, actor, person.id, { group: null, page: 1, hidden: new Set(), showHidden: false }, now)
  const cold = await timed(ask)
  const warm: number[] = []
  for (let run = 0; run < RUNS; run += 1) warm.push((await timed(ask)).ms)
  const reread: number[] = []
  for (let run = 0; run < 5; run += 1) {
    const { ms } = await timed(async () => {
      const [facts] = await listCandidateFacts(store, master, actor, { id: person.id })
      const rows = await listVacancyFacts(store, 'all')
      return facts && rows.map((row) => evaluate(row.facts, facts.facts, { today: dayOf(now), restrictions: [] }))
    })
    reread.push(ms)
  }
  await store.close()
  const vacancies = cold.result ? cold.result.counts.fits + cold.result.counts.check + cold.result.counts.does_not_fit : 0
  return {
    vacancies,
    coldMs: round(cold.ms),
    p50Ms: round(percentile(warm, 0.5)),
    p95Ms: round(percentile(warm, 0.95)),
    readAnewP50Ms: round(percentile(reread, 0.5)),
    boardOverReadAnew: round(percentile(warm, 0.5) / percentile(reread, 0.5)),
  }
}
