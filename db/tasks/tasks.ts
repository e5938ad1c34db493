// Things to do, written and finished in the transaction of what they are about.
import { and, eq, inArray, isNull } from 'drizzle-orm'
import { NEEDS_ONLY_READING, TASK_DAYS, type TaskKind, type TaskParty } from '#app/domain/tasks/task.ts'
import { addDays, dayOf, type Instant } from '#app/domain/shared/day.ts'
import { candidate, involvement, task } from '#db/schema/index.ts'
import type { Db, Tx } from '#db/store/store.ts'

type ForWhom = { organisationId: string } | { employerId: string } | 'coordinators'

export type NewTask = {
  kind: TaskKind
  aboutId: string
  for: ForWhom
  from: TaskParty
  candidateId?: string
  proposalId?: string
  vacancyId?: string
}

function columnsFor(whom: ForWhom) {
  if (whom === 'coordinators') return { forCoordinators: true }
  return 'organisationId' in whom ? { forOrganisationId: whom.organisationId } : { forEmployerId: whom.employerId }
}

/** What waits already waits once. */
export async function addTask(tx: Tx, newId: () => string, { for: whom, from, kind, ...about }: NewTask, now: Instant): Promise<void> {
  const dueOn = addDays(dayOf(now), TASK_DAYS[kind])
  await tx
    .insert(task)
    .values({ id: newId(), kind, ...about, ...columnsFor(whom), fromParty: from, createdAt: now, dueOn })
    .onConflictDoNothing()
}

type Finished = { kinds: readonly TaskKind[]; aboutId: string } | { kinds: readonly TaskKind[]; proposalId: string }

/** @param by the membership that did it; null when it ended by itself */
export async function finishTasks(tx: Tx, finished: Finished, by: string | null, now: Instant): Promise<void> {
  const about = 'aboutId' in finished ? eq(task.aboutId, finished.aboutId) : eq(task.proposalId, finished.proposalId)
  await tx
    .update(task)
    .set({ doneAt: now, doneBy: by })
    .where(and(inArray(task.kind, [...finished.kinds]), about, isNull(task.doneAt)))
}

/** What one organisation still had to do for a person, another now has. What it was asked about the person itself stays with it. */
const FOLLOW_THE_PERSON = ['question', 'correction', 'withdrawal', 'erasure_wish', 'code_check'] as const satisfies readonly TaskKind[]

export async function passTasks(tx: Tx, candidateId: string, { from, to }: { from: string; to: string }, now: Instant): Promise<void> {
  const open = and(eq(task.candidateId, candidateId), eq(task.forOrganisationId, from), isNull(task.doneAt))
  await tx
    .update(task)
    .set({ forOrganisationId: to })
    .where(and(open, inArray(task.kind, [...FOLLOW_THE_PERSON])))
  // Nobody reads it any more.
  await tx
    .update(task)
    .set({ doneAt: now })
    .where(and(open, inArray(task.kind, [...NEEDS_ONLY_READING])))
}

/** One registration of a person is now part of another: what waited for the one waits for the other, and what they said reaches who leads. */
export async function mergeTasks(tx: Tx, { kept, other }: { kept: string; other: string }): Promise<void> {
  const { organisationId: forOrganisationId } = await leadOf(tx, kept)
  const open = and(eq(task.candidateId, other), isNull(task.doneAt))
  await tx
    .update(task)
    .set({ forOrganisationId })
    .where(and(open, inArray(task.kind, ['correction', 'withdrawal', 'erasure_wish'])))
  await tx.update(task).set({ candidateId: kept }).where(open)
}

/** The organisation that leads a person: whatever the person says reaches it. */
export async function leadOf(db: Db, candidateId: string): Promise<{ organisationId: string }> {
  const [row] = await db
    .select({ organisationId: involvement.organisationId })
    .from(candidate)
    .innerJoin(involvement, eq(involvement.id, candidate.leadId))
    .where(eq(candidate.id, candidateId))
  if (!row) throw new Error('A person without an organisation that leads')
  return row
}
