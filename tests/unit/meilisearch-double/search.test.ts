// Searches on the Meilisearch double: the filter decides, the settings limit, and what the site never asks fails instead of being answered somehow.
import { expect, test } from 'vitest'
import { settingsOf } from '#search/index/meilisearch/settings.ts'
import { addDocuments, emptyIndex } from '#tests/support/meilisearch/indexes.ts'
import { question, searchAnswer } from '#tests/support/meilisearch/search.ts'
import { changedSettings, DEFAULT_SETTINGS } from '#tests/support/meilisearch/settings.ts'

const DOCUMENT = {
  rev: 'r',
  body: 'darb',
  meta: 'liepaj',
  visibility: 'public',
  occupation: '7531',
  group: 'craft',
  municipality: 'liepaja',
  shifts: ['day', 'night'],
  support: ['mentor', 'meals'],
  contract: null,
  latvian: 2,
  stated: true,
  accepts: ['property'],
  monthlyCents: 100_000,
  publishedAt: 1000,
  expiresAt: 5000,
}
const DOCUMENTS = [
  { ...DOCUMENT, id: 'a', order: '61', title: 'suvej', _geo: { lat: 56.5, lng: 21 } },
  { ...DOCUMENT, id: 'b', order: '62', title: 'kravej suvej', municipality: 'a "b" \\', latvian: 4, occupation: null, group: 'transport' },
  { ...DOCUMENT, id: 'c', order: '63', title: 'krav', body: 'suvej', visibility: 'closed', stated: false, _geo: { lat: 57, lng: 24 } },
]

const COMPARED = { attributePatterns: ['visibility'], features: { facetSearch: false, filter: { equality: false, comparison: true } } }

function jobs(settings: object = {}) {
  const synonyms = { drebniek: ['suvej'], 'ce kategorij': ['kravej'] }
  const changed = changedSettings(changedSettings(DEFAULT_SETTINGS, { ...settingsOf([]), synonyms }), { ...settings })
  return addDocuments({ ...emptyIndex('', 'id'), settings: changed }, { documents: DOCUMENTS, primaryKey: 'id', merge: false })
}

function asked(asks: object, settings: object = {}, partial = false) {
  return searchAnswer(jobs(settings), question.parse({ indexUid: 'jobs', matchingStrategy: 'all', ...asks }), partial)
}

const idsOf = (answer: Record<string, unknown>) => (answer.hits as { id: string }[]).map(({ id }) => id).join('')

test.each([
  [[], 'abc'],
  [['visibility IN ["public"]'], 'ab'],
  [['visibility IN ["public", "closed"]', 'expiresAt > 4999'], 'abc'],
  [['expiresAt > 5000'], ''],
  [['expiresAt < 0'], ''],
  [['(occupation IN ["7531"])'], 'ac'],
  [['(occupation IN ["none"] OR group IN ["transport"])'], 'b'],
  [['municipality = "a \\"b\\" \\\\"'], 'b'],
  [['shifts IN ["evening", "night"]'], 'abc'],
  [['shifts IN ["evening"]'], ''],
  [['contract IN ["permanent"]'], ''],
  [['latvian <= 3'], 'ac'],
  [['stated = true'], 'ab'],
  [['support = "mentor"', 'support = "meals"'], 'abc'],
  [['support = "mentor"', 'support = "housing"'], ''],
  [['accepts = "fraud"'], ''],
  [['monthlyCents >= 100001'], ''],
  [['publishedAt >= 1000'], 'abc'],
  [['_geoRadius(56.5000000, 21.0000000, 10.000)'], 'a'],
])('the filter %j lets through %j', (filter, ids) => {
  expect(idsOf(asked({ filter }))).toBe(ids)
})

test.each([
  { filter: ['municipality = liepaja'] },
  { filter: ['municipality = "liepaja" OR stated = true'] },
  { filter: ['municipality = "liepaja'] },
  { filter: ['municipality = "a"', 'municipality = "b"'] },
  { filter: ['(occupation IN ["7531"])', '(group IN ["craft"])'] },
  { filter: ['NOT stated = true'] },
  { filter: ['stated = "false"'] },
  { filter: ['latvian <= 9'] },
  { filter: ['expiresAt < 7'] },
  { q: 'suvej darb ', matchingStrategy: 'last' },
  { q: '"suvej"' },
  { q: '-suvej' },
  { sort: ['publishedAt:desc'] },
  { sort: ['_geoPoint(1.0, 2.0):asc', 'publishedAt:desc', 'order:asc'] },
])('%j is no question of the site: it fails', (asks) => {
  expect(() => asked(asks)).toThrow('The Meilisearch double does not know')
})

