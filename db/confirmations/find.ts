// What whoever asks reads of a question about one person and vacancy, and what the authority that is asked reads of it.
import { and, eq } from 'drizzle-orm'
import { isQuestionTaken, questionsLeft, type ConfirmationAnswer } from '#app/domain/confirmations/question.ts'
import { toldAfter, toldOf } from '#app/domain/confirmations/telling.ts'
import type { CaseworkerActor } from '#app/domain/shared/actor.ts'
import { dayOf, endOfDay, type Day, type Instant } from '#app/domain/shared/day.ts'
import { askedAbout, questionOf } from '#app/domain/confirmations/asked-about.ts'
import { readRestrictions } from '#db/matching/legal-restrictions.ts'
import { readFacts } from '#db/matching/vacancy-facts.ts'
import { findSocialService } from '#db/organisations/public.ts'
import { isOwnPerson } from '#db/people/own.ts'
import { candidate, confirmation, organisation } from '#db/schema/index.ts'
import type { Db, Store } from '#db/store/store.ts'
import { openFor } from './answer.ts'
import { earlierQuestions, findAuthority } from './ask.ts'
import { mayProposeNow } from './guard.ts'

export type Asking = {
  /** Of this vacancy: waits until the day on which it is told at the latest, or what was told. */
  here: { waitsUntil: Day } | { told: ConfirmationAnswer } | null
  /** Who is asked; null when no authority that reads the record works with the person. */
  authority: string | null
  /** Whom to ask to join then: of where the person travels from, or else of where the organisation is; the record has no part in it. */
  near: { name: string; phone: string } | null
  taken: boolean
  left: number
}

async function nearestService(db: Db, actor: CaseworkerActor, candidateId: string): Promise<Asking['near']> {
  const [person] = await db.select({ profile: candidate.profile }).from(candidate).where(eq(candidate.id, candidateId))
  const [own] = await db
    .select({ municipality: organisation.municipality })
    .from(organisation)
    .where(eq(organisation.id, actor.organisationId))
  const there = person?.profile.travelFrom?.municipality
  return (there ? await findSocialService(db, there) : null) ?? (own ? await findSocialService(db, own.municipality) : null)
}

/** Null when nothing has to be confirmed, or it was confirmed: the vacancy can be proposed. */
export async function findAsking(
  store: Store,
  actor: CaseworkerActor,
  { candidateId, vacancyId }: { candidateId: string; vacancyId: string },
  now: Instant,
): Promise<Asking | null> {
  if (actor.publicAuthority) return null
  return store.read(async (db) => {
    if (!(await isOwnPerson(db, actor, candidateId))) return null
    if (await mayProposeNow(db, { organisationId: actor.organisationId, candidateId, vacancyId }, now)) return null
    const [own] = await db
      .select()
      .from(confirmation)
      .where(
        and(
          eq(confirmation.candidateId, candidateId),
          eq(confirmation.vacancyId, vacancyId),
          eq(confirmation.askedByOrganisationId, actor.organisationId),
        ),
      )
    const told = own ? toldOf(own, now) : null
    const about = askedAbout(await readFacts(db, vacancyId), await readRestrictions(db))
    const earlier = await earlierQuestions(db, candidateId, now)
    const today = dayOf(now)
    const authority = await findAuthority(db, candidateId)
    return {
      here: own ? (told === null ? { waitsUntil: dayOf(toldAfter(endOfDay(own.dueOn))) } : { told }) : null,
      authority: authority?.name ?? null,
      near: authority === null ? await nearestService(db, actor, candidateId) : null,
      taken: isQuestionTaken(questionOf(about), earlier, today),
      left: questionsLeft(earlier, today),
    }
  })
}

export type Question = { id: string; candidateId: string; code: string; vacancyId: string; askedBy: string; dueOn: Day }

/** An open question to the actor's organisation. Null when there is none, it was answered, or its days are over. */
export async function findQuestion(store: Store, actor: CaseworkerActor, id: string, now: Instant): Promise<Question | null> {
  const [row] = await store.read((db) =>
    db
      .select({
        id: confirmation.id,
        candidateId: confirmation.candidateId,
        code: candidate.code,
        vacancyId: confirmation.vacancyId,
        askedBy: organisation.name,
        dueOn: confirmation.dueOn,
      })
      .from(confirmation)
      .innerJoin(candidate, eq(candidate.id, confirmation.candidateId))
      .innerJoin(organisation, eq(organisation.id, confirmation.askedByOrganisationId))
      .where(openFor(db, actor, id, now)),
  )
  return row ?? null
}
