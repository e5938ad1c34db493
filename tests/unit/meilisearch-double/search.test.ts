// What a search on the double finds, and in which order.
import { expect, test } from 'vitest'
import { desk, idsIn, jobs, refusal } from '#tests/support/meilisearch/desk.ts'

const PLAIN = { searchableAttributes: ['title', 'meta', 'body'], rankingRules: ['words', 'typo', 'attributeRank', 'sort', 'exactness'] }

test('the last word is a beginning unless something follows it', async () => {
  const { index } = await jobs(PLAIN, [
    { id: 1, title: 'šuvēja' },
    { id: 2, title: 'šuve' },
  ])
  expect(idsIn(await index.search('suve'))).toEqual([2, 1])
  expect(idsIn(await index.search('suve '))).toEqual([2])
})

test('one slip is forgiven from five letters, two from nine, counted in letters and not in bytes', async () => {
  const documents = [
    { id: 1, title: 'wood' },
    { id: 2, title: 'doors' },
    { id: 3, title: 'carpenters' },
    { id: 4, title: 'повар' },
  ]
  const { index } = await jobs(PLAIN, documents)
  expect(idsIn(await index.search('wodo '))).toEqual([])
  expect(idsIn(await index.search('dors '))).toEqual([])
  expect(idsIn(await index.search('dooors '))).toEqual([2])
  expect(idsIn(await index.search('dorso '))).toEqual([])
  expect(idsIn(await index.search('doosr '))).toEqual([2])
  expect(idsIn(await index.search('carpnetesr '))).toEqual([3])
  expect(idsIn(await index.search('crpnetesr '))).toEqual([])
  expect(idsIn(await index.search('павар '))).toEqual([4])
  expect(idsIn(await index.search('пова '))).toEqual([])
})

test('a wrong first letter counts twice', async () => {
  const { index } = await jobs(PLAIN, [
    { id: 1, title: 'carpenters' },
    { id: 2, title: 'doors' },
  ])
  expect(idsIn(await index.search('karpenters '))).toEqual([1])
  expect(idsIn(await index.search('karpentres '))).toEqual([])
  expect(idsIn(await index.search('toors '))).toEqual([])
})

test('shorter words may slip when the settings say so, numbers never need to', async () => {
  const sizes = { minWordSizeForTypos: { oneTypo: 4, twoTypos: 7 } }
  const documents = [
    { id: 1, title: 'wood' },
    { id: 2, title: '12345' },
  ]
  const { index } = await jobs({ ...PLAIN, typoTolerance: { ...sizes, disableOnNumbers: true } }, documents)
  expect(idsIn(await index.search('wodo '))).toEqual([1])
  expect(idsIn(await index.search('12346 '))).toEqual([])
  const { index: lenient } = await jobs({ ...PLAIN, typoTolerance: sizes }, documents)
  expect(idsIn(await lenient.search('12346 '))).toEqual([2])
})

test('signs are separators unless the settings say otherwise', async () => {
  const documents = [
    { id: 1, title: 'c++' },
    { id: 2, title: 'c#' },
  ]
  const { index } = await jobs(PLAIN, documents)
  expect(idsIn(await index.search('c# '))).toEqual([1, 2])
  const { index: signs } = await jobs({ ...PLAIN, nonSeparatorTokens: ['+', '#'], separatorTokens: ['x'] }, [
    ...documents,
    { id: 3, title: 'taxi' },
  ])
  expect(idsIn(await signs.search('c# '))).toEqual([2])
  expect(idsIn(await signs.search('ta i ', { matchingStrategy: 'all' }))).toEqual([3])
})

test('ё is one slip away from е, Latin marks are none', async () => {
  const { index } = await jobs(PLAIN, [
    { id: 1, title: 'приём' },
    { id: 2, title: 'ķērājs' },
  ])
  expect(idsIn(await index.search('прием ', { showRankingScoreDetails: true }))).toEqual([1])
  const { hits } = await index.search('прием ', { showRankingScoreDetails: true })
  expect(hits[0]?._rankingScoreDetails?.typo?.typoCount).toBe(1)
  const { hits: latin } = await index.search('kerajs ', { showRankingScoreDetails: true })
  expect(latin[0]?._rankingScoreDetails?.typo?.typoCount).toBe(0)
})

