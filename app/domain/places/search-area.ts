// Where a search looks: what was typed as a place, and how far around it.
import type { Coordinates } from '#app/domain/vacancies/vacancy.ts'
import { centreOf, findMunicipality, findPlace } from './places.ts'

/** The area that the place means: around coordinates, a whole municipality, or none that is known. */
export type SearchArea =
  | { kind: 'anywhere' }
  /** Without a name it is around whoever asks. */
  | { kind: 'around'; name: string | null; coordinates: Coordinates; radiusKm: number }
  | { kind: 'within'; name: string; municipality: string }
  | { kind: 'unknown' }

/** `near`: a name as typed, or empty. `here`: where whoever asks is. */
type Asked = { near: string; here: Coordinates | null; radiusKm: number | null }

const USUAL_RADIUS_KM = 25

/** A town is its surroundings; a novads is all of it, unless a distance is asked for. */
export function searchAreaOf({ near, here, radiusKm }: Asked): SearchArea {
  if (here) return { kind: 'around', name: null, coordinates: here, radiusKm: radiusKm ?? USUAL_RADIUS_KM }
  if (near === '') return { kind: 'anywhere' }
  const place = findPlace(near)
  if (place) return { kind: 'around', name: place.name, coordinates: place.coordinates, radiusKm: radiusKm ?? USUAL_RADIUS_KM }
  const municipality = findMunicipality(near)
  if (!municipality) return { kind: 'unknown' }
  const centre = centreOf(near)
  if (radiusKm === null || !centre) return { kind: 'within', name: municipality.name, municipality: municipality.code }
  return { kind: 'around', name: centre.name, coordinates: centre.coordinates, radiusKm }
}
