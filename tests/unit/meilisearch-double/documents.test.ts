// Documents and settings on the double: what is taken, what fails a whole task, what comes back.
import { expect, test } from 'vitest'
import { desk, idsIn, jobs, refusal } from '#tests/support/meilisearch/desk.ts'

async function outcome(documents: Record<string, unknown>[], primaryKey?: string, filterableAttributes: string[] = ['_geo']) {
  const { client, control } = await desk()
  control.pause()
  const index = client.index('jobs')
  await index.updateSettings({ filterableAttributes })
  await index.addDocuments(documents, primaryKey === undefined ? {} : { primaryKey })
  control.step()
  const task = control.step()
  return { task, code: (task?.error as { code: string } | null)?.code ?? null, kept: control.documents('jobs') }
}

test.each([
  [[{ id: 'a' }, { id: 'a[b]' }], 'id', 'invalid_document_id'],
  [[{ id: 'a' }, { id: '' }], 'id', 'invalid_document_id'],
  [[{ id: 'a' }, { id: 1.5 }], 'id', 'invalid_document_id'],
  [[{ id: 'a' }, { name: 'b' }], 'id', 'missing_document_id'],
  [[{ id: 'a' }, { id: 'b', _geo: { lat: 'north', lng: 1 } }], 'id', 'invalid_document_geo_field'],
  [[{ id: 'a' }, { id: 'b', _geo: { lat: 1 } }], 'id', 'invalid_document_geo_field'],
  [[{ id: 'a' }, { id: 'b', _geo: { lat: 1, lng: 2, alt: 3 } }], 'id', 'invalid_document_geo_field'],
  [[{ id: 'a' }, { id: 'b', _geo: [1, 2] }], 'id', 'invalid_document_geo_field'],
  [[{ id: 'a', employerId: 'b' }], undefined, 'index_primary_key_multiple_candidates_found'],
  [[{ name: 'a' }], undefined, 'index_primary_key_no_candidate_found'],
])('one bad document fails its task, and nothing of it stays: %j', async (documents, primaryKey, code) => {
  const { task, code: found, kept } = await outcome(documents, primaryKey)
  expect([found, task?.status, kept]).toEqual([code, 'failed', []])
  expect(task?.details).toMatchObject({ receivedDocuments: documents.length, indexedDocuments: 0 })
})

test('a place may be texts of numbers or null, and is only looked at when the settings ask', async () => {
  const good = [
    { id: 'a', _geo: { lat: '56.5', lng: 21 } },
    { id: 'b', _geo: null },
  ]
  expect((await outcome(good)).code).toBeNull()
  expect((await outcome([{ id: 'a', _geo: 'anywhere' }], 'id', [])).code).toBeNull()
})

test('a put merges, a post replaces; neither need make a document', async () => {
  const { index, control } = await jobs({}, [{ id: 1, a: 1, b: 1 }])
  await index
    .updateDocuments(
      [
        { id: 1, b: 2 },
        { id: 2, b: 2 },
      ],
      { skipCreation: true },
    )
    .waitTask({ interval: 5 })
  expect(control.documents('jobs')).toEqual([{ id: 1, a: 1, b: 2 }])
  await index.addDocuments([{ id: 1, c: 3 }]).waitTask({ interval: 5 })
  expect(control.documents('jobs')).toEqual([{ id: 1, c: 3 }])
})

test('documents are deleted by id, by ids, by filter, and all', async () => {
  const rows = Array.from({ length: 8 }, (_, id) => ({ id, kind: id % 2 === 0 ? 'even' : 'odd' }))
  const { index, control } = await jobs({ filterableAttributes: ['kind'] }, rows)
  const wait = { interval: 5 }
  const left = () => control.documents('jobs').map(({ id }) => id)
  expect((await index.deleteDocument(0).waitTask(wait)).details).toMatchObject({ providedIds: 1, deletedDocuments: 1 })
  expect((await index.deleteDocuments(['1', '99']).waitTask(wait)).details).toMatchObject({ providedIds: 2, deletedDocuments: 1 })
  expect(left()).toEqual([2, 3, 4, 5, 6, 7])
  const filtered = await index.deleteDocuments({ filter: 'kind = even' }).waitTask(wait)
  expect(filtered.details).toEqual({ providedIds: 0, deletedDocuments: 3, originalFilter: '"kind = even"' })
  expect(left()).toEqual([3, 5, 7])
  expect(await refusal(index.deleteDocuments({ filter: 'kind =' }))).toMatchObject({ code: 'invalid_document_filter' })
  const notFilterable = await index.deleteDocuments({ filter: 'id = 3' }).waitTask(wait)
  expect(notFilterable).toMatchObject({ status: 'failed', error: { code: 'invalid_document_filter' } })
  await index.deleteAllDocuments().waitTask(wait)
  expect(left()).toEqual([])
})

test('documents are read in pages, with the fields asked for, by filter and one by one', async () => {
  const rows = Array.from({ length: 25 }, (_, id) => ({ id, rev: `r${id}`, kind: id > 20 ? 'late' : 'early' }))
  const { index } = await jobs({ filterableAttributes: ['kind'] }, rows)
  const page = await index.getDocuments({ offset: 20, limit: 3, fields: ['id', 'rev'] })
  expect(page).toEqual({ results: rows.slice(20, 23).map(({ id, rev }) => ({ id, rev })), offset: 20, limit: 3, total: 25 })
  expect(await index.getDocuments({ filter: 'kind = late', fields: ['id'], limit: 2 })).toMatchObject({
    total: 4,
    results: [{ id: 21 }, { id: 22 }],
  })
  expect((await index.getDocuments()).results).toHaveLength(20)
  expect(await index.getDocument(3, { fields: ['rev'] })).toEqual({ rev: 'r3' })
  expect(await refusal(index.getDocument('none'))).toMatchObject({ status: 404, code: 'document_not_found' })
  expect(await refusal(index.getDocuments({ filter: 'rev = r1' }))).toMatchObject({ code: 'invalid_document_filter' })
})

