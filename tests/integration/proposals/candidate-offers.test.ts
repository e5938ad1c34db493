// Offers on a phone: what is seen, and what is answered.
import { describe, expect, test } from 'vitest'
import { answerOf, asked, cookieOf, NOW } from '#tests/support/app.ts'
import { aDesk, anOffer, DAY, fromPhone, type Desk } from '#tests/support/proposals/candidate-desk.ts'
import { aCandidate, aVacancyRow } from '#tests/support/rows.ts'
import { NAME_DISCLOSES, SHARE_DISCLOSES } from '#app/domain/proposals/anonymity.ts'
import { eq } from 'drizzle-orm'
import { action as answer, loader as offer } from '#app/routes/candidate/offer.tsx'
import { loader as offers } from '#app/routes/candidate/offers.tsx'
import { answerQuestion } from '#db/proposals/questions.ts'
import { findOffer } from '#db/proposals/candidate-questions.ts'
import { findEmployerProposal } from '#db/proposals/employer-questions.ts'
import * as tables from '#db/schema/index.ts'

const open = (desk: Desk, id: string) => offer(fromPhone(desk.phone, `/me/offers/${id}`, { params: { id } }))
const press = (desk: Desk, id: string, form: Record<string, string>) =>
  answerOf(answer(fromPhone(desk.phone, `/me/offers/${id}`, { params: { id }, form })))
const stateOf = async ({ store, app, person }: Desk, id: string) =>
  (await findOffer(store, app.master, { kind: 'candidate', candidateId: person.id }, id))?.state
const groupsOf = async (desk: Desk) => {
  const { groups } = await offers(fromPhone(desk.phone, '/me'))
  return groups.map(({ group, lines }) => [group, lines.map(({ state }) => state)])
}

describe('what a person sees', () => {
  test('what waits stands first, then what goes on, then what is over', async () => {
    const desk = await aDesk()
    const another = () => aVacancyRow(desk.store, { employerId: desk.employer.id })
    await anOffer(desk, 'withdrawn')
    await anOffer(desk, 'sent', { vacancyId: (await another()).id })
    await anOffer(desk, 'asked', { vacancyId: (await another()).id })
    expect(await groupsOf(desk)).toEqual([
      ['waiting', ['asked']],
      ['ongoing', ['sent']],
      ['over', ['withdrawn']],
    ])
  })

  test('a question whose time has passed does not wait for an answer any more', async () => {
    const desk = await aDesk()
    await anOffer(desk, 'asked', { deadlineAt: NOW - 1 })
    expect(await groupsOf(desk)).toEqual([
      ['waiting', []],
      ['ongoing', ['asked']],
      ['over', []],
    ])
  })

  test('how far the job is, is said from the town the person would travel from', async () => {
    const travelFrom = { municipality: 'ventspils', place: 'Ventspils', spot: { lat: 57.39, lon: 21.56 } }
    const desk = await aDesk({ open: { travelFrom } })
    await anOffer(desk, 'asked')
    const { groups } = await offers(fromPhone(desk.phone, '/me'))
    expect(groups[0]?.lines[0]?.km).toBe(104)
  })

  test('a draft is unseen: not in the list, not at its address, and not to be answered', async () => {
    const desk = await aDesk()
    const draft = await anOffer(desk, 'draft')
    expect(await groupsOf(desk)).toEqual([
      ['waiting', []],
      ['ongoing', []],
      ['over', []],
    ])
    expect((await answerOf(open(desk, draft.id))).status).toBe(404)
    expect((await press(desk, draft.id, { form: 'withdraw', version: '1' })).status).toBe(404)
    expect((await press(desk, draft.id, { form: 'ask_question', question: 'Kas tas ir?' })).status).toBe(404)
  })

  test("somebody else's offer is not there, and cannot be answered", async () => {
    const desk = await aDesk()
    const { id } = await anOffer(desk, 'asked')
    const other = await aCandidate(desk.store, { organisationId: desk.office.id, caseworkerId: desk.helper.membershipId })
    const stranger = { ...desk, phone: { ...desk.phone, cookie: await cookieOf(desk.app, { candidateId: other.id }) } }
    expect((await answerOf(open(stranger, id))).status).toBe(404)
    expect((await press(stranger, id, { form: 'consent', version: '1' })).status).toBe(404)
    expect(await stateOf(desk, id)).toBe('asked')
  })

  test('before the first yes the page lists all that will be told', async () => {
    const desk = await aDesk()
    const { id } = await anOffer(desk, 'asked')
    expect(await open(desk, id)).toMatchObject({ question: 'share', discloses: [...SHARE_DISCLOSES], shown: { code: desk.person.code } })
  })

  test('before being named the page lists it again: name, phone, e-mail', async () => {
    const desk = await aDesk()
    const { id } = await anOffer(desk, 'interested')
    expect(await open(desk, id)).toMatchObject({ question: 'name', discloses: [...NAME_DISCLOSES], shown: null })
  })
})

