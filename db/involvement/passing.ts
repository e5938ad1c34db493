// What becomes of open proposals when the organisation that acts in them works with the person no more.
import { and, eq, notInArray } from 'drizzle-orm'
import { FINAL_STATES, isNamed } from '#app/domain/proposals/proposal.ts'
import type { Instant } from '#app/domain/shared/day.ts'
import { mayProposeNow } from '#db/confirmations/guard.ts'
import { moveProposal } from '#db/proposals/move.ts'
import { organisation, proposal } from '#db/schema/index.ts'
import type { Tx } from '#db/store/store.ts'

/** @param by the membership whose press it was */
type Passing = { candidateId: string; from: string; to: string; by: string }

/**
 * The other organisation acts in them from now on: somebody always does. Outside public authority it is not passed what it could not propose
 * itself: which vacancies an authority chose tells what the record does not rule out. That is withdrawn, unless the employer knows the person.
 */
export async function passProposals(tx: Tx, newId: () => string, { candidateId, from, to, by }: Passing, now: Instant): Promise<void> {
  const open = and(eq(proposal.candidateId, candidateId), eq(proposal.organisationId, from), notInArray(proposal.state, [...FINAL_STATES]))
  const [who] = await tx.select({ publicAuthority: organisation.publicAuthority }).from(organisation).where(eq(organisation.id, from))
  const chosen = who?.publicAuthority ? await tx.select().from(proposal).where(open) : []
  for (const row of chosen) {
    if (isNamed(row.state) || (await mayProposeNow(tx, { organisationId: to, candidateId, vacancyId: row.vacancyId }, now))) continue
    const moved = await moveProposal(tx, newId, row, { move: 'withdraw', party: 'caseworker', membershipId: by, version: null }, now)
    if (!moved?.ok) throw new Error('A proposal that is not passed on could not be withdrawn')
  }
  await tx.update(proposal).set({ organisationId: to }).where(open)
}
