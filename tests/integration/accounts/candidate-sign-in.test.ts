// A person comes in: the first visit with the card, then the code and the PIN.
import { eq } from 'drizzle-orm'
import { expect, test } from 'vitest'
import { answerOf, asked, NOW, type TestApp } from '#tests/support/app.ts'
import { candidateFixture, DAY, fromPhone, quickHash, type CandidateFixture } from '#tests/support/proposals/candidate-fixture.ts'
import { action as card } from '#app/routes/candidate/card.tsx'
import { loader as proposals } from '#app/routes/candidate/proposals.tsx'
import { action as signIn } from '#app/routes/candidate/sign-in.tsx'
import { beginPinTry } from '#db/people/sign-in.ts'
import { makeAccessCard, unlock } from '#db/people/people.ts'
import { candidate, candidateAccess } from '#db/schema/index.ts'

const CARD = 'ABCD2345'
const PIN = '258013'

async function handOutCard({ store, caseworker, person }: CandidateFixture, secret = CARD) {
  await makeAccessCard(store, caseworker, person.id, quickHash(secret), NOW)
}

const choosing = (code: string, more: Record<string, string> = {}) => ({ code, number: 'ABCD-2345', pin: PIN, pinAgain: PIN, ...more })
const useCard = (app: TestApp, form: Record<string, string>) => card(asked(app, '/me/card', { form }))
const comeIn = (app: TestApp, code: string, pin: string) => signIn(asked(app, '/me/sign-in', { form: { code, pin } }))
const problemsOf = async (call: Promise<unknown>) => (await answerOf(call)).body as { problems?: Record<string, string> }

async function withPin(more: Parameters<typeof candidateFixture>[0] = {}) {
  const fixture = await candidateFixture(more)
  const held = { pinHash: quickHash(PIN) }
  await fixture.store.write((tx) => tx.update(candidateAccess).set(held).where(eq(candidateAccess.candidateId, fixture.person.id)))
  return fixture
}

test('at the first visit a person types the card, chooses a PIN and is in', async () => {
  const fixture = await candidateFixture()
  await handOutCard(fixture)
  const answer = await answerOf(useCard(fixture.app, choosing(fixture.person.code)))
  expect([answer.status, answer.location]).toEqual([303, '/me'])
})

test('the code and the card may be typed with spaces, without dashes, in small letters, and on a Russian keyboard', async () => {
  const fixture = await candidateFixture()
  await handOutCard(fixture)
  const typed = { code: ` ${fixture.person.code.toLowerCase().replaceAll('-', ' ').replace('k', 'к')} `, number: 'авcd 23 45' }
  expect((await answerOf(useCard(fixture.app, choosing('', typed)))).status).toBe(303)
})

test('a card works once: the second time it is answered like a wrong one', async () => {
  const fixture = await candidateFixture()
  await handOutCard(fixture)
  await useCard(fixture.app, choosing(fixture.person.code))
  expect(await problemsOf(useCard(fixture.app, choosing(fixture.person.code)))).toMatchObject({ problems: { number: 'wrongCard' } })
})

test('of two who use one card at the same moment one comes in', async () => {
  const fixture = await candidateFixture()
  await handOutCard(fixture)
  const form = choosing(fixture.person.code)
  const statuses = await Promise.all([answerOf(useCard(fixture.app, form)), answerOf(useCard(fixture.app, form))])
  expect(statuses.map(({ status }) => status).sort()).toEqual([303, 422])
})

test('a card that has run out says so, and only to whoever holds it', async () => {
  const fixture = await candidateFixture()
  await handOutCard(fixture)
  fixture.app.clock.now = NOW + 15 * DAY
  expect(await problemsOf(useCard(fixture.app, choosing(fixture.person.code)))).toMatchObject({ problems: { number: 'cardExpired' } })
  const guessed = choosing(fixture.person.code, { number: 'ZZZZ-9999' })
  expect(await problemsOf(useCard(fixture.app, guessed))).toMatchObject({ problems: { number: 'wrongCard' } })
})

test('a PIN that is easy to guess, too short or typed differently is not taken, and the card is not used up by it', async () => {
  const fixture = await candidateFixture()
  await handOutCard(fixture)
  const tried = (pin: string, pinAgain = pin) => problemsOf(useCard(fixture.app, choosing(fixture.person.code, { pin, pinAgain })))
  expect(await tried('123456')).toMatchObject({ problems: { pin: 'pinSimple' } })
  expect(await tried('111111')).toMatchObject({ problems: { pin: 'pinSimple' } })
  expect(await tried('2580')).toMatchObject({ problems: { pin: 'pinShape' } })
  expect(await tried(PIN, '258014')).toMatchObject({ problems: { pinAgain: 'pinSame' } })
  expect((await answerOf(useCard(fixture.app, choosing(fixture.person.code)))).status).toBe(303)
})

test('when only the PIN has to be typed again the card number is still there, the PIN is not', async () => {
  const fixture = await candidateFixture()
  await handOutCard(fixture)
  const { body } = await answerOf(useCard(fixture.app, choosing(fixture.person.code, { pin: '111111', pinAgain: '111111' })))
  expect(body).toMatchObject({ entered: { code: fixture.person.code, number: 'ABCD-2345' } })
  expect(JSON.stringify(body)).not.toContain('111111')
})

