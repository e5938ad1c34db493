// Asking a public authority whether a person may be proposed to a vacancy; whether a question is taken depends on public things alone.
import { and, asc, eq, isNull } from 'drizzle-orm'
import { askedAbout, questionOf } from '#app/domain/confirmations/asked-about.ts'
import { isQuestionTaken, type EarlierQuestion } from '#app/domain/confirmations/question.ts'
import { CONFIRMATION_DAYS, toldOf } from '#app/domain/confirmations/telling.ts'
import { mayJudge } from '#app/domain/people/permissions.ts'
import type { CaseworkerActor } from '#app/domain/shared/actor.ts'
import { addDays, dayOf, type Instant } from '#app/domain/shared/day.ts'
import { readRestrictions } from '#db/matching/legal-restrictions.ts'
import { factsWithStances } from '#db/matching/vacancy-facts.ts'
import { isOwnPerson } from '#db/people/own.ts'
import { confirmation, employer, involvement, organisation, vacancy } from '#db/schema/index.ts'
import { violationOf } from '#db/store/errors.ts'
import type { Db, Store } from '#db/store/store.ts'
import { addTask } from '#db/tasks/tasks.ts'
import { visibleVacancy } from '#db/vacancies/visibility.ts'

/** The authority that reads the person's whole restricted part, and so sees whether a vacancy fits: the one that leads before one that supports. */
export async function findAuthority(db: Db, candidateId: string): Promise<{ id: string; name: string } | null> {
  const rows = await db
    .select({ id: organisation.id, name: organisation.name, role: involvement.role, shares: involvement.shares })
    .from(involvement)
    .innerJoin(organisation, eq(organisation.id, involvement.organisationId))
    .where(
      and(
        eq(involvement.candidateId, candidateId),
        isNull(involvement.until),
        organisation.publicAuthority,
        eq(organisation.state, 'verified'),
      ),
    )
    .orderBy(asc(involvement.role), asc(involvement.since), asc(involvement.id))
  return rows.find((relation) => mayJudge(true, relation)) ?? null
}

/** Whoever asked: organisations that tell each other what they were told learn no more than one would. */
export async function earlierQuestions(db: Db, candidateId: string, now: Instant): Promise<EarlierQuestion[]> {
  const rows = await db.select().from(confirmation).where(eq(confirmation.candidateId, candidateId))
  return rows.map((row) => ({
    ...questionOf(row.asked),
    askedOn: dayOf(row.askedAt),
    told: toldOf(row, now),
  }))
}

/** `noAuthority`: none works with the person. `notTaken`: an answer could tell too much, one waits, or there were enough. Null: not theirs to ask. */
export type Asked = { ok: true; id: string } | { ok: false; problem: 'noAuthority' | 'notTaken' } | null

export async function askConfirmation(
  store: Store,
  actor: CaseworkerActor,
  candidateId: string,
  vacancyId: string,
  now: Instant,
): Promise<Asked> {
  const id = store.newId()
  const asking = store.write(async (tx): Promise<Asked> => {
    if (actor.publicAuthority || !(await isOwnPerson(tx, actor, candidateId))) return null
    const [open] = await tx
      .select({ row: vacancy })
      .from(vacancy)
      .leftJoin(employer, eq(employer.id, vacancy.employerId))
      .where(and(eq(vacancy.id, vacancyId), visibleVacancy('staff', now)))
    if (!open) return null
    const authority = await findAuthority(tx, candidateId)
    if (authority === null) return { ok: false, problem: 'noAuthority' }
    const facts = await factsWithStances(tx, open.row)
    const about = askedAbout(facts, await readRestrictions(tx))
    const earlier = await earlierQuestions(tx, candidateId, now)
    if (!isQuestionTaken(questionOf(about), earlier, dayOf(now))) return { ok: false, problem: 'notTaken' }
    await tx.insert(confirmation).values({
      id,
      candidateId,
      vacancyId,
      askedByOrganisationId: actor.organisationId,
      askedBy: actor.membershipId,
      authorityOrganisationId: authority.id,
      askedAt: now,
      asked: about,
      dueOn: addDays(dayOf(now), CONFIRMATION_DAYS),
    })
    const waits = { kind: 'confirmation', aboutId: id, candidateId, vacancyId, from: 'caseworker' } as const
    await addTask(tx, store.newId, { ...waits, for: { organisationId: authority.id } }, now)
    return { ok: true, id }
  })
  try {
    return await asking
  } catch (error) {
    // A colleague asked at the same moment.
    if (violationOf(error)?.kind === 'unique') return { ok: false, problem: 'notTaken' }
    throw error
  }
}
