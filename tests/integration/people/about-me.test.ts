// A person sees what is held, says what is wrong in it, and leaves.
import { beforeAll, expect, test } from 'vitest'
import { answerOf, asked, cookieOf, NOW } from '#tests/support/app.ts'
import { aDesk, anOffer, fromPhone, type Desk } from '#tests/support/proposals/candidate-desk.ts'
import { aVacancyRow } from '#tests/support/rows.ts'
import { eq } from 'drizzle-orm'
import { registerAllMessages } from '#app/i18n/all.ts'
import { action, loader } from '#app/routes/candidate/about.tsx'
import { closeCorrection, listCorrections, openIdentity } from '#db/people/people.ts'
import { findEmployerProposal } from '#db/proposals/employer-questions.ts'
import * as tables from '#db/schema/index.ts'

beforeAll(registerAllMessages)

const about = async (desk: Desk) => (await loader(fromPhone(desk.phone, '/me/about'))).file
const send = (desk: Desk, form: Record<string, string>) => answerOf(action(fromPhone(desk.phone, '/me/about', { form })))
const said = (desk: Desk) => listCorrections(desk.store, desk.app.master, desk.caseworker, desk.person.id)

test('everything that is held is there: who the person is, what they can do, what is in order, and the rest', async () => {
  const desk = await aDesk({ open: { skills: ['zāģēt'] }, restricted: { families: ['property'], supervision: 'none' } })
  await desk.store.write((tx) =>
    tx.insert(tables.readiness).values({ candidateId: desk.person.id, item: 'bank_account', state: 'needed', who: 'Zane', updatedAt: NOW }),
  )
  expect(await about(desk)).toMatchObject({
    code: desk.person.code,
    identity: { givenName: 'Jānis', address: 'Parauga iela 1, Liepāja' },
    profile: { skills: ['zāģēt'] },
    readiness: [{ item: 'bank_account', state: 'needed', who: 'Zane' }],
    more: { stage: 'released', organisation: desk.office.name, record: { families: ['property'], supervision: 'none' } },
    caseworker: { name: 'Zane Paraugs' },
  })
})

test('opening it is written down, as the person themself', async () => {
  const desk = await aDesk()
  await about(desk)
  const log = await desk.store.read((db) => db.select().from(tables.accessLog))
  expect(log.map(({ subject, purpose, membershipId, at }) => [subject, purpose, membershipId, at])).toEqual([
    ['identity', 'self', null, NOW],
    ['restricted_record', 'self', null, NOW],
  ])
})

test('who else looked is told by role and time, never by name', async () => {
  const desk = await aDesk()
  await openIdentity(desk.store, desk.app.master, desk.caseworker, desk.person.id, NOW)
  const { id } = await anOffer(desk, 'named')
  await findEmployerProposal(desk.store, desk.app.master, desk.employerActor, id, NOW + 1)
  const { looks } = await about(desk)
  expect(looks).toEqual([
    { at: NOW + 1, subject: 'identity', purpose: 'employer_named', role: 'employer' },
    { at: NOW, subject: 'identity', purpose: 'casework', role: 'caseworker' },
  ])
})

test('every yes is there with whom it told what', async () => {
  const desk = await aDesk()
  await anOffer(desk, 'named')
  const { consents } = await about(desk)
  expect(consents.map(({ employerName, discloses, answer }) => [employerName, discloses.length, answer])).toEqual([
    [desk.employer.name, 3, 'yes'],
    [desk.employer.name, 8, 'yes'],
  ])
})

test('a person who was erased finds that the identity is gone', async () => {
  const desk = await aDesk()
  await desk.store.write((tx) => tx.delete(tables.vaultKey).where(eq(tables.vaultKey.candidateId, desk.person.id)))
  expect(await about(desk)).toMatchObject({ identity: null, more: { record: null, label: '' }, corrections: [] })
})

test('"this is wrong" reaches the caseworker, is sealed, and can be followed until it is seen to', async () => {
  const desk = await aDesk()
  expect((await send(desk, { form: 'wrong', text: 'Mans tālrunis ir cits.' })).location).toBe('/me/about#wrong')
  const [sent] = await said(desk)
  expect(sent?.text).toBe('Mans tālrunis ir cits.')
  const rows = await desk.store.read((db) => db.select().from(tables.correction))
  expect(JSON.stringify(rows)).not.toContain('tālrunis')
  await closeCorrection(desk.store, desk.caseworker, desk.person.id, sent?.id ?? '', NOW)
  expect((await about(desk)).corrections).toMatchObject([{ text: 'Mans tālrunis ir cits.', state: 'done', doneAt: NOW }])
})

test('the same words pressed twice are sent once; empty ones not at all', async () => {
  const desk = await aDesk()
  await send(desk, { form: 'wrong', text: 'Adrese nav pareiza.' })
  await send(desk, { form: 'wrong', text: 'Adrese nav pareiza.' })
  expect((await send(desk, { form: 'wrong', text: '' })).body).toMatchObject({ problems: { text: 'required' } })
  expect(await said(desk)).toHaveLength(1)
})

test('leaving withdraws everything under way at once, closes the name, and tells the caseworker', async () => {
  const desk = await aDesk()
  const named = await anOffer(desk, 'named')
  await anOffer(desk, 'asked', { vacancyId: (await aVacancyRow(desk.store, { employerId: desk.employer.id })).id })
  expect((await send(desk, { form: 'leave', sure: 'on' })).status).toBe(303)
  const rows = await desk.store.read((db) => db.select({ state: tables.proposal.state }).from(tables.proposal))
  expect(rows.map(({ state }) => state)).toEqual(['withdrawn', 'withdrawn'])
  expect((await findEmployerProposal(desk.store, desk.app.master, desk.employerActor, named.id, NOW))?.person).toBeNull()
  const { consents } = await about(desk)
  expect(consents.map(({ withdrawnAt }) => withdrawnAt)).toEqual([NOW, NOW])
  expect((await said(desk)).map(({ text }) => text)).toEqual([
    'Es vairs negribu piedalīties. Lūdzu, pārtrauciet meklēt man darbu un sazinieties ar mani par manu datu dzēšanu.',
  ])
})

test('leaving without ticking that one is sure changes nothing', async () => {
  const desk = await aDesk()
  await anOffer(desk, 'sent')
  expect((await send(desk, { form: 'leave' })).body).toMatchObject({ problems: { sure: 'required' } })
  expect(await said(desk)).toEqual([])
})

test('a job that has started is not touched by leaving', async () => {
  const desk = await aDesk()
  await anOffer(desk, 'started', { startOn: '2026-11-01' })
  await send(desk, { form: 'leave', sure: 'on' })
  const rows = await desk.store.read((db) => db.select({ state: tables.proposal.state }).from(tables.proposal))
  expect(rows).toEqual([{ state: 'started' }])
})

test('an employer and a caseworker may not open it, and nothing is written down as if the person had', async () => {
  const desk = await aDesk()
  const cookies = await Promise.all([desk.boss, desk.helper].map(({ membershipId }) => cookieOf(desk.app, { membershipId })))
  const statuses = await Promise.all(
    cookies.map(async (cookie) => (await answerOf(loader(asked(desk.app, '/me/about', { cookie })))).status),
  )
  expect(statuses).toEqual([403, 403])
  expect(await desk.store.read((db) => db.select().from(tables.accessLog))).toEqual([])
})
