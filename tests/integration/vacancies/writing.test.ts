// An employer writes a vacancy, step by step.
import { describe, expect, test } from 'vitest'
import { answerOf, asked, testApp } from '#tests/support/app.ts'
import { loader as stepLoader } from '#app/routes/employer/vacancy-step.tsx'
import { ALL_CASE_BY_CASE, anEmployerSession, aWholeDraft, idIn, JOB, PAY, PLACE } from '#tests/support/employers/employer-session.ts'
import { stancesOf } from '#app/domain/vacancies/acceptance.ts'
import { findOpenVacancy } from '#db/vacancies/vacancies.ts'
import { listChanges } from '#tests/support/store/feed.ts'

test('the first step makes a draft, and the draft is there the next day with what was typed', async () => {
  const app = await testApp()
  const session = await anEmployerSession(app)
  const made = await session.begin()
  const id = idIn(made.location)
  expect([made.status, made.location]).toEqual([303, `/employer/vacancies/${id}/place`])
  app.clock.now += 3_600_000 * 11
  expect((await session.openStep(id, 'job')).body.initial).toEqual(JOB)
  expect((await session.open(id)).body.shown).toBe('draft')
})

test('a draft may be left half written, and is finished later from where it was', async () => {
  const app = await testApp()
  const session = await anEmployerSession(app)
  const id = idIn((await session.begin({ ...JOB, exit: 'later' })).location)
  const later = await session.save(id, 'place', { ...PLACE, exit: 'later' })
  expect(later.location).toBe(`/employer/vacancies/${id}`)
  expect((await session.openStep(id, 'place')).body.initial).toMatchObject({ municipality: 'liepaja', shifts: ['day', 'evening'] })
  expect((await session.summary(id)).body.gaps).toEqual(['pay'])
})

test('each step leads to the next, and the last to the summary', async () => {
  const app = await testApp()
  const session = await anEmployerSession(app)
  const id = await aWholeDraft(session)
  expect((await session.save(id, 'job', JOB)).location).toBe(`/employer/vacancies/${id}/place`)
  expect((await session.save(id, 'requirements', {})).location).toBe(`/employer/vacancies/${id}/context`)
  expect((await session.save(id, 'visibility', { visibility: 'closed' })).location).toBe(`/employer/vacancies/${id}/summary`)
})

test('every saved step is in the change feed', async () => {
  const app = await testApp()
  const session = await anEmployerSession(app)
  const id = await aWholeDraft(session)
  expect((await listChanges(app.store, 0)).filter((change) => change.subjectId === id)).toHaveLength(4)
})

test('every requirement comes back as it was asked', async () => {
  const app = await testApp()
  const session = await anEmployerSession(app)
  const id = idIn((await session.begin()).location)
  const asks = {
    'latvian.level': 'B1',
    'latvian.strength': 'negotiable',
    'languages[0].language': 'ru',
    'languages[0].level': 'A2',
    'languages[0].strength': 'nice',
    'languages[0].reason': 'team',
    'education.level': 'basic',
    'education.strength': 'must',
    'experience.months': '12',
    'experience.strength': 'nice',
    'skills[0].skill': 'iekrāvējs',
    'skills[0].strength': 'nice',
    'driving.B': 'must',
    'certificate.forklift': 'negotiable',
    'physical.heavy_lifting': 'must',
    medicalBook: 'must',
    shifts: 'must',
    nights: 'nice',
    away: 'negotiable',
  }
  expect((await session.save(id, 'requirements', asks)).status).toBe(303)
  expect((await session.openStep(id, 'requirements')).body.initial).toMatchObject(asks)
})

describe('a step that cannot be saved says why beside the field and keeps what was typed', () => {
  test.each([
    ['job', { ...JOB, title: '' }, { title: 'required' }],
    ['job', { ...JOB, occupation: '0000' }, { occupation: 'unknownOccupation' }],
    ['job', { ...JOB, positions: '1.5' }, { positions: 'notWhole' }],
    ['place', { ...PLACE, place: 'Nekurciems' }, { place: 'unknownPlace' }],
    ['place', { ...PLACE, startOn: 'rīt' }, { startOn: 'notDay' }],
    ['pay', { ...PAY, payFrom: '1300' }, { payTo: 'payOrder' }],
    ['pay', { ...PAY, payFrom: '600' }, { payFrom: 'belowMinimum' }],
    ['pay', { ...PAY, payFrom: '4,20', payTo: '5', payPeriod: 'hour' }, { payFrom: 'belowMinimum' }],
    ['requirements', { 'languages[0].language': 'ru', 'languages[0].level': 'B1' }, { 'languages[0].reason': 'languageReasonMissing' }],
    ['requirements', { 'skills[0].skill': 'nesodīts', 'skills[0].strength': 'must' }, { 'skills[0].skill': 'skillOfThePast' }],
    ['acceptance', { ...ALL_CASE_BY_CASE, 'stances.fraud.stance': 'not_for_this_job' }, { 'stances.fraud.reason': 'reasonMissing' }],
    [
      'acceptance',
      { ...ALL_CASE_BY_CASE, 'stances.sexual.stance': 'not_for_this_job', 'stances.sexual.reason': 'law', 'stances.sexual.article': '  ' },
      { 'stances.sexual.article': 'articleMissing' },
    ],
    ['acceptance', { ...ALL_CASE_BY_CASE, appointmentsPerMonth: '9' }, { appointmentsPerMonth: 'tooBig?max=4' }],
    ['visibility', { visibility: 'secret' }, { visibility: 'choose' }],
  ])('%s %o', async (step, form, problems) => {
    const app = await testApp()
    const session = await anEmployerSession(app)
    const id = idIn((await session.begin()).location)
    const { status, body } = await session.save(id, step, form)
    expect([status, body]).toMatchObject([422, { problems, entered: form }])
  })
})

