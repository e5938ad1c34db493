// How much an employer may refuse in one vacancy: six, eight with a coordinator's approval, each for a reason that its job has.
import { eq } from 'drizzle-orm'
import { describe, expect, test } from 'vitest'
import { ROWS_A_PAGE } from '#app/domain/shared/lists.ts'
import { OFFENCE_FAMILIES, plainStance } from '#app/domain/vacancies/acceptance.ts'

import { loader as home } from '#app/routes/employer/home.tsx'
import { acceptanceApproval, refusalTakenBack, vacancy, vacancyStance } from '#db/schema/index.ts'
import { violationOf } from '#db/store/errors.ts'
import { answerOf, asked, NOW, testApp } from '#tests/support/app.ts'
import { ALL_CASE_BY_CASE, anEmployerSession, aWholeDraft, idIn } from '#tests/support/employers/employer-session.ts'
import { aVacancyRow } from '#tests/support/rows.ts'

import { aCoordinator, appWithRule, refusing, WHY } from '#tests/support/employers/refusals.ts'
test('six refusals are published as they are', async () => {
  const session = await anEmployerSession(await appWithRule())
  const id = await aWholeDraft(session)
  expect((await session.save(id, 'acceptance', refusing(6))).status).toBe(303)
  expect((await session.publish(id)).status).toBe(303)
})

test('terms that rule somebody out count too: six families and one term are seven', async () => {
  const session = await anEmployerSession(await appWithRule())
  const id = await aWholeDraft(session)
  const answer = await session.save(id, 'acceptance', { ...refusing(6), monitoring: 'no' })
  expect(answer).toMatchObject({ status: 422, body: { problems: { refusalExplanation: 'explanationMissing' } } })
})

test('nine cannot be saved, not even in a draft, and the database refuses them too', async () => {
  const app = await appWithRule()
  const session = await anEmployerSession(app)
  const id = await aWholeDraft(session)
  const answer = await session.save(id, 'acceptance', { ...refusing(9), ...WHY })
  expect(answer).toMatchObject({ status: 422, body: { problems: { refusals: 'tooManyRefusals?count=9&most=6&all=8' } } })
  const written = app.store.write((tx) => tx.update(vacancy).set({ refusals: 9 }).where(eq(vacancy.id, id)))
  expect(await written.catch(violationOf)).toEqual({ kind: 'check', constraint: 'vacancy_refusals_check' })
})

test('a ninth family that is refused is refused by the database, whoever writes it', async () => {
  const { store } = await appWithRule()
  const lawful = (family: (typeof OFFENCE_FAMILIES)[number]) => ({
    ...plainStance(family, 'not_for_this_job'),
    reason: 'law' as const,
    article: '1. pants',
  })
  const { id } = await aVacancyRow(store, { stances: OFFENCE_FAMILIES.slice(0, 8).map(lawful) })
  const ninth = store.write((tx) => tx.insert(vacancyStance).values({ vacancyId: id, ...lawful('other') }))
  expect(await ninth.catch(violationOf)).toMatchObject({ constraint: 'vacancy_stance_refusals' })
})

test('whatever waits for approval can be read, page by page, the longest waiting first', async () => {
  const app = await testApp()
  const { employer } = await anEmployerSession(app)
  const many = Array.from({ length: ROWS_A_PAGE + 1 }, (_, number) => number)
  const made = await Promise.all(many.map(() => aVacancyRow(app.store, { employerId: employer.id })))
  const waiting = made.map(({ id }, number) => ({ vacancyId: id, items: [], askedAt: NOW - number }))
  await app.store.write((tx) => tx.insert(acceptanceApproval).values(waiting))
  const coordinator = await aCoordinator(app)
  const first = await coordinator.page()
  const second = await coordinator.page(first.next ?? '')
  expect([first.rows, second.rows].map((rows) => rows.length)).toEqual([ROWS_A_PAGE, 1])
  expect([...first.rows, ...second.rows].map(({ vacancyId }) => vacancyId)).toEqual(made.map(({ id }) => id).reverse())
  expect([first.previous, second.next, second.total]).toEqual([null, null, ROWS_A_PAGE + 1])
})

