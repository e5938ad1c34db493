// A refusal that names an article of law, or a client's clearance: a coordinator looks at what no verified rule bears out.
import { describe, expect, test } from 'vitest'
import { legalRestriction } from '#db/schema/index.ts'
import { findOpenVacancy } from '#db/vacancies/vacancies.ts'
import { NOW, testApp } from '#tests/support/app.ts'
import { ALL_CASE_BY_CASE, anEmployerSession, aWholeDraft, JOB } from '#tests/support/employers/employer-session.ts'
import { aRule } from '#tests/support/rows.ts'
import { aCoordinator, appWithRule, refusing } from '#tests/support/employers/refusals.ts'

describe('a refusal by law', () => {
  const byLaw = refusing(1)

  test('that no verified rule bears out is published once a coordinator has looked at the article, and not before', async () => {
    const app = await testApp()
    await aRule(app.store, { verifiedOn: null })
    await aRule(app.store, { occupation: '9333' })
    const session = await anEmployerSession(app)
    const coordinator = await aCoordinator(app)
    const id = await aWholeDraft(session)
    await session.save(id, 'acceptance', byLaw)
    expect((await session.summary(id)).body).toMatchObject({ gaps: ['approval'], approval: { state: 'waiting' } })
    expect((await session.publish(id)).body).toMatchObject({ problems: { form: 'vacancyIncomplete' } })
    const [first] = (await coordinator.page()).rows
    expect(first?.stances[0]).toMatchObject({ family: 'property', reason: 'law', article: byLaw['stances.property.article'] })
    await coordinator.decide(id, 'approved')
    expect((await session.publish(id)).status).toBe(303)
  })

  test('that a verified rule bears out is published at once', async () => {
    const session = await anEmployerSession(await appWithRule())
    const id = await aWholeDraft(session)
    await session.save(id, 'acceptance', byLaw)
    expect((await session.summary(id)).body).toMatchObject({ gaps: [], approval: { state: 'not_needed' } })
    expect((await session.publish(id)).status).toBe(303)
  })

  test('whose rule is retired is asked about at the next saving, and not published before; the employer is told to save', async () => {
    const app = await appWithRule()
    const session = await anEmployerSession(app)
    const coordinator = await aCoordinator(app)
    const id = await aWholeDraft(session)
    await session.save(id, 'acceptance', byLaw)
    await app.store.write((tx) => tx.update(legalRestriction).set({ retiredAt: NOW }))
    expect((await session.summary(id)).body).toMatchObject({ gaps: ['approval'], approval: { state: 'not_asked' } })
    expect((await session.publish(id)).body).toMatchObject({ problems: { form: 'vacancyIncomplete' } })
    await session.save(id, 'acceptance', byLaw)
    expect((await session.summary(id)).body).toMatchObject({ approval: { state: 'waiting' } })
    expect((await coordinator.page()).rows).toMatchObject([{ vacancyId: id }])
  })

  test('that is published stays so when its rule is retired: the text may change, but no further refusal comes in', async () => {
    const app = await appWithRule()
    const session = await anEmployerSession(app)
    const id = await aWholeDraft(session)
    await session.save(id, 'acceptance', byLaw)
    await session.publish(id)
    await app.store.write((tx) => tx.update(legalRestriction).set({ verifiedOn: null }))
    expect((await session.save(id, 'job', { ...JOB, title: 'Krāvējs' })).status).toBe(303)
    expect((await session.open(id)).body).toMatchObject({ shown: 'published', title: 'Krāvējs' })
    const more = await session.save(id, 'acceptance', refusing(2))
    expect(more).toMatchObject({ status: 422, body: { problems: { form: 'approvalMissing' } } })
    expect((await session.save(id, 'acceptance', ALL_CASE_BY_CASE)).status).toBe(303)
  })
})

test('a client’s clearance names the client to the coordinator, who looks at it; a visitor does not read the name', async () => {
  const app = await testApp()
  const session = await anEmployerSession(app)
  const coordinator = await aCoordinator(app)
  const id = await aWholeDraft(session)
  expect((await session.save(id, 'acceptance', refusing(1, 'client_clearance'))).body).toMatchObject({
    problems: { 'stances.property.client': 'clientMissing' },
  })
  await session.save(id, 'acceptance', { ...refusing(1, 'client_clearance'), 'stances.property.client': 'Izdomātais terminālis' })
  expect((await session.summary(id)).body.gaps).toEqual(['approval'])
  expect(JSON.stringify(await coordinator.page())).toContain('Izdomātais terminālis')
  await coordinator.decide(id, 'approved')
  await session.publish(id)
  const seen = await findOpenVacancy(app.store, { kind: 'visitor' }, id, NOW)
  expect(seen?.stances[0]).toMatchObject({ family: 'property', reason: 'client_clearance', client: null })
})
