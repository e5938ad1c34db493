// The task queue: one serial line of tasks for the whole server. Cancelations and deletions of tasks go first, the rest in the order of arrival.
// Without autobatching: each task is a batch of its own. Known from the source and the documentation: statuses, details, what is listed how.
import type { JsonObject } from './json.ts'
import { Refusal, type ErrorBody } from './refusal.ts'

export const TASK_STATUSES = ['enqueued', 'processing', 'succeeded', 'failed', 'canceled'] as const
export type TaskStatus = (typeof TASK_STATUSES)[number]

export const TASK_TYPES = [
  'documentAdditionOrUpdate',
  'documentEdition',
  'documentDeletion',
  'settingsUpdate',
  'indexCreation',
  'indexDeletion',
  'indexUpdate',
  'indexSwap',
  'taskCancelation',
  'taskDeletion',
  'dumpCreation',
  'snapshotCreation',
  'indexCompaction',
] as const
export type TaskType = (typeof TASK_TYPES)[number]

export type Task = {
  uid: number
  indexUid: string | null
  type: TaskType
  status: TaskStatus
  enqueuedAt: number
  startedAt: number | null
  finishedAt: number | null
  canceledBy: number | null
  details: JsonObject | null
  error: ErrorBody | null
  customMetadata: string | null
  /** Does the work; what it returns completes the details. @throws Refusal */
  work: () => JsonObject
  /** The details of a task that failed or was canceled: its counts at nought. */
  undone: JsonObject
}

/** `waiting`: what is enqueued or processing, in the order of arrival. */
export type Queue = { tasks: Map<number, Task>; waiting: Map<number, Task>; nextUid: number; now: () => number; arrived: () => void }

export type NewTask = Pick<Task, 'indexUid' | 'type' | 'details' | 'work' | 'undone'> & { customMetadata?: string | null }

export function newQueue(now: () => number): Queue {
  return { tasks: new Map(), waiting: new Map(), nextUid: 0, now, arrived: () => undefined }
}

export function enqueue(queue: Queue, { customMetadata = null, ...task }: NewTask): Task {
  const uid = queue.nextUid
  queue.nextUid += 1
  const times = { enqueuedAt: queue.now(), startedAt: null, finishedAt: null }
  const added: Task = { uid, status: 'enqueued', canceledBy: null, error: null, customMetadata, ...times, ...task }
  queue.tasks.set(uid, added)
  queue.waiting.set(uid, added)
  // A cancelation does not wait for what it wants to stop.
  if (added.type === 'taskCancelation')
    for (const one of queue.waiting.values()) Object.assign(one, { status: 'enqueued', startedAt: null })
  queue.arrived()
  return added
}

const FIRST: readonly TaskType[] = ['taskCancelation', 'taskDeletion']

export function nextTask({ waiting }: Queue): Task | null {
  let first: Task | null = null
  let urgent: Task | null = null
  for (const task of waiting.values()) {
    first ??= task
    const rank = FIRST.indexOf(task.type)
    if (rank !== -1 && (urgent === null || rank < FIRST.indexOf(urgent.type))) urgent = task
  }
  return urgent ?? first
}

export function begin(queue: Queue, task: Task): void {
  task.status = 'processing'
  task.startedAt = queue.now()
}

/** @param planned an error to fail with instead of doing the work. */
export function finish(queue: Queue, task: Task, planned: ErrorBody | null): void {
  task.startedAt ??= queue.now()
  try {
    if (planned) throw new Refusal(planned.code, planned.message)
    task.details = { ...task.details, ...task.work() }
    task.status = 'succeeded'
  } catch (error) {
    if (!(error instanceof Refusal)) throw error
    task.error = error.body
    task.details = { ...task.details, ...task.undone }
    task.status = 'failed'
  }
  task.finishedAt = queue.now()
  queue.waiting.delete(task.uid)
}

function iso(time: number | null): string | null {
  return time === null ? null : new Date(time).toISOString()
}

export function taskView(task: Task): JsonObject {
  const { startedAt, finishedAt } = task
  const duration = startedAt === null || finishedAt === null ? null : `PT${((finishedAt - startedAt) / 1000).toFixed(6)}S`
  return {
    uid: task.uid,
    batchUid: startedAt === null ? null : task.uid,
    indexUid: task.indexUid,
    status: task.status,
    type: task.type,
    canceledBy: task.canceledBy,
    details: task.details,
    error: task.error,
    duration,
    enqueuedAt: iso(task.enqueuedAt),
    startedAt: iso(startedAt),
    finishedAt: iso(finishedAt),
    ...(task.customMetadata === null ? {} : { customMetadata: task.customMetadata }),
  }
}

export function enqueuedView({ uid, indexUid, type, enqueuedAt, customMetadata }: Task): JsonObject {
  const metadata = customMetadata === null ? {} : { customMetadata }
  return { taskUid: uid, indexUid, status: 'enqueued', type, enqueuedAt: iso(enqueuedAt), ...metadata }
}
