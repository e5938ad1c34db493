// Logs who read verdicts from people's restricted parts on a match page: once a day for each reader and person.
import { and, eq, gte, inArray } from 'drizzle-orm'
import type { CaseworkerActor } from '#app/domain/shared/actor.ts'
import { dayOf, startOfDay, type Instant } from '#app/domain/shared/day.ts'
import { accessLog } from '#db/schema/index.ts'
import type { Store } from '#db/store/store.ts'

export async function logMatched(store: Store, actor: CaseworkerActor, candidateIds: readonly string[], now: Instant): Promise<void> {
  if (candidateIds.length === 0) return
  const today = startOfDay(dayOf(now))
  const looked = and(eq(accessLog.membershipId, actor.membershipId), eq(accessLog.purpose, 'match'), gte(accessLog.at, today))
  const of = inArray(accessLog.candidateId, [...candidateIds])
  const logged = new Set(
    (await store.read((db) => db.select({ id: accessLog.candidateId }).from(accessLog).where(and(of, looked)))).map((row) => row.id),
  )
  const fresh = candidateIds.filter((id) => !logged.has(id))
  if (fresh.length === 0) return
  const look = { membershipId: actor.membershipId, subject: 'restricted_record', purpose: 'match', at: now } as const
  await store.write((tx) => tx.insert(accessLog).values(fresh.map((candidateId) => ({ id: store.newId(), candidateId, ...look }))))
}
