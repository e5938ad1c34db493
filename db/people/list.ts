// The list of people: own organisation's, longest waiting first, with what each waits for and what comes next.
import { and, asc, eq, exists, inArray, isNull, notExists, notInArray, sql, type SQL } from 'drizzle-orm'
import type { CaseworkerActor } from '#app/domain/shared/actor.ts'
import { ACTIVITIES, activityOf, type Activity, type ReadinessItem } from '#app/domain/people/candidate.ts'
import { isActivity, stageAskedBy, type ShownStage } from '#app/domain/people/shown-stage.ts'
import { dayOf, type Day, type Instant } from '#app/domain/shared/day.ts'
import { fold } from '#app/domain/shared/fold.ts'
import {
  nextDate,
  waitingOf,
  WAITING_PARTIES,
  type LiveProposal,
  type NextDate,
  type WaitingParty,
} from '#app/domain/people/person-line.ts'
import { FINAL_STATES, statesWaitingOn } from '#app/domain/proposals/proposal.ts'
import { inOrderOf, pageOfIds, pageOfRows, totalWith, type Keyset, type PageOf } from '#db/store/keyset.ts'
import { actsFor, ownProposals } from '#db/proposals/scope.ts'
import { account, candidate, followUp, involvement, membership, proposal, readiness, vaultKey } from '#db/schema/index.ts'
import { preparedList } from '#db/store/prepared.ts'
import type { Db, Store } from '#db/store/store.ts'
import { mayRead } from '#app/domain/people/permissions.ts'
import type { MasterKey } from './vault.ts'
import { openLabel } from './label.ts'
import { involvedNow } from './own.ts'
import { openSituation } from './situation.ts'

export type PeopleFilters = {
  whose: 'mine' | 'all'
  stage: ShownStage | null
  waitingOn: WaitingParty | 'nobody' | null
  /** People who do not have this in place yet. */
  missing: ReadinessItem | null
  /** Part of a person's code or of the own label, or the whole code of a proposal, which is what an employer calls about. */
  q: string
}

type PersonLine = {
  id: string
  code: string
  label: string
  stage: ShownStage
  occupationsWanted: readonly string[]
  readinessInPlace: number
  waiting: { on: WaitingParty; since: Instant } | null
  next: NextDate | null
  waitingSince: Instant
  caseworker: string
}

/** `total` as far as `countUpTo` goes. */
export type PeoplePage = PageOf<PersonLine> & { total: number }

function waits(db: Db, actor: CaseworkerActor, on: WaitingParty | 'nobody'): SQL {
  const states = on === 'nobody' ? WAITING_PARTIES.flatMap(statesWaitingOn) : statesWaitingOn(on)
  const waiting = db
    .select({ one: sql`1` })
    .from(proposal)
    .where(and(eq(proposal.candidateId, involvement.candidateId), inArray(proposal.state, states), ownProposals(actor)))
  return on === 'nobody' ? notExists(waiting) : exists(waiting)
}

function lacks(db: Db, item: ReadinessItem): SQL {
  return notExists(
    db
      .select({ one: sql`1` })
      .from(readiness)
      .where(and(eq(readiness.candidateId, involvement.candidateId), eq(readiness.item, item), eq(readiness.state, 'in_place'))),
  )
}

/** Of the organisation's relations: all of them may see the open part, in whichever role. */
function asked(db: Db, actor: CaseworkerActor, { whose, waitingOn, missing }: PeopleFilters): SQL | undefined {
  return and(
    eq(involvement.organisationId, actor.organisationId),
    isNull(involvement.until),
    whose === 'mine' ? eq(involvement.caseworkerId, actor.membershipId) : undefined,
    waitingOn === null ? undefined : waits(db, actor, waitingOn),
    missing === null ? undefined : lacks(db, missing),
  )
}

