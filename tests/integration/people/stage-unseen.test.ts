// A change of the stage by an authority is not noticed by an organisation that does not read the stage.
import { expect, test } from 'vitest'
import { findPerson, listHistory, listPeople, updateStage } from '#db/people/people.ts'
import * as tables from '#db/schema/index.ts'
import { NOW } from '#tests/support/app.ts'
import { addCaseworker, aPersonOf, caseworkerFixture } from '#tests/support/people/caseworker-fixture.ts'

const EVERYBODY = { whose: 'all', stage: null, waitingOn: null, missing: null, q: '' } as const
const LATER = NOW + 86_400_000

async function supported() {
  const authority = await caseworkerFixture()
  const { app } = authority
  const person = await aPersonOf(authority, { stage: 'in_custody', plannedReleaseOn: '2027-03-01' })
  const { actor } = await addCaseworker(app, 'ngo')
  const { organisationId, membershipId: caseworkerId } = actor
  const supports = { candidateId: person.id, organisationId, caseworkerId, role: 'supports', basis: 'law', since: NOW } as const
  await app.store.write((tx) => tx.insert(tables.involvement).values({ id: app.store.newId(), ...supports }))
  const seen = async () => [
    await findPerson(app.store, app.master, actor, person.id),
    await listHistory(app.store, actor, person.id),
    await listPeople(app.store, app.master, actor, EVERYBODY, '', LATER),
  ]
  const change = (stage: 'open_prison' | 'looking' | 'in_work', version: number) =>
    updateStage(app.store, app.master, authority.actor, person.id, { version, stage, custodyPlaceId: null, plannedReleaseOn: null }, LATER)
  return { seen, change }
}

test('who supports a person and does not read the stage sees the same before and after it was changed', async () => {
  const { seen, change } = await supported()
  const before = await seen()
  expect(await change('open_prison', 1)).toEqual({ ok: true })
  expect(await change('looking', 2)).toEqual({ ok: true })
  expect(await seen()).toEqual(before)
})

test('that the person works now is seen by everybody who works with them', async () => {
  const { seen, change } = await supported()
  expect(await change('in_work', 1)).toEqual({ ok: true })
  expect((await seen())[0]).toMatchObject({ stage: 'working', version: 2, updatedAt: LATER })
})

test('of two who change the stage from one page the second is told', async () => {
  const { change } = await supported()
  await change('open_prison', 1)
  expect(await change('looking', 1)).toEqual({ ok: false, problem: 'stale' })
})
