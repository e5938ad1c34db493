// A vacancy is published, paused, copied, filled, closed, and expires.
import { eq } from 'drizzle-orm'
import { describe, expect, test } from 'vitest'
import { shownOf } from '#db/proposals/view.ts'
import { textOverride, vacancy } from '#db/schema/index.ts'
import { listVacancyFacts } from '#db/matching/vacancy-facts.ts'
import { NOW, testApp } from '#tests/support/app.ts'
import { anEmployerSession, aWholeDraft, sessionOf, idIn, JOB, PAY, PLACE } from '#tests/support/employers/employer-session.ts'
import { aCandidate, aMember, anOrganisation, aProposal } from '#tests/support/rows.ts'

const DAY = 86_400_000

test('a verified employer publishes a whole vacancy for 90 days', async () => {
  const app = await testApp()
  const session = await anEmployerSession(app)
  const id = await aWholeDraft(session)
  expect((await session.publish(id)).location).toBe(`/employer/vacancies/${id}`)
  expect((await session.open(id)).body).toMatchObject({ shown: 'published', expiresAt: NOW + 90 * DAY })
})

test.each(['pending', 'refused'] as const)('a %s employer’s vacancy is never public', async (state) => {
  const app = await testApp()
  const session = await anEmployerSession(app, { state })
  const id = await aWholeDraft(session)
  expect([(await session.publish(id)).status, (await session.publish(id)).body]).toMatchObject([422, { problems: { form: 'notVerified' } }])
  expect((await session.open(id)).body.shown).toBe('draft')
  expect(await listVacancyFacts(app.store, 'all')).toEqual([])
})

test('a vacancy that lacks something is not published, and what it lacks is named', async () => {
  const app = await testApp()
  const session = await anEmployerSession(app)
  const id = idIn((await session.begin()).location)
  expect((await session.publish(id)).body).toMatchObject({ problems: { form: 'vacancyIncomplete' } })
  expect((await session.summary(id)).body).toMatchObject({ state: 'draft', gaps: ['place', 'pay'] })
})

test('two who publish at once: the second is told', async () => {
  const app = await testApp()
  const session = await anEmployerSession(app)
  const id = await aWholeDraft(session)
  const { version } = (await session.summary(id)).body
  await session.publish(id)
  expect((await session.publish(id, { version: String(version) })).body).toMatchObject({ problems: { form: 'notAllowedNow' } })
})

describe('a text with what does not belong there', () => {
  const written = { ...JOB, description: 'Zvaniet 26 123 456, arī bijušie notiesātie.' }

  test('is warned about, and goes out only when the author says so; the choice is logged without the words', async () => {
    const app = await testApp()
    const session = await anEmployerSession(app)
    const id = await aWholeDraft(session)
    await session.save(id, 'job', written)
    expect((await session.summary(id)).body.findings.map(({ kind }) => kind)).toEqual(['phone', 'past'])
    expect((await session.publish(id)).body).toMatchObject({ problems: { override: 'overrideMissing' } })
    expect((await session.publish(id, { override: 'on' })).status).toBe(303)
    const log = await app.store.read((db) => db.select().from(textOverride))
    expect(log).toMatchObject([{ vacancyId: id, accountId: session.accountId, findings: ['phone', 'past'], at: NOW }])
  })

  test('is warned about as well when it is written into a published vacancy', async () => {
    const app = await testApp()
    const session = await anEmployerSession(app)
    const id = await aWholeDraft(session)
    await session.publish(id)
    const told = await session.save(id, 'job', written)
    expect([told.status, told.body]).toMatchObject([422, { findings: [{ kind: 'phone' }, { kind: 'past' }], entered: written }])
    expect((await session.save(id, 'job', { ...written, override: 'on' })).status).toBe(303)
    expect(await app.store.read((db) => db.select().from(textOverride))).toHaveLength(1)
  })
})

describe('a personal code', () => {
  const CODE = '010190-12345'

  test.each([
    ['job', 'description', { ...JOB, description: `Kods ${CODE}.` }],
    ['job', 'title', { ...JOB, title: CODE }],
    ['place', 'address', { ...PLACE, address: CODE }],
    ['requirements', 'skills[0].skill', { 'skills[0].skill': CODE }],
  ])('is refused in the step “%s”, beside the field “%s”, also with the second yes', async (step, field, form) => {
    const app = await testApp()
    const session = await anEmployerSession(app)
    const id = await aWholeDraft(session)
    const told = await session.save(id, step, { ...form, override: 'on' })
    expect([told.status, told.body]).toMatchObject([422, { problems: { [field]: 'personalCodeInText' } }])
  })

  test('that stands in a draft already is not published by any yes', async () => {
    const app = await testApp()
    const session = await anEmployerSession(app)
    const id = await aWholeDraft(session)
    await app.store.write((tx) => tx.update(vacancy).set({ description: CODE }).where(eq(vacancy.id, id)))
    expect((await session.publish(id, { override: 'on' })).body).toMatchObject({ problems: { form: 'personalCodeInText' } })
    expect((await session.open(id)).body.shown).toBe('draft')
    expect(await app.store.read((db) => db.select().from(textOverride))).toEqual([])
  })

  test('that was published once does not stay open for longer', async () => {
    const app = await testApp()
    const session = await anEmployerSession(app)
    const id = await aWholeDraft(session)
    await session.publish(id)
    await app.store.write((tx) => tx.update(vacancy).set({ description: CODE }).where(eq(vacancy.id, id)))
    expect((await session.move(id, 'refresh')).body).toMatchObject({ problems: { form: 'personalCodeInText' } })
  })
})

