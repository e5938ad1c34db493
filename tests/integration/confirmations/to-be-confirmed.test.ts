// What an organisation outside public authority may propose by itself, and what it may say of where a person is.
import { eq } from 'drizzle-orm'
import { describe, expect, test } from 'vitest'
import { NOTHING_RECORDED, type RestrictedProfile } from '#app/domain/people/candidate.ts'
import { plainStance, stancesOf, type StanceRow } from '#app/domain/vacancies/acceptance.ts'
import { action as propose } from '#app/routes/casework/propose.tsx'
import { action as changeStage } from '#app/routes/casework/profile.tsx'
import { askCandidate, createProposal, sendProposal } from '#db/proposals/ask.ts'
import { answerConsent } from '#db/proposals/answer.ts'
import { readSituation } from '#db/people/situation.ts'
import { personKeyOf } from '#db/people/person-key.ts'
import { candidate, vacancyStance } from '#db/schema/index.ts'
import { answerOf, asked, NOW } from '#tests/support/app.ts'
import { aPersonOf, caseworkerFixture, type CaseworkerFixture } from '#tests/support/people/caseworker-fixture.ts'
import { aRule, aVacancyRow } from '#tests/support/rows.ts'

const REFUSING: StanceRow[] = stancesOf('case_by_case').map((row) =>
  row.family === 'fraud' ? { ...plainStance('fraud', 'not_for_this_job'), reason: 'law', article: 'Izdomātais likums 1. pants' } : row,
)

async function proposed(fixture: CaseworkerFixture, vacancyId: string, restricted: RestrictedProfile) {
  const { id } = await aPersonOf(fixture, { restricted })
  const form = { deadlineDays: '7', then: 'ask' }
  const params = { id, vacancyId }
  return answerOf(propose(asked(fixture.app, `/casework/people/${id}/propose/${vacancyId}`, { params, cookie: fixture.cookie, form })))
}

const RECORDS = [NOTHING_RECORDED, { ...NOTHING_RECORDED, families: ['fraud' as const] }]

describe('an organisation outside public authority', () => {
  test.each(RECORDS)('does not propose to a vacancy that an authority has to confirm, whoever it is', async (restricted) => {
    const fixture = await caseworkerFixture('ngo')
    const vacancy = await aVacancyRow(fixture.app.store, { stances: REFUSING })
    const { status, body } = await proposed(fixture, vacancy.id, restricted)
    expect(status).toBe(422)
    expect(body).toMatchObject({ problems: { form: 'toBeConfirmed' } })
  })

  test('does not propose to work that a rule of law touches', async () => {
    const fixture = await caseworkerFixture('ngo')
    const vacancy = await aVacancyRow(fixture.app.store)
    await aRule(fixture.app.store)
    expect((await proposed(fixture, vacancy.id, NOTHING_RECORDED)).status).toBe(422)
  })

  test('proposes to a vacancy that rules nothing out', async () => {
    const fixture = await caseworkerFixture('ngo')
    const vacancy = await aVacancyRow(fixture.app.store)
    expect((await proposed(fixture, vacancy.id, NOTHING_RECORDED)).status).toBe(303)
  })

  test('does not send what the vacancy has come to rule out since the person was asked', async () => {
    const { app, actor, cookie } = await caseworkerFixture('ngo')
    const { store } = app
    const { id } = await aPersonOf({ app, actor, cookie })
    const vacancy = await aVacancyRow(store)
    let moved = await createProposal(store, actor, id, vacancy.id, NOW)
    if (moved?.ok) moved = await askCandidate(store, actor, { ...moved.proposal, deadlineDays: 7 }, NOW)
    if (moved?.ok) moved = await answerConsent(store, actor, { ...moved.proposal, move: 'consent', channel: 'phone' }, NOW)
    await store.write((tx) =>
      tx
        .update(vacancyStance)
        .set({ stance: 'not_for_this_job', reason: 'law', article: 'Izdomātais likums 1. pants' })
        .where(eq(vacancyStance.family, 'fraud')),
    )
    const sent = moved?.ok ? await sendProposal(store, actor, moved.proposal, () => new Uint8Array(6), NOW) : moved
    expect(sent).toEqual({ ok: false, problem: 'toBeConfirmed' })
  })
})

test('an authority proposes to the same vacancy', async () => {
  const fixture = await caseworkerFixture()
  const vacancy = await aVacancyRow(fixture.app.store, { stances: REFUSING })
  expect((await proposed(fixture, vacancy.id, NOTHING_RECORDED)).status).toBe(303)
})

const INSIDE = { stage: 'in_custody', custodyPlaceId: null, plannedReleaseOn: '2027-03-01' } as const

async function said(form: Record<string, string>) {
  const { app, actor, cookie } = await caseworkerFixture('ngo')
  const { id } = await aPersonOf({ app, actor, cookie }, INSIDE)
  const { status } = await answerOf(
    changeStage(asked(app, `/casework/people/${id}`, { params: { id }, cookie, form: { version: '1', ...form } })),
  )
  return app.store.read(async (db) => {
    const [row] = await db.select({ situation: candidate.situation }).from(candidate).where(eq(candidate.id, id))
    return { status, ...readSituation(await personKeyOf(db, app.master, id), id, row?.situation ?? null) }
  })
}

test('an organisation outside public authority says no stage before a release', async () => {
  expect(await said({ form: 'stage', stage: 'open_prison', custodyPlaceId: '', plannedReleaseOn: '' })).toEqual({ status: 404, ...INSIDE })
})

test('that somebody seeks work, said by it, changes nothing of what an authority knows', async () => {
  expect(await said({ form: 'activity', stage: 'seeking' })).toEqual({ status: 303, ...INSIDE })
})

test('that somebody works, said by it, keeps the planned release', async () => {
  expect(await said({ form: 'activity', stage: 'working' })).toEqual({ status: 303, ...INSIDE, stage: 'in_work' })
})
