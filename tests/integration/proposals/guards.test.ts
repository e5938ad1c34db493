// What stops a proposal: two at once, late answers, asking again, vacancies that are gone, one's own employer, nobody to ask.
import { eq } from 'drizzle-orm'
import { describe, expect, test } from 'vitest'
import { NO_REQUIREMENTS, type Requirements } from '#app/domain/vacancies/job-terms.ts'
import { deadlineIn } from '#app/domain/shared/day.ts'
import { closeDue, closeOfOverVacancies } from '#db/proposals/closing.ts'
import { answerConsent } from '#db/proposals/answer.ts'
import { askQuestion } from '#db/proposals/questions.ts'
import { consent, membership, vacancy } from '#db/schema/index.ts'
import { moveVacancy } from '#db/vacancies/status.ts'
import { NOW } from '#tests/support/app.ts'
import {
  caseworkFixture,
  aStranger,
  byCaseworker,
  byEmployer,
  caseworkPage,
  type CaseworkFixture,
  DAY,
  later,
  propose,
  rowOf,
  walkTo,
} from '#tests/support/proposals/casework-fixture.ts'
import { anEmployer, aVacancyRow } from '#tests/support/rows.ts'

test('of a yes on the phone and a no on the screen at the same time one wins, and the other is told that something changed', async () => {
  const fixture = await caseworkFixture()
  const id = await walkTo(fixture, 'asked')
  const { version } = await rowOf(fixture, id)
  const [first, second] = await Promise.all([
    byCaseworker(fixture, id, 'consent', { answer: 'yes', channel: 'phone' }),
    answerConsent(fixture.store, fixture.self, { id, version, move: 'decline', channel: 'screen' }, NOW),
  ])
  const outcomes = [first.status === 303, second?.ok === true]
  expect(outcomes.filter(Boolean)).toHaveLength(1)
  expect(await byCaseworker(fixture, id, 'consent', { answer: 'no', channel: 'phone', version: String(version) })).toMatchObject({
    status: 422,
    body: { problems: { form: 'stale' } },
  })
})

test('two colleagues who send at once: one sends, the other is told', async () => {
  const fixture = await caseworkFixture()
  const id = await walkTo(fixture, 'consented')
  const version = String((await rowOf(fixture, id)).version)
  const answers = await Promise.all([byCaseworker(fixture, id, 'send', { version }), byCaseworker(fixture, id, 'send', { version })])
  expect(answers.map(({ status }) => status).sort()).toEqual([303, 422])
  expect(answers.find(({ status }) => status === 422)?.body).toMatchObject({ problems: { form: 'stale' } })
})

test('a person is not asked about the same vacancy while the first question is open', async () => {
  const fixture = await caseworkFixture()
  await walkTo(fixture, 'asked')
  expect(await propose(fixture)).toMatchObject({ status: 422, body: { problems: { form: 'alreadyAsked' } } })
})

test('of two colleagues who ask about the same vacancy at once one is told that it was asked', async () => {
  const fixture = await caseworkFixture()
  const answers = await Promise.all([propose(fixture), propose(fixture)])
  expect(answers.map(({ status }) => status).sort()).toEqual([303, 422])
})

test('a person who said yes once is not asked again about a vacancy whose employer said no', async () => {
  const fixture = await caseworkFixture()
  const id = await walkTo(fixture, 'sent')
  await byEmployer(fixture, id, 'refuse', { reason: 'experience' })
  expect(await propose(fixture)).toMatchObject({ status: 422, body: { problems: { form: 'alreadyAsked' } } })
})

