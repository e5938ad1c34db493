// What narrows a search, one by one, and the ways to ask for less when nothing was found.
import type { VacancySearch } from './vacancy-search.ts'

const LISTS = ['group', 'occupation', 'shift', 'contract', 'support', 'accepts'] as const
const SINGLES = ['municipality', 'payFrom', 'latvian', 'since'] as const
const FILTERS = [...LISTS, ...SINGLES, 'stated'] as const
const NO_FILTERS = {
  ...{ group: [], occupation: [], shift: [], contract: [], support: [], accepts: [] },
  ...{ municipality: null, payFrom: null, latvian: null, since: null, stated: false },
} satisfies Pick<VacancySearch, (typeof FILTERS)[number]>

type List = (typeof LISTS)[number]
type ListFilter = { [Field in List]: { field: Field; value: VacancySearch[Field][number] } }[List]
/** `here` is the place the person is at. */
export type Filter = ListFilter | { field: 'q' | 'near' | 'here' | 'stated' | (typeof SINGLES)[number]; value: string }
type FilterField = Filter['field']

/** `rest` is the same search without it, from its first page. */
export type ChosenFilter = Filter & { rest: VacancySearch }

/** Everything that narrows a search, one by one. */
export function chosenFilters(search: VacancySearch): ChosenFilter[] {
  const first = { ...search, page: 1 }
  const text = (field: 'q' | 'near'): ChosenFilter[] =>
    search[field] === '' ? [] : [{ field, value: search[field], rest: { ...first, [field]: '' } }]
  const each = <Field extends List, Value extends string>(field: Field, values: readonly Value[]) =>
    values.map((value) => ({ field, value, rest: { ...first, [field]: values.filter((other) => other !== value) } }))
  const single = (field: (typeof SINGLES)[number]): ChosenFilter[] =>
    search[field] === null ? [] : [{ field, value: String(search[field]), rest: { ...first, [field]: null } }]
  return [
    ...text('q'),
    ...text('near'),
    ...(search.here ? [{ field: 'here' as const, value: '', rest: { ...first, here: null, radiusKm: null } }] : []),
    ...single('municipality'),
    ...each('group', search.group),
    ...each('occupation', search.occupation),
    ...single('payFrom'),
    ...each('shift', search.shift),
    ...each('contract', search.contract),
    ...single('latvian'),
    ...each('support', search.support),
    ...(search.stated ? [{ field: 'stated' as const, value: 'yes', rest: { ...first, stated: false } }] : []),
    ...each('accepts', search.accepts),
    ...single('since'),
  ]
}

/** What is typed in the search box is shown there, not among the filters. */
export function isFilter({ field }: Pick<ChosenFilter, 'field'>): boolean {
  return field !== 'q' && field !== 'near' && field !== 'here'
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
  const without = (fields: readonly FilterField[], less: Partial<VacancySearch>): Looser[] => {
    const dropped = chosen.filter(({ field }) => fields.includes(field))
    return dropped.length === 0 ? [] : [{ search: { ...start, ...less }, dropped, radiusKm: null }]
  }
  const oneByOne = (wanted: FilterField): Looser[] =>
    chosen.filter(({ field }) => field === wanted).map((one) => ({ search: one.rest, dropped: [one], radiusKm: null }))
  const wider = RADIUS_CHOICES_KM.filter((km) => km > (search.radiusKm ?? 25)).slice(0, 2)
  const anywhere = { near: '', here: null, radiusKm: null }
  return [
    [
      ...(search.near === '' && !search.here ? [] : wider.map((km) => ({ search: { ...start, radiusKm: km }, dropped: [], radiusKm: km }))),
      ...oneByOne('support'),
      ...oneByOne('accepts'),
      ...without(['shift'], { shift: [] }),
      ...without(['contract'], { contract: [] }),
      ...without(['group', 'occupation'], { group: [], occupation: [] }),
      ...without(['municipality'], { municipality: null }),
      ...without(['payFrom'], { payFrom: null }),
      ...without(['latvian'], { latvian: null }),
      ...without(['since'], { since: null }),
      ...without(['stated'], { stated: false }),
      ...without(['near', 'here'], anywhere),
      ...without(['q'], { q: '' }),
    ],
    without(FILTERS, NO_FILTERS),
    without([...FILTERS, 'near', 'here'], { ...NO_FILTERS, ...anywhere }),
    without([...FILTERS, 'q'], { ...NO_FILTERS, q: '' }),
  ]
}
