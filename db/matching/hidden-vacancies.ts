// Vacancies that an organisation has hidden for one person; what others hide it does not see.
import { and, eq } from 'drizzle-orm'
import type { CaseworkerActor } from '#app/domain/shared/actor.ts'
import type { Instant } from '#app/domain/shared/day.ts'
import { isOwnPerson } from '#db/people/own.ts'
import { hiddenVacancy } from '#db/schema/index.ts'
import type { Store } from '#db/store/store.ts'

export async function listHiddenVacancies(store: Store, actor: CaseworkerActor, candidateId: string): Promise<Set<string>> {
  const rows = await store.read(async (db) =>
    (await isOwnPerson(db, actor, candidateId))
      ? db
          .select({ id: hiddenVacancy.vacancyId })
          .from(hiddenVacancy)
          .where(and(eq(hiddenVacancy.candidateId, candidateId), eq(hiddenVacancy.organisationId, actor.organisationId)))
      : [],
  )
  return new Set(rows.map((row) => row.id))
}

/** False when the person is not theirs. Hiding twice is the same as once. */
export async function setHidden(
  store: Store,
  actor: CaseworkerActor,
  { candidateId, vacancyId, hidden }: { candidateId: string; vacancyId: string; hidden: boolean },
  now: Instant,
): Promise<boolean> {
  return store.write(async (tx) => {
    if (!(await isOwnPerson(tx, actor, candidateId))) return false
    const { organisationId } = actor
    const own = and(eq(hiddenVacancy.candidateId, candidateId), eq(hiddenVacancy.organisationId, organisationId))
    if (hidden) await tx.insert(hiddenVacancy).values({ candidateId, vacancyId, organisationId, at: now }).onConflictDoNothing()
    else await tx.delete(hiddenVacancy).where(and(own, eq(hiddenVacancy.vacancyId, vacancyId)))
    return true
  })
}
