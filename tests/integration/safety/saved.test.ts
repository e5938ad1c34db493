// What saved says so: on the page that comes next, once; what was refused does not.
import { expect, test } from 'vitest'
import { paths } from '#app/paths.ts'
import { openSite } from '#app/process/site.ts'
import { cookieOf, testApp, type TestApp } from '#tests/support/app.ts'
import { anEmployerSession, idIn, JOB } from '#tests/support/employers/employer-session.ts'
import { pagesFromModules } from '#tests/support/inference/pages.ts'
import { HOST, serving } from '#tests/support/inference/site.ts'
import { addCaseworker, aPersonOf } from '#tests/support/people/caseworker-fixture.ts'
import { aMember } from '#tests/support/rows.ts'

const SAID = /Saglabāts\./g

/** Keeps the cookies it is given, as a browser does, beside the one of who is signed in. */
async function aBrowser(app: TestApp, signedIn: string) {
  const send = await serving(openSite(app, await pagesFromModules(), () => false))
  let kept = ''
  const ask = async (path: string, form?: Record<string, string>) => {
    const body = form && String(new URLSearchParams(form))
    const headers = { Cookie: signedIn + kept, 'Accept-Language': 'lv', Origin: `http://${HOST}` }
    const sent = body === undefined ? headers : { ...headers, 'Content-Type': 'application/x-www-form-urlencoded' }
    const answer = await send({ method: body === undefined ? 'GET' : 'POST', path, headers: sent, body })
    const given = answer.headers.find((header) => header.startsWith('tilts_saved='))
    if (given !== undefined) kept = given.includes('Max-Age=0') ? '' : `; ${given.split(';')[0] ?? ''}`
    const said = Buffer.from(answer.body, 'latin1').toString().match(SAID)?.length ?? 0
    return { status: answer.status, to: answer.headers[answer.headers.indexOf('location') + 1] ?? '', given, said }
  }
  return {
    /** How often each page says it: the one that comes next, and the same one loaded again. */
    saves: async (path: string, form: Record<string, string>) => {
      const { status, to } = await ask(path, form)
      return { status, said: [(await ask(to)).said, (await ask(to)).said] }
    },
    ask,
  }
}

test('the record of a person says that it is saved, once', async () => {
  const fixture = await addCaseworker(await testApp())
  const { id } = await aPersonOf(fixture)
  const { saves } = await aBrowser(fixture.app, fixture.cookie)
  const record = { form: 'save', version: '1', families: 'not_known', recordStatus: 'unknown', supervision: 'none', bans: 'none' }
  expect(await saves(paths.casework.record(id), record)).toEqual({ status: 303, said: [1, 0] })
})

test('a step of a vacancy says on the next one that it is saved, once', async () => {
  const app = await testApp()
  const session = await anEmployerSession(app)
  const id = idIn((await session.begin()).location)
  const { version, base } = (await session.openStep(id, 'job')).body
  const { saves } = await aBrowser(app, session.cookie)
  const step = { ...JOB, version: String(version), base, exit: 'next' }
  expect(await saves(paths.employer.step(id, 'job'), step)).toEqual({ status: 303, said: [1, 0] })
})

async function aCoordinatorsBrowser() {
  const app = await testApp()
  const { membershipId } = await aMember(app.store, { role: 'coordinator' })
  return aBrowser(app, await cookieOf(app, { membershipId }))
}
const CONTACT = { phone: '+371 20000777', opens: '09:00', closes: '17:00', version: '0' }

test('the contact of the service says that it is saved, once', async () => {
  const { saves } = await aCoordinatorsBrowser()
  expect(await saves(paths.coordinator.contact(), CONTACT)).toEqual({ status: 303, said: [1, 0] })
})

test('what is refused does not say that it is saved, nor does any page after it', async () => {
  const { ask } = await aCoordinatorsBrowser()
  const refused = await ask(paths.coordinator.contact(), { ...CONTACT, phone: '' })
  expect(refused).toMatchObject({ status: 422, given: undefined, said: 0 })
  expect((await ask(paths.coordinator.contact())).said).toBe(0)
})

test('the cookie that carries it holds a fixed word and is short-lived, and no script reads it', async () => {
  const { ask } = await aCoordinatorsBrowser()
  const { given } = await ask(paths.coordinator.contact(), CONTACT)
  expect(given).toBe('tilts_saved=InNhdmVkIg%3D%3D; Max-Age=60; Path=/; HttpOnly; SameSite=Lax')
})
