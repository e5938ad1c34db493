// For how long data is kept: who leads is warned before it is erased, keeps what is needed, and nobody else decides or sees it.
import { eq } from 'drizzle-orm'
import { expect, test } from 'vitest'
import { action as keepAction, loader as retentionPage } from '#app/routes/casework/retention/retention.tsx'
import { loader as previewPage } from '#app/routes/coordinator/retention/retention.tsx'
import { JOBS } from '#app/process/background-jobs.ts'
import { acknowledgeTask, listTasks } from '#db/tasks/list.ts'
import { openOwnFile, reportWrong } from '#db/people/self/self.ts'
import { keepPerson, listNotices } from '#db/people/retention/keeping.ts'
import { passNotices } from '#db/people/retention/notices.ts'
import { emptyParts } from '#db/people/retention/parts.ts'
import { askQuestion } from '#db/proposals/questions.ts'
import * as tables from '#db/schema/index.ts'
import { answerOf, asked, cookieOf, NOW } from '#tests/support/app.ts'
import { addCaseworker, aPersonOf, caseworkerFixture, type CaseworkerFixture } from '#tests/support/people/caseworker-fixture.ts'
import { aMember } from '#tests/support/rows.ts'
import { anAskedProposal, candidateFixture } from '#tests/support/proposals/candidate-fixture.ts'

const DAY = 86_400_000
/** Two years less the thirty days of the warning, from `NOW` (23 November 2026): on the day after it nobody has worked with the person for that long. */
const WARNED_AT = 731 - 30 + 1
const YEAR_WARNED_AT = 365 - 30 + 1

async function passAt({ app }: Pick<CaseworkerFixture, 'app'>, day: number) {
  return (await passNotices(app.store, app.erasures, NOW + day * DAY)).did
}
const idle = { warned: 0, workedWith: 0, erased: 0 }

async function aWarnedPerson() {
  const leads = await caseworkerFixture()
  const person = await aPersonOf(leads)
  expect(await passAt(leads, WARNED_AT)).toEqual({ ...idle, warned: 1 })
  return { leads, person }
}
const tasksOf = async ({ app, actor }: CaseworkerFixture) =>
  (await listTasks(app.store, app.master, actor, { show: 'open', whose: 'mine' }, '', NOW)).rows

test('nobody is warned of before the term, and who is warned of is asked once, with thirty days to say so', async () => {
  const leads = await caseworkerFixture()
  const person = await aPersonOf(leads)
  expect(await passAt(leads, WARNED_AT - 2)).toEqual(idle)
  expect(await passAt(leads, WARNED_AT)).toEqual({ ...idle, warned: 1 })
  expect(await passAt(leads, WARNED_AT + 1)).toEqual(idle)
  const [task] = await tasksOf(leads)
  const { rows } = await listNotices(leads.app.store, leads.app.master, leads.actor, '')
  expect(rows).toMatchObject([{ candidateId: person.id, term: 'unused', dueOn: task?.dueOn }])
  // Not done by a press: it is decided where it leads.
  expect(await acknowledgeTask(leads.app.store, leads.actor, task?.id ?? '', NOW)).toBe(false)
})

test('who settled or left is kept for a year, not for two', async () => {
  const leads = await caseworkerFixture()
  await aPersonOf(leads, { stage: 'settled' })
  await aPersonOf(leads, { stage: 'in_work' })
  expect(await passAt(leads, YEAR_WARNED_AT)).toEqual({ ...idle, warned: 1 })
  const { rows } = await listNotices(leads.app.store, leads.app.master, leads.actor, '')
  expect(rows.map(({ term }) => term)).toEqual(['finished'])
})

