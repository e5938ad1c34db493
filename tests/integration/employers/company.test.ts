// A company tends what it says of itself, its colleagues and its lists.
import { describe, expect, test } from 'vitest'
import { loader as colleagues, action as changeColleagues } from '#app/routes/employer/colleagues.tsx'
import { action as saveCompany, loader as company } from '#app/routes/employer/company.tsx'
import { loader as home } from '#app/routes/employer/home.tsx'
import { loader as vacancies } from '#app/routes/employer/vacancies.tsx'
import { problem } from '#app/forms/parse-form.ts'
import { shownOf } from '#db/proposals/view.ts'
import { textOverride } from '#db/schema/index.ts'
import { answerOf, asked, NOW, testApp, type TestApp } from '#tests/support/app.ts'
import { anEmployerSession, aWholeDraft } from '#tests/support/employers/employer-session.ts'
import { aCandidate, aMember, anOrganisation, aProposal, aVacancyRow } from '#tests/support/rows.ts'

const DAY = 86_400_000
const FIELDS = {
  form: 'company',
  municipality: 'kuldiga',
  place: 'Kuldīga',
  about: 'Zāģējam kokus.',
  contactName: 'Anna Paraugs',
  contactEmail: 'anna@example.test',
  contactPhone: '+371 20000000',
}
const suspicious = (found: string) => problem('suspiciousText', { found })
type EmployerSession = Awaited<ReturnType<typeof anEmployerSession>>
const save = async (app: TestApp, { cookie }: EmployerSession, form: Record<string, string | string[]>) =>
  answerOf(saveCompany(asked(app, '/employer/company', { cookie, form })))
const overridesOf = (app: TestApp) => app.store.read((db) => db.select().from(textOverride))
const see = async (app: TestApp, { cookie }: EmployerSession) => answerOf(company(asked(app, '/employer/company', { cookie })))

describe('the company’s own page', () => {
  test('saves what it says of itself', async () => {
    const app = await testApp()
    const session = await anEmployerSession(app)
    expect((await save(app, session, { ...FIELDS, version: '1' })).status).toBe(303)
    expect((await see(app, session)).body).toMatchObject({ version: 2, fields: { place: 'Kuldīga', about: 'Zāģējam kokus.' } })
  })

  test('tells the second of two colleagues what stands there now and keeps what was typed', async () => {
    const app = await testApp()
    const session = await anEmployerSession(app)
    await save(app, session, { ...FIELDS, version: '1' })
    const told = await save(app, session, { ...FIELDS, about: 'Mans teksts.', version: '1' })
    expect([told.status, told.body]).toMatchObject([
      422,
      { problems: { form: 'stale' }, entered: { about: 'Mans teksts.' }, now: { version: 2, fields: { about: 'Zāģējam kokus.' } } },
    ])
  })

  test('warns of what does not belong into words that everybody reads, and lets it out only with a second yes, which is logged once', async () => {
    const app = await testApp()
    const session = await anEmployerSession(app)
    const about = 'Zvani 29.123.456. Meklējam nesodītus.'
    const told = await save(app, session, { ...FIELDS, about, version: '1' })
    expect([told.status, told.body]).toMatchObject([422, { problems: { about: suspicious('29.123.456, nesoditus') }, entered: { about } }])
    expect((await save(app, session, { ...FIELDS, about, version: '1', override: 'on' })).status).toBe(303)
    // Nobody is asked again about words that stand there.
    expect((await save(app, session, { ...FIELDS, about, place: 'Skrunda', version: '2' })).status).toBe(303)
    const { id: employerId } = session.employer
    expect(await overridesOf(app)).toMatchObject([{ employerId, accountId: session.accountId, findings: ['phone', 'past'], at: NOW }])
  })

  test('takes no personal code for a telephone', async () => {
    const app = await testApp()
    const session = await anEmployerSession(app)
    const told = await save(app, session, { ...FIELDS, contactPhone: '010190-12345', version: '1' })
    expect([told.status, told.body]).toMatchObject([422, { problems: { contactPhone: 'notPhone' } }])
  })

  test.each(['about', 'contactName'])('takes no personal code in “%s”, whoever says yes', async (field) => {
    const app = await testApp()
    const session = await anEmployerSession(app)
    const told = await save(app, session, { ...FIELDS, [field]: 'Kods 010190-12345', version: '1', override: 'on' })
    expect([told.status, told.body]).toMatchObject([422, { problems: { [field]: 'personalCodeInText' } }])
  })

  test('lets the name be corrected until it is verified, and not after', async () => {
    const app = await testApp()
    const pending = await anEmployerSession(app, { state: 'pending' })
    const verified = await anEmployerSession(app)
    expect((await save(app, pending, { form: 'rename', name: 'SIA "Izdoma"' })).status).toBe(303)
    expect((await see(app, pending)).body).toMatchObject({ name: 'SIA "Izdoma"' })
    expect((await save(app, verified, { form: 'rename', name: 'SIA "Cits"' })).body).toMatchObject({ problems: { form: 'notAllowedNow' } })
  })

  test('answers hostile values with problems', async () => {
    const app = await testApp()
    const session = await anEmployerSession(app)
    const long = 'x'.repeat(30_000)
    expect(
      (await save(app, session, { ...FIELDS, about: [long, long], contactEmail: '\0', version: 'x', ['__proto__']: 'y' })).status,
    ).toBe(422)
    expect((await save(app, session, { form: ['company', 'rename'] })).status).toBe(422)
  })
})

