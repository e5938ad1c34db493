// Ends that come without a decision: the vacancy is gone, or a deadline passed in silence.
import { and, asc, eq, inArray, isNotNull, isNull, lte, type SQL } from 'drizzle-orm'
import type { Instant } from '#app/domain/shared/day.ts'
import { movesFor, PROPOSAL_MOVES, PROPOSAL_STATES } from '#app/domain/proposals/proposal.ts'
import { OVER_VACANCY_STATES } from '#app/domain/vacancies/vacancy.ts'
import { consent, proposal, vacancy } from '#db/schema/index.ts'
import type { Db, Store, Tx } from '#db/store/store.ts'
import { moveProposal } from './move.ts'
import { tellEmployer } from './telling.ts'

/** Rows in one sweep: a write stays short, and meets few others that it would have to be done again for. */
const SWEEP = 50

const ENDS_WITH_VACANCY = [...PROPOSAL_MOVES.fill_elsewhere.from]
const fillElsewhere = { move: 'fill_elsewhere', party: 'employer', version: null } as const

/**
 * Closes what the employer knows of its vacancy's live proposals, in the transaction that fills or closes the vacancy. The others follow by
 * themselves (`closeOfOverVacancies`): how long the change takes must not tell how many people were being asked.
 */
export async function closeKnown(tx: Tx, newId: () => string, vacancyId: string, membershipId: string, now: Instant): Promise<void> {
  const rows = await tx
    .select()
    .from(proposal)
    .where(and(eq(proposal.vacancyId, vacancyId), inArray(proposal.toldState, ENDS_WITH_VACANCY)))
  for (const row of rows) {
    const moved = await moveProposal(tx, newId, row, { ...fillElsewhere, membershipId }, now)
    // Somebody ended it today: nothing may go on standing at a vacancy that is over.
    if (!moved?.ok) await tellEmployer(tx, row)
  }
}

function liveAtOverVacancy(db: Db): SQL | undefined {
  const over = db
    .select({ id: vacancy.id })
    .from(vacancy)
    .where(inArray(vacancy.state, [...OVER_VACANCY_STATES]))
  return and(inArray(proposal.state, ENDS_WITH_VACANCY), inArray(proposal.vacancyId, over))
}

/** Closes live proposals of vacancies that were filled or closed. @returns how many; when any, there may be more. */
export async function closeOfOverVacancies(store: Store, now: Instant): Promise<number> {
  const found = await store.read((db) =>
    db.select({ id: proposal.id }).from(proposal).where(liveAtOverVacancy(db)).orderBy(asc(proposal.id)).limit(SWEEP),
  )
  if (found.length === 0) return 0
  const ids = found.map(({ id }) => id)
  return store.write(async (tx) => {
    const rows = await tx
      .select()
      .from(proposal)
      .where(and(inArray(proposal.id, ids), liveAtOverVacancy(tx)))
    let closed = 0
    for (const row of rows) if ((await moveProposal(tx, store.newId, row, { ...fillElsewhere, membershipId: null }, now))?.ok) closed += 1
    return closed
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