describe('a published vacancy', () => {
  test('is changed part by part and stays published', async () => {
    const app = await testApp()
    const session = await anEmployerSession(app)
    const id = await aWholeDraft(session)
    await session.publish(id)
    expect((await session.save(id, 'job', { ...JOB, title: 'Jauns nosaukums' })).location).toBe(`/employer/vacancies/${id}`)
    expect((await session.open(id)).body).toMatchObject({ shown: 'published', title: 'Jauns nosaukums' })
  })

  test('keeps holding what publishing needed', async () => {
    const app = await testApp()
    const session = await anEmployerSession(app)
    const id = await aWholeDraft(session)
    await session.save(id, 'place', { ...PLACE, hoursPerWeek: '20' })
    await session.save(id, 'pay', { ...PAY, payFrom: '500' })
    await session.publish(id)
    expect((await session.save(id, 'pay', { payFrom: '500', payTo: '', payPeriod: 'month' })).body).toMatchObject({
      problems: { payTo: 'required' },
    })
    expect((await session.save(id, 'place', PLACE)).body).toMatchObject({ problems: { hoursPerWeek: 'belowMinimum' } })
  })

  test('is paused, and published again', async () => {
    const app = await testApp()
    const session = await anEmployerSession(app)
    const id = await aWholeDraft(session)
    await session.publish(id)
    expect((await session.move(id, 'pause')).status).toBe(303)
    expect((await session.open(id)).body.shown).toBe('paused')
    expect((await session.move(id, 'pause')).body).toMatchObject({ problems: { form: 'notAllowedNow' } })
    expect((await session.publish(id)).status).toBe(303)
    expect((await session.open(id)).body.shown).toBe('published')
  })

  test('expires by itself after 90 days and is refreshed for 90 more', async () => {
    const app = await testApp()
    const session = await anEmployerSession(app)
    const id = await aWholeDraft(session)
    await session.publish(id)
    app.clock.now = NOW + 90 * DAY
    const later = await sessionOf(app, { membershipId: session.membershipId })
    expect((await later.open(id)).body.shown).toBe('expired')
    expect((await later.move(id, 'refresh')).status).toBe(303)
    expect((await later.open(id)).body).toMatchObject({ shown: 'published', expiresAt: NOW + 180 * DAY })
  })

  test('is copied into a draft of its own', async () => {
    const app = await testApp()
    const session = await anEmployerSession(app)
    const id = await aWholeDraft(session)
    await session.publish(id)
    const copy = idIn((await session.move(id, 'duplicate')).location)
    expect(copy).not.toBe(id)
    expect((await session.open(copy)).body).toMatchObject({ shown: 'draft', title: JOB.title })
    expect((await session.summary(copy)).body.gaps).toEqual([])
  })

  test.each([
    ['fill', 'filled'],
    ['close', 'closed'],
  ])('that is ended by %s ends its open proposals with it', async (move, ended) => {
    const app = await testApp()
    const session = await anEmployerSession(app)
    const id = await aWholeDraft(session)
    await session.publish(id)
    const { id: organisationId } = await anOrganisation(app.store)
    const { membershipId: caseworkerId } = await aMember(app.store, { role: 'caseworker', organisationId })
    const { id: candidateId } = await aCandidate(app.store, { organisationId, caseworkerId })
    const { shown } = await app.store.read((db) => shownOf(db, { candidateId, vacancyId: id }, NOW))
    await aProposal(app.store, { vacancyId: id, candidateId, organisationId, employerId: session.employer.id, state: 'sent', shown })
    expect((await session.open(id)).body.proposals.live).toBe(1)
    expect((await session.move(id, move)).status).toBe(303)
    expect((await session.open(id)).body).toMatchObject({ shown: ended, proposals: { live: 0 } })
  })
})

test.each(['publish', 'explode', '__proto__', ''])('the move “%s” does not exist', async (move) => {
  const app = await testApp()
  const session = await anEmployerSession(app)
  const id = await aWholeDraft(session)
  expect((await session.move(id, move)).status).toBe(422)
})
