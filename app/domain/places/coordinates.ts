// Distances on the globe.
import type { Coordinates } from '#app/domain/vacancies/vacancy.ts'

const EARTH_RADIUS_M = 6_371_000

/** Straight line (haversine). */
export function metresBetween(a: Coordinates, b: Coordinates): number {
  const rad = Math.PI / 180
  const dLat = (b.lat - a.lat) * rad
  const dLon = (b.lon - a.lon) * rad
  const h = Math.sin(dLat / 2) ** 2 + Math.cos(a.lat * rad) * Math.cos(b.lat * rad) * Math.sin(dLon / 2) ** 2
  return 2 * EARTH_RADIUS_M * Math.asin(Math.sqrt(Math.min(1, h)))
}

/** Straight line, in whole kilometres. Buses in the countryside take longer than this says. */
export function distanceKm(a: Coordinates, b: Coordinates): number {
  return Math.round(metresBetween(a, b) / 1000)
}

/** How far a job is from where the person would travel from; null when one end is not known. */
export function kmFrom(from: Coordinates | null, { lat, lon }: { lat: number | null; lon: number | null }): number | null {
  return from === null || lat === null || lon === null ? null : distanceKm(from, { lat, lon })
}
