// Whose proposals an actor may see: the condition that stands in every query of them.
import { and, eq, inArray, isNotNull, type SQL } from 'drizzle-orm'
import type { CandidateActor, CaseworkerActor, EmployerActor } from '#app/domain/actor.ts'
import { SEEN_BY_EMPLOYER, type Party } from '#app/domain/proposal.ts'
import { proposal } from '#db/schema/index.ts'
import type { Db } from '#db/store/store.ts'
import type { ProposalRow } from './move.ts'

export type ProposalActor = EmployerActor | CaseworkerActor | CandidateActor

export function ownProposals(actor: ProposalActor): SQL | undefined {
  switch (actor.kind) {
    case 'employer':
      // What was withdrawn or answered "no" before it was sent never reached the employer.
      return and(eq(proposal.employerId, actor.employerId), inArray(proposal.state, [...SEEN_BY_EMPLOYER]), sentToEmployer())
    case 'caseworker':
      return eq(proposal.organisationId, actor.organisationId)
    case 'candidate':
      return eq(proposal.candidateId, actor.candidateId)
  }
}

/** `shown` is frozen when a proposal is sent: only then did the employer get to know of it. */
function sentToEmployer(): SQL {
  return isNotNull(proposal.shown)
}

export function partyOf(actor: ProposalActor): Exclude<Party, 'clock'> {
  return actor.kind
}

export function membershipOf(actor: ProposalActor): string | null {
  return actor.kind === 'candidate' ? null : actor.membershipId
}

/** Null when it is not there or not theirs. */
export async function ownProposal(db: Db, actor: ProposalActor, id: string): Promise<ProposalRow | null> {
  const [row] = await db
    .select()
    .from(proposal)
    .where(and(eq(proposal.id, id), ownProposals(actor)))
  return row ?? null
}
