// A coordinator verifies employers and organisations, and what follows from it.
import { describe, expect, test } from 'vitest'
import type { VacancyQuery } from '#search/index/port.ts'
import { action as employersAction, loader as employersPage } from '#app/routes/coordinator/employers.tsx'
import { action as employerAction, loader as employerPage } from '#app/routes/coordinator/employer.tsx'
import { action as organisationAction, loader as organisationPage } from '#app/routes/coordinator/organisation.tsx'
import { action as newOrganisation } from '#app/routes/coordinator/new-organisation.tsx'
import { action as apply, loader as applyPage } from '#app/routes/account/register-organisation.tsx'
import { loader as organisationsPage } from '#app/routes/coordinator/organisations.tsx'
import { problem } from '#app/forms/parse-form.ts'
import { textOverride } from '#db/schema/index.ts'
import { createSession, findSession } from '#db/accounts/sessions.ts'
import { hashToken } from '#app/server/password.ts'
import { answerOf, asked, cookieOf, NOW, testApp, type TestApp } from '#tests/support/app.ts'
import { aMember, anEmployer, anOrganisation, aVacancyRow } from '#tests/support/rows.ts'
import { EVERYTHING } from '#tests/support/search/pages.ts'

const ALL: VacancyQuery = { ...EVERYTHING, sort: 'newest', visibilities: ['public', 'closed'] }
const PENDING = { state: 'pending' as const, decidedAt: null }
const APPLICATION = {
  organisation: 'Biedrība "Izdomātais Solis"',
  kind: 'ngo',
  municipality: 'liepaja',
  name: 'Līga Paraugs',
  email: 'liga@example.test',
  phone: '+371 20000000',
}

async function withCoordinator() {
  const app = await testApp()
  const { membershipId } = await aMember(app.store, { role: 'coordinator' })
  return { app, cookie: await cookieOf(app, { membershipId }) }
}

async function findable(app: TestApp): Promise<string[]> {
  return (await app.index.search(ALL)).ids
}

type Decided = { id: string; cookie: string; decision: string; reason?: string; version?: number; more?: Record<string, string> }

function decide(app: TestApp, { id, cookie, decision, reason = '', version = 1, more = {} }: Decided) {
  const form = { form: 'decide', decision, reason, version: String(version), ...more }
  return answerOf(employerAction(asked(app, '/', { params: { id }, cookie, form })))
}

