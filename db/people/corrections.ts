// "This is wrong": what a person says about the data kept on them, until the caseworker has dealt with it.
import { and, asc, eq, exists, sql } from 'drizzle-orm'
import type { CaseworkerActor } from '#app/domain/shared/actor.ts'
import type { Instant } from '#app/domain/shared/day.ts'
import { personKeyOf } from './person-key.ts'
import { finishTasks } from '#db/tasks/tasks.ts'
import { candidate, correction } from '#db/schema/index.ts'
import type { Store } from '#db/store/store.ts'
import { decrypt, type MasterKey } from './vault.ts'
import { isOwnPerson, ownPerson } from './own.ts'

export type Correction = { id: string; text: string; createdAt: Instant }

/** Those still open, oldest first; empty when the person is not theirs. */
export async function listCorrections(store: Store, master: MasterKey, actor: CaseworkerActor, id: string): Promise<Correction[]> {
  return store.read(async (db) => {
    if (!(await isOwnPerson(db, actor, id, { of: 'corrections', use: 'read' }))) return []
    const key = await personKeyOf(db, master, id)
    if (!key) return []
    const rows = await db
      .select()
      .from(correction)
      .where(and(eq(correction.candidateId, id), eq(correction.state, 'open')))
      .orderBy(asc(correction.createdAt), asc(correction.id))
    return rows.map((row) => ({ id: row.id, text: decrypt(key, `correction:${row.id}`, row.content), createdAt: row.createdAt }))
  })
}

/** False when there is no such open one of theirs. */
export async function closeCorrection(
  store: Store,
  actor: CaseworkerActor,
  id: string,
  correctionId: string,
  now: Instant,
): Promise<boolean> {
  return store.write(async (tx) => {
    const own = tx
      .select({ one: sql`1` })
      .from(candidate)
      .where(ownPerson(actor, id, { of: 'corrections', use: 'write' }))
    const closed = await tx
      .update(correction)
      .set({ state: 'done', doneAt: now })
      .where(and(eq(correction.id, correctionId), eq(correction.candidateId, id), eq(correction.state, 'open'), exists(own)))
      .returning({ id: correction.id })
    if (closed.length === 0) return false
    await finishTasks(tx, { kinds: ['correction', 'withdrawal', 'erasure_wish'], aboutId: correctionId }, actor.membershipId, now)
    return true
  })
}
