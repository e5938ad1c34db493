// The task queue of the double: in order, one at a time, and what swaps, cancelations and deletions do to it.
import { expect, test } from 'vitest'
import { desk, idsIn, jobs, refusal } from '#tests/support/meilisearch/desk.ts'

const ROWS = [{ id: 1, kind: 'a' }]

test('an accepted task is not a done one', async () => {
  const { client, control } = await desk({ now: () => Date.UTC(2026, 6, 16) })
  control.pause()
  const index = client.index('jobs')
  const enqueued = await index.addDocuments(ROWS, { customMetadata: 'drain:1' })
  expect(enqueued).toEqual({
    taskUid: 0,
    indexUid: 'jobs',
    status: 'enqueued',
    type: 'documentAdditionOrUpdate',
    enqueuedAt: '2026-07-16T00:00:00.000Z',
    customMetadata: 'drain:1',
  })
  expect(await refusal(index.search(''))).toMatchObject({ code: 'index_not_found' })
  expect(await client.tasks.getTask(0)).toMatchObject({
    status: 'enqueued',
    details: { receivedDocuments: 1, indexedDocuments: null },
    startedAt: null,
  })
  control.begin()
  expect(await client.tasks.getTask(0)).toMatchObject({ status: 'processing', batchUid: 0 })
  expect((await client.getStats()).indexes).toEqual({})
  control.step()
  expect(await client.tasks.getTask(0)).toMatchObject({
    uid: 0,
    status: 'succeeded',
    details: { receivedDocuments: 1, indexedDocuments: 1 },
    error: null,
    customMetadata: 'drain:1',
    finishedAt: '2026-07-16T00:00:00.000Z',
  })
  expect(idsIn(await index.search(''))).toEqual([1])
})

test('the queue moves by itself and in order', async () => {
  const { client } = await desk()
  const index = client.index<{ id: number; v: number }>('jobs')
  const sent = await Promise.all(Array.from({ length: 20 }, (_, v) => index.addDocuments([{ id: 1, v }])))
  const tasks = await client.tasks.waitForTasks(sent, { interval: 5 })
  expect(new Set(tasks.map(({ status }) => status))).toEqual(new Set(['succeeded']))
  expect(await index.getDocument(1)).toEqual({ id: 1, v: expect.any(Number) as number })
  const last = sent.reduce((one, other) => (other.taskUid > one.taskUid ? other : one))
  expect((await index.getDocument(1)).v).toBe(sent.indexOf(last))
})

test('waiting for a task that failed is no failure of the waiting', async () => {
  const { client } = await desk()
  const task = await client.index('none').deleteDocument('1').waitTask({ interval: 5 })
  expect(task).toMatchObject({
    status: 'failed',
    error: { code: 'index_not_found', type: 'invalid_request' },
    details: { deletedDocuments: 0 },
  })
})

test('a swap leaves waiting tasks as they are: one before it meets the old data, one after it the new', async () => {
  const { client, control } = await desk()
  control.pause()
  const [live, fresh] = [client.index('live'), client.index('fresh')]
  await live.addDocuments([{ id: 'old' }])
  await fresh.addDocuments([{ id: 'new' }])
  control.settle()
  await live.addDocuments([{ id: 'before' }])
  await client.swapIndexes([{ indexes: ['live', 'fresh'], rename: false }])
  await live.addDocuments([{ id: 'after' }])
  control.settle()
  expect(control.documents('live')).toEqual([{ id: 'new' }, { id: 'after' }])
  expect(control.documents('fresh')).toEqual([{ id: 'old' }, { id: 'before' }])
  const { results } = await client.tasks.getTasks({ types: ['documentAdditionOrUpdate'] })
  expect(results.map(({ uid, indexUid }) => [uid, indexUid])).toEqual([
    [4, 'live'],
    [2, 'fresh'],
    [1, 'live'],
    [0, 'fresh'],
  ])
})

test('a swap of all pairs or of none; a rename wants a free name', async () => {
  const { client, control } = await desk()
  control.pause()
  for (const uid of ['a', 'b', 'c']) await client.index(uid).addDocuments([{ id: uid }])
  control.settle()
  await client.swapIndexes([
    { indexes: ['a', 'b'], rename: false },
    { indexes: ['c', 'd'], rename: false },
  ])
  expect(control.step()).toMatchObject({ status: 'failed', error: { code: 'index_not_found', message: 'Index `d` not found.' } })
  expect(control.documents('a')).toEqual([{ id: 'a' }])
  await client.swapIndexes([{ indexes: ['c', 'd'], rename: true }])
  expect(control.step()).toMatchObject({ status: 'succeeded', details: { swaps: [{ indexes: ['c', 'd'], rename: true }] } })
  expect(control.documents('d')).toEqual([{ id: 'c' }])
  expect(await refusal(client.getIndex('c'))).toMatchObject({ code: 'index_not_found' })
  await client.swapIndexes([{ indexes: ['a', 'b'], rename: true }])
  expect(control.step()).toMatchObject({ status: 'failed', error: { code: 'index_already_exists' } })
  const twice = client.swapIndexes([
    { indexes: ['a', 'b'], rename: false },
    { indexes: ['b', 'd'], rename: false },
  ])
  expect(await refusal(twice)).toMatchObject({ code: 'invalid_swap_duplicate_index_found' })
})