test('each strategy gives up other words', async () => {
  const documents = [
    { id: 1, title: 'galdnieks liepaja' },
    { id: 2, title: 'galdnieks' },
    { id: 3, title: 'darbs liepaja' },
    { id: 4, title: 'darbs galdnieks' },
    { id: 5, title: 'darbs' },
  ]
  const { index } = await jobs(PLAIN, documents)
  const found = async (q: string, matchingStrategy: 'all' | 'last' | 'frequency') => idsIn(await index.search(q, { matchingStrategy }))
  expect(await found('darbs liepaja ', 'all')).toEqual([3])
  expect(await found('darbs liepaja ', 'last')).toEqual([3, 4, 5])
  expect(await found('darbs liepaja ', 'frequency')).toEqual([3, 1])
})

test('a phrase is never given up', async () => {
  const { index } = await jobs(PLAIN, [
    { id: 1, title: 'tig metinatajs' },
    { id: 2, title: 'darbs liepaja' },
    { id: 3, title: 'darbs tig metinatajs' },
  ])
  expect(idsIn(await index.search('darbs "tig metinatajs" liepaja ', { matchingStrategy: 'last' }))).toEqual([3, 1])
})

test('only the first ten words are looked for', async () => {
  const { index } = await jobs(PLAIN, [{ id: 1, title: 'a1 a2 a3 a4 a5 a6 a7 a8 a9 a10' }])
  expect(idsIn(await index.search('a1 a2 a3 a4 a5 a6 a7 a8 a9 a10 missing', { matchingStrategy: 'all' }))).toEqual([1])
  expect(idsIn(await index.search('a1 a2 a3 a4 a5 a6 a7 a8 a9 missing', { matchingStrategy: 'all' }))).toEqual([])
})

test('a synonym goes one way, also from and to several words', async () => {
  const synonyms = { soferis: ['autovaditajs'], 'c kategorija': ['kravas auto'] }
  const documents = [
    { id: 1, title: 'autovaditajs' },
    { id: 2, title: 'soferis' },
    { id: 3, title: 'vada kravas auto' },
  ]
  const { index } = await jobs({ ...PLAIN, synonyms }, documents)
  expect(idsIn(await index.search('soferis')).sort()).toEqual([1, 2])
  expect(idsIn(await index.search('autovaditajs'))).toEqual([1])
  expect(idsIn(await index.search('c kategorija ', { matchingStrategy: 'all' }))).toEqual([3])
})

test('stop words are looked for only when they end the query', async () => {
  const { index } = await jobs({ ...PLAIN, stopWords: ['un'] }, [{ id: 1, title: 'maize un piens' }])
  expect(idsIn(await index.search('un maize', { matchingStrategy: 'all' }))).toEqual([1])
  expect(idsIn(await index.search('maize un', { matchingStrategy: 'all' }))).toEqual([])
})

test('words in quotes stand together, words after a minus not at all', async () => {
  const { index } = await jobs(PLAIN, [
    { id: 1, title: 'tig metinatajs' },
    { id: 2, title: 'metinatajs, tig' },
  ])
  expect(idsIn(await index.search('"tig metinatajs"'))).toEqual([1])
  expect(idsIn(await index.search('metinatajs -tig'))).toEqual([])
  expect(idsIn(await index.search('metinatajs -"tig metinatajs"'))).toEqual([2])
})

test('two words may be written as one and one as two', async () => {
  const { index } = await jobs(PLAIN, [
    { id: 1, title: 'kravasauto' },
    { id: 2, title: 'kravas auto' },
  ])
  expect(idsIn(await index.search('kravas auto ', { matchingStrategy: 'all' })).sort()).toEqual([1, 2])
  expect(idsIn(await index.search('kravasauto ', { matchingStrategy: 'all' })).sort()).toEqual([1, 2])
})

