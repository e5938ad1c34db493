// A vacancy as caseworkers see it: found among the open ones, own people in the order they have waited, and proposing one of them.
import { expect, test } from 'vitest'
import { stancesOf } from '#app/domain/vacancies/acceptance.ts'
import { loader as matchLoader } from '#app/routes/casework/match-vacancy.tsx'
import { loader as proposeLoader } from '#app/routes/casework/propose.tsx'
import { loader as vacanciesLoader } from '#app/routes/casework/vacancies.tsx'
import { answerOf, asked, cookieOf, NOW } from '#tests/support/app.ts'
import {
  caseworkFixture,
  aStranger,
  DAY,
  PERSON,
  propose,
  rowOf,
  walkTo,
  type CaseworkFixture,
} from '#tests/support/proposals/casework-fixture.ts'
import { aCandidate, aMember, anEmployer, anOrganisation, aVacancyRow } from '#tests/support/rows.ts'

async function matchPage(fixture: CaseworkFixture, { search = '', cookie = fixture.cookies.casework, id = fixture.vacancy.id } = {}) {
  const answer = await answerOf(matchLoader(asked(fixture.app, `/casework/vacancies/${id}${search}`, { params: { id }, cookie })))
  return { ...answer, body: answer.body as Awaited<ReturnType<typeof matchLoader>> }
}

async function proposePage(fixture: CaseworkFixture, { cookie = fixture.cookies.casework, vacancyId = fixture.vacancy.id } = {}) {
  const params = { id: fixture.person.id, vacancyId }
  const answer = await answerOf(proposeLoader(asked(fixture.app, `/casework/people/${params.id}/propose/${vacancyId}`, { params, cookie })))
  return { ...answer, body: answer.body as Awaited<ReturnType<typeof proposeLoader>> }
}

test('own people stand by code, whoever has waited longest first, and nobody else’s people are there', async () => {
  const fixture = await caseworkFixture()
  const own = { organisationId: fixture.organisation.id, caseworkerId: fixture.caseworker.membershipId, ...PERSON }
  const longest = await aCandidate(fixture.store, { ...own, waitingSince: NOW - 300 * DAY })
  const newest = await aCandidate(fixture.store, { ...own, waitingSince: NOW - DAY })
  await aCandidate(fixture.store, { ...own, stage: 'in_work' })
  const other = await anOrganisation(fixture.store)
  const { membershipId } = await aMember(fixture.store, { role: 'caseworker', organisationId: other.id })
  await aCandidate(fixture.store, { ...PERSON, organisationId: other.id, caseworkerId: membershipId })
  const { body } = await matchPage(fixture)
  expect(body.counts).toEqual({ fits: 0, check: 3, does_not_fit: 0 })
  expect(body.people.map(({ code }) => code)).toEqual([longest.code, fixture.person.code, newest.code])
})

test('an NGO caseworker learns of own people no more here than on their own pages', async () => {
  const fixture = await caseworkFixture()
  const ngo = await anOrganisation(fixture.store, { kind: 'ngo', publicAuthority: false })
  const { membershipId } = await aMember(fixture.store, { role: 'caseworker', organisationId: ngo.id })
  await aCandidate(fixture.store, { organisationId: ngo.id, caseworkerId: membershipId, ...PERSON })
  const { body } = await matchPage(fixture, { cookie: await cookieOf(fixture.app, { membershipId }) })
  expect(body.people).toHaveLength(1)
  expect(JSON.stringify(body.people)).not.toMatch(/robbery|unspent|2026-03-01|families/)
})

test('a vacancy that is not open any more has no match page', async () => {
  const fixture = await caseworkFixture()
  const paused = await aVacancyRow(fixture.store, { employerId: fixture.employer.id, state: 'paused' })
  expect((await matchPage(fixture, { id: paused.id })).status).toBe(404)
})

test('a vacancy of an employer that was refused is matched with nobody', async () => {
  const fixture = await caseworkFixture()
  const refused = await anEmployer(fixture.store, { state: 'refused' })
  const row = await aVacancyRow(fixture.store, { employerId: refused.id })
  expect((await matchPage(fixture, { id: row.id })).status).toBe(404)
  const open = await fixture.app.board.openVacancies(NOW)
  expect(open.map(({ id }) => id)).toEqual([fixture.vacancy.id])
})

test('a caseworker’s search finds closed vacancies too, and leads to their match page', async () => {
  const fixture = await caseworkFixture()
  const closed = await aVacancyRow(fixture.store, { employerId: fixture.employer.id, visibility: 'closed', title: 'Metinātājs' })
  const answer = await answerOf(
    vacanciesLoader(asked(fixture.app, '/casework/vacancies?q=metinātājs', { cookie: fixture.cookies.casework })),
  )
  expect(answer).toMatchObject({ status: 200, body: { answer: { total: 1, lines: [{ id: closed.id, visibility: 'closed' }] } } })
})

test('an index that is down is said, not shown as nothing found', async () => {
  const fixture = await caseworkFixture()
  const { IndexDown } = await import('#search/index/port.ts')
  const index = { ...fixture.app.index, search: () => Promise.reject(new IndexDown('down')) }
  const answer = await answerOf(
    vacanciesLoader(asked({ ...fixture.app, index }, '/casework/vacancies', { cookie: fixture.cookies.casework })),
  )
  expect(answer).toMatchObject({ status: 503, body: { answer: null } })
})

test('before proposing, a caseworker sees what stands against it and exactly what the employer would be told', async () => {
  const fixture = await caseworkFixture()
  const row = await aVacancyRow(fixture.store, {
    employerId: fixture.employer.id,
    stances: stancesOf('case_by_case').map((one) =>
      one.family === 'robbery' ? { ...one, stance: 'not_for_this_job' as const, reason: 'cash_valuables' as const } : one,
    ),
  })
  const { body } = await proposePage(fixture, { vacancyId: row.id })
  expect(body.match).toMatchObject({ group: 'does_not_fit' })
  expect(body.told?.shown).toMatchObject({ shifts: [], skills: [] })
  expect(JSON.stringify(body.told)).not.toMatch(/robbery|liepaja|coordinates|56\.51|K-/)
})

test('what a caseworker sees before proposing is what the employer is shown afterwards', async () => {
  const fixture = await caseworkFixture()
  const { body } = await proposePage(fixture)
  const { shown, toDiscuss } = await rowOf(fixture, await walkTo(fixture, 'sent'))
  expect(body.told).toEqual({ shown, toDiscuss })
})

test('the page says that a vacancy has closed, and that a proposal is already there', async () => {
  const fixture = await caseworkFixture()
  const expired = await aVacancyRow(fixture.store, { employerId: fixture.employer.id, expiresAt: NOW - 1 })
  expect((await proposePage(fixture, { vacancyId: expired.id })).body.match).toBeNull()
  const { id } = await propose(fixture)
  expect((await proposePage(fixture)).body.liveProposal).toBe(id)
})

test('nobody proposes another organisation’s person, or a vacancy that never was', async () => {
  const fixture = await caseworkFixture()
  expect((await proposePage(fixture, { cookie: await aStranger(fixture.app) })).status).toBe(404)
  expect((await proposePage(fixture, { vacancyId: 'nothing' })).status).toBe(404)
  expect((await propose({ ...fixture, cookies: { ...fixture.cookies, casework: await aStranger(fixture.app) } })).status).toBe(404)
})
