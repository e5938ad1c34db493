// Places: reading `_geo`, the distance between two of them. After Meilisearch's source; the haversine is that of its `geoutils`.
import { isObject, type Json } from './json.ts'
import { Refusal } from './refusal.ts'

export type Point = { lat: number; lng: number }

const EARTH_METRES = 6_371_000

const METRES_PER_DEGREE = (EARTH_METRES * Math.PI) / 180

function radians(degrees: number): number {
  return (degrees * Math.PI) / 180
}

function half(angle: number): number {
  return (1 - Math.cos(angle)) / 2
}

/** Quick, and never more than the distance by more than a metre: to leave out what is far. */
export function metresNorthSouth(one: Point, other: Point): number {
  return Math.abs(one.lat - other.lat) * METRES_PER_DEGREE - 1
}

export function metresBetween(one: Point, other: Point): number {
  const [lat1, lat2] = [radians(one.lat), radians(other.lat)]
  const part = half(lat2 - lat1) + Math.cos(lat1) * Math.cos(lat2) * half(radians(other.lng) - radians(one.lng))
  return Math.round(2 * EARTH_METRES * Math.asin(Math.sqrt(part)) * 1000) / 1000
}

/** Rust's reading of a finite float, which is also the filter's: `1`, `-1.5`, `.5`, `5.`, `1e3`. */
export function finiteFloat(text: string): number | null {
  if (!/^[+-]?(\d+\.?\d*|\.\d+)([eE][+-]?\d+)?$/.test(text)) return null
  const value = Number(text)
  return Number.isFinite(value) ? value : null
}

function coordinate(value: Json): number | null {
  if (typeof value === 'number') return Number.isFinite(value) ? value : null
  return typeof value === 'string' ? finiteFloat(value) : null
}

/** @throws the refusal that fails the whole task. */
export function pointOf(id: string, geo: Json): Point | null {
  if (geo === null) return null
  const refuse = (text: string) => new Refusal('invalid_document_geo_field', text)
  const document = `in the document with the id: \`"${id}"\``
  if (!isObject(geo)) {
    const value = JSON.stringify(geo)
    const wanted = 'Was expecting an object with the `_geo.lat` and `_geo.lng` fields'
    throw refuse(`The \`_geo\` field ${document} is not an object. ${wanted} but instead got \`${value}\`.`)
  }
  const { lat, lng, ...more } = geo
  if (lat === undefined && lng === undefined) {
    throw refuse(`Could not find latitude nor longitude ${document}. Was expecting \`_geo.lat\` and \`_geo.lng\` fields.`)
  }
  if (lat === undefined) throw refuse(`Could not find latitude ${document}. Was expecting a \`_geo.lat\` field.`)
  if (lng === undefined) throw refuse(`Could not find longitude ${document}. Was expecting a \`_geo.lng\` field.`)
  if (Object.keys(more).length > 0) {
    throw refuse(`The \`_geo\` field ${document} contains the following unexpected fields: \`${JSON.stringify(more)}\`.`)
  }
  const [north, east] = [coordinate(lat), coordinate(lng)]
  const got = (value: Json) => `\`${JSON.stringify(value)}\``
  if (north === null && east === null) {
    const instead = `Was expecting finite numbers but instead got ${got(lat)} and ${got(lng)}.`
    throw refuse(`Could not parse latitude nor longitude ${document}. ${instead}`)
  }
  if (north === null) throw refuse(`Could not parse latitude ${document}. Was expecting a finite number but instead got ${got(lat)}.`)
  if (east === null) throw refuse(`Could not parse longitude ${document}. Was expecting a finite number but instead got ${got(lng)}.`)
  return { lat: north, lng: east }
}

/** Why no place can lie there, in the server's words; null when one can. */
export function badLatitude(lat: number): string | null {
  return lat >= -90 && lat <= 90 ? null : `Bad latitude \`${lat}\`. Latitude must be contained between -90 and 90 degrees. `
}

export function badLongitude(lng: number): string | null {
  return lng >= -180 && lng <= 180 ? null : `Bad longitude \`${lng}\`. Longitude must be contained between -180 and 180 degrees. `
}
