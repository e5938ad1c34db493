// Erasing a person: nothing of what was known of them is left, however it is interrupted, and no backup brings them back.
import { mkdtempSync, readdirSync, readFileSync, rmSync, statSync, appendFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { eq } from 'drizzle-orm'
import { expect, onTestFinished, test } from 'vitest'
import { action as eraseAction } from '#app/routes/casework/involvement/erase.tsx'
import { loader as employerProposal } from '#app/routes/employer/proposal.tsx'
import { beginErasure, finishErasures, replayErasures } from '#db/people/erase/erase.ts'
import { openErasureList } from '#db/people/erase/erasure-list.ts'
import { findPerson, listPeople, updateLabel } from '#db/people/people.ts'
import { acceptHandover, offerHandover } from '#db/involvement/handover.ts'
import { reportWrong } from '#db/people/self/self.ts'
import { createProposal } from '#db/proposals/ask.ts'
import { askQuestion } from '#db/proposals/questions.ts'
import { candidate, duplicatePair, erasure, handover, proposal, task, vaultKey } from '#db/schema/index.ts'
import { openSqlite } from '#db/store/sqlite/sqlite.ts'
import type { Store } from '#db/store/store.ts'
import { answerOf, asked, cookieOf, NOW, testApp } from '#tests/support/app.ts'
import { countedIds } from '#tests/support/database.ts'
import { addCaseworker, aPersonOf, everythingHeld, type CaseworkerFixture } from '#tests/support/people/caseworker-fixture.ts'
import { aVacancyRow } from '#tests/support/rows.ts'
import { anAskedProposal, candidateFixture } from '#tests/support/proposals/candidate-fixture.ts'

const EVERYONE = { whose: 'all', stage: null, waitingOn: null, missing: null, q: '' } as const
const DAY_OF = '2026-11-23'

function aFolder(): string {
  const folder = mkdtempSync(join(tmpdir(), 'tilts-erase-'))
  onTestFinished(() => {
    rmSync(folder, { recursive: true, force: true })
  })
  return folder
}
const bytesIn = (folder: string) =>
  readdirSync(folder)
    .map((file) => readFileSync(join(folder, file), 'latin1'))
    .join('')

/** A person with a word of their own in every place where words are kept. */
async function somebody(store?: Store) {
  const app = await testApp(store ? { store } : {})
  const leads = await addCaseworker(app)
  const person = await aPersonOf(leads, { open: { skills: ['retvārds-prasme'] }, identity: { givenName: 'Retvārdis' }, code: 'K-RETV-4R' })
  const self = { kind: 'candidate', candidateId: person.id } as const
  await updateLabel(app.store, app.master, leads.actor, person.id, { version: 1, label: 'retvārds', language: 'lv' }, NOW)
  await reportWrong(app.store, app.master, self, 'retvārds-labojums', NOW)
  return { app, store: app.store, leads, person }
}

const erase = async ({ app, leads, person }: { app: CaseworkerFixture['app']; leads: CaseworkerFixture; person: { id: string } }) => {
  await beginErasure(app.store, leads.actor, person.id, NOW)
  return finishErasures(app.store, app.erasures, NOW)
}

test('no word of the person is left in any row, nobody’s list or page has them, and their tasks are over', async () => {
  const made = await somebody()
  const { app, store, leads, person } = made
  expect(await everythingHeld(store)).toMatch(/retvārds|RETV/)

  expect(await erase(made)).toBe(1)

  expect(await everythingHeld(store)).not.toMatch(/retvārds|Retvārdis|RETV/)
  expect(await findPerson(store, app.master, leads.actor, person.id)).toBeNull()
  expect((await listPeople(store, app.master, leads.actor, EVERYONE, '', NOW)).rows).toEqual([])
  expect(await store.read((db) => db.select().from(vaultKey))).toEqual([])
  expect((await store.read((db) => db.select().from(task))).filter(({ doneAt }) => doneAt === null)).toEqual([])
  expect(app.erasures.ids()).toEqual([person.id])
})

test('no byte of the person’s key or words is left in the file of the database or its log', async () => {
  const folder = aFolder()
  const store = openSqlite(join(folder, 'tilts.sqlite'), { newId: countedIds() })
  const made = await somebody(store)
  const [key] = await store.read((db) => db.select().from(vaultKey))
  expect(bytesIn(folder)).toContain(key?.wrapped)

  await erase(made)

  const left = bytesIn(folder)
  expect(left).not.toContain(key?.wrapped)
  expect(left).not.toContain('RETV')
  expect(left).not.toContain(Buffer.from('retvārds-prasme').toString('latin1'))
  await store.close()
})

test('what somebody called the basis of joining or of a merging goes too, and which of the two it was stays', async () => {
  const made = await somebody()
  const { app, store, leads, person } = made
  const other = await addCaseworker(app)
  const basis = { basis: 'consent', basisName: 'retvārds-pamats' } as const
  const words = { said: 'retvārds-teiktais', note: 'retvārds-piezīme' }
  const wanted = { kind: 'joining', toOrganisationId: other.actor.organisationId, shares: [], ...basis, ...words } as const
  const offered = await offerHandover(store, app.master, leads.actor, person.id, wanted, NOW)
  await acceptHandover(store, other.actor, offered?.ok ? offered.id : '', NOW)
  const { id: laterId } = await aPersonOf(other)
  const pair = { id: 'pair', earlierId: person.id, laterId, foundAt: NOW, state: 'merged', decidedAt: NOW, ...basis } as const
  await store.write((tx) => tx.insert(duplicatePair).values(pair))

  await erase(made)

  expect(await everythingHeld(store)).not.toMatch(/retvārds/)
  expect((await store.read((db) => db.select().from(handover))).map((row) => row.basis)).toEqual(['consent'])
})

test('what the person asked and what an employer was shown goes, the numbers stay, and the employer’s page still opens', async () => {
  const fixture = await candidateFixture()
  const { store, app, caseworker, person } = fixture
  const { id } = await anAskedProposal(fixture, 'sent')
  await askQuestion(store, app.master, { kind: 'candidate', candidateId: person.id }, { id, question: 'retvārds?' }, NOW)

  await beginErasure(store, caseworker, person.id, NOW)
  await finishErasures(store, app.erasures, NOW)

  const [row] = await store.read((db) => db.select().from(proposal).where(eq(proposal.id, id)))
  expect(row).toMatchObject({ state: 'withdrawn', shown: null, toDiscuss: [], interviewPlace: null })
  const cookie = await cookieOf(app, { membershipId: fixture.boss.membershipId })
  expect((await answerOf(employerProposal(asked(app, `/employer/proposals/${id}`, { params: { id }, cookie })))).status).toBe(200)
})

test('what another organisation prepared after it was begun ends with it', async () => {
  const { app, store, leads, person } = await somebody()
  const vacancy = await aVacancyRow(store)
  await beginErasure(store, leads.actor, person.id, NOW)
  const made = await createProposal(store, leads.actor, person.id, vacancy.id, NOW)
  await finishErasures(store, app.erasures, NOW)
  const rows = await store.read((db) => db.select().from(proposal))
  expect([made?.ok, rows.map(({ state }) => state)]).toEqual([true, ['withdrawn']])
})

test('wherever it is cut off, the next start ends it', async () => {
  const made = await somebody()
  const { app, store, leads, person } = made
  const steps: (() => Promise<unknown>)[] = [
    // After it was written down, before the list.
    () =>
      finishErasures(
        store,
        {
          ...app.erasures,
          add: () => {
            throw new Error('cut off')
          },
        },
        NOW,
      ),
    // After the list, before anything is gone.
    () => finishErasures(cutOff(store, 'write'), app.erasures, NOW),
    // After everything is gone, before the log of the database is empty.
    () => finishErasures(cutOff(store, 'forgetOverwritten'), app.erasures, NOW),
  ]
  await beginErasure(store, leads.actor, person.id, NOW)
  for (const step of steps) await expect(step()).rejects.toThrow('cut off')

  expect(await finishErasures(store, app.erasures, NOW)).toBe(1)
  expect(await finishErasures(store, app.erasures, NOW)).toBe(0)
  expect(await everythingHeld(store)).not.toMatch(/retvārds|Retvārdis|RETV/)
  const [row] = await store.read((db) => db.select().from(erasure))
  expect(row).toMatchObject({ candidateId: person.id, why: 'wish', askedBy: leads.actor.membershipId, doneAt: NOW })
})

function cutOff(store: Store, at: 'write' | 'forgetOverwritten'): Store {
  return Object.create(store, { [at]: { value: () => Promise.reject(new Error('cut off')) } }) as Store
}

test('somebody whom a backup brings back is erased again, and nobody else', async () => {
  const { app, store, leads, person } = await somebody()
  const another = await aPersonOf(leads)
  app.erasures.add(person.id, DAY_OF)
  app.erasures.add('somebody whom the backup never had', DAY_OF)
  expect(await replayErasures(store, app.erasures, NOW)).toBe(1)
  expect(await replayErasures(store, app.erasures, NOW)).toBe(0)
  expect(await everythingHeld(store)).not.toMatch(/retvārds|Retvārdis|RETV/)
  const people = await store.read((db) => db.select().from(candidate))
  expect(people.filter(({ erasedAt }) => erasedAt === null).map(({ id }) => id)).toEqual([another.id])
})

test('the list holds ids and days, is its owner’s alone, and survives a line that a crash cut off', () => {
  const folder = aFolder()
  const list = openErasureList(folder)
  expect(list.ids()).toEqual([])
  list.add('one', DAY_OF)
  appendFileSync(join(folder, 'erasures.jsonl'), '{"id":"tw')
  list.add('two', DAY_OF)
  list.add('one', DAY_OF)
  expect(list.ids()).toEqual(['one', 'two'])
  expect(statSync(join(folder, 'erasures.jsonl')).mode & 0o777).toBe(0o600)
})

test('only the organisation that leads erases, and only with the person’s code typed once more', async () => {
  const { app, store, leads, person } = await somebody()
  const stranger = await addCaseworker(app)
  const press = (cookie: string, code: string) =>
    answerOf(eraseAction(asked(app, `/casework/people/${person.id}/erase`, { params: { id: person.id }, cookie, form: { code } })))
  expect((await press(stranger.cookie, person.code)).status).toBe(404)
  expect(await press(leads.cookie, 'K-0000-00')).toMatchObject({ status: 422, body: { problems: { code: 'otherCode' } } })
  expect(await store.read((db) => db.select().from(erasure))).toEqual([])
  expect((await press(leads.cookie, person.code.toLowerCase())).status).toBe(303)
  expect((await store.read((db) => db.select().from(erasure)))[0]?.doneAt).toBe(NOW)
})

test('one person who cannot be erased now keeps nobody else from it', async () => {
  const made = await somebody()
  const { app, store, leads, person } = made
  const other = await aPersonOf(leads)
  await beginErasure(store, leads.actor, person.id, NOW)
  await beginErasure(store, leads.actor, other.id, NOW)
  const failing = {
    ...app.erasures,
    add: (id: string, on: string) => {
      if (id === person.id) throw new Error('cut off')
      app.erasures.add(id, on)
    },
  }
  await expect(finishErasures(store, failing, NOW)).rejects.toThrow('cut off')
  expect((await store.read((db) => db.select().from(vaultKey))).map(({ candidateId }) => candidateId)).toEqual([person.id])
  expect(await finishErasures(store, app.erasures, NOW)).toBe(1)
})
