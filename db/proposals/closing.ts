// Ends that come without a decision: the vacancy is gone, or a deadline passed in silence.
import { and, asc, eq, inArray, isNotNull, isNull, lte } from 'drizzle-orm'
import type { Instant } from '#app/domain/shared/day.ts'
import { movesFor, PROPOSAL_MOVES, PROPOSAL_STATES } from '#app/domain/proposals/proposal.ts'
import { OVER_VACANCY_STATES } from '#app/domain/vacancies/vacancy.ts'
import { consent, proposal, vacancy } from '#db/schema/index.ts'
import type { Store, Tx } from '#db/store/store.ts'
import { moveProposal } from './move.ts'

/** Rows in one sweep: a write stays short, and meets few others that it would have to be done again for. */
const SWEEP = 50

const LIVE_BEFORE_THE_JOB = inArray(proposal.state, [...PROPOSAL_MOVES.fill_elsewhere.from])
const fillElsewhere = { move: 'fill_elsewhere', party: 'employer', version: null } as const

/**
 * Closes what the employer knows of its vacancy's live proposals, in the transaction that fills or closes the vacancy. The others follow by
 * themselves (`closeOfOverVacancies`): how long the change takes must not tell how many people were being asked.
 */
export async function closeKnown(tx: Tx, newId: () => string, vacancyId: string, membershipId: string, now: Instant): Promise<void> {
  const rows = await tx
    .select()
    .from(proposal)
    .where(and(eq(proposal.vacancyId, vacancyId), LIVE_BEFORE_THE_JOB, isNotNull(proposal.toldState)))
  for (const row of rows) await moveProposal(tx, newId, row, { ...fillElsewhere, membershipId }, now)
}

/** Closes live proposals of vacancies that were filled or closed. @returns how many; when any, there may be more. */
export async function closeOfOverVacancies(store: Store, now: Instant): Promise<number> {
  const found = await store.read((db) =>
    db
      .select({ id: proposal.id })
      .from(proposal)
      .innerJoin(vacancy, eq(vacancy.id, proposal.vacancyId))
      .where(and(LIVE_BEFORE_THE_JOB, inArray(vacancy.state, [...OVER_VACANCY_STATES])))
      .orderBy(asc(proposal.id))
      .limit(SWEEP),
  )
  if (found.length === 0) return 0
  const ids = found.map(({ id }) => id)
  return store.write(async (tx) => {
    const rows = await tx
      .select()
      .from(proposal)
      .where(and(inArray(proposal.id, ids), LIVE_BEFORE_THE_JOB))
    for (const row of rows) await moveProposal(tx, store.newId, row, { ...fillElsewhere, membershipId: null }, now)
    return rows.length
  })
}

const ENDED_BY_SILENCE = PROPOSAL_STATES.filter((state) => movesFor(state, 'clock').length > 0)
/** Silence has an end: a person's unanswered question expires, an employer's unanswered proposal is closed kindly. @returns how many; when any, there may be more. */
export async function closeDue(store: Store, now: Instant): Promise<number> {
  const due = and(inArray(proposal.state, ENDED_BY_SILENCE), isNotNull(proposal.deadlineAt), lte(proposal.deadlineAt, now))
  const found = await store.read((db) =>
    db.select({ id: proposal.id }).from(proposal).where(due).orderBy(asc(proposal.deadlineAt), asc(proposal.id)).limit(SWEEP),
  )
  if (found.length === 0) return 0
  const ids = found.map(({ id }) => id)
  return store.write(async (tx) => {
    const rows = await tx.select().from(proposal).where(inArray(proposal.id, ids))
    let closed = 0
    for (const row of rows) {
      // Somebody may have answered since it was found: then no move of the clock leads on, or its deadline is another one.
      const [move] = movesFor(row.state, 'clock')
      if (move === undefined) continue
      const moved = await moveProposal(tx, store.newId, row, { move, party: 'clock', membershipId: null, version: null }, now)
      if (!moved?.ok) continue
      closed += 1
      await tx
        .update(consent)
        .set({ answer: 'expired', answeredBy: 'clock', answeredAt: now })
        .where(and(eq(consent.proposalId, row.id), isNull(consent.answer)))
    }
    return closed
  })
}
