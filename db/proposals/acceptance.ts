// What a proposal gives away of the person: what its vacancy refuses, together with what the same employer refused before.
import { and, eq, gte, isNotNull, ne } from 'drizzle-orm'
import { addMonths, dayOf, startOfDay, type Instant } from '#app/domain/shared/day.ts'
import {
  refusalsOf,
  REFUSALS_COUNT_MONTHS,
  REFUSALS_WITHOUT_APPROVAL,
  staysWithinLimit,
  type AcceptanceOfJob,
} from '#app/domain/vacancies/refusal-limit.ts'
import type { CaseworkerActor } from '#app/domain/shared/actor.ts'
import { stancesByVacancy } from '#db/matching/vacancy-facts.ts'
import { candidate, proposal, proposalEvent, vacancy } from '#db/schema/index.ts'
import { ownPerson } from '#db/people/own.ts'
import type { Db, Store } from '#db/store/store.ts'
import { approvalOf } from '#db/vacancies/approval.ts'

/** As it stands now. */
async function acceptanceOf(db: Db, vacancyId: string): Promise<AcceptanceOfJob> {
  const { terms, occupation, contexts } = vacancy
  const [row] = await db.select({ terms, occupation, contexts }).from(vacancy).where(eq(vacancy.id, vacancyId))
  if (!row) throw new Error('A proposal without its vacancy')
  return { stances: (await stancesByVacancy(db, [vacancyId])).get(vacancyId) ?? [], ...row }
}

type Pair = { id: string | null; candidateId: string; vacancyId: string; employerId: string | null }

/** Whether the employer would learn no more of the person than the limit allows, counting what it was sent in the last twelve months. */
export async function withinRefusalLimit(db: Db, { id, candidateId, vacancyId, employerId }: Pair, now: Instant): Promise<boolean> {
  if (employerId === null) return true
  const since = startOfDay(addMonths(dayOf(now), -REFUSALS_COUNT_MONTHS))
  const sent = await db
    .select({ acceptance: proposal.acceptance })
    .from(proposal)
    .innerJoin(proposalEvent, and(eq(proposalEvent.proposalId, proposal.id), eq(proposalEvent.to, 'sent'), gte(proposalEvent.at, since)))
    .where(
      and(
        eq(proposal.candidateId, candidateId),
        eq(proposal.employerId, employerId),
        isNotNull(proposal.acceptance),
        id === null ? undefined : ne(proposal.id, id),
      ),
    )
  const here = await acceptanceOf(db, vacancyId)
  // An approval of a clearance alone is none of more than six.
  const more = refusalsOf(here).length > REFUSALS_WITHOUT_APPROVAL
  const approved = more && (await approvalOf(db, vacancyId, here)).state === 'approved'
  const before = sent.flatMap(({ acceptance }) => (acceptance === null ? [] : refusalsOf(acceptance)))
  return staysWithinLimit(before, refusalsOf(here), approved)
}

/** For the page that proposes; a person who is not the organisation's has been refused by then. */
export async function staysWithinRefusals(
  store: Store,
  actor: CaseworkerActor,
  { candidateId, vacancyId }: Pick<Pair, 'candidateId' | 'vacancyId'>,
  now: Instant,
): Promise<boolean> {
  return store.read(async (db) => {
    const [found] = await db
      .select({ employerId: vacancy.employerId })
      .from(vacancy)
      .innerJoin(candidate, ownPerson(actor, candidateId))
      .where(eq(vacancy.id, vacancyId))
    return found === undefined || withinRefusalLimit(db, { id: null, candidateId, vacancyId, ...found }, now)
  })
}
