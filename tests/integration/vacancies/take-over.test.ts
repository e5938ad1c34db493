// A company finds its vacancies in the national register and takes them over.
import { expect, test } from 'vitest'
import { stancesOf } from '#app/domain/vacancies/acceptance.ts'
import { action, loader } from '#app/routes/employer/take-over.tsx'
import { loader as home } from '#app/routes/employer/home.tsx'
import { answerOf, asked, testApp, type TestApp } from '#tests/support/app.ts'
import { ALL_CASE_BY_CASE, anEmployerSession, JOB } from '#tests/support/employers/employer-session.ts'
import { listChanges } from '#tests/support/store/feed.ts'
import { aVacancyRow } from '#tests/support/rows.ts'

const OURS = { name: 'SIA "Izdomātais Kokzāģis"', nameKey: 'izdomatais kokzagis' }
const IMPORTED = {
  source: 'nva' as const,
  sourceEmployer: 'IZDOMĀTAIS KOKZĀĢIS, SIA',
  sourceEmployerKey: 'izdomatais kokzagis',
  payFromCents: null,
  payToCents: null,
  stances: stancesOf('not_asked'),
}
type EmployerSession = Awaited<ReturnType<typeof anEmployerSession>>

const see = async (app: TestApp, { cookie }: EmployerSession) => answerOf(loader(asked(app, '/employer/take-over', { cookie })))
const take = async (app: TestApp, { cookie }: EmployerSession, vacancy: string) =>
  answerOf(action(asked(app, '/employer/take-over', { cookie, form: { vacancy } })))

test('a verified company sees the register’s vacancies under its own name, and no others', async () => {
  const app = await testApp()
  const session = await anEmployerSession(app, OURS)
  const { id } = await aVacancyRow(app.store, { ...IMPORTED, sourceId: '1' })
  await aVacancyRow(app.store, { ...IMPORTED, sourceId: '2', sourceEmployerKey: 'cits uznemums' })
  expect((await see(app, session)).body).toMatchObject({ verified: true, lines: [{ id, sourceId: '1' }] })
  expect((await answerOf(home(asked(app, '/employer', { cookie: session.cookie })))).body).toMatchObject({ imported: 1 })
})

test('a vacancy taken over stays published, stays “not asked”, and is in the change feed', async () => {
  const app = await testApp()
  const session = await anEmployerSession(app, OURS)
  const { id } = await aVacancyRow(app.store, { ...IMPORTED, sourceId: '1' })
  expect((await take(app, session, id)).location).toBe(`/employer/vacancies/${id}`)
  expect((await session.open(id)).body).toMatchObject({ shown: 'published', imported: true, stated: false })
  expect((await listChanges(app.store, 0)).filter((change) => change.subjectId === id)).toHaveLength(2)
  expect((await see(app, session)).body).toMatchObject({ lines: [] })
})

test('its new owner may correct one part while others are still missing, and is told them all before refreshing', async () => {
  const app = await testApp()
  const session = await anEmployerSession(app, OURS)
  const { id } = await aVacancyRow(app.store, { ...IMPORTED, sourceId: '1' })
  await take(app, session, id)
  expect((await session.save(id, 'job', JOB)).status).toBe(303)
  expect((await session.move(id, 'refresh')).location).toBe(`/employer/vacancies/${id}/summary`)
  expect((await session.summary(id)).body.gaps).toEqual(['pay'])
  await session.save(id, 'acceptance', ALL_CASE_BY_CASE)
  expect((await session.open(id)).body).toMatchObject({ stated: true })
})

test('nobody takes over what is not theirs to take', async () => {
  const app = await testApp()
  const pending = await anEmployerSession(app, { ...OURS, state: 'pending' })
  const other = await anEmployerSession(app)
  const first = await anEmployerSession(app, OURS)
  const second = await anEmployerSession(app, OURS)
  const { id } = await aVacancyRow(app.store, { ...IMPORTED, sourceId: '1' })
  expect((await see(app, pending)).body).toMatchObject({ verified: false, lines: [] })
  expect((await take(app, pending, id)).status).toBe(404)
  expect((await take(app, other, id)).status).toBe(404)
  expect((await take(app, first, id)).status).toBe(303)
  expect((await take(app, second, id)).status).toBe(404)
  expect((await take(app, second, '__proto__')).status).toBe(404)
})
