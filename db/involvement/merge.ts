// Two registrations of one person become one, in one transaction: the earlier stays, with what both organisations knew; of the later one nothing
// is left but its row, which points to the other.
import { and, eq, isNull, sql } from 'drizzle-orm'
import { areMixed, sharesOf } from '#app/domain/involvement/merging.ts'
import { activityOf, EMPTY_PROFILE } from '#app/domain/people/candidate.ts'
import type { INVOLVEMENT_BASES } from '#app/domain/people/permissions.ts'
import type { CoordinatorActor } from '#app/domain/shared/actor.ts'
import type { Instant } from '#app/domain/shared/day.ts'
import { recordChange } from '#db/change-feed/changes.ts'
import { personKeyOf } from '#db/people/person-key.ts'
import { decrypt, encrypt, type MasterKey } from '#db/people/vault.ts'
import {
  candidate,
  candidateAccess,
  duplicatePair,
  handover,
  hiddenVacancy,
  identity,
  involvement,
  organisation,
  readiness,
  restrictedRecord,
  session,
  textOverride,
  vaultKey,
} from '#db/schema/index.ts'
import { conflictOn } from '#db/store/conflict.ts'
import type { Store, Tx } from '#db/store/store.ts'
import { addTask, mergeTasks } from '#db/tasks/tasks.ts'
import { decide, undecided } from './duplicates.ts'
import { keepKnowledge } from './knowledge.ts'
import { areBothAtWork, passCorrections, passProposalsToKept, type Both } from './merged-proposals.ts'

/** On what the merging rests, by which rule, and what the person was told. */
export type Agreed = { basis: (typeof INVOLVEMENT_BASES)[number]; basisName: string; said: string }

/** `consent`: an authority and another organisation learn of each other, which takes the person's consent. `atWork`: work has begun in one vacancy under both. */
export type Merged = { ok: true } | { ok: false; problem: 'consent' | 'atWork' } | null

type Relation = { row: typeof involvement.$inferSelect; publicAuthority: boolean }

function relationsOf(tx: Tx, candidateId: string): Promise<Relation[]> {
  return tx
    .select({ row: involvement, publicAuthority: organisation.publicAuthority })
    .from(involvement)
    .innerJoin(organisation, eq(organisation.id, involvement.organisationId))
    .where(and(eq(involvement.candidateId, candidateId), isNull(involvement.until)))
    .then((rows) => rows)
}

async function sidesOf(tx: Tx, master: MasterKey, pairId: string): Promise<Both | null> {
  const [pair] = await tx
    .select()
    .from(duplicatePair)
    .where(and(eq(duplicatePair.id, pairId), undecided))
  if (!pair) return null
  const [keptKey, otherKey] = [await personKeyOf(tx, master, pair.earlierId), await personKeyOf(tx, master, pair.laterId)]
  return keptKey && otherKey ? { kept: { id: pair.earlierId, key: keptKey }, other: { id: pair.laterId, key: otherKey } } : null
}

/** The text as the kept person's own. */
function labelFor({ kept, other }: Both, label: string | null): string | null {
  return label === null || label === '' ? null : encrypt(kept.key, `label:${kept.id}`, decrypt(other.key, `label:${other.id}`, label))
}

/** Whoever worked with the one that goes works with the one that stays; who did already stays what it is. */
async function joinRelations(
  tx: Tx,
  newId: () => string,
  sides: Both,
  {
    joining,
    already,
    wrote,
  }: { joining: readonly Relation[]; already: readonly Relation[]; wrote: { record: boolean; situation: boolean } },
  { actor, agreed, now }: { actor: CoordinatorActor; agreed: Agreed; now: Instant },
): Promise<void> {
  for (const { row, publicAuthority } of joining) {
    const label = labelFor(sides, row.label)
    const before = already.find((one) => one.row.organisationId === row.organisationId)
    if (before) {
      if (before.row.label === null && label !== null) await tx.update(involvement).set({ label }).where(eq(involvement.id, before.row.id))
      continue
    }
    await tx.insert(involvement).values({
      id: newId(),
      candidateId: sides.kept.id,
      organisationId: row.organisationId,
      role: 'supports',
      caseworkerId: row.caseworkerId,
      shares: row.role === 'leads' ? sharesOf({ publicAuthority, wrote }) : row.shares,
      label,
      since: now,
      ...agreed,
      recordedBy: actor.membershipId,
    })
  }
}

/** Where a list of vacancies that were hidden, or of words let out, names the person. */
async function moveRest(tx: Tx, { kept, other }: Both): Promise<void> {
  const hidden = await tx.select().from(hiddenVacancy).where(eq(hiddenVacancy.candidateId, other.id))
  for (const row of hidden) {
    const target = conflictOn(hiddenVacancy.candidateId, hiddenVacancy.vacancyId)
    await tx
      .insert(hiddenVacancy)
      .values({ ...row, candidateId: kept.id })
      .onConflictDoNothing({ target })
  }
  await tx.update(textOverride).set({ candidateId: kept.id }).where(eq(textOverride.candidateId, other.id))
}

/** Signs in no more, is in no list, and no key opens anything of it. Its row and its relations stay, as what happened. */
async function empty(tx: Tx, { kept, other }: Both, now: Instant): Promise<void> {
  await tx
    .update(involvement)
    .set({ until: now, label: null, said: null, version: sql`${involvement.version} + 1` })
    .where(and(eq(involvement.candidateId, other.id), isNull(involvement.until)))
  await tx
    .update(handover)
    .set({ state: 'over', decidedAt: now })
    .where(and(eq(handover.candidateId, other.id), eq(handover.state, 'offered')))
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
  return store.write(async (tx): Promise<Merged> => {
    const sides = await sidesOf(tx, master, id)
    if (!sides) return null
    const { kept, other } = sides
    const [already, joining] = [await relationsOf(tx, kept.id), await relationsOf(tx, other.id)]
    if (agreed.basis !== 'consent' && areMixed([...already, ...joining])) return { ok: false, problem: 'consent' }
    if (await areBothAtWork(tx, sides)) return { ok: false, problem: 'atWork' }
    // The text is encrypted for the one that stays.
    const proof = { ...agreed, said: encrypt(kept.key, `said:${kept.id}`, agreed.said) }
    if (!(await decide(tx, actor, id, { state: 'merged', ...proof }, now))) return null
    // First, since guards of the database let a merged registration's notes be encrypted again, and its last relation end.
    await tx.update(candidate).set({ mergedInto: kept.id }).where(eq(candidate.id, other.id))
    await passProposalsToKept(tx, store.newId, sides, now)
    await passCorrections(tx, sides)
    const wrote = await keepKnowledge(tx, sides, now)
    await joinRelations(tx, store.newId, sides, { joining, already, wrote }, { actor, agreed: proof, now })
    await moveRest(tx, sides)
    await empty(tx, sides, now)
    await mergeTasks(tx, { kept: kept.id, other: other.id })
    for (const organisationId of new Set([...already, ...joining].map(({ row }) => row.organisationId))) {
      const told = { kind: 'merged', aboutId: `${id} ${organisationId}`, candidateId: kept.id, from: 'coordinator' } as const
      await addTask(tx, store.newId, { ...told, for: { organisationId } }, now)
    }
    await recordChange(tx, 'candidate', kept.id)
    await recordChange(tx, 'candidate', other.id)
    return { ok: true }
  })
}
