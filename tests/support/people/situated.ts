// What the rows of a person's stage need: a key, and the encrypted situation under it.
import type { Situation } from '#app/domain/people/candidate.ts'
import { readSituation, situationColumns } from '#db/people/situation.ts'
import { personKeyOf } from '#db/people/person-key.ts'
import { newPersonKey } from '#db/people/vault.ts'
import { candidate } from '#db/schema/index.ts'
import type { Store } from '#db/store/store.ts'
import { eq } from 'drizzle-orm'

const MASTER = Buffer.alloc(32, 7)
const OUTSIDE: Situation = { stage: 'looking', custodyPlaceId: null, plannedReleaseOn: null }

/** `columns` are of `candidate`, `held` is a row of `vault_key`. */
export function situated(id: string, situation: Partial<Situation> = {}) {
  const { key, wrapped } = newPersonKey(MASTER, id)
  return { key, columns: situationColumns(key, id, { ...OUTSIDE, ...situation }), held: { candidateId: id, wrapped } }
}

export async function situationOf(store: Store, id: string): Promise<Situation> {
  return store.read(async (db) => {
    const [row] = await db.select({ situation: candidate.situation }).from(candidate).where(eq(candidate.id, id))
    return readSituation(await personKeyOf(db, MASTER, id), id, row?.situation ?? null)
  })
}
