// The identity: opened and changed by the person's own caseworkers only, each time with an entry in the access log.
import { and, eq, sql } from 'drizzle-orm'
import type { CaseworkerActor } from '#app/domain/shared/actor.ts'
import type { Identity } from '#app/domain/people/candidate.ts'
import type { Instant } from '#app/domain/shared/day.ts'
import { codeKeyOf } from './code-key.ts'
import { personKeyOf } from './person-key.ts'
import { accessLog, identity } from '#db/schema/index.ts'
import type { Store, Tx } from '#db/store/store.ts'
import { decrypt, encrypt, type MasterKey } from './vault.ts'
import { isOwnPerson, type Saved } from './own.ts'

type Purpose = 'casework' | 'edit'

/** In the transaction that reads: nobody sees what is not logged. */
export async function logAccess(
  tx: Tx,
  id: string,
  actor: CaseworkerActor,
  { candidateId, subject, purpose }: { candidateId: string; subject: 'identity' | 'restricted_record'; purpose: Purpose },
  now: Instant,
): Promise<void> {
  await tx.insert(accessLog).values({ id, candidateId, membershipId: actor.membershipId, subject, purpose, at: now })
}

export type OpenedIdentity = { identity: Identity; version: number }

/** Null when the person is not theirs or was erased. */
export async function openIdentity(
  store: Store,
  master: MasterKey,
  actor: CaseworkerActor,
  id: string,
  now: Instant,
): Promise<OpenedIdentity | null> {
  return store.write(async (tx) => {
    if (!(await isOwnPerson(tx, actor, id, { of: 'identity', use: 'read' }))) return null
    const key = await personKeyOf(tx, master, id)
    const [row] = await tx.select().from(identity).where(eq(identity.candidateId, id))
    if (!key || !row) return null
    await logAccess(tx, store.newId(), actor, { candidateId: id, subject: 'identity', purpose: 'casework' }, now)
    return { identity: JSON.parse(decrypt(key, `identity:${id}`, row.content)) as Identity, version: row.version }
  })
}

export async function updateIdentity(
  store: Store,
  master: MasterKey,
  actor: CaseworkerActor,
  id: string,
  { version, ...change }: OpenedIdentity,
  now: Instant,
): Promise<Saved> {
  return store.write(async (tx) => {
    if (!(await isOwnPerson(tx, actor, id, { of: 'identity', use: 'write' }))) return null
    const key = await personKeyOf(tx, master, id)
    if (!key) return null
    const content = encrypt(key, `identity:${id}`, JSON.stringify(change.identity))
    const codeKey = codeKeyOf(master, id, change.identity.personalCode)
    const changed = await tx
      .update(identity)
      .set({ content, codeKey, version: sql`${identity.version} + 1`, updatedAt: now })
      .where(and(eq(identity.candidateId, id), eq(identity.version, version)))
      .returning({ id: identity.candidateId })
    if (changed.length === 0) return { ok: false, problem: 'stale' }
    await logAccess(tx, store.newId(), actor, { candidateId: id, subject: 'identity', purpose: 'edit' }, now)
    return { ok: true }
  })
}
