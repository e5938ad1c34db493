// When an employer learns of what others did: a day later, so that the moment links no two proposals of one person.
import { expect, test } from 'vitest'
import { deadlineIn } from '#app/domain/shared/day.ts'
import { JOBS, runDueJobs } from '#app/process/background-jobs.ts'
import { action as employerAction, loader as employerLoader } from '#app/routes/employer/proposal.tsx'
import { loader as employerListLoader } from '#app/routes/employer/proposals.tsx'
import { loader as homeLoader } from '#app/routes/employer/home.tsx'
import { loader as vacanciesLoader } from '#app/routes/employer/vacancies.tsx'
import { moveVacancy } from '#db/vacancies/status.ts'
import { answerOf, asked, NOW } from '#tests/support/app.ts'
import {
  byCaseworker,
  caseworkFixture,
  caseworkPage,
  employerIsTold,
  later,
  rowOf,
  walkTo,
  type CaseworkFixture,
} from '#tests/support/proposals/casework-fixture.ts'

const NEXT_DAY = Date.parse('2026-11-24T00:00:00+02:00')

/** The job that tells, as it runs at a moment. */
async function jobRuns(fixture: CaseworkFixture, at: number): Promise<void> {
  await later(fixture, at)
  await runDueJobs(
    fixture.app,
    'teller',
    () => false,
    JOBS.filter(({ id }) => id === 'close_due'),
  )
}

/** Every page on which the employer reads of its proposals, byte by byte. */
async function pagesOfEmployer({ app, cookies }: CaseworkFixture, id: string): Promise<string> {
  const cookie = cookies.employs
  const answers = await Promise.all([
    answerOf(employerLoader(asked(app, `/employer/proposals/${id}`, { params: { id }, cookie }))),
    ...['waiting', 'live', 'over'].map((filter) =>
      answerOf(employerListLoader(asked(app, `/employer/proposals?filter=${filter}`, { cookie }))),
    ),
    answerOf(homeLoader(asked(app, '/employer', { cookie }))),
    answerOf(vacanciesLoader(asked(app, '/employer/vacancies', { cookie }))),
  ])
  return JSON.stringify(answers)
}

/** What each form says that changes nothing: from a page of another time, without its reason, too early. */
async function triesOfEmployer({ app, cookies }: CaseworkFixture, id: string, version: number): Promise<string> {
  const forms = [
    { form: 'refuse', version: String(version) },
    { form: 'refuse', version: String(version), reason: 'custody' },
    { form: 'show_interest', version: String(version + 1) },
    { form: 'show_interest', version: String(version - 1) },
    { form: 'offer_job', version: String(version), startOn: '2026-12-07' },
    { form: 'interview', version: String(version), interviewAt: '2026-12-01T10:00', interviewPlace: 'Birojs' },
    { form: 'end', version: String(version), reason: 'quit' },
  ]
  const answers = await Promise.all(
    forms.map((form) =>
      answerOf(employerAction(asked(app, `/employer/proposals/${id}`, { params: { id }, cookie: cookies.employs, form }))),
    ),
  )
  return JSON.stringify(answers)
}

test('a proposal that is sent today reaches the employer when the day is over in Latvia', async () => {
  const fixture = await caseworkFixture()
  const id = await walkTo(fixture, 'consented')
  await later(fixture, NEXT_DAY - 1)
  const before = await pagesOfEmployer(fixture, id)
  await later(fixture, NEXT_DAY - 2 * 3_600_000)
  await byCaseworker(fixture, id, 'send')
  await jobRuns(fixture, NEXT_DAY - 1)
  expect(await pagesOfEmployer(fixture, id)).toBe(before)
  await jobRuns(fixture, NEXT_DAY + 60_000)
  const { code } = await rowOf(fixture, id)
  expect(await pagesOfEmployer(fixture, id)).toContain(`"code":"${code ?? ''}"`)
})

test.each([
  ['sent', 'withdraw', { reason: 'other_job' }],
  ['interested', 'withdraw', { reason: 'other_job' }],
  ['interested', 'name', { answer: 'no', channel: 'phone', reason: 'pay' }],
] as const)('what was %s and ends by %s looks and answers as before until the day is over', async (state, form, fields) => {
  const fixture = await caseworkFixture()
  const id = await walkTo(fixture, state)
  await employerIsTold(fixture)
  const { version } = await rowOf(fixture, id)
  const before = [await pagesOfEmployer(fixture, id), await triesOfEmployer(fixture, id, version)]
  expect((await byCaseworker(fixture, id, form, fields)).status).toBe(303)
  expect([await pagesOfEmployer(fixture, id), await triesOfEmployer(fixture, id, version)]).toEqual(before)
  await jobRuns(fixture, NEXT_DAY + 60_000)
  const { state: ended } = await rowOf(fixture, id)
  expect(await pagesOfEmployer(fixture, id)).toContain(`"state":"${ended}"`)
})

