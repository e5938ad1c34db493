// The embedded index compared with the store: differences that nobody noticed are found and indexed again.
import { eq } from 'drizzle-orm'
import { expect, onTestFinished, test } from 'vitest'
import { vacancy } from '#db/schema/index.ts'
import { NOW } from '#tests/support/app.ts'
import { testStore } from '#tests/support/database.ts'
import { aVacancyRow } from '#tests/support/rows.ts'
import { indexOver } from '#tests/support/search/index-over.ts'
import { EVERYTHING } from '#tests/support/search/pages.ts'

test('a vacancy changed, one closed and one opened that nobody told of are found and put right', async () => {
  const store = await testStore()
  const index = await indexOver(store, () => NOW)
  onTestFinished(() => index.close())
  const [changed, closed, opened] = [
    await aVacancyRow(store, { title: 'Krāvējs' }),
    await aVacancyRow(store, { title: 'Sētnieks' }),
    await aVacancyRow(store, { title: 'Pavārs', state: 'paused' }),
  ]
  await index.catchUp()
  await store.write(async (tx) => {
    await tx.update(vacancy).set({ title: 'Šuvēja' }).where(eq(vacancy.id, changed.id))
    await tx.update(vacancy).set({ state: 'closed' }).where(eq(vacancy.id, closed.id))
    await tx.update(vacancy).set({ state: 'published' }).where(eq(vacancy.id, opened.id))
  })
  expect(await index.reconcile()).toEqual({ compared: 3, missing: [opened.id], surplus: [closed.id], stale: [changed.id] })
  const found = async (words: string) => (await index.search({ ...EVERYTHING, words })).ids
  expect([await found('šuvēja'), await found('pavārs'), await found('sētnieks')]).toEqual([[changed.id], [opened.id], []])
  expect(await index.reconcile()).toMatchObject({ missing: [], surplus: [], stale: [] })
})
