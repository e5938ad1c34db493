// The filters of a query and the counts beside them (facets): one pass over the columns.
import { OFFENCE_FAMILIES } from '#app/domain/vacancies/acceptance.ts'
import type { Instant } from '#app/domain/shared/day.ts'
import { metresBetween } from '#app/domain/places/coordinates.ts'
import { VISIBILITIES } from '#app/domain/vacancies/vacancy.ts'
import { CEFR_LEVELS, CONTRACTS, SHIFTS, SUPPORT_OFFERED } from '#app/domain/vacancies/job-terms.ts'
import { levelOf } from '../document.ts'
import type { Facets, VacancyQuery } from '../port.ts'
import { bitsOf, type Columns, type Dictionary } from './columns.ts'

/** The filters a vacancy can fail, a bit each. A facet counts vacancies that fail no filter but its own. */
const KIND = 1
const MUNICIPALITY = 2
const SHIFT = 4
const CONTRACT = 8
const LATVIAN = 16
const STATED = 32
/** All filters without a facet of their own, and those of which every choice must be met. */
const OTHER = 64

export type Filtered = { total: number; passed: Int32Array; facets: Facets }

/** Slots of vacancies that this audience may find now. @param among null: all slots. */
export function visibleSlots(
  columns: Columns,
  { visibilities }: Pick<VacancyQuery, 'visibilities'>,
  among: Int32Array | null,
  now: Instant,
): Int32Array {
  const audience = bitsOf(visibilities, VISIBILITIES)
  const { alive, visibility, expiresAt } = columns.arrays()
  const length = among?.length ?? columns.end()
  const slots = new Int32Array(length)
  let found = 0
  for (let at = 0; at < length; at += 1) {
    const slot = among === null ? at : (among[at] ?? 0)
    if (alive[slot] === 0 || ((visibility[slot] ?? 0) & audience) === 0 || (expiresAt[slot] ?? 0) <= now) continue
    slots[found] = slot
    found += 1
  }
  return slots.subarray(0, found)
}

export function metresFrom(columns: Columns, near: VacancyQuery['near']): (slot: number) => number {
  const { lat, lon } = columns.arrays()
  if (!near) return () => NaN
  return (slot) => metresBetween(near.coordinates, { lat: lat[slot] ?? NaN, lon: lon[slot] ?? NaN })
}

/** In a degree of latitude. Rounded down, so that the quick test below never excludes what is near. */
const METRES_IN_DEGREE = 110_000

/** Latitude alone excludes most vacancies, without trigonometry. One without coordinates is never near. */
function isNear(columns: Columns, near: NonNullable<VacancyQuery['near']>): (slot: number) => boolean {
  const { lat } = columns.arrays()
  const metres = metresFrom(columns, near)
  const radius = near.radiusKm * 1000
  const degrees = radius / METRES_IN_DEGREE
  return (slot) => Math.abs((lat[slot] ?? NaN) - near.coordinates.lat) <= degrees && metres(slot) <= radius
}

/** The filters a slot fails, as bits; all `OTHER` filters share one. Null when the query filters nothing. */
function failuresOf(columns: Columns, query: VacancyQuery): ((slot: number) => number) | null {
  const { occupation, group, municipality, shifts, support, contract, latvian, stated, accepts, monthlyCents, publishedAt } =
    columns.arrays()
  const occupations = new Set(query.occupations.map((code) => columns.occupations.knownCode(code)))
  const groups = new Set(query.groups.map((code) => columns.groups.knownCode(code)))
  const anyKind = occupations.size === 0 && groups.size === 0
  const wantedMunicipality = query.municipality === null ? null : columns.municipalities.knownCode(query.municipality)
  const wantedShifts = bitsOf(query.shifts, SHIFTS)
  const wantedSupport = bitsOf(query.support, SUPPORT_OFFERED)
  const wantedContracts = new Set(query.contracts.map((one) => CONTRACTS.indexOf(one) + 1))
  const mostLatvian = query.latvianUpTo === null ? Infinity : levelOf(query.latvianUpTo)
  const wantedFamilies = bitsOf(query.accepts, OFFENCE_FAMILIES)
  const { near, publishedSince } = query
  // A vacancy without stated pay has −1, which must fail even a filter of 0.
  const leastCents = query.payFromCents === null ? null : Math.max(0, query.payFromCents)
  const isNearEnough = near === null ? null : isNear(columns, near)
  const filtersNothing =
    anyKind &&
    wantedMunicipality === null &&
    wantedContracts.size === 0 &&
    (wantedShifts | wantedSupport | wantedFamilies) === 0 &&
    mostLatvian === Infinity &&
    !query.acceptanceStated &&
    leastCents === null &&
    publishedSince === null &&
    isNearEnough === null
  if (filtersNothing) return null
  return (slot) => {
    let failed = 0
    if (!anyKind && !occupations.has(occupation[slot] ?? 0) && !groups.has(group[slot] ?? 0)) failed |= KIND
    if (wantedMunicipality !== null && municipality[slot] !== wantedMunicipality) failed |= MUNICIPALITY
    if (wantedShifts !== 0 && ((shifts[slot] ?? 0) & wantedShifts) === 0) failed |= SHIFT
    if (wantedContracts.size > 0 && !wantedContracts.has(contract[slot] ?? 0)) failed |= CONTRACT
    if ((latvian[slot] ?? 0) > mostLatvian) failed |= LATVIAN
    if (query.acceptanceStated && stated[slot] === 0) failed |= STATED
    if (((support[slot] ?? 0) & wantedSupport) !== wantedSupport) failed |= OTHER
    if (((accepts[slot] ?? 0) & wantedFamilies) !== wantedFamilies) failed |= OTHER
    if (leastCents !== null && (monthlyCents[slot] ?? -1) < leastCents) failed |= OTHER
    if (publishedSince !== null && (publishedAt[slot] ?? 0) < publishedSince) failed |= OTHER
    // The slowest filter last, and not where the result no longer matters to any facet.
    if (isNearEnough !== null && (failed & (failed - 1)) === 0 && !isNearEnough(slot)) failed |= OTHER
    return failed
  }
}

