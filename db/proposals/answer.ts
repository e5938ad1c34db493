// What the person decides, by themselves or through the caseworker, recorded as such.
import { and, eq, isNull } from 'drizzle-orm'
import type { CandidateActor, CaseworkerActor } from '#app/domain/shared/actor.ts'
import type { Instant } from '#app/domain/shared/day.ts'
import type { ConsentChannel } from '#app/domain/proposals/proposal.ts'
import { consent, proposalQuestion } from '#db/schema/index.ts'
import { personKeyOf } from '#db/people/person-key.ts'
import type { Db, Store } from '#db/store/store.ts'
import { decrypt, encrypt, type MasterKey } from '#db/people/vault.ts'
import { moveProposal, type Moved, type ProposalRow } from './move.ts'
import { moveOwn } from './own-move.ts'
import { membershipOf, ownProposal, partyOf } from './scope.ts'

type Decider = CandidateActor | CaseworkerActor
type Answer = { id: string; version: number; answer: 'yes' | 'no'; channel: ConsentChannel; reason: string | null }

/** The question the person is asked in a state, if any. */
function kindAsked(row: ProposalRow): 'share' | 'name' | null {
  if (row.state === 'asked') return 'share'
  return row.state === 'interested' ? 'name' : null
}

/** Yes or no to the question that is open: to be proposed (`asked`), or to be named (`interested`). */
export async function answerConsent(
  store: Store,
  actor: Decider,
  { id, version, answer, channel, reason }: Answer,
  now: Instant,
): Promise<Moved> {
  return store.write(async (tx) => {
    const row = await ownProposal(tx, actor, id)
    if (!row) return null
    const kind = kindAsked(row)
    if (kind === null) return { ok: false, problem: version === row.version ? 'notAllowedNow' : 'stale' }
    if (row.deadlineAt !== null && row.deadlineAt <= now) return { ok: false, problem: 'answerTooLate' }
    const yes = kind === 'share' ? 'consent' : 'name'
    const input = {
      move: answer === 'yes' ? yes : 'decline',
      party: partyOf(actor),
      membershipId: membershipOf(actor),
      version,
      reason,
    } as const
    const moved = await moveProposal(tx, store.newId, row, input, now)
    if (!moved?.ok) return moved
    await tx
      .update(consent)
      .set({ answer, answeredBy: actor.kind, channel, membershipId: membershipOf(actor), answeredAt: now })
      .where(and(eq(consent.proposalId, id), eq(consent.kind, kind), isNull(consent.answer)))
    return moved
  })
}

type Decision = { id: string; version: number; reason?: string | null }

/** Taking the offered job, turning it down, or stepping out at any time before the start. Withdrawing closes every yes that was given. */
export async function decide(
  store: Store,
  actor: Decider,
  move: 'accept' | 'turn_down' | 'withdraw',
  { id, version, reason = null }: Decision,
  now: Instant,
): Promise<Moved> {
  return moveOwn(store, actor, { id, version, move, reason }, now, async (tx) => {
    if (move === 'withdraw') await tx.update(consent).set({ withdrawnAt: now }).where(eq(consent.proposalId, id))
  })
}

/** The person asks before deciding; the deadline stays. Null when the offer is not theirs or the person is erased. */
export async function askQuestion(
  store: Store,
  master: MasterKey,
  actor: CandidateActor,
  { id, question }: { id: string; question: string },
  now: Instant,
): Promise<{ id: string } | null> {
  return store.write(async (tx) => {
    const row = await ownProposal(tx, actor, id)
    const key = row && (await personKeyOf(tx, master, row.candidateId))
    if (!row || !key) return null
    const questionId = store.newId()
    await tx
      .insert(proposalQuestion)
      .values({ id: questionId, proposalId: id, question: encrypt(key, `question:${questionId}`, question), askedAt: now })
    return { id: questionId }
  })
}

/** The caseworker's answer; the first one stands. */
export async function answerQuestion(
  store: Store,
  master: MasterKey,
  actor: CaseworkerActor,
  { id, questionId, answer }: { id: string; questionId: string; answer: string },
  now: Instant,
): Promise<boolean> {
  return store.write(async (tx) => {
    const row = await ownProposal(tx, actor, id)
    const key = row && (await personKeyOf(tx, master, row.candidateId))
    if (!row || !key) return false
    const answered = await tx
      .update(proposalQuestion)
      .set({ answer: encrypt(key, `answer:${questionId}`, answer), answeredBy: actor.membershipId, answeredAt: now })
      .where(and(eq(proposalQuestion.id, questionId), eq(proposalQuestion.proposalId, id), isNull(proposalQuestion.answer)))
      .returning({ id: proposalQuestion.id })
    return answered.length > 0
  })
}

export type Question = { id: string; question: string; askedAt: Instant; answer: string | null; answeredAt: Instant | null }

/** Oldest first. The caller has shown that the proposal is the actor's. */
export async function questionsOf(db: Db, key: Buffer, proposalId: string): Promise<Question[]> {
  const rows = await db
    .select()
    .from(proposalQuestion)
    .where(eq(proposalQuestion.proposalId, proposalId))
    .orderBy(proposalQuestion.askedAt, proposalQuestion.id)
  return rows.map((row) => ({
    id: row.id,
    question: decrypt(key, `question:${row.id}`, row.question),
    askedAt: row.askedAt,
    answer: row.answer === null ? null : decrypt(key, `answer:${row.id}`, row.answer),
    answeredAt: row.answeredAt,
  }))
}
