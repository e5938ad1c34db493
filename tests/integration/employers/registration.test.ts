// A company registers itself.
import { describe, expect, test } from 'vitest'
import { action } from '#app/routes/account/register-employer.tsx'
import { loader as home } from '#app/routes/employer/home.tsx'
import { problem } from '#app/forms/parse-form.ts'
import { employer as employers, textOverride } from '#db/schema/index.ts'
import { minutesToRegister } from '#app/server/limits.ts'
import { answerOf, asked, testApp, type TestApp } from '#tests/support/app.ts'

const FORM = {
  company: 'SIA "Izdomātais Kokzāģis"',
  registrationNo: '40000000017',
  municipality: 'liepaja',
  place: 'liepaja',
  about: '',
  name: 'Anna Paraugs',
  email: 'Anna@Example.test',
  phone: '+371 20000000',
  password: 'gara parole ar vārdiem',
  terms: 'on',
}

const register = (app: TestApp, form: Record<string, string | string[]>) => answerOf(action(asked(app, '/register/employer', { form })))

test('a company that registers is signed in at once and told that it waits to be verified', async () => {
  const app = await testApp()
  const response = (await action(asked(app, '/register/employer', { form: FORM }))) as Response
  expect([response.status, response.headers.get('Location')]).toEqual([303, '/employer'])
  const cookie = (response.headers.get('Set-Cookie') ?? '').split(';')[0] ?? ''
  const { body } = await answerOf(home(asked(app, '/employer', { cookie })))
  expect(body).toMatchObject({ name: 'SIA "Izdomātais Kokzāģis"', state: 'pending', latest: [] })
})

test('an empty form is answered with a problem beside every field that is needed, and the password is not sent back', async () => {
  const app = await testApp()
  const { status, body } = await register(app, { password: 'short' })
  expect(status).toBe(422)
  expect(Object.keys((body as { problems: object }).problems).sort()).toEqual(
    ['company', 'email', 'municipality', 'name', 'password', 'phone', 'place', 'registrationNo', 'terms'].sort(),
  )
  expect(JSON.stringify(body)).not.toContain('short"')
})

describe('what is taken already is told beside its field', () => {
  test('the registration number', async () => {
    const app = await testApp()
    await register(app, FORM)
    const { status, body } = await register(app, { ...FORM, email: 'other@example.test' })
    expect([status, body]).toMatchObject([422, { problems: { registrationNo: 'takenRegistrationNo' } }])
  })

  test('the e-mail', async () => {
    const app = await testApp()
    await register(app, FORM)
    const { status, body } = await register(app, { ...FORM, registrationNo: '40000000029', email: 'ANNA@example.test' })
    expect([status, body]).toMatchObject([422, { problems: { email: 'takenEmail' }, entered: { company: FORM.company } }])
  })
})

test('what a company says of itself is checked as it registers: warned of, let out with a second yes that is logged, without a personal code', async () => {
  const app = await testApp()
  const about = 'Raksti: darbs [at] piemers.lv'
  expect((await register(app, { ...FORM, about })).body).toMatchObject({
    problems: { about: problem('suspiciousText', { found: 'darbs [at] piemers.lv' }) },
  })
  expect((await register(app, { ...FORM, about: '010190-12345', override: 'on' })).body).toMatchObject({
    problems: { about: 'personalCodeInText' },
  })
  expect((await register(app, { ...FORM, about, override: 'on' })).status).toBe(303)
  const [employer] = await app.store.read((db) => db.select().from(employers))
  expect(await app.store.read((db) => db.select().from(textOverride))).toMatchObject([{ employerId: employer?.id, findings: ['email'] }])
})

test.each([
  ['a place of another municipality', { place: 'Kuldīga' }, 'place'],
  ['a place nobody knows', { place: 'Nekurciems' }, 'place'],
  ['a municipality nobody knows', { municipality: 'atlantida' }, 'municipality'],
  ['a short registration number', { registrationNo: '4000' }, 'registrationNo'],
  ['terms not agreed to', { terms: 'no' }, 'terms'],
])('%s is a problem of its field', async (_what, change, field) => {
  const app = await testApp()
  const { status, body } = await register(app, { ...FORM, ...change })
  expect(status).toBe(422)
  expect(Object.keys((body as { problems: object }).problems)).toEqual([field])
})

test('hostile values are answered with problems, never with an error', async () => {
  const app = await testApp()
  const long = 'x'.repeat(30_000)
  const hostile: Record<string, string | string[]> = {
    ...FORM,
    company: [long, long],
    about: long,
    email: 'a'.repeat(300),
    name: '\0',
    ['__proto__']: 'x',
    constructor: 'y',
  }
  expect((await register(app, hostile)).status).toBe(422)
})

test('somebody who tries one e-mail too often is asked to wait', async () => {
  const app = await testApp()
  await Promise.all(Array.from({ length: 20 }, () => minutesToRegister(app, 'register-employer')))
  expect((await register(app, FORM)).body).toMatchObject({ problems: { form: expect.stringContaining('tooManyTries') as string } })
})
