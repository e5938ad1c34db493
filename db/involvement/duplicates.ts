// Registrations of one personal code: found by a background job, so that whoever registers somebody a second time is told nothing; seen and
// decided by coordinators, who learn which organisations and never who the person is.
import { and, asc, count, eq, inArray, isNull, lt, notInArray, or, sql } from 'drizzle-orm'
import { alias } from 'drizzle-orm/sqlite-core'
import { FINAL_STATES } from '#app/domain/proposals/proposal.ts'
import type { CoordinatorActor } from '#app/domain/shared/actor.ts'
import type { InvolvementRole } from '#app/domain/people/permissions.ts'
import type { Instant } from '#app/domain/shared/day.ts'
import { account, candidate, duplicatePair, identity, involvement, membership, organisation, proposal, task } from '#db/schema/index.ts'
import { countUpTo, inOrderOf, pageOfIds, totalWith, type Keyset, type PageOf } from '#db/store/keyset.ts'
import type { Db, Store, Tx } from '#db/store/store.ts'
import { addTask, finishTasks, leadOf } from '#db/tasks/tasks.ts'

/** A write stays short. */
const AT_ONCE = 200

/** Pairs that nobody has found yet. @returns how many; when any, there may be more. */
export async function findDuplicates(store: Store, now: Instant): Promise<number> {
  const [earlier, later] = [alias(candidate, 'earlier'), alias(candidate, 'later')]
  const [one, other] = [alias(identity, 'one'), alias(identity, 'other')]
  const before = or(lt(earlier.createdAt, later.createdAt), and(eq(earlier.createdAt, later.createdAt), lt(earlier.id, later.id)))
  const found = await store.read((db) =>
    db
      .select({ earlierId: earlier.id, laterId: later.id })
      .from(one)
      .innerJoin(other, eq(other.codeKey, one.codeKey))
      .innerJoin(earlier, eq(earlier.id, one.candidateId))
      .innerJoin(later, and(eq(later.id, other.candidateId), before))
      .leftJoin(duplicatePair, and(eq(duplicatePair.earlierId, earlier.id), eq(duplicatePair.laterId, later.id)))
      .where(isNull(duplicatePair.id))
      .orderBy(asc(later.createdAt), asc(later.id), asc(earlier.id))
      .limit(AT_ONCE),
  )
  const rows = found.map((pair) => ({ id: store.newId(), ...pair, foundAt: now }))
  await store.write(async (tx) => {
    if (rows.length > 0) await tx.insert(duplicatePair).values(rows).onConflictDoNothing()
    await taskForEach(tx, store.newId, now)
  })
  return found.length
}

/** Of a code that was corrected since there is nothing to decide; of one that is a pair's again there is. */
async function taskForEach(tx: Tx, newId: () => string, now: Instant): Promise<void> {
  const open = await tx.select({ id: duplicatePair.id }).from(duplicatePair).where(undecided)
  for (const { id } of open) await addTask(tx, newId, { kind: 'duplicate', aboutId: id, for: 'coordinators', from: 'clock' }, now)
  const ids = open.map(({ id }) => id)
  await tx
    .update(task)
    .set({ doneAt: now })
    .where(and(eq(task.kind, 'duplicate'), isNull(task.doneAt), notInArray(task.aboutId, ids)))
}

/** Not decided, and of one code still: a code that was corrected since leaves no pair, nor does somebody whose identity is gone. */
export const undecided = and(
  eq(duplicatePair.state, 'open'),
  sql`exists (select 1 from identity one join identity other on other.code_key = one.code_key where one.candidate_id = ${duplicatePair.earlierId} and other.candidate_id = ${duplicatePair.laterId})`,
)

/** Longest waiting first. */
const waiting: Keyset = { table: duplicatePair, by: duplicatePair.foundAt, id: duplicatePair.id, parts: [[undecided]] }

type Working = {
  organisation: string
  publicAuthority: boolean
  role: InvolvementRole
  caseworker: string
  phone: string
}
/** What a coordinator may know of a registration. The code is by what its caseworker knows whom the call is about. */
type Registration = { code: string; registeredAt: Instant; openProposals: number; working: Working[] }
export type DuplicatePair = { id: string; foundAt: Instant; earlier: Registration; later: Registration }

