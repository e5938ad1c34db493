// The page of a vacancy: who may open it, what stays after it is over, and the front page's numbers.
import { describe, expect, test } from 'vitest'
import { stancesOf } from '#app/domain/vacancies/acceptance.ts'
import { loader as findHelp } from '#app/routes/public/find-help.tsx'
import { loader as front } from '#app/routes/public/front.tsx'
import { loader } from '#app/routes/public/vacancy.tsx'
import { answerOf, asked, cookieOf, NOW, testApp, type TestApp } from '#tests/support/app.ts'
import { aMember, anEmployer, anOrganisation, aVacancyRow } from '#tests/support/rows.ts'

async function opened(app: TestApp, id: string, cookie?: string) {
  return answerOf(loader(asked(app, `/vacancies/${id}`, { params: { id }, ...(cookie === undefined ? {} : { cookie }) })))
}

async function statusOf(more: Parameters<typeof aVacancyRow>[1]): Promise<number> {
  const app = await testApp()
  const { id } = await aVacancyRow(app.store, more)
  return (await opened(app, id)).status
}

describe('a visitor', () => {
  test('reads an open vacancy, with nothing in it about how to reach a person', async () => {
    const app = await testApp()
    const { id: employerId } = await anEmployer(app.store, { contactName: 'Anna Slepenā', contactPhone: '+371 29999999' })
    const { id } = await aVacancyRow(app.store, { employerId })
    const { status, body } = await opened(app, id)
    expect(status).toBe(200)
    expect(JSON.stringify(body)).not.toMatch(/Slepenā|29999999|example\.test/)
  })

  test('is told kindly, with a 410, that a vacancy is over', async () => {
    expect(await statusOf({ expiresAt: NOW })).toBe(410)
    expect(await statusOf({ state: 'filled' })).toBe(410)
    expect(await statusOf({ state: 'closed' })).toBe(410)
  })

  test('finds no page of a draft, of a vacancy for specialists, of a paused one, or of one that never was', async () => {
    expect(await statusOf({ state: 'draft', publishedAt: null })).toBe(404)
    expect(await statusOf({ visibility: 'closed' })).toBe(404)
    expect(await statusOf({ visibility: 'closed', state: 'filled' })).toBe(404)
    expect(await statusOf({ state: 'paused' })).toBe(404)
    expect((await opened(await testApp(), 'no-such')).status).toBe(404)
  })

  test('finds no page of a vacancy whose employer is not verified', async () => {
    const app = await testApp()
    const { id: employerId } = await anEmployer(app.store, { state: 'refused' })
    const open = await aVacancyRow(app.store, { employerId })
    const over = await aVacancyRow(app.store, { employerId, state: 'filled' })
    expect([(await opened(app, open.id)).status, (await opened(app, over.id)).status]).toEqual([404, 404])
  })
})

test('a caseworker opens a closed vacancy', async () => {
  const app = await testApp()
  const { membershipId } = await aMember(app.store, { role: 'caseworker', organisationId: (await anOrganisation(app.store)).id })
  const { id } = await aVacancyRow(app.store, { visibility: 'closed' })
  expect((await opened(app, id, await cookieOf(app, { membershipId }))).status).toBe(200)
})

test('an employer opens its own closed vacancy and no other employer does', async () => {
  const app = await testApp()
  const own = await anEmployer(app.store)
  const other = await anEmployer(app.store)
  const { id } = await aVacancyRow(app.store, { employerId: own.id, visibility: 'closed' })
  const owner = await aMember(app.store, { role: 'employer', employerId: own.id })
  const stranger = await aMember(app.store, { role: 'employer', employerId: other.id })
  expect((await opened(app, id, await cookieOf(app, { membershipId: owner.membershipId }))).status).toBe(200)
  expect((await opened(app, id, await cookieOf(app, { membershipId: stranger.membershipId }))).status).toBe(404)
})

test('the three numbers of the front page count what everybody can see', async () => {
  const app = await testApp()
  const { id: employerId } = await anEmployer(app.store)
  await aVacancyRow(app.store, { employerId, municipality: 'liepaja' })
  await aVacancyRow(app.store, { employerId, municipality: 'kuldiga' })
  await aVacancyRow(app.store, {
    source: 'nva',
    sourceId: '1',
    sourceEmployer: 'Izdomāts',
    stances: stancesOf('not_asked'),
    municipality: 'kuldiga',
  })
  await aVacancyRow(app.store, { visibility: 'closed', municipality: 'talsi' })
  await aVacancyRow(app.store, { state: 'draft', municipality: 'saldus' })
  await aVacancyRow(app.store, { expiresAt: NOW, municipality: 'ventspils' })
  const { body } = await answerOf(front(asked(app, '/')))
  expect(body).toEqual({ counts: { vacancies: 3, municipalities: 2, employersStated: 1 } })
})

test('somebody who looks for help sees verified organisations and their phones, and no names of people', async () => {
  const app = await testApp()
  await anOrganisation(app.store, { name: 'Izdomātais sociālais dienests', kind: 'municipal', municipality: 'kuldiga' })
  await anOrganisation(app.store, { name: 'Izdomātā biedrība', kind: 'ngo', publicAuthority: false, state: 'pending', decidedAt: null })
  await anOrganisation(app.store, { name: 'Izdomātais iecirknis', kind: 'prison' })
  const { body } = await answerOf(findHelp(asked(app, '/find-help?near=Kuldīgā')))
  expect(body).toMatchObject({ municipality: 'kuldiga', points: [{ name: 'Izdomātais sociālais dienests', phone: '+371 60000000' }] })
  expect(JSON.stringify(body)).not.toContain('Paraugs')
})
