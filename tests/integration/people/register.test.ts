import { expect, test } from 'vitest'
import { findPerson, openIdentity, openRecord, registerCandidate } from '#db/people/people.ts'
import { CODE_PATTERN, EMPTY_RECORD } from '#app/domain/people/candidate.ts'
import { action, loader } from '#app/routes/casework/new-person.tsx'
import { loader as peopleLoader } from '#app/routes/casework/people.tsx'
import * as tables from '#db/schema/index.ts'
import { answerOf, asked, cookieOf, NOW } from '#tests/support/app.ts'
import { aCandidate } from '#tests/support/rows.ts'
import { everythingHeld, caseworkerFixture } from '#tests/support/people/caseworker-fixture.ts'

const TYPED = {
  label: 'Garais no Liepājas',
  language: 'ru',
  stage: 'preparing_release',
  custodyPlaceId: '',
  plannedReleaseOn: '2027-01-15',
  givenName: 'Izdomāts',
  familyName: 'Paraugkalns',
  personalCode: '010150 00009',
  birthDate: '01.01.1990',
  phone: '+371 26 123 456',
  email: 'Izdomats@Example.test',
  address: 'Paraugu iela 7, Liepāja',
}

function idFrom(location: string | null): string {
  return location?.split('/')[3] ?? ''
}

test('a caseworker registers a person, and the person gets a code that says nothing', async () => {
  const fixture = await caseworkerFixture()
  const { app, actor, cookie } = fixture
  const answer = await answerOf(action(asked(app, '/casework/people/new', { cookie, form: TYPED })))
  expect(answer.status).toBe(303)
  expect(answer.location).toMatch(/^\/casework\/people\/[^/]+\/edit$/)
  const person = await findPerson(app.store, app.master, actor, idFrom(answer.location))
  expect(person?.code).toMatch(CODE_PATTERN)
  expect(person).toMatchObject({
    label: 'Garais no Liepājas',
    language: 'ru',
    stage: 'preparing_release',
    plannedReleaseOn: '2027-01-15',
    waitingSince: NOW,
    version: 1,
  })
  expect(person?.caseworker.membershipId).toBe(actor.membershipId)
})

test('a person who was never in custody is registered by the same form, and nothing of custody is kept', async () => {
  const { app, actor, cookie } = await caseworkerFixture()
  await app.store.write(async (tx) =>
    tx.insert(tables.custodyPlace).values({ id: 'place', name: 'Izdomātā iestāde', municipality: 'liepaja', regime: 'closed' }),
  )
  const form = { ...TYPED, stage: 'looking', custodyPlaceId: 'place' }
  const answer = await answerOf(action(asked(app, '/casework/people/new', { cookie, form })))
  const person = await findPerson(app.store, app.master, actor, idFrom(answer.location))
  expect(person).toMatchObject({ stage: 'looking', custodyPlace: null, plannedReleaseOn: null, waitingSince: NOW })
})

test('the identity is kept as typed, tidied, behind the vault, and the record begins as not known', async () => {
  const { app, actor, cookie } = await caseworkerFixture()
  const answer = await answerOf(action(asked(app, '/casework/people/new', { cookie, form: TYPED })))
  const id = idFrom(answer.location)
  expect((await openIdentity(app.store, app.master, actor, id, NOW))?.identity).toEqual({
    givenName: 'Izdomāts',
    familyName: 'Paraugkalns',
    personalCode: '010150-00009',
    birthDate: '1990-01-01',
    phone: '+371 26 123 456',
    email: 'izdomats@example.test',
    address: 'Paraugu iela 7, Liepāja',
  })
  expect((await openRecord(app.store, app.master, actor, id, NOW))?.record).toEqual(EMPTY_RECORD)
})

test('the database holds no name, phone, code, address or label in clear', async () => {
  const { app, cookie } = await caseworkerFixture()
  await answerOf(action(asked(app, '/casework/people/new', { cookie, form: TYPED })))
  const held = (await everythingHeld(app.store)).toLowerCase()
  expect(held).toContain('"activity":"seeking"')
  const typed = [
    'preparing_release',
    'izdomāts',
    'paraugkalns',
    '12345',
    '26 123 456',
    'izdomats@example',
    'paraugu iela',
    'garais',
    '1990-01-01',
  ]
  expect(typed.filter((text) => held.includes(text))).toEqual([])
})

test('a label with the full name just typed beside it is refused, and what was typed stays', async () => {
  const { app, cookie } = await caseworkerFixture()
  const form = { ...TYPED, label: `${TYPED.givenName} ${TYPED.familyName}` }
  const { status, body } = await answerOf(action(asked(app, '/casework/people/new', { cookie, form })))
  expect([status, body]).toMatchObject([422, { problems: { label: 'fullNameInLabel' }, entered: { label: form.label } }])
  expect(await app.store.read((db) => db.select().from(tables.candidate))).toEqual([])
})

