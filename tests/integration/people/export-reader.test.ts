// Who gets a person's file, what of it, and what is written down: the person everything, who leads what it may see, nobody else anything.
import { beforeAll, expect, test } from 'vitest'
import { EMPTY_RECORD, type RestrictedProfile, type Situation } from '#app/domain/people/candidate.ts'
import { registerAllMessages } from '#app/i18n/all.ts'
import { openSite } from '#app/process/site.ts'
import { loader as ownPage } from '#app/routes/candidate/file.tsx'
import { loader as ownJson } from '#app/routes/api/own-file.ts'
import { action as openPage, loader as gate } from '#app/routes/casework/involvement/file.tsx'
import { action as leadJson } from '#app/routes/api/person-file.ts'
import { acceptHandover, offerHandover } from '#db/involvement/handover.ts'
import { beginErasure, finishErasures } from '#db/people/erase/erase.ts'
import { exportAsLead, exportOwn } from '#db/people/export/export.ts'
import { updateLabel } from '#db/people/people.ts'
import * as tables from '#db/schema/index.ts'
import { answerOf, asked, cookieOf, NOW } from '#tests/support/app.ts'
import { pagesFromModules } from '#tests/support/inference/pages.ts'
import { HOST, serving } from '#tests/support/inference/site.ts'
import { accessLogOf, addCaseworker, aPersonOf, caseworkerFixture } from '#tests/support/people/caseworker-fixture.ts'
import { withARowEverywhere } from '#tests/support/people/with-a-row-everywhere.ts'
import { anEmployer, aProposal, aVacancyRow } from '#tests/support/rows.ts'

beforeAll(registerAllMessages)

const JOINING = {
  kind: 'joining',
  shares: ['identity', 'record', 'situation'],
  basis: 'law',
  basisName: 'Likums',
  said: '',
  note: '',
} as const

/** A person whom an authority leads and another authority supports, with all that can be shared. */
async function supported() {
  const leads = await caseworkerFixture()
  const { app } = leads
  const supports = await addCaseworker(app)
  const person = await aPersonOf(leads)
  const wanted = { ...JOINING, toOrganisationId: supports.actor.organisationId }
  const offered = await offerHandover(app.store, app.master, leads.actor, person.id, wanted, NOW)
  await acceptHandover(app.store, supports.actor, offered?.ok ? offered.id : '', NOW)
  return { app, store: app.store, master: app.master, leads, supports, person }
}

const cookieFor = async (person: { id: string }, { app }: Awaited<ReturnType<typeof supported>>) =>
  cookieOf(app, { candidateId: person.id })
const textOf = async (call: Promise<unknown>) => JSON.stringify((await answerOf(call)).body)

test('the person prints and saves their file without asking anybody, and both are written down as theirs', async () => {
  const made = await supported()
  const { app, store, person } = made
  const cookie = await cookieFor(person, made)
  expect(await textOf(ownPage(asked(app, '/me/file', { cookie })))).toContain('Paraugs')
  expect((await answerOf(ownJson(asked(app, '/me/file.json', { cookie })))).body).toMatchObject({ identity: { familyName: 'Paraugs' } })
  const self = { candidateId: person.id, membershipId: null, purpose: 'self' }
  const both = [
    { ...self, subject: 'identity' },
    { ...self, subject: 'restricted_record' },
  ]
  expect(await accessLogOf(store)).toEqual([...both, ...both])
})

/** Over a real connection, as a browser saves it. */
async function served(app: Awaited<ReturnType<typeof supported>>['app']) {
  const send = await serving(openSite(app, await pagesFromModules(), () => false))
  return (method: 'GET' | 'POST', path: string, cookie: string) =>
    send({ method, path, headers: { Cookie: cookie, Origin: `http://${HOST}` }, body: method === 'POST' ? '' : undefined })
}

test('the file is saved under a name that says neither whose it is nor from where, and is kept by nobody on the way', async () => {
  const made = await supported()
  const { app, leads, person } = made
  const ask = await served(app)
  for (const answer of [
    await ask('GET', '/me/file.json', await cookieFor(person, made)),
    await ask('POST', `/casework/people/${person.id}/file.json`, leads.cookie),
  ]) {
    expect(answer.headers).toEqual(
      expect.arrayContaining(['attachment; filename="data.json"', 'application/json; charset=utf-8', 'no-store']),
    )
    expect(JSON.parse(answer.body)).toMatchObject({ identity: { familyName: 'Paraugs' } })
  }
})

test('a link, a preview or going back opens no file of a person to a caseworker', async () => {
  const { app, store, leads, person } = await supported()
  const ask = await served(app)
  const answer = await ask('GET', `/casework/people/${person.id}/file.json`, leads.cookie)
  expect(answer.status).toBe(303)
  await ask('GET', `/casework/people/${person.id}/file`, leads.cookie)
  expect(await accessLogOf(store)).toEqual([])
})

