// What a batch of tasks does to the indexes, and what becomes of each task.
import { addDocuments, emptyIndex, neededIndex, swapIndexes, withoutDocuments, type Indexes, type SearchIndex } from './indexes.ts'
import { Refusal } from './refusal.ts'
import { changedSettings } from './settings.ts'
import type { Held, Task, TaskQueue, Work } from './tasks.ts'

export type Server = {
  indexes: Indexes
  queue: TaskQueue
  /** Of no two moments the same, as on a server that counts nanoseconds. */
  now: () => string
  /** Of the next batch with a task of this type: none of it is done. */
  planned: Map<string, Refusal>
}

function succeed(task: Task, details: Record<string, unknown> = {}): void {
  Object.assign(task, { status: 'succeeded', details: { ...task.details, ...details } })
}

/** One task of a batch on a draft of its index. */
function drafted(index: SearchIndex, work: Work): SearchIndex {
  if (work.type === 'documentAdditionOrUpdate') return addDocuments(index, work)
  if (work.type === 'documentDeletion') return withoutDocuments(index, work.ids)
  if (work.type === 'settingsUpdate') return { ...index, settings: changedSettings(index.settings, work.change) }
  throw new Error(`Not the work of a batch: ${work.type}`)
}

/** Nothing of it stays when it fails as a whole. */
function workOnIndex({ indexes, now }: Server, uid: string, batch: readonly Held[]): void {
  const makes = batch.some(({ work }) => work.type === 'documentAdditionOrUpdate' || work.type === 'settingsUpdate')
  let index = makes && !indexes.has(uid) ? emptyIndex(now(), null) : neededIndex(indexes, uid)
  for (const { task, work } of batch) {
    try {
      index = drafted(index, work)
      succeed(task)
    } catch (error) {
      if (!(error instanceof Refusal) || error.ofBatch) throw error
      Object.assign(task, { status: 'failed', error: error.body })
    }
  }
  indexes.set(uid, index)
}

/** Whatever waited before the deletion is taken for done. */
function deleteIndex({ indexes }: Server, uid: string, batch: readonly Held[]): void {
  if (!indexes.delete(uid) && batch.length === 1) neededIndex(indexes, uid)
  for (const { task } of batch) succeed(task)
}

function workOff(server: Server, batch: readonly Held[]): void {
  const [first] = batch
  const last = batch.at(-1)
  if (!first || !last) return
  const uid = first.task.indexUid ?? ''
  const { work, task } = first
  if (last.work.type === 'indexDeletion') deleteIndex(server, uid, batch)
  else if (work.type === 'indexCreation') {
    if (server.indexes.has(uid)) throw new Refusal('index_already_exists', `Index \`${uid}\` already exists.`)
    server.indexes.set(uid, emptyIndex(server.now(), work.primaryKey))
    succeed(task)
  } else if (work.type === 'indexSwap') {
    swapIndexes(server.indexes, work.swaps)
    for (const swap of work.swaps) server.queue.rename(swap, task.uid)
    succeed(task)
  } else if (work.type === 'taskDeletion') {
    for (const one of batch) if (one.work.type === 'taskDeletion') succeed(one.task, { deletedTasks: server.queue.remove(one.work.uids) })
  } else workOnIndex(server, uid, batch)
}

export function workOffBatch(server: Server, batch: readonly Held[]): void {
  try {
    for (const { task } of batch) {
      const planned = server.planned.get(task.type)
      server.planned.delete(task.type)
      if (planned) throw planned
    }
    workOff(server, batch)
  } catch (error) {
    if (!(error instanceof Refusal)) throw error
    for (const { task } of batch) Object.assign(task, { status: 'failed', error: error.body })
  }
}
