// The authority's answer, and what is written when its days ran out; whoever asked is told at a fixed hour.
import { and, eq, exists, gte, isNull, lt, lte, notExists, type SQL } from 'drizzle-orm'
import type { ConfirmationAnswer } from '#app/domain/confirmations/question.ts'
import { toldAfter } from '#app/domain/confirmations/telling.ts'
import { RESTRICTED_PART } from '#app/domain/people/permissions.ts'
import type { CaseworkerActor } from '#app/domain/shared/actor.ts'
import { dayOf, endOfDay, type Instant } from '#app/domain/shared/day.ts'
import { ownPeople } from '#db/people/own.ts'
import { accessLog, candidate, confirmation, organisation, task } from '#db/schema/index.ts'
import type { Db, Store, Tx } from '#db/store/store.ts'
import { addTask, finishTasks } from '#db/tasks/tasks.ts'

/** A question that waits for the actor's organisation, which still reads the person's whole restricted part. */
export function openFor(db: Db, actor: CaseworkerActor, id: string, now: Instant): SQL | undefined {
  const readable = db
    .select({ id: candidate.id })
    .from(candidate)
    .where(and(eq(candidate.id, confirmation.candidateId), ...RESTRICTED_PART.map((of) => ownPeople(actor, { of, use: 'read' }))))
  return and(
    eq(confirmation.id, id),
    eq(confirmation.authorityOrganisationId, actor.organisationId),
    isNull(confirmation.answer),
    gte(confirmation.dueOn, dayOf(now)),
    exists(readable),
  )
}

/** False when it is not theirs to answer, was answered, or the days ran out. Whoever answers has looked at the restricted part. */
export async function answerConfirmation(
  store: Store,
  actor: CaseworkerActor,
  id: string,
  answer: ConfirmationAnswer,
  now: Instant,
): Promise<boolean> {
  const logId = store.newId()
  return store.write(async (tx) => {
    const [row] = await tx
      .update(confirmation)
      .set({ answer, answeredBy: actor.membershipId, answeredAt: now, toldAt: toldAfter(now) })
      .where(openFor(tx, actor, id, now))
      .returning({ candidateId: confirmation.candidateId })
    if (!row) return false
    const look = { membershipId: actor.membershipId, subject: 'restricted_record', purpose: 'match', at: now } as const
    await tx.insert(accessLog).values({ id: logId, candidateId: row.candidateId, ...look })
    await finishTasks(tx, { kinds: ['confirmation'], aboutId: id }, actor.membershipId, now)
    return true
  })
}

/** What nobody answered in time is written as what whoever asked is told of it anyway. */
export async function endConfirmations(store: Store, now: Instant): Promise<number> {
  return store.write(async (tx) => {
    const due = await tx
      .select({ id: confirmation.id, dueOn: confirmation.dueOn })
      .from(confirmation)
      .where(and(isNull(confirmation.answer), lt(confirmation.dueOn, dayOf(now))))
    for (const { id, dueOn } of due) {
      const end = endOfDay(dueOn)
      await tx
        .update(confirmation)
        .set({ answer: 'choose_another', answeredAt: end, toldAt: toldAfter(end) })
        .where(and(eq(confirmation.id, id), isNull(confirmation.answer)))
      await finishTasks(tx, { kinds: ['confirmation'], aboutId: id }, null, now)
    }
    return due.length
  })
}

/** When its hour has come, that there is an answer stands in the list of whoever asked: the same for either. @returns how many */
export async function tellConfirmations(store: Store, now: Instant): Promise<number> {
  return store.write(async (tx) => {
    const told = tx
      .select({ id: task.id })
      .from(task)
      .where(and(eq(task.kind, 'confirmed'), eq(task.aboutId, confirmation.id)))
    const rows = await tx
      .select()
      .from(confirmation)
      .where(and(lte(confirmation.toldAt, now), notExists(told)))
    for (const { id, candidateId, vacancyId, askedByOrganisationId } of rows) {
      const answered = { kind: 'confirmed', aboutId: id, candidateId, vacancyId, from: 'clock' } as const
      await addTask(tx, store.newId, { ...answered, for: { organisationId: askedByOrganisationId } }, now)
    }
    return rows.length
  })
}

/**
 * What was asked of one registration was asked of the person: it counts for the one that stays. One question is open at a time, so that one that
 * waits ends as *choose another*.
 */
export async function mergeConfirmations(tx: Tx, { kept, other }: { kept: string; other: string }, now: Instant): Promise<void> {
  const ended = await tx
    .update(confirmation)
    .set({ answer: 'choose_another', answeredAt: now, toldAt: toldAfter(now) })
    .where(and(eq(confirmation.candidateId, other), isNull(confirmation.answer)))
    .returning({ id: confirmation.id })
  for (const { id } of ended) await finishTasks(tx, { kinds: ['confirmation'], aboutId: id }, null, now)
  await tx.update(confirmation).set({ candidateId: kept }).where(eq(confirmation.candidateId, other))
}

/** A question that waits for the authority that led waits for the one that leads now; where that is none, it ends when its days are over. */
export async function passConfirmations(tx: Tx, candidateId: string, { from, to }: { from: string; to: string }): Promise<void> {
  const [leads] = await tx.select({ publicAuthority: organisation.publicAuthority }).from(organisation).where(eq(organisation.id, to))
  if (leads?.publicAuthority !== true) return
  const passed = await tx
    .update(confirmation)
    .set({ authorityOrganisationId: to })
    .where(and(eq(confirmation.candidateId, candidateId), eq(confirmation.authorityOrganisationId, from), isNull(confirmation.answer)))
    .returning({ id: confirmation.id })
  for (const { id } of passed)
    await tx
      .update(task)
      .set({ forOrganisationId: to })
      .where(and(eq(task.kind, 'confirmation'), eq(task.aboutId, id), isNull(task.doneAt)))
}