/** Those who seek work, then those who work, the longest waiting first; finished ones are not in the way until they are searched for. */
function listOf(db: Db, actor: CaseworkerActor, filters: PeopleFilters): Keyset {
  const where = asked(db, actor, filters)
  const parts = (['seeking', 'working'] as const).map((activity) => [and(where, eq(involvement.activity, activity))])
  return { table: involvement, by: involvement.waitingSince, id: involvement.candidateId, parts }
}

const searchedColumns = {
  id: candidate.id,
  at: candidate.waitingSince,
  activity: candidate.activity,
  situation: candidate.situation,
  code: candidate.code,
  label: involvement.label,
  role: involvement.role,
  shares: involvement.shares,
  wrapped: vaultKey.wrapped,
}

type Found = { id: string; at: Instant; part: number }

/** Labels and stages are encrypted: searching them decrypts each of the organisation's own. */
async function findAll(db: Db, master: MasterKey, actor: CaseworkerActor, filters: PeopleFilters): Promise<Found[]> {
  const { q, stage } = filters
  const activities: readonly Activity[] = stage === null ? ACTIVITIES : [isActivity(stage) ? stage : activityOf(stage)]
  const rows = await db
    .select(searchedColumns)
    .from(candidate)
    .innerJoin(involvement, eq(involvement.candidateId, candidate.id))
    .leftJoin(vaultKey, eq(vaultKey.candidateId, candidate.id))
    .where(and(asked(db, actor, filters), inArray(involvement.activity, activities)))
    .orderBy(asc(candidate.waitingSince), asc(candidate.id))
  const words = fold(q)
  const letters = words.replace(/[^0-9a-z]/g, '')
  const proposed = await candidateOf(db, actor, letters)
  const meant = (row: (typeof rows)[number]) =>
    row.id === proposed ||
    fold(openLabel(master, row.id, row.label, row.wrapped)).includes(words) ||
    (letters !== '' && fold(row.code).replaceAll('-', '').includes(letters))
  const inStage = (row: (typeof rows)[number]) =>
    stage === null ||
    isActivity(stage) ||
    (mayRead('situation', actor.publicAuthority, row) && openSituation(master, row.id, row.situation, row.wrapped).stage === stage)
  const found = rows
    .filter((row) => inStage(row) && (q === '' || meant(row)))
    .map(({ id, at, activity }) => ({ id, at, part: activity === 'seeking' ? 0 : 1 }))
  return [...found.filter(({ part }) => part === 0), ...found.filter(({ part }) => part === 1)]
}

/** Whom the proposal of this code is about; null when there is none of the actor's organisation. @param letters of the code, folded, with or without its P */
async function candidateOf(db: Db, actor: CaseworkerActor, letters: string): Promise<string | null> {
  const [, first, last] = /^p?([0-9a-z]{4})([0-9a-z]{2})$/.exec(letters) ?? []
  if (first === undefined || last === undefined) return null
  const code = `P-${first}-${last}`.toUpperCase()
  const [row] = await db
    .select({ candidateId: proposal.candidateId })
    .from(proposal)
    .where(and(eq(proposal.code, code), ownProposals(actor)))
  return row?.candidateId ?? null
}

const liveOf = (publicAuthority: boolean) =>
  preparedList(['organisationId'], (db, ids, own) =>
    db
      .select({
        id: proposal.id,
        candidateId: proposal.candidateId,
        state: proposal.state,
        stateSince: proposal.stateSince,
        deadlineAt: proposal.deadlineAt,
        interviewAt: proposal.interviewAt,
        startOn: proposal.startOn,
      })
      .from(proposal)
      .where(and(inArray(proposal.candidateId, ids), notInArray(proposal.state, [...FINAL_STATES]), actsFor({ ...own, publicAuthority }))),
  )
/** Prepared once for each kind of organisation. */
const LIVE_OF = { authority: liveOf(true), other: liveOf(false) }

