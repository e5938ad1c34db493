// A person's key, from its wrapped form and the master key.
import { eq } from 'drizzle-orm'
import { vaultKey } from '#db/schema/index.ts'
import type { Db } from '#db/store/store.ts'
import { openPersonKey, type MasterKey, type PersonKey } from './vault.ts'

/** Null when the key was destroyed: the person is erased, and nothing encrypted for them can be read again. */
export async function personKeyOf(db: Db, master: MasterKey, candidateId: string): Promise<PersonKey | null> {
  const [row] = await db.select({ wrapped: vaultKey.wrapped }).from(vaultKey).where(eq(vaultKey.candidateId, candidateId))
  return row ? openPersonKey(master, candidateId, row.wrapped) : null
}
