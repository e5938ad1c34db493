// The circuit breaker before Meilisearch: when it is closed, open and half-open.
import { expect, test } from 'vitest'
import { FAILURES_TO_OPEN, OPEN_MS, openCircuitBreaker } from '#search/index/meilisearch/circuit-breaker.ts'

const NOW = 1_000_000

function opened() {
  const breaker = openCircuitBreaker()
  for (let at = 0; at < FAILURES_TO_OPEN; at += 1) {
    breaker.allowsRequest(NOW)
    breaker.failed(NOW)
  }
  return breaker
}

test('it opens after three failures in a row, and a success between them resets the count', () => {
  const breaker = openCircuitBreaker()
  breaker.failed(NOW)
  breaker.failed(NOW)
  breaker.succeeded()
  breaker.failed(NOW)
  breaker.failed(NOW)
  expect(breaker.allowsRequest(NOW)).toBe(true)
  breaker.failed(NOW)
  expect(breaker.allowsRequest(NOW)).toBe(false)
  expect(breaker.state(NOW)).toBe('open')
})

test('after half a minute one search is the trial, and the others do not wait for it', () => {
  const breaker = opened()
  expect(breaker.allowsRequest(NOW + OPEN_MS - 1)).toBe(false)
  expect(breaker.allowsRequest(NOW + OPEN_MS)).toBe(true)
  expect(breaker.allowsRequest(NOW + OPEN_MS)).toBe(false)
  expect(breaker.state(NOW + OPEN_MS)).toBe('trial')
})

test('a trial that works closes it, one that fails opens it for as long again, one that tells nothing leaves room for another', () => {
  const works = opened()
  works.allowsRequest(NOW + OPEN_MS)
  works.succeeded()
  expect(works.state(NOW + OPEN_MS)).toBe('closed')
  const fails = opened()
  fails.allowsRequest(NOW + OPEN_MS)
  fails.failed(NOW + OPEN_MS)
  expect(fails.allowsRequest(NOW + 2 * OPEN_MS - 1)).toBe(false)
  expect(fails.allowsRequest(NOW + 2 * OPEN_MS)).toBe(true)
  fails.abandoned()
  expect(fails.allowsRequest(NOW + 2 * OPEN_MS)).toBe(true)
})

test('a clock that is put back does not keep it open', () => {
  const breaker = opened()
  expect(breaker.allowsRequest(NOW - 3_600_000)).toBe(true)
})
