// What must hold for a move beside the state: a check for each guard that the proposal's table names.
import { and, eq, inArray, isNull } from 'drizzle-orm'
import { coversAll } from '#app/domain/proposals/anonymity.ts'
import { dayOf, type Instant } from '#app/domain/shared/day.ts'
import { followUpDay, LAST_FOLLOW_UP, saysHow } from '#app/domain/proposals/follow-up.ts'
import type { ConsentKind, Guard } from '#app/domain/proposals/proposal.ts'
import { promisesIn } from '#app/domain/vacancies/acceptance.ts'
import { isOpen } from '#app/domain/vacancies/vacancy.ts'
import { mayProposeNow } from '#db/confirmations/guard.ts'
import { consent, employer, followUp, membership, vacancy } from '#db/schema/index.ts'
import { employerVerified } from '#db/vacancies/visibility.ts'
import type { Db } from '#db/store/store.ts'
import { findAnother, findSameWork, withinRefusalLimit } from './acceptance.ts'
import type { MoveInput, MoveProblem, ProposalRow } from './move-types.ts'
import { disclosesOf } from './view.ts'

export type Attempt = {
  proposal: Pick<
    ProposalRow,
    'id' | 'vacancyId' | 'candidateId' | 'employerId' | 'organisationId' | 'deadlineAt' | 'startOn' | 'acceptance'
  >
  input: MoveInput
  now: Instant
}
type Check = { problem: MoveProblem; holds: (db: Db, attempt: Attempt) => boolean | Promise<boolean> }

async function isAny(rows: Promise<unknown[]>): Promise<boolean> {
  return (await rows).length > 0
}

function hasYes(kind: ConsentKind): Check['holds'] {
  const yes = and(eq(consent.kind, kind), eq(consent.answer, 'yes'), isNull(consent.withdrawnAt))
  return (db, { proposal, input }) =>
    input.yes === kind ||
    isAny(
      db
        .select({ id: consent.id })
        .from(consent)
        .where(and(eq(consent.proposalId, proposal.id), yes)),
    )
}

const CHECKS: Readonly<Record<Guard, Check>> = {
  vacancy_open: {
    problem: 'vacancyNotOpen',
    holds: async (db, { proposal, now }) => {
      const [row] = await db
        .select({ state: vacancy.state, expiresAt: vacancy.expiresAt })
        .from(vacancy)
        .where(eq(vacancy.id, proposal.vacancyId))
      return row !== undefined && isOpen(row, now)
    },
  },
  // An imported vacancy has no employer here.
  employer_verified: {
    problem: 'outOfReach',
    holds: (db, { proposal }) =>
      isAny(
        db
          .select({ id: employer.id })
          .from(vacancy)
          .innerJoin(employer, eq(employer.id, vacancy.employerId))
          .where(and(eq(vacancy.id, proposal.vacancyId), employerVerified)),
      ),
  },
  // Whose membership nobody knows may belong to the employer.
  not_own_employer: {
    problem: 'ownEmployer',
    holds: async (db, { proposal, input: { membershipId } }) => {
      if (membershipId === null) return false
      const account = db.select({ id: membership.accountId }).from(membership).where(eq(membership.id, membershipId))
      const own = db
        .select({ id: membership.id })
        .from(vacancy)
        .innerJoin(membership, eq(membership.employerId, vacancy.employerId))
        .where(and(eq(vacancy.id, proposal.vacancyId), inArray(membership.accountId, account), isNull(membership.endedAt)))
      return !(await isAny(own))
    },
  },
  share_consent: { problem: 'notAllowedNow', holds: hasYes('share') },
  told_before: {
    problem: 'asksMore',
    holds: async (db, { proposal: { id, vacancyId } }) => {
      const [asked] = await db
        .select({ discloses: consent.discloses })
        .from(consent)
        .where(and(eq(consent.proposalId, id), eq(consent.kind, 'share')))
      return asked !== undefined && coversAll(asked.discloses, await disclosesOf(db, vacancyId))
    },
  },
  name_consent: { problem: 'notAllowedNow', holds: hasYes('name') },
  one_at_a_time: { problem: 'oneAtATime', holds: async (db, { proposal }) => (await findAnother(db, proposal)) === null },
  least_told: { problem: 'sameWork', holds: async (db, { proposal, now }) => (await findSameWork(db, proposal, now)) === null },
  refusal_limit: { problem: 'refusalLimit', holds: (db, { proposal, now }) => withinRefusalLimit(db, proposal, now) },
  confirmed: { problem: 'toBeConfirmed', holds: (db, { proposal, now }) => mayProposeNow(db, proposal, now) },
  promises: {
    problem: 'promisesMissing',
    holds: (_db, { proposal: { acceptance }, input: { followUp: found } }) =>
      found === undefined || promisesIn(acceptance?.stances ?? []).every((promise) => found.promises[promise] !== undefined),
  },
  in_time: { problem: 'answerTooLate', holds: (_db, { proposal: { deadlineAt }, now }) => deadlineAt === null || deadlineAt > now },
  deadline_passed: {
    problem: 'notAllowedNow',
    holds: (_db, { proposal: { deadlineAt }, now }) => deadlineAt !== null && deadlineAt <= now,
  },
  reason: {
    problem: 'choose',
    holds: (_db, { input: { reason } }) => typeof reason === 'string',
  },
  start_day: { problem: 'required', holds: (_db, { input }) => typeof input.set?.startOn === 'string' },
  // `end` may come without a follow-up, `follow_up` may not.
  outcome: {
    problem: 'choose',
    holds: (_db, { input: { move, followUp: found } }) => (found ? saysHow(found) : move !== 'follow_up'),
  },
  follow_up_due: {
    problem: 'notAllowedNow',
    holds: (_db, { proposal: { startOn }, input: { followUp: found }, now }) =>
      found === undefined || (startOn !== null && followUpDay(startOn, found.week) <= dayOf(now)),
  },
  last_follow_up: {
    problem: 'notAllowedNow',
    holds: (db, { proposal }) =>
      isAny(
        db
          .select({ id: followUp.id })
          .from(followUp)
          .where(and(eq(followUp.proposalId, proposal.id), eq(followUp.week, LAST_FOLLOW_UP))),
      ),
  },
}

/** What the first of these guards that does not hold says; null when all hold. */
export async function problemOf(db: Db, guards: readonly Guard[], attempt: Attempt): Promise<MoveProblem | null> {
  for (const guard of guards) {
    const { holds, problem } = CHECKS[guard]
    if (!(await holds(db, attempt))) return problem
  }
  return null
}
