// Two colleagues write one vacancy at once.
import { expect, test } from 'vitest'
import { testApp } from '#tests/support/app.ts'
import { anEmployerSession, idIn, JOB, PAY } from '#tests/support/employers/employer-session.ts'

test('the second is told what the first changed, keeps what was typed, and may save it anyway', async () => {
  const app = await testApp()
  const session = await anEmployerSession(app)
  const id = idIn((await session.begin()).location)
  const seen = (await session.openStep(id, 'job')).body
  await session.save(id, 'job', { ...JOB, title: 'Kolēģa nosaukums' })

  const mine = { ...JOB, description: 'Mans teksts.' }
  const told = await session.send(id, 'job', { ...mine, version: String(seen.version), base: seen.base })
  expect(told.status).toBe(422)
  expect(told.body).toMatchObject({
    problems: { form: 'stale' },
    entered: mine,
    stale: { before: { title: JOB.title }, now: { title: 'Kolēģa nosaukums' } },
  })
  expect((await session.openStep(id, 'job')).body.initial).toMatchObject({ title: 'Kolēģa nosaukums', description: JOB.description })

  const { version, base } = told.body as { version: number; base: string }
  const saved = await session.send(id, 'job', { ...mine, version: String(version), base })
  expect(saved.status).toBe(303)
  expect((await session.openStep(id, 'job')).body.initial).toMatchObject(mine)
})

test('colleagues who write different parts are in nobody’s way', async () => {
  const app = await testApp()
  const session = await anEmployerSession(app)
  const id = idIn((await session.begin()).location)
  const seen = (await session.openStep(id, 'pay')).body
  await session.save(id, 'job', { ...JOB, title: 'Kolēģa nosaukums' })
  const saved = await session.send(id, 'pay', { ...PAY, version: String(seen.version), base: seen.base })
  expect(saved.status).toBe(303)
  expect((await session.openStep(id, 'job')).body.initial).toMatchObject({ title: 'Kolēģa nosaukums' })
})

test('what cannot be saved anyway is told with its problems first', async () => {
  const app = await testApp()
  const session = await anEmployerSession(app)
  const id = idIn((await session.begin()).location)
  const seen = (await session.openStep(id, 'job')).body
  await session.save(id, 'job', { ...JOB, title: 'Kolēģa nosaukums' })
  const told = await session.send(id, 'job', { ...JOB, title: '', version: String(seen.version), base: seen.base })
  expect(told.body).toMatchObject({ problems: { title: 'required' }, version: seen.version })
})

test('what the first took away is not put back without a word', async () => {
  const app = await testApp()
  const session = await anEmployerSession(app)
  const id = idIn((await session.begin()).location)
  await session.save(id, 'requirements', { 'driving.B': 'must', 'physical.standing': 'nice' })
  const seen = (await session.openStep(id, 'requirements')).body
  await session.save(id, 'requirements', { 'physical.standing': 'nice' })
  const mine = { 'driving.B': 'must', 'physical.standing': 'must' }
  const told = await session.send(id, 'requirements', { ...mine, version: String(seen.version), base: seen.base })
  expect(told.body).toMatchObject({ problems: { form: 'stale' }, entered: mine })
})
