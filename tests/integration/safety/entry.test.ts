// Guessing, shutting people out, and how a session ends.
import { eq } from 'drizzle-orm'
import { expect, test } from 'vitest'
import { action as demoSignIn } from '#app/routes/account/demo-sign-in.ts'
import { action as registerOrganisation } from '#app/routes/account/register-organisation.tsx'
import { action as signIn } from '#app/routes/account/sign-in.tsx'
import { action as signOut } from '#app/routes/account/sign-out.ts'
import { action as candidateSignIn } from '#app/routes/candidate/sign-in.tsx'
import { loader as peopleLoader } from '#app/routes/casework/people.tsx'
import { loader as employerProposalLoader, action as employerProposalAction } from '#app/routes/employer/proposal.tsx'
import { loader as employerProposalsLoader } from '#app/routes/employer/proposals.tsx'
import { minutesToSignIn } from '#app/server/limits.ts'
import { networkOf } from '#app/server/network.ts'
import { secretMatches } from '#app/server/password.ts'
import { forgetOldAttempts } from '#db/accounts/attempts.ts'
import * as tables from '#db/schema/index.ts'
import { answerOf, asked, cookieOf, NOW, testApp, type TestApp } from '#tests/support/app.ts'
import { candidateFixture, anAskedProposal, quickHash } from '#tests/support/proposals/candidate-fixture.ts'
import { aMember, anOrganisation, KNOWN_PASSWORD, KNOWN_PASSWORD_HASH } from '#tests/support/rows.ts'
import { accessFixture } from '#tests/support/access-fixture.ts'

const MINUTE = 60_000
const attempts = (app: TestApp) => app.store.read((db) => db.select().from(tables.attempt))
const from = (app: TestApp, client: string): TestApp => ({ ...app, client })

async function aCaseworker(app: TestApp) {
  const { id: organisationId } = await anOrganisation(app.store)
  await aMember(app.store, { role: 'caseworker', organisationId }, { email: 'zane@example.test', passwordHash: KNOWN_PASSWORD_HASH })
}

const tryPassword = (app: TestApp, password: string, email = 'zane@example.test') =>
  answerOf(signIn(asked(app, '/sign-in', { form: { email, password } })))

async function wrongly(app: TestApp, times: number) {
  for (let index = 0; index < times; index += 1) await tryPassword(app, 'a wrong password')
}

test('a stranger who guesses from one place is stopped, and the person it is about still signs in from theirs', async () => {
  const app = await testApp()
  await aCaseworker(app)
  const stranger = from(app, '198.51.100.7')
  await wrongly(stranger, 12)
  expect((await tryPassword(stranger, KNOWN_PASSWORD)).status).toBe(422)
  expect((await tryPassword(from(app, '203.0.113.9'), KNOWN_PASSWORD)).status).toBe(303)
})

test('one who guesses from many places at once is stopped as well', async () => {
  const app = await testApp()
  await aCaseworker(app)
  for (let place = 0; place < 11; place += 1) await wrongly(from(app, `2001:db8:${String(place)}::1`), 10)
  expect((await tryPassword(from(app, '203.0.113.9'), KNOWN_PASSWORD)).status).toBe(422)
})

test('all addresses of one network are one place', async () => {
  const app = await testApp()
  await aCaseworker(app)
  for (let host = 0; host < 6; host += 1) await wrongly(from(app, `2001:db8:0:1::${String(host)}`), 2)
  expect((await tryPassword(from(app, '2001:db8::1:ffff:0:0:1'), KNOWN_PASSWORD)).status).toBe(422)
})

test.each([
  ['192.0.2.7', '192.0.2.7'],
  ['::ffff:192.0.2.7', '192.0.2.7'],
  ['2001:db8:1:2:3:4:5:6', '2001:db8:1:2'],
  ['2001:DB8::1', '2001:db8:0:0'],
  ['::1', '0:0:0:0'],
  ['', '0:0:0:0'],
])('the network of %j is %j', (address, network) => {
  expect(networkOf(address)).toBe(network)
})

test('a script that tries one password on everybody is stopped by its place', async () => {
  const app = await testApp()
  await aCaseworker(app)
  for (let index = 0; index < 120; index += 1) expect(await minutesToSignIn(app, 'sign-in', `nobody${String(index)}@example.test`)).toBe(0)
  expect((await tryPassword(app, KNOWN_PASSWORD)).status).toBe(422)
  expect((await tryPassword(from(app, '203.0.113.9'), KNOWN_PASSWORD)).status).toBe(303)
})

