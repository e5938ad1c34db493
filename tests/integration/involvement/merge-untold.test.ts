// What an organisation outside public authority reads of who else works with a person does not depend on what an authority wrote.
import { expect, test } from 'vitest'
import { EMPTY_RECORD, NOTHING_RECORDED, type RestrictedProfile, type Stage } from '#app/domain/people/candidate.ts'
import { findAuthority } from '#db/confirmations/ask.ts'
import { acceptHandover, offerHandover } from '#db/involvement/handover.ts'
import { listRelations } from '#db/involvement/relations.ts'
import * as tables from '#db/schema/index.ts'
import { NOW } from '#tests/support/app.ts'
import { addCaseworker, aPersonOf, caseworkerFixture } from '#tests/support/people/caseworker-fixture.ts'
import { registeredTwice } from '#tests/support/people/registered-twice.ts'

async function told(restricted: RestrictedProfile, stage: Stage) {
  const second = { stage, restricted }
  const { store, master, first, earlier, merge } = await registeredTwice({ kinds: ['ngo', 'probation'], second })
  expect(await merge()).toEqual({ ok: true })
  const relations = await listRelations(store, master, first.actor, earlier.id)
  const asked = await store.read((db) => findAuthority(db, earlier.id))
  return {
    isAsked: asked !== null,
    relations: relations?.map(({ role, shares, basis, basisName, said }) => ({ role, shares, basis, basisName, said })),
  }
}

test('after a merge the authority is asked, and nothing tells whether it had written a record or a stage', async () => {
  const nothing = await told(EMPTY_RECORD, 'looking')
  expect(nothing.isAsked).toBe(true)
  expect(await told(NOTHING_RECORDED, 'looking')).toEqual(nothing)
  expect(await told({ ...EMPTY_RECORD, families: ['fraud'] }, 'open_prison')).toEqual(nothing)
})

test('nor when the authority that led it hands the person on to an organisation outside public authority', async () => {
  const isAsked = async (restricted: RestrictedProfile, stage: Stage) => {
    const { app, store, master, first, earlier, merge } = await registeredTwice({ second: { stage, restricted } })
    await merge()
    const ngo = await addCaseworker(app, 'ngo')
    const words = { basis: 'law', basisName: 'Izdomātais likums', said: 'Palīdzēs biedrība.', note: '' } as const
    const wanted = { kind: 'handover', toOrganisationId: ngo.actor.organisationId, shares: [], ...words } as const
    const offered = await offerHandover(store, master, first.actor, earlier.id, wanted, app.now())
    await acceptHandover(store, ngo.actor, offered?.ok ? offered.id : '', app.now())
    return (await store.read((db) => findAuthority(db, earlier.id))) !== null
  }
  expect(await isAsked(NOTHING_RECORDED, 'looking')).toBe(await isAsked({ ...EMPTY_RECORD, families: ['fraud'] }, 'open_prison'))
})

test('on which law an authority works with a person, and what it told them, is read by authorities', async () => {
  const leads = await caseworkerFixture()
  const { app } = leads
  const { store, master } = app
  const { id } = await aPersonOf(leads)
  const others = [await addCaseworker(app), await addCaseworker(app, 'ngo')]
  for (const { actor } of others) {
    const { organisationId, membershipId: caseworkerId } = actor
    const row = { id: store.newId(), candidateId: id, organisationId, caseworkerId, role: 'supports', since: NOW } as const
    await store.write((tx) =>
      tx.insert(tables.involvement).values({ ...row, shares: ['record'], basis: 'law', basisName: 'Izdomātais likums' }),
    )
  }
  const read = await Promise.all(
    others.map(async ({ actor }) =>
      (await listRelations(store, master, actor, id))?.map(({ basisName, shares }) => [basisName, shares.join()].join(':')),
    ),
  )
  expect(read.map((rows) => rows?.toSorted())).toEqual([
    [':', 'Izdomātais likums:record', 'Izdomātais likums:record'],
    [':', ':', 'Izdomātais likums:record'],
  ])
})
