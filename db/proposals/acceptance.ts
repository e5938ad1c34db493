// What a proposal gives away of the person: what its vacancy refuses, together with what the same employer refuses elsewhere, and refused before.
import { and, eq, gte, inArray, isNotNull, ne, or, type SQL } from 'drizzle-orm'
import { couldWork } from '#app/domain/matching/to-discuss.ts'
import { FINAL_STATES, PROPOSAL_STATES } from '#app/domain/proposals/proposal.ts'
import { addMonths, dayOf, startOfDay, type Instant } from '#app/domain/shared/day.ts'
import {
  refusalsOf,
  REFUSALS_COUNT_MONTHS,
  REFUSALS_WITHOUT_APPROVAL,
  ruledOutBy,
  staysWithinLimit,
} from '#app/domain/vacancies/refusal-limit.ts'
import { rulesOutNoMore } from '#app/domain/vacancies/same-work.ts'
import type { CaseworkerActor } from '#app/domain/shared/actor.ts'
import { readFacts, stancesByVacancy } from '#db/matching/vacancy-facts.ts'
import { candidate, proposal, proposalEvent, vacancy } from '#db/schema/index.ts'
import { ownPerson } from '#db/people/own.ts'
import type { Db, Store } from '#db/store/store.ts'
import { approvalOf } from '#db/vacancies/approval.ts'
import { vacanciesForSameWork } from '#db/vacancies/same-work.ts'

function sentWithinLimitOf(now: Instant): SQL | undefined {
  const since = startOfDay(addMonths(dayOf(now), -REFUSALS_COUNT_MONTHS))
  // What was taken back on the day it was sent the employer is never told of.
  const told = or(isNotNull(proposal.toldState), eq(proposal.state, 'sent'))
  return and(eq(proposalEvent.proposalId, proposal.id), eq(proposalEvent.to, 'sent'), gte(proposalEvent.at, since), told)
}

type Pair = { id: string; candidateId: string; vacancyId: string; employerId: string | null }

/** Whether the employer would learn no more of the person than the limit allows, counting what it was sent in the last twelve months. */
export async function withinRefusalLimit(db: Db, { id, candidateId, vacancyId, employerId }: Pair, now: Instant): Promise<boolean> {
  if (employerId === null) return true
  const sent = await db
    .select({ acceptance: proposal.acceptance })
    .from(proposal)
    .innerJoin(proposalEvent, sentWithinLimitOf(now))
    .where(
      and(eq(proposal.candidateId, candidateId), eq(proposal.employerId, employerId), isNotNull(proposal.acceptance), ne(proposal.id, id)),
    )
  const here = await readFacts(db, vacancyId)
  // An approval of a clearance alone is none of more than six.
  const more = refusalsOf(here).length > REFUSALS_WITHOUT_APPROVAL
  const approved = more && (await approvalOf(db, vacancyId, here)).state === 'approved'
  const before = sent.flatMap(({ acceptance }) => (acceptance === null ? [] : refusalsOf(acceptance)))
  return staysWithinLimit(before, refusalsOf(here), approved)
}

const ASKED_AND_LIVE = PROPOSAL_STATES.filter((state) => state !== 'draft' && !FINAL_STATES.includes(state))

/**
 * Another proposal of the person to the same employer that has been asked about, or goes on: its id. One that another organisation made to this very
 * vacancy is no exception: that it alone was not in the way would tell who may not read of it which one was proposed.
 */
export async function findAnother(
  db: Db,
  { candidateId, vacancyId, employerId, organisationId }: Pair & { organisationId: string },
): Promise<string | null> {
  if (employerId === null) return null
  const rows = await db
    .select({ id: proposal.id })
    .from(proposal)
    .where(
      and(
        eq(proposal.candidateId, candidateId),
        eq(proposal.employerId, employerId),
        inArray(proposal.state, ASKED_AND_LIVE),
        or(ne(proposal.vacancyId, vacancyId), ne(proposal.organisationId, organisationId)),
      ),
    )
    .limit(1)
  return rows[0]?.id ?? null
}

/** `vacancyId` of one that is still open; null where the person was proposed to it before. */
export type SameWork = { vacancyId: string | null; title: string }