describe('a vacancy that was changed after the person said yes', () => {
  const requirementsOf = async ({ store, vacancy: { id } }: CaseworkFixture, requirements: Partial<Requirements>) =>
    store.write((tx) =>
      tx
        .update(vacancy)
        .set({ requirements: { ...NO_REQUIREMENTS, ...requirements } })
        .where(eq(vacancy.id, id)),
    )

  test('is sent nothing when it asks more than the person was told; they can be asked anew', async () => {
    const fixture = await caseworkFixture()
    const id = await walkTo(fixture, 'consented')
    await requirementsOf(fixture, { certificates: [{ certificate: 'forklift', strength: 'must' }] })
    expect(await byCaseworker(fixture, id, 'send')).toMatchObject({ status: 422, body: { problems: { form: 'asksMore' } } })
    await byCaseworker(fixture, id, 'withdraw')
    expect((await byCaseworker(fixture, await walkTo(fixture, 'consented'), 'send')).status).toBe(303)
  })

  test('is sent nothing when it has become other work, or work with more to it', async () => {
    const fixture = await caseworkFixture()
    const id = await walkTo(fixture, 'consented')
    const becomes = async (change: Partial<typeof vacancy.$inferInsert>) =>
      fixture.store.write((tx) => tx.update(vacancy).set(change).where(eq(vacancy.id, fixture.vacancy.id)))
    await becomes({ contexts: ['children'] })
    expect(await byCaseworker(fixture, id, 'send')).toMatchObject({ status: 422, body: { problems: { form: 'asksMore' } } })
    await becomes({ contexts: [], occupation: '9333' })
    expect(await byCaseworker(fixture, id, 'send')).toMatchObject({ status: 422, body: { problems: { form: 'asksMore' } } })
  })

  test('is sent the proposal when it asks less', async () => {
    const fixture = await caseworkFixture()
    await requirementsOf(fixture, { certificates: [{ certificate: 'forklift', strength: 'must' }] })
    const id = await walkTo(fixture, 'consented')
    await requirementsOf(fixture, {})
    expect((await byCaseworker(fixture, id, 'send')).status).toBe(303)
  })
})

test('a person who did not answer in time can be asked again', async () => {
  const fixture = await caseworkFixture()
  await walkTo(fixture, 'asked')
  await later(fixture, NOW + 8 * DAY)
  await closeDue(fixture.store, fixture.app.clock.now)
  expect((await propose(fixture)).status).toBe(303)
})

test('an answer after the deadline is not taken, and its form is gone', async () => {
  const fixture = await caseworkFixture()
  const id = await walkTo(fixture, 'asked')
  await later(fixture, deadlineIn(7, NOW))
  expect((await caseworkPage(fixture, id)).body.step).toEqual({ primary: null, quiet: ['withdraw'] })
  expect((await byCaseworker(fixture, id, 'consent', { answer: 'yes', channel: 'phone' })).status).toBe(422)
  expect((await rowOf(fixture, id)).state).toBe('asked')
})

test('silence has an end: an unanswered person expires, an unanswering employer is closed', async () => {
  const fixture = await caseworkFixture()
  const asked = await walkTo(fixture, 'asked')
  const other = await aVacancyRow(fixture.store, { employerId: (await anEmployer(fixture.store)).id })
  const { id: sent } = await propose(fixture, { vacancyId: other.id })
  await byCaseworker(fixture, sent, 'consent', { answer: 'yes', channel: 'paper' })
  await byCaseworker(fixture, sent, 'send')

  expect(await closeDue(fixture.store, deadlineIn(7, NOW) - 1)).toBe(0)
  expect(await closeDue(fixture.store, deadlineIn(7, NOW))).toBe(1)
  expect((await rowOf(fixture, asked)).state).toBe('consent_expired')
  const [silent] = await fixture.store.read((db) => db.select().from(consent).where(eq(consent.proposalId, asked)))
  expect(silent).toMatchObject({ answer: 'expired', answeredBy: 'clock' })
  expect(await closeDue(fixture.store, deadlineIn(14, NOW))).toBe(1)
  expect((await rowOf(fixture, sent)).state).toBe('no_answer')
  expect(await closeDue(fixture.store, NOW + 15 * DAY)).toBe(0)
})

test('silence about the name closes the proposal without the name being told', async () => {
  const fixture = await caseworkFixture()
  const id = await walkTo(fixture, 'interested')
  await closeDue(fixture.store, deadlineIn(7, NOW))
  expect((await rowOf(fixture, id)).state).toBe('consent_expired')
})

