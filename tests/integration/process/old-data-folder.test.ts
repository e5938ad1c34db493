// An upgrade is safe: the data folder of a demo begun by Tilts at 398ae50 opens today, with everything that was in it.
// The folder in tests/support/fixtures was made by that commit's `npm start`; it is never made again.
import { cpSync, mkdirSync, mkdtempSync, readFileSync, readdirSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { fileURLToPath } from 'node:url'
import { brotliDecompressSync } from 'node:zlib'
import Database from 'better-sqlite3'
import { eq, isNotNull, sql } from 'drizzle-orm'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { candidate, proposal, readiness, vaultKey } from '#db/schema/index.ts'
import { readSituation } from '#db/people/situation.ts'
import { openPersonKey } from '#db/people/vault.ts'
import { listVacancyFacts } from '#db/matching/vacancy-facts.ts'
import { listHistory, listPeople, openIdentity } from '#db/people/people.ts'
import { DEMO_CANDIDATE_CODE, demoSessionOf, listDemoSignIns, type DemoSignIn } from '#db/accounts/demo-sign-in.ts'
import { DEMO_ACCOUNTS, DEMO_PASSWORD, DEMO_PIN } from '#db/seed/sign-ins.ts'
import { dayOf, endOfDay } from '#app/domain/shared/day.ts'
import { disclosureLines } from '#app/i18n/disclosures.ts'
import { registerAllMessages } from '#app/i18n/all.ts'
import { readConfig } from '#app/process/config.ts'
import { openResources, type Resources } from '#app/process/site.ts'
import { actorOf } from '#app/server/guards.ts'
import { loader as aboutMe } from '#app/routes/candidate/about.tsx'
import { action as candidateSignIn } from '#app/routes/candidate/sign-in.tsx'
import { action as signIn } from '#app/routes/account/sign-in.tsx'
import { loader as proposals } from '#app/routes/candidate/proposals.tsx'
import { answerOf, asked, cookieOf, testApp, type TestApp } from '#tests/support/app.ts'

const KEPT = fileURLToPath(new URL('../../support/fixtures/demo-398ae50', import.meta.url))
/** The evening it was made. */
const MADE_AT = Date.parse('2026-11-30T20:00:00Z')
/** What 398ae50 had written; tables that only say how far something has come are left out. */
const ROWS = {
  account: 72,
  membership: 72,
  candidate: 150,
  candidate_access: 150,
  identity: 150,
  restricted_record: 150,
  vault_key: 150,
  readiness: 1568,
  employer: 40,
  organisation: 14,
  custody_place: 12,
  legal_restriction: 10,
  vacancy: 300,
  vacancy_stance: 3600,
  proposal: 120,
  proposal_event: 627,
  proposal_question: 10,
  consent: 180,
  follow_up: 31,
  search_synonym: 124,
}

registerAllMessages()

let folder: string
let opened: Resources
/** As that day's Tilts had written it. */
let before: { id: string; stage: string; place: string | null; release: string | null }[]

beforeAll(async () => {
  folder = mkdtempSync(join(tmpdir(), 'tilts-398ae50-'))
  mkdirSync(join(folder, 'keys'))
  cpSync(join(KEPT, 'mode'), join(folder, 'mode'))
  cpSync(join(KEPT, 'vault.key'), join(folder, 'keys', 'vault.key'))
  writeFileSync(join(folder, 'tilts.sqlite'), brotliDecompressSync(readFileSync(join(KEPT, 'tilts.sqlite.br'))))
  const old = new Database(join(folder, 'tilts.sqlite'), { readonly: true })
  before = old.prepare('SELECT id, stage, custody_place_id AS place, planned_release_on AS release FROM candidate').all() as typeof before
  old.close()
  const read = readConfig({ TILTS_DATA: folder, TILTS_LOG: 'silent' })
  if (!read.ok) throw new Error(JSON.stringify(read.problems))
  opened = await openResources(read.config, { seed: true })
})
afterAll(async () => {
  await opened.store.close()
  rmSync(folder, { recursive: true })
})

async function oldApp(): Promise<TestApp> {
  const app = await testApp({ store: opened.store, master: Buffer.from(opened.keys.vaultKey) })
  app.clock.now = MADE_AT
  return app
}

async function signedInAs(app: TestApp, as: DemoSignIn['as']) {
  const signIn = (await listDemoSignIns(app.store)).find((one) => one.as === as)
  const session = await demoSessionOf(app.store, signIn?.to ?? '')
  if (!session) throw new Error(`Nobody in the old demo signs in as ${as}`)
  return cookieOf(app, session)
}

async function caseworkerOf(app: TestApp) {
  const { request } = asked(app, '/casework', { cookie: await signedInAs(app, 'caseworker') })
  const actor = await actorOf({ request, context: app })
  if (actor.kind !== 'caseworker') throw new Error(`A caseworker came in as ${actor.kind}`)
  return actor
}

const numberFrom = (store: Resources['store'], query: string) =>
  store.read(async (db) => Number((await db.all<{ n: number }>(sql.raw(query)))[0]?.n))

test('every row is there, and the database finds nothing wrong with itself', async () => {
  const counts = await Promise.all(
    Object.keys(ROWS).map(async (table) => [table, await numberFrom(opened.store, `SELECT count(*) AS n FROM ${table}`)] as const),
  )
  expect(Object.fromEntries(counts)).toEqual(ROWS)
  expect(await numberFrom(opened.store, 'SELECT count(*) AS n FROM pragma_foreign_key_check')).toBe(0)
  expect(await numberFrom(opened.store, `SELECT count(*) AS n FROM pragma_integrity_check WHERE integrity_check <> 'ok'`)).toBe(0)
})

test.each(Object.values(DEMO_ACCOUNTS))('%s signs in with the password of that day', async (email) => {
  const app = await oldApp()
  const answer = await answerOf(signIn(asked(app, '/sign-in', { form: { email, password: DEMO_PASSWORD, to: '' } })))
  expect(answer.status).toBe(303)
})

test('the person signs in with the PIN of that day and finds their offers', async () => {
  const app = await oldApp()
  const came = await answerOf(candidateSignIn(asked(app, '/me/sign-in', { form: { code: DEMO_CANDIDATE_CODE, pin: DEMO_PIN } })))
  expect([came.status, came.location]).toEqual([303, '/me'])
  const page = await answerOf(proposals(asked(app, '/me', { cookie: await signedInAs(app, 'candidate') })))
  const { groups } = page.body as Awaited<ReturnType<typeof proposals>>
  expect(groups.flatMap(({ lines }) => lines).length).toBeGreaterThan(0)
})

test('a caseworker finds the people, and what was encrypted can be read', async () => {
  const app = await oldApp()
  const actor = await caseworkerOf(app)
  const { rows } = await listPeople(
    app.store,
    app.master,
    actor,
    { whose: 'all', stage: null, waitingOn: null, missing: null, q: '' },
    '',
    MADE_AT,
  )
  const [first] = rows
  const found = await openIdentity(app.store, app.master, actor, first?.id ?? '', MADE_AT)
  expect(found?.identity.givenName).toMatch(/^\p{Lu}/u)
  expect(found?.identity.familyName).toMatch(/^\p{Lu}/u)
  expect(await listHistory(app.store, actor, first?.id ?? '')).not.toEqual([])
})

test('where people are is as it was, and can only be read with their key', async () => {
  const rows = await opened.store.read((db) =>
    db.select().from(candidate).innerJoin(vaultKey, eq(vaultKey.candidateId, candidate.id)).orderBy(candidate.id),
  )
  const now = rows.map(({ candidate: { id, situation }, vault_key: { wrapped } }) => {
    const { stage, custodyPlaceId, plannedReleaseOn } = readSituation(openPersonKey(opened.keys.vaultKey, id, wrapped), id, situation)
    return { id, stage: stage === 'looking' ? 'released' : stage, place: custodyPlaceId, release: plannedReleaseOn }
  })
  expect(now).toEqual(before.sort((one, other) => (one.id < other.id ? -1 : 1)))
  const files = readdirSync(folder).filter((name) => name.startsWith('tilts.sqlite'))
  const bytes = files.map((name) => readFileSync(join(folder, name), 'latin1')).join('')
  expect(bytes).not.toMatch(/in_custody|preparing_release|settled|v1\.[\w-]{16}\./)
  const timesIn = (id: string) => bytes.split(id).length
  expect([timesIn('liepaja-closed'), timesIn('riga-ilguciems-open')]).toEqual([timesIn('liepaja-old'), timesIn('liepaja-old')])
  const notes = await opened.store.read((db) => db.select({ note: readiness.note, old: readiness.oldWho }).from(readiness))
  expect(notes.filter(({ note, old }) => note === null || old !== '')).toEqual([])
})

test('what employers were shown holds no person’s code any more; each proposal has one of its own', async () => {
  const rows = await opened.store.read((db) =>
    db
      .select({ shown: sql<string>`cast(${proposal.shown} as text)`, code: proposal.code })
      .from(proposal)
      .where(isNotNull(proposal.shown)),
  )
  expect(rows.length).toBeGreaterThan(50)
  expect(rows.filter(({ shown }) => shown.includes('K-'))).toEqual([])
  expect(rows.filter(({ code }) => !/^P-\w{4}-\w{2}$/.test(code ?? ''))).toEqual([])
  expect(new Set(rows.map(({ code }) => code)).size).toBe(rows.length)
})

test('what employers were shown is the view of today: nothing of the whole profile can be read any more', async () => {
  const rows = await opened.store.read((db) =>
    db
      .select({ text: sql<string>`cast(${proposal.shown} as text)`, shown: proposal.shown })
      .from(proposal)
      .where(isNotNull(proposal.shown)),
  )
  expect(rows.length).toBeGreaterThan(50)
  expect(rows.filter(({ text }) => /occupationsWanted|travelMunicipality|expiresOn|supportNeeded|maxKm/.test(text))).toEqual([])
  expect(rows.filter(({ shown }) => shown?.shifts.length === 0 && shown.travel === null)).toEqual([])
})

test('every proposal knows its day, and its deadline ends with one', async () => {
  const rows = await opened.store.read((db) => db.select().from(proposal))
  expect(rows.filter(({ sinceDay, stateSince }) => sinceDay !== dayOf(stateSince))).toEqual([])
  expect(rows.filter(({ deadlineAt }) => deadlineAt !== null && deadlineAt !== endOfDay(dayOf(deadlineAt)) - 1)).toEqual([])
})

test('a yes of that day is still read to the person as it was', async () => {
  const app = await oldApp()
  const page = await answerOf(aboutMe(asked(app, '/me/about', { cookie: await signedInAs(app, 'candidate') })))
  const {
    file: { consents },
  } = page.body as Awaited<ReturnType<typeof aboutMe>>
  const shares = consents.map(({ discloses }) => disclosureLines('lv', discloses)).filter((lines) => lines.length > 3)
  expect(shares[0]?.slice(0, 2)).toEqual(['Kods, nevis vārds', 'Kādu darbu jūs meklējat un kāda ir jūsu pieredze'])
})

test('where people travel from is read under its name of today', async () => {
  const profiles = await opened.store.read((db) => db.select({ profile: candidate.profile }).from(candidate))
  const places = profiles.flatMap(({ profile }) => (profile.travelFrom === null ? [] : [profile.travelFrom]))
  expect(places.length).toBeGreaterThan(100)
  expect(places.filter(({ coordinates: { lat, lon } }) => !(lat > 55.6 && lat < 58.1 && lon > 20.9 && lon < 28.3))).toEqual([])
})

test('the vacancies that were open are open', async () => {
  expect((await listVacancyFacts(opened.store, 'all')).length).toBeGreaterThan(200)
})
