// What a caseworker reads of vacancies beside what everybody does: whom to call, and what one that has closed was called.
import { and, eq, inArray, isNotNull } from 'drizzle-orm'
import type { CaseworkerActor } from '#app/domain/shared/actor.ts'
import { employer, vacancy } from '#db/schema/index.ts'
import type { Store } from '#db/store/store.ts'

export type EmployerContact = { name: string; phone: string; replyDays: number | null }

/** By vacancy; one that no verified employer stands behind has none: in Tilts there is nobody to ask. At most 500 ids. */
export async function listEmployerContacts(
  store: Store,
  _actor: CaseworkerActor,
  vacancyIds: readonly string[],
): Promise<Map<string, EmployerContact>> {
  if (vacancyIds.length === 0) return new Map()
  const rows = await store.read((db) =>
    db
      .select({ id: vacancy.id, name: employer.contactName, phone: employer.contactPhone, replyDays: vacancy.contactReplyDays })
      .from(vacancy)
      .innerJoin(employer, eq(employer.id, vacancy.employerId))
      .where(and(inArray(vacancy.id, [...vacancyIds]), eq(employer.state, 'verified'))),
  )
  return new Map(rows.map(({ id, ...contact }) => [id, contact]))
}

/** The title of a vacancy that is or was open; null for one that never was. */
export async function findVacancyTitle(store: Store, _actor: CaseworkerActor, id: string): Promise<string | null> {
  const [row] = await store.read((db) =>
    db
      .select({ title: vacancy.title })
      .from(vacancy)
      .where(and(eq(vacancy.id, id), isNotNull(vacancy.publishedAt))),
  )
  return row?.title ?? null
}
