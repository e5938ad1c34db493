// Since when nobody has worked with a person: what counts as work with them.
import { and, eq, gte, inArray, lt, notExists, sql, type SQL } from 'drizzle-orm'
import type { SQLiteColumn, SQLiteTable } from 'drizzle-orm/sqlite-core'
import type { Instant } from '#app/domain/shared/day.ts'
import {
  accessLog,
  candidate,
  correction,
  followUp,
  identity,
  involvement,
  proposal,
  proposalQuestion,
  readiness,
  retentionNotice,
} from '#db/schema/index.ts'
import type { Db } from '#db/store/store.ts'

/** The person's own row changes with the profile, the stage and who leads. */
const OF_THE_PERSON = [
  [identity, identity.candidateId, identity.updatedAt],
  [readiness, readiness.candidateId, readiness.updatedAt],
  [involvement, involvement.candidateId, involvement.since],
  [correction, correction.candidateId, correction.createdAt],
  [proposal, proposal.candidateId, proposal.stateSince],
] as const
const OF_THEIR_PROPOSALS = [
  [proposalQuestion, proposalQuestion.proposalId, proposalQuestion.askedAt],
  [followUp, followUp.proposalId, followUp.at],
] as const

/**
 * Nothing about the person was written at or after that moment, nor did they read what is held about them, nor was it said that it is still needed.
 * When the restricted part was changed does not count: an organisation that may not read it would learn of the change from the day.
 */
export function quietSince(db: Db, since: Instant | typeof retentionNotice.warnedAt): SQL | undefined {
  const none = (table: SQLiteTable, of: SQL | undefined, at: SQLiteColumn, more?: SQL) =>
    notExists(
      db
        .select({ one: sql`1` })
        .from(table)
        .where(and(of, gte(at, since), more)),
    )
  const theirs = db.select({ id: proposal.id }).from(proposal).where(eq(proposal.candidateId, candidate.id))
  return and(
    lt(candidate.updatedAt, since),
    ...OF_THE_PERSON.map(([table, of, at]) => none(table, eq(of, candidate.id), at)),
    ...OF_THEIR_PROPOSALS.map(([table, of, at]) => none(table, inArray(of, theirs), at)),
    none(accessLog, eq(accessLog.candidateId, candidate.id), accessLog.at, eq(accessLog.purpose, 'self')),
    none(retentionNotice, eq(retentionNotice.candidateId, candidate.id), retentionNotice.decidedAt, eq(retentionNotice.state, 'kept')),
  )
}
