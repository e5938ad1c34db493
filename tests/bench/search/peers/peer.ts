// What the measured engines have in common: the same documents in, the same questions, twenty ids and three counted facets out.
import type { Coordinates } from '#app/domain/vacancies/vacancy.ts'
import type { Contract, Shift } from '#app/domain/vacancies/job-terms.ts'
import type { VacancyDocument } from '#search/index/document.ts'

export type PeerQuery = {
  words: string
  municipality: string | null
  contract: Contract | null
  shift: Shift | null
  /** Then the nearest come first. */
  near: { coordinates: Coordinates; radiusKm: number } | null
}

export const ANYWHERE: Omit<PeerQuery, 'words'> = { municipality: null, contract: null, shift: null, near: null }
export const TOP = 20

type Counts = Record<string, number>
export type PeerFacets = { municipality: Counts; contract: Counts; shift: Counts }
export type PeerAnswer = { ids: string[]; total: number; facets: PeerFacets }

export type Peer = { search: (query: PeerQuery) => PeerAnswer | Promise<PeerAnswer>; close: () => Promise<void> | void }
/** @param folder of its own, to keep files in. */
export type OpenPeer = (documents: AsyncIterable<VacancyDocument[]>, folder: string) => Promise<Peer>

/** A row of the counts as databases make them: how many have exactly these values. */
export type CountRow = { municipality: string | null; contract: string | null; shifts: string; count: number }

export function facetsFrom(rows: readonly CountRow[]): PeerFacets & { total: number } {
  const facets = { municipality: {}, contract: {}, shift: {}, total: 0 }
  const add = (counts: Counts, name: string | null, count: number) => {
    if (name !== null) counts[name] = (counts[name] ?? 0) + count
  }
  for (const { municipality, contract, shifts, count } of rows) {
    facets.total += count
    add(facets.municipality, municipality, count)
    add(facets.contract, contract, count)
    for (const shift of shifts.split(' ')) if (shift !== '') add(facets.shift, shift, count)
  }
  return facets
}

const KM_A_DEGREE = 111.195

/** Good to a thousandth over the length of Latvia: squares of kilometres, in SQL that both databases read. */
export function squaredKmSql({ lat, lon }: Coordinates): string {
  const kmOfLon = KM_A_DEGREE * Math.cos((lat * Math.PI) / 180)
  const [north, east] = [`(lat - ${lat}) * ${KM_A_DEGREE}`, `(lon - ${lon}) * ${kmOfLon}`]
  return `(${north} * ${north} + ${east} * ${east})`
}

/** Values are codes of ours, never what somebody typed. */
export function filterSql({ municipality, contract, shift, near }: PeerQuery): string {
  return [
    municipality === null ? '' : ` and municipality = '${municipality}'`,
    contract === null ? '' : ` and contract = '${contract}'`,
    shift === null ? '' : ` and ' ' || shifts || ' ' like '% ${shift} %'`,
    near === null ? '' : ` and ${squaredKmSql(near.coordinates)} <= ${near.radiusKm * near.radiusKm}`,
  ].join('')
}

export const COLUMNS = ['n', 'id', 'title', 'meta', 'body', 'municipality', 'contract', 'shifts', 'lat', 'lon', 'published'] as const

/** In the order of the columns. */
export function valuesOf(n: number, document: VacancyDocument): (string | number | null)[] {
  const { id, texts, municipality, contract, shifts, coordinates, publishedAt } = document
  const where = [municipality, contract, shifts.join(' '), coordinates?.lat ?? null, coordinates?.lon ?? null]
  return [n, id, texts.title, texts.meta, texts.body, ...where, publishedAt]
}
