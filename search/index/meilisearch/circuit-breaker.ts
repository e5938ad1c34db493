// A circuit breaker: stops sending searches to a server that fails, and tries it again after a while.
import type { Instant } from '#app/domain/shared/day.ts'

/** `trial` (half-open): one search tries the server, the others do not wait for it. */
export const BREAKER_STATES = ['closed', 'open', 'trial'] as const
export type BreakerState = (typeof BREAKER_STATES)[number]

export type CircuitBreaker = {
  /** Whether to send a request now. After a yes, `worked`, `failed` or `unanswered` follows. */
  allowsRequest: (now: Instant) => boolean
  succeeded: () => void
  failed: (now: Instant) => void
  /** The request says nothing about the server. */
  abandoned: () => void
  state: (now: Instant) => BreakerState
}

export const FAILURES_TO_OPEN = 3
export const OPEN_MS = 30_000

export function openCircuitBreaker(): CircuitBreaker {
  let failures = 0
  let openUntil: Instant | null = null
  let trying = false

  return {
    allowsRequest: (now) => {
      if (openUntil === null) return true
      // If the clock was set back, it must not stay open for longer than `OPEN_MS`.
      const over = now >= openUntil || now < openUntil - OPEN_MS
      if (!over || trying) return false
      trying = true
      return true
    },
    succeeded: () => {
      failures = 0
      openUntil = null
      trying = false
    },
    failed: (now) => {
      failures += 1
      if (trying || failures >= FAILURES_TO_OPEN) openUntil = now + OPEN_MS
      trying = false
    },
    abandoned: () => {
      trying = false
    },
    state: (now) => {
      if (openUntil === null) return 'closed'
      return trying || now >= openUntil || now < openUntil - OPEN_MS ? 'trial' : 'open'
    },
  }
}
