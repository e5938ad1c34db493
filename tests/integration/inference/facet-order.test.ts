// The order of what is counted beside a search must not tell in which batches the change feed was read: people's changes stand in it too.
import { expect, test } from 'vitest'
import { loader } from '#app/routes/api/vacancies.ts'
import { answerOf, asked, testApp } from '#tests/support/app.ts'
import { aVacancyRow } from '#tests/support/rows.ts'

test('facets stand in the order of their names, whichever vacancy was read first', async () => {
  const app = await testApp()
  for (const municipality of ['valmiera', 'cesis', 'liepaja']) await aVacancyRow(app.store, { municipality })
  const { body } = await answerOf(loader(asked(app, '/api/vacancies')))
  const { facets } = body as { facets: { municipality: Record<string, number> } }
  expect(Object.keys(facets.municipality)).toEqual(['cesis', 'liepaja', 'valmiera'])
})
