// Which vacancies may be shown, and to whom: every query that shows vacancies takes its condition from here; the search index filters what it holds by
// `visibilities` (search/index/port.ts), and its answers are read again through here.
// Those that ask for the employer's state need a query that left-joins `employer` (an imported vacancy has none).
import { and, eq, gt, isNull, lte, notInArray, or, type Placeholder, type SQL } from 'drizzle-orm'
import type { Actor } from '#app/domain/shared/actor.ts'
import type { Instant } from '#app/domain/shared/day.ts'
import { UNSTATED_STANCES } from '#app/domain/vacancies/acceptance.ts'
import { employer, vacancy, vacancyStance } from '#db/schema/index.ts'

/** Expired ones too, whoever may see them. */
export const publishedState = eq(vacancy.state, 'published')

export const employerVerified = eq(employer.state, 'verified')

/** Its employer is verified, or it was imported and belongs to no employer yet. */
const employerMayBeShown = or(isNull(vacancy.employerId), employerVerified)

/** Published and not expired, whoever may see it: the condition that `isOpen` of the domain states for one row. */
export function openVacancy(now: Instant | Placeholder): SQL | undefined {
  return and(publishedState, gt(vacancy.expiresAt, now))
}

/** Published, and expired by then. */
export function expiredVacancy(by: Instant): SQL | undefined {
  return and(publishedState, lte(vacancy.expiresAt, by))
}

/** For copies of vacancies that outlive the moment (search index, match columns): expired ones too, since their readers compare with their own clock. */
export const publishedVacancy = and(publishedState, employerMayBeShown)

/** Not closed to visitors, in whatever state. */
export const publicVacancy = and(eq(vacancy.visibility, 'public'), employerMayBeShown)

/** A stance that the employer chose. */
export const statedStance = notInArray(vacancyStance.stance, [...UNSTATED_STANCES])

/** Staff are caseworkers and coordinators. */
export type Audience = 'everybody' | 'employer' | 'staff'

export function audienceOf(actor: Actor): Audience {
  if (actor.kind === 'caseworker' || actor.kind === 'coordinator') return 'staff'
  return actor.kind === 'employer' ? 'employer' : 'everybody'
}

/** What the values of `visibleVacancy` are for this actor, by the names of a prepared query. */
export function viewerValues(actor: Actor, now: Instant): { now: Instant; employerId: string } {
  return { now, employerId: actor.kind === 'employer' ? actor.employerId : '' }
}

/** Open, and: everybody sees what is public, an employer all of its own as well, staff also what is closed to visitors. @param employerId of an employer */
export function visibleVacancy(audience: Audience, now: Instant | Placeholder, employerId: string | Placeholder = ''): SQL | undefined {
  const allowed = {
    everybody: publicVacancy,
    employer: or(eq(vacancy.employerId, employerId), publicVacancy),
    staff: employerMayBeShown,
  }
  return and(openVacancy(now), allowed[audience])
}
