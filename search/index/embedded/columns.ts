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
    lat: document.coordinates?.lat ?? null,
    lon: document.coordinates?.lon ?? null,
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
export class Dictionary {
  readonly #names: string[] = ['']
  readonly #codes = new Map<string, number>()

  codeOf(name: string | null): number {
    if (name === null) return 0
    const known = this.#codes.get(name)
    if (known !== undefined) return known
    this.#codes.set(name, this.#names.length)
    return this.#names.push(name) - 1
  }

  /** −1, which no column contains, when no vacancy has this value. */
  knownCode(name: string): number {
    return this.#codes.get(name) ?? -1
  }

  decode(code: number): string | null {
    return code === 0 ? null : (this.#names[code] ?? null)
  }

  size(): number {
    return this.#names.length
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

type Arrays = ReturnType<typeof arraysOf>

function grownTo(slot: number, full: Arrays): Arrays {
  let size = full.alive.length
  while (size <= slot) size *= 2
  const larger = arraysOf(size)
  for (const name of Object.keys(larger) as (keyof Arrays)[]) larger[name].set(full[name])
  return larger
}

export class Columns {
  /** Of each slot. */
  readonly ids: string[] = []
  readonly occupations = new Dictionary()
  readonly groups = new Dictionary()
  readonly municipalities = new Dictionary()
  #arrays = arraysOf(FIRST_SIZE)
  readonly #slots = new Map<string, number>()
  readonly #employers = new Map<string, string>()
  readonly #ofEmployer = new Map<string, Set<string>>()
  readonly #free: number[] = []
  #top = 0

  /** Ask again for every query: growing replaces the arrays. */
  arrays(): Arrays {
    return this.#arrays
  }

  put(facts: Facts): void {
    this.#take(facts.slot)
    this.ids[facts.slot] = facts.id
    this.#slots.set(facts.id, facts.slot)
    this.#setEmployer(facts.id, facts.employerId)
    this.#write(facts)
  }

  drop(id: string): void {
    const slot = this.#slots.get(id)
    if (slot === undefined) return
    this.#slots.delete(id)
    this.#setEmployer(id, null)
    this.#arrays.alive[slot] = 0
    this.#free.push(slot)
  }

  slotOf(id: string): number | undefined {
    return this.#slots.get(id)
  }

  /** Reserves a slot for a new vacancy. */
  nextSlot(): number {
    const freed = this.#free.pop()
    if (freed !== undefined) return freed
    this.#top += 1
    return this.#top - 1
  }

  idsOfEmployer(employerId: string): readonly string[] {
    return [...(this.#ofEmployer.get(employerId) ?? [])]
  }

  size(): number {
    return this.#slots.size
  }

  /** One more than the highest slot in use. */
  end(): number {
    return this.#top
  }

  #take(slot: number): void {
    if (slot >= this.#arrays.alive.length) this.#arrays = grownTo(slot, this.#arrays)
    // Rows come from the file in the order of their slots; the slots skipped are free.
    for (; this.#top < slot; this.#top += 1) this.#free.push(this.#top)
    if (slot === this.#top) this.#top += 1
  }

  #write(facts: Facts): void {
    const { slot } = facts
    const arrays = this.#arrays
    arrays.alive[slot] = 1
    arrays.visibility[slot] = facts.visibility
    arrays.occupation[slot] = this.occupations.codeOf(facts.occupation)
    arrays.group[slot] = this.groups.codeOf(facts.group)
    arrays.municipality[slot] = this.municipalities.codeOf(facts.municipality)
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

  #setEmployer(id: string, employerId: string | null): void {
    const before = this.#employers.get(id)
    if (before !== undefined) this.#ofEmployer.get(before)?.delete(id)
    if (employerId === null) {
      this.#employers.delete(id)
      return
    }
    this.#employers.set(id, employerId)
    const theirs = this.#ofEmployer.get(employerId)
    if (theirs) theirs.add(id)
    else this.#ofEmployer.set(employerId, new Set([id]))
  }
}