describe('an employer', () => {
  test('that is verified by one press has its published vacancies found', async () => {
    const { app, cookie } = await withCoordinator()
    const employer = await anEmployer(app.store, PENDING)
    const vacancy = await aVacancyRow(app.store, { employerId: employer.id })
    expect(await findable(app)).toEqual([])

    const answer = await answerOf(employersAction(asked(app, '/', { cookie, form: { id: employer.id, version: '1' } })))

    expect(answer).toMatchObject({ status: 200, body: { verified: employer.name } })
    expect(await findable(app)).toEqual([vacancy.id])
    expect((await app.board.openVacancies(NOW)).map(({ id }) => id)).toEqual([vacancy.id])
  })

  test('that is refused has its vacancies vanish, and can be verified again with a reason', async () => {
    const { app, cookie } = await withCoordinator()
    const employer = await anEmployer(app.store)
    const vacancy = await aVacancyRow(app.store, { employerId: employer.id })
    expect(await findable(app)).toEqual([vacancy.id])
    expect(await app.board.openVacancies(NOW)).toHaveLength(1)

    await decide(app, { id: employer.id, cookie, decision: 'refused', reason: 'Reģistrā šāda uzņēmuma nav.' })
    expect(await findable(app)).toEqual([])
    expect(await app.board.openVacancies(NOW)).toEqual([])

    await decide(app, { id: employer.id, cookie, decision: 'verified', reason: 'Numurs ir izlabots.', version: 2 })
    expect(await findable(app)).toEqual([vacancy.id])
  })

  test('is not refused, and no decision is changed, without a reason', async () => {
    const { app, cookie } = await withCoordinator()
    const waiting = await anEmployer(app.store, PENDING)
    const refused = await anEmployer(app.store, { state: 'refused' })

    const missing = { status: 422, body: { problems: { reason: 'required' } } }
    expect(await decide(app, { id: waiting.id, cookie, decision: 'refused' })).toMatchObject(missing)
    expect(await decide(app, { id: refused.id, cookie, decision: 'verified', reason: '  ' })).toMatchObject(missing)
  })

  test('reads a reason that was checked: warned of, sent with a second yes that is logged, without a personal code', async () => {
    const { app, cookie } = await withCoordinator()
    const { id } = await anEmployer(app.store, PENDING)
    const refusal = { id, cookie, decision: 'refused', reason: 'Vadītājs ir notiesāts.' }
    const reason = problem('suspiciousText', { found: 'notiesats' })
    expect(await decide(app, refusal)).toMatchObject({ status: 422, body: { problems: { reason } } })
    const code = { ...refusal, reason: '010190-12345', more: { override: 'on' } }
    expect(await decide(app, code)).toMatchObject({ status: 422, body: { problems: { reason: 'personalCodeInText' } } })
    expect((await decide(app, { ...refusal, more: { override: 'on' } })).status).toBe(303)
    expect(await app.store.read((db) => db.select().from(textOverride))).toMatchObject([{ employerId: id, findings: ['past'] }])
  })

  test('decided by two coordinators at once: the second is told and keeps the reason', async () => {
    const { app, cookie } = await withCoordinator()
    const employer = await anEmployer(app.store, PENDING)
    await decide(app, { id: employer.id, cookie, decision: 'verified' })

    const answer = await decide(app, { id: employer.id, cookie, decision: 'refused', reason: 'Mans iemesls' })

    expect(answer).toMatchObject({ status: 422, body: { problems: { form: 'stale' }, entered: { reason: 'Mans iemesls' } } })
    const page = await answerOf(employerPage(asked(app, '/', { params: { id: employer.id }, cookie })))
    expect(page.body).toMatchObject({ employer: { state: 'verified', version: 2 } })
  })

  test('that was refused cannot be verified by the one press, which asks for no reason', async () => {
    const { app, cookie } = await withCoordinator()
    const employer = await anEmployer(app.store, { state: 'refused' })

    const answer = await answerOf(employersAction(asked(app, '/', { cookie, form: { id: employer.id, version: '1' } })))
    expect(answer).toMatchObject({ status: 422, body: { problems: { form: 'notAllowedNow' } } })
  })

  test('is found by a part of its name without marks, or by its number', async () => {
    const { app, cookie } = await withCoordinator()
    const employer = await anEmployer(app.store, {
      name: 'SIA "Izdomātais Kokzāģis"',
      nameKey: 'izdomatais kokzagis',
      registrationNo: '40009900123',
    })
    await anEmployer(app.store, PENDING)
    const found = (words: string) => answerOf(employersPage(asked(app, `/?words=${encodeURIComponent(words)}`, { cookie })))

    expect((await found('SIA kokzag')).body).toMatchObject({ total: 1, rows: [{ id: employer.id }], counts: { pending: 1, verified: 1 } })
    expect((await found('9900123')).body).toMatchObject({ total: 1 })
    expect((await found('%')).body).toMatchObject({ total: 2 })
  })

  test('that is not there is a 404', async () => {
    const { app, cookie } = await withCoordinator()

    expect((await answerOf(employerPage(asked(app, '/', { params: { id: 'none' }, cookie })))).status).toBe(404)
    expect((await decide(app, { id: 'none', cookie, decision: 'verified' })).status).toBe(404)
  })

  test('gets its first colleague invited by the coordinator', async () => {
    const { app, cookie } = await withCoordinator()
    const employer = await anEmployer(app.store)
    const form = { form: 'invite', name: 'Līga Paraugs', email: 'liga@example.test' }

    const answer = await answerOf(employerAction(asked(app, '/', { params: { id: employer.id }, cookie, form })))

    expect(answer).toMatchObject({ status: 200, body: { invited: { email: 'liga@example.test' } } })
    const page = await answerOf(employerPage(asked(app, '/', { params: { id: employer.id }, cookie })))
    expect(page.body).toMatchObject({ members: [], invitations: [{ email: 'liga@example.test' }] })
  })
})

