// Offers on a phone: what is seen, and what is answered.
import { describe, expect, test } from 'vitest'
import { answerOf, asked, cookieOf, NOW } from '#tests/support/app.ts'
import { candidateFixture, anAskedProposal, DAY, fromPhone, type CandidateFixture } from '#tests/support/proposals/candidate-fixture.ts'
import { aCandidate, aVacancyRow } from '#tests/support/rows.ts'
import { NAME_DISCLOSES } from '#app/domain/proposals/anonymity.ts'
import { eq } from 'drizzle-orm'
import { action as answer, loader as proposal } from '#app/routes/candidate/proposal.tsx'
import { loader as proposals } from '#app/routes/candidate/proposals.tsx'
import { answerQuestion } from '#db/proposals/questions.ts'
import { findCandidateProposal } from '#db/proposals/candidate-proposals.ts'
import { findEmployerProposal } from '#db/proposals/employer-proposals.ts'
import * as tables from '#db/schema/index.ts'

const open = (fixture: CandidateFixture, id: string) => proposal(fromPhone(fixture.phone, `/me/proposals/${id}`, { params: { id } }))
const press = (fixture: CandidateFixture, id: string, form: Record<string, string>) =>
  answerOf(answer(fromPhone(fixture.phone, `/me/proposals/${id}`, { params: { id }, form })))
const stateOf = async ({ store, app, person }: CandidateFixture, id: string) =>
  (await findCandidateProposal(store, app.master, { kind: 'candidate', candidateId: person.id }, id))?.state
const groupsOf = async (fixture: CandidateFixture) => {
  const { groups } = await proposals(fromPhone(fixture.phone, '/me'))
  return groups.map(({ group, lines }) => [group, lines.map(({ state }) => state)])
}

describe('what a person sees', () => {
  test('what waits stands first, then what goes on, then what is over', async () => {
    const fixture = await candidateFixture()
    const another = () => aVacancyRow(fixture.store, { employerId: fixture.employer.id })
    await anAskedProposal(fixture, 'withdrawn')
    await anAskedProposal(fixture, 'sent', { vacancyId: (await another()).id })
    await anAskedProposal(fixture, 'asked', { vacancyId: (await another()).id })
    expect(await groupsOf(fixture)).toEqual([
      ['waiting', ['asked']],
      ['ongoing', ['sent']],
      ['over', ['withdrawn']],
    ])
  })

  test('a question whose time has passed does not wait for an answer any more', async () => {
    const fixture = await candidateFixture()
    await anAskedProposal(fixture, 'asked', { deadlineAt: NOW - 1 })
    expect(await groupsOf(fixture)).toEqual([
      ['waiting', []],
      ['ongoing', ['asked']],
      ['over', []],
    ])
  })

  test('how far the job is, is said from the town the person would travel from', async () => {
    const travelFrom = { municipality: 'ventspils', place: 'Ventspils', coordinates: { lat: 57.39, lon: 21.56 } }
    const fixture = await candidateFixture({ open: { travelFrom } })
    await anAskedProposal(fixture, 'asked')
    const { groups } = await proposals(fromPhone(fixture.phone, '/me'))
    expect(groups[0]?.lines[0]?.km).toBe(104)
  })

  test('a draft is unseen: not in the list, not at its address, and not to be answered', async () => {
    const fixture = await candidateFixture()
    const draft = await anAskedProposal(fixture, 'draft')
    expect(await groupsOf(fixture)).toEqual([
      ['waiting', []],
      ['ongoing', []],
      ['over', []],
    ])
    expect((await answerOf(open(fixture, draft.id))).status).toBe(404)
    expect((await press(fixture, draft.id, { form: 'withdraw', version: '1' })).status).toBe(404)
    expect((await press(fixture, draft.id, { form: 'ask_question', question: 'Kas tas ir?' })).status).toBe(404)
  })

  test("somebody else's offer is not there, and cannot be answered", async () => {
    const fixture = await candidateFixture()
    const { id } = await anAskedProposal(fixture, 'asked')
    const other = await aCandidate(fixture.store, { organisationId: fixture.office.id, caseworkerId: fixture.helper.membershipId })
    const stranger = { ...fixture, phone: { ...fixture.phone, cookie: await cookieOf(fixture.app, { candidateId: other.id }) } }
    expect((await answerOf(open(stranger, id))).status).toBe(404)
    expect((await press(stranger, id, { form: 'consent', version: '1' })).status).toBe(404)
    expect(await stateOf(fixture, id)).toBe('asked')
  })

  test('before the first yes the page lists all that will be told', async () => {
    const fixture = await candidateFixture()
    const { id } = await anAskedProposal(fixture, 'asked')
    expect(await open(fixture, id)).toMatchObject({
      question: 'share',
      discloses: ['code', 'start', 'travel', 'work.4321'],
      told: { shown: { shifts: [], travel: 'open' }, toDiscuss: ['distance'] },
    })
  })

  test('before being named the page lists it again: name, phone, e-mail', async () => {
    const fixture = await candidateFixture()
    const { id } = await anAskedProposal(fixture, 'interested')
    expect(await open(fixture, id)).toMatchObject({ question: 'name', discloses: [...NAME_DISCLOSES], told: null })
  })
})