test('an employer that answers what was taken back today is told so, and moves nothing', async () => {
  const fixture = await caseworkFixture()
  const id = await walkTo(fixture, 'sent')
  await employerIsTold(fixture)
  const { version } = await rowOf(fixture, id)
  await byCaseworker(fixture, id, 'withdraw', { reason: 'pay' })
  const form = { form: 'show_interest', version: String(version) }
  const sent = asked(fixture.app, `/employer/proposals/${id}`, { params: { id }, cookie: fixture.cookies.employs, form })
  expect(await answerOf(employerAction(sent))).toMatchObject({ status: 422, body: { problems: { form: 'overMeanwhile' } } })
  expect(await rowOf(fixture, id)).toMatchObject({ state: 'withdrawn', toldState: 'withdrawn' })
})

test('what was sent and taken back on one day never reaches the employer', async () => {
  const fixture = await caseworkFixture()
  const id = await walkTo(fixture, 'sent')
  const before = await pagesOfEmployer(fixture, id)
  await byCaseworker(fixture, id, 'withdraw', { reason: 'pay' })
  await employerIsTold(fixture)
  expect(await pagesOfEmployer(fixture, id)).toBe(before)
})

test('from the naming on the employer knows at once', async () => {
  const fixture = await caseworkFixture()
  const id = await walkTo(fixture, 'interested')
  await byCaseworker(fixture, id, 'name', { answer: 'yes', channel: 'phone' })
  expect(await rowOf(fixture, id)).toMatchObject({ state: 'named', toldState: 'named' })
  await byCaseworker(fixture, id, 'withdraw', { reason: 'pay' })
  expect(await rowOf(fixture, id)).toMatchObject({ state: 'withdrawn', toldState: 'withdrawn' })
})

test('filling a vacancy ends at once what the employer knows of, and only later, in the background, what it does not', async () => {
  const fixture = await caseworkFixture()
  const { store, boss, employer, vacancy } = fixture
  const id = await walkTo(fixture, 'asked')
  const actor = { kind: 'employer', ...boss, employerId: employer.id, verification: 'verified' } as const
  await moveVacancy(store, actor, { id: vacancy.id, move: 'fill' }, NOW)
  expect((await rowOf(fixture, id)).state).toBe('asked')
  await runDueJobs(
    fixture.app,
    'closer',
    () => false,
    JOBS.filter(({ id: job }) => job === 'close_due'),
  )
  expect(await rowOf(fixture, id)).toMatchObject({ state: 'vacancy_filled', toldState: null })
})

test('what the employer knows of ends with the vacancy itself', async () => {
  const fixture = await caseworkFixture()
  const { store, boss, employer, vacancy } = fixture
  const id = await walkTo(fixture, 'sent')
  await employerIsTold(fixture)
  const actor = { kind: 'employer', ...boss, employerId: employer.id, verification: 'verified' } as const
  await moveVacancy(store, actor, { id: vacancy.id, move: 'close' }, NOW)
  expect(await rowOf(fixture, id)).toMatchObject({ state: 'vacancy_filled', toldState: 'vacancy_filled' })
})

test('filling a vacancy tells also of what was taken back today: nothing goes on standing at a vacancy that is over', async () => {
  const fixture = await caseworkFixture()
  const { store, boss, employer, vacancy } = fixture
  const id = await walkTo(fixture, 'sent')
  await employerIsTold(fixture)
  await byCaseworker(fixture, id, 'withdraw', { reason: 'pay' })
  const actor = { kind: 'employer', ...boss, employerId: employer.id, verification: 'verified' } as const
  await moveVacancy(store, actor, { id: vacancy.id, move: 'fill' }, NOW)
  expect(await rowOf(fixture, id)).toMatchObject({ state: 'withdrawn', toldState: 'withdrawn' })
})

test('an employer that let its deadline pass reads so at once', async () => {
  const fixture = await caseworkFixture()
  const id = await walkTo(fixture, 'sent')
  await jobRuns(fixture, deadlineIn(14, NOW) + 60_000)
  expect(await rowOf(fixture, id)).toMatchObject({ state: 'no_answer', toldState: 'no_answer' })
})

test('the caseworker reads from when the employer will know of the last step, and no more once it does', async () => {
  const fixture = await caseworkFixture()
  const id = await walkTo(fixture, 'consented')
  const toldOn = async () => (await caseworkPage(fixture, id)).body.proposal.toldOn
  expect(await toldOn()).toBeNull()
  await byCaseworker(fixture, id, 'send')
  expect(await toldOn()).toBe('2026-11-24')
  await employerIsTold(fixture)
  expect(await toldOn()).toBeNull()
  await byCaseworker(fixture, id, 'withdraw', { reason: 'pay' })
  expect(await toldOn()).toBe('2026-11-24')
})
