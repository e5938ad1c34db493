// What of the demo several organisations share, and what waits between them.
import { isNull } from 'drizzle-orm'
import { expect, onTestFinished, test } from 'vitest'
import { confirmation, handover, organisation, task } from '#db/schema/index.ts'
import { DEMO_NGO, DEMO_PROBATION } from '#db/seed/organisations/organisations.ts'
import { seedDemo } from '#db/seed/seed.ts'
import { NOW } from '#tests/support/app.ts'
import { freshStore } from '#tests/support/database.ts'

test('every page about several organisations has something to see for each of the demo’s sign-ins', async () => {
  const { store, remove } = await freshStore()
  onTestFinished(remove)
  await seedDemo(store, Buffer.alloc(32, 7), NOW)
  const { handovers, tasks, organisations, confirmations } = await store.read(async (db) => ({
    handovers: await db.select().from(handover),
    tasks: await db.select().from(task).where(isNull(task.doneAt)),
    organisations: await db.select().from(organisation),
    confirmations: await db.select().from(confirmation),
  }))
  const offers = handovers.map(({ kind, state }) => `${kind} ${state}`)
  expect([...new Set(offers)].sort()).toEqual([
    'handover accepted',
    'handover offered',
    'joining accepted',
    'joining offered',
    'joining refused',
  ])
  const names = new Map(organisations.map(({ id, name }) => [id, name]))
  const kindsOf = (name: string) =>
    new Set(tasks.filter(({ forOrganisationId }) => names.get(forOrganisationId ?? '') === name).map(({ kind }) => kind))
  expect(kindsOf(DEMO_PROBATION)).toEqual(new Set(['handover', 'confirmation', 'correction', 'offer_declined', 'question']))
  expect(kindsOf(DEMO_NGO)).toEqual(new Set(['joining', 'confirmed']))
  expect(new Set(tasks.filter(({ forCoordinators }) => forCoordinators).map(({ kind }) => kind))).toEqual(new Set(['duplicate']))
  expect(confirmations.map(({ answer }) => answer).sort()).toEqual(['choose_another', 'may_be_proposed', null])
})
