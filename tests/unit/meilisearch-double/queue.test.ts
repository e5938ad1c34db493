// The task queue of the Meilisearch double, seen from the real client: batches, swaps, lists and deletions of tasks.
import { Meilisearch } from 'meilisearch'
import { expect, onTestFinished, test } from 'vitest'
import { startMeilisearchDouble, type DoubleOptions } from '#tests/support/meilisearch/double.ts'

const GOOD = { id: 'good', _geo: { lat: 56.5, lng: 21 } }
const NOWHERE = { id: 'bad', _geo: { lat: 'north', lng: 21 } }

async function paused(options: DoubleOptions = {}) {
  const double = await startMeilisearchDouble({ taskMs: 0, ...options })
  onTestFinished(double.close)
  const client = new Meilisearch({ host: double.url })
  await client.createIndex('jobs', { primaryKey: 'id' })
  await client.index('jobs').updateSettings({ filterableAttributes: ['_geo'] })
  double.pause()
  /** Of the tasks since then. */
  const outcomes = () =>
    double
      .tasks()
      .slice(2)
      .map(({ batchUid, status, error }) => [batchUid, status, error?.code ?? null])
  return { double, client, jobs: client.index('jobs'), outcomes }
}

test('an accepted task is not a done one', async () => {
  const { double, client, jobs } = await paused()
  const { taskUid } = await jobs.addDocuments([GOOD])
  const task = { type: 'documentAdditionOrUpdate', indexUid: 'jobs' }
  expect(await client.tasks.getTask(taskUid)).toMatchObject({ ...task, status: 'enqueued' })
  expect(double.documents('jobs')).toEqual([])
  double.resume()
  expect(await client.tasks.getTask(taskUid)).toMatchObject({ ...task, status: 'succeeded' })
  expect(double.documents('jobs')).toEqual([GOOD])
})

test('tasks that wait are batched, and one document that cannot be indexed fails its batch', async () => {
  const { double, jobs, outcomes } = await paused()
  await jobs.addDocuments([GOOD])
  await jobs.deleteDocuments(['other'])
  await jobs.addDocuments([NOWHERE])
  double.resume()
  expect(outcomes()).toEqual(Array(3).fill([2, 'failed', 'invalid_document_geo_field']))
  expect(double.documents('jobs')).toEqual([])
  await jobs.addDocuments([GOOD])
  expect(double.documents('jobs')).toEqual([GOOD])
})

test('a document without a proper id fails its own task and no other', async () => {
  const { double, jobs, outcomes } = await paused()
  await jobs.addDocuments([GOOD])
  await jobs.addDocuments([{ id: 'other' }, { id: 'a[b]' }])
  double.resume()
  expect(outcomes()).toEqual([
    [2, 'succeeded', null],
    [2, 'failed', 'invalid_document_id'],
  ])
  expect(double.documents('jobs')).toEqual([GOOD])
})

test('a batch is of one index, ends before settings, and forms again when it is over', async () => {
  const { double, client, jobs, outcomes } = await paused()
  await jobs.addDocuments([GOOD])
  await client.index('others').addDocuments([{ id: 1 }], { primaryKey: 'id' })
  await jobs.deleteDocument('good')
  await jobs.updateSettings({ sortableAttributes: ['a'] })
  await jobs.updateSettings({ sortableAttributes: ['b'] })
  await jobs.addDocuments([GOOD])
  double.resume()
  expect(outcomes().map(([batch]) => batch)).toEqual([2, 3, 2, 4, 4, 5])
  expect(await jobs.getSettings()).toMatchObject({ sortableAttributes: ['b'], filterableAttributes: ['_geo'] })
})

test('what waits when its index is deleted is taken for done', async () => {
  const { double, client, jobs, outcomes } = await paused()
  await jobs.addDocuments([NOWHERE])
  await client.deleteIndex('jobs')
  double.resume()
  expect(outcomes()).toEqual(Array(2).fill([2, 'succeeded', null]))
  expect((await client.getRawIndexes()).results).toEqual([])
})

