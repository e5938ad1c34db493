// The proposals of a registration that is merged into another: what was not named yet is withdrawn, the rest goes on as the kept person's own, so
// that every limit counts it, and its words are encrypted with that person's key.
import { and, eq, isNotNull, notInArray } from 'drizzle-orm'
import { AT_WORK, FINAL_STATES, isNamed, PROPOSAL_STATES } from '#app/domain/proposals/proposal.ts'
import type { Instant } from '#app/domain/shared/day.ts'
import { decrypt, encrypt, type Bound, type PersonKey } from '#db/people/vault.ts'
import { moveProposal } from '#db/proposals/move.ts'
import type { ProposalRow } from '#db/proposals/move-types.ts'
import { correction, proposal, proposalEvent, proposalQuestion } from '#db/schema/index.ts'
import type { Tx } from '#db/store/store.ts'

/** One of the two registrations, with its person's key. */
export type Registered = { id: string; key: PersonKey }
export type Both = { kept: Registered; other: Registered }

function liveOf(tx: Tx, candidateId: string): Promise<ProposalRow[]> {
  return tx
    .select()
    .from(proposal)
    .where(and(eq(proposal.candidateId, candidateId), notInArray(proposal.state, [...FINAL_STATES])))
    .then((rows) => rows)
}

/** The job of one vacancy was begun under both: one of the two proposals has to be ended first, by whoever knows which. */
export async function areBothAtWork(tx: Tx, { kept, other }: Both): Promise<boolean> {
  const atWork = async (id: string) => (await liveOf(tx, id)).filter(({ state }) => AT_WORK.includes(state))
  const ours = await atWork(kept.id)
  return (await atWork(other.id)).some(({ vacancyId }) => ours.some((one) => one.vacancyId === vacancyId))
}

/** Of the person's, no employer has two that it could compare: beside one that is named, what is not named yet is withdrawn. */
function toWithdraw(ours: readonly ProposalRow[], theirs: readonly ProposalRow[]): ProposalRow[] {
  const named = theirs.filter(({ state }) => isNamed(state))
  const beside = ours.filter(({ state, employerId }) => !isNamed(state) && named.some((one) => one.employerId === employerId))
  const twice = named.flatMap((their) => {
    const own = ours.find(({ state, vacancyId }) => isNamed(state) && vacancyId === their.vacancyId)
    if (!own) return []
    return PROPOSAL_STATES.indexOf(own.state) < PROPOSAL_STATES.indexOf(their.state) ? [own] : [their]
  })
  return [...theirs.filter(({ state }) => !isNamed(state)), ...beside, ...twice]
}

async function encryptAgain(tx: Tx, { kept, other }: Both): Promise<void> {
  const again = (bound: Bound, text: string) => encrypt(kept.key, bound, decrypt(other.key, bound, text))
  const ifAny = (bound: Bound, text: string | null) => text && again(bound, text)
  const events = await tx
    .select({ id: proposalEvent.id, proposalId: proposalEvent.proposalId, note: proposalEvent.note })
    .from(proposalEvent)
    .innerJoin(proposal, eq(proposal.id, proposalEvent.proposalId))
    .where(and(eq(proposal.candidateId, other.id), isNotNull(proposalEvent.note)))
  for (const { id, proposalId, note } of events)
    await tx
      .update(proposalEvent)
      .set({ note: ifAny(`note:${proposalId}`, note) })
      .where(eq(proposalEvent.id, id))
  const questions = await tx
    .select({ row: proposalQuestion })
    .from(proposalQuestion)
    .innerJoin(proposal, eq(proposal.id, proposalQuestion.proposalId))
    .where(eq(proposal.candidateId, other.id))
  for (const { row } of questions)
    await tx
      .update(proposalQuestion)
      .set({ question: again(`question:${row.id}`, row.question), answer: ifAny(`answer:${row.id}`, row.answer) })
      .where(eq(proposalQuestion.id, row.id))
}

/** The rows of the registration that goes are already marked as merged: a guard of the database lets their notes be encrypted again only then. */
export async function passProposalsToKept(tx: Tx, newId: () => string, both: Both, now: Instant): Promise<void> {
  const { kept, other } = both
  for (const row of toWithdraw(await liveOf(tx, kept.id), await liveOf(tx, other.id))) {
    const moved = await moveProposal(tx, newId, row, { move: 'withdraw', party: 'caseworker', membershipId: null, version: null }, now)
    if (!moved?.ok) throw new Error('A proposal of a person registered twice could not be withdrawn')
  }
  await encryptAgain(tx, both)
  await tx.update(proposal).set({ candidateId: kept.id }).where(eq(proposal.candidateId, other.id))
}

/** What the person said is wrong stays said. */
export async function passCorrections(tx: Tx, { kept, other }: Both): Promise<void> {
  for (const { id, content } of await tx.select().from(correction).where(eq(correction.candidateId, other.id)))
    await tx
      .update(correction)
      .set({ candidateId: kept.id, content: encrypt(kept.key, `correction:${id}`, decrypt(other.key, `correction:${id}`, content)) })
      .where(eq(correction.id, id))
}
