// A person’s own proposals, in the order they need an answer.
import { and, asc, eq, sql } from 'drizzle-orm'
import type { CandidateActor } from '#app/domain/shared/actor.ts'
import type { Disclosure } from '#app/domain/proposals/anonymity.ts'
import type { Day, Instant } from '#app/domain/shared/day.ts'
import { FINAL_STATES, WAITING_ON, type ConsentKind, type ProposalState } from '#app/domain/proposals/proposal.ts'
import { account, candidate, consent, employer, membership, proposal, vacancy, involvement } from '#db/schema/index.ts'
import { personKeyOf } from '#db/people/person-key.ts'
import type { Store } from '#db/store/store.ts'
import type { MasterKey } from '#db/people/vault.ts'
import { questionsOf, type Question } from './questions.ts'
import { ownProposals } from './scope.ts'

type VacancyRow = typeof vacancy.$inferSelect
type ProposedVacancy = Pick<
  VacancyRow,
  | 'id'
  | 'title'
  | 'occupation'
  | 'description'
  | 'place'
  | 'address'
  | 'municipality'
  | 'lat'
  | 'lon'
  | 'payFromCents'
  | 'payToCents'
  | 'payPeriod'
  | 'hoursPerWeek'
  | 'shifts'
  | 'startOn'
  | 'supportOffered'
  | 'remote'
>

export type CandidateProposal = {
  id: string
  state: ProposalState
  stateSince: Instant
  deadlineAt: Instant | null
  version: number
  interviewAt: Instant | null
  interviewPlace: string | null
  startOn: Day | null
  employerName: string
  vacancy: ProposedVacancy
}

const columns = {
  id: proposal.id,
  state: proposal.state,
  stateSince: proposal.stateSince,
  deadlineAt: proposal.deadlineAt,
  version: proposal.version,
  interviewAt: proposal.interviewAt,
  interviewPlace: proposal.interviewPlace,
  startOn: proposal.startOn,
  employerName: employer.name,
  vacancy: {
    id: vacancy.id,
    title: vacancy.title,
    occupation: vacancy.occupation,
    description: vacancy.description,
    place: vacancy.place,
    address: vacancy.address,
    municipality: vacancy.municipality,
    lat: vacancy.lat,
    lon: vacancy.lon,
    payFromCents: vacancy.payFromCents,
    payToCents: vacancy.payToCents,
    payPeriod: vacancy.payPeriod,
    hoursPerWeek: vacancy.hoursPerWeek,
    shifts: vacancy.shifts,
    startOn: vacancy.startOn,
    supportOffered: vacancy.supportOffered,
    remote: vacancy.remote,
  },
}

const rank = (state: ProposalState) => (WAITING_ON[state] === 'candidate' ? 0 : FINAL_STATES.includes(state) ? 2 : 1)

/** What waits for the person first, then what goes on, then what is over. A person has few: no pages. */
export async function listCandidateProposals(store: Store, actor: CandidateActor): Promise<CandidateProposal[]> {
  const rows = await store.read((db) =>
    db
      .select(columns)
      .from(proposal)
      .innerJoin(vacancy, eq(vacancy.id, proposal.vacancyId))
      .innerJoin(employer, eq(employer.id, proposal.employerId))
      .where(ownProposals(actor))
      // Said where no deadline stands: the two databases would not agree.
      .orderBy(sql`${proposal.deadlineAt} is null desc`, asc(proposal.deadlineAt), asc(proposal.stateSince), asc(proposal.id)),
  )
  return rows.sort((a, b) => rank(a.state) - rank(b.state))
}

export type CandidateProposalWhole = CandidateProposal & {
  questions: Question[]
  /** Every yes or no given, with exactly what it disclosed. */
  consents: {
    kind: ConsentKind
    discloses: Disclosure[]
    answer: string | null
    answeredAt: Instant | null
    withdrawnAt: Instant | null
    deadlineAt: Instant
  }[]
  caseworker: { name: string; phone: string }
  profileCoordinates: { lat: number; lon: number } | null
}

/** Null when it is not theirs, or not asked yet. */
export async function findCandidateProposal(
  store: Store,
  master: MasterKey,
  actor: CandidateActor,
  id: string,
): Promise<CandidateProposalWhole | null> {
  return store.read(async (db) => {
    const [row] = await db
      .select({
        ...columns,
        candidateId: candidate.id,
        profile: candidate.profile,
        caseworkerName: account.name,
        caseworkerPhone: account.phone,
      })
      .from(proposal)
      .innerJoin(vacancy, eq(vacancy.id, proposal.vacancyId))
      .innerJoin(employer, eq(employer.id, proposal.employerId))
      .innerJoin(candidate, eq(candidate.id, proposal.candidateId))
      .innerJoin(involvement, eq(involvement.id, candidate.leadId))
      .innerJoin(membership, eq(membership.id, involvement.caseworkerId))
      .innerJoin(account, eq(account.id, membership.accountId))
      .where(and(eq(proposal.id, id), ownProposals(actor)))
    if (!row) return null
    const { candidateId, profile, caseworkerName, caseworkerPhone, ...rest } = row
    const key = await personKeyOf(db, master, candidateId)
    const consents = await db
      .select({
        kind: consent.kind,
        discloses: consent.discloses,
        answer: consent.answer,
        answeredAt: consent.answeredAt,
        withdrawnAt: consent.withdrawnAt,
        deadlineAt: consent.deadlineAt,
      })
      .from(consent)
      .where(eq(consent.proposalId, id))
      .orderBy(asc(consent.askedAt), asc(consent.id))
    return {
      ...rest,
      questions: key ? await questionsOf(db, key, id) : [],
      consents,
      caseworker: { name: caseworkerName, phone: caseworkerPhone },
      profileCoordinates: profile.travelFrom?.coordinates ?? null,
    }
  })
}