describe('seven or eight', () => {
  test('are published once a coordinator has approved them, and not before', async () => {
    const app = await appWithRule()
    const session = await anEmployerSession(app)
    const coordinator = await aCoordinator(app)
    const id = await aWholeDraft(session)
    await session.save(id, 'acceptance', { ...refusing(8), ...WHY })
    expect((await session.summary(id)).body.gaps).toEqual(['approval'])
    expect((await session.publish(id)).body).toMatchObject({ problems: { form: 'vacancyIncomplete' } })
    expect((await coordinator.page()).rows).toMatchObject([{ vacancyId: id, explanation: WHY.refusalExplanation }])
    expect((await coordinator.decide(id, 'approved')).status).toBe(303)
    expect((await coordinator.page()).rows).toEqual([])
    expect((await session.publish(id)).status).toBe(303)
  })

  test('are not published when the coordinator says no, and the employer reads why', async () => {
    const app = await appWithRule()
    const session = await anEmployerSession(app)
    const coordinator = await aCoordinator(app)
    const id = await aWholeDraft(session)
    await session.save(id, 'acceptance', { ...refusing(7), ...WHY })
    await coordinator.decide(id, 'refused', 'Tik daudz šim darbam nevajag.')
    expect((await session.summary(id)).body).toMatchObject({ approval: { state: 'refused', answer: 'Tik daudz šim darbam nevajag.' } })
    expect((await session.publish(id)).body).toMatchObject({ problems: { form: 'vacancyIncomplete' } })
  })

  test('that a coordinator refused stay refused until they, or the explanation, change; the employer is told on its home', async () => {
    const app = await appWithRule()
    const session = await anEmployerSession(app)
    const coordinator = await aCoordinator(app)
    const id = await aWholeDraft(session)
    await session.save(id, 'acceptance', { ...refusing(7), ...WHY })
    await coordinator.decide(id, 'refused', 'Nevajag.')
    await session.save(id, 'acceptance', { ...refusing(7), ...WHY })
    expect((await session.summary(id)).body).toMatchObject({ approval: { state: 'refused', answer: 'Nevajag.' } })
    const told = (await answerOf(home(asked(app, '/employer', { cookie: session.cookie })))).body as Awaited<ReturnType<typeof home>>
    expect(told.decided).toMatchObject([{ vacancyId: id, decision: 'refused' }])
    await session.save(id, 'acceptance', { ...refusing(7), refusalExplanation: 'Ostas noteikumi to prasa.' })
    expect((await session.summary(id)).body).toMatchObject({ approval: { state: 'waiting' } })
  })

  test('are approved for the job as it was read: another occupation or other contexts are asked about anew', async () => {
    const app = await appWithRule()
    const session = await anEmployerSession(app)
    const coordinator = await aCoordinator(app)
    const id = await aWholeDraft(session)
    await session.save(id, 'acceptance', { ...refusing(7), ...WHY })
    await coordinator.decide(id, 'approved')
    await session.save(id, 'context', { contexts: 'cash' })
    expect((await session.summary(id)).body.gaps).toEqual(['approval'])
    expect((await coordinator.page()).rows).toMatchObject([{ vacancyId: id, contexts: ['cash'] }])
  })

  test('are approved as they stood: another refusal is asked about anew, fewer are not', async () => {
    const app = await appWithRule()
    const session = await anEmployerSession(app)
    const coordinator = await aCoordinator(app)
    const id = await aWholeDraft(session)
    await session.save(id, 'acceptance', { ...refusing(7), ...WHY })
    await coordinator.decide(id, 'approved')
    await session.save(id, 'acceptance', { ...refusing(7), 'stances.property.stance': 'accept', ...WHY })
    expect((await session.summary(id)).body.gaps).toEqual([])
    await session.save(id, 'acceptance', { ...refusing(8), ...WHY })
    expect((await session.summary(id)).body.gaps).toEqual(['approval'])
    expect((await coordinator.page()).rows).toHaveLength(1)
  })

  test('of two coordinators who decide, and of one who read what was changed since, the second is told', async () => {
    const app = await appWithRule()
    const session = await anEmployerSession(app)
    const coordinator = await aCoordinator(app)
    const id = await aWholeDraft(session)
    await session.save(id, 'acceptance', { ...refusing(7), ...WHY })
    await coordinator.decide(id, 'approved')
    expect(await coordinator.decide(id, 'refused')).toMatchObject({ status: 422, body: { problems: { form: 'stale' } } })
  })

  test('cannot come into a published vacancy by a later edit', async () => {
    const session = await anEmployerSession(await appWithRule())
    const id = await aWholeDraft(session)
    await session.publish(id)
    const answer = await session.save(id, 'acceptance', { ...refusing(7), ...WHY })
    expect(answer).toMatchObject({ status: 422, body: { problems: { form: 'approvalMissing' } } })
  })

  test('are asked about again for a copy', async () => {
    const app = await appWithRule()
    const session = await anEmployerSession(app)
    const coordinator = await aCoordinator(app)
    const id = await aWholeDraft(session)
    await session.save(id, 'acceptance', { ...refusing(7), ...WHY })
    await coordinator.decide(id, 'approved')
    const copy = idIn((await session.move(id, 'duplicate')).location)
    expect((await session.summary(copy)).body.gaps).toEqual(['approval'])
    expect((await coordinator.page()).rows.map(({ vacancyId }) => vacancyId)).toEqual([copy])
  })
})

