// The list of people: own organisation's, longest waiting first, with what each waits for and what comes next.
import { and, asc, count, eq, exists, inArray, notExists, notInArray, sql, type SQL } from 'drizzle-orm'
import type { CaseworkerActor } from '#app/domain/actor.ts'
import { SEEKING_STAGES, type ReadinessItem, type Stage } from '#app/domain/candidate.ts'
import { dayOf, type Day, type Instant } from '#app/domain/day.ts'
import { fold } from '#app/domain/fold.ts'
import {
  FINISHED_STAGES,
  nextDate,
  statesWaitingOn,
  waitingOf,
  WAITING_PARTIES,
  type LiveProposal,
  type NextDate,
  type WaitingParty,
} from '#app/domain/person-line.ts'
import { FINAL_STATES } from '#app/domain/proposal.ts'
import { account, candidate, followUp, membership, proposal, readiness, vaultKey } from '#db/schema/index.ts'
import type { Db, Store } from '#db/store/store.ts'
import type { MasterKey } from '#db/vault.ts'
import { openLabel } from './label.ts'
import { ownPeople } from './own.ts'
import { ROWS_A_PAGE } from '#app/domain/lists.ts'

export type PeopleFilters = {
  whose: 'mine' | 'all'
  stage: Stage | null
  waitingOn: WaitingParty | 'nobody' | null
  /** People who do not have this in place yet. */
  missing: ReadinessItem | null
  /** Part of a code or of the own label. */
  q: string
}

export type PersonLine = {
  id: string
  code: string
  label: string
  stage: Stage
  occupationsWanted: readonly string[]
  readinessInPlace: number
  waiting: { on: WaitingParty; since: Instant } | null
  next: NextDate | null
  waitingSince: Instant
  caseworker: string
}

export type PeoplePage = { total: number; page: number; pages: number; people: PersonLine[] }

const waitingFirst = [
  sql`case when ${inArray(candidate.stage, [...SEEKING_STAGES])} then 0 else 1 end`,
  asc(candidate.waitingSince),
  asc(candidate.id),
]

function waits(db: Db, on: WaitingParty | 'nobody'): SQL {
  const states = on === 'nobody' ? WAITING_PARTIES.flatMap(statesWaitingOn) : statesWaitingOn(on)
  const waiting = db
    .select({ one: sql`1` })
    .from(proposal)
    .where(and(eq(proposal.candidateId, candidate.id), inArray(proposal.state, states)))
  return on === 'nobody' ? notExists(waiting) : exists(waiting)
}

function lacks(db: Db, item: ReadinessItem): SQL {
  return notExists(
    db
      .select({ one: sql`1` })
      .from(readiness)
      .where(and(eq(readiness.candidateId, candidate.id), eq(readiness.item, item), eq(readiness.state, 'in_place'))),
  )
}

function asked(db: Db, actor: CaseworkerActor, { whose, stage, waitingOn, missing, q }: PeopleFilters): SQL | undefined {
  const notFinished = q === '' ? notInArray(candidate.stage, [...FINISHED_STAGES]) : undefined
  return and(
    ownPeople(actor),
    whose === 'mine' ? eq(candidate.caseworkerId, actor.membershipId) : undefined,
    stage === null ? notFinished : eq(candidate.stage, stage),
    waitingOn === null ? undefined : waits(db, waitingOn),
    missing === null ? undefined : lacks(db, missing),
  )
}

const sealedColumns = { id: candidate.id, code: candidate.code, label: candidate.label, wrapped: vaultKey.wrapped }

/** Labels are sealed, so that searching them opens the own organisation's one by one. */
async function idsFound(db: Db, master: MasterKey, where: SQL | undefined, q: string): Promise<string[]> {
  const rows = await db
    .select(sealedColumns)
    .from(candidate)
    .leftJoin(vaultKey, eq(vaultKey.candidateId, candidate.id))
    .where(where)
    .orderBy(...waitingFirst)
  const words = fold(q)
  const letters = words.replace(/[^0-9a-z]/g, '')
  const meant = (row: (typeof rows)[number]) =>
    fold(openLabel(master, row.id, row.label, row.wrapped)).includes(words) ||
    (letters !== '' && fold(row.code).replaceAll('-', '').includes(letters))
  return rows.filter(meant).map(({ id }) => id)
}

