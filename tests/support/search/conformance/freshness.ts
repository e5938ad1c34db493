// How soon a change is found, and what is said when it is not: only of engines that follow the store by themselves.
import { describe, expect, onTestFinished, test } from 'vitest'
import type { Store } from '#db/store/store.ts'
import { NOW } from '#tests/support/app.ts'
import { testStore } from '#tests/support/database.ts'
import { anEmployer, aVacancyRow } from '#tests/support/rows.ts'
import { chanceFrom } from '#tests/support/search/corpus/random.ts'
import type { SearchEngine } from '../engine.ts'
import { EVERYTHING } from '../pages.ts'

const WITHIN_MS = 1000

/** A store whose answers can be held back. */
function slowed(store: Store) {
  let answering = Promise.resolve()
  let goOn: () => void = () => undefined
  return {
    store: { ...store, read: async <T>(ask: Parameters<typeof store.read<T>>[0]) => answering.then(() => store.read(ask)) } satisfies Store,
    hold: () => {
      answering = new Promise((resolve) => {
        goOn = resolve
      })
    },
    letGo: () => {
      goOn()
    },
  }
}

export function describeFreshness(engine: SearchEngine): void {
  describe('a change', () => {
    test('is in soon, though nobody searches, and it is said up to when', async () => {
      const store = await testStore()
      const clock = { now: NOW }
      const { index } = await engine.open(store, clock, onTestFinished)
      const stop = index.keepUp((error) => {
        throw error
      })
      onTestFinished(stop)
      await aVacancyRow(store)
      await expect.poll(async () => (await index.state()).documents, { timeout: WITHIN_MS * 5 }).toBe(1)
      clock.now += 60_000
      await aVacancyRow(store, { employerId: (await anEmployer(store)).id })
      await expect.poll(async () => (await index.state()).documents, { timeout: WITHIN_MS * 5 }).toBe(2)
      await expect.poll(async () => (await index.state()).asOf, { timeout: WITHIN_MS * 5 }).toBe(clock.now)
    })

    test('that takes long to come in is said to be missing', async () => {
      const store = await testStore()
      const clock = { now: NOW }
      const slow = slowed(store)
      const { index } = await engine.open(slow.store, clock, onTestFinished)
      await aVacancyRow(store)
      expect(await index.search(EVERYTHING)).toMatchObject({ total: 1, degraded: [], asOf: NOW })
      slow.hold()
      clock.now += 60_000
      await aVacancyRow(store)
      expect(await index.search(EVERYTHING)).toMatchObject({ total: 1, degraded: ['behind'], asOf: NOW })
      expect((await index.state()).asOf).toBe(NOW)
      slow.letGo()
      expect(await index.search(EVERYTHING)).toMatchObject({ total: 2, degraded: [], asOf: NOW + 60_000 })
    })

    test('made before the moment that an answer names is in that answer, whoever searches at once', { timeout: 60_000 }, async () => {
      const store = await testStore()
      const chance = chanceFrom(24)
      let now = NOW
      const tick = () => (now += 1)
      const slow = slowed(store)
      const { index } = await engine.open(
        slow.store,
        {
          get now() {
            return tick()
          },
        },
        onTestFinished,
      )
      const { id: employerId } = await anEmployer(store)
      const madeAt: number[] = []
      let under = true
      const wrong: string[] = []
      async function searching(): Promise<void> {
        while (under) {
          const { total, asOf } = await index.search(EVERYTHING)
          const mustBeIn = madeAt.filter((at) => at <= asOf).length
          if (total < mustBeIn) wrong.push(`${String(total)} of ${String(mustBeIn)}`)
        }
      }
      const searches = [searching(), searching(), searching()]
      for (let nth = 0; nth < 60; nth += 1) {
        if (chance.next() < 0.3) slow.hold()
        await aVacancyRow(store, { employerId })
        madeAt.push(tick())
        slow.letGo()
      }
      under = false
      await Promise.all(searches)
      expect(wrong).toEqual([])
    })
  })
}