test('the paper holds nothing of the restricted part, of the situation or of any organisation until the person wants it', async () => {
  const { app, cookie } = await withARowEverywhere()
  const plain = await textOf(ownPage(asked(app, '/me/file', { cookie })))
  expect(plain).not.toMatch(/nodaļa|Izdomātā biedrība|Izdomātā vieta|property|2027|Īpašum|Teikts par/)
  const more = await textOf(ownPage(asked(app, '/me/file?more=on', { cookie })))
  for (const held of ['nodaļa', 'Izdomātā biedrība', 'Izdomātā vieta', '2019', 'Teikts par iesaisti.', 'Steidzami.', 'Garais'])
    expect(more).toContain(held)
})

test('with a card that no authority made neither the page nor the file tells of the record, the situation, or who else works or worked with the person', async () => {
  const { app, store, cookie } = await withARowEverywhere()
  await store.write((tx) => tx.update(tables.candidateAccess).set({ byAuthority: false }))
  const hidden = /Izdomātā biedrība|Izdomātā vieta|property|2019|in_custody|Teikts par|Steidzami|Garais/
  const page = await textOf(ownPage(asked(app, '/me/file?more=on', { cookie })))
  expect(page).not.toMatch(hidden)
  expect(page).toContain('iestādes izdotu kartīti')
  const file = await textOf(ownJson(asked(app, '/me/file.json', { cookie })))
  expect(file).not.toMatch(hidden)
  expect(JSON.parse(file)).toMatchObject({
    identity: { familyName: 'Paraugkalns' },
    record: null,
    situation: null,
    handovers: [],
    mergings: [],
  })
})

test('what is printed has the words of everybody: questions, answers, notes, corrections', async () => {
  const { app, cookie } = await withARowEverywhere()
  const plain = await textOf(ownPage(asked(app, '/me/file', { cookie })))
  for (const said of ['Cik maksā?', 'Tūkstoti.', 'Labs strādnieks.', 'Adrese ir cita.', 'Zane palīdzēs', 'zāģēt', 'Galdnieks'])
    expect(plain).toContain(said)
})

test('no member of staff is named but whoever works with the person now', async () => {
  const { app, cookie, second } = await withARowEverywhere()
  const answer = await ownJson(asked(app, '/me/file.json', { cookie }))
  const text = await answer.text()
  const accounts = await app.store.read((db) => db.select().from(tables.account))
  const now = await app.store.read((db) => db.select().from(tables.involvement))
  const working = now.filter(({ until }) => until === null).map(({ caseworkerId }) => caseworkerId)
  const members = await app.store.read((db) => db.select().from(tables.membership))
  const named = members.filter(({ accountId }) => text.includes(accounts.find(({ id }) => id === accountId)?.name ?? 'nobody'))
  expect(named.map(({ id }) => id).sort()).toEqual(working.sort())
  expect(text).not.toContain(second.actor.membershipId)
})

test('whoever leads opens the file by a press alone, and the person reads that it was opened', async () => {
  const { app, store, leads, person } = await supported()
  const sent = { params: { id: person.id }, cookie: leads.cookie }
  expect((await answerOf(gate(asked(app, `/casework/people/${person.id}/file`, sent)))).status).toBe(200)
  expect(await accessLogOf(store)).toEqual([])
  const printed = await answerOf(openPage(asked(app, `/casework/people/${person.id}/file`, { ...sent, form: { form: 'print' } })))
  expect(JSON.stringify(printed.body)).toContain('Paraugs')
  const by = { candidateId: person.id, membershipId: leads.actor.membershipId, purpose: 'casework' }
  expect(await accessLogOf(store)).toEqual([
    { ...by, subject: 'identity' },
    { ...by, subject: 'restricted_record' },
  ])
})

test('the paper that a caseworker prints is in the language of the person', async () => {
  const leads = await caseworkerFixture()
  const person = await aPersonOf(leads, { language: 'ru' })
  const sent = { params: { id: person.id }, cookie: leads.cookie, form: { form: 'print' } }
  const printed = await answerOf(openPage(asked(leads.app, `/casework/people/${person.id}/file`, sent)))
  expect(printed.body).toMatchObject({ file: { language: 'ru', title: 'Всё, что о вас записано' } })
})

test('an organisation that supports the person does not get the file, whatever is shared with it', async () => {
  const { app, store, master, supports, person } = await supported()
  const sent = { params: { id: person.id }, cookie: supports.cookie }
  const path = `/casework/people/${person.id}/file`
  expect(await exportAsLead(store, master, supports.actor, person.id, NOW)).toBeNull()
  expect((await answerOf(gate(asked(app, path, sent)))).status).toBe(404)
  expect((await answerOf(openPage(asked(app, path, { ...sent, form: { form: 'print' } })))).status).toBe(404)
  expect((await answerOf(leadJson(asked(app, `${path}.json`, { ...sent, form: {} })))).status).toBe(404)
  expect(await accessLogOf(store)).toEqual([])
})