/** By name: the order in which the vacancies were read depends on what else stood in the change feed, which is nobody's business. */
function namedCounts(counts: Uint32Array, names: Dictionary): Record<string, number> {
  const named: [string, number][] = []
  for (let number = 1; number < counts.length; number += 1) {
    const name = names.decode(number)
    if (name !== null && (counts[number] ?? 0) > 0) named.push([name, counts[number] ?? 0])
  }
  return Object.fromEntries(named.sort(([one], [other]) => (one < other ? -1 : 1)))
}

function listedCounts(counts: Uint32Array, names: readonly string[], from = 0): Record<string, number> {
  return Object.fromEntries(names.flatMap((name, at) => ((counts[at + from] ?? 0) > 0 ? [[name, counts[at + from] ?? 0]] : [])))
}

/** How often each value of a column occurs among slots that fail nothing but `allowed`. @param failed bits by slot; null: none fails. */
function countValues(
  column: Uint8Array | Uint16Array,
  values: number,
  slots: Int32Array,
  failed: Uint8Array | null,
  allowed: number,
): Uint32Array {
  const counts = new Uint32Array(values)
  for (let at = 0; at < slots.length; at += 1) {
    if (failed !== null && ((failed[at] ?? 0) & ~allowed) !== 0) continue
    const value = column[slots[at] ?? 0] ?? 0
    counts[value] = (counts[value] ?? 0) + 1
  }
  return counts
}

/** @param sets how often each set occurs, by its bits. Returns how many contain each bit. */
function countBits(sets: Uint32Array, bits: number): Uint32Array {
  const counts = new Uint32Array(bits)
  sets.forEach((times, set) => {
    if (times === 0) return
    for (let bit = 0; bit < bits; bit += 1) if ((set & (1 << bit)) !== 0) counts[bit] = (counts[bit] ?? 0) + times
  })
  return counts
}

/** Counts of exact levels → counts of at most each level; a vacancy that requires none is within all. */
function upToEach(counts: Uint32Array): Uint32Array {
  for (let level = 1; level < counts.length; level += 1) counts[level] = (counts[level] ?? 0) + (counts[level - 1] ?? 0)
  return counts
}

/** The bits that each slot fails. */
function failedOf(failures: (slot: number) => number, slots: Int32Array): Uint8Array {
  const failed = new Uint8Array(slots.length)
  for (let at = 0; at < slots.length; at += 1) failed[at] = failures(slots[at] ?? 0)
  return failed
}

/** Applies the filters of a query to visible slots, and counts its facets. */
export function filterAndCount(columns: Columns, query: VacancyQuery, slots: Int32Array): Filtered {
  const failures = failuresOf(columns, query)
  const failed = failures === null ? null : failedOf(failures, slots)
  const passed = failed === null ? slots : slots.filter((_, at) => failed[at] === 0)
  const { occupation, group, municipality, shifts, support, contract, latvian, stated, accepts } = columns.arrays()
  const { occupations, groups, municipalities } = columns
  const count = (column: Uint8Array | Uint16Array, values: number, allowed: number) => countValues(column, values, slots, failed, allowed)
  const countSets = (column: Uint8Array | Uint16Array, vocabulary: readonly string[], allowed: number) =>
    listedCounts(countBits(count(column, 1 << vocabulary.length, allowed), vocabulary.length), vocabulary)
  return {
    total: passed.length,
    passed,
    facets: {
      occupation: namedCounts(count(occupation, occupations.size(), KIND), occupations),
      group: namedCounts(count(group, groups.size(), KIND), groups),
      municipality: namedCounts(count(municipality, municipalities.size(), MUNICIPALITY), municipalities),
      shift: countSets(shifts, SHIFTS, SHIFT),
      contract: listedCounts(count(contract, CONTRACTS.length + 1, CONTRACT), CONTRACTS, 1),
      support: countSets(support, SUPPORT_OFFERED, 0),
      latvian: listedCounts(upToEach(count(latvian, CEFR_LEVELS.length + 1, LATVIAN)), CEFR_LEVELS, 1),
      acceptanceStated: count(stated, 2, STATED)[1] ?? 0,
      accepts: countSets(accepts, OFFENCE_FAMILIES, 0),
    },
  }
}
