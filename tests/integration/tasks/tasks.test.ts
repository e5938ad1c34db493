// What waits for somebody stands in their list of things to do, from the moment it comes up to the moment it is done or over.
import { isNull } from 'drizzle-orm'
import { expect, test } from 'vitest'
import { TASK_KINDS, type TaskKind } from '#app/domain/tasks/task.ts'
import { acceptHandover, expireHandovers, offerHandover, refuseHandover } from '#db/involvement/handover.ts'
import { beginErasure, finishErasures } from '#db/people/erase/erase.ts'
import { closeCorrection } from '#db/people/people.ts'
import { leaveProgramme, reportWrong } from '#db/people/self/self.ts'
import { answerQuestion, askQuestion } from '#db/proposals/questions.ts'
import { acknowledgeTask, findWithdrawal, listTasks, type TaskActor } from '#db/tasks/list.ts'
import { addTask } from '#db/tasks/tasks.ts'
import { correction, task } from '#db/schema/index.ts'
import { loader as proposeLoader } from '#app/routes/casework/propose.tsx'
import { action as caseworkAction } from '#app/routes/casework/proposal.tsx'
import type { Store, Tx } from '#db/store/store.ts'
import { answerOf, asked, cookieOf, NOW } from '#tests/support/app.ts'
import { addCaseworker } from '#tests/support/people/caseworker-fixture.ts'
import { anAskedProposal, candidateFixture } from '#tests/support/proposals/candidate-fixture.ts'
import { aVacancyRow } from '#tests/support/rows.ts'

const DAY = 86_400_000
/** A person who speaks for themself, and their caseworker. */
async function somebody() {
  const fixture = await candidateFixture()
  return { ...fixture, self: { kind: 'candidate', candidateId: fixture.person.id } as const }
}
type Fixture = Awaited<ReturnType<typeof somebody>>

async function waiting({ store, app }: Fixture, actor: TaskActor, show: 'open' | 'done' = 'open', whose: 'mine' | 'all' = 'mine') {
  return (await listTasks(store, app.master, actor, { show, whose }, '', NOW)).rows
}
const kindsOf = async (fixture: Fixture, actor: TaskActor) => (await waiting(fixture, actor)).map(({ kind }) => kind)

test('a question waits for the caseworker for two days, and no longer once it is answered', async () => {
  const fixture = await somebody()
  const { store, app, self, caseworker } = fixture
  const { id } = await anAskedProposal(fixture, 'asked')
  const question = await askQuestion(store, app.master, self, { id, question: 'Vai ir ģērbtuve?' }, NOW)
  if (!question?.ok) throw new Error('The question was not taken')
  expect(await waiting(fixture, caseworker)).toMatchObject([
    { kind: 'question', aboutId: question.id, code: fixture.person.code, proposalId: id, dueOn: '2026-11-25', from: 'candidate' },
  ])
  await answerQuestion(store, app.master, caseworker, { id, questionId: question.id, answer: 'Jā, ir.' }, NOW)
  expect(await waiting(fixture, caseworker)).toEqual([])
  expect(await waiting(fixture, caseworker, 'done')).toMatchObject([{ kind: 'question', doneAt: NOW }])
})

test('a question about a proposal that is over waits for nobody', async () => {
  const fixture = await somebody()
  const { id } = await anAskedProposal(fixture, 'asked')
  await askQuestion(fixture.store, fixture.app.master, fixture.self, { id, question: 'Vai ir ģērbtuve?' }, NOW)
  const cookie = await cookieOf(fixture.app, { membershipId: fixture.helper.membershipId })
  const form = { form: 'withdraw', version: '1', reason: 'other_job' }
  await answerOf(caseworkAction(asked(fixture.app, `/casework/proposals/${id}`, { params: { id }, cookie, form })))
  const late = await askQuestion(fixture.store, fixture.app.master, fixture.self, { id, question: 'Cikos sākas darbs?' }, NOW)
  expect(late).toEqual({ ok: false, problem: 'notAllowedNow' })
  expect(await kindsOf(fixture, fixture.caseworker)).toEqual([])
})