test('of who leads the file holds its own label, not the other organisation’s', async () => {
  const { store, master, leads, supports, person } = await supported()
  await updateLabel(store, master, leads.actor, person.id, { version: 1, label: 'Savējais', language: 'lv' }, NOW)
  await updateLabel(store, master, supports.actor, person.id, { version: 2, label: 'Svešais', language: 'lv' }, NOW)
  const asLead = await exportAsLead(store, master, leads.actor, person.id, NOW)
  const own = await exportOwn(store, master, { kind: 'candidate', candidateId: person.id }, NOW)
  expect(asLead?.organisations.map(({ label }) => label)).toEqual(['Savējais', ''])
  expect(own?.organisations.map(({ label }) => label)).toEqual(['Savējais', 'Svešais'])
})

type Hidden = { restricted: Partial<RestrictedProfile> } & Partial<Situation>

/** The file of a person whom an organisation outside public authority leads. */
async function fileOfNgo({ restricted, ...situation }: Hidden): Promise<string> {
  const leads = await caseworkerFixture('ngo')
  const { app } = leads
  const person = await aPersonOf(leads, { restricted, ...situation, open: { skills: ['zāģēt'] } })
  const sent = { params: { id: person.id }, cookie: leads.cookie, form: {} }
  return (await leadJson(asked(app, `/casework/people/${person.id}/file.json`, sent))).text()
}

test('the file that an organisation outside public authority gets is the same under any two records and places, byte for byte', async () => {
  const one = await fileOfNgo({
    restricted: { families: ['sexual'], recordStatus: 'unspent', lastYears: { sexual: 2020 } },
    ...{ stage: 'in_custody', custodyPlaceId: 'somewhere', plannedReleaseOn: '2027-01-01' },
  })
  expect(one).toContain('zāģēt')
  expect(await fileOfNgo({ restricted: EMPTY_RECORD })).toBe(one)
})

test('an organisation outside public authority gets neither what others did with the person nor what an authority chose', async () => {
  const before = await caseworkerFixture()
  const { app } = before
  const { store, master } = app
  const ngo = await addCaseworker(app, 'ngo')
  const person = await aPersonOf(before)
  const { id: employerId } = await anEmployer(store)
  const { id: vacancyId } = await aVacancyRow(store, { employerId, title: 'Iestādes izvēlēta vakance' })
  const of = { candidateId: person.id, vacancyId, employerId, organisationId: before.actor.organisationId }
  await aProposal(store, { ...of, state: 'withdrawn' })
  await exportAsLead(store, master, before.actor, person.id, NOW)
  const wanted = { ...JOINING, kind: 'handover', shares: [], toOrganisationId: ngo.actor.organisationId } as const
  const offered = await offerHandover(store, master, before.actor, person.id, wanted, NOW)
  await acceptHandover(store, ngo.actor, offered?.ok ? offered.id : '', NOW + 1)

  const file = await exportAsLead(store, master, ngo.actor, person.id, NOW + 2)
  expect(file).toMatchObject({ record: null, situation: null, handovers: [], mergings: [], proposals: [], confirmations: [], tasks: [{}] })
  expect(file?.organisations).toHaveLength(1)
  expect(file?.openings).toMatchObject([{ subject: 'identity', role: 'caseworker' }])
  const [own] = await store.read((db) => db.select().from(tables.organisation))
  expect(JSON.stringify(file)).not.toContain(own?.name)
})

test('of somebody who was erased there is no file any more, for nobody', async () => {
  const { app, store, master, leads, person } = await supported()
  await beginErasure(store, leads.actor, person.id, NOW)
  await finishErasures(store, app.erasures, NOW)
  expect(await exportOwn(store, master, { kind: 'candidate', candidateId: person.id }, NOW)).toBeNull()
  expect(await exportAsLead(store, master, leads.actor, person.id, NOW)).toBeNull()
  const sent = { params: { id: person.id }, cookie: leads.cookie }
  expect((await answerOf(gate(asked(app, `/casework/people/${person.id}/file`, sent)))).status).toBe(404)
  const cookie = await cookieOf(app, { candidateId: person.id })
  expect((await answerOf(ownPage(asked(app, '/me/file', { cookie })))).status).toBe(404)
})

test('a person of whom nothing but the registration is held reads which parts are empty', async () => {
  const leads = await caseworkerFixture()
  const person = await aPersonOf(leads)
  const cookie = await cookieOf(leads.app, { candidateId: person.id })
  const page = await answerOf(ownPage(asked(leads.app, '/me/file', { cookie })))
  expect(JSON.stringify(page.body)).toContain('Nekas nav ierakstīts šajās daļās: Ko darba devējs var redzēt, nezinot jūsu vārdu;')
})
