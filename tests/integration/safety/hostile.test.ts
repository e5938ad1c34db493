// Every route of the site map, asked with what no page of ours sends: an answer each time, never a crash.
import { expect, test } from 'vitest'
import { answerOf, asked, testApp, type TestApp } from '#tests/support/app.ts'
import { addressOf } from '#tests/support/routes.ts'
import { handlersOf, routesWith, type Handler } from '#tests/support/route-modules.ts'
import { accessFixture, type Person, type AccessFixture } from '#tests/support/access-fixture.ts'
import { HOSTILE_FORMS, HOSTILE_IDS, HOSTILE_QUERIES } from '#tests/support/hostile.ts'
import { VACANCY_STEPS } from '#app/domain/vacancies/content.ts'
import { registerAllMessages } from '#app/i18n/all.ts'

registerAllMessages()

const call = async (handler: Handler, args: ReturnType<typeof asked>) => answerOf(Promise.resolve().then(() => handler(args)))

const PERSON_BY_AREA: Record<string, Person> = { employer: 'employer', casework: 'caseworker', me: 'candidate', coordinator: 'coordinator' }
const personFor = (address: string): Person => PERSON_BY_AREA[address.split('/')[1] ?? ''] ?? 'visitor'

/** The rows that are this person's own, by the address that leads to them. */
function ownParams(address: string, fixture: AccessFixture): Record<string, string> {
  const rows: readonly (readonly [part: string, id: string])[] = [
    ['/proposals/', fixture.proposal.id],
    ['/people/', fixture.person.id],
    ['/coordinator/employers/', fixture.employer.id],
    ['/coordinator/organisations/', fixture.office.id],
    ['/coordinator/restrictions/', fixture.restriction.id],
    ['/coordinator/custody/', fixture.custody.id],
  ]
  const id = rows.find(([part]) => address.includes(part))?.[1] ?? fixture.vacancy.id
  return { id, vacancyId: fixture.vacancy.id, step: 'job', token: 'an-open-invitation' }
}

async function statuses(
  handler: Handler,
  app: TestApp,
  asks: readonly { path: string; params: Record<string, string>; cookie: string; form?: Record<string, string | string[]> }[],
): Promise<number[]> {
  const answers: number[] = []
  for (const { path, ...sent } of asks) answers.push((await call(handler, asked(app, path, sent))).status)
  return answers
}

test.each(await routesWith('loader'))('$address ($file) answers every hostile address', async ({ address, handler }) => {
  const app = await testApp()
  const fixture = await accessFixture(app)
  const cookie = fixture.cookies[personFor(address)]
  const params = ownParams(address, fixture)
  const queries = HOSTILE_QUERIES.map((query) => ({ path: `${addressOf(address, params)}?${query}`, params, cookie }))
  const ids = HOSTILE_IDS.map((id) => ({ path: '/hostile', params: { id, vacancyId: id, step: id, token: id }, cookie }))
  for (const status of await statuses(handler, app, [...queries, ...ids])) expect(status).toBeLessThan(500)
})

test.each(await routesWith('action'))('$address ($file) answers every hostile form', async ({ address, handler }) => {
  const app = await testApp()
  const fixture = await accessFixture(app)
  const cookie = fixture.cookies[personFor(address)]
  const params = ownParams(address, fixture)
  const forms = HOSTILE_FORMS.map((form) => ({ path: addressOf(address, params), params, cookie, form }))
  const ids = HOSTILE_IDS.map((id) => ({
    path: '/hostile',
    params: { id, vacancyId: id, step: id, token: id },
    cookie,
    form: { form: 'label', version: '1', id },
  }))
  for (const status of await statuses(handler, app, [...forms, ...ids])) expect(status).toBeLessThan(500)
})

test.each(VACANCY_STEPS)('the page "%s" of a vacancy answers every hostile form', async (step) => {
  const { action } = await handlersOf('routes/employer/vacancy-step.tsx')
  if (!action) throw new Error('The steps of a vacancy have moved')
  const app = await testApp()
  const fixture = await accessFixture(app)
  const params = { id: fixture.vacancy.id, step }
  const asks = HOSTILE_FORMS.map((form) => ({ path: '/hostile', params, cookie: fixture.cookies.employer, form }))
  for (const status of await statuses(action, app, asks)) expect(status).toBeLessThan(500)
})
