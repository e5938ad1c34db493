// The address of a search: what people write in it, what it asks, and how to ask for less.
import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { chosenFilters, looserSearches } from '#app/forms/search/chosen-filters.ts'
import { parseAddress } from '#app/forms/parse-form.ts'
import { asAskedBy, searchParams, vacancySearch, type VacancySearch } from '#app/forms/search/vacancy-search.ts'
import { withQuery } from '#app/paths.ts'

const asks = (query: string) => parseAddress(vacancySearch, `http://tilts.test/vacancies${query}`)
const again = (search: VacancySearch) => asks(withQuery('', searchParams(search)))

const EVERYTHING =
  '?q=pavārs&near=Liepāja&radiusKm=10&municipality=liepaja&occupation=5120&group=kitchen&shift=day&contract=permanent&payFrom=900' +
  '&latvian=A2&since=7&support=meals&stated=yes&accepts=property&sort=pay&page=2&pageSize=50'

describe('pay that is hoped for', () => {
  test.each([
    ['1200', 1200],
    ['1 200 €', 1200],
    ['1.200', 1200],
    ['1,200 EUR', 1200],
    ['1200,50', 1200],
    ['999999999', 100_000],
    ['1e99', 100_000],
    ['0', null],
    ['-5', null],
    ['NaN', null],
    ['Infinity', null],
    ['tūkstotis', null],
    ['', null],
  ])('“%s” is %s', (typed, euros) => {
    expect(asks(`?payFrom=${encodeURIComponent(typed)}`).payFrom).toBe(euros)
  })
})

describe('where somebody is', () => {
  test('is taken to about a kilometre', () => {
    expect(asks('?lat=56.508917&lon=21.012345').here).toEqual({ lat: 56.51, lon: 21.01 })
  })

  test('counts for less than a place that was typed', () => {
    expect(asks('?lat=56.51&lon=21.01&near=Kuldīga').here).toBeNull()
  })

  test.each([
    '?lat=56.51',
    '?lat=56.51&lon=',
    '?lat=NaN&lon=21',
    '?lat=91&lon=21',
    '?lat=56&lon=-181',
    '?lat=Infinity&lon=21',
    '?lat=a&lon=b',
  ])('is not known from %s', (query) => {
    expect(asks(query).here).toBeNull()
  })
})

test.each([
  ['?latvian=A2', 'A2'],
  ['?latvian=a2', null],
  ['?latvian=C2&latvian=B1', 'B1'],
])('the level of Latvian that is enough: %s', (query, level) => {
  expect(asks(query).latvian).toBe(level)
})

test.each([
  ['7', 7],
  ['07', null],
  ['2', null],
  ['7.5', null],
])('published in the last “%s” days', (typed, days) => {
  expect(asks(`?since=${typed}`).since).toBe(days)
})

test('only staff ask what an employer accepts', () => {
  const search = asks('?accepts=property&accepts=fraud&accepts=property&accepts=nonsense')
  expect(asAskedBy(true, search).accepts).toEqual(['property', 'fraud'])
  expect(asAskedBy(false, search).accepts).toEqual([])
})

test('an address made of a search asks the same', () => {
  expect(again(asks(EVERYTHING))).toEqual(asks(EVERYTHING))
  const near = asks('?lat=56.51&lon=-0.001')
  expect(again(near)).toEqual(near)
  expect(withQuery('', searchParams(asks('')))).toBe('')
})

test('nothing in an address makes it fail, and what comes out makes the same address again', () => {
  const names = ['q', 'near', 'lat', 'lon', 'radiusKm', 'payFrom', 'latvian', 'since', 'accepts', 'contract', 'page', 'pageSize', 'sort']
  const value = fc.oneof(
    fc.string({ unit: 'binary' }),
    fc.constantFrom('NaN', '-1', 'Infinity', '1e999', '\u202eabc', '\u0000', 'a'.repeat(3000), '7', 'A2', 'property', '56.5'),
  )
  fc.assert(
    fc.property(fc.array(fc.tuple(fc.constantFrom(...names), value), { maxLength: 12 }), (pairs) => {
      const search = asks(`?${new URLSearchParams(pairs).toString()}`)
      expect(search.q).not.toMatch(/\p{C}/u)
      expect(again(search)).toEqual(search)
    }),
    { numRuns: 50 },
  )
})

describe('what narrows a search', () => {
  test('can be taken away one by one until nothing is left', () => {
    let search = asks(EVERYTHING)
    const taken: string[] = []
    for (let [filter] = chosenFilters(search); filter; [filter] = chosenFilters(search)) {
      taken.push(filter.field)
      expect(filter.rest.page).toBe(1)
      search = filter.rest
    }
    expect(taken).toEqual([
      ...['q', 'near', 'municipality', 'group', 'occupation', 'payFrom', 'shift', 'contract'],
      ...['latvian', 'support', 'stated', 'accepts', 'since'],
    ])
  })

  test('where somebody is can be taken away too', () => {
    expect(chosenFilters(asks('?lat=56.51&lon=21.01')).map(({ field, rest }) => [field, rest.here])).toEqual([['here', null]])
  })
})

describe('ways to ask for less', () => {
  test('each first one leaves out one thing, or looks further around where somebody is', () => {
    const [first = []] = looserSearches(
      asks('?q=pavārs&lat=56.51&lon=21.01&payFrom=3000&latvian=A1&since=1&contract=seasonal&accepts=property'),
    )
    expect(first.map(({ dropped, radiusKm }) => radiusKm ?? dropped.map(({ field }) => field).join())).toEqual([
      ...[50, 100],
      ...['accepts', 'contract', 'payFrom', 'latvian', 'since', 'here', 'q'],
    ])
  })

  test('the next keep the words, the last only the place', () => {
    const [, filters = [], place = [], words = []] = looserSearches(asks('?q=pavārs&near=Liepāja&payFrom=3000&since=1'))
    expect(filters[0]?.search).toMatchObject({ q: 'pavārs', near: 'Liepāja', payFrom: null, since: null })
    expect(place[0]?.search).toMatchObject({ q: 'pavārs', near: '', payFrom: null })
    expect(words[0]?.search).toMatchObject({ q: '', near: 'Liepāja', payFrom: null })
  })
})