test('what is nearer the front of the searchable fields comes first, then what was asked to sort, then the own rule', async () => {
  const documents = [
    { id: 1, body: 'virpotajs', at: 9 },
    { id: 2, meta: 'virpotajs', at: 1 },
    { id: 3, title: 'virpotajs', at: 1, pay: 5 },
    { id: 4, title: 'virpotajs', at: 2, pay: 4 },
    { id: 5, title: 'virpotajs', at: 3 },
  ]
  const { index } = await jobs({ ...PLAIN, rankingRules: [...PLAIN.rankingRules, 'at:desc'], sortableAttributes: ['pay'] }, documents)
  expect(idsIn(await index.search('virpotajs'))).toEqual([5, 4, 3, 2, 1])
  expect(idsIn(await index.search('virpotajs', { sort: ['pay:asc'] }))).toEqual([4, 3, 5, 2, 1])
  expect(await refusal(index.search('virpotajs', { sort: ['at:asc'] }))).toMatchObject({ status: 400, code: 'invalid_search_sort' })
  expect(await refusal(index.search('virpotajs', { sort: ['pay'] }))).toMatchObject({ code: 'invalid_search_sort' })
})

test('the cheapest way through the words decides: fewer slips before a better field', async () => {
  const documents = [
    { id: 1, title: 'galdnieku', body: 'galdnieks' },
    { id: 2, title: 'galdnieku' },
  ]
  const { index } = await jobs(PLAIN, documents)
  const { hits } = await index.search('galdnieks ', { showRankingScoreDetails: true })
  expect(hits.map(({ id, _rankingScoreDetails }): unknown[] => [id, _rankingScoreDetails?.typo?.typoCount])).toEqual([
    [1, 0],
    [2, 1],
  ])
})

test('pages have exact totals up to the cap, offsets an estimate', async () => {
  const documents = Array.from({ length: 30 }, (_, id) => ({ id, title: 'pavars' }))
  const { index } = await jobs({ ...PLAIN, pagination: { maxTotalHits: 25 } }, documents)
  const page = await index.search('pavars', { page: 3, hitsPerPage: 10 })
  expect(page).toMatchObject({ totalHits: 25, totalPages: 3, page: 3, hitsPerPage: 10 })
  expect(idsIn(page)).toEqual([20, 21, 22, 23, 24])
  const part = await index.search('pavars', { offset: 20, limit: 20 })
  expect(part).toMatchObject({ estimatedTotalHits: 25, offset: 20, limit: 20 })
  expect(idsIn(part)).toEqual([20, 21, 22, 23, 24])
  expect(idsIn(await index.search('pavars', { page: 0, hitsPerPage: 10 }))).toEqual([])
})

test('facets count all that was found, in words, with the range of numbers', async () => {
  const documents = [
    { id: 1, title: 'x', shift: ['day', 'Night'], pay: 900, remote: true },
    { id: 2, title: 'x', shift: ['day'], pay: 1200, remote: false },
    { id: 3, title: 'x', shift: [] },
    { id: 4, title: 'y', shift: ['day'], pay: 5 },
  ]
  const settings = { ...PLAIN, filterableAttributes: ['shift', 'pay', 'remote'] }
  const { index } = await jobs(settings, documents)
  const answer = await index.search('x', { facets: ['shift', 'pay', 'remote'], limit: 1 })
  expect(answer.facetDistribution).toEqual({ shift: { day: 2, Night: 1 }, pay: { 900: 1, 1200: 1 }, remote: { true: 1, false: 1 } })
  expect(answer.facetStats).toEqual({ pay: { min: 900, max: 1200 } })
  expect(answer.hits).toHaveLength(1)
  expect(await refusal(index.search('', { facets: ['title'] }))).toMatchObject({ code: 'invalid_search_facets' })
})

