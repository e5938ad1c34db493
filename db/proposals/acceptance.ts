// What a proposal gives away of the person: what its vacancy refuses, together with what the same employer refused before.
import { and, eq, gte, inArray, isNotNull, ne, notInArray } from 'drizzle-orm'
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
import { readFacts } from '#db/matching/vacancy-facts.ts'
import { candidate, proposal, proposalEvent, vacancy } from '#db/schema/index.ts'
import type { Db } from '#db/store/store.ts'
import { approvalOf } from '#db/vacancies/approval.ts'
import { vacanciesForSameWork } from '#db/vacancies/same-work.ts'

type Pair = { id: string; candidateId: string; vacancyId: string; employerId: string | null }

/** Whether the employer would learn no more of the person than the limit allows, counting what it was sent in the last twelve months. */
export async function withinRefusalLimit(db: Db, { id, candidateId, vacancyId, employerId }: Pair, now: Instant): Promise<boolean> {
  if (employerId === null) return true
  const since = startOfDay(addMonths(dayOf(now), -REFUSALS_COUNT_MONTHS))
  const sent = await db
    .select({ acceptance: proposal.acceptance })
    .from(proposal)
    .innerJoin(proposalEvent, and(eq(proposalEvent.proposalId, proposal.id), eq(proposalEvent.to, 'sent'), gte(proposalEvent.at, since)))
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

/** Whether a proposal of the person to another vacancy of the same employer has been asked about, or goes on. */
export async function hasAnother(db: Db, { candidateId, vacancyId, employerId }: Pair): Promise<boolean> {
  if (employerId === null) return false
  const rows = await db
    .select({ id: proposal.id })
    .from(proposal)
    .where(
      and(
        eq(proposal.candidateId, candidateId),
        eq(proposal.employerId, employerId),
        inArray(proposal.state, ASKED_AND_LIVE),
        ne(proposal.vacancyId, vacancyId),
      ),
    )
    .limit(1)
  return rows.length > 0
}

export type SameWork = { vacancyId: string; title: string }

/**
 * An open vacancy of the same employer for the same work that the person could do, that rules out less than this one, or something else. Those
 * that the person has an answer about are past. The record is not read: the answer is the same whatever stands in it.
 */
export async function findSameWork(db: Db, { candidateId, vacancyId }: Pair, now: Instant): Promise<SameWork | null> {
  const answered = db
    .select({ id: proposal.vacancyId })
    .from(proposal)
    .where(and(eq(proposal.candidateId, candidateId), inArray(proposal.state, [...FINAL_STATES])))
  const [here, ...others] = await vacanciesForSameWork(db, vacancyId, now, notInArray(vacancy.id, answered))
  if (!here || others.length === 0) return null
  const ruledOut = ruledOutBy(here.facts)
  const [person] = await db.select({ open: candidate.profile }).from(candidate).where(eq(candidate.id, candidateId))
  const found = others.find(
    ({ facts }) => person !== undefined && couldWork(facts, person.open, dayOf(now)) && !rulesOutNoMore(ruledOut, ruledOutBy(facts)),
  )
  return found ? { vacancyId: found.facts.id, title: found.title } : null
}
