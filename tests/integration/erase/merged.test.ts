// Erasing somebody who was registered twice: both registrations go, also when one comes back, or when they are merged meanwhile.
import { and, eq, isNull } from 'drizzle-orm'
import { expect, test } from 'vitest'
import { offerHandover } from '#db/involvement/handover.ts'
import { beginErasure, finishErasures } from '#db/people/erase/erase.ts'
import { candidate, task } from '#db/schema/index.ts'
import { addCaseworker } from '#tests/support/people/caseworker-fixture.ts'
import { registeredTwice } from '#tests/support/people/registered-twice.ts'

const WORDS = { basis: 'law', basisName: 'Izdomāts likums', said: 'Palīdzēs cits.', note: '' } as const

test('a registration that was merged into the erased one stands in the list of erasures, for a backup of before they were merged', async () => {
  const { app, store, first, earlier, later, merge } = await registeredTwice()
  expect(await merge()).toEqual({ ok: true })
  await beginErasure(store, first.actor, earlier.id, app.now())
  await finishErasures(store, app.erasures, app.now())
  expect(app.erasures.ids().sort()).toEqual([earlier.id, later.id].sort())
})

test('a registration whose erasure has begun is not merged: nothing of it is carried to the other', async () => {
  const { app, store, second, later, merge } = await registeredTwice({ second: { open: { skills: ['retvārds'] } } })
  await beginErasure(store, second.actor, later.id, app.now())
  expect(await merge()).toBeNull()
  await finishErasures(store, app.erasures, app.now())
  const held = await store.read((db) => db.select().from(candidate))
  expect(JSON.stringify(held)).not.toContain('retvārds')
})

test('an offer of the registration that goes waits for nobody after the merging', async () => {
  const { app, store, master, second, later, merge } = await registeredTwice()
  const asked = await addCaseworker(app)
  const wanted = { kind: 'joining', toOrganisationId: asked.actor.organisationId, shares: [], ...WORDS } as const
  expect(await offerHandover(store, master, second.actor, later.id, wanted, app.now())).toMatchObject({ ok: true })
  await merge()
  const waiting = await store.read((db) =>
    db
      .select()
      .from(task)
      .where(and(eq(task.kind, 'joining'), isNull(task.doneAt))),
  )
  expect(waiting).toEqual([])
})
