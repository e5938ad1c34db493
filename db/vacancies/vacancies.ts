// Vacancies as the public and caseworkers read them. Each query has the condition of what the actor may see; the types hold nothing personal.
import { and, count, countDistinct, eq, exists, inArray, isNotNull, or, type SQL } from 'drizzle-orm'
import type { StanceRow } from '#app/domain/vacancies/acceptance.ts'
import { acceptanceStated } from '#app/domain/vacancies/acceptance.ts'
import { acceptanceSummary, type AcceptanceSummary } from '#app/domain/vacancies/acceptance-summary.ts'
import type { Actor } from '#app/domain/shared/actor.ts'
import type { Instant } from '#app/domain/shared/day.ts'
import type { Coordinates, VacancyFacts, Visibility } from '#app/domain/vacancies/vacancy.ts'
import { inOrderOf } from '#db/store/keyset.ts'
import { employer, vacancy, vacancyStance } from '#db/schema/index.ts'
import { unindexed } from '#db/store/unindexed.ts'
import { prepared, preparedList, type Slots } from '#db/store/prepared.ts'
import type { Store } from '#db/store/store.ts'
import { factsOf, stancesByVacancy } from '#db/matching/vacancy-facts.ts'
import { audienceOf, expiredVacancy, publicVacancy, statedStance, viewerValues, visibleVacancy, type Audience } from './visibility.ts'

/** The record of the national register that a vacancy came from. */
type VacancySource = { register: 'nva'; id: string }

/** What a list says of a vacancy. */
export type VacancyLine = {
  id: string
  title: string
  employer: string
  visibility: Visibility
  occupation: string | null
  municipality: string | null
  place: string
  coordinates: Coordinates | null
  payFromCents: number | null
  payToCents: number | null
  payPeriod: VacancyFacts['payPeriod']
  shifts: VacancyFacts['shifts']
  supportOffered: VacancyFacts['supportOffered']
  acceptance: AcceptanceSummary
  source: VacancySource | null
  publishedAt: Instant
}

/** What the page of a vacancy says. */
export type OpenVacancy = Omit<VacancyFacts, 'occupation'> &
  Omit<VacancyLine, 'acceptance'> & {
    aboutEmployer: string
    description: string
    address: string
    positions: number
    acceptanceStated: boolean
    expiresAt: Instant
  }

/** One prepared query for each audience. It finds rows by their ids, so no index is to serve the condition. */
function forAudiences<Query>(make: (visible: (slots: Slots<'now' | 'employerId'>) => SQL) => Query): Record<Audience, Query> {
  const of = (audience: Audience) => make(({ now, employerId }) => unindexed(visibleVacancy(audience, now, employerId)))
  return { everybody: of('everybody'), employer: of('employer'), staff: of('staff') }
}

const LINE = {
  id: vacancy.id,
  title: vacancy.title,
  employerName: employer.name,
  sourceEmployer: vacancy.sourceEmployer,
  visibility: vacancy.visibility,
  occupation: vacancy.occupation,
  municipality: vacancy.municipality,
  place: vacancy.place,
  lat: vacancy.lat,
  lon: vacancy.lon,
  payFromCents: vacancy.payFromCents,
  payToCents: vacancy.payToCents,
  payPeriod: vacancy.payPeriod,
  shifts: vacancy.shifts,
  supportOffered: vacancy.supportOffered,
  source: vacancy.source,
  sourceId: vacancy.sourceId,
  publishedAt: vacancy.publishedAt,
}
type LineRow = Pick<typeof vacancy.$inferSelect, Exclude<keyof typeof LINE, 'employerName'>> & { employerName: string | null }

function lineOf(row: LineRow, stances: readonly StanceRow[]): VacancyLine {
  return {
    id: row.id,
    title: row.title,
    employer: row.employerName ?? row.sourceEmployer ?? '',
    visibility: row.visibility,
    occupation: row.occupation,
    municipality: row.municipality,
    place: row.place,
    coordinates: row.lat === null || row.lon === null ? null : { lat: row.lat, lon: row.lon },
    payFromCents: row.payFromCents,
    payToCents: row.payToCents,
    payPeriod: row.payPeriod,
    shifts: row.shifts,
    supportOffered: row.supportOffered,
    acceptance: acceptanceSummary(stances),
    source: row.source !== null && row.sourceId !== null ? { register: row.source, id: row.sourceId } : null,
    publishedAt: row.publishedAt ?? 0,
  }
}

const pageOf = forAudiences((visible) =>
  prepared(['id', 'now', 'employerId'], (db, { id, ...viewer }) =>
    db
      .select({ row: vacancy, employerName: employer.name, about: employer.about })
      .from(vacancy)
      .leftJoin(employer, eq(employer.id, vacancy.employerId))
      .where(and(eq(vacancy.id, id), visible(viewer))),
  ),
)

