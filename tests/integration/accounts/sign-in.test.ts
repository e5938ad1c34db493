// Signing in and out: what a right and a wrong password do, and where one ends up.
import { describe, expect, test } from 'vitest'
import { action as demo, loader as demoPage } from '#app/routes/account/demo-sign-in.ts'
import { action as signInAction, loader as signInPage } from '#app/routes/account/sign-in.tsx'
import { action as signOut } from '#app/routes/account/sign-out.ts'
import { loader as home } from '#app/routes/coordinator/home.tsx'
import { answerOf, asked, cookieOf, NOW, testApp, type TestApp } from '#tests/support/app.ts'
import { aMember, anEmployer, KNOWN_PASSWORD, KNOWN_PASSWORD_HASH } from '#tests/support/rows.ts'

const EMAIL = 'anna@example.test'
const MINUTE = 60_000

async function withAnna() {
  const app = await testApp()
  const employer = await anEmployer(app.store)
  const { membershipId } = await aMember(
    app.store,
    { role: 'employer', employerId: employer.id },
    { email: EMAIL, passwordHash: KNOWN_PASSWORD_HASH },
  )
  return { app, membershipId }
}

function signIn(app: TestApp, form: Record<string, string>) {
  return answerOf(signInAction(asked(app, '/sign-in', { form })))
}

describe('a person with an account', () => {
  test('signs in with the right password, however the e-mail is written, and begins at home', async () => {
    const { app } = await withAnna()

    expect(await signIn(app, { email: ' Anna@Example.test ', password: KNOWN_PASSWORD })).toMatchObject({
      status: 303,
      location: '/employer',
    })
  })

  test('comes back to the page that was asked for', async () => {
    const { app } = await withAnna()

    const answer = await signIn(app, { email: EMAIL, password: KNOWN_PASSWORD, to: '/employer/proposals?page=2' })
    expect(answer.location).toBe('/employer/proposals?page=2')
  })

  test.each(['https://elsewhere.test/', '//elsewhere.test', '/\\elsewhere.test', 'javascript:alert(1)', '/a\tb'])(
    'is never sent off the site by an address: %s',
    async (to) => {
      const { app } = await withAnna()

      expect((await signIn(app, { email: EMAIL, password: KNOWN_PASSWORD, to })).location).toBe('/employer')
    },
  )

  test('is told plainly when the password is wrong, and keeps what was typed but not the password', async () => {
    const { app } = await withAnna()

    const answer = await signIn(app, { email: EMAIL, password: 'nepareiza parole' })

    expect(answer).toMatchObject({ status: 422, body: { problems: { email: 'wrongSignIn' }, entered: { email: EMAIL } } })
    expect(JSON.stringify(answer.body)).not.toContain('nepareiza')
  })

  test('who is signed in already goes home', async () => {
    const { app, membershipId } = await withAnna()
    const cookie = await cookieOf(app, { membershipId })

    expect(await answerOf(signInPage(asked(app, '/sign-in', { cookie })))).toMatchObject({ status: 303, location: '/employer' })
  })
})

test('an unknown e-mail gets the same answer as a wrong password, so that nobody learns who has an account', async () => {
  const { app } = await withAnna()

  const wrong = await signIn(app, { email: EMAIL, password: 'nepareiza parole' })
  const unknown = await signIn(app, { email: 'nobody@example.test', password: 'nepareiza parole' })

  expect({ ...unknown, body: { problems: (unknown.body as { problems: object }).problems } }).toEqual({
    ...wrong,
    body: { problems: (wrong.body as { problems: object }).problems },
  })
})

describe('somebody who guesses', () => {
  async function guessTenTimes(app: TestApp, email: string) {
    for (let tries = 0; tries < 10; tries += 1) await signIn(app, { email, password: 'nepareiza parole' })
  }

  test('waits after ten wrong tries, even with the right password', async () => {
    const { app } = await withAnna()
    await guessTenTimes(app, EMAIL)

    const answer = await signIn(app, { email: EMAIL, password: KNOWN_PASSWORD })

    expect(answer).toMatchObject({ status: 422, body: { problems: { form: 'tooManyTries?minutes=15' } } })
  })

  test('waits as long for an e-mail that nobody has', async () => {
    const { app } = await withAnna()
    await guessTenTimes(app, 'nobody@example.test')

    const answer = await signIn(app, { email: 'nobody@example.test', password: 'x' })
    expect(answer.body).toMatchObject({ problems: { form: 'tooManyTries?minutes=15' } })
  })

  test('does not keep the person out for longer than a quarter of an hour', async () => {
    const { app } = await withAnna()
    await guessTenTimes(app, EMAIL)
    app.clock.now = NOW + 15 * MINUTE

    expect((await signIn(app, { email: EMAIL, password: KNOWN_PASSWORD })).status).toBe(303)
  })
})

test('signing out ends the session, also for a copy of the cookie', async () => {
  const app = await testApp()
  const { membershipId } = await aMember(app.store, { role: 'coordinator' })
  const cookie = await cookieOf(app, { membershipId })
  expect((await answerOf(home(asked(app, '/coordinator', { cookie })))).status).toBe(200)

  expect(await answerOf(signOut(asked(app, '/sign-out', { cookie, form: {} })))).toMatchObject({ status: 303, location: '/' })

  const after = await answerOf(home(asked(app, '/coordinator', { cookie })))
  expect(after).toMatchObject({ status: 302, location: '/sign-in?to=%2Fcoordinator' })
})

test('a session ends by itself after twelve hours', async () => {
  const app = await testApp()
  const { membershipId } = await aMember(app.store, { role: 'coordinator' })
  const cookie = await cookieOf(app, { membershipId })
  app.clock.now = NOW + 12 * 60 * MINUTE

  expect((await answerOf(home(asked(app, '/coordinator', { cookie })))).status).toBe(302)
})

describe('the one-click sign-ins of the demo', () => {
  test('sign in as a demo account only', async () => {
    const app = await testApp({ demo: true })
    const demoMember = await aMember(app.store, { role: 'coordinator' }, { demo: true })
    const person = await aMember(app.store, { role: 'coordinator' })

    expect(await answerOf(demo(asked(app, '/demo-sign-in', { form: { as: demoMember.membershipId } })))).toMatchObject({
      location: '/coordinator',
    })
    expect((await answerOf(demo(asked(app, '/demo-sign-in', { form: { as: person.membershipId } })))).status).toBe(404)
  })

  test('are not there outside the demo', async () => {
    const app = await testApp()
    const { membershipId } = await aMember(app.store, { role: 'coordinator' }, { demo: true })

    expect((await answerOf(demo(asked(app, '/demo-sign-in', { form: { as: membershipId } })))).status).toBe(404)
  })

  test('do nothing when their address is only opened', async () => {
    const opened = new Promise((resolve) => {
      resolve(demoPage())
    })

    expect((await answerOf(opened)).status).toBe(404)
  })
})
