// A colleague leaves: access ends at once, people are handed over first, and nobody reaches into another place.
import { expect, test } from 'vitest'
import { action } from '#app/routes/casework/colleagues.tsx'
import { signedIn } from '#app/server/session.ts'
import { listMembers } from '#db/accounts/members.ts'
import { answerOf, asked, cookieOf, testApp, type TestApp } from '#tests/support/app.ts'
import { aCandidate, aMember, anOrganisation } from '#tests/support/rows.ts'

async function anOffice(app: TestApp) {
  const office = await anOrganisation(app.store)
  const of = { role: 'caseworker' as const, organisationId: office.id }
  const asks = await aMember(app.store, of)
  const leaves = await aMember(app.store, of)
  return { office, of, asks, leaves, cookie: await cookieOf(app, { membershipId: asks.membershipId }) }
}

const end = (app: TestApp, cookie: string, id: string) =>
  answerOf(action(asked(app, '/casework/colleagues', { cookie, form: { form: 'end', id } })))

test('a colleague who leaves is signed out at once and stands on the list no more', async () => {
  const app = await testApp()
  const { of, asks, leaves, cookie } = await anOffice(app)
  const theirs = asked(app, '/', { cookie: await cookieOf(app, { membershipId: leaves.membershipId }) }).request
  expect(await end(app, cookie, leaves.membershipId)).toMatchObject({ body: { ended: true } })
  expect(await signedIn(theirs, app)).toBeNull()
  expect((await listMembers(app.store, of)).map((member) => member.membershipId)).toEqual([asks.membershipId])
})

test('a caseworker whom somebody counts on hands their people over first', async () => {
  const app = await testApp()
  const { office, leaves, cookie } = await anOffice(app)
  await aCandidate(app.store, { organisationId: office.id, caseworkerId: leaves.membershipId })
  expect(await end(app, cookie, leaves.membershipId)).toMatchObject({ status: 422, body: { problems: { form: 'hasPeople' } } })
})

test('nobody ends their own access, nor that of another organisation', async () => {
  const app = await testApp()
  const { asks, cookie } = await anOffice(app)
  const elsewhere = await anOffice(app)
  expect((await end(app, cookie, asks.membershipId)).status).toBe(404)
  expect((await end(app, cookie, elsewhere.leaves.membershipId)).status).toBe(404)
})
