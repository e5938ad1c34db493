// The plain values of every vacancy in the index, one array a value, so that filters and counts run over numbers.
import { OFFENCE_FAMILIES } from '#app/domain/vacancies/acceptance.ts'
import { CONTRACTS, SHIFTS, SUPPORT_OFFERED } from '#app/domain/vacancies/job-terms.ts'
import { VISIBILITIES } from '#app/domain/vacancies/vacancy.ts'
import { levelOf, type VacancyDocument } from '../document.ts'

/** A row of the index file: what is kept of a vacancy beside its words. Sets are bits in the order of their vocabulary. */
export type Facts = {
  slot: number
  id: string
  employerId: string | null
  /** Bits of `VISIBILITIES`: one of them. */
  visibility: number
  occupation: string | null
  group: string | null
  municipality: string | null
  lat: number | null
  lon: number | null
  shifts: number
  support: number
  /** A place in `CONTRACTS`; null when none is stated. */
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

/** Texts that repeat, as numbers; 0 is none. */
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
    // No vacancy has a name that was never met.
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
    /** NaN where the place is not known. */
    lat: new Float64Array(size),
    lon: new Float64Array(size),
    shifts: new Uint8Array(size),
    support: new Uint8Array(size),
    /** 0 = not stated, else one more than the place in `CONTRACTS`. */
    contract: new Uint8Array(size),
    latvian: new Uint8Array(size),
    stated: new Uint8Array(size),
    accepts: new Uint16Array(size),
    /** −1 where none is stated. */
    monthlyCents: new Float64Array(size),
    publishedAt: new Float64Array(size),
    expiresAt: new Float64Array(size),
    /** For each query to say in which tier it met a vacancy; 0 = not at all. Left at 0 by whoever used it. */
    tier: new Uint8Array(size),
  }
}

export type Columns = ReturnType<typeof openColumns>
export type Arrays = ReturnType<typeof arraysOf>

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

  function makeRoomFor(slot: number): void {
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
    makeRoomFor(slot)
    // A file is read in the order of its slots: those that are passed over are free.
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
    /** Anew for each query: growing replaces them. */
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
    /** Where the next new vacancy goes; nobody else is given it. */
    nextSlot: (): number => {
      const freed = free.pop()
      if (freed !== undefined) return freed
      top += 1
      return top - 1
    },
    idsOfEmployer: (employerId: string): readonly string[] => [...(ofEmployer.get(employerId) ?? [])],
    size: (): number => slots.size,
    /** Slots below this number may be alive. */
    end: (): number => top,
  }
}
