// How far a job is from where the person would travel from.
import { distanceKm } from '#app/domain/places/coordinates.ts'
import type { Spot } from '#app/domain/vacancies/vacancy.ts'

/** Straight line, in whole kilometres; null when one end is not known. */
export function kmFrom(from: Spot | null, { lat, lon }: { lat: number | null; lon: number | null }): number | null {
  return from === null || lat === null || lon === null ? null : distanceKm(from, { lat, lon })
}
