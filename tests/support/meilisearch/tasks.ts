// The task queue: one line for the whole server. Tasks that wait for the same index are batched, as Meilisearch's autobatcher does.
import { setTimeout as pause } from 'node:timers/promises'
import type { Addition, Swap } from './indexes.ts'
import { Refusal, type ErrorBody } from './refusal.ts'

export type Work =
  | ({ type: 'documentAdditionOrUpdate' } & Addition)
  | { type: 'documentDeletion'; ids: readonly string[] }
  | { type: 'settingsUpdate'; change: Record<string, unknown> }
  | { type: 'indexCreation'; primaryKey: string | null }
  | { type: 'indexDeletion' }
  | { type: 'indexSwap'; swaps: readonly Swap[] }
  | { type: 'taskDeletion'; uids: readonly number[] }
export type TaskType = Work['type']

export type Task = {
  uid: number
  /** Tasks of a batch succeed or fail together, but for documents whose ids are wrong. */
  batchUid: number | null
  indexUid: string | null
  status: 'enqueued' | 'processing' | 'succeeded' | 'failed'
  type: TaskType
  details: Record<string, unknown> | null
  error: ErrorBody | null
  enqueuedAt: string
  finishedAt: string | null
}

export type Held = { task: Task; work: Work }

/** Tasks that go together in a batch; an index deletion is the last of any, and all that is left of it. */
const BATCHED: Partial<Record<TaskType, string>> = {
  documentAdditionOrUpdate: 'documents',
  documentDeletion: 'documents',
  settingsUpdate: 'settings',
}

function concerns({ task, work }: Held, uid: string | null): boolean {
  return work.type === 'indexSwap' ? work.swaps.some(({ indexes }) => indexes.some((one) => one === uid)) : task.indexUid === uid
}

/** @property workOff sets what becomes of each task. */
type Options = { now: () => string; indexExists: (uid: string) => boolean; workOff: (batch: readonly Held[]) => void; taskMs: number }

export class TaskQueue {
  #all = new Map<number, Held>()
  #next = { task: 0, batch: 0 }
  #paused = false
  #working = false
  readonly #options: Options

  constructor(options: Options) {
    this.#options = options
  }

  add({ work, ...given }: Pick<Task, 'indexUid' | 'details'> & { work: Work }): Task {
    const uid = this.#next.task++
    const times = { enqueuedAt: this.#options.now(), finishedAt: null }
    const task: Task = { uid, batchUid: null, status: 'enqueued', type: work.type, error: null, ...given, ...times }
    const answered = { ...task }
    this.#all.set(uid, { task, work })
    this.#wake()
    return answered
  }

  pause(): void {
    this.#paused = true
  }

  resume(): void {
    this.#paused = false
    this.#wake()
  }

  list(): Task[] {
    return [...this.#all.values()].map(({ task }) => task)
  }

  /** Only those that are over. @returns how many. */
  remove(uids: readonly number[]): number {
    return uids.filter((uid) => this.#all.get(uid)?.task.finishedAt && this.#all.delete(uid)).length
  }

  /** A swap takes the tasks that came before it along. */
  rename(swap: Swap, before: number): void {
    const [left, right] = swap.indexes
    for (const { task } of this.#all.values()) {
      if (task.uid >= before) continue
      if (task.indexUid === left) task.indexUid = right
      else if (task.indexUid === right) task.indexUid = left
    }
  }

  /** Where a task takes no time none waits, and each is a batch by itself; else a batch is formed when the one before it is over. */
  #wake(): void {
    if (this.#options.taskMs > 0) void this.#workOn()
    else while (!this.#paused && this.#work(this.#nextBatch()));
  }

  async #workOn(): Promise<void> {
    if (this.#working) return
    this.#working = true
    for (;;) {
      await pause(this.#options.taskMs, undefined, { ref: false })
      const batch = this.#paused ? [] : this.#nextBatch()
      if (batch.length === 0) break
      for (const { task } of batch) task.status = 'processing'
      await pause(this.#options.taskMs, undefined, { ref: false })
      this.#work(batch)
    }
    this.#working = false
  }

  #work(batch: readonly Held[]): boolean {
    if (batch.length === 0) return false
    const batchUid = this.#next.batch++
    for (const { task } of batch) task.batchUid = batchUid
    this.#options.workOff(batch)
    for (const { task } of batch) task.finishedAt = this.#options.now()
    return true
  }

  /** The next batch. Deletions of tasks go before everything else. */
  #nextBatch(): Held[] {
    const enqueued = [...this.#all.values()].filter(({ task }) => task.status === 'enqueued')
    const urgent = enqueued.filter(({ work }) => work.type === 'taskDeletion')
    const [first, ...others] = enqueued
    if (!first || urgent.length > 0) return urgent
    const batch = [first]
    if (first.task.indexUid === null) return batch
    const { indexUid } = first.task
    for (const one of others.filter((other) => concerns(other, indexUid))) {
      const makesIndex = one.work.type === 'documentAdditionOrUpdate' && !this.#options.indexExists(indexUid)
      const deletesOnly = batch.every(({ work }) => work.type === 'documentDeletion')
      const joins = one.work.type === 'indexDeletion' || BATCHED[one.work.type] === BATCHED[first.work.type]
      if (BATCHED[first.work.type] === undefined || !joins || (makesIndex && deletesOnly)) break
      batch.push(one)
      if (one.work.type === 'indexDeletion') break
    }
    return batch
  }
}

/** As the address calls it, and as a task does. */
const LISTED = { uids: 'uid', types: 'type', statuses: 'status', indexUids: 'indexUid' } as const

/** The tasks that an address asks for, newest first. @throws Refusal for what is no filter of tasks. */
export function tasksMeant(tasks: readonly Task[], query: URLSearchParams, paging: readonly string[] = []): Task[] {
  const unknown = [...query.keys()].find((name) => !(name in LISTED) && !paging.includes(name))
  if (unknown !== undefined) throw new Refusal('bad_request', `Unknown parameter \`${unknown}\``)
  const wanted = Object.entries(LISTED).map(([name, field]) => ({ field, values: query.get(name)?.split(',') ?? ['*'] }))
  const isMeant = (task: Task) => wanted.every(({ field, values }) => values.includes('*') || values.includes(String(task[field])))
  return tasks.filter(isMeant).toReversed()
}