async function registrationOf(db: Db, candidateId: string): Promise<Registration> {
  const [row] = await db
    .select({ code: candidate.code, registeredAt: candidate.createdAt })
    .from(candidate)
    .where(eq(candidate.id, candidateId))
  const [open] = await db
    .select({ proposals: count() })
    .from(proposal)
    .where(and(eq(proposal.candidateId, candidateId), notInArray(proposal.state, [...FINAL_STATES])))
  const working = await db
    .select({
      organisation: organisation.name,
      publicAuthority: organisation.publicAuthority,
      role: involvement.role,
      caseworker: account.name,
      phone: account.phone,
    })
    .from(involvement)
    .innerJoin(organisation, eq(organisation.id, involvement.organisationId))
    .innerJoin(membership, eq(membership.id, involvement.caseworkerId))
    .innerJoin(account, eq(account.id, membership.accountId))
    .where(and(eq(involvement.candidateId, candidateId), isNull(involvement.until)))
    .orderBy(asc(involvement.role), asc(involvement.since), asc(involvement.id))
  return { code: row?.code ?? '', registeredAt: row?.registeredAt ?? 0, openProposals: open?.proposals ?? 0, working }
}

async function pairsOf(db: Db, ids: readonly string[]): Promise<DuplicatePair[]> {
  const rows = await db
    .select()
    .from(duplicatePair)
    .where(and(inArray(duplicatePair.id, [...ids]), undecided))
  return Promise.all(
    rows.map(async ({ id, foundAt, earlierId, laterId }) => ({
      id,
      foundAt,
      earlier: await registrationOf(db, earlierId),
      later: await registrationOf(db, laterId),
    })),
  )
}

/** @param at where the page begins, from the address */
export async function listDuplicates(
  store: Store,
  _actor: CoordinatorActor,
  at: string,
): Promise<PageOf<DuplicatePair> & { total: number }> {
  return store.read(async (db) => {
    const page = await pageOfIds(db, waiting, at)
    return { ...page, rows: inOrderOf(page.rows, await pairsOf(db, page.rows)), total: await totalWith(db, waiting, page) }
  })
}

export async function countDuplicates(store: Store, _actor: CoordinatorActor): Promise<number> {
  return store.read((db) => countUpTo(db, waiting))
}

/** Null when there is none, it was decided, or the codes are no longer one. */
export async function findDuplicate(store: Store, _actor: CoordinatorActor, id: string): Promise<DuplicatePair | null> {
  const [pair] = await store.read((db) => pairsOf(db, [id]))
  return pair ?? null
}

type Decision = Pick<typeof duplicatePair.$inferInsert, 'state' | 'basis' | 'basisName' | 'said'>

/** Of two coordinators at once one decides; null for the other. */
export async function decide(
  tx: Tx,
  actor: CoordinatorActor,
  id: string,
  decision: Decision,
  now: Instant,
): Promise<typeof duplicatePair.$inferSelect | null> {
  const decided = await tx
    .update(duplicatePair)
    .set({ ...decision, decidedBy: actor.accountId, decidedAt: now })
    .where(and(eq(duplicatePair.id, id), undecided))
    .returning()
  if (decided.length > 0) await finishTasks(tx, { kinds: ['duplicate'], aboutId: id }, actor.membershipId, now)
  return decided[0] ?? null
}

/** Two people: a mistake in one of the codes, which their caseworkers look for. False when it was decided already. */
export async function keepApart(store: Store, actor: CoordinatorActor, id: string, now: Instant): Promise<boolean> {
  return store.write(async (tx) => {
    const pair = await decide(tx, actor, id, { state: 'different' }, now)
    if (!pair) return false
    for (const candidateId of [pair.earlierId, pair.laterId]) {
      const check = { kind: 'code_check', aboutId: candidateId, candidateId, from: 'coordinator' } as const
      await addTask(tx, store.newId, { ...check, for: await leadOf(tx, candidateId) }, now)
    }
    return true
  })
}
