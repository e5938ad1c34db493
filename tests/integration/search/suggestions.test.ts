// What is suggested while somebody types.
import { expect, test } from 'vitest'
import { loader } from '#app/routes/api/suggestions.ts'
import { IndexDown } from '#search/index/port.ts'
import { asked, testApp, type TestApp } from '#tests/support/app.ts'
import { aVacancyRow } from '#tests/support/rows.ts'

async function suggested(app: TestApp, query: string) {
  const response = await loader(asked(app, `/api/suggestions${query}`))
  return { status: response.status, kept: response.headers.get('Cache-Control'), body: (await response.json()) as unknown }
}

test('a beginning is completed with how many vacancies there are, and kept for a minute by whoever asked', async () => {
  const app = await testApp()
  await aVacancyRow(app.store, { title: 'Metinātājs', occupation: '7212' })
  const { status, kept, body } = await suggested(app, '?q=meti')
  expect([status, kept]).toEqual([200, 'private, max-age=60'])
  expect(body).toEqual(expect.arrayContaining([{ text: 'metinātājs', vacancies: 1 }]))
})

test('a vacancy that only specialists see suggests nothing', async () => {
  const app = await testApp()
  await aVacancyRow(app.store, { title: 'Metinātājs', occupation: '7212', visibility: 'closed' })
  expect((await suggested(app, '?q=meti')).body).toEqual([])
})

test.each(['', '?q=', '?q=%20%20', `?q=${encodeURIComponent('\u202e')}`])('nothing is completed to nothing: %s', async (query) => {
  const app = await testApp()
  app.index.suggest = () => Promise.reject(new Error('It was asked'))
  expect(await suggested(app, query)).toMatchObject({ status: 200, body: [] })
})

test('ten thousand letters are asked about as two hundred', async () => {
  const app = await testApp()
  const heard: string[] = []
  app.index.suggest = (typed) => {
    heard.push(typed)
    return Promise.resolve([])
  }
  await suggested(app, `?q=${'a'.repeat(10_000)}`)
  expect(heard).toEqual(['a'.repeat(200)])
})

test('when the index is down nothing is suggested, and nobody keeps that', async () => {
  const app = await testApp()
  app.index.suggest = () => Promise.reject(new IndexDown())
  expect(await suggested(app, '?q=me')).toMatchObject({ status: 503, kept: 'no-store' })
})
