// Two hundred people with a proposal each: half are to be asked, half to start work; and the one move that leads each of them on.
import type { CaseworkerActor } from '#app/domain/shared/actor.ts'
import { NAME_DISCLOSES } from '#app/domain/proposals/anonymity.ts'
import { EMPTY_PROFILE } from '#app/domain/people/candidate.ts'
import { DAY_MS, dayOf, type Instant } from '#app/domain/shared/day.ts'
import type { ProposalState } from '#app/domain/proposals/proposal.ts'
import { recordStart } from '#db/proposals/after.ts'
import { answerConsent } from '#db/proposals/answer.ts'
import { askCandidate } from '#db/proposals/ask.ts'
import type { Moved } from '#db/proposals/move-types.ts'
import { candidate, consent, involvement, proposal, proposalEvent, vaultKey } from '#db/schema/index.ts'
import type { Store } from '#db/store/store.ts'
import { situated } from '#tests/support/people/situated.ts'
import { aMember, anEmployer, anOrganisation, aVacancyRow } from '#tests/support/rows.ts'
import { leadIdOf, leadOf } from '#tests/support/people/lead.ts'

export type Job = { id: string; version: number; state: ProposalState }

const WAY: readonly ProposalState[] = ['draft', 'asked', 'consented', 'sent', 'interested', 'named', 'offered', 'accepted']
const PEOPLE = 200
const MASTER = Buffer.alloc(32, 7)

function eventsOf(id: string, state: ProposalState, at: Instant) {
  return WAY.slice(0, WAY.indexOf(state)).map((from, index) => ({
    id: `${id}-${index + 1}`,
    proposalId: id,
    step: index + 1,
    from,
    to: WAY[index + 1] ?? state,
    party: 'caseworker' as const,
    at,
  }))
}

function consentsOf(id: string, state: ProposalState, at: Instant) {
  if (state === 'draft') return []
  const yes = { askedAt: at, deadlineAt: at + DAY_MS, answer: 'yes', answeredBy: 'caseworker', channel: 'phone', answeredAt: at } as const
  return [
    { id: `${id}-share`, proposalId: id, kind: 'share' as const, discloses: ['code' as const], ...yes },
    { id: `${id}-name`, proposalId: id, kind: 'name' as const, discloses: [...NAME_DISCLOSES], ...yes },
  ]
}

/** @param people an even number. */
export async function manyProposals(store: Store, now: Instant, people = PEOPLE) {
  const at = now - DAY_MS
  const office = await anOrganisation(store)
  const caseworker = await aMember(store, { role: 'caseworker', organisationId: office.id })
  const employer = await anEmployer(store)
  const vacancy = await aVacancyRow(store, { employerId: employer.id, expiresAt: now + 30 * DAY_MS })
  const situations = Array.from({ length: people }, (_, index) => situated(`person-${index}`))
  const persons = situations.map(({ columns }, index) => ({
    id: `person-${index}`,
    code: `K-${index}`,
    leadId: leadIdOf(`person-${index}`),
    language: 'lv' as const,
    ...columns,
    profile: EMPTY_PROFILE,
    waitingSince: at,
    createdAt: at,
    updatedAt: at,
  }))
  const jobs: Job[] = persons.map((_, index) =>
    index % 2 === 0
      ? { id: `proposal-${index}`, version: 1, state: 'draft' }
      : { id: `proposal-${index}`, version: WAY.length, state: 'accepted' },
  )
  const rows = jobs.map((job, index) => ({
    ...job,
    vacancyId: vacancy.id,
    candidateId: `person-${index}`,
    organisationId: office.id,
    employerId: employer.id,
    stateSince: at,
    sinceDay: dayOf(at),
    createdAt: at,
  }))
  await store.write(async (tx) => {
    await tx.insert(candidate).values(persons)
    await tx
      .insert(involvement)
      .values(
        persons.map(({ id }) => leadOf({ candidateId: id, organisationId: office.id, caseworkerId: caseworker.membershipId, since: at })),
      )
    await tx.insert(vaultKey).values(situations.map(({ held }) => held))
    await tx.insert(proposal).values(rows)
    await tx.insert(proposalEvent).values(jobs.flatMap(({ id, state }) => eventsOf(id, state, at)))
    await tx.insert(consent).values(jobs.flatMap(({ id, state }) => consentsOf(id, state, at)))
  })
  const actor: CaseworkerActor = {
    kind: 'caseworker',
    membershipId: caseworker.membershipId,
    accountId: caseworker.accountId,
    organisationId: office.id,
    publicAuthority: true,
  }
  return { actor, jobs, vacancy, employer, office }
}

/** Where the one move from here leads. */
export const NEXT: Partial<Record<ProposalState, ProposalState>> = { draft: 'asked', asked: 'consented', accepted: 'started' }

export async function moveOn(store: Store, actor: CaseworkerActor, { id, version, state }: Job, now: Instant): Promise<Moved> {
  switch (state) {
    case 'draft':
      return askCandidate(store, actor, { id, version, deadlineDays: 7 }, now)
    case 'asked':
      return answerConsent(store, actor, { id, version, move: 'consent', channel: 'phone' }, now)
    case 'accepted':
      return recordStart(store, MASTER, actor, { id, version, startOn: dayOf(now) }, now)
    default:
      throw new Error(`Nothing leads on from ${state} here`)
  }
}

export async function listJobs(store: Store): Promise<Job[]> {
  return store.read((db) => db.select({ id: proposal.id, version: proposal.version, state: proposal.state }).from(proposal))
}
