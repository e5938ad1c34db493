// What an organisation that supports a person is not shown: whether a name is right, how the person signs in, who opened the identity, what they said
// is wrong; and what one outside public authority that leads is not: who worked with the person elsewhere.
import { expect, test } from 'vitest'
import type { Shareable } from '#app/domain/people/permissions.ts'
import { findPerson, listHistory, openIdentity, updateLabel } from '#db/people/people.ts'
import { acceptHandover, offerHandover } from '#db/involvement/handover.ts'
import * as tables from '#db/schema/index.ts'
import { NOW } from '#tests/support/app.ts'
import { addCaseworker, aPersonOf, caseworkerFixture } from '#tests/support/people/caseworker-fixture.ts'

const LATER = NOW + 1000

async function supported(shares: Shareable[] = []) {
  const leads = await caseworkerFixture()
  const { app } = leads
  const person = await aPersonOf(leads)
  const { actor } = await addCaseworker(app, 'ngo')
  const { organisationId, membershipId: caseworkerId } = actor
  const supports = { candidateId: person.id, organisationId, caseworkerId, role: 'supports', basis: 'law', since: NOW, shares } as const
  await app.store.write((tx) => tx.insert(tables.involvement).values({ id: app.store.newId(), ...supports }))
  const correction = { id: 'c', candidateId: person.id, content: 'x', createdAt: LATER }
  await app.store.write((tx) => tx.insert(tables.correction).values(correction))
  await openIdentity(app.store, app.master, leads.actor, person.id, LATER)
  return { leads, app, person, actor }
}

test('a name is refused as a label only to who reads the identity', async () => {
  const label = async (shares: Shareable[]) => {
    const { app, person, actor } = await supported(shares)
    return updateLabel(app.store, app.master, actor, person.id, { version: 1, label: 'Jānis Paraugs', language: 'lv' }, LATER)
  }
  expect(await label(['identity'])).toEqual({ ok: false, problem: 'fullNameInLabel' })
  expect(await label([])).toEqual({ ok: true })
})

test('who supports sees neither how the person signs in nor, without the identity, who opened it or what the person said is wrong', async () => {
  const { leads, app, person, actor } = await supported()
  expect((await findPerson(app.store, app.master, actor, person.id))?.access).toBeNull()
  expect((await findPerson(app.store, app.master, leads.actor, person.id))?.access).toMatchObject({ hasPin: false })
  expect((await listHistory(app.store, actor, person.id))?.map((row) => row.kind === 'changed' && row.what)).toEqual(['registered'])
})

test('an organisation outside public authority that leads reads that the identity was opened, and not by whom elsewhere', async () => {
  const { leads, app, person, actor } = await supported()
  const words = { basis: 'consent', basisName: 'Piekrišana', said: 'Teicu.', note: '' } as const
  const offer = { kind: 'handover', toOrganisationId: actor.organisationId, shares: [], ...words } as const
  const offered = await offerHandover(app.store, app.master, leads.actor, person.id, offer, NOW)
  await acceptHandover(app.store, actor, offered?.ok ? offered.id : '', NOW)
  await openIdentity(app.store, app.master, actor, person.id, LATER + 1)
  const opened = (await listHistory(app.store, actor, person.id))?.filter(({ kind }) => kind === 'opened')
  expect(opened).toMatchObject([{ who: expect.any(String) as string }, { who: null }])
})
