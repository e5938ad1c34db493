// Vacancies imported from the national register that an employer recognises as its own and takes over.
import { and, count, desc, eq, exists, isNotNull, isNull, sql, type SQL } from 'drizzle-orm'
import type { EmployerActor } from '#app/domain/shared/actor.ts'
import type { Instant } from '#app/domain/shared/day.ts'
import { recordChange } from '#db/change-feed/changes.ts'
import { employer, vacancy, vacancyStance } from '#db/schema/index.ts'
import { employerVerified } from './visibility.ts'
import type { Db, Store } from '#db/store/store.ts'

export type ImportedLine = { id: string; title: string; sourceEmployer: string; place: string; sourceId: string; expiresAt: Instant | null }

const MOST_LINES = 100

/** Nobody's yet, and under the name this verified employer was verified with. */
function takeable(db: Db, actor: EmployerActor): SQL | undefined {
  const same = db
    .select({ id: employer.id })
    .from(employer)
    .where(and(eq(employer.id, actor.employerId), employerVerified, eq(employer.nameKey, vacancy.sourceEmployerKey)))
  return and(isNull(vacancy.employerId), isNotNull(vacancy.source), exists(same))
}

/** Newest first. */
export async function listImportedFor(store: Store, actor: EmployerActor): Promise<ImportedLine[]> {
  const rows = await store.read((db) =>
    db
      .select({
        id: vacancy.id,
        title: vacancy.title,
        sourceEmployer: vacancy.sourceEmployer,
        place: vacancy.place,
        sourceId: vacancy.sourceId,
        expiresAt: vacancy.expiresAt,
      })
      .from(vacancy)
      .where(takeable(db, actor))
      .orderBy(desc(vacancy.createdAt), desc(vacancy.id))
      .limit(MOST_LINES),
  )
  return rows.map(({ sourceEmployer, sourceId, ...row }) => ({ ...row, sourceEmployer: sourceEmployer ?? '', sourceId: sourceId ?? '' }))
}

export async function countImportedFor(store: Store, actor: EmployerActor): Promise<number> {
  const [row] = await store.read((db) => db.select({ rows: count() }).from(vacancy).where(takeable(db, actor)))
  return row?.rows ?? 0
}

/** False when it is not there to take. What is accepted becomes "not stated": it is the employer's own vacancy now. */
export async function takeOverVacancy(store: Store, actor: EmployerActor, id: string, now: Instant): Promise<boolean> {
  return store.write(async (tx) => {
    const [row] = await tx
      .update(vacancy)
      .set({ employerId: actor.employerId, updatedAt: now, version: sql`${vacancy.version} + 1` })
      .where(and(eq(vacancy.id, id), takeable(tx, actor)))
      .returning({ id: vacancy.id })
    if (!row) return false
    await tx
      .update(vacancyStance)
      .set({ stance: 'not_stated' })
      .where(and(eq(vacancyStance.vacancyId, id), eq(vacancyStance.stance, 'not_asked')))
    await recordChange(tx, 'vacancy', id)
    return true
  })
}
