// One organisation, one employer and their lists, long enough for a plan to matter: written in a few big statements, nothing encrypted but where the people are.
import { sql } from 'drizzle-orm'
import { EMPTY_PROFILE, STAGES } from '#app/domain/people/candidate.ts'
import { PROPOSAL_STATES, SEEN_BY_EMPLOYER, type ProposalState } from '#app/domain/proposals/proposal.ts'
import { dayOf } from '#app/domain/shared/day.ts'
import { sortKey } from '#app/domain/shared/sort-key.ts'
import { VACANCY_STATES } from '#app/domain/vacancies/vacancy.ts'
import { NO_REQUIREMENTS } from '#app/domain/vacancies/job-terms.ts'
import { TERMS_NOT_ASKED } from '#app/domain/vacancies/acceptance.ts'
import type { CaseworkerActor, CoordinatorActor, EmployerActor } from '#app/domain/shared/actor.ts'
import { recordChanges } from '#db/change-feed/changes.ts'
import { toldAsItStands } from '#db/proposals/telling.ts'
import * as tables from '#db/schema/index.ts'
import type { Store } from '#db/store/store.ts'
import { NOW } from '../app.ts'
import { ENGINE } from '../database.ts'
import { situated } from '../people/situated.ts'
import { aMember, anEmployer, anOrganisation } from '../rows.ts'
import { leadIdOf, leadOf } from '#tests/support/people/lead.ts'

const MINUTE = 60_000
const DAY = 86_400_000
const VERIFIED = ['pending', 'verified', 'refused'] as const

async function inParts<Row>(rows: readonly Row[], insert: (part: Row[]) => Promise<unknown>): Promise<void> {
  for (let from = 0; from < rows.length; from += 400) await insert(rows.slice(from, from + 400))
}

const numbers = (most: number) => Array.from({ length: most }, (_, index) => index)
const oneOf = <Value>(values: readonly Value[], index: number) => values[index % values.length] as Value

function contactOf(id: string) {
  return { municipality: 'liepaja', contactName: 'Anna Paraugs', contactEmail: `${id}@example.test`, contactPhone: '+371 20000000' }
}

/** Waiting, verified and refused in turn; two at a time with the same name and the same day. */
function verifiedRow(id: string, index: number) {
  const name = `Izdoma ${String(Math.floor(index / 6))} ${String(index % 2)}`
  const state = oneOf(VERIFIED, index)
  const createdAt = NOW - Math.floor(index / 2) * MINUTE
  return {
    id,
    name: `${name} ${id}`,
    sortKey: sortKey(name),
    state,
    decidedAt: state === 'pending' ? null : NOW,
    createdAt,
    ...contactOf(id),
  }
}

/** The employer knows of every proposal that was sent how it stands. */
function standingAt(state: ProposalState, stateSince: number) {
  const told = SEEN_BY_EMPLOYER.includes(state) ? toldAsItStands({ state, version: 1, stateSince }) : { sinceDay: dayOf(stateSince) }
  return { state, stateSince, ...told }
}

