// Which people an actor may see: the condition of every query of people, and of every change of one.
import { and, eq, sql, type SQL } from 'drizzle-orm'
import type { CaseworkerActor } from '#app/domain/shared/actor.ts'
import type { Instant } from '#app/domain/shared/day.ts'
import { recordChange } from '#db/change-feed/changes.ts'
import { candidate } from '#db/schema/index.ts'
import type { Slots } from '#db/store/prepared.ts'
import type { Db, Store, Tx } from '#db/store/store.ts'

/** The people of the own organisation, and nobody else. @param actor or, in a prepared query, the slot of its organisation. */
export function ownPeople({ organisationId }: CaseworkerActor | Slots<'organisationId'>): SQL {
  return eq(candidate.organisationId, organisationId)
}

export function ownPerson(actor: CaseworkerActor, id: string): SQL | undefined {
  return and(eq(candidate.id, id), ownPeople(actor))
}

export async function isOwnPerson(db: Db, actor: CaseworkerActor, id: string): Promise<boolean> {
  const [row] = await db.select({ id: candidate.id }).from(candidate).where(ownPerson(actor, id))
  return row !== undefined
}

/** Asked before a form is parsed: a stranger's form is not validated. */
export async function ownsPerson(store: Store, actor: CaseworkerActor, id: string): Promise<boolean> {
  return store.read((db) => isOwnPerson(db, actor, id))
}

/** Null: not there or not theirs. `stale`: somebody saved since the page was made. */
export type Saved = { ok: true } | { ok: false; problem: 'stale' } | null

type Columns = Partial<Omit<typeof candidate.$inferInsert, 'id' | 'code' | 'version' | 'updatedAt' | 'organisationId'>>

/** One change of the person's own row, if it still has this version, with its entry in the change feed. @param more a further condition of the write */
export async function changePerson(
  tx: Tx,
  actor: CaseworkerActor,
  { id, version, more }: { id: string; version: number; more?: SQL },
  columns: Columns,
  now: Instant,
): Promise<Saved> {
  const changed = await tx
    .update(candidate)
    .set({ ...columns, version: sql`${candidate.version} + 1`, updatedAt: now })
    .where(and(ownPerson(actor, id), eq(candidate.version, version), more))
    .returning({ id: candidate.id })
  if (changed.length === 0) return (await isOwnPerson(tx, actor, id)) ? { ok: false, problem: 'stale' } : null
  await recordChange(tx, 'candidate', id)
  return { ok: true }
}
