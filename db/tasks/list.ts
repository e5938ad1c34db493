// Lists of things to do: of an organisation, an employer, the coordinators; what is due first on top.
import { and, eq, gte, inArray, isNotNull, isNull, or, sql, type SQL } from 'drizzle-orm'
import type { HandoverRefusal } from '#app/domain/involvement/handover.ts'
import { DONE_SHOWN_DAYS, NEEDS_ONLY_READING, type TaskKind, type TaskParty } from '#app/domain/tasks/task.ts'
import type { CaseworkerActor, CoordinatorActor, EmployerActor } from '#app/domain/shared/actor.ts'
import { DAY_MS, type Day, type Instant } from '#app/domain/shared/day.ts'
import { openLabel } from '#db/people/label.ts'
import type { MasterKey } from '#db/people/vault.ts'
import { account, candidate, involvement, membership, organisation, task, vacancy, vaultKey, handover } from '#db/schema/index.ts'
import { countUpTo, inOrderOf, pageOfIds, totalWith, type Keyset, type PageOf } from '#db/store/keyset.ts'
import { alias } from 'drizzle-orm/sqlite-core'
import type { Db, Store } from '#db/store/store.ts'

export type TaskActor = CaseworkerActor | CoordinatorActor | EmployerActor
/** `done`: of the last days, the last done first. */
export type TaskFilter = { show: 'open' | 'done'; whose: 'mine' | 'all' }

export type TaskLine = {
  id: string
  kind: TaskKind
  aboutId: string
  from: TaskParty
  createdAt: Instant
  dueOn: Day
  doneAt: Instant | null
  doneBy: string | null
  candidateId: string | null
  code: string | null
  /** Of who works with the person. */
  label: string
  proposalId: string | null
  vacancyId: string | null
  vacancyTitle: string | null
  /** Of an offer of a person: the other side, and why it refused. */
  organisation: string | null
  refusal: HandoverRefusal | null
}

/** A task about a person is seen by who works with them; an offer of one also by who is asked. */
function ofOrganisation({ organisationId, membershipId }: CaseworkerActor, whose: TaskFilter['whose']): SQL | undefined {
  const works = sql`exists (select 1 from ${involvement} where ${and(
    eq(involvement.candidateId, task.candidateId),
    eq(involvement.organisationId, organisationId),
    isNull(involvement.until),
    whose === 'mine' ? eq(involvement.caseworkerId, membershipId) : undefined,
  )})`
  return and(eq(task.forOrganisationId, organisationId), or(works, inArray(task.kind, ['handover', 'joining'])))
}

function ownTasks(actor: TaskActor, whose: TaskFilter['whose']): SQL | undefined {
  switch (actor.kind) {
    case 'caseworker':
      return ofOrganisation(actor, whose)
    case 'employer':
      return eq(task.forEmployerId, actor.employerId)
    case 'coordinator':
      return eq(task.forCoordinators, true)
  }
}

function listOf(actor: TaskActor, { show, whose }: TaskFilter, now: Instant): Keyset {
  const own = ownTasks(actor, whose)
  return show === 'open'
    ? { table: task, by: task.dueOn, id: task.id, parts: [[and(own, isNull(task.doneAt))]] }
    : {
        table: task,
        by: task.doneAt,
        id: task.id,
        newestFirst: true,
        parts: [[and(own, isNotNull(task.doneAt), gte(task.doneAt, now - DONE_SHOWN_DAYS * DAY_MS))]],
      }
}

async function linesOf(db: Db, master: MasterKey, actor: TaskActor, ids: readonly string[]): Promise<TaskLine[]> {
  if (ids.length === 0) return []
  const organisationId = actor.kind === 'caseworker' ? actor.organisationId : ''
  const other = alias(organisation, 'other')
  const rows = await db
    .select({
      row: task,
      code: candidate.code,
      label: involvement.label,
      wrapped: vaultKey.wrapped,
      title: vacancy.title,
      doneBy: account.name,
      other: other.name,
      refusal: handover.refusal,
    })
    .from(task)
    .leftJoin(candidate, eq(candidate.id, task.candidateId))
    .leftJoin(
      involvement,
      and(eq(involvement.candidateId, task.candidateId), eq(involvement.organisationId, organisationId), isNull(involvement.until)),
    )
    .leftJoin(vaultKey, eq(vaultKey.candidateId, involvement.candidateId))
    .leftJoin(vacancy, eq(vacancy.id, task.vacancyId))
    .leftJoin(membership, eq(membership.id, task.doneBy))
    .leftJoin(account, eq(account.id, membership.accountId))
    .leftJoin(handover, eq(handover.id, task.aboutId))
    .leftJoin(
      other,
      eq(
        other.id,
        sql`case when ${handover.toOrganisationId} = ${organisationId} then ${handover.fromOrganisationId} else ${handover.toOrganisationId} end`,
      ),
    )
    .where(inArray(task.id, [...ids]))
  const lines = rows.map(({ row, code, label, wrapped, title, doneBy, other, refusal }): TaskLine => {
    const { id, kind, aboutId, fromParty: from, createdAt, dueOn, doneAt, candidateId, proposalId, vacancyId } = row
    const words = candidateId === null ? '' : openLabel(master, candidateId, label, wrapped)
    const about = { candidateId, code, label: words, proposalId, vacancyId, vacancyTitle: title, organisation: other, refusal }
    return { id, kind, aboutId, from, createdAt, dueOn, doneAt, doneBy, ...about }
  })
  return inOrderOf(ids, lines)
}

export type TaskPage = PageOf<TaskLine> & { total: number }

/** @param at where the page begins, from the address */
export async function listTasks(
  store: Store,
  master: MasterKey,
  actor: TaskActor,
  filter: TaskFilter,
  at: string,
  now: Instant,
): Promise<TaskPage> {
  return store.read(async (db) => {
    const list = listOf(actor, filter, now)
    const page = await pageOfIds(db, list, at)
    return { ...page, rows: await linesOf(db, master, actor, page.rows), total: await totalWith(db, list, page) }
  })
}

/** As far as lists are counted. */
export async function countTasks(store: Store, actor: TaskActor, now: Instant): Promise<number> {
  return store.read((db) => countUpTo(db, listOf(actor, { show: 'open', whose: 'mine' }, now)))
}

/** The day on which the person asked to leave everything, or to be erased, while nobody has seen to it. */
export async function findWithdrawal(store: Store, actor: CaseworkerActor, candidateId: string): Promise<Instant | null> {
  const [row] = await store.read((db) =>
    db
      .select({ at: task.createdAt })
      .from(task)
      .where(
        and(
          inArray(task.kind, ['withdrawal', 'erasure_wish']),
          eq(task.candidateId, candidateId),
          isNull(task.doneAt),
          ofOrganisation(actor, 'all'),
        ),
      )
      .limit(1),
  )
  return row?.at ?? null
}

/** What needs nothing but to be read. False when it is not theirs, or was done. */
export async function acknowledgeTask(store: Store, actor: TaskActor, id: string, now: Instant): Promise<boolean> {
  return store.write(async (tx) => {
    const done = await tx
      .update(task)
      .set({ doneAt: now, doneBy: actor.membershipId })
      .where(and(eq(task.id, id), inArray(task.kind, [...NEEDS_ONLY_READING]), isNull(task.doneAt), ownTasks(actor, 'all')))
      .returning({ id: task.id })
    return done.length > 0
  })
}