test('what settings the site does not make would answer is not guessed', () => {
  for (const settings of [{ rankingRules: ['words'] }, { stopWords: ['un'] }, { typoTolerance: { enabled: true } }])
    expect(() => asked({ q: 'suvej ' }, settings)).toThrow('The Meilisearch double does not know')
  expect(() => question.parse({ indexUid: 'jobs', showRankingScore: true })).toThrow('showRankingScore')
})

test.each([
  [{ filter: ['visibility IN ["public"]'] }, { filterableAttributes: [] }, 'invalid_search_filter'],
  [{ filter: ['_geoRadius(1.0, 2.0, 3.0)'] }, { filterableAttributes: [] }, 'invalid_search_filter'],
  [{ filter: ['visibility = "public"'] }, { filterableAttributes: [COMPARED] }, 'invalid_search_filter'],
  [{ sort: ['monthlyCents:desc'] }, { sortableAttributes: ['order'] }, 'invalid_search_sort'],
  [{ facets: ['rev'] }, {}, 'invalid_search_facets'],
])('%j is refused where the settings %j do not allow it', (asks, settings, code) => {
  expect(() => asked(asks, settings)).toThrow(expect.objectContaining({ body: expect.objectContaining({ code }) as object }) as Error)
})

test('words are met as stems, the last goes on unless it is closed, and a synonym stands for others', () => {
  expect(idsOf(asked({ q: 'suvej ' }))).toBe('abc')
  expect(idsOf(asked({ q: 'krav ' }))).toBe('c')
  expect(idsOf(asked({ q: 'suvej krav' }))).toBe('bc')
  expect(idsOf(asked({ q: 'drebniek ' }))).toBe('abc')
  expect(idsOf(asked({ q: 'ce kategorij suvej ' }))).toBe('b')
  expect(idsOf(asked({ q: `${'suvej '.repeat(10)}nothing ` }))).toBe('abc')
})

test('drifted settings change the answer: fields that are not searched, and no more hits than the most', () => {
  expect(idsOf(asked({ q: 'suvej ' }, { searchableAttributes: ['title'] }))).toBe('ab')
  const few = asked({ page: 1, hitsPerPage: 20 }, { pagination: { maxTotalHits: 2 } })
  expect([idsOf(few), few.totalHits]).toEqual(['ab', 2])
})

test('hits come in pages, and beside them counts of every value of all that was found', () => {
  const page = asked({ page: 2, hitsPerPage: 1, facets: ['shifts', 'stated', 'contract'], attributesToRetrieve: ['id', 'title'] })
  expect(page).toMatchObject({ hits: [{ id: 'b' }], totalHits: 3 })
  expect(page.facetDistribution).toEqual({ shifts: { day: 3, night: 3 }, stated: { true: 2, false: 1 }, contract: {} })
  const cut = asked({ facets: ['shifts'], limit: 0 }, { faceting: { maxValuesPerFacet: 1 } })
  expect(cut).toMatchObject({ hits: [], estimatedTotalHits: 3, facetDistribution: { shifts: { day: 3 } } })
})

test('distances within a metre of each other are the same: then the newest is first', () => {
  const near = (id: string, metres: number, publishedAt: number) => ({
    ...DOCUMENT,
    id,
    order: id,
    title: 'x',
    publishedAt,
    _geo: { lat: 56 + metres / 111_195, lng: 21 },
  })
  const index = addDocuments(jobs(), {
    documents: [near('d', 0.2, 1), near('e', 0.9, 2), near('f', 1.9, 3)],
    primaryKey: 'id',
    merge: false,
  })
  const from = '56.0000000, 21.0000000'
  const sort = [`_geoPoint(${from}):asc`, 'publishedAt:desc', 'order:asc']
  expect(idsOf(searchAnswer(index, question.parse({ indexUid: 'jobs', filter: [`_geoRadius(${from}, 9.000)`], sort }), false))).toBe('edf')
})

test('out of time it tells so by how long it took, and what it has is in another order', () => {
  expect(asked({ q: 'suvej ' }, { searchCutoffMs: 70 }, true)).toMatchObject({
    processingTimeMs: 70,
    hits: [{ id: 'c' }, { id: 'b' }, { id: 'a' }],
  })
})
