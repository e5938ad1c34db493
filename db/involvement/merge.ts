// Two registrations of one person become one, in one transaction: the earlier stays, with what both organisations knew; of the later one nothing
// is left but its row, which points to the other.
import { and, eq, inArray, isNull, sql } from 'drizzle-orm'
import { areMixed } from '#app/domain/involvement/merging.ts'
import { activityOf, EMPTY_PROFILE } from '#app/domain/people/candidate.ts'
import type { CoordinatorActor } from '#app/domain/shared/actor.ts'
import type { Instant } from '#app/domain/shared/day.ts'
import { recordChange } from '#db/change-feed/changes.ts'
import { personKeyOf } from '#db/people/person-key.ts'
import { encrypt, type MasterKey } from '#db/people/vault.ts'
import {
  ACCESS_SUBJECTS,
  accessLog,
  candidate,
  candidateAccess,
  duplicatePair,
  erasure,
  hiddenVacancy,
  identity,
  readiness,
  restrictedRecord,
  session,
  textOverride,
  vaultKey,
} from '#db/schema/index.ts'
import { conflictOn } from '#db/store/conflict.ts'
import type { Store, Tx } from '#db/store/store.ts'
import { mergeConfirmations } from '#db/confirmations/answer.ts'
import { addTask, mergeTasks } from '#db/tasks/tasks.ts'
import { decide, undecided } from './duplicates.ts'
import { keepKnowledge } from './knowledge.ts'
import { areBothAtWork, passCorrections, passProposalsToKept, type Both } from './merged-proposals.ts'
import { endRelations, joinRelations, relationsNow, type Agreed } from './merged-relations.ts'

/** `consent`: an authority and another organisation learn of each other, which takes the person's consent. `atWork`: work has begun in one vacancy under both. */
export type Merged = { ok: true } | { ok: false; problem: 'consent' | 'atWork' } | null

async function sidesOf(tx: Tx, master: MasterKey, pairId: string): Promise<Both | null> {
  const [pair] = await tx
    .select()
    .from(duplicatePair)
    .where(and(eq(duplicatePair.id, pairId), undecided))
  if (!pair) return null
  // What is being erased is not carried over to another row meanwhile.
  const leaving = and(inArray(erasure.candidateId, [pair.earlierId, pair.laterId]), isNull(erasure.doneAt))
  if ((await tx.$count(erasure, leaving)) > 0) return null
  const [keptKey, otherKey] = [await personKeyOf(tx, master, pair.earlierId), await personKeyOf(tx, master, pair.laterId)]
  return keptKey && otherKey ? { kept: { id: pair.earlierId, key: keptKey }, other: { id: pair.laterId, key: otherKey } } : null
}

/** Where a list of vacancies that were hidden, or of words let out, names the person. */
async function moveRest(tx: Tx, { kept, other }: Both): Promise<void> {
  const hidden = await tx.select().from(hiddenVacancy).where(eq(hiddenVacancy.candidateId, other.id))
  for (const row of hidden) {
    const target = conflictOn(hiddenVacancy.candidateId, hiddenVacancy.vacancyId, hiddenVacancy.organisationId)
    await tx
      .insert(hiddenVacancy)
      .values({ ...row, candidateId: kept.id })
      .onConflictDoNothing({ target })
  }
  await tx.update(textOverride).set({ candidateId: kept.id }).where(eq(textOverride.candidateId, other.id))
}

/** Signs in no more, is in no list, and no key opens anything of it. */
async function empty(tx: Tx, { kept, other }: Both, now: Instant): Promise<void> {
  await tx.delete(session).where(eq(session.candidateId, other.id))
  for (const table of [candidateAccess, identity, restrictedRecord, readiness, hiddenVacancy, vaultKey])
    await tx.delete(table).where(eq(table.candidateId, other.id))
  await tx
    .update(candidate)
    .set({ situation: null, activity: activityOf('left'), profile: EMPTY_PROFILE, updatedAt: now, version: sql`${candidate.version} + 1` })
    .where(eq(candidate.id, other.id))
  await tx.update(candidate).set({ mergedInto: kept.id }).where(eq(candidate.mergedInto, other.id))
}

export async function mergePair(
  store: Store,
  master: MasterKey,
  actor: CoordinatorActor,
  id: string,
  agreed: Agreed,
  now: Instant,
): Promise<Merged> {
  const merged = await store.write(async (tx): Promise<Merged> => {
    const sides = await sidesOf(tx, master, id)
    if (!sides) return null
    const { kept, other } = sides
    const [already, joining] = [await relationsNow(tx, kept.id), await relationsNow(tx, other.id)]
    if (agreed.basis !== 'consent' && areMixed([...already, ...joining])) return { ok: false, problem: 'consent' }
    if (await areBothAtWork(tx, sides)) return { ok: false, problem: 'atWork' }
    // The text is encrypted for the one that stays.
    const proof = { ...agreed, said: encrypt(kept.key, `said:${kept.id}`, agreed.said) }
    if (!(await decide(tx, actor, id, { state: 'merged', ...proof }, now))) return null
    // First, since guards of the database let a merged registration's notes be encrypted again, and its last relation end.
    await tx.update(candidate).set({ mergedInto: kept.id }).where(eq(candidate.id, other.id))
    await passProposalsToKept(tx, store.newId, sides, now)
    await passCorrections(tx, sides)
    await keepKnowledge(tx, sides, now)
    await joinRelations(tx, store.newId, sides, { joining, already }, { actor, agreed: proof, now })
    await endRelations(tx, sides, now)
    await moveRest(tx, sides)
    await empty(tx, sides, now)
    await mergeConfirmations(tx, { kept: kept.id, other: other.id }, now)
    await mergeTasks(tx, { kept: kept.id, other: other.id })
    for (const organisationId of new Set([...already, ...joining].map(({ row }) => row.organisationId))) {
      const told = { kind: 'merged', aboutId: `${id} ${organisationId}`, candidateId: kept.id, from: 'coordinator' } as const
      await addTask(tx, store.newId, { ...told, for: { organisationId } }, now)
    }
    const edit = { candidateId: kept.id, membershipId: actor.membershipId, purpose: 'edit', at: now } as const
    await tx.insert(accessLog).values(ACCESS_SUBJECTS.map((subject) => ({ id: store.newId(), subject, ...edit })))
    await recordChange(tx, 'candidate', kept.id)
    await recordChange(tx, 'candidate', other.id)
    return { ok: true }
  })
  if (merged?.ok) await store.forgetOverwritten()
  return merged
}
