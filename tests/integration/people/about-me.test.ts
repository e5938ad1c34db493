// A person sees what is held, says what is wrong in it, and leaves.
import { beforeAll, expect, test } from 'vitest'
import { answerOf, asked, cookieOf, NOW } from '#tests/support/app.ts'
import { candidateFixture, anAskedProposal, fromPhone, type CandidateFixture } from '#tests/support/proposals/candidate-fixture.ts'
import { aVacancyRow } from '#tests/support/rows.ts'
import { eq } from 'drizzle-orm'
import { registerAllMessages } from '#app/i18n/all.ts'
import { action, loader } from '#app/routes/candidate/about.tsx'
import { EMPTY_RECORD } from '#app/domain/people/candidate.ts'
import { acceptHandover, offerHandover } from '#db/involvement/handover.ts'
import { closeCorrection, listCorrections, makeAccessCard, openIdentity, openRecord, updateReadiness } from '#db/people/people.ts'
import { addCaseworker } from '#tests/support/people/caseworker-fixture.ts'
import { encrypt, openPersonKey } from '#db/people/vault.ts'
import { findEmployerProposal } from '#db/proposals/employer-proposals.ts'
import * as tables from '#db/schema/index.ts'

beforeAll(registerAllMessages)

const about = async (fixture: CandidateFixture) => (await loader(fromPhone(fixture.phone, '/me/about'))).file
const send = (fixture: CandidateFixture, form: Record<string, string>) => answerOf(action(fromPhone(fixture.phone, '/me/about', { form })))
const said = (fixture: CandidateFixture) => listCorrections(fixture.store, fixture.app.master, fixture.caseworker, fixture.person.id)

test('everything that is held is there: who the person is, what they can do, what is in order, and the rest', async () => {
  const fixture = await candidateFixture({ open: { skills: ['zāģēt'] }, restricted: { families: ['property'], supervision: 'none' } })
  const items = [{ item: 'bank_account', state: 'needed', who: 'Zane', dueOn: null } as const]
  await updateReadiness(fixture.store, fixture.app.master, fixture.caseworker, fixture.person.id, { version: 1, items }, NOW)
  expect(await about(fixture)).toMatchObject({
    code: fixture.person.code,
    identity: { givenName: 'Jānis', address: 'Parauga iela 1, Liepāja' },
    profile: { skills: ['zāģēt'] },
    readiness: [{ item: 'bank_account', state: 'needed', who: 'Zane' }],
    more: {
      stage: 'looking',
      organisations: [{ name: fixture.office.name, role: 'leads', until: null }],
      record: { families: ['property'], supervision: 'none' },
    },
    caseworker: { name: 'Zane Paraugs' },
  })
})

test('a record from before some of its fields existed is shown whole: of those fields nothing is known', async () => {
  const fixture = await candidateFixture()
  const { store, app, person } = fixture
  const { lastYears: _, noCustody: __, ...old } = { ...EMPTY_RECORD, families: ['property'] }
  await store.write(async (tx) => {
    const [held] = await tx.select().from(tables.vaultKey).where(eq(tables.vaultKey.candidateId, person.id))
    const content = encrypt(openPersonKey(app.master, person.id, held?.wrapped ?? ''), `record:${person.id}`, JSON.stringify(old))
    await tx.update(tables.restrictedRecord).set({ content }).where(eq(tables.restrictedRecord.candidateId, person.id))
  })
  expect((await about(fixture)).more?.record).toEqual({ ...EMPTY_RECORD, families: ['property'] })
  expect((await openRecord(store, app.master, fixture.caseworker, person.id, NOW))?.record).toEqual({
    ...EMPTY_RECORD,
    families: ['property'],
  })
})

test('opening it is written down, as the person themself', async () => {
  const fixture = await candidateFixture()
  await about(fixture)
  const log = await fixture.store.read((db) => db.select().from(tables.accessLog))
  expect(log.map(({ subject, purpose, membershipId, at }) => [subject, purpose, membershipId, at])).toEqual([
    ['identity', 'self', null, NOW],
    ['restricted_record', 'self', null, NOW],
  ])
})

test('who else looked is told by role and time, never by name', async () => {
  const fixture = await candidateFixture()
  await openIdentity(fixture.store, fixture.app.master, fixture.caseworker, fixture.person.id, NOW)
  const { id } = await anAskedProposal(fixture, 'named')
  await findEmployerProposal(fixture.store, fixture.app.master, fixture.employerActor, id, NOW + 1)
  const { looks } = await about(fixture)
  expect(looks).toEqual([
    { at: NOW + 1, subject: 'identity', purpose: 'employer_named', role: 'employer' },
    { at: NOW, subject: 'identity', purpose: 'casework', role: 'caseworker' },
  ])
})

test('every yes is there with whom it told what', async () => {
  const fixture = await candidateFixture()
  await anAskedProposal(fixture, 'named')
  const { consents } = await about(fixture)
  expect(consents.map(({ employerName, discloses, answer }) => [employerName, discloses.length, answer])).toEqual([
    [fixture.employer.name, 3, 'yes'],
    [fixture.employer.name, 4, 'yes'],
  ])
})

test('a person who was erased finds that the identity is gone', async () => {
  const fixture = await candidateFixture()
  await fixture.store.write((tx) => tx.delete(tables.vaultKey).where(eq(tables.vaultKey.candidateId, fixture.person.id)))
  expect(await about(fixture)).toMatchObject({ identity: null, more: { record: null, organisations: [{ label: '' }] }, corrections: [] })
})