test('an application from one place is taken so often an hour, whatever e-mail it names', async () => {
  const app = await testApp()
  const apply = (index: number) =>
    answerOf(
      registerOrganisation(
        asked(app, '/register/organisation', {
          form: {
            organisation: `Izdomātā biedrība ${String(index)}`,
            kind: 'ngo',
            municipality: 'liepaja',
            name: 'Anna Paraugs',
            email: `anna${String(index)}@example.test`,
            phone: '+371 20000000',
          },
        }),
      ),
    )
  for (let index = 0; index < 20; index += 1) expect((await apply(index)).status).toBe(303)
  expect((await apply(20)).status).toBe(422)
})

test('of many slow hashes at once some are made and the rest told to come back: the site stays up', async () => {
  const made = await Promise.all(
    Array.from({ length: 60 }, () =>
      secretMatches('a password', KNOWN_PASSWORD_HASH).then(
        () => 200,
        (refused: unknown) => (refused as Response).status,
      ),
    ),
  )
  expect(made.filter((status) => status === 200).length).toBe(42)
  expect(made.filter((status) => status === 503).length).toBe(18)
})

test('tries that no longer count are forgotten, those that do stay', async () => {
  const app = await testApp()
  await wrongly(app, 1)
  await forgetOldAttempts(app.store, NOW + MINUTE)
  expect(await attempts(app)).toHaveLength(3)
  await forgetOldAttempts(app.store, NOW + 15 * MINUTE)
  expect(await attempts(app)).toEqual([])
})

test('what is counted does not tell who was tried, nor from where', async () => {
  const app = await testApp()
  await wrongly(app, 1)
  expect(JSON.stringify(await attempts(app))).not.toMatch(/zane|192\.0\.2/)
})

test('twenty tries of a PIN at once are no more than five', async () => {
  const fixture = await candidateFixture()
  await fixture.store.write((tx) =>
    tx
      .update(tables.candidateAccess)
      .set({ pinHash: quickHash('135791') })
      .where(eq(tables.candidateAccess.candidateId, fixture.person.id)),
  )
  const guesses = Array.from({ length: 20 }, (_, index) => String(500_000 + index))
  await Promise.all(
    guesses.map((pin, index) =>
      answerOf(
        candidateSignIn(
          asked(from(fixture.app, `198.51.100.${String(index)}`), '/me/sign-in', { form: { code: fixture.person.code, pin } }),
        ),
      ),
    ),
  )
  const right = await answerOf(candidateSignIn(asked(fixture.app, '/me/sign-in', { form: { code: fixture.person.code, pin: '135791' } })))
  expect(right.body).toMatchObject({ problems: { code: 'locked' } })
})

test('the cookie is for our server alone: no script reads it, no other site sends it, https never leaves it', async () => {
  const app = await testApp({ baseUrl: 'https://tilts.test' })
  await aCaseworker(app)
  const answer = (await signIn(asked(app, '/sign-in', { form: { email: 'zane@example.test', password: KNOWN_PASSWORD } }))) as Response
  const cookie = answer.headers.get('Set-Cookie') ?? ''
  expect(cookie).toMatch(/; HttpOnly/)
  expect(cookie).toMatch(/; Secure/)
  expect(cookie).toMatch(/; SameSite=Lax/)
})

test('a cookie somebody planted, or signed themselves, opens nothing', async () => {
  const app = await testApp()
  const fixture = await accessFixture(app)
  const forged = await cookieOf(
    { ...app, sessionSecrets: ['another secret, also long enough'] },
    { membershipId: fixture.members.caseworker.membershipId },
  )
  for (const cookie of [forged, 'tilts_session=x', 'tilts_session=', `tilts_session=${'a'.repeat(5000)}`])
    expect((await answerOf(peopleLoader(asked(app, '/casework', { cookie })))).status).toBe(302)
})