test('numbers of deleted documents are taken again, so equal documents keep no order of arrival', async () => {
  const { index } = await jobs({}, [{ id: 'a' }, { id: 'b' }, { id: 'c' }])
  await index.deleteDocument('a').waitTask({ interval: 5 })
  await index.addDocuments([{ id: 'd' }]).waitTask({ interval: 5 })
  expect(idsIn(await index.search(''))).toEqual(['d', 'b', 'c'])
})

test('settings come back whole; null resets; some are merged and others replaced', async () => {
  const { index } = await jobs({ typoTolerance: { minWordSizeForTypos: { oneTypo: 4 } }, stopWords: ['un', 'ar'] }, [])
  const settings = await index.getSettings()
  expect(settings).toMatchObject({
    typoTolerance: { enabled: true, minWordSizeForTypos: { oneTypo: 4, twoTypos: 9 }, disableOnNumbers: false },
    stopWords: ['ar', 'un'],
    rankingRules: ['words', 'typo', 'proximity', 'attributeRank', 'sort', 'wordPosition', 'exactness'],
    pagination: { maxTotalHits: 1000 },
  })
  const wait = { interval: 5 }
  await index.updateSettings({ typoTolerance: { disableOnNumbers: true }, stopWords: null }).waitTask(wait)
  expect(await index.getTypoTolerance()).toMatchObject({ minWordSizeForTypos: { oneTypo: 4 }, disableOnNumbers: true })
  expect(await index.getStopWords()).toEqual([])
  await index.updateSynonyms({ soferis: ['autovaditajs'] }).waitTask(wait)
  await index.updatePagination({ maxTotalHits: 50 }).waitTask(wait)
  expect([await index.getSynonyms(), await index.getPagination()]).toEqual([{ soferis: ['autovaditajs'] }, { maxTotalHits: 50 }])
  await index.resetSettings().waitTask(wait)
  expect(await index.getSynonyms()).toEqual({})
})

test('settings that make no sense are refused before there is a task', async () => {
  const { index, control } = await jobs({}, [])
  control.forgetLog()
  const before = control.tasks().length
  expect(await refusal(index.updateSettings({ rankingRules: ['speed'] }))).toMatchObject({
    status: 400,
    code: 'invalid_settings_ranking_rules',
  })
  const sizes = { minWordSizeForTypos: { oneTypo: 9, twoTypos: 4 } }
  expect(await refusal(index.updateSettings({ typoTolerance: sizes }))).toMatchObject({ code: 'invalid_settings_typo_tolerance' })
  expect(await refusal(index.updateSettings({ color: 1 } as object))).toMatchObject({ code: 'bad_request' })
  expect(control.tasks()).toHaveLength(before)
  expect(control.log().map(({ route }) => route)).toEqual(Array(3).fill('PATCH /indexes/:uid/settings'))
})

test('granular filter rules come back with what was left out', async () => {
  const rule = { attributePatterns: ['kind'] } as unknown as string
  const { index } = await jobs({ filterableAttributes: ['id', rule] }, [])
  expect(await index.getFilterableAttributes()).toEqual([
    'id',
    { attributePatterns: ['kind'], features: { facetSearch: false, filter: { equality: true, comparison: false } } },
  ])
})

test('indexes are made, listed, counted, changed and deleted', async () => {
  const { client } = await desk()
  const wait = { interval: 5 }
  await client.createIndex('b', { primaryKey: 'key' }).waitTask(wait)
  await client.createIndex('a').waitTask(wait)
  expect(await client.createIndex('a').waitTask(wait)).toMatchObject({ status: 'failed', error: { code: 'index_already_exists' } })
  expect((await client.getRawIndexes()).results.map(({ uid, primaryKey }) => [uid, primaryKey])).toEqual([
    ['a', null],
    ['b', 'key'],
  ])
  expect(await refusal(client.createIndex('no spaces'))).toMatchObject({ code: 'invalid_index_uid' })
  await client
    .index('b')
    .addDocuments([{ key: 1, more: 1 }, { key: 2 }])
    .waitTask(wait)
  expect(await client.index('b').getStats()).toMatchObject({
    numberOfDocuments: 2,
    isIndexing: false,
    fieldDistribution: { key: 2, more: 1 },
  })
  const changed = await client.updateIndex('b', { primaryKey: 'other' }).waitTask(wait)
  expect(changed).toMatchObject({ status: 'failed', error: { code: 'index_primary_key_already_exists' } })
  const wrongKey = await client
    .index('b')
    .addDocuments([{ id: 1 }], { primaryKey: 'id' })
    .waitTask(wait)
  expect(wrongKey).toMatchObject({ status: 'failed', error: { code: 'index_primary_key_already_exists' } })
  await client.deleteIndex('b').waitTask(wait)
  expect(Object.keys((await client.getStats()).indexes)).toEqual(['a'])
  expect(await client.deleteIndexIfExists('b')).toBe(true)
})