describe('what a person answers', () => {
  test('yes is kept with exactly what it tells, given by the person on the screen', async () => {
    const desk = await aDesk()
    const { id } = await anOffer(desk, 'asked')
    expect((await press(desk, id, { form: 'consent', version: '1' })).location).toBe(`/me/offers/${id}`)
    expect(await stateOf(desk, id)).toBe('consented')
    const given = await desk.store.read((db) => db.select().from(tables.consent).where(eq(tables.consent.proposalId, id)))
    expect(given).toMatchObject([{ answer: 'yes', answeredBy: 'candidate', channel: 'screen', discloses: [...SHARE_DISCLOSES] }])
  })

  test('no needs no reason, and may have one', async () => {
    const desk = await aDesk()
    const { id } = await anOffer(desk, 'asked')
    const other = await anOffer(desk, 'asked', { vacancyId: (await aVacancyRow(desk.store, { employerId: desk.employer.id })).id })
    expect((await press(desk, id, { form: 'decline', version: '1', reason: '' })).status).toBe(303)
    expect((await press(desk, other.id, { form: 'decline', version: '1', reason: 'distance' })).status).toBe(303)
    expect([await stateOf(desk, id), await stateOf(desk, other.id)]).toEqual(['declined_by_candidate', 'declined_by_candidate'])
  })

  test('the button is the answer: "no" with a yes smuggled into the form stays no', async () => {
    const desk = await aDesk()
    const { id } = await anOffer(desk, 'asked')
    await press(desk, id, { form: 'decline', version: '1', answer: 'yes' })
    expect(await stateOf(desk, id)).toBe('declined_by_candidate')
  })

  test('a yes pressed twice is one yes, and the second press shows the same page', async () => {
    const desk = await aDesk()
    const { id } = await anOffer(desk, 'asked')
    const both = await Promise.all([press(desk, id, { form: 'consent', version: '1' }), press(desk, id, { form: 'consent', version: '1' })])
    expect(both.map(({ status }) => status)).toEqual([303, 303])
    const log = await desk.store.read((db) => db.select().from(tables.proposalEvent).where(eq(tables.proposalEvent.proposalId, id)))
    expect(log).toHaveLength(1)
  })

  test('a yes after the deadline tells nobody anything, and says that it came too late', async () => {
    const desk = await aDesk()
    const { id } = await anOffer(desk, 'asked', { deadlineAt: NOW - 1 })
    const { status, body } = await press(desk, id, { form: 'consent', version: '1' })
    expect([status, body]).toMatchObject([422, { problems: { form: 'answerTooLate' } }])
    expect(await stateOf(desk, id)).toBe('asked')
    expect(await open(desk, id)).toMatchObject({ question: null, canWithdraw: true })
  })

  test('a yes to an offer that was taken back meanwhile is told that something changed', async () => {
    const desk = await aDesk()
    const { id } = await anOffer(desk, 'withdrawn', { version: 2 })
    expect((await press(desk, id, { form: 'consent', version: '1' })).body).toMatchObject({ problems: { form: 'stale' } })
  })

  test('yes to being named opens the name to this employer alone', async () => {
    const desk = await aDesk()
    const { id } = await anOffer(desk, 'interested')
    const seen = () => findEmployerProposal(desk.store, desk.app.master, desk.employerActor, id, NOW)
    expect((await seen())?.person).toBeNull()
    await press(desk, id, { form: 'name', version: '1' })
    expect((await seen())?.person).toMatchObject({ givenName: 'Jānis', familyName: 'Paraugs' })
  })

  test('no to being named ends it, and the name was never seen', async () => {
    const desk = await aDesk()
    const { id } = await anOffer(desk, 'interested')
    await press(desk, id, { form: 'decline', version: '1' })
    expect(await stateOf(desk, id)).toBe('declined_by_candidate')
    expect((await findEmployerProposal(desk.store, desk.app.master, desk.employerActor, id, NOW))?.person).toBeNull()
  })

  test('an offered job is taken, or turned down with a reason', async () => {
    const desk = await aDesk()
    const taken = await anOffer(desk, 'offered')
    const turned = await anOffer(desk, 'offered', { vacancyId: (await aVacancyRow(desk.store, { employerId: desk.employer.id })).id })
    expect(await open(desk, taken.id)).toMatchObject({ question: 'job', discloses: null })
    await press(desk, taken.id, { form: 'accept', version: '1' })
    await press(desk, turned.id, { form: 'turn_down', version: '1', reason: 'pay' })
    expect([await stateOf(desk, taken.id), await stateOf(desk, turned.id)]).toEqual(['accepted', 'declined_by_candidate'])
  })

  test('withdrawing closes the name for the employer at once, and says when the yes was taken back', async () => {
    const desk = await aDesk()
    const { id } = await anOffer(desk, 'interview')
    const seen = () => findEmployerProposal(desk.store, desk.app.master, desk.employerActor, id, NOW)
    expect((await seen())?.person).not.toBeNull()
    expect((await press(desk, id, { form: 'withdraw', version: '1' })).status).toBe(303)
    expect((await seen())?.person).toBeNull()
    const after = await open(desk, id)
    expect(after.offer.consents.map(({ withdrawnAt }) => withdrawnAt)).toEqual([NOW, NOW])
  })

  test('a form that is none of ours changes nothing', async () => {
    const desk = await aDesk()
    const { id } = await anOffer(desk, 'asked')
    expect((await press(desk, id, { form: 'start', version: '1' })).status).toBe(404)
    expect((await press(desk, id, { form: 'decline', version: '1', reason: 'made up' })).status).toBe(422)
    expect(await stateOf(desk, id)).toBe('asked')
  })
})

