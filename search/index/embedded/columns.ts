// The filter values of all vacancies in memory, one array (column) for each value, so that filters and facets run over numbers.
import { OFFENCE_FAMILIES } from '#app/domain/vacancies/acceptance.ts'
import { CONTRACTS, SHIFTS, SUPPORT_OFFERED } from '#app/domain/vacancies/job-terms.ts'
import { VISIBILITIES } from '#app/domain/vacancies/vacancy.ts'
import { levelOf, type VacancyDocument } from '../document.ts'

/**
 * The values of one vacancy, as a row of the index file. A set is stored as a number: bit 0 is the first value of its list (`SHIFTS`,
 * `SUPPORT_OFFERED`, …), bit 1 the second. `slot` is the vacancy's position in every column.
 */
export type Facts = {
  slot: number
  id: string
  employerId: string | null
  /** One bit of `VISIBILITIES`. */
  visibility: number
  occupation: string | null
  group: string | null
  municipality: string | null
  lat: number | null
  lon: number | null
  shifts: number
  support: number
  /** Position in `CONTRACTS`; null when none is stated. */
  contract: number | null
  /** 0 = no level is a must, 1 = A1 … 6 = C2. */
  latvian: number
  stated: number
  accepts: number
  monthlyCents: number | null
  publishedAt: number
  expiresAt: number
}

export function bitsOf(values: readonly string[], vocabulary: readonly string[]): number {
  return values.reduce((bits, value) => bits | (1 << vocabulary.indexOf(value)), 0)
}

export function factsOf(document: VacancyDocument, slot: number): Facts {
  return {
    slot,
    id: document.id,
    employerId: document.employerId,
    visibility: bitsOf([document.visibility], VISIBILITIES),
    occupation: document.occupation,
    group: document.group,
    municipality: document.municipality,
    lat: document.spot?.lat ?? null,
    lon: document.spot?.lon ?? null,
    shifts: bitsOf(document.shifts, SHIFTS),
    support: bitsOf(document.support, SUPPORT_OFFERED),
    contract: document.contract === null ? null : CONTRACTS.indexOf(document.contract),
    latvian: levelOf(document.latvian),
    stated: document.acceptanceStated ? 1 : 0,
    accepts: bitsOf(document.accepts, OFFENCE_FAMILIES),
    monthlyCents: document.monthlyCents,
    publishedAt: document.publishedAt,
    expiresAt: document.expiresAt,
  }
}

/** Dictionary encoding: a repeated text is stored as a small number, its code; 0 is null. */
export type Dictionary = {
  codeOf(name: string | null): number
  knownCode(name: string): number
  decode(number: number): string | null
  size(): number
}

function openDictionary(): Dictionary {
  const names: string[] = ['']
  const numbers = new Map<string, number>()
  return {
    codeOf: (name) => {
      if (name === null) return 0
      const known = numbers.get(name)
      if (known !== undefined) return known
      numbers.set(name, names.length)
      names.push(name)
      return names.length - 1
    },
    // No vacancy has this value: a code that no column contains.
    knownCode: (name) => numbers.get(name) ?? -1,
    decode: (number) => (number === 0 ? null : (names[number] ?? null)),
    size: () => names.length,
  }
}

const FIRST_SIZE = 1024

function arraysOf(size: number) {
  return {
    alive: new Uint8Array(size),
    visibility: new Uint8Array(size),
    occupation: new Uint16Array(size),
    group: new Uint16Array(size),
    municipality: new Uint16Array(size),
    /** NaN where the coordinates are not known. */
    lat: new Float64Array(size),
    lon: new Float64Array(size),
    shifts: new Uint8Array(size),
    support: new Uint8Array(size),
    /** 0 = not stated, else one more than the position in `CONTRACTS`. */
    contract: new Uint8Array(size),
    latvian: new Uint8Array(size),
    stated: new Uint8Array(size),
    accepts: new Uint16Array(size),
    /** −1 where none is stated. */
    monthlyCents: new Float64Array(size),
    publishedAt: new Float64Array(size),
    expiresAt: new Float64Array(size),
    /** Scratch space of one query: in which tier it matches a vacancy. Whoever writes it sets it back to 0. */
    tier: new Uint8Array(size),
  }
}

export type Columns = ReturnType<typeof openColumns>
type Arrays = ReturnType<typeof arraysOf>

export function openColumns() {
  let arrays = arraysOf(FIRST_SIZE)
  const ids: string[] = []
  const slots = new Map<string, number>()
  const ofEmployer = new Map<string, Set<string>>()
  const employers = new Map<string, string>()
  const occupations = openDictionary()
  const groups = openDictionary()
  const municipalities = openDictionary()
  const free: number[] = []
  let top = 0

  function growTo(slot: number): void {
    let size = arrays.alive.length
    if (slot < size) return
    while (size <= slot) size *= 2
    const larger = arraysOf(size)
    for (const name of Object.keys(larger) as (keyof Arrays)[]) larger[name].set(arrays[name])
    arrays = larger
  }

  function setEmployer(id: string, employerId: string | null): void {
    const before = employers.get(id)
    if (before !== undefined) ofEmployer.get(before)?.delete(id)
    if (employerId === null) {
      employers.delete(id)
      return
    }
    employers.set(id, employerId)
    const theirs = ofEmployer.get(employerId)
    if (theirs) theirs.add(id)
    else ofEmployer.set(employerId, new Set([id]))
  }

  function put(facts: Facts): void {
    const { slot } = facts
    growTo(slot)
    // Rows come from the file in the order of their slots; the slots skipped are free.
    for (; top < slot; top += 1) free.push(top)
    if (slot === top) top += 1
    ids[slot] = facts.id
    slots.set(facts.id, slot)
    setEmployer(facts.id, facts.employerId)
    arrays.alive[slot] = 1
    arrays.visibility[slot] = facts.visibility
    arrays.occupation[slot] = occupations.codeOf(facts.occupation)
    arrays.group[slot] = groups.codeOf(facts.group)
    arrays.municipality[slot] = municipalities.codeOf(facts.municipality)
    arrays.lat[slot] = facts.lat ?? NaN
    arrays.lon[slot] = facts.lon ?? NaN
    arrays.shifts[slot] = facts.shifts
    arrays.support[slot] = facts.support
    arrays.contract[slot] = facts.contract === null ? 0 : facts.contract + 1
    arrays.latvian[slot] = facts.latvian
    arrays.stated[slot] = facts.stated
    arrays.accepts[slot] = facts.accepts
    arrays.monthlyCents[slot] = facts.monthlyCents ?? -1
    arrays.publishedAt[slot] = facts.publishedAt
    arrays.expiresAt[slot] = facts.expiresAt
  }

  return {
    /** Ask again for every query: growing replaces the arrays. */
    arrays: () => arrays,
    ids,
    occupations,
    groups,
    municipalities,
    put,
    drop: (id: string): void => {
      const slot = slots.get(id)
      if (slot === undefined) return
      slots.delete(id)
      setEmployer(id, null)
      arrays.alive[slot] = 0
      free.push(slot)
    },
    slotOf: (id: string): number | undefined => slots.get(id),
    /** Reserves a slot for a new vacancy. */
    nextSlot: (): number => {
      const freed = free.pop()
      if (freed !== undefined) return freed
      top += 1
      return top - 1
    },
    idsOfEmployer: (employerId: string): readonly string[] => [...(ofEmployer.get(employerId) ?? [])],
    size: (): number => slots.size,
    /** One more than the highest slot in use. */
    end: (): number => top,
  }
}
