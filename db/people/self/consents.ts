// Every yes and no a person gave, with what it discloses to whom.
import { and, desc, eq, inArray, isNotNull } from 'drizzle-orm'
import type { CandidateActor } from '#app/domain/shared/actor.ts'
import type { Disclosure } from '#app/domain/proposals/anonymity.ts'
import type { Instant } from '#app/domain/shared/day.ts'
import type { ConsentChannel } from '#app/domain/proposals/proposal.ts'
import { consent, employer, proposal, vacancy } from '#db/schema/index.ts'
import { ownProposals } from '#db/proposals/scope.ts'
import type { Db } from '#db/store/store.ts'

export type OwnConsent = {
  id: string
  employerName: string
  vacancyTitle: string
  answer: 'yes' | 'no'
  /** Who answered: the person, or the caseworker for them. */
  answeredBy: 'candidate' | 'caseworker'
  channel: ConsentChannel | null
  discloses: Disclosure[]
  answeredAt: Instant
  withdrawnAt: Instant | null
}

/** Newest first. */
export async function listOwnConsents(db: Db, actor: CandidateActor): Promise<OwnConsent[]> {
  const rows = await db
    .select({
      id: consent.id,
      employerName: employer.name,
      vacancyTitle: vacancy.title,
      answer: consent.answer,
      answeredBy: consent.answeredBy,
      channel: consent.channel,
      discloses: consent.discloses,
      answeredAt: consent.answeredAt,
      withdrawnAt: consent.withdrawnAt,
    })
    .from(consent)
    .innerJoin(proposal, eq(proposal.id, consent.proposalId))
    .innerJoin(vacancy, eq(vacancy.id, proposal.vacancyId))
    .innerJoin(employer, eq(employer.id, proposal.employerId))
    .where(and(ownProposals(actor), inArray(consent.answer, ['yes', 'no']), isNotNull(consent.answeredAt)))
    .orderBy(desc(consent.answeredAt), desc(consent.id))
  return rows.map(({ answer, answeredBy, answeredAt, ...row }) => ({
    ...row,
    answer: answer === 'yes' ? 'yes' : 'no',
    answeredBy: answeredBy === 'caseworker' ? 'caseworker' : 'candidate',
    answeredAt: answeredAt ?? 0,
  }))
}
