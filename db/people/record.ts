// The restricted part (GDPR art. 10): public authorities only, and every opening is logged.
import { and, eq, sql } from 'drizzle-orm'
import type { CaseworkerActor } from '#app/domain/shared/actor.ts'
import { recordOf, type RestrictedProfile } from '#app/domain/people/candidate.ts'
import type { Instant } from '#app/domain/shared/day.ts'
import { recordChange } from '#db/change-feed/changes.ts'
import { personKeyOf } from './person-key.ts'
import { restrictedRecord } from '#db/schema/index.ts'
import type { Store } from '#db/store/store.ts'
import { decrypt, encrypt, type MasterKey } from './vault.ts'
import { logAccess } from './identity.ts'
import { isOwnPerson, type Saved } from './own.ts'

export type OpenedRecord = { record: RestrictedProfile; version: number }

/** Null when the person is not theirs, was erased, or the organisation is no public authority. */
export async function openRecord(
  store: Store,
  master: MasterKey,
  actor: CaseworkerActor,
  id: string,
  now: Instant,
): Promise<OpenedRecord | null> {
  return store.write(async (tx) => {
    if (!(await isOwnPerson(tx, actor, id, { of: 'record', use: 'read' }))) return null
    const key = await personKeyOf(tx, master, id)
    const [row] = await tx.select().from(restrictedRecord).where(eq(restrictedRecord.candidateId, id))
    if (!key || !row) return null
    await logAccess(tx, store.newId(), actor, { candidateId: id, subject: 'restricted_record', purpose: 'casework' }, now)
    return { record: recordOf(JSON.parse(decrypt(key, `record:${id}`, row.content)) as Partial<RestrictedProfile>), version: row.version }
  })
}

export async function updateRecord(
  store: Store,
  master: MasterKey,
  actor: CaseworkerActor,
  id: string,
  { record, version }: OpenedRecord,
  now: Instant,
): Promise<Saved> {
  return store.write(async (tx) => {
    if (!(await isOwnPerson(tx, actor, id, { of: 'record', use: 'write' }))) return null
    const key = await personKeyOf(tx, master, id)
    if (!key) return null
    const content = encrypt(key, `record:${id}`, JSON.stringify(record))
    const changed = await tx
      .update(restrictedRecord)
      .set({ content, version: sql`${restrictedRecord.version} + 1`, updatedAt: now })
      .where(and(eq(restrictedRecord.candidateId, id), eq(restrictedRecord.version, version)))
      .returning({ id: restrictedRecord.candidateId })
    if (changed.length === 0) return { ok: false, problem: 'stale' }
    await logAccess(tx, store.newId(), actor, { candidateId: id, subject: 'restricted_record', purpose: 'edit' }, now)
    await recordChange(tx, 'candidate', id)
    return { ok: true }
  })
}
