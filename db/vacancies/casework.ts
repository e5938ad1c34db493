// What only caseworkers read of vacancies: whom to call, and the title of one that is over.
import { and, eq, inArray, isNotNull } from 'drizzle-orm'
import type { CaseworkerActor } from '#app/domain/shared/actor.ts'
import { employer, vacancy } from '#db/schema/index.ts'
import { employerVerified } from './visibility.ts'
import type { Store } from '#db/store/store.ts'

export type EmployerContact = { name: string; phone: string; replyDays: number | null }

/** By vacancy; one without a verified employer has none, since nobody in Tilts can be asked about it. At most 500 ids. */
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
      .where(and(inArray(vacancy.id, [...vacancyIds]), employerVerified)),
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
