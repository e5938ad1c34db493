// The path of a proposal, walked by people through their own pages.
import { asc, eq } from 'drizzle-orm'
import { expect, test } from 'vitest'
import { candidate, consent, followUp, proposalEvent } from '#db/schema/index.ts'
import { NOW } from '#tests/support/app.ts'
import {
  caseworkFixture,
  aStranger,
  byCaseworker,
  byEmployer,
  caseworkPage,
  employerSees,
  later,
  propose,
  rowOf,
  walkTo,
  type CaseworkFixture,
} from '#tests/support/proposals/casework-fixture.ts'
import { situationOf } from '#tests/support/people/situated.ts'

const statesOf = async ({ store }: CaseworkFixture, id: string) =>
  (await store.read((db) => db.select().from(proposalEvent).where(eq(proposalEvent.proposalId, id)).orderBy(asc(proposalEvent.step)))).map(
    (event) => `${event.from}>${event.to} by ${event.party}`,
  )
const consentsOf = async ({ store }: CaseworkFixture, id: string) =>
  store.read((db) => db.select().from(consent).where(eq(consent.proposalId, id)).orderBy(asc(consent.askedAt), asc(consent.kind)))
const stageOf = async ({ store, person }: CaseworkFixture) => (await situationOf(store, person.id)).stage

test('a person without a phone gets from the question to half a year in the job, with the caseworker writing down each answer', async () => {
  const fixture = await caseworkFixture()
  const id = await walkTo(fixture, 'started')
  expect(await stageOf(fixture)).toBe('in_work')
  await later(fixture, Date.parse('2027-01-18T08:00:00Z'))
  await byCaseworker(fixture, id, 'follow_up', { week: '6', outcome: 'in_work', evidence: 'employer_word' })
  await later(fixture, Date.parse('2027-03-08T08:00:00Z'))
  await byCaseworker(fixture, id, 'follow_up', { week: '13', outcome: 'unknown' })
  await later(fixture, Date.parse('2027-06-07T08:00:00Z'))
  expect((await byCaseworker(fixture, id, 'follow_up', { week: '26', outcome: 'in_work', evidence: 'contract_seen' })).status).toBe(303)

  expect(await statesOf(fixture, id)).toEqual([
    'draft>asked by caseworker',
    'asked>consented by caseworker',
    'consented>sent by caseworker',
    'sent>interested by employer',
    'interested>named by caseworker',
    'named>interview by employer',
    'interview>offered by employer',
    'offered>accepted by caseworker',
    'accepted>started by caseworker',
    'started>followed by caseworker',
    'followed>followed by caseworker',
    'followed>followed by caseworker',
    'followed>completed by caseworker',
  ])
  expect((await consentsOf(fixture, id)).map(({ kind, answer, answeredBy, channel }) => ({ kind, answer, answeredBy, channel }))).toEqual([
    { kind: 'name', answer: 'yes', answeredBy: 'caseworker', channel: 'phone' },
    { kind: 'share', answer: 'yes', answeredBy: 'caseworker', channel: 'in_person' },
  ])
  const rows = await fixture.store.read((db) => db.select().from(followUp).where(eq(followUp.proposalId, id)).orderBy(asc(followUp.week)))
  expect(rows.map(({ week, outcome, evidence }) => [week, outcome, evidence])).toEqual([
    [6, 'in_work', 'employer_word'],
    [13, 'unknown', null],
    [26, 'in_work', 'contract_seen'],
  ])
})

test('a draft waits on its page until the person is asked', async () => {
  const fixture = await caseworkFixture()
  const { id } = await propose(fixture, { then: 'draft' })
  expect((await caseworkPage(fixture, id)).body.step).toEqual({ primary: 'ask', quiet: ['withdraw'] })
  expect((await byCaseworker(fixture, id, 'ask', { deadlineDays: '3' })).status).toBe(303)
  expect((await rowOf(fixture, id)).deadlineAt).toBe(Date.parse('2026-11-26T23:59:59.999+02:00'))
})

test('an answer written down must say how it was given', async () => {
  const fixture = await caseworkFixture()
  const id = await walkTo(fixture, 'asked')
  expect(await byCaseworker(fixture, id, 'consent', { answer: 'yes' })).toMatchObject({
    status: 422,
    body: { problems: { channel: 'choose' } },
  })
  expect(await byCaseworker(fixture, id, 'consent', { answer: 'yes', channel: 'screen' })).toMatchObject({ status: 422 })
  expect((await rowOf(fixture, id)).state).toBe('asked')
})

