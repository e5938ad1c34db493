// The eleven readiness items: their state, who sees to each, and by when.
import { and, eq, inArray } from 'drizzle-orm'
import type { CaseworkerActor } from '#app/domain/shared/actor.ts'
import { READINESS_ITEMS, type ReadinessItem } from '#app/domain/people/candidate.ts'
import type { Instant } from '#app/domain/shared/day.ts'
import type { ReadinessRow } from '#app/domain/people/person-line.ts'
import { readiness } from '#db/schema/index.ts'
import { conflictOn } from '#db/store/conflict.ts'
import type { Db, Store } from '#db/store/store.ts'
import { changePerson, isOwnPerson, type Saved } from './own.ts'
import { personKeyOf } from './person-key.ts'
import { decrypt, encrypt, type Bound, type MasterKey, type PersonKey } from './vault.ts'

/** Every item in its order; one that nobody has entered is unknown. Null when the person is not theirs. */
export async function listReadiness(store: Store, master: MasterKey, actor: CaseworkerActor, id: string): Promise<ReadinessRow[] | null> {
  return store.read(async (db) => {
    if (!(await isOwnPerson(db, actor, id))) return null
    const held = await readReadiness(db, await personKeyOf(db, master, id), id)
    return READINESS_ITEMS.map((item) => held.find((row) => row.item === item) ?? { item, state: null, who: '', dueOn: null })
  })
}

/** The items that somebody has entered, in their order. The caller has shown whose they are. @param key null when the person was erased */
export async function readReadiness(db: Db, key: PersonKey | null, id: string): Promise<ReadinessRow[]> {
  const rows = await db.select().from(readiness).where(eq(readiness.candidateId, id))
  return READINESS_ITEMS.flatMap((item) =>
    rows
      .filter((row) => row.item === item)
      .map(({ state, note, dueOn }) => ({ item, state, who: key && note !== null ? decrypt(key, noteBound(id, item), note) : '', dueOn })),
  )
}

/** What a note is encrypted for. */
export function noteBound(candidateId: string, item: ReadinessItem): Bound {
  return `readiness:${candidateId}:${item}`
}

/** All items in one save, under the person's version. */
export async function updateReadiness(
  store: Store,
  master: MasterKey,
  actor: CaseworkerActor,
  id: string,
  { version, items }: { version: number; items: readonly ReadinessRow[] },
  now: Instant,
): Promise<Saved> {
  return store.write(async (tx) => {
    const key = (await isOwnPerson(tx, actor, id)) ? await personKeyOf(tx, master, id) : null
    if (!key) return null
    const saved = await changePerson(tx, actor, { id, version, of: 'readiness' }, {}, now)
    if (!saved?.ok) return saved
    const unknown = items.filter(({ state }) => state === null).map(({ item }) => item)
    if (unknown.length > 0) await tx.delete(readiness).where(and(eq(readiness.candidateId, id), inArray(readiness.item, unknown)))
    for (const { item, state, who, dueOn } of items) {
      if (state === null) continue
      // An empty note is encrypted too: whether there is one is not told either.
      const row = { state, note: encrypt(key, noteBound(id, item), who), dueOn, updatedAt: now }
      await tx
        .insert(readiness)
        .values({ candidateId: id, item, ...row })
        .onConflictDoUpdate({ target: conflictOn(readiness.candidateId, readiness.item), set: row })
    }
    return saved
  })
}