test('who says that something is wrong, or wants to stop everything, reaches the list of who leads, and the page that proposes warns', async () => {
  const fixture = await somebody()
  const { store, app, self, caseworker, person } = fixture
  await reportWrong(store, app.master, self, 'Man ir B kategorija.', NOW)
  const leaving = { kind: 'withdrawal', text: 'Gribu visu pārtraukt.' } as const
  await leaveProgramme(store, app.master, self, leaving, NOW)
  await leaveProgramme(store, app.master, self, leaving, NOW)
  expect((await kindsOf(fixture, caseworker)).sort()).toEqual(['correction', 'withdrawal'])

  const vacancy = await aVacancyRow(store)
  const cookie = await cookieOf(app, { membershipId: fixture.helper.membershipId })
  const params = { id: person.id, vacancyId: vacancy.id }
  const page = () => answerOf(proposeLoader(asked(app, `/casework/people/${person.id}/propose/${vacancy.id}`, { params, cookie })))
  expect((await page()).body).toMatchObject({ withdrawalAt: NOW })

  for (const { id } of await store.read((db) => db.select().from(correction))) await closeCorrection(store, caseworker, person.id, id, NOW)
  expect(await kindsOf(fixture, caseworker)).toEqual([])
  expect((await page()).body).toMatchObject({ withdrawalAt: null })
  expect(await findWithdrawal(store, caseworker, person.id)).toBeNull()
})

test('an offer of a person waits for whom it was made to; a refusal and silence wait for who made it, until somebody has read it', async () => {
  const fixture = await somebody()
  const { store, app, caseworker, person } = fixture
  const { actor: other } = await addCaseworker(app)
  const wanted = {
    kind: 'handover',
    toOrganisationId: other.organisationId,
    shares: [],
    basis: 'law',
    basisName: 'Izdomāts',
    said: 'Izdomāts',
    note: '',
  } as const
  const offer = async () => {
    const offered = await offerHandover(store, app.master, caseworker, person.id, wanted, NOW)
    return offered?.ok ? offered.id : ''
  }
  const first = await offer()
  expect(await waiting(fixture, other)).toMatchObject([
    { kind: 'handover', aboutId: first, code: person.code, label: '', dueOn: '2026-11-30' },
  ])
  await refuseHandover(store, other, first, 'no_capacity', NOW)
  expect(await kindsOf(fixture, other)).toEqual([])
  const [declined] = await waiting(fixture, caseworker)
  expect(declined).toMatchObject({ kind: 'offer_declined', refusal: 'no_capacity' })
  expect(await acknowledgeTask(store, other, declined?.id ?? '', NOW)).toBe(false)
  expect(await acknowledgeTask(store, caseworker, declined?.id ?? '', NOW)).toBe(true)

  await offer()
  await expireHandovers(store, NOW + 9 * DAY)
  expect(await kindsOf(fixture, other)).toEqual([])
  expect(await kindsOf(fixture, caseworker)).toEqual(['offer_declined'])
})

test('what waits for a person goes with the person to the organisation that takes them on', async () => {
  const fixture = await somebody()
  const { store, app, self, caseworker, person } = fixture
  const { actor: other } = await addCaseworker(app)
  await reportWrong(store, app.master, self, 'Man ir B kategorija.', NOW)
  const check = { kind: 'code_check', aboutId: person.id, candidateId: person.id, from: 'coordinator', for: caseworker } as const
  await store.write((tx) => addTask(tx, store.newId, check, NOW))
  const wanted = {
    kind: 'handover',
    toOrganisationId: other.organisationId,
    shares: [],
    basis: 'law',
    basisName: 'Izdomāts',
    said: 'Izdomāts',
    note: '',
  } as const
  const offered = await offerHandover(store, app.master, caseworker, person.id, wanted, NOW)
  await acceptHandover(store, other, offered?.ok ? offered.id : '', NOW)
  expect(await kindsOf(fixture, caseworker)).toEqual([])
  expect((await kindsOf(fixture, other)).sort()).toEqual(['code_check', 'correction'])
})

