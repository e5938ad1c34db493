// The address of a search. Nothing in it can fail: what makes no sense falls back to not asked.
import { z } from 'zod'
import { isOccupation, OCCUPATION_GROUPS } from '#app/domain/occupations.ts'
import { municipalityByCode } from '#app/domain/places.ts'
import { SHIFTS, SUPPORT_OFFERED } from '#app/domain/work.ts'

const one = z.preprocess((value) => (Array.isArray(value) ? (value.at(-1) as unknown) : value), z.string())
const many = z.preprocess((value) => (value === undefined ? [] : [value].flat()), z.array(z.string()))

const MOST_LETTERS = 200
const WIDEST_KM = 500
export const MOST_A_PAGE = 100
export const SORTS = ['relevance', 'newest', 'pay', 'distance'] as const

/** Control characters are nobody's words. */
function asWords(typed: string): string {
  return typed
    .replace(/\p{C}+/gu, ' ')
    .trim()
    .slice(0, MOST_LETTERS)
    .trim()
}

const words = one.transform(asWords).catch('')

function someOf<const Values extends readonly string[]>(values: Values) {
  const known = (typed: string): typed is Values[number] => values.includes(typed)
  return many.transform((typed) => [...new Set(typed.filter(known))]).catch([])
}

function number(range: { min: number; max: number }) {
  return one
    .transform((typed) => Number(typed.trim() === '' ? NaN : typed.replace(',', '.')))
    .pipe(z.number().min(range.min))
    .transform((value) => Math.min(value, range.max))
}

const wholeFrom = (range: { min: number; max: number }, otherwise: number) => number(range).transform(Math.floor).catch(otherwise)

const PAGE_SIZE = 20

export const vacancySearch = z.object({
  q: words,
  near: words,
  /** Null = as far as the place itself suggests. */
  radiusKm: number({ min: 1, max: WIDEST_KM }).nullable().catch(null),
  municipality: one.transform((typed) => municipalityByCode(typed)?.code ?? null).catch(null),
  occupation: many.transform((typed) => [...new Set(typed.filter(isOccupation))]).catch([]),
  group: someOf(OCCUPATION_GROUPS),
  shift: someOf(SHIFTS),
  support: someOf(SUPPORT_OFFERED),
  stated: one.transform((typed) => ['on', 'yes', 'true', '1'].includes(typed)).catch(false),
  sort: one.pipe(z.enum(SORTS)).catch('relevance'),
  page: wholeFrom({ min: 1, max: 100_000 }, 1),
  pageSize: wholeFrom({ min: 1, max: MOST_A_PAGE }, PAGE_SIZE),
})
export type VacancySearch = z.output<typeof vacancySearch>

/** The parameters of an address that asks the same, without what is as usual. */
export function searchParams(search: VacancySearch): Record<string, string | number | readonly string[] | null> {
  return {
    q: search.q,
    near: search.near,
    radiusKm: search.radiusKm,
    municipality: search.municipality,
    occupation: search.occupation,
    group: search.group,
    shift: search.shift,
    support: search.support,
    stated: search.stated ? 'yes' : null,
    sort: search.sort === 'relevance' ? null : search.sort,
    page: search.page === 1 ? null : search.page,
    pageSize: search.pageSize === PAGE_SIZE ? null : search.pageSize,
  }
}

export type ChosenFilter = {
  field: 'q' | 'near' | 'municipality' | 'occupation' | 'group' | 'shift' | 'support' | 'stated'
  value: string
  /** The same search without it, from its first page. */
  rest: VacancySearch
}

/** Everything that narrows a search, one by one. */
export function chosenFilters(search: VacancySearch): ChosenFilter[] {
  const first = { ...search, page: 1 }
  const text = (field: 'q' | 'near'): ChosenFilter[] =>
    search[field] === '' ? [] : [{ field, value: search[field], rest: { ...first, [field]: '' } }]
  const each = (field: 'occupation' | 'group' | 'shift' | 'support'): ChosenFilter[] =>
    search[field].map((value) => ({ field, value, rest: { ...first, [field]: search[field].filter((other) => other !== value) } }))
  return [
    ...text('q'),
    ...text('near'),
    ...(search.municipality === null
      ? []
      : [{ field: 'municipality' as const, value: search.municipality, rest: { ...first, municipality: null } }]),
    ...each('group'),
    ...each('occupation'),
    ...each('shift'),
    ...each('support'),
    ...(search.stated ? [{ field: 'stated' as const, value: 'yes', rest: { ...first, stated: false } }] : []),
  ]
}

export const RADIUS_CHOICES_KM = [5, 10, 25, 50, 100] as const

export type Looser = { search: VacancySearch; dropped: readonly ChosenFilter[]; radiusKm: number | null }

/**
 * Ways to ask for less, for when nothing was found: first each leaves out one thing or looks further (of several that widen each other, all go);
 * each later list is for when nothing in those before it helps.
 */
export function looserSearches(search: VacancySearch): Looser[][] {
  const chosen = chosenFilters(search)
  const start = { ...search, page: 1 }
  const without = (fields: readonly ChosenFilter['field'][], less: Partial<VacancySearch>): Looser[] => {
    const dropped = chosen.filter(({ field }) => fields.includes(field))
    return dropped.length === 0 ? [] : [{ search: { ...start, ...less }, dropped, radiusKm: null }]
  }
  const wider = RADIUS_CHOICES_KM.filter((km) => km > (search.radiusKm ?? 25)).slice(0, 2)
  const noFilters = { municipality: null, occupation: [], group: [], shift: [], support: [], stated: false }
  return [
    [
      ...(search.near === '' ? [] : wider.map((km) => ({ search: { ...start, radiusKm: km }, dropped: [], radiusKm: km }))),
      ...chosen.filter(({ field }) => field === 'support').map((one) => ({ search: one.rest, dropped: [one], radiusKm: null })),
      ...without(['shift'], { shift: [] }),
      ...without(['group', 'occupation'], { group: [], occupation: [] }),
      ...without(['municipality'], { municipality: null }),
      ...without(['stated'], { stated: false }),
      ...without(['near'], { near: '', radiusKm: null }),
      ...without(['q'], { q: '' }),
    ],
    without([...FILTERS], noFilters),
    without([...FILTERS, 'near'], { ...noFilters, near: '', radiusKm: null }),
    without([...FILTERS, 'q'], { ...noFilters, q: '' }),
  ]
}

const FILTERS = ['municipality', 'occupation', 'group', 'shift', 'support', 'stated'] as const

export const helpSearch = z.object({ near: words })
