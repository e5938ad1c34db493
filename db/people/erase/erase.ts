// Erases a person: what was asked for is written down first, so that however it is interrupted the next start ends it.
import { and, eq, inArray, isNull, or, sql } from 'drizzle-orm'
import { activityOf, EMPTY_PROFILE } from '#app/domain/people/candidate.ts'
import { PROPOSAL_MOVES } from '#app/domain/proposals/proposal.ts'
import type { CaseworkerActor } from '#app/domain/shared/actor.ts'
import { dayOf, type Instant } from '#app/domain/shared/day.ts'
import { recordChange } from '#db/change-feed/changes.ts'
import { endingAt } from '#db/involvement/ending.ts'
import { moveProposal } from '#db/proposals/move.ts'
import {
  candidate,
  candidateAccess,
  confirmation,
  correction,
  duplicatePair,
  erasure,
  handover,
  hiddenVacancy,
  identity,
  involvement,
  proposal,
  readiness,
  restrictedRecord,
  retentionNotice,
  session,
  task,
  vaultKey,
} from '#db/schema/index.ts'
import { conflictOn } from '#db/store/conflict.ts'
import type { Store, Tx } from '#db/store/store.ts'
import { BY_THE_LEAD, isOwnPerson } from '../own.ts'
import type { ErasureList } from './erasure-list.ts'

/** Their phone is signed out, no card or PIN opens anything, and no employer waits for them. A job that has started is between them and the employer. */
async function stepOut(tx: Tx, newId: () => string, id: string, membershipId: string | null, now: Instant): Promise<void> {
  await tx.delete(session).where(eq(session.candidateId, id))
  await tx.delete(candidateAccess).where(eq(candidateAccess.candidateId, id))
  const live = await tx
    .select()
    .from(proposal)
    .where(and(eq(proposal.candidateId, id), inArray(proposal.state, [...PROPOSAL_MOVES.withdraw.from])))
  for (const row of live) {
    const moved = await moveProposal(tx, newId, row, { move: 'withdraw', party: 'caseworker', membershipId, version: null }, now)
    // All or nothing: another party moved one of them at the same moment.
    if (!moved?.ok) throw new Error('A proposal moved while a person was being erased')
  }
}

/** From here on it is ended whatever happens. @param askedBy a membership; null for the clock. The caller has shown that the person is to be erased */
export async function begin(
  tx: Tx,
  newId: () => string,
  { id, why, askedBy }: { id: string; why: 'wish' | 'term'; askedBy: string | null },
  now: Instant,
): Promise<void> {
  await tx.insert(erasure).values({ candidateId: id, why, askedAt: now, askedBy }).onConflictDoNothing()
  await stepOut(tx, newId, id, askedBy, now)
}

/** By the organisation that leads, when the person wishes it. False when it is not theirs to erase. */
export async function beginErasure(store: Store, actor: CaseworkerActor, id: string, now: Instant): Promise<boolean> {
  return store.write(async (tx) => {
    if (!(await isOwnPerson(tx, actor, id, BY_THE_LEAD))) return false
    await begin(tx, store.newId, { id, why: 'wish', askedBy: actor.membershipId }, now)
    return true
  })
}

/** Law or consent stays; what somebody called it are words, and they stand in clear. */
async function forgetBasisNames(tx: Tx, id: string): Promise<void> {
  const unnamed = { basisName: '' }
  await tx.update(involvement).set(unnamed).where(eq(involvement.candidateId, id))
  await tx.update(handover).set(unnamed).where(eq(handover.candidateId, id))
  await tx
    .update(duplicatePair)
    .set(unnamed)
    .where(or(eq(duplicatePair.earlierId, id), eq(duplicatePair.laterId, id)))
}