/** Null when it is not open, or not for this person. */
export async function findOpenVacancy(store: Store, actor: Actor, id: string, now: Instant): Promise<OpenVacancy | null> {
  return store.read(async (db) => {
    const [found] = await pageOf[audienceOf(actor)](db, { id, ...viewerValues(actor, now) })
    if (!found) return null
    const { row, employerName, about } = found
    // Who asks for a clearance is between the employer and the coordinator.
    const stances = ((await stancesByVacancy(db, [id])).get(id) ?? []).map((stance) => ({ ...stance, client: null }))
    const { acceptance: _, ...line } = lineOf({ ...row, employerName }, stances)
    return {
      ...factsOf(row, stances),
      ...line,
      aboutEmployer: about ?? '',
      description: row.description,
      address: row.address,
      positions: row.positions,
      acceptanceStated: acceptanceStated(stances),
      expiresAt: row.expiresAt ?? 0,
    }
  })
}

export type GoneVacancy = { title: string; occupation: string | null; municipality: string | null }

/** A vacancy everybody could see once and that is over: expired, filled or closed. Null for any other. */
export async function findGoneVacancy(store: Store, id: string, now: Instant): Promise<GoneVacancy | null> {
  return store.read(async (db) => {
    const over = or(inArray(vacancy.state, ['filled', 'closed']), expiredVacancy(now))
    const [found] = await db
      .select({ title: vacancy.title, occupation: vacancy.occupation, municipality: vacancy.municipality })
      .from(vacancy)
      .leftJoin(employer, eq(employer.id, vacancy.employerId))
      .where(and(eq(vacancy.id, id), over, isNotNull(vacancy.publishedAt), publicVacancy))
    return found ?? null
  })
}

const linesOf = forAudiences((visible) =>
  preparedList(['now', 'employerId'], (db, ids, viewer) =>
    db
      .select(LINE)
      .from(vacancy)
      .leftJoin(employer, eq(employer.id, vacancy.employerId))
      .where(and(inArray(vacancy.id, ids), visible(viewer))),
  ),
)

/** One page of results, in the order of the ids: an id that this person may not see, or that has closed meanwhile, is left out. At most 500 ids. */
export async function listVacancyLines(store: Store, actor: Actor, ids: readonly string[], now: Instant): Promise<VacancyLine[]> {
  if (ids.length === 0) return []
  return store.read(async (db) => {
    const rows = await linesOf[audienceOf(actor)](db, ids, viewerValues(actor, now))
    const stances = await stancesByVacancy(db, ids)
    return inOrderOf(
      ids,
      rows.map((row) => lineOf(row, stances.get(row.id) ?? [])),
    )
  })
}

const textsOf = forAudiences((visible) =>
  preparedList(['now', 'employerId'], (db, ids, viewer) =>
    db
      .select({ id: vacancy.id, description: vacancy.description })
      .from(vacancy)
      .leftJoin(employer, eq(employer.id, vacancy.employerId))
      .where(and(inArray(vacancy.id, ids), visible(viewer))),
  ),
)

/** What is to be done there, in the employer's words, by id; of those this person may see now. At most 500 ids. */
export async function listVacancyTexts(store: Store, actor: Actor, ids: readonly string[], now: Instant): Promise<Map<string, string>> {
  if (ids.length === 0) return new Map()
  return store.read(async (db) => {
    const rows = await textsOf[audienceOf(actor)](db, ids, viewerValues(actor, now))
    return new Map(rows.map(({ id, description }) => [id, description]))
  })
}

export type OpenCounts = { vacancies: number; municipalities: number; employersStated: number }

/** The three numbers of the front page, of what everybody can see now. */
export async function countOpen(store: Store, now: Instant): Promise<OpenCounts> {
  return store.read(async (db) => {
    const visible = visibleVacancy('everybody', now)
    const [open] = await db
      .select({ vacancies: count(), municipalities: countDistinct(vacancy.municipality) })
      .from(vacancy)
      .leftJoin(employer, eq(employer.id, vacancy.employerId))
      .where(visible)
    const stated = db
      .select({ family: vacancyStance.family })
      .from(vacancyStance)
      .where(and(eq(vacancyStance.vacancyId, vacancy.id), statedStance))
    const [said] = await db
      .select({ employers: countDistinct(vacancy.employerId) })
      .from(vacancy)
      .leftJoin(employer, eq(employer.id, vacancy.employerId))
      .where(and(visible, exists(stated)))
    return { vacancies: open?.vacancies ?? 0, municipalities: open?.municipalities ?? 0, employersStated: said?.employers ?? 0 }
  })
}