describe('a reason that the job does not have', () => {
  const cash = { ...ALL_CASE_BY_CASE, 'stances.fraud.stance': 'not_for_this_job', 'stances.fraud.reason': 'cash_valuables' }

  test('is not taken, and is named beside its family', async () => {
    const session = await anEmployerSession(await testApp())
    const id = await aWholeDraft(session)
    const answer = await session.save(id, 'acceptance', cash)
    expect(answer).toMatchObject({ status: 422, body: { problems: { 'stances.fraud.reason': 'reasonNotForThis' } } })
  })

  test('cannot be left behind by taking the context away: not in what is published, nor published so', async () => {
    const session = await anEmployerSession(await testApp())
    const id = await aWholeDraft(session)
    await session.save(id, 'context', { contexts: 'cash' })
    expect((await session.save(id, 'acceptance', cash)).status).toBe(303)
    await session.save(id, 'context', {})
    expect((await session.publish(id)).body).toMatchObject({ problems: { form: 'vacancyIncomplete' } })
    await session.save(id, 'context', { contexts: 'cash' })
    await session.publish(id)
    expect(await session.save(id, 'context', {})).toMatchObject({ status: 422, body: { problems: { contexts: 'contextsUsed' } } })
  })
})

test('what a new rule took back is told on the employer’s home until it has saved its answers', async () => {
  const app = await testApp()
  const session = await anEmployerSession(app)
  const id = await aWholeDraft(session)
  await app.store.write((tx) =>
    tx
      .insert(refusalTakenBack)
      .values((['robbery', 'property'] as const).map((family) => ({ vacancyId: id, family, reason: 'client_clearance', at: NOW }))),
  )
  const told = async (cookie = session.cookie) =>
    ((await answerOf(home(asked(app, '/employer', { cookie })))).body as Awaited<ReturnType<typeof home>>).takenBack
  expect(await told()).toMatchObject([{ vacancyId: id, families: ['property', 'robbery'] }])
  expect(await told((await anEmployerSession(app)).cookie)).toEqual([])
  await session.save(id, 'acceptance', ALL_CASE_BY_CASE)
  expect(await told()).toEqual([])
})