/** Of the person rows without words stay, for the numbers: which proposal moved when, what was consented to, how it went. */
async function forget(tx: Tx, id: string, now: Instant): Promise<void> {
  // What an authority answered about the person comes from the record.
  for (const table of [confirmation, vaultKey, identity, restrictedRecord, readiness, correction, hiddenVacancy, candidateAccess, session])
    await tx.delete(table).where(eq(table.candidateId, id))
  await forgetBasisNames(tx, id)
  await tx.update(proposal).set({ shown: null, toDiscuss: [], interviewPlace: null }).where(eq(proposal.candidateId, id))
  await tx
    .update(handover)
    .set({ state: 'over', decidedAt: now })
    .where(and(eq(handover.candidateId, id), eq(handover.state, 'offered')))
  await tx
    .update(task)
    .set({ doneAt: now })
    .where(and(eq(task.candidateId, id), isNull(task.doneAt)))
  await tx
    .update(retentionNotice)
    .set({ state: 'erased', decidedAt: now })
    .where(and(eq(retentionNotice.candidateId, id), eq(retentionNotice.state, 'warned')))
  await tx
    .update(candidate)
    .set({
      // A code that nobody has on a card.
      code: `X-${id}`,
      erasedAt: now,
      situation: null,
      activity: activityOf('left'),
      profile: EMPTY_PROFILE,
      waitingSince: sql`${candidate.createdAt}`,
      updatedAt: now,
      version: sql`${candidate.version} + 1`,
    })
    .where(eq(candidate.id, id))
  // From here on nobody works with the person, and so nobody's query finds them.
  await tx
    .update(involvement)
    .set(endingAt(now))
    .where(and(eq(involvement.candidateId, id), isNull(involvement.until)))
  await tx.update(involvement).set({ label: null, said: null }).where(eq(involvement.candidateId, id))
  await recordChange(tx, 'candidate', id)
}

async function eraseNow(
  store: Store,
  list: ErasureList,
  { id, askedBy }: { id: string; askedBy: string | null },
  now: Instant,
): Promise<void> {
  // A second registration, too: in a backup of before the two were merged it is a person of its own.
  const merged = await store.read((db) => db.select({ id: candidate.id }).from(candidate).where(eq(candidate.mergedInto, id)))
  const registrations = [{ id }, ...merged]
  for (const registration of registrations) list.add(registration.id, dayOf(now))
  await store.write(async (tx) => {
    // Once more: another organisation may have prepared a proposal since the erasure was begun.
    await stepOut(tx, store.newId, id, askedBy, now)
    for (const registration of registrations) await forget(tx, registration.id, now)
  })
}

/**
 * Ends what was begun. Rejects when one could not be ended, after all others were.
 * @returns how many people were erased; those of whom a byte may still be left in the database's log are tried again
 */
export async function finishErasures(store: Store, list: ErasureList, now: Instant): Promise<number> {
  const begun = await store.read((db) =>
    db.select({ id: erasure.candidateId, askedBy: erasure.askedBy }).from(erasure).where(isNull(erasure.doneAt)),
  )
  const failures: Error[] = []
  const ids: string[] = []
  for (const one of begun)
    await eraseNow(store, list, one, now).then(
      () => ids.push(one.id),
      (error: unknown) => failures.push(error as Error),
    )
  const gone = ids.length > 0 && (await store.forgetOverwritten())
  if (gone) await store.write((tx) => tx.update(erasure).set({ doneAt: now }).where(inArray(erasure.candidateId, ids)))
  const [failure] = failures
  if (failure) throw failure
  return gone ? ids.length : 0
}

/** After a backup was put back: whoever stands in the list and is here again is erased again. @returns how many */
export async function replayErasures(store: Store, list: ErasureList, now: Instant): Promise<number> {
  const listed = new Set(list.ids())
  if (listed.size === 0) return 0
  const here = await store.read((db) => db.select({ id: candidate.id }).from(candidate).where(isNull(candidate.erasedAt)))
  const back = here.filter(({ id }) => listed.has(id))
  for (const { id } of back)
    await store.write((tx) =>
      tx
        .insert(erasure)
        .values({ candidateId: id, why: 'restored', askedAt: now })
        .onConflictDoUpdate({ target: conflictOn(erasure.candidateId), set: { doneAt: null } }),
    )
  await finishErasures(store, list, now)
  return back.length
}