test('cancelling goes before everything that waits', async () => {
  const { client, control } = await desk()
  control.pause()
  const index = client.index('jobs')
  await index.addDocuments(ROWS)
  await index.addDocuments(ROWS)
  control.begin()
  await client.tasks.cancelTasks({ uids: [0, 1] })
  expect(control.step()).toMatchObject({
    uid: 2,
    type: 'taskCancelation',
    details: { matchedTasks: 2, canceledTasks: 2, originalFilter: '?uids=0%2C1' },
  })
  expect(await client.tasks.getTask(1)).toMatchObject({ status: 'canceled', canceledBy: 2, details: { indexedDocuments: 0 } })
  expect(control.step()).toBeNull()
  expect(await refusal(client.tasks.cancelTasks({}))).toMatchObject({ code: 'missing_task_filters' })
})

test('only finished tasks are deleted', async () => {
  const { client, control } = await desk()
  control.pause()
  await client.createIndex('a')
  control.step()
  await client.createIndex('b')
  await client.tasks.deleteTasks({ statuses: ['succeeded', 'enqueued'] })
  expect(control.step()).toMatchObject({ type: 'taskDeletion', details: { matchedTasks: 2, deletedTasks: 1 } })
  expect(await refusal(client.tasks.getTask(0))).toMatchObject({ status: 404, code: 'task_not_found' })
  expect((await client.tasks.getTask(1)).status).toBe('enqueued')
})

test('tasks are listed newest first, by page and by what they are', async () => {
  const { client, control } = await desk()
  control.pause()
  for (const uid of ['a', 'b', 'c', 'd', 'a']) await client.createIndex(uid)
  control.settle()
  const uids = async (params: Parameters<typeof client.tasks.getTasks>[0]) =>
    (await client.tasks.getTasks(params)).results.map(({ uid }) => uid)
  expect(await client.tasks.getTasks({ limit: 2 })).toMatchObject({ total: 5, limit: 2, from: 4, next: 2 })
  expect(await uids({ limit: 2, from: 2 })).toEqual([2, 1])
  expect(await uids({ statuses: ['failed'] })).toEqual([4])
  expect(await uids({ indexUids: ['a', 'b'] })).toEqual([4, 1, 0])
  expect(await uids({ uids: [1, 3] })).toEqual([3, 1])
  expect(await uids({ reverse: true, limit: 2 })).toEqual([0, 1])
  expect(await uids({ types: ['indexSwap'] })).toEqual([])
  expect(await refusal(client.tasks.getTasks({ statuses: ['done' as 'failed'] }))).toMatchObject({ code: 'invalid_task_statuses' })
  expect((await client.batches.getBatch(4)).stats).toMatchObject({ totalNbTasks: 1, status: { failed: 1 } })
})

test('a key is asked for, and only health is told without', async () => {
  const { url, client } = await desk({ key: 'secret' })
  expect((await fetch(`${url}/health`)).status).toBe(200)
  const missing = await fetch(`${url}/version`)
  expect([missing.status, ((await missing.json()) as { code: string }).code]).toEqual([401, 'missing_authorization_header'])
  const wrong = await fetch(`${url}/version`, { headers: { authorization: 'Bearer wrong' } })
  expect([wrong.status, await wrong.json()]).toEqual([
    403,
    {
      message: 'The provided API key is invalid.',
      code: 'invalid_api_key',
      type: 'auth',
      link: 'https://docs.meilisearch.com/errors#invalid_api_key',
    },
  ])
  expect((await client.getVersion()).pkgVersion).toBe('1.50.0')
})

test('the same rows through a history of puts and deletes end as a map would', async () => {
  const { index, control } = await jobs(
    { filterableAttributes: ['v', 'word'], searchableAttributes: ['word'], sortableAttributes: ['word'] },
    [],
  )
  // The columns are made now, and must be kept up from here on.
  await index.search('', { facets: ['v', 'word'], sort: ['word:asc'] })
  control.pause()
  const expected = new Map<number, { id: number; v: number; word: string }>()
  for (let step = 0; step < 300; step += 1) {
    const id = (step * 7919) % 37
    if (step % 3 === 2) {
      await index.deleteDocument(id)
      expected.delete(id)
    } else {
      const row = { id, v: step % 5, word: `w${step % 11}` }
      await index.addDocuments([row])
      expected.set(id, row)
    }
  }
  control.settle()
  const rows = [...expected.values()]
  const byId = (one: { id: number }, other: { id: number }) => one.id - other.id
  expect((control.documents('jobs') as typeof rows).sort(byId)).toEqual(rows.sort(byId))
  for (let v = 0; v < 5; v += 1) {
    const { hits, facetDistribution } = await index.search('', { filter: `v = ${v}`, limit: 100, facets: ['v'] })
    const wanted = rows.filter((row) => row.v === v)
    expect(hits.map(({ id }): unknown => id).sort()).toEqual(wanted.map(({ id }) => id).sort())
    expect(facetDistribution?.v ?? {}).toEqual(wanted.length === 0 ? {} : { [v]: wanted.length })
  }
  const { hits: sorted, facetDistribution: counts } = await index.search('', { facets: ['word'], sort: ['word:asc'], limit: 100 })
  expect(sorted.map(({ word }): unknown => word)).toEqual(rows.map(({ word }) => word).sort())
  const tally = (word: string) => rows.filter((row) => row.word === word).length
  expect(counts?.word).toEqual(Object.fromEntries(rows.map(({ word }) => [word, tally(word)])))
  for (let word = 0; word < 11; word += 1) {
    const { hits } = await index.search(`w${word} `, { limit: 100, matchingStrategy: 'all' })
    expect(hits.map(({ id }): unknown => id).sort()).toEqual(
      rows
        .filter((row) => row.word === `w${word}`)
        .map(({ id }) => id)
        .sort(),
    )
  }
})
