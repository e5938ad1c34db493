// The access card: shown once, stored hashed, in the person's language; it replaces the PIN and unlocks.
import { eq } from 'drizzle-orm'
import { expect, test } from 'vitest'
import { normaliseCardSecret } from '#app/domain/people/access-card.ts'
import { registerAllMessages } from '#app/i18n/all.ts'
import { action, loader } from '#app/routes/casework/access-card.tsx'
import { secretMatches } from '#app/server/password.ts'
import * as tables from '#db/schema/index.ts'
import { answerOf, asked, cookieOf, NOW } from '#tests/support/app.ts'
import { aPersonOf, everythingHeld, caseworkerFixture, type CaseworkerFixture } from '#tests/support/people/caseworker-fixture.ts'

registerAllMessages()

const DAY = 86_400_000

async function post(fixture: CaseworkerFixture, id: string, form: string) {
  return answerOf(action(asked(fixture.app, `/casework/people/${id}/card`, { cookie: fixture.cookie, params: { id }, form: { form } })))
}
async function accessOf({ app }: CaseworkerFixture, id: string) {
  const [row] = await app.store.read(async (db) =>
    db.select().from(tables.candidateAccess).where(eq(tables.candidateAccess.candidateId, id)),
  )
  return row
}
async function lockedPerson(fixture: CaseworkerFixture) {
  const person = await aPersonOf(fixture, { language: 'ru' })
  const held = { pinHash: 'held', wrongTries: 5, lockedAt: NOW - DAY }
  await fixture.app.store.write(async (tx) =>
    tx.update(tables.candidateAccess).set(held).where(eq(tables.candidateAccess.candidateId, person.id)),
  )
  return person
}

test('a card is shown once, in the person’s language, and only its hash is stored', async () => {
  const fixture = await caseworkerFixture()
  const person = await aPersonOf(fixture, { language: 'ru' })
  const { status, body } = await post(fixture, person.id, 'card')
  expect(status).toBe(200)
  const { card } = body as { card: { secret: string; code: string; address: string; title: string; steps: string[] } }
  expect(card).toMatchObject({ code: person.code, address: 'http://tilts.test/me/card', title: 'Tilts: ваша карточка' })
  expect(card.steps).toHaveLength(4)
  expect(card.secret).toMatch(/^[2-9A-HJKMNP-Z]{4}-[2-9A-HJKMNP-Z]{4}$/)
  expect(await everythingHeld(fixture.app.store)).not.toContain(card.secret)
  const held = await accessOf(fixture, person.id)
  expect(await secretMatches(normaliseCardSecret(card.secret.toLowerCase()) ?? '', held?.cardHash ?? null)).toBe(true)
  expect(held?.cardExpiresAt).toBe(NOW + 14 * DAY)
})

test('coming back to the page shows that a card is out, never its number', async () => {
  const fixture = await caseworkerFixture()
  const person = await aPersonOf(fixture)
  await post(fixture, person.id, 'card')
  const { body } = await answerOf(loader(asked(fixture.app, '/x', { cookie: fixture.cookie, params: { id: person.id } })))
  expect(body).toEqual({
    id: person.id,
    code: person.code,
    label: '',
    access: { cardExpiresAt: NOW + 14 * DAY, hasPin: false, lockedAt: null },
  })
})

test('a new card replaces the PIN, unlocks, and signs out whoever was signed in with it', async () => {
  const fixture = await caseworkerFixture()
  const person = await lockedPerson(fixture)
  await cookieOf(fixture.app, { candidateId: person.id })
  await post(fixture, person.id, 'card')
  expect(await accessOf(fixture, person.id)).toMatchObject({ pinHash: null, wrongTries: 0, lockedAt: null })
  const sessions = await fixture.app.store.read(async (db) =>
    db.select().from(tables.session).where(eq(tables.session.candidateId, person.id)),
  )
  expect(sessions).toEqual([])
})

test('unlocking leaves the PIN as it was', async () => {
  const fixture = await caseworkerFixture()
  const person = await lockedPerson(fixture)
  expect((await post(fixture, person.id, 'unlock')).status).toBe(303)
  expect(await accessOf(fixture, person.id)).toMatchObject({ pinHash: 'held', wrongTries: 0, lockedAt: null, cardHash: null })
})

test('a second card makes the first one worthless', async () => {
  const fixture = await caseworkerFixture()
  const person = await aPersonOf(fixture)
  const first = (await post(fixture, person.id, 'card')).body as { card: { secret: string } }
  await post(fixture, person.id, 'card')
  const held = await accessOf(fixture, person.id)
  expect(await secretMatches(normaliseCardSecret(first.card.secret) ?? '', held?.cardHash ?? null)).toBe(false)
})

test('a post that asks for something else changes nothing', async () => {
  const fixture = await caseworkerFixture()
  const person = await lockedPerson(fixture)
  expect((await post(fixture, person.id, 'erase')).status).toBe(422)
  expect(await accessOf(fixture, person.id)).toMatchObject({ pinHash: 'held', wrongTries: 5 })
})
