// "This is wrong": what a person says about the data kept on them, until the caseworker has dealt with it.
import { and, asc, eq, exists, inArray, isNull, sql } from 'drizzle-orm'
import type { CaseworkerActor } from '#app/domain/shared/actor.ts'
import type { Instant } from '#app/domain/shared/day.ts'
import { personKeyOf } from './person-key.ts'
import { finishTasks } from '#db/tasks/tasks.ts'
import { candidate, correction, task } from '#db/schema/index.ts'
import type { Store } from '#db/store/store.ts'
import { decrypt, type MasterKey } from './vault.ts'
import { isOwnPerson, ownPerson } from './own.ts'

/** What is said with it: that something is wrong, or that it is to end. */
const SAID = ['correction', 'withdrawal', 'erasure_wish'] as const

export type Correction = { id: string; text: string; createdAt: Instant; says: (typeof SAID)[number] }

/** Those still open, oldest first; empty when the person is not theirs. */
export async function listCorrections(store: Store, master: MasterKey, actor: CaseworkerActor, id: string): Promise<Correction[]> {
  return store.read(async (db) => {
    if (!(await isOwnPerson(db, actor, id, { of: 'corrections', use: 'read' }))) return []
    const key = await personKeyOf(db, master, id)
    if (!key) return []
    const rows = await db
      .select({ id: correction.id, content: correction.content, createdAt: correction.createdAt, says: task.kind })
      .from(correction)
      .leftJoin(task, and(eq(task.aboutId, correction.id), inArray(task.kind, [...SAID]), isNull(task.doneAt)))
      .where(and(eq(correction.candidateId, id), eq(correction.state, 'open')))
      .orderBy(asc(correction.createdAt), asc(correction.id))
    return rows.map(({ content, says, ...row }) => ({
      ...row,
      text: decrypt(key, `correction:${row.id}`, content),
      says: SAID.find((one) => one === says) ?? 'correction',
    }))
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
    await finishTasks(tx, { kinds: SAID, aboutId: correctionId }, actor.membershipId, now)
    return true
  })
}