test('at a desk that people share, whoever signs in ends the session before', async () => {
  const fixture = await candidateFixture()
  const app = fixture.app
  await fixture.store.write((tx) =>
    tx
      .update(tables.candidateAccess)
      .set({ pinHash: quickHash('135791') })
      .where(eq(tables.candidateAccess.candidateId, fixture.person.id)),
  )
  await aMember(
    fixture.store,
    { role: 'caseworker', organisationId: fixture.office.id },
    { email: 'zane@example.test', passwordHash: KNOWN_PASSWORD_HASH },
  )
  const before = await cookieOf(app, { membershipId: fixture.helper.membershipId })
  const again = await cookieOf(app, { membershipId: fixture.helper.membershipId })
  const pin = await answerOf(
    candidateSignIn(asked(app, '/me/sign-in', { cookie: before, form: { code: fixture.person.code, pin: '135791' } })),
  )
  const password = await answerOf(
    signIn(asked(app, '/sign-in', { cookie: again, form: { email: 'zane@example.test', password: KNOWN_PASSWORD } })),
  )
  expect([pin.status, password.status]).toEqual([303, 303])
  for (const cookie of [before, again]) expect((await answerOf(peopleLoader(asked(app, '/casework', { cookie })))).status).toBe(302)
})

test('after signing out the cookie somebody copied opens nothing', async () => {
  const app = await testApp()
  const { cookies } = await accessFixture(app)
  await answerOf(signOut(asked(app, '/sign-out', { cookie: cookies.caseworker, form: {} })))
  expect((await answerOf(peopleLoader(asked(app, '/casework', { cookie: cookies.caseworker })))).status).toBe(302)
})

test('who is no longer a member, and whose organisation is refused, is out at the next page', async () => {
  const app = await testApp()
  const fixture = await accessFixture(app)
  const { membershipId } = fixture.members.caseworker
  await app.store.write((tx) => tx.update(tables.membership).set({ endedAt: NOW }).where(eq(tables.membership.id, membershipId)))
  await app.store.write((tx) => tx.update(tables.organisation).set({ state: 'refused' }).where(eq(tables.organisation.id, fixture.ngo.id)))
  expect((await answerOf(peopleLoader(asked(app, '/casework', { cookie: fixture.cookies.caseworker })))).status).toBe(302)
  expect((await answerOf(peopleLoader(asked(app, '/casework', { cookie: fixture.cookies['an NGO caseworker'] })))).status).toBe(302)
})

test('an employer that is refused later reads nothing more about the people it was told of, and moves nobody on', async () => {
  const fixture = await candidateFixture()
  const { id } = await anAskedProposal(fixture, 'named')
  const cookie = await cookieOf(fixture.app, { membershipId: fixture.boss.membershipId })
  const open = () => answerOf(employerProposalLoader(asked(fixture.app, `/employer/proposals/${id}`, { params: { id }, cookie })))
  expect((await open()).status).toBe(200)
  await fixture.store.write((tx) => tx.update(tables.employer).set({ state: 'refused' }).where(eq(tables.employer.id, fixture.employer.id)))
  expect((await open()).status).toBe(404)
  const list = await answerOf(employerProposalsLoader(asked(fixture.app, '/employer/proposals?filter=live', { cookie })))
  expect(list.body).toMatchObject({ total: 0, lines: [] })
  const form = { form: 'interview', version: '1', interviewAt: '2026-12-01T10:00', interviewPlace: 'Parauga iela 1' }
  const moved = await answerOf(employerProposalAction(asked(fixture.app, `/employer/proposals/${id}`, { params: { id }, cookie, form })))
  expect(moved.status).toBe(404)
})

test('outside the demo nobody signs in by one click', async () => {
  const app = await testApp()
  const fixture = await accessFixture(app)
  await app.store.write((tx) => tx.update(tables.account).set({ demo: true }))
  for (const as of [fixture.members.caseworker.membershipId, fixture.person.id])
    expect((await answerOf(demoSignIn(asked(app, '/demo-sign-in', { form: { as } })))).status).toBe(404)
})

test('signing in never leads to another site', async () => {
  const app = await testApp()
  await aCaseworker(app)
  for (const to of [
    '//evil.example',
    '/\\evil.example',
    'https://evil.example',
    '/\t/evil.example',
    '/\n/evil.example',
    'javascript:alert(1)',
  ]) {
    const { location } = await answerOf(
      signIn(asked(app, '/sign-in', { form: { email: 'zane@example.test', password: KNOWN_PASSWORD, to } })),
    )
    expect(location).toBe('/casework')
  }
})