test('a code that is taken is not given twice', async () => {
  const { app, actor } = await caseworkerFixture()
  const person = {
    identity: identity(),
    label: 'Pirmais',
    language: 'lv' as const,
    stage: 'looking' as const,
    custodyPlaceId: null,
    plannedReleaseOn: null,
  }
  const bytes = [Uint8Array.of(0, 0, 0, 0, 0, 0), Uint8Array.of(0, 0, 0, 0, 0, 0), Uint8Array.of(1, 1, 1, 1, 1, 1)]
  const nextBytes = () => bytes.shift() ?? new Uint8Array(6)
  const first = await registerCandidate(app.store, app.master, actor, person, nextBytes, NOW)
  const second = await registerCandidate(app.store, app.master, actor, person, nextBytes, NOW)
  expect([first.code, second.code]).toEqual(['K-2222-22', 'K-3333-33'])
})

test('matching hears of a new person', async () => {
  const { app, cookie } = await caseworkerFixture()
  const answer = await answerOf(action(asked(app, '/casework/people/new', { cookie, form: TYPED })))
  const changes = await app.store.read(async (db) => db.select().from(tables.change))
  expect(changes.map(({ subject, subjectId }) => ({ subject, subjectId }))).toEqual([
    { subject: 'candidate', subjectId: idFrom(answer.location) },
  ])
})

test('what cannot be right is told beside its field, and what was typed stays', async () => {
  const { app, cookie } = await caseworkerFixture()
  const form = { ...TYPED, familyName: ' ', personalCode: '12', birthDate: '31.02.1990', stage: 'flown', custodyPlaceId: 'nowhere' }
  const { status, body } = await answerOf(action(asked(app, '/casework/people/new', { cookie, form })))
  expect(status).toBe(422)
  expect(body).toMatchObject({
    problems: { familyName: 'required', personalCode: 'notPersonalCode', birthDate: 'notDay', stage: 'choose' },
    entered: { givenName: 'Izdomāts', label: 'Garais no Liepājas' },
  })
})

test('a place of custody that does not exist is refused, not stored', async () => {
  const { app, cookie } = await caseworkerFixture()
  const { status, body } = await answerOf(
    action(asked(app, '/casework/people/new', { cookie, form: { ...TYPED, custodyPlaceId: "' or 1=1 --" } })),
  )
  expect(status).toBe(422)
  expect(body).toMatchObject({ problems: { custodyPlaceId: 'choose' } })
})

test('over-long and repeated values never break the page', async () => {
  const { app, cookie } = await caseworkerFixture()
  const form = { ...TYPED, label: 'ā'.repeat(5000), givenName: ['Viens', 'Divi'], phone: '<script>alert(1)</script>' }
  const { status, body } = await answerOf(action(asked(app, '/casework/people/new', { cookie, form })))
  expect(status).toBe(422)
  expect(body).toMatchObject({ problems: { label: 'tooLong?count=60', phone: 'notPhone' } })
})

test('a place of custody that has closed is no choice for somebody new', async () => {
  const { app, cookie } = await caseworkerFixture()
  await app.store.write(async (tx) =>
    tx.insert(tables.custodyPlace).values([
      { id: 'open', name: 'Izdomātā iestāde', municipality: 'liepaja', regime: 'closed' },
      { id: 'shut', name: 'Slēgtā izdomātā iestāde', municipality: 'jelgava', regime: 'closed', closedOn: '2026-06-30' },
    ]),
  )
  const { body } = await answerOf(loader(asked(app, '/casework/people/new', { cookie })))
  expect(body).toEqual({ custody: [{ id: 'open', name: 'Izdomātā iestāde', regime: 'closed' }] })
})

test('nobody who is not signed in sees the people', async () => {
  const { app } = await caseworkerFixture()
  const answer = await answerOf(peopleLoader(asked(app, '/casework')))
  expect(answer).toMatchObject({ status: 302, location: '/sign-in?to=%2Fcasework' })
})

test('a person who signs in as a candidate does not see the people', async () => {
  const { app, actor } = await caseworkerFixture()
  const person = await aCandidate(app.store, { organisationId: actor.organisationId, caseworkerId: actor.membershipId })

  const answer = await answerOf(peopleLoader(asked(app, '/casework', { cookie: await cookieOf(app, { candidateId: person.id }) })))
  expect(answer.status).toBe(403)
})

function identity() {
  return { givenName: 'Anna', familyName: 'Paraugs', personalCode: null, birthDate: null, phone: null, email: null, address: null }
}
