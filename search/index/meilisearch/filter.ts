// What a query asks of a vacancy besides its words, in Meilisearch's filter language: one expression for each dimension, so that each can be left out.
import type { Instant } from '#app/domain/shared/day.ts'
import type { Coordinates } from '#app/domain/vacancies/vacancy.ts'
import type { VacancyQuery } from '../port.ts'
import { levelOf } from '../document.ts'

/** Dimensions with counts of their own, which leave their own choice out of account. */
const COUNTED = ['kind', 'municipality', 'shift', 'contract', 'latvian', 'stated'] as const
export type Counted = (typeof COUNTED)[number]

/** `seen`: what this audience may find now. All expressions of all dimensions must match. */
export type Filters = Record<Counted | 'seen' | 'others', readonly string[]>

/** Inside quotes only the quote and the backslash mean anything: no value can end them. */
export function quoted(value: string): string {
  return `"${value.replace(/[\\"]/g, (one) => `\\${one}`)}"`
}

function oneOf(attribute: string, values: readonly string[]): string {
  return `${attribute} IN [${values.map(quoted).join(', ')}]`
}

/** Never true of any vacancy. */
const NOTHING = 'expiresAt < 0'

function atLeast(attribute: string, value: number): string {
  return Number.isFinite(value) ? `${attribute} >= ${String(Math.ceil(value))}` : NOTHING
}

/** A place that does not exist is near nothing, as in the embedded engine; Meilisearch would refuse the whole search. */
export function isOnGlobe({ coordinates: { lat, lon }, radiusKm }: { coordinates: Coordinates; radiusKm: number }): boolean {
  return Math.abs(lat) <= 90 && Math.abs(lon) <= 180 && radiusKm >= 0 && radiusKm < Infinity
}

function nearOf({ near }: VacancyQuery): string[] {
  if (!near) return []
  if (!isOnGlobe(near)) return [NOTHING]
  const { lat, lon } = near.coordinates
  return [`_geoRadius(${lat.toFixed(7)}, ${lon.toFixed(7)}, ${(near.radiusKm * 1000).toFixed(3)})`]
}

function kindOf({ occupations, groups }: VacancyQuery): string[] {
  const either = [
    ...(occupations.length > 0 ? [oneOf('occupation', occupations)] : []),
    ...(groups.length > 0 ? [oneOf('group', groups)] : []),
  ]
  return either.length === 0 ? [] : [`(${either.join(' OR ')})`]
}

export function filtersOf(query: VacancyQuery, now: Instant): Filters {
  const { municipality, shifts, contracts, support, payFromCents, latvianUpTo, acceptanceStated, accepts, publishedSince } = query
  return {
    seen: [query.visibilities.length > 0 ? oneOf('visibility', query.visibilities) : NOTHING, `expiresAt > ${String(now)}`],
    kind: kindOf(query),
    municipality: municipality === null ? [] : [`municipality = ${quoted(municipality)}`],
    shift: shifts.length > 0 ? [oneOf('shifts', shifts)] : [],
    contract: contracts.length > 0 ? [oneOf('contract', contracts)] : [],
    latvian: latvianUpTo === null ? [] : [`latvian <= ${String(levelOf(latvianUpTo))}`],
    stated: acceptanceStated ? ['stated = true'] : [],
    others: [
      ...support.map((one) => `support = ${quoted(one)}`),
      ...accepts.map((one) => `accepts = ${quoted(one)}`),
      ...(payFromCents === null ? [] : [atLeast('monthlyCents', payFromCents)]),
      ...(publishedSince === null ? [] : [atLeast('publishedAt', publishedSince)]),
      ...nearOf(query),
    ],
  }
}

/** All of them, or all but one dimension; Meilisearch joins the parts of a list by AND. */
export function allOf(filters: Filters, without: Counted | null = null): string[] {
  return Object.entries(filters).flatMap(([dimension, expressions]) => (dimension === without ? [] : expressions))
}

/** The dimensions in which something is chosen. */
export function chosen(filters: Filters): Counted[] {
  return COUNTED.filter((dimension) => filters[dimension].length > 0)
}