describe('what a person answers', () => {
  test('yes is kept with exactly what it tells, given by the person on the screen', async () => {
    const fixture = await candidateFixture()
    const { id } = await anAskedProposal(fixture, 'asked')
    expect((await press(fixture, id, { form: 'consent', version: '1' })).location).toBe(`/me/proposals/${id}`)
    expect(await stateOf(fixture, id)).toBe('consented')
    const given = await fixture.store.read((db) => db.select().from(tables.consent).where(eq(tables.consent.proposalId, id)))
    expect(given).toMatchObject([
      { answer: 'yes', answeredBy: 'candidate', channel: 'screen', discloses: ['code', 'start', 'travel', 'work.4321'] },
    ])
  })

  test('no needs no reason, and may have one', async () => {
    const fixture = await candidateFixture()
    const { id } = await anAskedProposal(fixture, 'asked')
    const other = await anAskedProposal(fixture, 'asked', {
      vacancyId: (await aVacancyRow(fixture.store, { employerId: fixture.employer.id })).id,
    })
    expect((await press(fixture, id, { form: 'decline', version: '1', reason: '' })).status).toBe(303)
    expect((await press(fixture, other.id, { form: 'decline', version: '1', reason: 'distance' })).status).toBe(303)
    expect([await stateOf(fixture, id), await stateOf(fixture, other.id)]).toEqual(['declined_by_candidate', 'declined_by_candidate'])
  })

  test('the button is the answer: "no" with a yes smuggled into the form stays no', async () => {
    const fixture = await candidateFixture()
    const { id } = await anAskedProposal(fixture, 'asked')
    await press(fixture, id, { form: 'decline', version: '1', answer: 'yes' })
    expect(await stateOf(fixture, id)).toBe('declined_by_candidate')
  })

  test('a yes pressed twice is one yes, and the second press shows the same page', async () => {
    const fixture = await candidateFixture()
    const { id } = await anAskedProposal(fixture, 'asked')
    const both = await Promise.all([
      press(fixture, id, { form: 'consent', version: '1' }),
      press(fixture, id, { form: 'consent', version: '1' }),
    ])
    expect(both.map(({ status }) => status)).toEqual([303, 303])
    const log = await fixture.store.read((db) => db.select().from(tables.proposalEvent).where(eq(tables.proposalEvent.proposalId, id)))
    expect(log).toHaveLength(1)
  })

  test('a yes after the deadline tells nobody anything, and says that it came too late', async () => {
    const fixture = await candidateFixture()
    const { id } = await anAskedProposal(fixture, 'asked', { deadlineAt: NOW - 1 })
    const { status, body } = await press(fixture, id, { form: 'consent', version: '1' })
    expect([status, body]).toMatchObject([422, { problems: { form: 'answerTooLate' } }])
    expect(await stateOf(fixture, id)).toBe('asked')
    expect(await open(fixture, id)).toMatchObject({ question: null, canWithdraw: true })
  })

  test('a yes to an offer that was taken back meanwhile is told that something changed', async () => {
    const fixture = await candidateFixture()
    const { id } = await anAskedProposal(fixture, 'withdrawn', { version: 2 })
    expect((await press(fixture, id, { form: 'consent', version: '1' })).body).toMatchObject({ problems: { form: 'stale' } })
  })

  test('yes to being named opens the name to this employer alone', async () => {
    const fixture = await candidateFixture()
    const { id } = await anAskedProposal(fixture, 'interested')
    const seen = () => findEmployerProposal(fixture.store, fixture.app.master, fixture.employerActor, id, NOW)
    expect((await seen())?.person).toBeNull()
    await press(fixture, id, { form: 'name', version: '1' })
    expect((await seen())?.person).toMatchObject({ givenName: 'Jānis', familyName: 'Paraugs' })
  })

  test('no to being named ends it, and the name was never seen', async () => {
    const fixture = await candidateFixture()
    const { id } = await anAskedProposal(fixture, 'interested')
    await press(fixture, id, { form: 'decline', version: '1' })
    expect(await stateOf(fixture, id)).toBe('declined_by_candidate')
    expect((await findEmployerProposal(fixture.store, fixture.app.master, fixture.employerActor, id, NOW))?.person).toBeNull()
  })

  test('an offered job is taken, or turned down with a reason', async () => {
    const fixture = await candidateFixture()
    const taken = await anAskedProposal(fixture, 'offered')
    const turned = await anAskedProposal(fixture, 'offered', {
      vacancyId: (await aVacancyRow(fixture.store, { employerId: fixture.employer.id })).id,
    })
    expect(await open(fixture, taken.id)).toMatchObject({ question: 'job', discloses: null })
    await press(fixture, taken.id, { form: 'accept', version: '1' })
    await press(fixture, turned.id, { form: 'turn_down', version: '1', reason: 'pay' })
    expect([await stateOf(fixture, taken.id), await stateOf(fixture, turned.id)]).toEqual(['accepted', 'declined_by_candidate'])
  })

  test('withdrawing closes the name for the employer at once, and says when the yes was taken back', async () => {
    const fixture = await candidateFixture()
    const { id } = await anAskedProposal(fixture, 'interview')
    const seen = () => findEmployerProposal(fixture.store, fixture.app.master, fixture.employerActor, id, NOW)
    expect((await seen())?.person).not.toBeNull()
    expect((await press(fixture, id, { form: 'withdraw', version: '1' })).status).toBe(303)
    expect((await seen())?.person).toBeNull()
    const after = await open(fixture, id)
    expect(after.proposal.consents.map(({ withdrawnAt }) => withdrawnAt)).toEqual([NOW, NOW])
  })

  test('a form that is none of ours changes nothing', async () => {
    const fixture = await candidateFixture()
    const { id } = await anAskedProposal(fixture, 'asked')
    expect((await press(fixture, id, { form: 'start', version: '1' })).status).toBe(404)
    expect((await press(fixture, id, { form: 'decline', version: '1', reason: 'made up' })).status).toBe(422)
    expect(await stateOf(fixture, id)).toBe('asked')
  })
})