async function liveProposals(db: Db, ids: string[]): Promise<Map<string, LiveProposal[]>> {
  const live = await db
    .select()
    .from(proposal)
    .where(and(inArray(proposal.candidateId, ids), notInArray(proposal.state, [...FINAL_STATES])))
  const done = await db
    .select({ proposalId: followUp.proposalId, week: followUp.week })
    .from(followUp)
    .innerJoin(proposal, eq(proposal.id, followUp.proposalId))
    .where(inArray(proposal.candidateId, ids))
  const byPerson = new Map<string, LiveProposal[]>()
  for (const { id, candidateId, state, stateSince, deadlineAt, interviewAt, startOn } of live) {
    const followedWeeks = done.filter(({ proposalId }) => proposalId === id).map(({ week }) => week)
    byPerson.set(candidateId, [
      ...(byPerson.get(candidateId) ?? []),
      { state, stateSince, deadlineAt, interviewAt, startOn, followedWeeks },
    ])
  }
  return byPerson
}

async function linesOf(db: Db, master: MasterKey, actor: CaseworkerActor, ids: string[], today: Day): Promise<PersonLine[]> {
  if (ids.length === 0) return []
  const rows = await db
    .select({ row: candidate, wrapped: vaultKey.wrapped, caseworker: account.name })
    .from(candidate)
    .leftJoin(vaultKey, eq(vaultKey.candidateId, candidate.id))
    .innerJoin(membership, eq(membership.id, candidate.caseworkerId))
    .innerJoin(account, eq(account.id, membership.accountId))
    .where(and(ownPeople(actor), inArray(candidate.id, ids)))
    .orderBy(...waitingFirst)
  const ready = await db.select().from(readiness).where(inArray(readiness.candidateId, ids))
  const proposals = await liveProposals(db, ids)
  return rows.map(({ row, wrapped, caseworker }) => {
    const own = proposals.get(row.id) ?? []
    const items = ready.filter(({ candidateId }) => candidateId === row.id)
    const readinessDueOn = items.flatMap(({ state, dueOn }) => (state === 'in_place' || dueOn === null ? [] : [dueOn]))
    return {
      id: row.id,
      code: row.code,
      label: openLabel(master, row.id, row.label, wrapped),
      stage: row.stage,
      occupationsWanted: row.profile.occupationsWanted,
      readinessInPlace: items.filter(({ state }) => state === 'in_place').length,
      waiting: waitingOf(own),
      next: nextDate({ proposals: own, readinessDueOn, plannedReleaseOn: row.plannedReleaseOn }, today),
      waitingSince: row.waitingSince,
      caseworker,
    }
  })
}

/** @param page from 1; one past the last gives the last. */
export async function listPeople(
  store: Store,
  master: MasterKey,
  actor: CaseworkerActor,
  filters: PeopleFilters,
  page: number,
  now: Instant,
): Promise<PeoplePage> {
  return store.read(async (db) => {
    const where = asked(db, actor, filters)
    const found = filters.q === '' ? null : await idsFound(db, master, where, filters.q)
    const total = found?.length ?? (await db.select({ total: count() }).from(candidate).where(where))[0]?.total ?? 0
    const pages = Math.max(1, Math.ceil(total / ROWS_A_PAGE))
    const shown = Math.min(Math.max(1, page), pages)
    const offset = (shown - 1) * ROWS_A_PAGE
    const ids =
      found?.slice(offset, offset + ROWS_A_PAGE) ??
      (
        await db
          .select({ id: candidate.id })
          .from(candidate)
          .where(where)
          .orderBy(...waitingFirst)
          .limit(ROWS_A_PAGE)
          .offset(offset)
      ).map(({ id }) => id)
    return { total, page: shown, pages, people: await linesOf(db, master, actor, ids, dayOf(now)) }
  })
}
