// From a match to a question: a caseworker prepares a proposal, asks the person, sends it to the employer, takes it back.
import { and, eq, inArray, isNull } from 'drizzle-orm'
import type { CaseworkerActor } from '#app/domain/shared/actor.ts'
import { anonymousView, SHARE_DISCLOSES } from '#app/domain/proposals/anonymity.ts'
import { DAY_MS, dayOf, type Instant } from '#app/domain/shared/day.ts'
import { toDiscuss } from '#app/domain/matching/to-discuss.ts'
import { EMPLOYER_ANSWER_DAYS, type ProposalState } from '#app/domain/proposals/proposal.ts'
import { isOpen } from '#app/domain/vacancies/vacancy.ts'
import { candidate, consent, employer, membership, proposal, vacancy } from '#db/schema/index.ts'
import { factsOf } from '#db/matching/vacancy-facts.ts'
import { violationOf } from '#db/store/errors.ts'
import type { Db, Store } from '#db/store/store.ts'
import { moveProposal, type Moved, type MoveProblem } from './move.ts'
import { ownProposal } from './scope.ts'

/** After one of these a person has already said yes to this very vacancy: it is not asked again. */
const ANSWERED_YES = ['declined_by_employer', 'no_answer', 'not_started', 'ended', 'completed'] as const satisfies readonly ProposalState[]

/** `vacancyNotOpen` or `ownEmployer`, or null when nothing stands against it. */
async function vacancyProblem(db: Db, actor: CaseworkerActor, vacancyId: string, now: Instant): Promise<MoveProblem | null> {
  const [row] = await db
    .select({ state: vacancy.state, expiresAt: vacancy.expiresAt, employerId: vacancy.employerId, verification: employer.state })
    .from(vacancy)
    .leftJoin(employer, eq(employer.id, vacancy.employerId))
    .where(eq(vacancy.id, vacancyId))
  if (!row || !isOpen(row, now)) return 'vacancyNotOpen'
  // Nobody stands behind an imported vacancy yet, or the employer has not been verified: there is no one to answer.
  if (row.employerId === null || row.verification !== 'verified') return 'outOfReach'
  const own = await db
    .select({ id: membership.id })
    .from(membership)
    .where(and(eq(membership.accountId, actor.accountId), eq(membership.employerId, row.employerId), isNull(membership.endedAt)))
  return own.length > 0 ? 'ownEmployer' : null
}

/** Prepares a proposal as a draft. Null when the person is not the organisation's or there is no such vacancy. */
export async function createProposal(
  store: Store,
  actor: CaseworkerActor,
  candidateId: string,
  vacancyId: string,
  now: Instant,
): Promise<Moved> {
  try {
    return await store.write(async (tx) => {
      const [person] = await tx
        .select({ id: candidate.id })
        .from(candidate)
        .where(and(eq(candidate.id, candidateId), eq(candidate.organisationId, actor.organisationId)))
      const [job] = await tx.select({ id: vacancy.id, employerId: vacancy.employerId }).from(vacancy).where(eq(vacancy.id, vacancyId))
      if (!person || !job) return null
      const problem = await vacancyProblem(tx, actor, vacancyId, now)
      if (problem) return { ok: false, problem }
      const before = await tx
        .select({ id: proposal.id })
        .from(proposal)
        .where(and(eq(proposal.candidateId, candidateId), eq(proposal.vacancyId, vacancyId), inArray(proposal.state, [...ANSWERED_YES])))
      if (before.length > 0) return { ok: false, problem: 'alreadyAsked' }
      const [row] = await tx
        .insert(proposal)
        .values({
          id: store.newId(),
          vacancyId,
          candidateId,
          employerId: job.employerId,
          organisationId: actor.organisationId,
          stateSince: now,
          createdAt: now,
        })
        .returning()
      return row ? { ok: true, proposal: row } : null
    })
  } catch (error) {
    // One live proposal for a person and a vacancy: the index says so, also to the slower of two.
    if (violationOf(error)?.kind === 'unique') return { ok: false, problem: 'alreadyAsked' }
    throw error
  }
}

/** Asks the person, with a deadline in days; what a yes discloses is written down with the question. */
export async function askCandidate(
  store: Store,
  actor: CaseworkerActor,
  { id, version, deadlineDays }: { id: string; version: number; deadlineDays: number },
  now: Instant,
): Promise<Moved> {
  return store.write(async (tx) => {
    const row = await ownProposal(tx, actor, id)
    if (!row) return null
    const problem = await vacancyProblem(tx, actor, row.vacancyId, now)
    if (problem) return { ok: false, problem }
    const deadlineAt = now + deadlineDays * DAY_MS
    const moved = await moveProposal(
      tx,
      store.newId,
      row,
      { move: 'ask', party: 'caseworker', membershipId: actor.membershipId, version, set: { deadlineAt } },
      now,
    )
    if (!moved?.ok) return moved
    await tx
      .insert(consent)
      .values({ id: store.newId(), proposalId: id, kind: 'share', discloses: [...SHARE_DISCLOSES], askedAt: now, deadlineAt })
    return moved
  })
}

/** Sends the coded proposal. What the employer sees is frozen here, from the open part alone. */
export async function sendProposal(
  store: Store,
  actor: CaseworkerActor,
  { id, version }: { id: string; version: number },
  now: Instant,
): Promise<Moved> {
  return store.write(async (tx) => {
    const row = await ownProposal(tx, actor, id)
    if (!row) return null
    const problem = await vacancyProblem(tx, actor, row.vacancyId, now)
    if (problem) return { ok: false, problem }
    const [yes] = await tx
      .select({ id: consent.id })
      .from(consent)
      .where(and(eq(consent.proposalId, id), eq(consent.kind, 'share'), eq(consent.answer, 'yes')))
    const [person] = await tx
      .select({ code: candidate.code, profile: candidate.profile })
      .from(candidate)
      .where(eq(candidate.id, row.candidateId))
    const [job] = await tx.select().from(vacancy).where(eq(vacancy.id, row.vacancyId))
    if (!yes || !person || !job) return { ok: false, problem: 'notAllowedNow' }
    const open = toDiscuss(factsOf(job, []), person.profile, dayOf(now))
    return moveProposal(
      tx,
      store.newId,
      row,
      {
        move: 'send',
        party: 'caseworker',
        membershipId: actor.membershipId,
        version,
        set: { shown: anonymousView(person.code, person.profile), toDiscuss: open, deadlineAt: now + EMPLOYER_ANSWER_DAYS * DAY_MS },
      },
      now,
    )
  })
}