test('a refusal is kept with its reason, and a reason left over from a changed mind is dropped', async () => {
  const app = await testApp()
  const session = await anEmployerSession(app)
  const id = idIn((await session.begin()).location)
  const answers = {
    ...ALL_CASE_BY_CASE,
    'stances.property.stance': 'not_for_this_job',
    'stances.property.reason': 'cash_valuables',
    'stances.fraud.reason': 'cash_valuables',
    'stances.traffic.stance': 'accept',
    supervision: 'yes',
    monthsSinceRelease: '3',
  }
  await session.save(id, 'context', { contexts: 'cash' })
  await session.save(id, 'acceptance', answers)
  expect((await session.openStep(id, 'acceptance')).body.initial).toMatchObject({ ...answers, 'stances.fraud.reason': '' })
})

test('nothing is chosen for an employer: what it leaves open is "not stated", and may be published so', async () => {
  const app = await testApp()
  const session = await anEmployerSession(app)
  const id = await aWholeDraft(session)
  await session.save(id, 'acceptance', {})
  expect((await session.openStep(id, 'acceptance')).body.initial).toMatchObject({ 'stances.property.stance': '' })
  expect((await session.publish(id)).status).toBe(303)
  expect((await findOpenVacancy(app.store, { kind: 'visitor' }, id, app.clock.now))?.stances).toEqual(stancesOf('not_stated'))
})

test('somebody else’s vacancy is not there', async () => {
  const app = await testApp()
  const theirs = await aWholeDraft(await anEmployerSession(app))
  const session = await anEmployerSession(app)
  expect((await session.open(theirs)).status).toBe(404)
  expect((await session.openStep(theirs, 'pay')).status).toBe(404)
  expect((await session.summary(theirs)).status).toBe(404)
  expect((await session.send(theirs, 'pay', PAY)).status).toBe(404)
  expect((await session.move(theirs, 'close')).status).toBe(404)
  expect((await session.move(theirs, 'duplicate')).status).toBe(404)
})

test('a step nobody knows is not there, and a visitor is asked to sign in', async () => {
  const app = await testApp()
  const session = await anEmployerSession(app)
  const id = idIn((await session.begin()).location)
  expect((await session.openStep(id, 'constructor')).status).toBe(404)
  expect((await answerOf(stepLoader(asked(app, `/employer/vacancies/${id}/pay`, { params: { id, step: 'pay' } })))).status).toBe(302)
})

test.each(['job', 'place', 'pay', 'requirements', 'context', 'acceptance', 'support', 'visibility'])(
  'hostile values in the step %s are never an error',
  async (step) => {
    const app = await testApp()
    const session = await anEmployerSession(app)
    const id = idIn((await session.begin()).location)
    const fields = Object.keys((await session.openStep(id, step)).body.initial)
    const long = 'ā'.repeat(25_000)
    const filled = (value: string | string[]) => Object.fromEntries(fields.map((field) => [field, value]))
    const tries = [
      filled(long),
      filled([long, '1', '2']),
      filled('-1'),
      filled('\0'),
      { ...filled('x'), ['__proto__']: 'y', base: '[[[', version: '1e9' },
      { base: '{"title":{"a":1}}', version: 'NaN' },
    ]
    const statuses = await Promise.all(tries.map(async (form) => (await session.send(id, step, form)).status))
    expect(statuses.filter((status) => status !== 422 && status !== 303)).toEqual([])
  },
)

describe('the way to another step', () => {
  test('saves what was typed in this one, in a draft and in a published vacancy', async () => {
    const session = await anEmployerSession(await testApp())
    const id = await aWholeDraft(session)
    const shifts = (...chosen: string[]) => ({ ...PLACE, shifts: chosen, exit: 'support' })
    expect((await session.save(id, 'place', shifts('night'))).location).toBe(`/employer/vacancies/${id}/support`)
    expect((await session.openStep(id, 'place')).body.initial['shifts']).toEqual(['night'])
    await session.publish(id)
    expect((await session.save(id, 'place', shifts('day'))).location).toBe(`/employer/vacancies/${id}/support`)
    expect((await session.openStep(id, 'place')).body.initial['shifts']).toEqual(['day'])
  })

  test('is open from a step that is not filled in yet, and changes nothing', async () => {
    const session = await anEmployerSession(await testApp())
    const id = idIn((await session.begin()).location)
    const { version } = (await session.openStep(id, 'place')).body
    const empty = { municipality: '', place: '', address: '', hoursPerWeek: '', startOn: '', exit: 'job' }
    expect((await session.save(id, 'place', empty)).location).toBe(`/employer/vacancies/${id}/job`)
    expect((await session.save(id, 'job', { ...JOB, exit: 'pay' })).location).toBe(`/employer/vacancies/${id}/pay`)
    expect((await session.openStep(id, 'place')).body.version).toBe(version)
  })

  test('gives back what was typed where it cannot be saved', async () => {
    const session = await anEmployerSession(await testApp())
    const id = idIn((await session.begin()).location)
    const answer = await session.save(id, 'job', { ...JOB, title: '', exit: 'pay' })
    expect(answer).toMatchObject({ status: 422, body: { problems: { title: 'required' }, entered: { description: JOB.description } } })
  })
})