/** @param many rows in each list. */
export async function longLists(store: Store, many: number) {
  const [organisation, other] = [await anOrganisation(store), await anOrganisation(store)]
  const employer = await anEmployer(store)
  const caseworker = await aMember(store, { role: 'caseworker', organisationId: organisation.id })
  const colleague = await aMember(store, { role: 'caseworker', organisationId: organisation.id })
  const stranger = await aMember(store, { role: 'caseworker', organisationId: other.id })
  const boss = await aMember(store, { role: 'employer', employerId: employer.id })
  const lead = await aMember(store, { role: 'coordinator' })
  const whose = [caseworker, caseworker, colleague, stranger]

  const employers = numbers(many).map((index) => ({
    ...verifiedRow(`e${String(index)}`, index),
    nameKey: `izdoma ${String(index)}`,
    registrationNo: String(50_000_000_000 + index),
    place: 'Liepāja',
  }))
  const organisations = numbers(many).map((index) => ({
    ...verifiedRow(`o${String(index)}`, index),
    kind: 'ngo' as const,
    publicAuthority: false,
  }))
  const vacancies = numbers(many).map((index) => ({
    id: `v${String(index)}`,
    ...(index % 5 === 4 ? { source: 'nva' as const, sourceId: String(index), sourceEmployer: 'Izdoma' } : { employerId: employer.id }),
    state: oneOf(VACANCY_STATES, Math.floor(index / 5)),
    title: 'Noliktavas darbinieks',
    payFromCents: 90_000,
    payToCents: 120_000,
    shifts: [],
    contexts: [],
    requirements: NO_REQUIREMENTS,
    terms: TERMS_NOT_ASKED,
    supportOffered: [],
    supportWanted: [],
    publishedAt: NOW - DAY,
    expiresAt: NOW + (index % 2 === 0 ? DAY : -DAY),
    createdAt: NOW - DAY,
    updatedAt: NOW - Math.floor(index / 2) * MINUTE,
  }))
  const situations = numbers(many).map((index) => situated(`c${String(index)}`, { stage: oneOf(STAGES, Math.floor(index / 4)) }))
  const candidates = numbers(many).map((index) => {
    return {
      id: `c${String(index)}`,
      code: `K-${String(index)}`,
      leadId: leadIdOf(`c${String(index)}`),
      language: 'lv' as const,
      ...oneOf(situations, index).columns,
      profile: EMPTY_PROFILE,
      waitingSince: NOW - Math.floor(index / 2) * MINUTE,
      createdAt: NOW - DAY,
      updatedAt: NOW - DAY,
    }
  })
  const involvements = candidates.map(({ id }, index) =>
    leadOf({
      candidateId: id,
      organisationId: oneOf(whose, index) === stranger ? other.id : organisation.id,
      caseworkerId: oneOf(whose, index).membershipId,
      since: NOW - DAY,
    }),
  )
  const proposals = numbers(many).map((index) => ({
    ...standingAt(oneOf(PROPOSAL_STATES, index % 20 === 14 ? 14 : Math.floor(index / 4)), NOW - Math.floor(index / 2) * MINUTE),
    id: `p${String(index)}`,
    vacancyId: `v${String(index)}`,
    employerId: employer.id,
    // One person has many, all over.
    candidateId: index % 20 === 14 ? 'c0' : `c${String(index)}`,
    organisationId: index % 4 === 3 ? other.id : organisation.id,
    deadlineAt: NOW + index * MINUTE,
    code: `P-${String(index)}`,
    shown: {} as never,
    startOn: '2026-01-05',
    createdAt: NOW - DAY,
  }))
  const questions = numbers(Math.floor(many / 10)).map((index) => ({
    id: `q${String(index)}`,
    proposalId: `p${String(index * 7)}`,
    question: 'encrypted',
    askedAt: NOW,
    answer: index % 40 === 0 ? null : 'encrypted',
  }))
  await store.write(async (tx) => {
    await inParts(employers, async (part) => tx.insert(tables.employer).values(part))
    await inParts(organisations, async (part) => tx.insert(tables.organisation).values(part))
    await inParts(vacancies, async (part) => tx.insert(tables.vacancy).values(part))
    await inParts(candidates, async (part) => tx.insert(tables.candidate).values(part))
    await inParts(involvements, async (part) => tx.insert(tables.involvement).values(part))
    await inParts(situations, async (part) => tx.insert(tables.vaultKey).values(part.map(({ held }) => held)))
    await inParts(proposals, async (part) => tx.insert(tables.proposal).values(part))
    await inParts(questions, async (part) => tx.insert(tables.proposalQuestion).values(part))
    await recordChanges(
      tx,
      'vacancy',
      vacancies.map(({ id }) => id),
    )
  })
  const casework: CaseworkerActor = {
    kind: 'caseworker',
    membershipId: caseworker.membershipId,
    accountId: caseworker.accountId,
    organisationId: organisation.id,
    publicAuthority: true,
  }
  const employs: EmployerActor = {
    kind: 'employer',
    membershipId: boss.membershipId,
    accountId: boss.accountId,
    employerId: employer.id,
    verification: 'verified',
  }
  const coordinates: CoordinatorActor = { kind: 'coordinator', membershipId: lead.membershipId, accountId: lead.accountId }
  return { casework, employs, coordinates }
}

/** Lets the database look at how its rows are spread, as PostgreSQL does by itself from time to time. */
export async function analyze(store: Store): Promise<void> {
  if (ENGINE === 'postgres') await store.read((db) => Promise.resolve(db.run(sql`vacuum analyze`)))
  else await store.write((tx) => Promise.resolve(tx.run(sql`analyze`)))
}
