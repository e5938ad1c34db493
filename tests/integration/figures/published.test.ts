// Published figures: a coordinator enters them with their source, and every employer reads the same.
import { describe, expect, test } from 'vitest'
import { action, loader } from '#app/routes/coordinator/figures.tsx'
import type { PublishedFigures } from '#app/domain/figures/published.ts'
import { answerOf, asked, cookieOf, testApp, type TestApp } from '#tests/support/app.ts'
import { ALL_CASE_BY_CASE, anEmployerSession, aWholeDraft } from '#tests/support/employers/employer-session.ts'
import { aMember } from '#tests/support/rows.ts'

const REPORT = { form: 'participation', people: '340', report: 'Izdomāts pārskats', publishedOn: '2026-03-01' }
const STATISTIC = {
  form: 'convictions',
  source: 'Izdomāta statistika',
  year: '2025',
  'shares.property': '33',
  'shares.traffic': '27',
  'shares.homicide': '1',
}

async function aCoordinator(app: TestApp) {
  const { membershipId } = await aMember(app.store, { role: 'coordinator' })
  const cookie = await cookieOf(app, { membershipId })
  return {
    enter: (form: Record<string, string>) => answerOf(action(asked(app, '/coordinator/figures', { cookie, form }))),
    page: async () => loader(asked(app, '/coordinator/figures', { cookie })),
  }
}

async function readBy(session: Awaited<ReturnType<typeof anEmployerSession>>, id: string): Promise<PublishedFigures> {
  return (await session.openStep(id, 'acceptance')).body.acceptance?.figures as PublishedFigures
}

test('an employer reads nothing about people until something is published', async () => {
  const session = await anEmployerSession(await testApp())
  expect(await readBy(session, await aWholeDraft(session))).toMatchObject({ participation: null, convictions: null })
})

test('what a coordinator publishes is read by employers, shares in steps of five', async () => {
  const app = await testApp()
  const coordinator = await aCoordinator(app)
  expect((await coordinator.enter(REPORT)).location).toBe('/coordinator/figures')
  await coordinator.enter(STATISTIC)
  const session = await anEmployerSession(app)
  expect(await readBy(session, await aWholeDraft(session))).toMatchObject({
    participation: { people: 340, report: 'Izdomāts pārskats', publishedOn: '2026-03-01' },
    convictions: { source: 'Izdomāta statistika', year: 2025, shares: { property: 35, traffic: 25, homicide: 0 } },
  })
})

test('what is withdrawn is shown no more, and the one before it is shown again', async () => {
  const app = await testApp()
  const coordinator = await aCoordinator(app)
  await coordinator.enter(REPORT)
  await coordinator.enter({ ...REPORT, people: '400', publishedOn: '2026-04-01' })
  const { participation } = await coordinator.page()
  expect(participation?.people).toBe(400)
  await coordinator.enter({ form: 'withdrawParticipation', id: participation?.id ?? '' })
  expect((await coordinator.page()).participation?.people).toBe(340)
})

describe('a figure is not published', () => {
  test.each([
    ['that would tell of a few people', { ...REPORT, people: '9' }, ['people']],
    ['without the report it is from', { ...REPORT, report: ' ' }, ['report']],
    ['without a day', { ...REPORT, publishedOn: '' }, ['publishedOn']],
    ['whose shares are more than the whole', { ...STATISTIC, 'shares.fraud': '60' }, ['shares.property']],
    ['without any share', { form: 'convictions', source: 'Izdomāta statistika', year: '2025' }, ['shares.property']],
    ['without a source', { ...STATISTIC, source: '' }, ['source']],
  ])('%s', async (_case, form: Record<string, string>, fields) => {
    const { status, body } = await (await aCoordinator(await testApp())).enter(form)
    expect([status, Object.keys((body as { problems: object }).problems)]).toEqual([422, fields])
  })
})

test('what vacancies state is counted over open public vacancies that state it, at most ten minutes old', async () => {
  const app = await testApp()
  const session = await anEmployerSession(app)
  const id = await aWholeDraft(session)
  const statedElsewhere = async () => (await readBy(session, id)).statedElsewhere
  expect(await statedElsewhere()).toMatchObject({ of: 0 })
  await session.save(id, 'acceptance', { ...ALL_CASE_BY_CASE, 'stances.property.stance': 'accept' })
  await session.publish(id)
  expect(await statedElsewhere()).toMatchObject({ of: 0 })
  app.clock.now += 10 * 60_000
  expect(await statedElsewhere()).toMatchObject({ of: 1, families: { property: { accept: 1 }, fraud: { case_by_case: 1 } } })
})
