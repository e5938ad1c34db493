// Errors of Meilisearch, by what can be done about them.
import type { Task } from 'meilisearch'

/**
 * `rejected`: these documents or this request, which would be rejected again. `missing`: the index is not there. `denied`: the key. `old`: the server's
 * version. `down`: it may work later.
 */
export type MeilisearchErrorKind = 'rejected' | 'missing' | 'denied' | 'old' | 'down'

export class MeilisearchError extends Error {
  override readonly name = 'MeilisearchError'

  constructor(
    readonly kind: MeilisearchErrorKind,
    readonly code: string,
    cause?: unknown,
  ) {
    super(`Meilisearch: ${code}`, { cause })
  }
}

type Answered = { message?: unknown; code?: unknown; type?: unknown }

function answeredIn(cause: unknown): Answered {
  return typeof cause === 'object' && cause !== null ? cause : {}
}

function text(value: unknown): string {
  return typeof value === 'string' ? value : ''
}

const DOCUMENTS_TOO_LARGE = 413

function kindOf(status: number, { code, type }: Answered): MeilisearchErrorKind {
  if (code === 'index_not_found') return 'missing'
  if (status === 401 || status === 403 || type === 'auth') return 'denied'
  if (status === DOCUMENTS_TOO_LARGE || type === 'invalid_request') return 'rejected'
  return 'down'
}

/** Keeps the error code only: the server's message quotes values of the request. (`reasonOf` is the exception, for public adverts.) */
function errorOf(error: unknown): MeilisearchError | null {
  if (error instanceof MeilisearchError) return error
  if (!(error instanceof Error)) return null
  if (error.name === 'MeilisearchApiError' && 'response' in error && error.response instanceof Response) {
    const answered = answeredIn(error.cause)
    return new MeilisearchError(kindOf(error.response.status, answered), text(answered.code) || `http_${String(error.response.status)}`)
  }
  if (error.name === 'MeilisearchRequestError' || error.name.startsWith('MeilisearchRequestTimeOut')) {
    const late = /Time|Abort/.test(error.cause instanceof Error ? error.cause.name : '')
    return new MeilisearchError('down', late ? 'timeout' : 'unreachable')
  }
  // A proxy answered with a page of its own.
  if (error instanceof SyntaxError) return new MeilisearchError('down', 'unreadable_answer')
  return null
}

/** Runs a request. Failures of the server or the network become a `MeilisearchError`; other errors are bugs and stay what they are. */
export async function callServer<T>(request: () => Promise<T>): Promise<T> {
  try {
    return await request()
  } catch (error) {
    throw errorOf(error) ?? error
  }
}

export function isMeilisearchError(error: unknown, ...kinds: MeilisearchErrorKind[]): error is MeilisearchError {
  return error instanceof MeilisearchError && (kinds.length === 0 || kinds.includes(error.kind))
}

export type TaskOutcome =
  { state: 'waiting' } | { state: 'succeeded' } | { state: 'rejected'; reason: string } | { state: 'error'; error: MeilisearchError }

/** The error code of a task that did not succeed. */
export function codeOf(outcome: TaskOutcome): string {
  if (outcome.state === 'error') return outcome.error.code
  return outcome.state === 'rejected' ? (outcome.reason.split(':')[0] ?? 'rejected') : outcome.state
}

/** The server accepts a task before it runs: only a task that says `succeeded` has changed the index. */
export function outcomeOf({ status, error }: Pick<Task, 'status' | 'error'>): TaskOutcome {
  if (status === 'succeeded') return { state: 'succeeded' }
  if (status === 'canceled') return { state: 'error', error: new MeilisearchError('down', 'task_canceled') }
  if (status !== 'failed') return { state: 'waiting' }
  const code = error?.code ?? 'unknown'
  const kind = kindOf(0, error ?? {})
  if (kind === 'rejected') return { state: 'rejected', reason: reasonOf(code, error?.message ?? '') }
  return { state: 'error', error: new MeilisearchError(kind, code) }
}

const LONGEST_REASON = 300

/** For the coordinator's list: the server's code and message on one line. The message may quote a field of the advert, which is public. */
function reasonOf(code: string, message: string): string {
  return `${code}: ${message.replace(/\s+/gu, ' ')}`.slice(0, LONGEST_REASON)
}
