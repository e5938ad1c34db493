// Every place of Latvia that we know, GeoNames' and our own, in the two orders in which they are needed.
import { COUNCIL_SEATS, MUNICIPALITIES } from './municipalities.ts'
import { GEONAMES_ROWS } from './geonames-data.ts'
import { OWN_ROWS } from './own-data.ts'
import { russianName } from './russian-names.ts'
import type { Coordinates } from '#app/domain/vacancies/vacancy.ts'

/** `coordinates`: the centre of the town. */
export type Place = { name: string; municipality: string; coordinates: Coordinates }
/** `people` is GeoNames' rough count, 0 where there is none; `russian` are its Russian names, the usual one first. */
export type KnownPlace = { place: Place; people: number; russian: readonly string[]; source: 'geonames' | 'own' }

function known(): KnownPlace[] {
  const geonames = GEONAMES_ROWS.map(([name, municipality, lat, lon, people, others]): KnownPlace => {
    return { place: { name, municipality, coordinates: { lat, lon } }, people, russian: [russianName(name), ...others], source: 'geonames' }
  })
  const own = Object.entries(OWN_ROWS).flatMap(([municipality, rows]) =>
    rows.map(([name, lat, lon]): KnownPlace => {
      return { place: { name, municipality, coordinates: { lat, lon } }, people: 0, russian: [russianName(name)], source: 'own' }
    }),
  )
  return [...geonames, ...own]
}

/** The biggest first; those of unknown size last, GeoNames' before our own. */
export const KNOWN_PLACES: readonly KnownPlace[] = known().sort((a, b) => b.people - a.people)

/** By municipality, in the order of those; the seat of its council first, then the biggest. */
export const PLACES: readonly Place[] = MUNICIPALITIES.flatMap(({ code }) => {
  const within = KNOWN_PLACES.flatMap(({ place }) => (place.municipality === code ? [place] : []))
  const isSeat = ({ name }: Place) => name === COUNCIL_SEATS.get(code)
  return [...within.filter(isSeat), ...within.filter((place) => !isSeat(place))]
})

export function placesOf(code: string): Place[] {
  return PLACES.filter(({ municipality }) => municipality === code)
}
