// Vacancies as the public and caseworkers read them. What a person may see stands in the query; nothing personal fits in the types.
import { and, countDistinct, count, eq, gt, inArray, isNotNull, isNull, lte, ne, or, exists, type SQL } from 'drizzle-orm'
import type { StanceRow } from '#app/domain/acceptance.ts'
import { acceptanceStated } from '#app/domain/acceptance.ts'
import { acceptanceSummary, type AcceptanceSummary } from '#app/domain/acceptance-summary.ts'
import type { Actor } from '#app/domain/actor.ts'
import type { Instant } from '#app/domain/day.ts'
import type { Spot, VacancyFacts, Visibility } from '#app/domain/vacancy.ts'
import { employer, vacancy, vacancyStance } from './schema/index.ts'
import type { Store } from './store/store.ts'
import { factsOf, stancesByVacancy } from './vacancy-facts.ts'

/** The record of the national register that a vacancy came from. */
export type VacancySource = { register: 'nva'; id: string }

/** What a list says of a vacancy. */
export type VacancyLine = {
  id: string
  title: string
  employer: string
  visibility: Visibility
  occupation: string | null
  municipality: string | null
  place: string
  spot: Spot | null
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

const shownEmployer = or(isNull(vacancy.employerId), eq(employer.state, 'verified'))

function openAt(now: Instant): SQL | undefined {
  return and(eq(vacancy.state, 'published'), gt(vacancy.expiresAt, now))
}

/** Open vacancies this person may see: everybody the public ones of verified employers and imported ones, caseworkers and coordinators closed ones too, an employer its own. */
function visibleTo(actor: Actor, now: Instant): SQL | undefined {
  switch (actor.kind) {
    case 'caseworker':
    case 'coordinator':
      return and(openAt(now), shownEmployer)
    case 'employer':
      return and(openAt(now), or(eq(vacancy.employerId, actor.employerId), and(eq(vacancy.visibility, 'public'), shownEmployer)))
    case 'candidate':
    case 'visitor':
      return and(openAt(now), eq(vacancy.visibility, 'public'), shownEmployer)
  }
}

const WITH_EMPLOYER = { row: vacancy, employerName: employer.name, about: employer.about }
type WithEmployer = { row: typeof vacancy.$inferSelect; employerName: string | null; about: string | null }

function lineOf({ row, employerName }: WithEmployer, stances: readonly StanceRow[]): VacancyLine {
  return {
    id: row.id,
    title: row.title,
    employer: employerName ?? row.sourceEmployer ?? '',
    visibility: row.visibility,
    occupation: row.occupation,
    municipality: row.municipality,
    place: row.place,
    spot: row.lat === null || row.lon === null ? null : { lat: row.lat, lon: row.lon },
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

/** Null when it is not open, or not for this person. */
export async function findOpenVacancy(store: Store, actor: Actor, id: string, now: Instant): Promise<OpenVacancy | null> {
  return store.read(async (db) => {
    const [found] = await db
      .select(WITH_EMPLOYER)
      .from(vacancy)
      .leftJoin(employer, eq(employer.id, vacancy.employerId))
      .where(and(eq(vacancy.id, id), visibleTo(actor, now)))
    if (!found) return null
    const stances = (await stancesByVacancy(db, [id])).get(id) ?? []
    const { acceptance: _, ...line } = lineOf(found, stances)
    return {
      ...factsOf(found.row, stances),
      ...line,
      aboutEmployer: found.about ?? '',
      description: found.row.description,
      address: found.row.address,
      positions: found.row.positions,
      acceptanceStated: acceptanceStated(stances),
      expiresAt: found.row.expiresAt ?? 0,
    }
  })
}

export type GoneVacancy = { title: string; occupation: string | null; municipality: string | null }

/** A vacancy everybody could see once and that is over: expired, filled or closed. Null for any other. */
export async function findGoneVacancy(store: Store, id: string, now: Instant): Promise<GoneVacancy | null> {
  return store.read(async (db) => {
    const over = or(inArray(vacancy.state, ['filled', 'closed']), and(eq(vacancy.state, 'published'), lte(vacancy.expiresAt, now)))
    const [found] = await db
      .select({ title: vacancy.title, occupation: vacancy.occupation, municipality: vacancy.municipality })
      .from(vacancy)
      .leftJoin(employer, eq(employer.id, vacancy.employerId))
      .where(and(eq(vacancy.id, id), over, isNotNull(vacancy.publishedAt), eq(vacancy.visibility, 'public'), shownEmployer))
    return found ?? null
  })
}

/** One page of results, in the order of the ids: an id that this person may not see, or that has closed meanwhile, is left out. At most 500 ids. */
export async function listVacancyLines(store: Store, actor: Actor, ids: readonly string[], now: Instant): Promise<VacancyLine[]> {
  if (ids.length === 0) return []
  return store.read(async (db) => {
    const rows = await db
      .select(WITH_EMPLOYER)
      .from(vacancy)
      .leftJoin(employer, eq(employer.id, vacancy.employerId))
      .where(and(inArray(vacancy.id, [...ids]), visibleTo(actor, now)))
    const stances = await stancesByVacancy(db, ids)
    const lines = new Map(rows.map((found) => [found.row.id, lineOf(found, stances.get(found.row.id) ?? [])]))
    return ids.flatMap((id) => lines.get(id) ?? [])
  })
}

export type OpenCounts = { vacancies: number; municipalities: number; employersStated: number }

/** The three numbers of the front page, of what everybody can see now. */
export async function countOpen(store: Store, now: Instant): Promise<OpenCounts> {
  return store.read(async (db) => {
    const everybody = visibleTo({ kind: 'visitor' }, now)
    const [open] = await db
      .select({ vacancies: count(), municipalities: countDistinct(vacancy.municipality) })
      .from(vacancy)
      .leftJoin(employer, eq(employer.id, vacancy.employerId))
      .where(everybody)
    const stated = db
      .select({ family: vacancyStance.family })
      .from(vacancyStance)
      .where(and(eq(vacancyStance.vacancyId, vacancy.id), ne(vacancyStance.stance, 'not_asked')))
    const [said] = await db
      .select({ employers: countDistinct(vacancy.employerId) })
      .from(vacancy)
      .leftJoin(employer, eq(employer.id, vacancy.employerId))
      .where(and(everybody, exists(stated)))
    return { vacancies: open?.vacancies ?? 0, municipalities: open?.municipalities ?? 0, employersStated: said?.employers ?? 0 }
  })
}
