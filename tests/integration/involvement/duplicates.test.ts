// One personal code in two registrations: found by the job, seen by coordinators alone, decided once.
import { eq } from 'drizzle-orm'
import { expect, test } from 'vitest'
import { inventedPersonalCode } from '#app/domain/people/personal-code.ts'
import { runDueJobs } from '#app/process/background-jobs.ts'
import { action, loader } from '#app/routes/coordinator/duplicates/duplicate.tsx'
import { loader as listLoader } from '#app/routes/coordinator/duplicates/duplicates.tsx'
import { findDuplicates, keepApart, listDuplicates } from '#db/involvement/duplicates.ts'
import { listRelations } from '#db/involvement/relations.ts'
import { encryptOldTexts } from '#db/people/old-texts.ts'
import { openIdentity, updateIdentity } from '#db/people/people.ts'
import { listTasks, type TaskActor } from '#db/tasks/list.ts'
import { duplicatePair, identity } from '#db/schema/index.ts'
import { answerOf, asked, NOW } from '#tests/support/app.ts'
import { addCaseworker, caseworkerFixture, everythingHeld, type CaseworkerFixture } from '#tests/support/people/caseworker-fixture.ts'
import { aCoordinator, CODE, register, registeredTwice, type RegisteredTwice } from '#tests/support/people/registered-twice.ts'

const OTHER_CODE = inventedPersonalCode(1)

async function pairs({ store, app, coordinator }: Pick<RegisteredTwice, 'store' | 'app' | 'coordinator'>) {
  await findDuplicates(store, app.now())
  return (await listDuplicates(store, coordinator.actor, '')).rows
}

async function kindsOf({ store, master, app }: RegisteredTwice, actor: TaskActor) {
  return (await listTasks(store, master, actor, { show: 'open', whose: 'all' }, '', app.now())).rows.map(({ kind }) => kind)
}

async function correctCode({ app, actor }: CaseworkerFixture, id: string, personalCode: string) {
  const held = await openIdentity(app.store, app.master, actor, id, app.now())
  if (!held) throw new Error('No identity')
  await updateIdentity(app.store, app.master, actor, id, { ...held, identity: { ...held.identity, personalCode } }, app.now())
}