test('no more values of a facet than the settings say', async () => {
  const documents = [
    { id: 1, kind: ['a', 'b', 'c'] },
    { id: 2, kind: ['c'] },
  ]
  const faceting = { maxValuesPerFacet: 2 }
  const { index } = await jobs({ filterableAttributes: ['kind'], faceting }, documents)
  expect((await index.search('', { facets: ['kind'] })).facetDistribution).toEqual({ kind: { a: 1, b: 1 } })
  const { index: counted } = await jobs(
    { filterableAttributes: ['kind'], faceting: { ...faceting, sortFacetValuesBy: { kind: 'count' } } },
    documents,
  )
  expect((await counted.search('', { facets: ['kind'] })).facetDistribution).toEqual({ kind: { c: 2, a: 1 } })
})

test('places sort by distance and say it in metres', async () => {
  const documents = [
    { id: 'Riga', _geo: { lat: 56.9496, lng: 24.1052 } },
    { id: 'Liepaja', _geo: { lat: 56.5047, lng: 21.0108 } },
    { id: 'Ventspils', _geo: { lat: 57.3937, lng: 21.5647 } },
    { id: 'nowhere' },
  ]
  const { index } = await jobs({ filterableAttributes: ['_geo'], sortableAttributes: ['_geo'] }, documents)
  const near = await index.search('', { sort: ['_geoPoint(56.51, 21.01):asc'] })
  expect(near.hits.map(({ id, _geoDistance }): unknown[] => [id, _geoDistance])).toEqual([
    ['Liepaja', 591],
    ['Ventspils', 103_860],
    ['Riga', 195_014],
    ['nowhere', undefined],
  ])
  expect(idsIn(await index.search('', { filter: '_geoRadius(56.51, 21.01, 104000)' })).sort()).toEqual(['Liepaja', 'Ventspils'])
  expect(idsIn(await index.search('', { filter: '_geoBoundingBox([57, 25], [56, 20])' })).sort()).toEqual(['Liepaja', 'Riga'])
  expect(await refusal(index.search('', { sort: ['_geoPoint(91, 0):asc'] }))).toMatchObject({ code: 'invalid_search_sort' })
})

test('several searches are answered together, and refused together', async () => {
  const { client } = await jobs({ ...PLAIN, filterableAttributes: ['kind'] }, [
    { id: 1, kind: 'a' },
    { id: 2, kind: 'b' },
  ])
  const query = (filter: string) => ({ indexUid: 'jobs', filter })
  const { results } = await client.multiSearch({ queries: [query('kind = a'), query('kind = b')] })
  expect(results.map((result) => [result.indexUid, ...idsIn(result)])).toEqual([
    ['jobs', 1],
    ['jobs', 2],
  ])
  const refused = await refusal(client.multiSearch({ queries: [query('kind = a'), query('kind =')] }))
  expect(refused).toMatchObject({ status: 400, code: 'invalid_search_filter' })
  expect(refused.message).toContain('.queries[1]')
  const nowhere = await refusal(client.multiSearch({ queries: [{ indexUid: 'none' }] }))
  expect(nowhere).toEqual({ status: 400, code: 'index_not_found', message: 'Inside `.queries[0]`: Index `none` not found.' })
})

test('only the fields asked for and shown by the settings come back', async () => {
  const { index } = await jobs({ ...PLAIN, displayedAttributes: ['id', 'title'] }, [{ id: 1, title: 'x', body: 'secret' }])
  expect((await index.search('secret')).hits).toEqual([{ id: 1, title: 'x' }])
  expect((await index.search('', { attributesToRetrieve: ['id', 'body'] })).hits).toEqual([{ id: 1 }])
})

test('what the double does not know it refuses loudly', async () => {
  const { client, index } = await jobs(PLAIN, [])
  expect(await refusal(index.search('', { attributesToHighlight: ['*'] }))).toMatchObject({ status: 501, code: 'unknown_to_double' })
  const misspelt: object = { matchingstrategy: 'all' }
  expect(await refusal(index.search('', misspelt))).toMatchObject({ status: 400, code: 'bad_request' })
  expect(await refusal(client.getKeys())).toMatchObject({ status: 501 })
})

test('an index that is not there is an error, not an empty answer', async () => {
  const { client } = await desk()
  expect(await refusal(client.index('none').search(''))).toMatchObject({
    status: 404,
    code: 'index_not_found',
    message: 'Index `none` not found.',
  })
})
