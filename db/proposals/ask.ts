// From a match to a question: a caseworker prepares a proposal, asks the person, sends it to the employer.
import { and, eq, inArray } from 'drizzle-orm'
import type { CaseworkerActor } from '#app/domain/shared/actor.ts'
import { dayOf, deadlineIn, type Instant } from '#app/domain/shared/day.ts'
import { EMPLOYER_ANSWER_DAYS, guardsOf, type ProposalState } from '#app/domain/proposals/proposal.ts'
import { ownPerson } from '#db/people/own.ts'
import { candidate, consent, proposal, vacancy } from '#db/schema/index.ts'
import { violationOf } from '#db/store/errors.ts'
import type { Db, Store } from '#db/store/store.ts'
import { findAnother, findSameWork, type SameWork } from './acceptance.ts'
import { freshCode, type RandomBytes } from './codes.ts'
import { problemOf } from './guards.ts'
import type { Moved, MoveProblem, ProposalRow } from './move-types.ts'
import { moveOwn, type Seen } from './move.ts'
import { ownProposal, type ProposalActor } from './scope.ts'
import { disclosesOf, shownOf } from './view.ts'

/** After one of these a person has already said yes to this very vacancy: it is not asked again. */
const ANSWERED_YES = ['declined_by_employer', 'no_answer', 'not_started', 'ended', 'completed'] as const satisfies readonly ProposalState[]

type Pair = Pick<ProposalRow, 'candidateId' | 'vacancyId'>

/** A draft as it would be written, and what stands against it: what could not be asked about is not prepared either. */
async function prepared(db: Db, newId: () => string, actor: CaseworkerActor, { candidateId, vacancyId }: Pair, now: Instant) {
  const [job] = await db
    .select({ employerId: vacancy.employerId })
    .from(vacancy)
    .innerJoin(candidate, ownPerson(actor, candidateId))
    .where(eq(vacancy.id, vacancyId))
  if (!job) return null
  const draft = {
    id: newId(),
    vacancyId,
    candidateId,
    employerId: job.employerId,
    organisationId: actor.organisationId,
    stateSince: now,
    sinceDay: dayOf(now),
    createdAt: now,
    deadlineAt: null,
    startOn: null,
    acceptance: null,
  }
  const input = { move: 'ask', party: 'caseworker', membershipId: actor.membershipId, version: null } as const
  return { draft, problem: (await problemOf(db, guardsOf('ask'), { proposal: draft, input, now })) ?? (await answeredYes(db, draft)) }
}

async function answeredYes(db: Db, { candidateId, vacancyId }: Pair): Promise<MoveProblem | null> {
  const before = await db
    .select({ id: proposal.id })
    .from(proposal)
    .where(and(eq(proposal.candidateId, candidateId), eq(proposal.vacancyId, vacancyId), inArray(proposal.state, [...ANSWERED_YES])))
  return before.length > 0 ? 'alreadyAsked' : null
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
      const made = await prepared(tx, store.newId, actor, { candidateId, vacancyId }, now)
      if (!made) return null
      if (made.problem !== null) return { ok: false, problem: made.problem }
      const [row] = await tx.insert(proposal).values(made.draft).returning()
      return row ? { ok: true, proposal: row } : null
    })
  } catch (error) {
    // One live proposal for a person and a vacancy: the index says so, also to the slower of two.
    if (violationOf(error)?.kind === 'unique') return { ok: false, problem: 'alreadyAsked' }
    throw error
  }
}

/** Why the vacancy cannot be proposed; the vacancy to propose instead, or the proposal that is in the way, where there is one. */
export type Obstacle = { problem: MoveProblem; instead: SameWork | null; other: string | null }

/** For the page that proposes, before anybody presses. Null when nothing stands against it, or it is not theirs. */
export async function findObstacle(store: Store, actor: CaseworkerActor, pair: Pair, now: Instant): Promise<Obstacle | null> {
  return store.read(async (db) => {
    const made = await prepared(db, store.newId, actor, pair, now)
    if (!made || made.problem === null) return null
    const { problem, draft } = made
    const instead = problem === 'sameWork' ? await findSameWork(db, draft, now) : null
    const other = problem === 'oneAtATime' ? await findAnother(db, draft) : null
    return {
      problem,
      // What was proposed before is named to who may read of every proposal.
      instead: instead?.vacancyId === null && !actor.publicAuthority ? null : instead,
      other: other !== null && (await ownProposal(db, actor, other)) ? other : null,
    }
  })
}

/** Asks the person, with a deadline in days; what a yes discloses is written down with the question. */
export async function askCandidate(
  store: Store,
  actor: ProposalActor,
  { deadlineDays, ...seen }: Seen & { deadlineDays: number },
  now: Instant,
): Promise<Moved> {
  const deadlineAt = deadlineIn(deadlineDays, now)
  const asked = { proposalId: seen.id, kind: 'share' as const, askedAt: now, deadlineAt }
  return moveOwn(store, actor, { ...seen, move: 'ask', set: { deadlineAt } }, now, {
    after: async (tx, { vacancyId }) =>
      tx.insert(consent).values({
        id: store.newId(),
        ...asked,
        discloses: await disclosesOf(tx, vacancyId),
      }),
  })
}

/** Sends the proposal under a code of its own. What the employer sees is frozen here, from the open part alone. */
export async function sendProposal(store: Store, actor: ProposalActor, seen: Seen, random: RandomBytes, now: Instant): Promise<Moved> {
  return moveOwn(store, actor, { ...seen, move: 'send' }, now, {
    before: async (tx, row) => ({
      set: {
        ...(await shownOf(tx, row, now)),
        code: await freshCode(tx, random),
        deadlineAt: deadlineIn(EMPLOYER_ANSWER_DAYS, now),
      },
    }),
  })
}
