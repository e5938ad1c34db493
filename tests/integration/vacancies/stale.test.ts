// Two colleagues write one vacancy at once.
import { expect, test } from 'vitest'
import { testApp } from '#tests/support/app.ts'
import { anEmployerDesk, idIn, JOB, PAY } from '#tests/support/employers/employer-desk.ts'

test('the second is told what the first changed, keeps what was typed, and may save it anyway', async () => {
  const app = await testApp()
  const desk = await anEmployerDesk(app)
  const id = idIn((await desk.begin()).location)
  const seen = (await desk.openStep(id, 'job')).body
  await desk.save(id, 'job', { ...JOB, title: 'Kolēģa nosaukums' })

  const mine = { ...JOB, description: 'Mans teksts.' }
  const told = await desk.send(id, 'job', { ...mine, version: String(seen.version), base: seen.base })
  expect(told.status).toBe(422)
  expect(told.body).toMatchObject({
    problems: { form: 'stale' },
    entered: mine,
    stale: { before: { title: JOB.title }, now: { title: 'Kolēģa nosaukums' } },
  })
  expect((await desk.openStep(id, 'job')).body.initial).toMatchObject({ title: 'Kolēģa nosaukums', description: JOB.description })

  const { version, base } = told.body as { version: number; base: string }
  const saved = await desk.send(id, 'job', { ...mine, version: String(version), base })
  expect(saved.status).toBe(303)
  expect((await desk.openStep(id, 'job')).body.initial).toMatchObject(mine)
})

test('colleagues who write different parts are in nobody’s way', async () => {
  const app = await testApp()
  const desk = await anEmployerDesk(app)
  const id = idIn((await desk.begin()).location)
  const seen = (await desk.openStep(id, 'pay')).body
  await desk.save(id, 'job', { ...JOB, title: 'Kolēģa nosaukums' })
  const saved = await desk.send(id, 'pay', { ...PAY, version: String(seen.version), base: seen.base })
  expect(saved.status).toBe(303)
  expect((await desk.openStep(id, 'job')).body.initial).toMatchObject({ title: 'Kolēģa nosaukums' })
})

test('what cannot be saved anyway is told with its problems first', async () => {
  const app = await testApp()
  const desk = await anEmployerDesk(app)
  const id = idIn((await desk.begin()).location)
  const seen = (await desk.openStep(id, 'job')).body
  await desk.save(id, 'job', { ...JOB, title: 'Kolēģa nosaukums' })
  const told = await desk.send(id, 'job', { ...JOB, title: '', version: String(seen.version), base: seen.base })
  expect(told.body).toMatchObject({ problems: { title: 'required' }, version: seen.version })
})
