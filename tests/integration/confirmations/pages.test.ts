// Asking an authority on the pages: before the hour of telling whoever asks sees the same whatever was answered, and after it only the answer.
import { expect, test } from 'vitest'
import { action as answerAction, loader as questionLoader } from '#app/routes/casework/confirmations/confirmation.tsx'
import { action as proposeAction, loader as proposeLoader } from '#app/routes/casework/propose.tsx'
import type { ConfirmationAnswer } from '#app/domain/confirmations/question.ts'
import { toldAfter } from '#app/domain/confirmations/telling.ts'
import { plainStance, stancesOf, type StanceRow } from '#app/domain/vacancies/acceptance.ts'
import { tellConfirmations } from '#db/confirmations/answer.ts'
import { listTasks, type TaskActor } from '#db/tasks/list.ts'
import { involvement } from '#db/schema/index.ts'
import { answerOf, asked, NOW } from '#tests/support/app.ts'
import { addCaseworker, aPersonOf, caseworkerFixture } from '#tests/support/people/caseworker-fixture.ts'
import { anOrganisation, aVacancyRow } from '#tests/support/rows.ts'

const HOUR = 3_600_000
const REFUSED = ['property', 'fraud', 'robbery']

const stances = stancesOf('case_by_case').map((row): StanceRow =>
  REFUSED.includes(row.family)
    ? { ...plainStance(row.family, 'not_for_this_job'), reason: 'law', article: 'Izdomātais likums 1. pants' }
    : row,
)

/** The organisation that leads asks; what it reads then, and later. */
async function asking({ withAuthority = true } = {}) {
  const ngo = await caseworkerFixture('ngo')
  const { app } = ngo
  const authority = await addCaseworker(app)
  const { id } = await aPersonOf(ngo)
  const relation = {
    id: 'supports',
    candidateId: id,
    role: 'supports',
    basis: 'law',
    since: NOW,
    shares: ['record' as const, 'situation' as const],
  } as const
  const { organisationId, membershipId: caseworkerId } = authority.actor
  if (withAuthority)
    await app.store.write((tx) =>
      tx.insert(involvement).values({ ...relation, shares: [...relation.shares], organisationId, caseworkerId }),
    )
  const { id: vacancyId } = await aVacancyRow(app.store, { stances })
  const params = { id, vacancyId }
  const path = `/casework/people/${id}/propose/${vacancyId}`
  const page = async () => (await answerOf(proposeLoader(asked(app, path, { params, cookie: ngo.cookie })))).body
  const ask = () => answerOf(proposeAction(asked(app, path, { params, cookie: ngo.cookie, form: { form: 'confirmation' } })))
  const tasksOf = async (actor: TaskActor) =>
    (await listTasks(app.store, app.master, actor, { show: 'open', whose: 'all' }, '', app.now())).rows
  return { app, ngo, authority, page, ask, tasksOf }
}

async function answered(answer: ConfirmationAnswer) {
  const all = await asking()
  const { app, authority } = all
  await all.ask()
  const [waits] = await all.tasksOf(authority.actor)
  const params = { id: waits?.aboutId ?? '' }
  const path = `/casework/confirmations/${params.id}`
  const question = await answerOf(questionLoader(asked(app, path, { params, cookie: authority.cookie })))
  const press = await answerOf(answerAction(asked(app, path, { params, cookie: authority.cookie, form: { answer } })))
  return { ...all, waits, question, press }
}

test('the propose page offers to ask the authority by name, and then says until when the answer comes', async () => {
  const { page, ask } = await asking()
  expect(await page()).toMatchObject({ asking: { here: null, taken: true, left: 6 } })
  expect((await ask()).status).toBe(303)
  expect(await page()).toMatchObject({ asking: { here: { waitsUntil: '2026-12-01' }, taken: false, left: 5 } })
  expect((await ask()).status).toBe(422)
})

test('where no authority works with the person the page says so, names the social service to ask, and asking asks nobody', async () => {
  const { app, page, ask } = await asking({ withAuthority: false })
  expect(await page()).toMatchObject({ asking: { authority: null, near: null } })
  await anOrganisation(app.store, { kind: 'municipal', name: 'Izdomātais sociālais dienests', contactPhone: '+371 60000001' })
  expect(await page()).toMatchObject({ asking: { near: { name: 'Izdomātais sociālais dienests', phone: '+371 60000001' } } })
  expect((await ask()).status).toBe(422)
})

test('the authority finds the question in its list, sees the match with its reasons, and answers in one press', async () => {
  const { waits, question, press, tasksOf, authority } = await answered('may_be_proposed')
  expect(waits).toMatchObject({ kind: 'confirmation', dueOn: '2026-11-30' })
  expect(question).toMatchObject({ status: 200 })
  expect(JSON.stringify(question.body)).toContain('offence_stance')
  expect(press.status).toBe(303)
  expect(await tasksOf(authority.actor)).toEqual([])
})

test('until the hour of telling whoever asked sees the same, whatever was answered, and is told of neither', async () => {
  const pages: unknown[] = []
  for (const answer of ['may_be_proposed', 'choose_another'] as const) {
    const { app, ngo, page, tasksOf } = await answered(answer)
    app.clock.now = toldAfter(NOW) - 1
    await tellConfirmations(app.store, app.now())
    pages.push([await page(), await tasksOf(ngo.actor)])
  }
  expect(pages[0]).toEqual(pages[1])
})

test('from that hour on a yes lets the vacancy be proposed, the other answer names no reason, and both stand in the list as one line', async () => {
  const shown = async (answer: ConfirmationAnswer) => {
    const { app, ngo, page, tasksOf } = await answered(answer)
    app.clock.now = toldAfter(NOW) + HOUR
    await tellConfirmations(app.store, app.now())
    await tellConfirmations(app.store, app.now())
    const { asking } = (await page()) as { asking: unknown }
    return { asking, kinds: (await tasksOf(ngo.actor)).map(({ kind }) => kind) }
  }
  expect(await shown('may_be_proposed')).toEqual({ asking: null, kinds: ['confirmed'] })
  expect(await shown('choose_another')).toMatchObject({ asking: { here: { told: 'choose_another' } }, kinds: ['confirmed'] })
})