describe('an organisation', () => {
  function change(app: TestApp, id: string, cookie: string, form: Record<string, string>) {
    return answerOf(organisationAction(asked(app, '/', { params: { id }, cookie, form })))
  }

  test('that applies waits for a coordinator and is told what happens next', async () => {
    const { app, cookie } = await withCoordinator()

    const answer = await answerOf(apply(asked(app, '/register/organisation', { form: APPLICATION })))

    expect(answer).toMatchObject({ status: 303, location: '/register/organisation?sent' })
    expect(applyPage(asked(app, '/register/organisation?sent'))).toEqual({ sent: true })
    const list = await answerOf(organisationsPage(asked(app, '/?state=pending', { cookie })))
    expect(list.body).toMatchObject({ rows: [{ name: APPLICATION.organisation, state: 'pending', publicAuthority: false }] })
  })

  test('with a name that is taken, or with a place that is none, is told beside the field', async () => {
    const app = await testApp()
    await anOrganisation(app.store, { name: APPLICATION.organisation })

    const taken = await answerOf(apply(asked(app, '/', { form: APPLICATION })))
    expect(taken).toMatchObject({ status: 422, body: { problems: { organisation: 'takenName' }, entered: { name: APPLICATION.name } } })
    const nowhere = await answerOf(apply(asked(app, '/', { form: { ...APPLICATION, municipality: 'atlantida' } })))
    expect(nowhere).toMatchObject({ status: 422, body: { problems: { municipality: 'choose' } } })
  })

  test('that is an NGO can never be marked as a public authority', async () => {
    const { app, cookie } = await withCoordinator()
    const ngo = await anOrganisation(app.store, { kind: 'ngo', publicAuthority: false })

    const marked = await change(app, ngo.id, cookie, { form: 'authority', publicAuthority: 'on', version: '1' })
    expect(marked).toMatchObject({ status: 422, body: { problems: { publicAuthority: 'ngoAuthority' } } })
    const added = await answerOf(newOrganisation(asked(app, '/', { cookie, form: { ...APPLICATION, publicAuthority: 'on' } })))
    expect(added).toMatchObject({ status: 422, body: { problems: { publicAuthority: 'ngoAuthority' } } })
    await expect(anOrganisation(app.store, { kind: 'ngo', publicAuthority: true })).rejects.toThrow()
  })

  test('that is a municipal service is marked as a public authority, and unmarked again', async () => {
    const { app, cookie } = await withCoordinator()
    const service = await anOrganisation(app.store, { kind: 'municipal', publicAuthority: false })
    const page = () => answerOf(organisationPage(asked(app, '/', { params: { id: service.id }, cookie })))

    await change(app, service.id, cookie, { form: 'authority', publicAuthority: 'on', version: '1' })
    expect((await page()).body).toMatchObject({ organisation: { publicAuthority: true, version: 2 } })
    await change(app, service.id, cookie, { form: 'authority', version: '2' })
    expect((await page()).body).toMatchObject({ organisation: { publicAuthority: false } })
  })

  test('that is refused has its caseworkers signed out', async () => {
    const { app, cookie } = await withCoordinator()
    const organisation = await anOrganisation(app.store)
    const { membershipId } = await aMember(app.store, { role: 'caseworker', organisationId: organisation.id })
    await createSession(app.store, { membershipId }, hashToken('token'), NOW)

    await change(app, organisation.id, cookie, { form: 'decide', decision: 'refused', reason: 'Vairs nedarbojas.', version: '1' })

    expect(await findSession(app.store, hashToken('token'), NOW)).toBeNull()
  })

  test('added by a coordinator is verified at once and its first caseworker can be invited', async () => {
    const { app, cookie } = await withCoordinator()

    const made = await answerOf(
      newOrganisation(asked(app, '/', { cookie, form: { ...APPLICATION, kind: 'probation', publicAuthority: 'on' } })),
    )
    const id = made.location?.split('/').at(-1) ?? ''
    const invited = await change(app, id, cookie, { form: 'invite', name: 'Līga Paraugs', email: 'liga@example.test' })

    expect(invited).toMatchObject({ status: 200, body: { invited: { email: 'liga@example.test' } } })
    const page = await answerOf(organisationPage(asked(app, '/', { params: { id }, cookie })))
    expect(page.body).toMatchObject({ organisation: { state: 'verified', publicAuthority: true } })
  })
})

test('an employer and a caseworker cannot enter the coordinator’s pages', async () => {
  const app = await testApp()
  const employer = await anEmployer(app.store)
  const organisation = await anOrganisation(app.store)
  const people = [
    await aMember(app.store, { role: 'employer', employerId: employer.id }),
    await aMember(app.store, { role: 'caseworker', organisationId: organisation.id }),
  ]
  const statuses = people.map(async ({ membershipId }) => {
    const cookie = await cookieOf(app, { membershipId })
    return (await decide(app, { id: employer.id, cookie, decision: 'refused', reason: 'x' })).status
  })

  expect(await Promise.all(statuses)).toEqual([403, 403])
  expect((await answerOf(employersPage(asked(app, '/coordinator/employers')))).status).toBe(302)
})
