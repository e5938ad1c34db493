// What the person asks about a proposal before deciding, and the caseworker's answer; both encrypted.
import { and, eq, isNull } from 'drizzle-orm'
import type { CandidateActor, CaseworkerActor } from '#app/domain/shared/actor.ts'
import { isFinal } from '#app/domain/proposals/proposal.ts'
import type { Instant } from '#app/domain/shared/day.ts'
import { logSentText } from '#db/accounts/text-override.ts'
import { proposalQuestion } from '#db/schema/index.ts'
import { personKeyOf } from '#db/people/person-key.ts'
import type { Db, Store } from '#db/store/store.ts'
import { decrypt, encrypt, type MasterKey } from '#db/people/vault.ts'
import { addTask, finishTasks } from '#db/tasks/tasks.ts'
import { ownProposal } from './scope.ts'

type Asked = { ok: true; id: string } | { ok: false; problem: 'notAllowedNow' } | null

/** The person asks before deciding; the deadline stays. About what is over nobody answers. Null when the proposal is not theirs or the person is erased. */
export async function askQuestion(
  store: Store,
  master: MasterKey,
  actor: CandidateActor,
  { id, question }: { id: string; question: string },
  now: Instant,
): Promise<Asked> {
  return store.write(async (tx) => {
    const row = await ownProposal(tx, actor, id)
    const key = row && (await personKeyOf(tx, master, row.candidateId))
    if (!row || !key) return null
    if (isFinal(row.state)) return { ok: false, problem: 'notAllowedNow' }
    const questionId = store.newId()
    await tx
      .insert(proposalQuestion)
      .values({ id: questionId, proposalId: id, question: encrypt(key, `question:${questionId}`, question), askedAt: now })
    const about = { aboutId: questionId, candidateId: row.candidateId, proposalId: id, vacancyId: row.vacancyId }
    await addTask(tx, store.newId, { kind: 'question', ...about, for: row, from: 'candidate' }, now)
    return { ok: true, id: questionId }
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
    if (answered.length === 0) return false
    await finishTasks(tx, { kinds: ['question'], aboutId: questionId }, actor.membershipId, now)
    await logSentText(tx, store.newId, actor, { candidateId: row.candidateId, text: answer }, now)
    return true
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