test('a vacancy that is filled closes what was still open for it', async () => {
  const fixture = await caseworkFixture()
  const id = await walkTo(fixture, 'sent')
  const actor = {
    kind: 'employer',
    membershipId: fixture.boss.membershipId,
    accountId: fixture.boss.accountId,
    employerId: fixture.employer.id,
    verification: 'verified',
  } as const
  await moveVacancy(fixture.store, actor, { id: fixture.vacancy.id, move: 'fill' }, NOW)
  await closeOfOverVacancies(fixture.store, NOW)
  expect((await rowOf(fixture, id)).state).toBe('vacancy_filled')
  expect(await propose(fixture)).toMatchObject({ status: 422, body: { problems: { form: 'vacancyNotOpen' } } })
})

test('a draft for a vacancy that has expired meanwhile cannot be asked about', async () => {
  const fixture = await caseworkFixture()
  const { id } = await propose(fixture, { then: 'draft' })
  await later(fixture, NOW + 61 * DAY)
  expect(await byCaseworker(fixture, id, 'ask', { deadlineDays: '7' })).toMatchObject({
    status: 422,
    body: { problems: { form: 'vacancyNotOpen' } },
  })
})

test('nobody proposes to an employer they belong to', async () => {
  const fixture = await caseworkFixture()
  await fixture.store.write((tx) =>
    tx
      .insert(membership)
      .values({ id: 'both', accountId: fixture.caseworker.accountId, role: 'employer', employerId: fixture.employer.id, createdAt: NOW }),
  )
  expect(await propose(fixture)).toMatchObject({ status: 422, body: { problems: { form: 'ownEmployer' } } })
})

test('a vacancy from the register cannot be proposed: nobody stands behind it yet', async () => {
  const fixture = await caseworkFixture()
  const imported = await aVacancyRow(fixture.store, { source: 'nva', sourceId: '1', sourceEmployer: 'SIA "Izdomātā Noliktava"' })
  expect(await propose(fixture, { vacancyId: imported.id })).toMatchObject({ status: 422, body: { problems: { form: 'outOfReach' } } })
})

test('an employer that is not verified is not proposed to', async () => {
  const fixture = await caseworkFixture()
  const pending = await anEmployer(fixture.store, { state: 'pending', decidedAt: null })
  const row = await aVacancyRow(fixture.store, { employerId: pending.id })
  expect(await propose(fixture, { vacancyId: row.id })).toMatchObject({ status: 422, body: { problems: { form: 'outOfReach' } } })
})

test('a question of the person waits for the caseworker first, and is answered once', async () => {
  const fixture = await caseworkFixture()
  const id = await walkTo(fixture, 'asked')
  await askQuestion(fixture.store, fixture.app.master, fixture.self, { id, question: 'Vai ir ģērbtuve?' }, NOW)
  const { body } = await caseworkPage(fixture, id)
  expect(body.step).toEqual({ primary: 'answer_question', quiet: ['consent', 'withdraw'] })
  const question = body.proposal.questions[0]?.id ?? ''
  expect((await byCaseworker(fixture, id, 'answer_question', { question, answer: 'Jā, ir.' })).status).toBe(303)
  expect(await byCaseworker(fixture, id, 'answer_question', { question, answer: 'Nē.' })).toMatchObject({
    status: 422,
    body: { problems: { form: 'alreadyAnswered' } },
  })
  expect((await caseworkPage(fixture, id)).body.proposal.questions[0]?.answer).toBe('Jā, ir.')
})

test('another organisation neither sees nor moves a proposal', async () => {
  const fixture = await caseworkFixture()
  const id = await walkTo(fixture, 'asked')
  const stranger = await aStranger(fixture.app)
  expect((await caseworkPage(fixture, id, stranger)).status).toBe(404)
  expect((await byCaseworker(fixture, id, 'withdraw', {}, stranger)).status).toBe(404)
  expect((await byCaseworker(fixture, id, 'answer_question', { question: 'x', answer: 'y' }, stranger)).status).toBe(404)
  expect((await byCaseworker(fixture, id, 'no_such_form')).status).toBe(404)
})

test('a vacancy paused after the person said yes is not sent to its employer', async () => {
  const fixture = await caseworkFixture()
  const id = await walkTo(fixture, 'consented')
  await fixture.store.write((tx) => tx.update(vacancy).set({ state: 'paused' }).where(eq(vacancy.id, fixture.vacancy.id)))
  expect(await byCaseworker(fixture, id, 'send')).toMatchObject({ status: 422, body: { problems: { form: 'vacancyNotOpen' } } })
})