test('two registrations of one code are no pair until the job has run, and then a coordinator sees the organisations and nothing of the person but the code a caseworker knows them by', async () => {
  const first = await caseworkerFixture()
  const { app } = first
  const who = await aCoordinator(app)
  const second = await addCaseworker(app, 'ngo')
  await register(first, { label: 'Garais' })
  app.clock.now = NOW + 3_600_000
  await register(second, { label: 'Klusais', identity: { personalCode: '01015000009' } })
  expect((await listDuplicates(app.store, who.actor, '')).rows).toEqual([])

  await runDueJobs(app, 'worker', () => false)

  const { body } = await answerOf(listLoader(asked(app, '/coordinator/duplicates', { cookie: who.cookie })))
  const { rows } = body as Awaited<ReturnType<typeof listLoader>>
  expect(rows).toMatchObject([
    {
      earlier: { openProposals: 0, working: [{ publicAuthority: true, role: 'leads' }] },
      later: { openProposals: 0, working: [{ publicAuthority: false, role: 'leads' }] },
    },
  ])
  const params = { id: rows[0]?.id ?? '' }
  const page = await answerOf(loader(asked(app, `/coordinator/duplicates/${params.id}`, { params, cookie: who.cookie })))
  expect(page.status).toBe(200)
  expect(JSON.stringify([body, page.body])).not.toMatch(/Izdomāts"|Paraugkalns|00009|Garais|Klusais|looking/)
})

test('a copy of the database tells no code, and not who has none', async () => {
  const { app, store } = await registeredTwice()
  await register(await addCaseworker(app), { identity: { personalCode: null } })
  await register(await addCaseworker(app), { identity: { personalCode: null } })
  expect(await everythingHeld(store)).not.toMatch(/010150|00009/)
  const keys = (await store.read((db) => db.select({ key: identity.codeKey }).from(identity))).map(({ key }) => key)
  expect(keys.map((key) => key?.length)).toEqual([43, 43, 43, 43])
  expect(new Set(keys).size).toBe(3)
  expect(await findDuplicates(store, app.now())).toBe(0)
})

test('people registered before there was a key of the code get it at the next start', async () => {
  const twice = await registeredTwice()
  const { store, master, id } = twice
  await store.write(async (tx) => {
    await tx.delete(duplicatePair).where(eq(duplicatePair.id, id))
    await tx.update(identity).set({ codeKey: null }).where(eq(identity.candidateId, twice.earlier.id))
  })
  expect(await pairs(twice)).toEqual([])
  await encryptOldTexts(store, master)
  expect(await pairs(twice)).toHaveLength(1)
})

test('two people with a mistake in a code are kept apart, and the job does not bring them again', async () => {
  const twice = await registeredTwice()
  const { store, app, coordinator, id, first, second, earlier, later } = twice
  expect(await kindsOf(twice, coordinator.actor)).toEqual(['duplicate'])
  expect(await keepApart(store, coordinator.actor, id, app.now())).toBe(true)
  expect(await pairs(twice)).toEqual([])
  expect(await kindsOf(twice, coordinator.actor)).toEqual([])
  expect([await kindsOf(twice, first.actor), await kindsOf(twice, second.actor)]).toEqual([['code_check'], ['code_check']])
  expect(await listRelations(store, app.master, first.actor, earlier.id)).toHaveLength(1)
  expect(await listRelations(store, app.master, second.actor, later.id)).toHaveLength(1)
})

test('a code that is corrected makes an end of the pair, and a code that is corrected to another’s makes one', async () => {
  const twice = await registeredTwice()
  await correctCode(twice.second, twice.later.id, OTHER_CODE)
  expect(await pairs(twice)).toEqual([])
  expect(await kindsOf(twice, twice.coordinator.actor)).toEqual([])
  const third = await addCaseworker(twice.app)
  await register(third, { identity: { personalCode: OTHER_CODE } })
  expect(await pairs(twice)).toHaveLength(1)
  await correctCode(twice.second, twice.later.id, CODE)
  expect((await pairs(twice)).map(({ id }) => id)).toEqual([twice.id])
})

test('of two coordinators who decide at once one decides, and the other is told that it is over', async () => {
  const { app, store, id, coordinator } = await registeredTwice()
  const other = await aCoordinator(app)
  const sent = (cookie: string, form: Record<string, string>) =>
    answerOf(action(asked(app, `/coordinator/duplicates/${id}`, { params: { id }, cookie, form })))
  const merging = { form: 'merge', basis: 'law', basisName: 'Izdomāts likums', said: 'Pateikts.' }
  const answers = await Promise.all([sent(coordinator.cookie, merging), sent(other.cookie, { form: 'different' })])
  expect(answers.map(({ status }) => status).sort()).toEqual([303, 404])
  const [row] = await store.read((db) => db.select().from(duplicatePair))
  expect(row?.state).not.toBe('open')
})

test('between an authority and another organisation a merging rests on the person’s consent and on nothing else', async () => {
  const { app, id, coordinator } = await registeredTwice({ kinds: ['probation', 'ngo'] })
  const merging = { form: 'merge', basisName: 'Izdomāts likums', said: 'Pateikts.' }
  const sent = (basis: string) =>
    answerOf(
      action(asked(app, `/coordinator/duplicates/${id}`, { params: { id }, cookie: coordinator.cookie, form: { ...merging, basis } })),
    )
  expect(await sent('law')).toMatchObject({ status: 422, body: { problems: { basis: 'consentNeeded' } } })
  expect((await sent('consent')).status).toBe(303)
})
