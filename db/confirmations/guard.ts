// Whether an organisation may propose to a vacancy by itself: one that is no public authority only where nothing of the restricted part matters.
import { eq } from 'drizzle-orm'
import { toBeConfirmed } from '#app/domain/matching/to-be-confirmed.ts'
import { readRestrictions } from '#db/matching/legal-restrictions.ts'
import { readFacts } from '#db/matching/vacancy-facts.ts'
import { organisation } from '#db/schema/index.ts'
import type { Db } from '#db/store/store.ts'

type Pair = { organisationId: string; vacancyId: string }

/** Nothing of the person is read: whatever it answers, it answers of everybody. */
export async function mayProposeUnconfirmed(db: Db, { organisationId, vacancyId }: Pair): Promise<boolean> {
  const [who] = await db
    .select({ publicAuthority: organisation.publicAuthority })
    .from(organisation)
    .where(eq(organisation.id, organisationId))
  return who?.publicAuthority === true || !toBeConfirmed(await readFacts(db, vacancyId), await readRestrictions(db))
}
