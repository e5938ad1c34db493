// An employer's own vacancies: finding and listing them.
import { and, count, desc, eq, gt, lte, type SQL } from 'drizzle-orm'
import { OFFENCE_FAMILIES, type StanceRow } from '#app/domain/acceptance.ts'
import type { EmployerActor } from '#app/domain/actor.ts'
import type { Instant } from '#app/domain/day.ts'
import type { ShownVacancyState, VacancyState, Visibility } from '#app/domain/vacancy.ts'
import type { VacancyContent } from '#app/domain/vacancy-content.ts'
import { vacancy } from './schema/index.ts'
import type { Db, Store } from './store/store.ts'
import { stancesByVacancy } from './vacancy-facts.ts'
import { ROWS_A_PAGE } from '#app/domain/lists.ts'

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
    spot: row.lat === null || row.lon === null ? null : { lat: row.lat, lon: row.lon },
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
    supportOffered: row.supportOffered,
    supportWanted: row.supportWanted,
    contactReplyDays: row.contactReplyDays,
    visibility: row.visibility,
  }
}

function ownVacancyOf(row: VacancyRow, stances: StanceRow[]): OwnVacancy {
  const { id, state, expiresAt, publishedAt, updatedAt, version } = row
  const ordered = [...stances].sort((a, b) => OFFENCE_FAMILIES.indexOf(a.family) - OFFENCE_FAMILIES.indexOf(b.family))
  return { id, state, expiresAt, publishedAt, updatedAt, version, imported: row.source !== null, content: contentOf(row, ordered) }
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
  return ownVacancyOf(row, stances.get(id) ?? [])
}

/** Null when there is none, or it is somebody else's. */
export async function findOwnVacancy(store: Store, actor: EmployerActor, id: string): Promise<OwnVacancy | null> {
  return store.read((db) => readOwn(db, actor, id))
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
  if (state === 'expired') return and(eq(vacancy.state, 'published'), lte(vacancy.expiresAt, now))
  return and(eq(vacancy.state, state), state === 'published' ? gt(vacancy.expiresAt, now) : undefined)
}

/** Last changed first. @param page from 1. */
export async function listOwnVacancies(
  store: Store,
  actor: EmployerActor,
  { state, page }: { state: ShownVacancyState | 'all'; page: number },
  now: Instant,
): Promise<{ total: number; lines: OwnVacancyLine[] }> {
  const mine = and(eq(vacancy.employerId, actor.employerId), shownAs(state, now))
  return store.read(async (db) => {
    const [counted] = await db.select({ total: count() }).from(vacancy).where(mine)
    const lines = await db
      .select(line)
      .from(vacancy)
      .where(mine)
      .orderBy(desc(vacancy.updatedAt), desc(vacancy.id))
      .limit(ROWS_A_PAGE)
      .offset((page - 1) * ROWS_A_PAGE)
    return { total: counted?.total ?? 0, lines }
  })
}

/** Published vacancies that ended or end before `until`: somebody should say whether they still hold. */
export async function listToRefresh(store: Store, actor: EmployerActor, until: Instant): Promise<OwnVacancyLine[]> {
  return store.read((db) =>
    db
      .select(line)
      .from(vacancy)
      .where(and(eq(vacancy.employerId, actor.employerId), eq(vacancy.state, 'published'), lte(vacancy.expiresAt, until)))
      .orderBy(vacancy.expiresAt)
      .limit(ROWS_A_PAGE),
  )
}