/**
 * An open vacancy of the same employer for the same work that the person could do, or one that they were proposed to in the last twelve months,
 * that rules out less than this one, or something else. The record is not read: the answer is the same whatever stands in it.
 */
export async function findSameWork(db: Db, { id, candidateId, vacancyId, employerId }: Pair, now: Instant): Promise<SameWork | null> {
  const [here, ...others] = await vacanciesForSameWork(db, vacancyId, now)
  if (!here || employerId === null) return null
  const ruledOut = ruledOutBy(here.facts)
  const [person] = await db.select({ open: candidate.profile }).from(candidate).where(eq(candidate.id, candidateId))
  const open = others.find(
    ({ facts }) => person !== undefined && couldWork(facts, person.open, dayOf(now)) && !rulesOutNoMore(ruledOut, ruledOutBy(facts)),
  )
  if (open) return { vacancyId: open.facts.id, title: open.title }
  const sent = await db
    .select({ acceptance: proposal.acceptance, occupation: vacancy.occupation, title: vacancy.title })
    .from(proposal)
    .innerJoin(proposalEvent, sentWithinLimitOf(now))
    .innerJoin(vacancy, eq(vacancy.id, proposal.vacancyId))
    .where(and(eq(proposal.candidateId, candidateId), eq(proposal.employerId, employerId), ne(proposal.id, id)))
  const before = sent.find(
    ({ acceptance, occupation }) =>
      acceptance !== null &&
      (acceptance.occupation ?? occupation) === here.facts.occupation &&
      !rulesOutNoMore(ruledOut, ruledOutBy(acceptance)),
  )
  return before ? { vacancyId: null, title: before.title } : null
}

type InTheWay = 'oneAtATime' | 'refusalLimit'

/**
 * Of open vacancies, those that cannot be proposed to the person because of what goes on at their employer, or was sent to it: two queries where
 * nothing is, four otherwise. What an open vacancy refuses beyond six was approved, or it could not be open.
 */
export async function listInTheWay(
  store: Store,
  actor: CaseworkerActor,
  { candidateId, vacancyIds }: { candidateId: string; vacancyIds: readonly string[] },
  now: Instant,
): Promise<ReadonlyMap<string, InTheWay>> {
  return store.read(async (db) => {
    const own = and(eq(proposal.candidateId, candidateId), isNotNull(proposal.employerId))
    const live = await db
      .select({ employerId: proposal.employerId, vacancyId: proposal.vacancyId, organisationId: proposal.organisationId })
      .from(proposal)
      .innerJoin(candidate, ownPerson(actor, candidateId))
      .where(and(own, inArray(proposal.state, ASKED_AND_LIVE)))
    const sent = await db
      .select({ employerId: proposal.employerId, acceptance: proposal.acceptance })
      .from(proposal)
      .innerJoin(proposalEvent, sentWithinLimitOf(now))
      .innerJoin(candidate, ownPerson(actor, candidateId))
      .where(and(own, isNotNull(proposal.acceptance)))
    const employers = [...new Set([...live, ...sent].flatMap((one) => one.employerId ?? []))]
    if (employers.length === 0) return new Map()
    const { id, employerId, terms, occupation, contexts } = vacancy
    const rows = await db
      .select({ id, employerId, terms, occupation, contexts })
      .from(vacancy)
      .where(and(inArray(id, [...vacancyIds]), inArray(employerId, employers)))
    if (rows.length === 0) return new Map()
    const stances = await stancesByVacancy(
      db,
      rows.map((row) => row.id),
    )
    return new Map(
      rows.flatMap((row): [string, InTheWay][] => {
        const ofEmployer = <One extends { employerId: string | null }>(all: readonly One[]) =>
          all.filter((one) => one.employerId === row.employerId)
        const another = ofEmployer(live).some((one) => one.vacancyId !== row.id || one.organisationId !== actor.organisationId)
        if (another) return [[row.id, 'oneAtATime']]
        const before = ofEmployer(sent).flatMap(({ acceptance }) => (acceptance ? refusalsOf(acceptance) : []))
        const here = refusalsOf({ ...row, stances: stances.get(row.id) ?? [] })
        return staysWithinLimit(before, here, here.length > REFUSALS_WITHOUT_APPROVAL) ? [] : [[row.id, 'refusalLimit']]
      }),
    )
  })
}
