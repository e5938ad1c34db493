// Asking for tasks: which ones a query string means, and pages of them.
import type { JsonObject } from './json.ts'
import { Refusal } from './refusal.ts'
import { TASK_STATUSES, TASK_TYPES, taskView, type Queue, type Task } from './tasks.ts'

const FILTERS = ['uids', 'batchUids', 'canceledBy', 'types', 'statuses', 'indexUids'] as const
const DATES = ['Enqueued', 'Started', 'Finished'].flatMap((what) => [`after${what}At`, `before${what}At`])
const PAGING = ['limit', 'from', 'reverse']

function listAt(query: URLSearchParams, name: string): string[] | null {
  const value = query.get(name)
  if (value === null || value === '') return null
  const list = value.split(',').map((part) => part.trim())
  return list.includes('*') ? null : list
}

function numbersAt(query: URLSearchParams, name: string, code: string): number[] | null {
  return (
    listAt(query, name)?.map((text) => {
      if (/^\d+$/.test(text)) return Number(text)
      throw new Refusal(code, `Invalid value in parameter \`${name}\`: could not parse \`${text}\` as a positive integer`)
    }) ?? null
  )
}

function wordsAt(query: URLSearchParams, name: 'statuses' | 'types', known: readonly string[]): string[] | null {
  const list = listAt(query, name)
  const wrong = list?.find((word) => !known.includes(word))
  if (wrong === undefined) return list
  const all = known.map((word) => `\`${word}\``).join(', ')
  const what = name === 'statuses' ? 'status' : 'type'
  const message = `Invalid value in parameter \`${name}\`: \`${wrong}\` is not a valid task ${what}. Available ${what === 'status' ? 'statuses' : 'types'} are ${all}.`
  throw new Refusal(`invalid_task_${name}`, message)
}

function timeAt(query: URLSearchParams, name: string): number | null {
  const value = query.get(name)
  if (value === null || value === '*') return null
  const time = Date.parse(value)
  if (!Number.isNaN(time)) return time
  const code = `invalid_task_${name.replace(/[A-Z]/g, (letter) => `_${letter.toLowerCase()}`)}`
  const rule = 'It should follow the YYYY-MM-DD or RFC 3339 date-time format.'
  throw new Refusal(code, `Invalid value in parameter \`${name}\`: \`${value}\` is an invalid date-time. ${rule}`)
}

function checkNames(query: URLSearchParams, paging: readonly string[]): void {
  const known = [...paging, ...FILTERS, ...DATES]
  for (const name of query.keys()) {
    if (known.includes(name)) continue
    throw new Refusal('bad_request', `Unknown parameter \`${name}\`: expected one of ${known.map((one) => `\`${one}\``).join(', ')}`)
  }
}

/** @param paging whether the query may also say which page. */
export function tasksMeant(queue: Queue, query: URLSearchParams, paging = false): Task[] {
  checkNames(query, paging ? PAGING : [])
  const statuses = wordsAt(query, 'statuses', TASK_STATUSES)
  const types = wordsAt(query, 'types', TASK_TYPES)
  const indexUids = listAt(query, 'indexUids')
  const uids = numbersAt(query, 'uids', 'invalid_task_uids')
  const batchUids = numbersAt(query, 'batchUids', 'invalid_batch_uids')
  const canceledBy = numbersAt(query, 'canceledBy', 'invalid_task_canceled_by')
  const bounds = DATES.map((name) => ({ name, time: timeAt(query, name) }))
  return [...queue.tasks.values()].filter((task) => {
    const inTime = bounds.every(({ name, time }) => {
      if (time === null) return true
      const own = name.includes('Enqueued') ? task.enqueuedAt : name.includes('Started') ? task.startedAt : task.finishedAt
      return own !== null && (name.startsWith('after') ? own > time : own < time)
    })
    return (
      inTime &&
      (statuses?.includes(task.status) ?? true) &&
      (types?.includes(task.type) ?? true) &&
      (indexUids === null || (task.indexUid !== null && indexUids.includes(task.indexUid))) &&
      (uids?.includes(task.uid) ?? true) &&
      (batchUids === null || (task.startedAt !== null && batchUids.includes(task.uid))) &&
      (canceledBy === null || (task.canceledBy !== null && canceledBy.includes(task.canceledBy)))
    )
  })
}

/** Cancelling and deleting everything must be said with `*`, not with nothing. */
export function tasksMeantByName(queue: Queue, query: URLSearchParams, what: 'cancel' | 'delete'): Task[] {
  const meant = tasksMeant(queue, query)
  if (query.size > 0) return meant
  const names = [...FILTERS.filter((name) => name !== 'batchUids'), ...DATES].map((name) => `\`${name}\``).join(', ')
  const message = `Query parameters to filter the tasks to ${what} are missing. Available query parameters are: ${names}.`
  throw new Refusal('missing_task_filters', message)
}

/** Newest first unless `reverse`. */
export function taskPage(queue: Queue, query: URLSearchParams, view: (task: Task) => JsonObject = taskView): JsonObject {
  const meant = tasksMeant(queue, query, true)
  const [limit = 20] = numbersAt(query, 'limit', 'invalid_task_limit') ?? []
  const [from = null] = numbersAt(query, 'from', 'invalid_task_from') ?? []
  const reverse = query.get('reverse') === 'true'
  const inOrder = reverse ? meant : meant.reverse()
  const rest = inOrder.filter(({ uid }) => from === null || (reverse ? uid >= from : uid <= from))
  const page = rest.slice(0, limit)
  return { results: page.map(view), total: meant.length, limit, from: page[0]?.uid ?? null, next: rest[limit]?.uid ?? null }
}
