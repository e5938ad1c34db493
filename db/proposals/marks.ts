// Which pairs of a person and a vacancy already have a proposal: what the match pages mark.
import { and, asc, eq } from 'drizzle-orm'
import type { CaseworkerActor } from '#app/domain/shared/actor.ts'
import { isFinal, type ProposalState } from '#app/domain/proposals/proposal.ts'
import { proposal } from '#db/schema/index.ts'
import type { Store } from '#db/store/store.ts'
import { ownProposals } from './scope.ts'

export type ProposalMark = { proposalId: string; state: ProposalState; live: boolean }
type Of = { candidateId: string } | { vacancyId: string }

/** The organisation's proposals of one person by vacancy, or of one vacancy by person; of several for a pair the last. */
export async function listProposalMarks(store: Store, actor: CaseworkerActor, of: Of): Promise<Map<string, ProposalMark>> {
  const ofPerson = 'candidateId' in of
  const rows = await store.read((db) =>
    db
      .select({ proposalId: proposal.id, state: proposal.state, candidateId: proposal.candidateId, vacancyId: proposal.vacancyId })
      .from(proposal)
      .where(and(ownProposals(actor), ofPerson ? eq(proposal.candidateId, of.candidateId) : eq(proposal.vacancyId, of.vacancyId)))
      .orderBy(asc(proposal.createdAt), asc(proposal.id)),
  )
  return new Map(
    rows.map(({ proposalId, state, candidateId, vacancyId }) => [
      ofPerson ? vacancyId : candidateId,
      { proposalId, state, live: !isFinal(state) },
    ]),
  )
}