const followedOf = preparedList([], (db, ids) =>
  db
    .select({ proposalId: followUp.proposalId, week: followUp.week })
    .from(followUp)
    .innerJoin(proposal, eq(proposal.id, followUp.proposalId))
    .where(inArray(proposal.candidateId, ids)),
)

async function liveProposals(
  db: Db,
  { organisationId, publicAuthority }: CaseworkerActor,
  ids: string[],
): Promise<Map<string, LiveProposal[]>> {
  const live = await LIVE_OF[publicAuthority ? 'authority' : 'other'](db, ids, { organisationId })
  const done = await followedOf(db, ids, {})
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

const peopleOf = preparedList(['organisationId'], (db, ids, own) =>
  db
    .select({
      id: candidate.id,
      code: candidate.code,
      label: involvement.label,
      role: involvement.role,
      shares: involvement.shares,
      activity: candidate.activity,
      situation: candidate.situation,
      profile: candidate.profile,
      waitingSince: candidate.waitingSince,
      wrapped: vaultKey.wrapped,
      caseworker: account.name,
    })
    .from(candidate)
    .leftJoin(vaultKey, eq(vaultKey.candidateId, candidate.id))
    .innerJoin(involvement, involvedNow(own.organisationId))
    .innerJoin(membership, eq(membership.id, involvement.caseworkerId))
    .innerJoin(account, eq(account.id, membership.accountId))
    .where(inArray(candidate.id, ids)),
)
const readinessOf = preparedList([], (db, ids) =>
  db
    .select({ candidateId: readiness.candidateId, state: readiness.state, dueOn: readiness.dueOn })
    .from(readiness)
    .where(inArray(readiness.candidateId, ids)),
)

async function linesOf(db: Db, master: MasterKey, actor: CaseworkerActor, ids: string[], today: Day): Promise<PersonLine[]> {
  if (ids.length === 0) return []
  const rows = await peopleOf(db, ids, { organisationId: actor.organisationId })
  const ready = await readinessOf(db, ids, {})
  const proposals = await liveProposals(db, actor, ids)
  const lines = rows.map((row): PersonLine => {
    const own = proposals.get(row.id) ?? []
    const { stage, plannedReleaseOn } = mayRead('situation', actor.publicAuthority, row)
      ? openSituation(master, row.id, row.situation, row.wrapped)
      : { stage: row.activity, plannedReleaseOn: null }
    const items = ready.filter(({ candidateId }) => candidateId === row.id)
    const readinessDueOn = items.flatMap(({ state, dueOn }) => (state === 'in_place' || dueOn === null ? [] : [dueOn]))
    return {
      id: row.id,
      code: row.code,
      label: openLabel(master, row.id, row.label, row.wrapped),
      stage,
      occupationsWanted: row.profile.occupationsWanted,
      readinessInPlace: items.filter(({ state }) => state === 'in_place').length,
      waiting: waitingOf(own),
      next: nextDate({ proposals: own, readinessDueOn, plannedReleaseOn }, today),
      waitingSince: row.waitingSince,
      caseworker: row.caseworker,
    }
  })
  return inOrderOf(ids, lines)
}

/** @param at from the address. */
export async function listPeople(
  store: Store,
  master: MasterKey,
  actor: CaseworkerActor,
  wanted: PeopleFilters,
  at: string,
  now: Instant,
): Promise<PeoplePage> {
  const filters = { ...wanted, stage: stageAskedBy(actor, wanted.stage) }
  return store.read(async (db) => {
    const list = listOf(db, actor, filters)
    const found = filters.q === '' && filters.stage === null ? null : await findAll(db, master, actor, filters)
    const page = found === null ? await pageOfIds(db, list, at) : idsOf(await pageOfRows(found, at))
    const rows = await linesOf(db, master, actor, page.rows, dayOf(now))
    return { ...page, rows, total: found?.length ?? (await totalWith(db, list, page)) }
  })
}

function idsOf({ rows, ...links }: PageOf<Found>): PageOf<string> {
  return { ...links, rows: rows.map(({ id }) => id) }
}
