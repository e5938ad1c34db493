// The address of a search. Nothing in it can fail: what makes no sense falls back to not asked.
import { z } from 'zod'
import { OFFENCE_FAMILIES } from '#app/domain/vacancies/acceptance.ts'
import { isOccupation, OCCUPATION_GROUPS } from '#app/domain/occupations/occupations.ts'
import { municipalityByCode } from '#app/domain/places/places.ts'
import { CEFR_LEVELS, CONTRACTS, SHIFTS, SUPPORT_OFFERED } from '#app/domain/vacancies/job-terms.ts'

const one = z.preprocess((value) => (Array.isArray(value) ? (value.at(-1) as unknown) : value), z.string())
const many = z.preprocess((value) => (value === undefined ? [] : [value].flat()), z.array(z.string()))

const MOST_LETTERS = 200
const WIDEST_KM = 500
const MOST_PAY = 100_000
const MOST_A_PAGE = 100
export const SORTS = ['relevance', 'newest', 'pay', 'distance'] as const
/** Days since a vacancy was published. */
export const SINCE_DAYS = [1, 3, 7, 14, 30] as const

/** Control characters are nobody's words; those without width stand inside words that were copied. */
function asWords(typed: string): string {
  return typed
    .replace(/\p{Cf}+/gu, '')
    .replace(/\p{C}+/gu, ' ')
    .trim()
    .slice(0, MOST_LETTERS)
    .trim()
}

const words = one.transform(asWords).catch('')

/** What somebody typed to be completed. */
export const suggestionSearch = z.object({ q: words })

function someOf<const Values extends readonly string[]>(values: Values) {
  const known = (typed: string): typed is Values[number] => values.includes(typed)
  return many.transform((typed) => [...new Set(typed.filter(known))]).catch([])
}

/** Written as people write numbers: "1 200", "12,5". */
function figure(typed: string): number {
  const bare = typed.replace(/\s/gu, '')
  return bare === '' ? NaN : Number(bare.replace(',', '.'))
}

function number(range: { min: number; max: number }) {
  return one
    .transform(figure)
    .pipe(z.number().min(range.min))
    .transform((value) => Math.min(value, range.max))
}

const wholeFrom = (range: { min: number; max: number }, otherwise: number) => number(range).transform(Math.floor).catch(otherwise)

/** "1 200 €", "1.200": a month's pay is written in many ways. Nothing, or less, is no wish. */
function asPay(typed: string): string {
  return typed
    .slice(0, MOST_LETTERS)
    .replace(/€|eiro|eur/giu, '')
    .replace(/(?<=\d)[.,\s'](?=\d{3}(?!\d))/gu, '')
}

const payFrom = one
  .transform((typed) => figure(asPay(typed)))
  .pipe(z.number().min(1))
  .transform((euros) => Math.floor(Math.min(euros, MOST_PAY)))
  .nullable()
  .catch(null)

/** About a kilometre: nobody's home. */
function coordinate(most: number) {
  return one
    .transform(figure)
    .pipe(z.number().min(-most).max(most))
    .transform((value) => Math.round(value * 100) / 100 + 0)
    .nullable()
    .catch(null)
}

const PAGE_SIZE = 20

export const vacancySearch = z
  .object({
    q: words,
    near: words,
    /** Null = as far as the place itself suggests. */
    radiusKm: number({ min: 1, max: WIDEST_KM }).nullable().catch(null),
    lat: coordinate(90),
    lon: coordinate(180),
    municipality: one.transform((typed) => municipalityByCode(typed)?.code ?? null).catch(null),
    occupation: many.transform((typed) => [...new Set(typed.filter(isOccupation))]).catch([]),
    group: someOf(OCCUPATION_GROUPS),
    shift: someOf(SHIFTS),
    contract: someOf(CONTRACTS),
    /** Whole euros before tax for a full month. */
    payFrom,
    /** This level of Latvian is enough. */
    latvian: one.pipe(z.enum(CEFR_LEVELS)).nullable().catch(null),
    since: one.transform((typed) => SINCE_DAYS.find((days) => String(days) === typed) ?? null).catch(null),
    support: someOf(SUPPORT_OFFERED),
    stated: one.transform((typed) => ['on', 'yes', 'true', '1'].includes(typed)).catch(false),
    /** Caseworkers and coordinators alone may ask; see `asAskedBy`. */
    accepts: someOf(OFFENCE_FAMILIES),
    sort: one.pipe(z.enum(SORTS)).catch('relevance'),
    page: wholeFrom({ min: 1, max: 100_000 }, 1),
    pageSize: wholeFrom({ min: 1, max: MOST_A_PAGE }, PAGE_SIZE),
  })
  .transform(({ lat, lon, ...search }) => ({
    ...search,
    /** Where the person says to be, roughly; a place that was typed counts for more. */
    here: search.near === '' && lat !== null && lon !== null ? { lat, lon } : null,
  }))
export type VacancySearch = z.output<typeof vacancySearch>

/** What only staff may ask is not asked by anybody else. */
export function asAskedBy(staff: boolean, search: VacancySearch): VacancySearch {
  return staff ? search : { ...search, accepts: [] }
}

/** The parameters of an address that asks the same, without what is as usual. */
export function searchParams(search: VacancySearch): Record<string, string | number | readonly string[] | null> {
  return {
    q: search.q,
    near: search.near,
    lat: search.here?.lat ?? null,
    lon: search.here?.lon ?? null,
    radiusKm: search.radiusKm,
    municipality: search.municipality,
    occupation: search.occupation,
    group: search.group,
    shift: search.shift,
    contract: search.contract,
    payFrom: search.payFrom,
    latvian: search.latvian,
    since: search.since,
    support: search.support,
    stated: search.stated ? 'yes' : null,
    accepts: search.accepts,
    sort: search.sort === 'relevance' ? null : search.sort,
    page: search.page === 1 ? null : search.page,
    pageSize: search.pageSize === PAGE_SIZE ? null : search.pageSize,
  }
}

/** Whether a distance is known to sort by. */
export function isAroundPoint({ near, here }: Pick<VacancySearch, 'near' | 'here'>): boolean {
  return near !== '' || here !== null
}

export const helpSearch = z.object({ near: words })