test('a no with its reason ends the offer and is seen by the caseworker', async () => {
  const fixture = await caseworkFixture()
  const id = await walkTo(fixture, 'asked')
  await byCaseworker(fixture, id, 'consent', { answer: 'no', channel: 'paper', reason: 'distance' })
  const { body } = await caseworkPage(fixture, id)
  expect(body.proposal.state).toBe('declined_by_candidate')
  expect(body.proposal.steps.at(-1)).toMatchObject({ party: 'caseworker', reason: 'distance' })
  expect(body.step).toEqual({ primary: null, quiet: [] })
})

test('the caseworker may write down an interview agreed on the phone', async () => {
  const fixture = await caseworkFixture()
  const id = await walkTo(fixture, 'named')
  expect((await byCaseworker(fixture, id, 'interview', { interviewAt: '2026-12-02T14:30', interviewPlace: 'Birojs' })).status).toBe(303)
  expect(await statesOf(fixture, id)).toContain('named>interview by caseworker')
})

test('that a person turned the offered job down the employer learns without why, the caseworker with it, and nobody else at all', async () => {
  const fixture = await caseworkFixture()
  const id = await walkTo(fixture, 'offered')
  await byCaseworker(fixture, id, 'turn_down', { reason: 'pay' })
  const { text } = await employerSees(fixture, id)
  expect(text).toContain('declined_by_candidate')
  expect(text).not.toContain('"pay"')
  expect((await caseworkPage(fixture, id)).body.proposal.steps.at(-1)).toMatchObject({ to: 'declined_by_candidate', reason: 'pay' })
  const stranger = await aStranger(fixture.app)
  expect((await caseworkPage(fixture, id, stranger)).status).toBe(404)
})

test('a follow-up cannot be recorded before its day', async () => {
  const fixture = await caseworkFixture()
  const id = await walkTo(fixture, 'started')
  await later(fixture, Date.parse('2027-01-17T08:00:00Z'))
  expect((await caseworkPage(fixture, id)).body).toMatchObject({
    turn: { week: 6, dueOn: '2027-01-18', due: false },
    step: { primary: null },
  })
  const early = await byCaseworker(fixture, id, 'follow_up', { week: '6', outcome: 'in_work', evidence: 'candidate' })
  expect(early).toMatchObject({ status: 422, body: { problems: { form: 'notAllowedNow' } } })
})

test('a follow-up that finds nobody in work ends the job, and the person waits for work again', async () => {
  const fixture = await caseworkFixture()
  const id = await walkTo(fixture, 'started')
  await later(fixture, Date.parse('2027-01-20T08:00:00Z'))
  const answer = await byCaseworker(fixture, id, 'follow_up', { week: '6', outcome: 'not_in_work', evidence: 'candidate', reason: 'quit' })
  expect(answer.status).toBe(303)
  expect((await rowOf(fixture, id)).state).toBe('ended')
  expect(await stageOf(fixture)).toBe('looking')
  const { store, person, app } = fixture
  expect(await store.read((db) => db.select().from(candidate).where(eq(candidate.id, person.id)))).toMatchObject([
    { activity: 'seeking', waitingSince: app.clock.now },
  ])
})

test('work that never started is written down with its reason', async () => {
  const fixture = await caseworkFixture()
  const id = await walkTo(fixture, 'accepted')
  expect((await byCaseworker(fixture, id, 'not_start')).status).toBe(422)
  expect((await byCaseworker(fixture, id, 'not_start', { reason: 'transport' })).status).toBe(303)
  expect((await rowOf(fixture, id)).state).toBe('not_started')
})

test('withdrawing closes every yes that was given, and the employer no longer sees the name', async () => {
  const fixture = await caseworkFixture()
  const id = await walkTo(fixture, 'named')
  expect((await byCaseworker(fixture, id, 'withdraw', { reason: 'not_ready' })).status).toBe(303)
  expect((await consentsOf(fixture, id)).map(({ withdrawnAt }) => withdrawnAt)).toEqual([NOW, NOW])
  expect((await byEmployer(fixture, id, 'interview', { interviewAt: '2026-12-02T14:30', interviewPlace: 'Birojs' })).status).toBe(422)
})
