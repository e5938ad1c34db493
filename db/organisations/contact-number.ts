// The service's own number and hours: what an employer may call before somebody is named, whoever proposes.
import { and, eq } from 'drizzle-orm'
import type { CoordinatorActor } from '#app/domain/shared/actor.ts'
import type { Instant } from '#app/domain/shared/day.ts'
import type { ServiceContact } from '#app/domain/organisations/organisation.ts'
import { serviceContact } from '#db/schema/index.ts'
import { violationOf } from '#db/store/errors.ts'
import type { Store } from '#db/store/store.ts'

const ONLY_ROW = 1

/** Null before a coordinator has entered it. */
export async function findServiceContact(store: Store): Promise<(ServiceContact & { version: number }) | null> {
  const { phone, opens, closes, version } = serviceContact
  const [row] = await store.read((db) => db.select({ phone, opens, closes, version }).from(serviceContact))
  return row ?? null
}

/** @param version of the page that was read; 0 where nothing was entered yet. False when somebody else saved meanwhile. */
export async function saveServiceContact(
  store: Store,
  actor: CoordinatorActor,
  { version, ...contact }: ServiceContact & { version: number },
  now: Instant,
): Promise<boolean> {
  const values = { ...contact, updatedBy: actor.accountId, updatedAt: now, version: version + 1 }
  try {
    return await store.write(async (tx) => {
      if (version === 0)
        return (
          (
            await tx
              .insert(serviceContact)
              .values({ id: ONLY_ROW, ...values })
              .returning()
          ).length > 0
        )
      const saved = await tx
        .update(serviceContact)
        .set(values)
        .where(and(eq(serviceContact.id, ONLY_ROW), eq(serviceContact.version, version)))
        .returning()
      return saved.length > 0
    })
  } catch (error) {
    if (violationOf(error)?.kind === 'unique') return false
    throw error
  }
}