test('what an organisation had still to read about a person is over when it works with them no more', async () => {
  const fixture = await somebody()
  const { store, app, caseworker, person } = fixture
  const { actor: other } = await addCaseworker(app)
  const wanted = {
    basis: 'law',
    basisName: 'Izdomāts',
    said: 'Izdomāts',
    note: '',
    shares: [],
    toOrganisationId: other.organisationId,
  } as const
  const declined = await offerHandover(store, app.master, caseworker, person.id, { kind: 'handover', ...wanted }, NOW)
  await refuseHandover(store, other, declined?.ok ? declined.id : '', 'no_capacity', NOW)
  const offered = await offerHandover(store, app.master, caseworker, person.id, { kind: 'handover', ...wanted }, NOW)
  await acceptHandover(store, other, offered?.ok ? offered.id : '', NOW)
  expect(await store.read((db) => db.select().from(task).where(isNull(task.doneAt)))).toEqual([])
})

test('a stranger’s task is not there, and what needs more than reading is not done by a press', async () => {
  const fixture = await somebody()
  const { store, app, self, caseworker } = fixture
  await reportWrong(store, app.master, self, 'Man ir B kategorija.', NOW)
  const { actor: stranger } = await addCaseworker(app)
  expect(await waiting(fixture, stranger, 'open', 'all')).toEqual([])
  const [line] = await waiting(fixture, caseworker)
  expect(await acknowledgeTask(store, caseworker, line?.id ?? '', NOW)).toBe(false)
})

test('a colleague’s people are in the list of the whole organisation, not in one’s own', async () => {
  const fixture = await somebody()
  const { store, app, self, caseworker } = fixture
  await reportWrong(store, app.master, self, 'Man ir B kategorija.', NOW)
  const colleague = { ...caseworker, membershipId: 'colleague' }
  expect(await waiting(fixture, colleague, 'open', 'mine')).toEqual([])
  expect((await waiting(fixture, colleague, 'open', 'all')).map(({ kind }) => kind)).toEqual(['correction'])
})

test('who asks to be erased is in the list until they are, and everything open is withdrawn at once', async () => {
  const fixture = await somebody()
  const { store, app, self, caseworker, person } = fixture
  await leaveProgramme(store, app.master, self, { kind: 'erasure_wish', text: 'Lūdzu, dzēsiet.' }, NOW)
  expect(await kindsOf(fixture, caseworker)).toEqual(['erasure_wish'])
  expect(await findWithdrawal(store, caseworker, person.id)).toBe(NOW)
  await beginErasure(store, caseworker, person.id, NOW)
  await finishErasures(store, app.erasures, NOW)
  expect(await store.read((db) => db.select().from(task).where(isNull(task.doneAt)))).toEqual([])
})

test('a message that is not written is no task either: both are in one transaction', async () => {
  const fixture = await somebody()
  const { store, app, self } = fixture
  const failing: Store = Object.create(store, {
    write: {
      value: (run: (tx: Tx) => Promise<unknown>) =>
        store.write(async (tx) => {
          await run(tx)
          throw new Error('cut off')
        }),
    },
  }) as Store
  await expect(reportWrong(failing, app.master, self, 'Man ir B kategorija.', NOW)).rejects.toThrow('cut off')
  expect(await store.read((db) => db.select().from(task))).toEqual([])
})

/** Where each kind is shown to be written and finished. */
const SHOWN: Record<TaskKind, string> = {
  question: 'above',
  correction: 'above',
  withdrawal: 'above',
  erasure_wish: 'above',
  retention: 'tests/integration/retention/retention.test.ts',
  handover: 'above',
  joining: 'above, as a handover',
  offer_declined: 'above',
  approval: 'tests/integration/vacancies/approval-tasks.test.ts',
  approval_answer: 'tests/integration/vacancies/approval-tasks.test.ts',
  duplicate: 'tests/integration/involvement/duplicates.test.ts',
  code_check: 'tests/integration/involvement/duplicates.test.ts',
  confirmation: 'tests/integration/confirmations/pages.test.ts',
  confirmed: 'tests/integration/confirmations/pages.test.ts',
  merged: 'tests/integration/involvement/merge.test.ts',
}

test('every kind is shown to be written and finished somewhere', () => {
  expect(Object.keys(SHOWN).sort()).toEqual([...TASK_KINDS].sort())
})