describe('what a person asks', () => {
  test('a question goes to the caseworker, the answer comes back here, and the offer waits as before', async () => {
    const desk = await aDesk()
    const { id } = await anOffer(desk, 'asked')
    expect((await press(desk, id, { form: 'ask_question', question: 'Vai ir kopmītne?' })).status).toBe(303)
    const [asked] = (await open(desk, id)).offer.questions
    expect(asked).toMatchObject({ question: 'Vai ir kopmītne?', answer: null })
    await answerQuestion(desk.store, desk.app.master, desk.caseworker, { id, questionId: asked?.id ?? '', answer: 'Jā, ir.' }, NOW)
    expect((await open(desk, id)).offer).toMatchObject({ state: 'asked', questions: [{ answer: 'Jā, ir.' }] })
  })

  test('an empty question is sent back, a question about what is over is not taken', async () => {
    const desk = await aDesk()
    const live = await anOffer(desk, 'asked')
    const over = await anOffer(desk, 'withdrawn')
    expect((await press(desk, live.id, { form: 'ask_question', question: ' ' })).body).toMatchObject({ problems: { question: 'required' } })
    expect((await press(desk, over.id, { form: 'ask_question', question: 'Kāpēc?' })).body).toMatchObject({
      problems: { form: 'notAllowedNow' },
    })
  })
})

describe('who may open these pages', () => {
  test('an employer and a caseworker may not, and a visitor is asked to come in', async () => {
    const desk = await aDesk()
    const boss = await cookieOf(desk.app, { membershipId: desk.boss.membershipId })
    const helper = await cookieOf(desk.app, { membershipId: desk.helper.membershipId })
    const statuses = await Promise.all(
      [boss, helper].map(async (cookie) => (await answerOf(offers(asked(desk.app, '/me', { cookie })))).status),
    )
    expect(statuses).toEqual([403, 403])
    expect((await answerOf(offers(asked(desk.app, '/me')))).location).toBe('/me/sign-in')
  })

  test('a phone that was left lying is signed out after an hour', async () => {
    const desk = await aDesk()
    desk.app.clock.now = NOW + DAY / 24
    expect((await answerOf(offers(fromPhone(desk.phone, '/me')))).location).toBe('/me/sign-in')
  })
})