test('a person comes in with the code and the PIN', async () => {
  const { app, person } = await withPin()
  expect((await answerOf(comeIn(app, person.code, PIN))).location).toBe('/me')
})

test("the demo's own person comes in with the code that nobody else can have", async () => {
  const fixture = await withPin()
  await fixture.store.write((tx) => tx.update(candidate).set({ code: 'K-DEMO-11' }).where(eq(candidate.id, fixture.person.id)))
  expect((await answerOf(comeIn(fixture.app, 'k demo 11', PIN))).status).toBe(303)
})

test('an unknown code and a wrong PIN are answered the same', async () => {
  const { app, person } = await withPin()
  const wrong = await problemsOf(comeIn(app, person.code, '909090'))
  const unknown = await problemsOf(comeIn(app, 'K-ZZZZ-ZZ', '909090'))
  expect(unknown.problems).toEqual(wrong.problems)
  expect(wrong.problems).toEqual({ code: 'wrongSignIn' })
})

test('a person who has never set a PIN cannot come in without the card', async () => {
  const { app, person } = await candidateFixture()
  expect((await problemsOf(comeIn(app, person.code, PIN))).problems).toEqual({ code: 'wrongSignIn' })
})

async function fiveWrong({ app, person }: CandidateFixture) {
  for (let tries = 1; tries < 5; tries += 1) await comeIn(app, person.code, '909090')
  return problemsOf(comeIn(app, person.code, '909090'))
}

test('five wrong tries lock, and then even the right PIN is sent to the caseworker', async () => {
  const fixture = await withPin()
  expect((await fiveWrong(fixture)).problems).toEqual({ code: 'locked' })
  expect((await problemsOf(comeIn(fixture.app, fixture.person.code, PIN))).problems).toEqual({ code: 'locked' })
})

test('the caseworker unlocks, and the PIN is what it was', async () => {
  const fixture = await withPin()
  await fiveWrong(fixture)
  await unlock(fixture.store, fixture.caseworker, fixture.person.id)
  expect((await answerOf(comeIn(fixture.app, fixture.person.code, PIN))).status).toBe(303)
})

test("the caseworker's new card opens what was locked", async () => {
  const fixture = await withPin()
  await fiveWrong(fixture)
  await handOutCard(fixture, 'EFGH6789')
  const form = choosing(fixture.person.code, { number: 'efgh 6789', pin: '704192', pinAgain: '704192' })
  expect((await answerOf(useCard(fixture.app, form))).status).toBe(303)
  expect((await answerOf(comeIn(fixture.app, fixture.person.code, '704192'))).status).toBe(303)
})

test('a right PIN forgets the wrong ones before it', async () => {
  const { app, person } = await withPin()
  for (let tries = 1; tries < 5; tries += 1) await comeIn(app, person.code, '909090')
  await comeIn(app, person.code, PIN)
  expect((await problemsOf(comeIn(app, person.code, '909090'))).problems).toEqual({ code: 'wrongSignIn' })
})

test('many tries at once are no more than five', async () => {
  const { store, person } = await withPin()
  const tries = await Promise.all(Array.from({ length: 12 }, () => beginPinTry(store, person.code, NOW)))
  expect(tries.filter(({ kind }) => kind === 'counted')).toHaveLength(5)
})

test('a code that is tried too often has to wait, whether it exists or not', async () => {
  const { app } = await candidateFixture()
  for (let tries = 1; tries <= 10; tries += 1) await comeIn(app, 'K-ZZZZ-ZZ', '909090')
  expect((await problemsOf(comeIn(app, 'K-ZZZZ-ZZ', '909090'))).problems).toEqual({ code: 'tooManyTries?minutes=15' })
})

test('setting a new PIN signs out the phone that was lost', async () => {
  const fixture = await withPin()
  await handOutCard(fixture, 'EFGH6789')
  await useCard(fixture.app, choosing(fixture.person.code, { number: 'EFGH6789' }))
  const answer = await answerOf(proposals(fromPhone(fixture.phone, '/me')))
  expect([answer.status, answer.location]).toEqual([302, '/me/sign-in'])
})

async function cookiesAfter(fixture: CandidateFixture, cookie?: string) {
  const answer = (await signIn(
    asked(fixture.app, '/me/sign-in', { form: { code: fixture.person.code, pin: PIN }, ...(cookie ? { cookie } : {}) }),
  )) as Response
  return answer.headers.getSetCookie().map((one) => one.split('=')[0])
}

test("the pages come in the person's own language", async () => {
  expect(await cookiesAfter(await withPin({ language: 'ru' }))).toEqual(['tilts_session', 'tilts_language'])
})

test('a language that was already chosen on this phone stays', async () => {
  const chosen = `tilts_language=${encodeURIComponent(Buffer.from(JSON.stringify('en')).toString('base64'))}`
  expect(await cookiesAfter(await withPin({ language: 'ru' }), chosen)).toEqual(['tilts_session'])
})
