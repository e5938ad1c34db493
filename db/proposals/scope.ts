// Whose proposals an actor may see: the condition that stands in every query of them.
import { and, eq, isNotNull, isNull, ne, or, sql, type SQL } from 'drizzle-orm'
import type { CandidateActor, CaseworkerActor, EmployerActor } from '#app/domain/shared/actor.ts'
import type { Party } from '#app/domain/proposals/proposal.ts'
import { employer, involvement, proposal } from '#db/schema/index.ts'
import { employerVerified } from '#db/vacancies/visibility.ts'
import type { Slots } from '#db/store/prepared.ts'
import type { Db, Store } from '#db/store/store.ts'
import type { ProposalRow } from './move-types.ts'

export type ProposalActor = EmployerActor | CaseworkerActor | CandidateActor

export function ownProposals(actor: ProposalActor): SQL | undefined {
  switch (actor.kind) {
    case 'employer':
      // What ended before it was sent, or before the employer was told of it, never reached the employer.
      return and(eq(proposal.employerId, actor.employerId), isNotNull(proposal.toldState), toVerified())
    case 'caseworker':
      return actsFor(actor)
    case 'candidate':
      // A person knows of a proposal from the moment they are asked.
      return and(eq(proposal.candidateId, actor.candidateId), ne(proposal.state, 'draft'))
  }
}

type Acting = { organisationId: string | Slots<'organisationId'>['organisationId']; publicAuthority: boolean }

/**
 * What the organisation itself proposed, or as an authority where it leads (`proposals` in app/domain/people/permissions.ts); and only as long as
 * it works with the person.
 */
export function actsFor({ organisationId, publicAuthority }: Acting): SQL {
  const leads = publicAuthority ? eq(involvement.role, 'leads') : undefined
  const acts = or(leads, eq(proposal.organisationId, organisationId))
  const now = and(
    eq(involvement.candidateId, proposal.candidateId),
    eq(involvement.organisationId, organisationId),
    isNull(involvement.until),
  )
  return sql`exists (select 1 from ${involvement} where ${and(now, acts)})`
}

/** An employer that was refused later reads nothing more about anybody, and moves nobody on. */
function toVerified(): SQL {
  return sql`exists (select 1 from ${employer} where ${employer.id} = ${proposal.employerId} and ${employerVerified})`
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

export async function findOwnProposal(store: Store, actor: ProposalActor, id: string): Promise<ProposalRow | null> {
  return store.read((db) => ownProposal(db, actor, id))
}
