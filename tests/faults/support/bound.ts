// Waiting that has an end: every wait of these tests fails with its own words when it takes too long.
import { setTimeout as pause } from 'node:timers/promises'

/** The same promise, or a failure that says what took too long. */
export async function within<T>(ms: number, what: string, wait: Promise<T>): Promise<T> {
  const stop = new AbortController()
  const late = pause(ms, null, { signal: stop.signal }).then(
    () => {
      throw new Error(`${what} took longer than ${ms} ms`)
    },
    () => undefined,
  )
  try {
    return (await Promise.race([wait, late])) as T
  } finally {
    stop.abort()
  }
}

/** Asks again and again until the answer is there. */
export async function until<T>(ms: number, what: string, ask: () => Promise<T | null>): Promise<T> {
  const late = Date.now() + ms
  for (;;) {
    const answer = await ask()
    if (answer !== null) return answer
    if (Date.now() > late) throw new Error(`${what} did not come within ${ms} ms`)
    await pause(20)
  }
}

/** How long it took. */
export async function timed<T>(work: Promise<T>): Promise<{ ms: number; result: PromiseSettledResult<T> }> {
  const start = performance.now()
  const [result] = await Promise.allSettled([work])
  return { ms: performance.now() - start, result }
}
