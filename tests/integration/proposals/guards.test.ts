// What stops a proposal: two at once, late answers, asking again, vacancies that are gone, one's own employer, nobody to ask.
import { eq } from 'drizzle-orm'
import { expect, test } from 'vitest'
import { closeDue } from '#db/proposals/closing.ts'
import { answerConsent } from '#db/proposals/answer.ts'
import { askQuestion } from '#db/proposals/questions.ts'
import { consent, membership, vacancy } from '#db/schema/index.ts'
import { moveVacancy } from '#db/vacancies/status.ts'
import { NOW } from '#tests/support/app.ts'
import {
  aDesk,
  aStranger,
  byCaseworker,
  byEmployer,
  caseworkPage,
  DAY,
  later,
  propose,
  rowOf,
  walkTo,
} from '#tests/support/proposals/casework-desk.ts'
import { anEmployer, aVacancyRow } from '#tests/support/rows.ts'

test('of a yes on the phone and a no on the screen at the same time one wins, and the other is told that something changed', async () => {
  const desk = await aDesk()
  const id = await walkTo(desk, 'asked')
  const { version } = await rowOf(desk, id)
  const [first, second] = await Promise.all([
    byCaseworker(desk, id, 'consent', { answer: 'yes', channel: 'phone' }),
    answerConsent(desk.store, desk.self, { id, version, move: 'decline', channel: 'screen' }, NOW),
  ])
  const outcomes = [first.status === 303, second?.ok === true]
  expect(outcomes.filter(Boolean)).toHaveLength(1)
  expect(await byCaseworker(desk, id, 'consent', { answer: 'no', channel: 'phone', version: String(version) })).toMatchObject({
    status: 422,
    body: { problems: { form: 'stale' } },
  })
})

test('two colleagues who send at once: one sends, the other is told', async () => {
  const desk = await aDesk()
  const id = await walkTo(desk, 'consented')
  const version = String((await rowOf(desk, id)).version)
  const answers = await Promise.all([byCaseworker(desk, id, 'send', { version }), byCaseworker(desk, id, 'send', { version })])
  expect(answers.map(({ status }) => status).sort()).toEqual([303, 422])
  expect(answers.find(({ status }) => status === 422)?.body).toMatchObject({ problems: { form: 'stale' } })
})

test('a person is not asked about the same vacancy while the first question is open', async () => {
  const desk = await aDesk()
  await walkTo(desk, 'asked')
  expect(await propose(desk)).toMatchObject({ status: 422, body: { problems: { form: 'alreadyAsked' } } })
})

test('of two colleagues who ask about the same vacancy at once one is told that it was asked', async () => {
  const desk = await aDesk()
  const answers = await Promise.all([propose(desk), propose(desk)])
  expect(answers.map(({ status }) => status).sort()).toEqual([303, 422])
})

test('a person who said yes once is not asked again about a vacancy whose employer said no', async () => {
  const desk = await aDesk()
  const id = await walkTo(desk, 'sent')
  await byEmployer(desk, id, 'refuse', { reason: 'experience' })
  expect(await propose(desk)).toMatchObject({ status: 422, body: { problems: { form: 'alreadyAsked' } } })
})

test('a person who did not answer in time can be asked again', async () => {
  const desk = await aDesk()
  await walkTo(desk, 'asked')
  await later(desk, NOW + 8 * DAY)
  await closeDue(desk.store, desk.app.clock.now)
  expect((await propose(desk)).status).toBe(303)
})

test('an answer after the deadline is not taken, and its form is gone', async () => {
  const desk = await aDesk()
  const id = await walkTo(desk, 'asked')
  await later(desk, NOW + 7 * DAY)
  expect((await caseworkPage(desk, id)).body.step).toEqual({ primary: null, quiet: ['withdraw'] })
  expect((await byCaseworker(desk, id, 'consent', { answer: 'yes', channel: 'phone' })).status).toBe(422)
  expect((await rowOf(desk, id)).state).toBe('asked')
})

test('silence has an end: an unanswered person expires, an unanswering employer is closed', async () => {
  const desk = await aDesk()
  const asked = await walkTo(desk, 'asked')
  const other = await aVacancyRow(desk.store, { employerId: desk.employer.id })
  const { id: sent } = await propose(desk, { vacancyId: other.id })
  await byCaseworker(desk, sent, 'consent', { answer: 'yes', channel: 'paper' })
  await byCaseworker(desk, sent, 'send')

  expect(await closeDue(desk.store, NOW + 7 * DAY - 1)).toBe(0)
  expect(await closeDue(desk.store, NOW + 7 * DAY)).toBe(1)
  expect((await rowOf(desk, asked)).state).toBe('consent_expired')
  const [silent] = await desk.store.read((db) => db.select().from(consent).where(eq(consent.proposalId, asked)))
  expect(silent).toMatchObject({ answer: 'expired', answeredBy: 'clock' })
  expect(await closeDue(desk.store, NOW + 14 * DAY)).toBe(1)
  expect((await rowOf(desk, sent)).state).toBe('no_answer')
  expect(await closeDue(desk.store, NOW + 15 * DAY)).toBe(0)
})