test('after thirty days without a word everything is erased, with its reason, and the number stays', async () => {
  const { leads, person } = await aWarnedPerson()
  const { store } = leads.app
  expect(await passAt(leads, WARNED_AT + 30)).toEqual(idle)
  expect(await passAt(leads, WARNED_AT + 31)).toEqual({ ...idle, erased: 1 })
  const [row] = await store.read((db) => db.select().from(tables.erasure))
  expect(row).toMatchObject({ candidateId: person.id, why: 'term', askedBy: null, doneAt: NOW + (WARNED_AT + 31) * DAY })
  expect(await store.read((db) => db.select().from(tables.vaultKey))).toEqual([])
  expect(await store.read((db) => db.select().from(tables.retentionNotice))).toMatchObject([{ state: 'erased' }])
  expect(await tasksOf(leads)).toEqual([])
  expect(leads.app.erasures.ids()).toEqual([person.id])
  expect(await passAt(leads, WARNED_AT + 1000)).toEqual(idle)
})

test('what is still needed is kept on, and who said so and why is written down', async () => {
  const { leads, person } = await aWarnedPerson()
  const { app, cookie, actor } = leads
  const form = { form: `keep-${person.id}`, candidateId: person.id, reason: 'wished' }
  expect((await answerOf(keepAction(asked(app, '/casework/retention', { cookie, form })))).status).toBe(303)
  expect(await app.store.read((db) => db.select().from(tables.retentionNotice))).toMatchObject([
    { state: 'kept', reason: 'wished', decidedBy: actor.membershipId },
  ])
  expect(await tasksOf(leads)).toEqual([])
})

test('what is kept on is kept for a whole term, and then asked about again', async () => {
  const { leads, person } = await aWarnedPerson()
  expect(await keepPerson(leads.app.store, leads.actor, person.id, 'works_with', NOW + (WARNED_AT + 3) * DAY)).toBe(true)
  expect(await passAt(leads, WARNED_AT + 31)).toEqual(idle)
  expect(await passAt(leads, WARNED_AT * 2)).toEqual(idle)
  expect(await passAt(leads, WARNED_AT * 2 + 4)).toEqual({ ...idle, warned: 1 })
})

test('a press without a reason says what is missing and keeps nobody', async () => {
  const { leads, person } = await aWarnedPerson()
  const form = { form: `keep-${person.id}`, candidateId: person.id }
  const answer = await answerOf(keepAction(asked(leads.app, '/casework/retention', { cookie: leads.cookie, form })))
  expect(answer).toMatchObject({ status: 422, body: { problems: { reason: 'choose' } } })
  expect(await tasksOf(leads)).toHaveLength(1)
})

test('whoever was worked with since the warning stays, and the task is over', async () => {
  const { leads, person } = await aWarnedPerson()
  const { app } = leads
  await reportWrong(app.store, app.master, { kind: 'candidate', candidateId: person.id }, 'Man ir B.', NOW + (WARNED_AT + 3) * DAY)
  expect(await passAt(leads, WARNED_AT + 31)).toEqual({ ...idle, workedWith: 1 })
  expect((await tasksOf(leads)).map(({ kind }) => kind)).toEqual(['correction'])
})

test('a person who looks at what is held about them is not forgotten', async () => {
  const { leads, person } = await aWarnedPerson()
  const { app } = leads
  await openOwnFile(app.store, app.master, { kind: 'candidate', candidateId: person.id }, NOW + (WARNED_AT + 3) * DAY)
  expect(await passAt(leads, WARNED_AT + 31)).toEqual({ ...idle, workedWith: 1 })
})

test('when the restricted part was changed does not count, so that an organisation that may not read it learns of no change', async () => {
  const leads = await caseworkerFixture('ngo')
  const person = await aPersonOf(leads)
  await leads.app.store.write((tx) =>
    tx
      .update(tables.restrictedRecord)
      .set({ updatedAt: NOW + 600 * DAY })
      .where(eq(tables.restrictedRecord.candidateId, person.id)),
  )
  expect(await passAt(leads, WARNED_AT)).toEqual({ ...idle, warned: 1 })
})

test('a stranger neither sees nor keeps somebody else’s people', async () => {
  const { leads, person } = await aWarnedPerson()
  const stranger = await addCaseworker(leads.app)
  const form = { form: `keep-${person.id}`, candidateId: person.id, reason: 'wished' }
  const { cookie } = stranger
  expect((await answerOf(retentionPage(asked(leads.app, '/casework/retention', { cookie })))).body).toMatchObject({ rows: [] })
  expect((await answerOf(keepAction(asked(leads.app, '/casework/retention', { cookie, form })))).status).toBe(404)
})