test('a batch at work takes nothing more in: what comes meanwhile is the next one', async () => {
  const { double, jobs } = await paused({ taskMs: 200 })
  await jobs.addDocuments([GOOD])
  double.resume()
  await expect.poll(() => double.tasks()[2]?.status, { interval: 5, timeout: 10_000 }).toBe('processing')
  double.pause()
  await jobs.addDocuments([{ id: 'late' }])
  await jobs.addDocuments([{ id: 'later' }])
  double.resume()
  await expect.poll(() => double.tasks().map(({ batchUid }) => batchUid), { timeout: 10_000 }).toEqual([0, 1, 2, 3, 3])
})

test('a planned failure takes the batch of the task with it, and waiting for that is no failure of the waiting', async () => {
  const { double, jobs, outcomes } = await paused()
  double.failNext('documentDeletion')
  await jobs.addDocuments([GOOD])
  const deletion = jobs.deleteDocuments(['good'])
  await deletion
  double.resume()
  expect(await deletion.waitTask()).toMatchObject({ status: 'failed', error: { type: 'internal' } })
  expect(outcomes()).toEqual(Array(2).fill([2, 'failed', 'internal']))
})

test('a swap leaves what waits: before it to the old data, after it to the new; its tasks go along', async () => {
  const { double, client, jobs } = await paused()
  const fresh = client.index('fresh')
  await client.createIndex('fresh', { primaryKey: 'id' })
  const made = await Promise.all(
    [jobs, fresh].map(async (index) => index.addDocuments([{ id: `first of ${index.uid}`.replaceAll(' ', '-') }])),
  )
  await client.swapIndexes([{ indexes: ['jobs', 'fresh'], rename: false }])
  await jobs.addDocuments([{ id: 'after' }])
  double.resume()
  expect(double.documents('jobs').map(({ id }) => id)).toEqual(['first-of-fresh', 'after'])
  expect(double.documents('fresh').map(({ id }) => id)).toEqual(['first-of-jobs'])
  expect((await client.tasks.getTask(made[0]?.taskUid ?? 0)).indexUid).toBe('fresh')
})

test('a swap is of all pairs or of none, and a new name must be free', async () => {
  const { double, client } = await paused()
  double.resume()
  const swapped = async (indexes: [string, string], rename: boolean) =>
    (await client.swapIndexes([{ indexes, rename }]).waitTask()).error?.code ?? null
  expect(await swapped(['jobs', 'none'], false)).toBe('index_not_found')
  const { createdAt } = await client.index('jobs').getRawInfo()
  expect(await swapped(['jobs', 'none'], true)).toBeNull()
  await client.createIndex('jobs', { primaryKey: 'id' })
  expect(await swapped(['jobs', 'none'], true)).toBe('index_already_exists')
  // The time at which it was made goes along with an index, and no two have the same.
  expect((await client.index('none').getRawInfo()).createdAt).toBe(createdAt)
  expect((await client.index('jobs').getRawInfo()).createdAt).not.toBe(createdAt)
})

test('tasks are listed newest first, by what they are, and forgotten once they are over', async () => {
  const { client, double, jobs } = await paused()
  const uids = async (asked: Parameters<typeof client.tasks.getTasks>[0]) =>
    (await client.tasks.getTasks(asked)).results.map(({ uid }) => uid)
  await jobs.addDocuments([GOOD])
  await client.index('others').deleteDocument('1')
  expect(await client.tasks.getTasks({ limit: 2 })).toMatchObject({ total: 4, from: 3, next: 1 })
  expect(await uids({ statuses: ['enqueued'], indexUids: ['jobs'] })).toEqual([2])
  expect(await uids({ types: ['settingsUpdate', 'indexSwap'] })).toEqual([1])
  await expect(client.tasks.deleteTasks({})).rejects.toMatchObject({ cause: { code: 'missing_task_filters' } })
  const { taskUid } = await client.tasks.deleteTasks({ statuses: ['enqueued', 'succeeded'] })
  double.resume()
  // It goes first, so that the two that waited were not over yet.
  expect(await client.tasks.getTask(taskUid)).toMatchObject({ status: 'succeeded', details: { matchedTasks: 4, deletedTasks: 2 } })
  expect(await uids({})).toEqual([4, 3, 2])
  await expect(client.tasks.getTask(0)).rejects.toMatchObject({ cause: { code: 'task_not_found' } })
})