test('"this is wrong" reaches the caseworker, is encrypted, and can be followed until it is seen to', async () => {
  const fixture = await candidateFixture()
  expect((await send(fixture, { form: 'wrong', text: 'Mans tālrunis ir cits.' })).location).toBe('/me/about#wrong')
  const [sent] = await said(fixture)
  expect(sent?.text).toBe('Mans tālrunis ir cits.')
  const rows = await fixture.store.read((db) => db.select().from(tables.correction))
  expect(JSON.stringify(rows)).not.toContain('tālrunis')
  await closeCorrection(fixture.store, fixture.caseworker, fixture.person.id, sent?.id ?? '', NOW)
  expect((await about(fixture)).corrections).toMatchObject([{ text: 'Mans tālrunis ir cits.', state: 'done', doneAt: NOW }])
})

test('the same words pressed twice are sent once; empty ones not at all', async () => {
  const fixture = await candidateFixture()
  await send(fixture, { form: 'wrong', text: 'Adrese nav pareiza.' })
  await send(fixture, { form: 'wrong', text: 'Adrese nav pareiza.' })
  expect((await send(fixture, { form: 'wrong', text: '' })).body).toMatchObject({ problems: { text: 'required' } })
  expect(await said(fixture)).toHaveLength(1)
})

test('leaving withdraws everything under way at once, closes the name, and tells the caseworker', async () => {
  const fixture = await candidateFixture()
  const named = await anAskedProposal(fixture, 'named')
  await anAskedProposal(fixture, 'asked', { vacancyId: (await aVacancyRow(fixture.store, { employerId: fixture.employer.id })).id })
  await anAskedProposal(fixture, 'draft', { vacancyId: (await aVacancyRow(fixture.store, { employerId: fixture.employer.id })).id })
  expect((await send(fixture, { form: 'leave', sure: 'on' })).status).toBe(303)
  const rows = await fixture.store.read((db) => db.select({ state: tables.proposal.state }).from(tables.proposal))
  expect(rows.map(({ state }) => state)).toEqual(['withdrawn', 'withdrawn', 'withdrawn'])
  expect((await findEmployerProposal(fixture.store, fixture.app.master, fixture.employerActor, named.id, NOW))?.person).toBeNull()
  const { consents } = await about(fixture)
  expect(consents.map(({ withdrawnAt }) => withdrawnAt)).toEqual([NOW, NOW])
  expect((await said(fixture)).map(({ text }) => text)).toEqual([
    'Es vairs negribu piedalīties. Lūdzu, pārtrauciet meklēt man darbu un sazinieties ar mani.',
  ])
})

test('who asked to be erased reads until when that waits, and the caseworker that it is no mistake in the data', async () => {
  const fixture = await candidateFixture()
  expect((await send(fixture, { form: 'erase', sure: 'on' })).status).toBe(303)
  expect((await about(fixture)).leaving).toEqual({ withdrawal: null, erasure_wish: { askedAt: NOW, dueOn: '2026-11-28' } })
  const [wish] = await said(fixture)
  expect(wish?.says).toBe('erasure_wish')
  await closeCorrection(fixture.store, fixture.caseworker, fixture.person.id, wish?.id ?? '', NOW)
  expect((await about(fixture)).leaving.erasure_wish).toBeNull()
})

test('leaving without ticking that one is sure changes nothing', async () => {
  const fixture = await candidateFixture()
  await anAskedProposal(fixture, 'sent')
  expect((await send(fixture, { form: 'leave' })).body).toMatchObject({ problems: { sure: 'tickFirst' } })
  expect(await said(fixture)).toEqual([])
})

test('a job that has started is not touched by leaving', async () => {
  const fixture = await candidateFixture()
  await anAskedProposal(fixture, 'started', { startOn: '2026-11-01' })
  await send(fixture, { form: 'leave', sure: 'on' })
  const rows = await fixture.store.read((db) => db.select({ state: tables.proposal.state }).from(tables.proposal))
  expect(rows).toEqual([{ state: 'started' }])
})

test('an employer and a caseworker may not open it, and nothing is written down as if the person had', async () => {
  const fixture = await candidateFixture()
  const cookies = await Promise.all([fixture.boss, fixture.helper].map(({ membershipId }) => cookieOf(fixture.app, { membershipId })))
  const statuses = await Promise.all(
    cookies.map(async (cookie) => (await answerOf(loader(asked(fixture.app, '/me/about', { cookie })))).status),
  )
  expect(statuses).toEqual([403, 403])
  expect(await fixture.store.read((db) => db.select().from(tables.accessLog))).toEqual([])
})

test('with a card that an organisation outside public authority made nothing is read that this organisation may not read', async () => {
  const fixture = await candidateFixture({ restricted: { families: ['property'], supervision: 'none' } })
  const { store, app, person, caseworker } = fixture
  const to = await addCaseworker(app, 'ngo')
  await openRecord(store, app.master, caseworker, person.id, NOW)
  const offer = {
    kind: 'handover',
    toOrganisationId: to.actor.organisationId,
    shares: [],
    basis: 'consent',
    basisName: 'Piekrišana',
  } as const
  const offered = await offerHandover(store, app.master, caseworker, person.id, { ...offer, said: 'Teicu.', note: '' }, NOW)
  await acceptHandover(store, to.actor, offered?.ok ? offered.id : '', NOW)
  await makeAccessCard(store, to.actor, person.id, 'hash', NOW)
  const phone = { ...fixture.phone, cookie: await cookieOf(app, { candidateId: person.id }) }
  const { file } = await loader(fromPhone(phone, '/me/about'))
  expect(file).toMatchObject({ more: null, identity: { givenName: 'Jānis' } })
  expect(file.looks.filter(({ subject }) => subject === 'restricted_record')).toEqual([])
})