test('a coordinator reads how many, protected, and no code or label', async () => {
  const { leads, person } = await aWarnedPerson()
  const { membershipId } = await aMember(leads.app.store, { role: 'coordinator' })
  const cookie = await cookieOf(leads.app, { membershipId })
  const { body } = await answerOf(previewPage(asked(leads.app, '/coordinator/retention', { cookie })))
  expect(body).toMatchObject({ ranAt: null, warned: { few: true }, erased: 'none', toErase: 'none', toWarn: 'none' })
  expect(JSON.stringify(body)).not.toContain(person.code)
})

test('a year after a proposal ended nothing is left of what the employer saw and what was asked; its numbers are', async () => {
  const fixture = await candidateFixture()
  const { store, app, person } = fixture
  const { id } = await anAskedProposal(fixture, 'sent')
  const self = { kind: 'candidate', candidateId: person.id } as const
  await askQuestion(store, app.master, self, { id, question: 'Vai ir ģērbtuve?' }, NOW)
  await store.write((tx) => tx.update(tables.proposal).set({ state: 'declined_by_employer', interviewPlace: 'Birojs' }))
  const kept = () => store.read((db) => db.select().from(tables.proposal).where(eq(tables.proposal.id, id)))
  expect(await emptyParts(store, NOW + 360 * DAY)).toEqual({ emptied: 0, more: false })
  expect((await emptyParts(store, NOW + 370 * DAY)).emptied).toBe(1)
  expect(await kept()).toMatchObject([{ state: 'declined_by_employer', shown: null, toDiscuss: [], interviewPlace: null }])
  expect(await store.read((db) => db.select().from(tables.proposalQuestion))).toEqual([])
  expect((await emptyParts(store, NOW + 371 * DAY)).emptied).toBe(0)
})

test('the words of a proposal that is under way stay however old it is', async () => {
  const fixture = await candidateFixture()
  const { id } = await anAskedProposal(fixture, 'sent')
  await emptyParts(fixture.store, NOW + 3000 * DAY)
  const [row] = await fixture.store.read((db) => db.select().from(tables.proposal).where(eq(tables.proposal.id, id)))
  expect(row?.shown).not.toBeNull()
})

test('labels of those who no longer work with the person, what was dealt with, and tasks that were done go after a year', async () => {
  const leads = await caseworkerFixture()
  const person = await aPersonOf(leads, { label: 'garais' })
  const { store, master } = leads.app
  await reportWrong(store, master, { kind: 'candidate', candidateId: person.id }, 'Man ir B.', NOW)
  await store.write(async (tx) => {
    await tx.update(tables.correction).set({ state: 'done', doneAt: NOW })
    await tx.update(tables.task).set({ doneAt: NOW })
    const [lead] = await tx.select().from(tables.involvement)
    if (lead) await tx.insert(tables.involvement).values({ ...lead, id: 'before', role: 'supports', until: NOW })
  })
  expect((await emptyParts(store, NOW + 360 * DAY)).emptied).toBe(0)
  expect((await emptyParts(store, NOW + 370 * DAY)).emptied).toBe(3)
  const rows = await store.read((db) => db.select().from(tables.involvement).orderBy(tables.involvement.until))
  expect(rows.map(({ until, label }) => [until === null, label === null]).sort()).toEqual([
    [false, true],
    [true, false],
  ])
})

test('the daily job does all of it', async () => {
  const leads = await caseworkerFixture()
  await aPersonOf(leads)
  const job = JOBS.find(({ id }) => id === 'retention')
  const later = (day: number) => ({ ...leads.app, now: () => NOW + day * DAY })
  await job?.pass(later(WARNED_AT))
  await job?.pass(later(WARNED_AT + 31))
  expect(await leads.app.store.read((db) => db.select().from(tables.vaultKey))).toEqual([])
})
