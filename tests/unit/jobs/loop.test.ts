// The loop of background work, on a clock that the test sets.
import { describe, expect, test } from 'vitest'
import { Loop, type LoopOptions } from '#db/jobs/loop.ts'

/** Runs what was scheduled when the test lets time pass. */
function clock() {
  let now = 0
  const timers = new Set<{ at: number; run: () => void }>()
  return {
    schedule: (run: () => void, ms: number) => {
      const timer = { at: now + ms, run }
      timers.add(timer)
      return () => void timers.delete(timer)
    },
    waiting: () => timers.size,
    async pass(ms: number): Promise<void> {
      for (const until = now + ms; now < until; now += 1) {
        for (const timer of [...timers].filter(({ at }) => at <= now + 1)) {
          timers.delete(timer)
          timer.run()
        }
        await settled()
      }
    },
  }
}

/** Long enough for every promise that can resolve. */
const settled = () => new Promise((resolve) => setImmediate(resolve))

/** A loop whose passes end when the test says so. */
function started(options: Partial<LoopOptions> = {}) {
  const time = clock()
  const errors: unknown[] = []
  const passes: { end: () => void; fail: (error: Error) => void }[] = []
  const loop = new Loop({
    pass: () => new Promise((end, fail) => passes.push({ end, fail })),
    onError: (error) => errors.push(error),
    schedule: time.schedule,
    ...options,
  })
  const last = () => passes.at(-1) ?? { end: () => undefined, fail: () => undefined }
  return {
    loop,
    time,
    errors,
    begun: () => passes.length,
    end: async () => {
      last().end()
      await settled()
    },
    fail: async (error: Error) => {
      last().fail(error)
      await settled()
    },
  }
}

test('the first pass begins at once, the next a while after it has ended', async () => {
  const { begun, end, time } = started({ everyMs: 50 })
  expect(begun()).toBe(1)
  await time.pass(200)
  expect(begun()).toBe(1)
  await end()
  await time.pass(49)
  expect(begun()).toBe(1)
  await time.pass(1)
  expect(begun()).toBe(2)
})

test('the first pass may wait, and a wake does not wait for it', async () => {
  const { begun, end, time } = started({ firstMs: 10, everyMs: 50 })
  await time.pass(9)
  expect(begun()).toBe(0)
  await time.pass(1)
  expect(begun()).toBe(1)
  await end()
  await time.pass(50)
  expect(begun()).toBe(2)

  const woken = started({ firstMs: 1000, wakeMs: 5 })
  woken.loop.wake()
  await woken.time.pass(5)
  expect(woken.begun()).toBe(1)
  await woken.end()
  await woken.time.pass(2000)
  expect(woken.begun()).toBe(1)
})

test('without a time of its own it waits until somebody wakes it', async () => {
  const { loop, begun, end, time } = started({ wakeMs: 20 })
  await end()
  await time.pass(1000)
  expect(begun()).toBe(1)
  loop.wake()
  await time.pass(20)
  expect(begun()).toBe(2)
})

test('whoever wakes it does not wait for its time', async () => {
  const { loop, begun, end, time } = started({ everyMs: 1000, wakeMs: 20 })
  await end()
  loop.wake()
  await time.pass(20)
  expect(begun()).toBe(2)
  await end()
  await time.pass(999)
  expect(begun()).toBe(2)
  expect(time.waiting()).toBe(1)
})

test('wakes that come close together lead to one pass, counted from the first', async () => {
  const { loop, begun, end, time } = started({ wakeMs: 20 })
  await end()
  loop.wake()
  await time.pass(15)
  loop.wake()
  await time.pass(5)
  expect(begun()).toBe(2)
  await end()
  await time.pass(1000)
  expect(begun()).toBe(2)
})

test('who wakes it during a pass gets another after it, never beside it', async () => {
  const { loop, begun, end, time } = started({ wakeMs: 20 })
  loop.wake()
  await time.pass(100)
  expect(begun()).toBe(1)
  await end()
  await time.pass(20)
  expect(begun()).toBe(2)
})

test('a pass may forget what woke the loop meanwhile', async () => {
  const { loop, begun, end, time } = started({ wakeMs: 20 })
  loop.wake()
  loop.forgetWakes()
  await end()
  await time.pass(1000)
  expect(begun()).toBe(1)
})

describe('a pass that fails', () => {
  test('is told once in a row, and again after it has worked', async () => {
    const { errors, end, fail, time } = started({ everyMs: 10 })
    const [first, second, third] = [new Error('first'), new Error('second'), new Error('third')]
    await fail(first)
    await time.pass(10)
    await fail(second)
    await time.pass(10)
    await end()
    await time.pass(10)
    await fail(third)
    expect(errors).toEqual([first, third])
  })

  test('is not tried again at once, however often it was woken meanwhile', async () => {
    const { loop, begun, fail, time } = started({ wakeMs: 0 })
    loop.wake()
    await fail(new Error('down'))
    await time.pass(1000)
    expect(begun()).toBe(1)
    loop.wake()
    await time.pass(1)
    expect(begun()).toBe(2)
  })
})

describe('a loop that is stopped', () => {
  test('lets the pass that is running end, and begins no other', async () => {
    const { loop, begun, end, time } = started({ everyMs: 10 })
    let stopped = false
    const stopping = loop.stop().then(() => {
      stopped = true
    })
    await settled()
    expect({ stopped, told: loop.isStopping() }).toEqual({ stopped: false, told: true })
    await end()
    await stopping
    loop.wake()
    await time.pass(1000)
    expect({ begun: begun(), waiting: time.waiting() }).toEqual({ begun: 1, waiting: 0 })
  })

  test('stops before its first pass as well', async () => {
    const { loop, begun, time } = started({ firstMs: 10 })
    await loop.stop()
    await time.pass(1000)
    expect({ begun: begun(), waiting: time.waiting() }).toEqual({ begun: 0, waiting: 0 })
  })

  test('stops at once between two passes', async () => {
    const { loop, begun, end, time } = started({ everyMs: 10 })
    await end()
    await loop.stop()
    await time.pass(1000)
    expect(begun()).toBe(1)
  })
})
