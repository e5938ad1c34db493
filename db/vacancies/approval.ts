// Refusals that a coordinator must approve before the vacancy is published: asked for by saving them, decided once.
import { and, asc, eq, inArray, isNotNull, isNull } from 'drizzle-orm'
import type { CoordinatorActor, EmployerActor } from '#app/domain/shared/actor.ts'
import type { Instant } from '#app/domain/shared/day.ts'
import type { StanceRow } from '#app/domain/vacancies/acceptance.ts'
import type { WorkContext } from '#app/domain/vacancies/job-terms.ts'
import {
  APPROVAL_NOT_NEEDED,
  approvalItems,
  isWithin,
  needsApproval,
  ruledOutBy,
  type AcceptanceOfJob,
  type Approval,
  type RuledOut,
} from '#app/domain/vacancies/refusal-limit.ts'
import { readRestrictions } from '#db/matching/legal-restrictions.ts'
import { stancesByVacancy } from '#db/matching/vacancy-facts.ts'
import { acceptanceApproval, employer, vacancy } from '#db/schema/index.ts'
import { countUpTo, pageOfIds, totalWith, type Keyset, type PageOf } from '#db/store/keyset.ts'
import { addTask, finishTasks } from '#db/tasks/tasks.ts'
import type { Db, Store, Tx } from '#db/store/store.ts'

/** By the rules of law as they are now: what was published under others stays published until it is written or published anew. */
async function isNeeded(db: Db, acceptance: AcceptanceOfJob): Promise<boolean> {
  const byLaw = acceptance.stances.some(({ reason }) => reason === 'law')
  return needsApproval(acceptance, byLaw ? await readRestrictions(db) : [])
}

/** Of the refusals as they stand now: an approval of others does not count. "Not asked" where a rule of law was changed since they were saved. */
export async function approvalOf(db: Db, vacancyId: string, acceptance: AcceptanceOfJob): Promise<Approval> {
  if (!(await isNeeded(db, acceptance))) return APPROVAL_NOT_NEEDED
  const [row] = await db.select().from(acceptanceApproval).where(eq(acceptanceApproval.vacancyId, vacancyId))
  if (row === undefined || !isWithin(row.items, acceptance)) return { state: 'not_asked', answer: '' }
  return { state: row.decision ?? 'waiting', answer: row.answer }
}

type Asking = AcceptanceOfJob & { refusalExplanation: string }

/** Called by every write of a vacancy's content: the work counts too. What was decided of the same refusals with the same explanation stays decided. */
export async function askForApproval(
  tx: Tx,
  newId: () => string,
  vacancyId: string,
  { refusalExplanation: explanation, ...acceptance }: Asking,
  now: Instant,
): Promise<void> {
  const [last] = await tx.select().from(acceptanceApproval).where(eq(acceptanceApproval.vacancyId, vacancyId))
  const items = approvalItems(acceptance)
  if (last?.decision === 'approved' && isWithin(last.items, acceptance)) return
  const needed = await isNeeded(tx, acceptance)
  if (last && needed && last.explanation === explanation && last.items.join() === items.join()) return
  await tx.delete(acceptanceApproval).where(eq(acceptanceApproval.vacancyId, vacancyId))
  await finishTasks(tx, { kinds: ['approval', 'approval_answer'], aboutId: vacancyId }, null, now)
  if (!needed) return
  await tx.insert(acceptanceApproval).values({ vacancyId, items, explanation, askedAt: now })
  await addTask(tx, newId, { kind: 'approval', aboutId: vacancyId, vacancyId, for: 'coordinators', from: 'employer' }, now)
}

export type AskedApproval = {
  vacancyId: string
  title: string
  employer: string
  occupation: string | null
  contexts: WorkContext[]
  explanation: string
  askedAt: Instant
  ruledOut: RuledOut[]
  stances: StanceRow[]
}

const undecided = isNull(acceptanceApproval.decision)
/** Longest waiting first. */
const asked: Keyset = {
  table: acceptanceApproval,
  by: acceptanceApproval.askedAt,
  id: acceptanceApproval.vacancyId,
  parts: [[undecided]],
}

