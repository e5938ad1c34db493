// Nothing an employer or a visitor sees is computed from people: with the tables of people away, every page of theirs answers the same, byte for byte.
import { getTableName, sql } from 'drizzle-orm'
import { expect, onTestFinished, test } from 'vitest'
import * as schema from '#db/schema/index.ts'
import type { Store } from '#db/store/store.ts'
import { VACANCY_STEPS } from '#app/domain/vacancies/content.ts'
import { accessFixture, type AccessFixture } from '#tests/support/access-fixture.ts'
import { answerOf, asked, testApp, type TestApp } from '#tests/support/app.ts'
import { addressOf, ROUTES, type Route } from '#tests/support/routes.ts'

const PEOPLE = [
  schema.candidate,
  schema.candidateAccess,
  schema.correction,
  schema.identity,
  schema.readiness,
  schema.restrictedRecord,
  schema.vaultKey,
].map((table) => getTableName(table))

async function renamePeople(store: Store, nameOf: (table: string) => readonly [from: string, to: string]): Promise<void> {
  for (const table of PEOPLE) {
    const [from, to] = nameOf(table)
    await store.write((tx) => tx.run(sql.raw(`ALTER TABLE "${from}" RENAME TO "${to}"`)))
  }
}

/** A query of people fails from now on, whatever wrote it. */
async function takePeopleAway(store: Store): Promise<void> {
  onTestFinished(() => renamePeople(store, (table) => [`${table}_away`, table]))
  await renamePeople(store, (table) => [table, `${table}_away`])
}

type Handler = (args: ReturnType<typeof asked>) => Promise<unknown>

/** An error is an answer too, so that all pages that fail are named at once. */
async function shown(handler: Handler, args: ReturnType<typeof asked>): Promise<string> {
  try {
    const { status, location, body } = await answerOf(Promise.resolve().then(() => handler(args)))
    return [status, location, JSON.stringify(body)].join(' ')
  } catch (error) {
    return String(error)
  }
}
const moduleOf = async ({ file }: Route) => (await import(`../../../app/${file}`)) as { loader?: Handler; action?: Handler }

const THEIRS = ROUTES.filter(({ address }) => !/^\/(casework|coordinator|me)(\/|$)|^\/(metrics|readyz)$/.test(address))

function paramsOf({ address }: Route, { proposal, vacancy }: AccessFixture, step: string): Record<string, string> {
  return { id: address.includes('/proposals/') ? proposal.id : vacancy.id, step, token: 'an-open-invitation' }
}

/** Every page as a visitor, an employer and another one get it. */
async function answersOf(app: TestApp, fixture: AccessFixture) {
  const answers: Record<string, string> = {}
  for (const route of THEIRS) {
    const { loader } = await moduleOf(route)
    if (!loader) continue
    const steps = route.address.endsWith(':step') ? VACANCY_STEPS : ['']
    for (const step of steps) {
      const params = paramsOf(route, fixture, step)
      for (const person of ['visitor', 'employer', 'another employer'] as const) {
        const address = addressOf(route.address, params)
        answers[`${person} ${address}`] = await shown(loader, asked(app, address, { params, cookie: fixture.cookies[person] }))
      }
    }
  }
  return answers
}

test('no page of an employer or a visitor reads a table of people', async () => {
  const app = await testApp()
  const fixture = await accessFixture(app)
  const before = await answersOf(app, fixture)
  expect(Object.keys(before).length).toBeGreaterThan(60)
  await takePeopleAway(app.store)
  expect(await answersOf(app, fixture)).toEqual(before)
})

test('a table that is away is missed by whoever reads it: a caseworker’s list fails', async () => {
  const app = await testApp()
  const { cookies } = await accessFixture(app)
  const route = ROUTES.find(({ file }) => file === 'routes/casework/people.tsx')
  const { loader } = route ? await moduleOf(route) : {}
  if (!loader) throw new Error('The list of people has moved')
  await takePeopleAway(app.store)
  await expect(loader(asked(app, '/casework', { cookie: cookies.caseworker }))).rejects.toThrow()
})
