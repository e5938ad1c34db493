// The routes of tasks and batches: reading, cancelling, deleting; and the tasks that only leave something on a disk elsewhere.
import { accepted } from './document-routes.ts'
import type { JsonObject } from './json.ts'
import { Refusal } from './refusal.ts'
import type { Call, Handler, State } from './state.ts'
import { tasksMeantByName, taskPage } from './task-filter.ts'
import { enqueue, enqueuedView, taskView, type Task } from './tasks.ts'

function numberIn({ parts }: Call): number {
  const { number = '' } = parts
  if (/^\d+$/.test(number)) return Number(number)
  throw new Refusal('invalid_task_uids', `Task uid \`${number}\` is invalid. It should only contain numeric characters.`)
}

function taskIn({ queue }: State, call: Call, code = 'task_not_found'): Task {
  const uid = numberIn(call)
  const task = queue.tasks.get(uid)
  if (task && (code === 'task_not_found' || task.startedAt !== null)) return task
  throw new Refusal(code, `${code === 'task_not_found' ? 'Task' : 'Batch'} \`${uid}\` not found.`)
}

/** Each task is a batch of its own here. */
function batchView(task: Task): JsonObject {
  const { uid, details, duration, startedAt, finishedAt } = taskView(task)
  const indexUids = task.indexUid === null ? {} : { [task.indexUid]: 1 }
  const stats = { totalNbTasks: 1, status: { [task.status]: 1 }, types: { [task.type]: 1 }, indexUids }
  const progress = task.status === 'processing' ? { steps: [], percentage: 0 } : null
  return {
    uid: uid ?? null,
    progress,
    details: details ?? {},
    stats,
    duration: duration ?? null,
    startedAt: startedAt ?? null,
    finishedAt: finishedAt ?? null,
  }
}

function canceled(state: State, { query }: Call) {
  const meant = tasksMeantByName(state.queue, query, 'cancel').map(({ uid }) => uid)
  const details = { matchedTasks: meant.length, canceledTasks: null, originalFilter: `?${query.toString()}` }
  const task = enqueue(state.queue, {
    indexUid: null,
    type: 'taskCancelation',
    details,
    undone: { canceledTasks: 0 },
    work: () => ({ canceledTasks: meant.filter((uid) => cancelOne(state, uid, task.uid)).length }),
  })
  return { status: 202, body: enqueuedView(task) }
}

function cancelOne({ queue, now }: State, uid: number, by: number): boolean {
  const task = queue.waiting.get(uid)
  if (!task) return false
  queue.waiting.delete(uid)
  Object.assign(task, {
    status: 'canceled',
    canceledBy: by,
    finishedAt: now(),
    details: { ...task.details, ...task.undone },
  } satisfies Partial<Task>)
  return true
}

function deleted(state: State, { query }: Call) {
  const meant = tasksMeantByName(state.queue, query, 'delete').map(({ uid }) => uid)
  const work = () => {
    const done = meant.filter((uid) => state.queue.tasks.has(uid) && !state.queue.waiting.has(uid))
    for (const uid of done) state.queue.tasks.delete(uid)
    return { deletedTasks: done.length }
  }
  const details = { matchedTasks: meant.length, deletedTasks: null, originalFilter: `?${query.toString()}` }
  const answer = accepted(state, { indexUid: null, type: 'taskDeletion', details, undone: { deletedTasks: 0 }, work })
  return { ...answer, status: 200 }
}

export const TASK_ROUTES: Record<string, Handler> = {
  'GET /tasks': ({ queue }, { query }) => ({ status: 200, body: taskPage(queue, query) }),
  'GET /tasks/:number': (state, call) => ({ status: 200, body: taskView(taskIn(state, call)) }),
  'POST /tasks/cancel': (state, call) => ({ ...canceled(state, call), status: 200 }),
  'DELETE /tasks': deleted,
  'GET /batches': ({ queue }, { query }) => {
    const started = { ...queue, tasks: new Map([...queue.tasks].filter(([, { startedAt }]) => startedAt !== null)) }
    return { status: 200, body: taskPage(started, query, batchView) }
  },
  'GET /batches/:number': (state, call) => ({ status: 200, body: batchView(taskIn(state, call, 'batch_not_found')) }),
  'POST /dumps': (state) =>
    accepted(state, {
      indexUid: null,
      type: 'dumpCreation',
      details: { dumpUid: null },
      undone: {},
      work: () => ({ dumpUid: new Date(state.now()).toISOString().replace(/\D/g, '').slice(0, 14) }),
    }),
  'POST /snapshots': (state) => accepted(state, { indexUid: null, type: 'snapshotCreation', details: null, undone: {}, work: () => ({}) }),
}
