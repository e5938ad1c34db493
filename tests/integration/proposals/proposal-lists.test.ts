// Lists of proposals by who is waited for, a person's own, and the offer on paper.
import { eq } from 'drizzle-orm'
import { expect, test } from 'vitest'
import { askQuestion } from '#db/proposals/questions.ts'
import { candidate, followUp } from '#db/schema/index.ts'
import { loader as paperLoader } from '#app/routes/casework/proposal-paper.tsx'
import { loader as personLoader } from '#app/routes/casework/person-proposals.tsx'
import { loader as listLoader } from '#app/routes/casework/proposals.tsx'
import { answerOf, asked, NOW } from '#tests/support/app.ts'
import {
  caseworkFixture,
  aStranger,
  byCaseworker,
  DAY,
  later,
  propose,
  walkTo,
  type CaseworkFixture,
} from '#tests/support/proposals/casework-fixture.ts'
import { anEmployer, aVacancyRow } from '#tests/support/rows.ts'

async function list(fixture: CaseworkFixture, filter: string, cookie = fixture.cookies.casework) {
  const answer = await answerOf(listLoader(asked(fixture.app, `/casework/proposals?filter=${filter}`, { cookie })))
  return answer.body as Awaited<ReturnType<typeof listLoader>>
}

async function paper(fixture: CaseworkFixture, id: string, cookie = fixture.cookies.casework) {
  const answer = await answerOf(paperLoader(asked(fixture.app, `/casework/proposals/${id}/paper`, { params: { id }, cookie })))
  return { status: answer.status, body: answer.body as Awaited<ReturnType<typeof paperLoader>> }
}

test('a caseworker sees how many proposals wait on whom, and an open question waits on the caseworker too', async () => {
  const fixture = await caseworkFixture()
  const id = await walkTo(fixture, 'asked')
  const other = await aVacancyRow(fixture.store, { employerId: (await anEmployer(fixture.store)).id })
  const { id: draft } = await propose(fixture, { vacancyId: other.id, then: 'draft' })
  expect((await list(fixture, 'candidate')).counts).toEqual({ caseworker: 1, candidate: 1, employer: 0, at_work: 0, over: 0 })
  await askQuestion(fixture.store, fixture.app.master, fixture.self, { id, question: 'Cikos sākas darbs?' }, NOW)
  const mine = await list(fixture, 'caseworker')
  expect(mine.counts.caseworker).toBe(2)
  expect(mine.lines.map((line) => [line.id, line.openQuestions])).toEqual(
    expect.arrayContaining([
      [id, 1],
      [draft, 0],
    ]),
  )
  await byCaseworker(fixture, id, 'withdraw')
  expect((await list(fixture, 'over')).lines.map((line) => line.state)).toEqual(['withdrawn'])
})

test('a deadline that has passed is known to the list', async () => {
  const fixture = await caseworkFixture()
  await walkTo(fixture, 'asked')
  await later(fixture, NOW + 8 * DAY)
  const { lines, now } = await list(fixture, 'candidate')
  expect(lines[0]?.deadlineAt).toBeLessThan(now)
})

test('a person’s proposals are on their own page, and on nobody else’s', async () => {
  const fixture = await caseworkFixture()
  const id = await walkTo(fixture, 'sent')
  const params = { id: fixture.person.id }
  const path = `/casework/people/${params.id}/proposals`
  const answer = await answerOf(personLoader(asked(fixture.app, path, { params, cookie: fixture.cookies.casework })))
  expect(answer).toMatchObject({ status: 200, body: { next: null, lines: [{ id, state: 'sent' }] } })
  expect((await answerOf(personLoader(asked(fixture.app, path, { params, cookie: await aStranger(fixture.app) })))).status).toBe(404)
  expect(await list(fixture, 'employer', await aStranger(fixture.app))).toMatchObject({ counts: { employer: 0 }, lines: [] })
})

test('an offer is printed in the person’s own language, with the code, the deadline and what a yes tells', async () => {
  const fixture = await caseworkFixture()
  await fixture.store.write((tx) => tx.update(candidate).set({ language: 'ru' }).where(eq(candidate.id, fixture.person.id)))
  const { body } = await paper(fixture, await walkTo(fixture, 'asked'))
  expect(body.paper?.language).toBe('ru')
  expect(body.paper?.slip.facts.map(({ value }) => value)).toEqual([fixture.person.code, 'Noliktavas darbinieks', '30.11.2026'])
  expect(body.paper?.learn.lines).toContain('Код, а не имя')
  expect(body.paper?.notLearn.lines).toContain('Ничего другого о вашем прошлом')
})

test('after the employer is interested the paper asks about the name instead', async () => {
  const fixture = await caseworkFixture()
  const { body } = await paper(fixture, await walkTo(fixture, 'interested'))
  expect(body.paper?.learn.lines).toEqual(['Jūsu vārds un uzvārds', 'Jūsu tālruņa numurs', 'Jūsu e-pasta adrese'])
})

test('the paper names neither an office nor a place of custody, nor the person', async () => {
  const fixture = await caseworkFixture()
  const { body } = await paper(fixture, await walkTo(fixture, 'asked'))
  const text = JSON.stringify(body.paper)
  expect(text).not.toContain(fixture.organisation.name)
  expect(text).not.toMatch(/probācij|cietum|ieslodz|Visvaldis|Neesošais/i)
})

test('there is nothing to print when the person has nothing to answer, and nothing at all for another organisation', async () => {
  const fixture = await caseworkFixture()
  const id = await walkTo(fixture, 'sent')
  expect((await paper(fixture, id)).body.paper).toBeNull()
  expect((await paper(fixture, id, await aStranger(fixture.app))).status).toBe(404)
})

test('somebody at work is on the list of things to do only when a follow-up falls due', async () => {
  const fixture = await caseworkFixture()
  const id = await walkTo(fixture, 'started')
  expect((await list(fixture, 'at_work')).counts).toMatchObject({ caseworker: 0, at_work: 1 })
  await later(fixture, NOW + 60 * DAY)
  expect((await list(fixture, 'caseworker')).lines.map((line) => line.id)).toEqual([id])
  await byCaseworker(fixture, id, 'follow_up', { week: '6', outcome: 'in_work', evidence: 'employer_word' })
  expect((await list(fixture, 'at_work')).counts).toMatchObject({ caseworker: 0, at_work: 1 })
})

test('a follow-up that finds somebody no longer in work ends the job and stays written', async () => {
  const fixture = await caseworkFixture()
  const id = await walkTo(fixture, 'started')
  await later(fixture, NOW + 60 * DAY)
  const form = { week: '6', outcome: 'not_in_work', evidence: 'candidate', reason: 'quit' }
  expect((await byCaseworker(fixture, id, 'follow_up', form)).status).toBe(303)
  expect((await list(fixture, 'over')).lines.map((line) => line.state)).toEqual(['ended'])
  const rows = await fixture.store.read((db) => db.select().from(followUp))
  expect(rows).toMatchObject([{ week: 6, outcome: 'not_in_work', evidence: 'candidate' }])
  const [person] = await fixture.store.read((db) => db.select().from(candidate).where(eq(candidate.id, fixture.person.id)))
  expect(person).toMatchObject({ activity: 'seeking', waitingSince: NOW + 60 * DAY })
})