describe('what a person asks', () => {
  test('a question goes to the caseworker, the answer comes back here, and the offer waits as before', async () => {
    const fixture = await candidateFixture()
    const { id } = await anAskedProposal(fixture, 'asked')
    expect((await press(fixture, id, { form: 'ask_question', question: 'Vai ir kopmītne?' })).status).toBe(303)
    const [asked] = (await open(fixture, id)).proposal.questions
    expect(asked).toMatchObject({ question: 'Vai ir kopmītne?', answer: null })
    await answerQuestion(fixture.store, fixture.app.master, fixture.caseworker, { id, questionId: asked?.id ?? '', answer: 'Jā, ir.' }, NOW)
    expect((await open(fixture, id)).proposal).toMatchObject({ state: 'asked', questions: [{ answer: 'Jā, ir.' }] })
  })

  test('a question with a personal code is sent back', async () => {
    const fixture = await candidateFixture()
    const { id } = await anAskedProposal(fixture, 'asked')
    expect((await press(fixture, id, { form: 'ask_question', question: 'Mans kods 010190-12345?' })).body).toMatchObject({
      problems: { question: 'personalCodeInText' },
    })
  })

  test('an empty question is sent back, a question about what is over is not taken', async () => {
    const fixture = await candidateFixture()
    const live = await anAskedProposal(fixture, 'asked')
    const over = await anAskedProposal(fixture, 'withdrawn')
    expect((await press(fixture, live.id, { form: 'ask_question', question: ' ' })).body).toMatchObject({
      problems: { question: 'required' },
    })
    expect((await press(fixture, over.id, { form: 'ask_question', question: 'Kāpēc?' })).body).toMatchObject({
      problems: { form: 'notAllowedNow' },
    })
  })
})

describe('who may open these pages', () => {
  test('an employer and a caseworker may not, and a visitor is asked to come in', async () => {
    const fixture = await candidateFixture()
    const boss = await cookieOf(fixture.app, { membershipId: fixture.boss.membershipId })
    const helper = await cookieOf(fixture.app, { membershipId: fixture.helper.membershipId })
    const statuses = await Promise.all(
      [boss, helper].map(async (cookie) => (await answerOf(proposals(asked(fixture.app, '/me', { cookie })))).status),
    )
    expect(statuses).toEqual([403, 403])
    expect((await answerOf(proposals(asked(fixture.app, '/me')))).location).toBe('/me/sign-in')
  })

  test('a phone that was left lying is signed out after an hour', async () => {
    const fixture = await candidateFixture()
    fixture.app.clock.now = NOW + DAY / 24
    expect((await answerOf(proposals(fromPhone(fixture.phone, '/me')))).location).toBe('/me/sign-in')
  })
})