test('a colleague is invited by an address that is shown once', async () => {
  const app = await testApp()
  const session = await anEmployerSession(app)
  const form = { form: 'invite', name: 'Pēteris Paraugs', email: 'peteris@example.test' }
  const made = await answerOf(changeColleagues(asked(app, '/employer/colleagues', { cookie: session.cookie, form })))
  expect(made.body).toMatchObject({ invited: { address: expect.stringContaining('/invitation/') as string } })
  const seen = await answerOf(colleagues(asked(app, '/employer/colleagues', { cookie: session.cookie })))
  expect(seen.body).toMatchObject({ members: [{ membershipId: session.membershipId }], invitations: [{ email: 'peteris@example.test' }] })
  expect(JSON.stringify(seen.body)).not.toContain('/invitation/')
})

test('the home page says what waits: a proposal, a vacancy about to end', async () => {
  const app = await testApp()
  const session = await anEmployerSession(app)
  const vacancy = await aVacancyRow(app.store, { employerId: session.employer.id, expiresAt: NOW + 3 * DAY })
  const { id: organisationId } = await anOrganisation(app.store)
  const { membershipId: caseworkerId } = await aMember(app.store, { role: 'caseworker', organisationId })
  const { id: candidateId } = await aCandidate(app.store, { organisationId, caseworkerId })
  const { shown } = await app.store.read((db) => shownOf(db, { candidateId, vacancyId: vacancy.id }, NOW))
  const proposal = await aProposal(app.store, {
    vacancyId: vacancy.id,
    candidateId,
    organisationId,
    employerId: session.employer.id,
    state: 'sent',
    shown,
  })
  const { body } = await answerOf(home(asked(app, '/employer', { cookie: session.cookie })))
  expect(body).toMatchObject({
    waiting: [{ id: proposal.id, code: `P-${proposal.id}` }],
    toRefresh: [{ id: vacancy.id }],
    latest: [{ id: vacancy.id, waiting: 1 }],
  })
  expect(Object.keys((body as { waiting: [object] }).waiting[0])).toEqual(['id', 'vacancyTitle', 'answerBy', 'code'])
})

describe('the list of vacancies', () => {
  test('is filtered by state as people see it, and holds nobody else’s', async () => {
    const app = await testApp()
    const session = await anEmployerSession(app)
    const draft = await aWholeDraft(session)
    const ended = await aVacancyRow(app.store, { employerId: session.employer.id, expiresAt: NOW - 1 })
    const open = await aVacancyRow(app.store, { employerId: session.employer.id })
    await aVacancyRow(app.store)
    const list = async (query: string) =>
      (await answerOf(vacancies(asked(app, `/employer/vacancies${query}`, { cookie: session.cookie })))).body
    expect(await list('')).toMatchObject({ total: 3 })
    expect(await list('?state=expired')).toMatchObject({ lines: [{ id: ended.id, shown: 'expired' }] })
    expect(await list('?state=published')).toMatchObject({ lines: [{ id: open.id }] })
    expect(await list('?state=draft')).toMatchObject({ lines: [{ id: draft }] })
    expect(await list('?state=__proto__&page=-7&page=x&at=x&at=y')).toMatchObject({ state: 'all', previous: null, total: 3 })
  })
})
