// A vacancy as caseworkers see it: found among the open ones, own people in the order they have waited, and proposing one of them.
import { expect, test } from 'vitest'
import { stancesOf } from '#app/domain/vacancies/acceptance.ts'
import { loader as matchLoader } from '#app/routes/casework/match-vacancy.tsx'
import { loader as proposeLoader } from '#app/routes/casework/propose.tsx'
import { loader as vacanciesLoader } from '#app/routes/casework/vacancies.tsx'
import { answerOf, asked, cookieOf, NOW } from '#tests/support/app.ts'
import { aDesk, aStranger, DAY, PERSON, propose, type Desk } from '#tests/support/proposals/casework-desk.ts'
import { aCandidate, aMember, anEmployer, anOrganisation, aVacancyRow } from '#tests/support/rows.ts'

async function matchPage(desk: Desk, { search = '', cookie = desk.cookies.casework, id = desk.vacancy.id } = {}) {
  const answer = await answerOf(matchLoader(asked(desk.app, `/casework/vacancies/${id}${search}`, { params: { id }, cookie })))
  return { ...answer, body: answer.body as Awaited<ReturnType<typeof matchLoader>> }
}

async function proposePage(desk: Desk, { cookie = desk.cookies.casework, vacancyId = desk.vacancy.id } = {}) {
  const params = { id: desk.person.id, vacancyId }
  const answer = await answerOf(proposeLoader(asked(desk.app, `/casework/people/${params.id}/propose/${vacancyId}`, { params, cookie })))
  return { ...answer, body: answer.body as Awaited<ReturnType<typeof proposeLoader>> }
}

test('own people stand by code, whoever has waited longest first, and nobody else’s people are there', async () => {
  const desk = await aDesk()
  const own = { organisationId: desk.organisation.id, caseworkerId: desk.caseworker.membershipId, ...PERSON }
  const longest = await aCandidate(desk.store, { ...own, waitingSince: NOW - 300 * DAY })
  const newest = await aCandidate(desk.store, { ...own, waitingSince: NOW - DAY })
  await aCandidate(desk.store, { ...own, stage: 'in_work' })
  const other = await anOrganisation(desk.store)
  const { membershipId } = await aMember(desk.store, { role: 'caseworker', organisationId: other.id })
  await aCandidate(desk.store, { ...PERSON, organisationId: other.id, caseworkerId: membershipId })
  const { body } = await matchPage(desk)
  expect(body.counts).toEqual({ fits: 0, check: 3, does_not_fit: 0 })
  expect(body.people.map(({ code }) => code)).toEqual([longest.code, desk.person.code, newest.code])
})

test('an NGO caseworker learns of own people no more here than on their own pages', async () => {
  const desk = await aDesk()
  const ngo = await anOrganisation(desk.store, { kind: 'ngo', publicAuthority: false })
  const { membershipId } = await aMember(desk.store, { role: 'caseworker', organisationId: ngo.id })
  await aCandidate(desk.store, { organisationId: ngo.id, caseworkerId: membershipId, ...PERSON })
  const { body } = await matchPage(desk, { cookie: await cookieOf(desk.app, { membershipId }) })
  expect(body.people).toHaveLength(1)
  expect(JSON.stringify(body.people)).not.toMatch(/robbery|unspent|2026-03-01|families/)
})

test('a vacancy that is not open any more has no match page', async () => {
  const desk = await aDesk()
  const paused = await aVacancyRow(desk.store, { employerId: desk.employer.id, state: 'paused' })
  expect((await matchPage(desk, { id: paused.id })).status).toBe(404)
})

test('a vacancy of an employer that was refused is matched with nobody', async () => {
  const desk = await aDesk()
  const refused = await anEmployer(desk.store, { state: 'refused' })
  const row = await aVacancyRow(desk.store, { employerId: refused.id })
  expect((await matchPage(desk, { id: row.id })).status).toBe(404)
  const open = await desk.app.board.openVacancies(NOW)
  expect(open.map(({ id }) => id)).toEqual([desk.vacancy.id])
})

test('a caseworker’s search finds closed vacancies too, and leads to their match page', async () => {
  const desk = await aDesk()
  const closed = await aVacancyRow(desk.store, { employerId: desk.employer.id, visibility: 'closed', title: 'Metinātājs' })
  const answer = await answerOf(vacanciesLoader(asked(desk.app, '/casework/vacancies?q=metinātājs', { cookie: desk.cookies.casework })))
  expect(answer).toMatchObject({ status: 200, body: { answer: { total: 1, lines: [{ id: closed.id, visibility: 'closed' }] } } })
})

test('an index that is down is said, not shown as nothing found', async () => {
  const desk = await aDesk()
  const { IndexDown } = await import('#search/index/port.ts')
  const index = { ...desk.app.index, search: () => Promise.reject(new IndexDown('down')) }
  const answer = await answerOf(vacanciesLoader(asked({ ...desk.app, index }, '/casework/vacancies', { cookie: desk.cookies.casework })))
  expect(answer).toMatchObject({ status: 503, body: { answer: null } })
})

test('before proposing, a caseworker sees what stands against it and exactly what the employer would be told', async () => {
  const desk = await aDesk()
  const row = await aVacancyRow(desk.store, {
    employerId: desk.employer.id,
    stances: stancesOf('case_by_case').map((one) =>
      one.family === 'robbery' ? { ...one, stance: 'not_for_this_job' as const, reason: 'cash_valuables' as const } : one,
    ),
  })
  const { body } = await proposePage(desk, { vacancyId: row.id })
  expect(body.match).toMatchObject({ group: 'does_not_fit' })
  expect(body.told).toMatchObject({ code: desk.person.code, travelMunicipality: 'liepaja' })
  expect(JSON.stringify(body.told)).not.toMatch(/robbery|spot|56\.51/)
})

test('the page says that a vacancy has closed, and that a proposal is already there', async () => {
  const desk = await aDesk()
  const expired = await aVacancyRow(desk.store, { employerId: desk.employer.id, expiresAt: NOW - 1 })
  expect((await proposePage(desk, { vacancyId: expired.id })).body.match).toBeNull()
  const { id } = await propose(desk)
  expect((await proposePage(desk)).body.liveProposal).toBe(id)
})

test('nobody proposes another organisation’s person, or a vacancy that never was', async () => {
  const desk = await aDesk()
  expect((await proposePage(desk, { cookie: await aStranger(desk.app) })).status).toBe(404)
  expect((await proposePage(desk, { vacancyId: 'nothing' })).status).toBe(404)
  expect((await propose({ ...desk, cookies: { ...desk.cookies, casework: await aStranger(desk.app) } })).status).toBe(404)
})
