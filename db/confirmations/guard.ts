// Whether an organisation may propose somebody to a vacancy: one that is no public authority only where nothing of the restricted part matters,
// or where an authority said so.
import { and, eq } from 'drizzle-orm'
import { askedAbout, stillHolds } from '#app/domain/confirmations/asked-about.ts'
import { toldOf } from '#app/domain/confirmations/telling.ts'
import { toBeConfirmed } from '#app/domain/matching/to-be-confirmed.ts'
import type { Instant } from '#app/domain/shared/day.ts'
import { readRestrictions } from '#db/matching/legal-restrictions.ts'
import { readFacts } from '#db/matching/vacancy-facts.ts'
import { confirmation, organisation } from '#db/schema/index.ts'
import type { Db } from '#db/store/store.ts'

type Pair = { organisationId: string; candidateId: string; vacancyId: string }

/** Of the person nothing is read but what the organisation was told already. */
export async function mayProposeNow(db: Db, { organisationId, candidateId, vacancyId }: Pair, now: Instant): Promise<boolean> {
  const [who] = await db
    .select({ publicAuthority: organisation.publicAuthority })
    .from(organisation)
    .where(eq(organisation.id, organisationId))
  if (who?.publicAuthority === true) return true
  const facts = await readFacts(db, vacancyId)
  const restrictions = await readRestrictions(db)
  if (!toBeConfirmed(facts, restrictions)) return true
  const about = and(
    eq(confirmation.askedByOrganisationId, organisationId),
    eq(confirmation.candidateId, candidateId),
    eq(confirmation.vacancyId, vacancyId),
  )
  const questions = await db.select().from(confirmation).where(about)
  const said = askedAbout(facts, restrictions)
  return questions.some((row) => toldOf(row, now) === 'may_be_proposed' && stillHolds(row.asked, said))
}
