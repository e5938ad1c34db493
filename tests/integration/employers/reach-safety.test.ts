// A band of how many are in reach must not become a way to ask about one person.
import { expect, test } from 'vitest'
import { blurOf } from '#db/employers/reach.ts'
import { testApp } from '#tests/support/app.ts'
import { ALL_CASE_BY_CASE, anEmployerSession, aWholeDraft } from '#tests/support/employers/employer-session.ts'
import { aCandidate, aMember, anOrganisation } from '#tests/support/rows.ts'

const MASTER = Buffer.alloc(32, 7)

async function anEmployerWhoAsks(people: number) {
  const app = await testApp()
  const { id: organisationId } = await anOrganisation(app.store)
  const { membershipId: caseworkerId } = await aMember(app.store, { role: 'caseworker', organisationId })
  for (let index = 0; index < people; index += 1) {
    const code = `K-${String(2222 + index)}-2X`
    await aCandidate(app.store, {
      organisationId,
      caseworkerId,
      code,
      restricted: { families: ['traffic'], bans: [], supervision: 'none' },
    })
  }
  const session = await anEmployerSession(app)
  const id = await aWholeDraft(session)
  const reach = async () => (await session.openStep(id, 'acceptance')).body.reach
  return { session, id, reach }
}

const groups = Array.from({ length: 200 }, (_, size) => Array.from({ length: size }, (_, person) => `person-${String(person)}`))

test('the number behind a band is off by up to two, so that its edge is not where one person more would show', () => {
  expect([...new Set(groups.map((ids) => blurOf(MASTER, ids)))].sort((a, b) => a - b)).toEqual([-2, -1, 0, 1, 2])
})

test('the same people are blurred the same in whatever order they are found, and nobody without the key can tell how', () => {
  expect(groups.map((ids) => blurOf(MASTER, [...ids].reverse()))).toEqual(groups.map((ids) => blurOf(MASTER, ids)))
  expect(groups.map((ids) => blurOf(Buffer.alloc(32, 8), ids))).not.toEqual(groups.map((ids) => blurOf(MASTER, ids)))
})

test('asking again, or with other words that reach the same people, tells the same', async () => {
  const { session, id, reach } = await anEmployerWhoAsks(10)
  const first = await reach()
  for (const arson of ['accept', 'case_by_case', 'accept']) {
    await session.save(id, 'acceptance', { ...ALL_CASE_BY_CASE, 'stances.arson_weapons.stance': arson })
    expect(await reach()).toEqual(first)
  }
})
