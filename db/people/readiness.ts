// The eleven readiness items: their state, who sees to each, and by when.
import { and, eq, inArray } from 'drizzle-orm'
import type { CaseworkerActor } from '#app/domain/shared/actor.ts'
import { READINESS_ITEMS } from '#app/domain/people/candidate.ts'
import type { Instant } from '#app/domain/shared/day.ts'
import type { ReadinessRow } from '#app/domain/people/person-line.ts'
import { readiness } from '#db/schema/index.ts'
import { conflictOn } from '#db/store/conflict.ts'
import type { Store } from '#db/store/store.ts'
import { changePerson, isOwnPerson, type Saved } from './own.ts'

/** Every item in its order; one that nobody has entered is unknown. Null when the person is not theirs. */
export async function listReadiness(store: Store, actor: CaseworkerActor, id: string): Promise<ReadinessRow[] | null> {
  return store.read(async (db) => {
    if (!(await isOwnPerson(db, actor, id))) return null
    const rows = await db.select().from(readiness).where(eq(readiness.candidateId, id))
    return READINESS_ITEMS.map((item) => {
      const row = rows.find((one) => one.item === item)
      return { item, state: row?.state ?? null, who: row?.who ?? '', dueOn: row?.dueOn ?? null }
    })
  })
}

/** All items in one save, under the person's version. */
export async function updateReadiness(
  store: Store,
  actor: CaseworkerActor,
  id: string,
  { version, items }: { version: number; items: readonly ReadinessRow[] },
  now: Instant,
): Promise<Saved> {
  return store.write(async (tx) => {
    const saved = await changePerson(tx, actor, { id, version, of: 'readiness' }, {}, now)
    if (!saved?.ok) return saved
    const unknown = items.filter(({ state }) => state === null).map(({ item }) => item)
    if (unknown.length > 0) await tx.delete(readiness).where(and(eq(readiness.candidateId, id), inArray(readiness.item, unknown)))
    for (const { item, state, who, dueOn } of items) {
      if (state === null) continue
      const row = { state, who, dueOn, updatedAt: now }
      await tx
        .insert(readiness)
        .values({ candidateId: id, item, ...row })
        .onConflictDoUpdate({ target: conflictOn(readiness.candidateId, readiness.item), set: row })
    }
    return saved
  })
}
