// People written when where they are stood in clear and encrypted texts were as long as what is in them.
import { createCipheriv, randomBytes } from 'node:crypto'
import { eq } from 'drizzle-orm'
import { expect, test } from 'vitest'
import { findPerson, listCorrections, listReadiness, openIdentity } from '#db/people/people.ts'
import { encryptOldTexts } from '#db/people/old-texts.ts'
import { decrypt, openPersonKey, type PersonKey } from '#db/people/vault.ts'
import { questionsOf } from '#db/proposals/questions.ts'
import * as tables from '#db/schema/index.ts'
import { violationOf } from '#db/store/errors.ts'
import { NOW } from '#tests/support/app.ts'
import { caseworkFixture, walkTo, type CaseworkFixture } from '#tests/support/proposals/casework-fixture.ts'
import { everythingHeld } from '#tests/support/people/caseworker-fixture.ts'

/** As texts were encrypted then. */
function asBefore(key: Buffer, bound: string, text: string): string {
  const iv = randomBytes(12)
  const cipher = createCipheriv('aes-256-gcm', key, iv, { authTagLength: 16 })
  cipher.setAAD(Buffer.from(bound))
  const body = Buffer.concat([cipher.update(text, 'utf8'), cipher.final()])
  return ['v1', ...[iv, cipher.getAuthTag(), body].map((part) => part.toString('base64url'))].join('.')
}

const IDENTITY = { givenName: 'Zane', familyName: 'Senā', personalCode: null, birthDate: null, phone: null, email: null, address: null }
const MANY = 250

async function keyOf({ store, app, person }: CaseworkFixture): Promise<PersonKey> {
  const [row] = await store.read((db) => db.select().from(tables.vaultKey).where(eq(tables.vaultKey.candidateId, person.id)))
  return openPersonKey(app.master, person.id, row?.wrapped ?? '')
}

/** One person, and what is told of them, as of then; a proposal whose log holds an employer's note. */
async function aPersonOfThen(): Promise<CaseworkFixture & { proposalId: string }> {
  const fixture = await caseworkFixture()
  const { store, app, person } = fixture
  const proposalId = await walkTo(fixture, 'sent')
  const key = await keyOf(fixture)
  const { id } = person
  await store.write(async (tx) => {
    const old = {
      situation: null,
      oldStage: 'open_prison',
      oldCustodyPlaceId: 'senais-cietums',
      oldPlannedReleaseOn: '2031-07-19',
    } as const
    const label = asBefore(key, `label:${id}`, 'Sena piezīme')
    await tx.insert(tables.custodyPlace).values({ id: 'senais-cietums', name: 'Senais', municipality: 'liepaja', regime: 'open' })
    await tx.update(tables.candidate).set(old).where(eq(tables.candidate.id, id))
    await tx.update(tables.involvement).set({ label }).where(eq(tables.involvement.candidateId, id))
    await tx.update(tables.identity).set({ content: asBefore(key, `identity:${id}`, JSON.stringify(IDENTITY)) })
    await tx.update(tables.vaultKey).set({ wrapped: asBefore(app.master, `key:${id}`, key.toString('base64url')) })
    await tx.insert(tables.readiness).values({ candidateId: id, item: 'housing', state: 'needed', oldWho: 'Senā māsa', updatedAt: NOW })
    const corrections = Array.from({ length: MANY }, (_, nth) => `c${String(nth)}`)
    await tx.insert(tables.correction).values(
      corrections.map((one) => ({
        id: one,
        candidateId: id,
        content: asBefore(key, `correction:${one}`, `Nepareizi ${one}`),
        createdAt: NOW,
      })),
    )
    const [question, answer] = [asBefore(key, 'question:q', 'Vai ir autobuss?'), asBefore(key, 'answer:q', 'Ir.')]
    await tx.insert(tables.proposalQuestion).values({ id: 'q', proposalId, question, answer, askedAt: NOW })
    const move = { id: 'e', proposalId, step: 99, from: 'sent', to: 'declined_by_employer', party: 'employer', at: NOW } as const
    await tx.insert(tables.proposalEvent).values({ ...move, note: asBefore(key, `note:${proposalId}`, 'Sens iemesls') })
  })
  return { ...fixture, proposalId }
}

const noteIn = ({ store }: CaseworkFixture) =>
  store.read(async (db) => (await db.select().from(tables.proposalEvent).where(eq(tables.proposalEvent.id, 'e')))[0]?.note ?? '')

test('are read as they were, and nothing of it stands in clear or without padding any more', async () => {
  const fixture = await aPersonOfThen()
  const { store, app, actor, person } = fixture
  await encryptOldTexts(store, app.master)
  const { id } = person
  expect(await findPerson(store, app.master, actor, id)).toMatchObject({
    stage: 'open_prison',
    custodyPlace: { id: 'senais-cietums', name: 'Senais' },
    plannedReleaseOn: '2031-07-19',
    label: 'Sena piezīme',
  })
  expect((await openIdentity(store, app.master, actor, id, NOW))?.identity).toEqual(IDENTITY)
  const items = await listReadiness(store, app.master, actor, id)
  expect(items?.find(({ item }) => item === 'housing')).toMatchObject({ who: 'Senā māsa', state: 'needed' })
  const corrections = await listCorrections(store, app.master, actor, id)
  expect(corrections).toHaveLength(MANY)
  expect(corrections[7]?.text).toMatch(/^Nepareizi c\d+$/)
  expect(decrypt(await keyOf(fixture), `note:${fixture.proposalId}`, await noteIn(fixture))).toBe('Sens iemesls')
  const key = await keyOf(fixture)
  expect(await store.read((db) => questionsOf(db, key, fixture.proposalId))).toMatchObject([
    { question: 'Vai ir autobuss?', answer: 'Ir.' },
  ])
  const held = await everythingHeld(store)
  expect(held).not.toMatch(/"v1\.|2031-07-19|open_prison|Senā māsa/)
  await encryptOldTexts(store, app.master)
  expect(await everythingHeld(store)).toBe(held)
})

test('are not held up by somebody whose key was destroyed: where they were is forgotten, their texts stay unreadable', async () => {
  const { store, app, person } = await aPersonOfThen()
  await store.write((tx) => tx.delete(tables.vaultKey).where(eq(tables.vaultKey.candidateId, person.id)))
  await encryptOldTexts(store, app.master)
  const [row] = await store.read((db) => db.select().from(tables.candidate).where(eq(tables.candidate.id, person.id)))
  expect(row).toMatchObject({ situation: null, oldStage: null, oldCustodyPlaceId: null, oldPlannedReleaseOn: null })
  expect(await everythingHeld(store)).not.toContain('Senā māsa')
})

test('a note in the log of a proposal is written again for its padding alone: no other change of the log is possible', async () => {
  const fixture = await aPersonOfThen()
  const { store, app } = fixture
  const refused = async (change: Partial<typeof tables.proposalEvent.$inferInsert>) =>
    violationOf(
      await store
        .write((tx) => tx.update(tables.proposalEvent).set(change).where(eq(tables.proposalEvent.id, 'e')))
        .catch((error: unknown) => error),
    )?.constraint
  expect(await refused({ note: 'Cits iemesls' })).toBe('append_only')
  expect(await refused({ note: null })).toBe('append_only')
  await encryptOldTexts(store, app.master)
  expect(await refused({ note: `${await noteIn(fixture)}x` })).toBe('append_only')
  expect(await refused({ reason: 'pay' })).toBe('append_only')
})