test('silence about the name closes the proposal without the name being told', async () => {
  const desk = await aDesk()
  const id = await walkTo(desk, 'interested')
  await closeDue(desk.store, NOW + 7 * DAY)
  expect((await rowOf(desk, id)).state).toBe('consent_expired')
})

test('a vacancy that is filled closes what was still open for it', async () => {
  const desk = await aDesk()
  const id = await walkTo(desk, 'sent')
  const actor = {
    kind: 'employer',
    membershipId: desk.boss.membershipId,
    accountId: desk.boss.accountId,
    employerId: desk.employer.id,
    verification: 'verified',
  } as const
  await moveVacancy(desk.store, actor, { id: desk.vacancy.id, move: 'fill' }, NOW)
  expect((await rowOf(desk, id)).state).toBe('vacancy_filled')
  expect(await propose(desk)).toMatchObject({ status: 422, body: { problems: { form: 'vacancyNotOpen' } } })
})

test('a draft for a vacancy that has expired meanwhile cannot be asked about', async () => {
  const desk = await aDesk()
  const { id } = await propose(desk, { then: 'draft' })
  await later(desk, NOW + 61 * DAY)
  expect(await byCaseworker(desk, id, 'ask', { deadlineDays: '7' })).toMatchObject({
    status: 422,
    body: { problems: { form: 'vacancyNotOpen' } },
  })
})

test('nobody proposes to an employer they belong to', async () => {
  const desk = await aDesk()
  await desk.store.write((tx) =>
    tx
      .insert(membership)
      .values({ id: 'both', accountId: desk.caseworker.accountId, role: 'employer', employerId: desk.employer.id, createdAt: NOW }),
  )
  expect(await propose(desk)).toMatchObject({ status: 422, body: { problems: { form: 'ownEmployer' } } })
})

test('a vacancy from the register cannot be proposed: nobody stands behind it yet', async () => {
  const desk = await aDesk()
  const imported = await aVacancyRow(desk.store, { source: 'nva', sourceId: '1', sourceEmployer: 'SIA "Izdomātā Noliktava"' })
  expect(await propose(desk, { vacancyId: imported.id })).toMatchObject({ status: 422, body: { problems: { form: 'outOfReach' } } })
})

test('an employer that is not verified is not proposed to', async () => {
  const desk = await aDesk()
  const pending = await anEmployer(desk.store, { state: 'pending', decidedAt: null })
  const row = await aVacancyRow(desk.store, { employerId: pending.id })
  expect(await propose(desk, { vacancyId: row.id })).toMatchObject({ status: 422, body: { problems: { form: 'outOfReach' } } })
})

test('a question of the person waits for the caseworker first, and is answered once', async () => {
  const desk = await aDesk()
  const id = await walkTo(desk, 'asked')
  await askQuestion(desk.store, desk.app.master, desk.self, { id, question: 'Vai ir ģērbtuve?' }, NOW)
  const { body } = await caseworkPage(desk, id)
  expect(body.step).toEqual({ primary: 'answer_question', quiet: ['consent', 'withdraw'] })
  const question = body.proposal.questions[0]?.id ?? ''
  expect((await byCaseworker(desk, id, 'answer_question', { question, answer: 'Jā, ir.' })).status).toBe(303)
  expect(await byCaseworker(desk, id, 'answer_question', { question, answer: 'Nē.' })).toMatchObject({
    status: 422,
    body: { problems: { form: 'alreadyAnswered' } },
  })
  expect((await caseworkPage(desk, id)).body.proposal.questions[0]?.answer).toBe('Jā, ir.')
})

test('another organisation neither sees nor moves a proposal', async () => {
  const desk = await aDesk()
  const id = await walkTo(desk, 'asked')
  const stranger = await aStranger(desk.app)
  expect((await caseworkPage(desk, id, stranger)).status).toBe(404)
  expect((await byCaseworker(desk, id, 'withdraw', {}, stranger)).status).toBe(404)
  expect((await byCaseworker(desk, id, 'answer_question', { question: 'x', answer: 'y' }, stranger)).status).toBe(404)
  expect((await byCaseworker(desk, id, 'no_such_form')).status).toBe(404)
})

test('a vacancy paused after the person said yes is not sent to its employer', async () => {
  const desk = await aDesk()
  const id = await walkTo(desk, 'consented')
  await desk.store.write((tx) => tx.update(vacancy).set({ state: 'paused' }).where(eq(vacancy.id, desk.vacancy.id)))
  expect(await byCaseworker(desk, id, 'send')).toMatchObject({ status: 422, body: { problems: { form: 'vacancyNotOpen' } } })
})