/** @param at where the page begins, from the address */
export async function listAskedApprovals(
  store: Store,
  _actor: CoordinatorActor,
  at: string,
): Promise<PageOf<AskedApproval> & { total: number }> {
  return store.read(async (db) => {
    const page = await pageOfIds(db, asked, at)
    if (page.rows.length === 0) return { ...page, rows: [], total: 0 }
    const rows = await db
      .select({
        vacancyId: vacancy.id,
        title: vacancy.title,
        employer: employer.name,
        occupation: vacancy.occupation,
        contexts: vacancy.contexts,
        terms: vacancy.terms,
        explanation: acceptanceApproval.explanation,
        askedAt: acceptanceApproval.askedAt,
      })
      .from(acceptanceApproval)
      .innerJoin(vacancy, eq(vacancy.id, acceptanceApproval.vacancyId))
      .innerJoin(employer, eq(employer.id, vacancy.employerId))
      .where(inArray(acceptanceApproval.vacancyId, page.rows))
      .orderBy(asc(acceptanceApproval.askedAt), asc(acceptanceApproval.vacancyId))
    const stances = await stancesByVacancy(db, page.rows)
    const approvals = rows.map(({ terms, ...row }) => {
      const rowStances = stances.get(row.vacancyId) ?? []
      return { ...row, ruledOut: ruledOutBy({ stances: rowStances, terms }), stances: rowStances }
    })
    return { ...page, rows: approvals, total: await totalWith(db, asked, page) }
  })
}

export async function countAskedApprovals(store: Store, _actor: CoordinatorActor): Promise<number> {
  return store.read((db) => countUpTo(db, asked))
}

export type DecidedApproval = { vacancyId: string; title: string; decision: 'approved' | 'refused' }

/** Of drafts and paused vacancies: what the employer may publish now, or must change. */
export async function listDecidedApprovals(store: Store, actor: EmployerActor): Promise<DecidedApproval[]> {
  const rows = await store.read((db) =>
    db
      .select({ vacancyId: vacancy.id, title: vacancy.title, decision: acceptanceApproval.decision })
      .from(acceptanceApproval)
      .innerJoin(vacancy, eq(vacancy.id, acceptanceApproval.vacancyId))
      .where(
        and(eq(vacancy.employerId, actor.employerId), inArray(vacancy.state, ['draft', 'paused']), isNotNull(acceptanceApproval.decision)),
      )
      .orderBy(asc(acceptanceApproval.decidedAt), asc(vacancy.id)),
  )
  return rows.flatMap(({ decision, ...row }) => (decision === null ? [] : [{ ...row, decision }]))
}

type Decision = { vacancyId: string; askedAt: Instant; decision: 'approved' | 'refused'; answer: string }

/** @param decision.askedAt of what the coordinator read. False when it was asked anew or decided meanwhile. */
export async function decideApproval(
  store: Store,
  actor: CoordinatorActor,
  { vacancyId, askedAt, ...decided }: Decision,
  now: Instant,
): Promise<boolean> {
  return store.write(async (tx) => {
    const rows = await tx
      .update(acceptanceApproval)
      .set({ ...decided, membershipId: actor.membershipId, decidedAt: now })
      .where(and(eq(acceptanceApproval.vacancyId, vacancyId), eq(acceptanceApproval.askedAt, askedAt), undecided))
      .returning({ id: acceptanceApproval.vacancyId })
    const [job] = await tx.select({ employerId: vacancy.employerId }).from(vacancy).where(eq(vacancy.id, vacancyId))
    if (rows.length === 0 || !job || job.employerId === null) return false
    await finishTasks(tx, { kinds: ['approval'], aboutId: vacancyId }, actor.membershipId, now)
    const answer = {
      kind: 'approval_answer',
      aboutId: vacancyId,
      vacancyId,
      for: { employerId: job.employerId },
      from: 'coordinator',
    } as const
    await addTask(tx, store.newId, answer, now)
    return true
  })
}
