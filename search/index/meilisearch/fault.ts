// What went wrong with Meilisearch, told apart by what to do about it.
import type { Task } from 'meilisearch'

/**
 * `refused`: these documents or this request, whenever it is asked. `missing`: the index is not there. `denied`: the key. `old`: the server's
 * version. `down`: it may work later.
 */
export type FaultKind = 'refused' | 'missing' | 'denied' | 'old' | 'down'

export class MeilisearchFault extends Error {
  override readonly name = 'MeilisearchFault'

  constructor(
    readonly kind: FaultKind,
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

function kindOf(status: number, { code, type }: Answered): FaultKind {
  if (code === 'index_not_found') return 'missing'
  if (status === 401 || status === 403 || type === 'auth') return 'denied'
  if (status === DOCUMENTS_TOO_LARGE || type === 'invalid_request') return 'refused'
  return 'down'
}

/** The words of an answer name values of the request: only a code is kept, and what the document's refusal is shown with (`reasonOf`). */
function faultOf(error: unknown): MeilisearchFault | null {
  if (error instanceof MeilisearchFault) return error
  if (!(error instanceof Error)) return null
  if (error.name === 'MeilisearchApiError' && 'response' in error && error.response instanceof Response) {
    const answered = answeredIn(error.cause)
    return new MeilisearchFault(kindOf(error.response.status, answered), text(answered.code) || `http_${String(error.response.status)}`)
  }
  if (error.name === 'MeilisearchRequestError' || error.name.startsWith('MeilisearchRequestTimeOut')) {
    const late = /Time|Abort/.test(error.cause instanceof Error ? error.cause.name : '')
    return new MeilisearchFault('down', late ? 'timeout' : 'unreachable')
  }
  // Something in between answers with a page of its own.
  if (error instanceof SyntaxError) return new MeilisearchFault('down', 'unreadable_answer')
  return null
}

/** Asks, and rejects with a `MeilisearchFault` where the server or the way to it is to blame; bugs stay what they are. */
export async function asking<T>(request: () => Promise<T>): Promise<T> {
  try {
    return await request()
  } catch (error) {
    throw faultOf(error) ?? error
  }
}

export function isMeilisearchFault(error: unknown, ...kinds: FaultKind[]): error is MeilisearchFault {
  return error instanceof MeilisearchFault && (kinds.length === 0 || kinds.includes(error.kind))
}

export type Verdict =
  { state: 'waiting' } | { state: 'succeeded' } | { state: 'refused'; reason: string } | { state: 'fault'; fault: MeilisearchFault }

/** Of a task that did not do what it should. */
export function codeOf(verdict: Verdict): string {
  if (verdict.state === 'fault') return verdict.fault.code
  return verdict.state === 'refused' ? (verdict.reason.split(':')[0] ?? 'refused') : verdict.state
}

/** Accepted is not indexed: only a task that says `succeeded` has done anything. */
export function verdictOf({ status, error }: Pick<Task, 'status' | 'error'>): Verdict {
  if (status === 'succeeded') return { state: 'succeeded' }
  if (status === 'canceled') return { state: 'fault', fault: new MeilisearchFault('down', 'task_canceled') }
  if (status !== 'failed') return { state: 'waiting' }
  const code = error?.code ?? 'unknown'
  const kind = kindOf(0, error ?? {})
  if (kind === 'refused') return { state: 'refused', reason: reasonOf(code, error?.message ?? '') }
  return { state: 'fault', fault: new MeilisearchFault(kind, code) }
}

const LONGEST_REASON = 300

/** For the coordinator's list: the engine's code and words, on one line. Its words may quote the field it stumbled on, of a public advert. */
function reasonOf(code: string, message: string): string {
  return `${code}: ${message.replace(/\s+/gu, ' ')}`.slice(0, LONGEST_REASON)
}
