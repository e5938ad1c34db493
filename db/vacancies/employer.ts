// An employer's own vacancies: finding and listing them.
import { and, eq, inArray, isNull, sql, type SQL } from 'drizzle-orm'
import { inFamilyOrder, type OffenceFamily, type StanceRow } from '#app/domain/vacancies/acceptance.ts'
import type { EmployerActor } from '#app/domain/shared/actor.ts'
import type { Instant } from '#app/domain/shared/day.ts'
import { ROWS_A_PAGE } from '#app/domain/shared/lists.ts'
import type { ShownVacancyState, VacancyState, Visibility } from '#app/domain/vacancies/vacancy.ts'
import type { VacancyContent } from '#app/domain/vacancies/content.ts'
import type { Approval } from '#app/domain/vacancies/refusal-limit.ts'
import { inOrderOf, pageOfIds, totalWith, type Keyset, type PageOf } from '#db/store/keyset.ts'
import { refusalTakenBack, vacancy } from '#db/schema/index.ts'
import { unindexed } from '#db/store/unindexed.ts'
import type { Db, Store } from '#db/store/store.ts'
import { stancesByVacancy } from '#db/matching/vacancy-facts.ts'
import { approvalOf } from './approval.ts'
import { expiredVacancy, publishedState } from './visibility.ts'

type VacancyRow = typeof vacancy.$inferSelect

export type OwnVacancy = {
  id: string
  state: VacancyState
  expiresAt: Instant | null
  publishedAt: Instant | null
  updatedAt: Instant
  version: number
  /** From the national register, taken over. */
  imported: boolean
  content: VacancyContent
  /** Of what is refused, where a coordinator must approve it. */
  approval: Approval
}

function contentOf(row: VacancyRow, stances: StanceRow[]): VacancyContent {
  return {
    title: row.title,
    occupation: row.occupation,
    description: row.description,
    positions: row.positions,
    contract: row.contract,
    municipality: row.municipality,
    place: row.place,
    address: row.address,
    coordinates: row.lat === null || row.lon === null ? null : { lat: row.lat, lon: row.lon },
    remote: row.remote,
    shifts: row.shifts,
    hoursPerWeek: row.hoursPerWeek,
    startOn: row.startOn,
    payFromCents: row.payFromCents,
    payToCents: row.payToCents,
    payPeriod: row.payPeriod,
    requirements: row.requirements,
    contexts: row.contexts,
    stances,
    terms: row.terms,
    refusalExplanation: row.refusalExplanation,
    supportOffered: row.supportOffered,
    supportWanted: row.supportWanted,
    contactReplyDays: row.contactReplyDays,
    visibility: row.visibility,
  }
}

/** Rows of the actor's employer and no other. */
export function own(actor: EmployerActor, id: string): SQL | undefined {
  return and(eq(vacancy.id, id), eq(vacancy.employerId, actor.employerId))
}

/** Inside a question or a change; null when it is not theirs. */
export async function readOwn(db: Db, actor: EmployerActor, id: string): Promise<OwnVacancy | null> {
  const [row] = await db.select().from(vacancy).where(own(actor, id))
  if (!row) return null
  const stances = await stancesByVacancy(db, [id])
  const content = contentOf(row, stances.get(id) ?? [])
  const { state, expiresAt, publishedAt, updatedAt, version } = row
  const approval = await approvalOf(db, id, content)
  return { id, state, expiresAt, publishedAt, updatedAt, version, imported: row.source !== null, content, approval }
}

/** Null when there is none, or it is somebody else's. */
export async function findOwnVacancy(store: Store, actor: EmployerActor, id: string): Promise<OwnVacancy | null> {
  return store.read((db) => readOwn(db, actor, id))
}

export type TakenBack = { vacancyId: string; title: string; families: OffenceFamily[] }

/** Refusals that a new rule made "case by case", until the employer has saved its answers. */
export async function listTakenBack(store: Store, actor: EmployerActor): Promise<TakenBack[]> {
  const rows = await store.read((db) =>
    db
      .select({ vacancyId: vacancy.id, title: vacancy.title, family: refusalTakenBack.family })
      .from(refusalTakenBack)
      .innerJoin(vacancy, eq(vacancy.id, refusalTakenBack.vacancyId))
      .where(and(eq(vacancy.employerId, actor.employerId), isNull(refusalTakenBack.seenAt)))
      .orderBy(vacancy.title, vacancy.id),
  )
  const ids = [...new Set(rows.map(({ vacancyId }) => vacancyId))]
  return ids.map((vacancyId) => {
    const own = rows.filter((row) => row.vacancyId === vacancyId)
    const families = inFamilyOrder(own).map(({ family }) => family)
    return { vacancyId, title: own[0]?.title ?? '', families }
  })
}

export type OwnVacancyLine = {
  id: string
  title: string
  state: VacancyState
  expiresAt: Instant | null
  updatedAt: Instant
  place: string
  municipality: string | null
  visibility: Visibility
}

const line = {
  id: vacancy.id,
  title: vacancy.title,
  state: vacancy.state,
  expiresAt: vacancy.expiresAt,
  updatedAt: vacancy.updatedAt,
  place: vacancy.place,
  municipality: vacancy.municipality,
  visibility: vacancy.visibility,
}

/** As people see states: what is published and past its day is expired. */
function shownAs(state: ShownVacancyState | 'all', now: Instant): SQL | undefined {
  if (state === 'all') return undefined
  // Not the bare column: SQLite would read the rows from the index of expiry, and sort all of them by when they were changed.
  const lastDay = sql`coalesce(${vacancy.expiresAt}, 0)`
  if (state === 'expired') return and(publishedState, sql`${lastDay} <= ${now}`)
  return and(eq(vacancy.state, state), state === 'published' ? sql`${lastDay} > ${now}` : undefined)
}

/** Last changed first. @param at from the address. */
export async function listOwnVacancies(
  store: Store,
  actor: EmployerActor,
  { state, at = '' }: { state: ShownVacancyState | 'all'; at?: string },
  now: Instant,
): Promise<PageOf<OwnVacancyLine> & { total: number }> {
  const mine = and(eq(vacancy.employerId, actor.employerId), shownAs(state, now))
  const list: Keyset = { table: vacancy, by: vacancy.updatedAt, id: vacancy.id, newestFirst: true, parts: [[mine]] }
  return store.read(async (db) => {
    const page = await pageOfIds(db, list, at)
    const rows = await db
      .select(line)
      .from(vacancy)
      .where(and(unindexed(eq(vacancy.employerId, actor.employerId)), inArray(vacancy.id, page.rows)))
    return { ...page, rows: inOrderOf(page.rows, rows), total: await totalWith(db, list, page) }
  })
}

/** Published vacancies that have expired or expire before `until`: the employer should say whether they are still open. */
export async function listToRefresh(store: Store, actor: EmployerActor, until: Instant): Promise<OwnVacancyLine[]> {
  return store.read((db) =>
    db
      .select(line)
      .from(vacancy)
      .where(and(eq(vacancy.employerId, actor.employerId), expiredVacancy(until)))
      .orderBy(vacancy.expiresAt, vacancy.id)
      .limit(ROWS_A_PAGE),
  )
}
