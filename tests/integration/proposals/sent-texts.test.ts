// Words that one party of a proposal sends to another are checked before they go.
import { expect, test } from 'vitest'
import { problem } from '#app/forms/parse-form.ts'
import { askQuestion } from '#db/proposals/questions.ts'
import { textOverride } from '#db/schema/index.ts'
import { NOW } from '#tests/support/app.ts'
import {
  byCaseworker,
  byEmployer,
  caseworkFixture,
  caseworkPage,
  walkTo,
  type CaseworkFixture,
} from '#tests/support/proposals/casework-fixture.ts'

const SUSPICIOUS = 'Brasas cietumā, nesodītiem'
const WARNED = problem('suspiciousText', { found: 'cietuma, nesoditiem' })
const CODE = 'Kods 010190-12345'

type Send = (text: string, more?: Record<string, string>) => Promise<{ status: number; body: unknown }>

async function aRefusal(fixture: CaseworkFixture): Promise<Send> {
  const id = await walkTo(fixture, 'sent')
  return (note, more) => byEmployer(fixture, id, 'refuse', { reason: 'experience', note, ...more })
}

async function anInvitation(fixture: CaseworkFixture): Promise<Send> {
  const id = await walkTo(fixture, 'named')
  return (interviewPlace, more) => byEmployer(fixture, id, 'interview', { interviewAt: '2026-12-02T14:30', interviewPlace, ...more })
}

async function anAnswer(fixture: CaseworkFixture): Promise<Send> {
  const id = await walkTo(fixture, 'asked')
  await askQuestion(fixture.store, fixture.app.master, fixture.self, { id, question: 'Vai ir ģērbtuve?' }, NOW)
  const question = (await caseworkPage(fixture, id)).body.proposal.questions[0]?.id ?? ''
  return (answer, more) => byCaseworker(fixture, id, 'answer_question', { question, answer, ...more })
}

const overridesOf = ({ store }: CaseworkFixture) => store.read((db) => db.select().from(textOverride))

test.each([
  ['a note to the caseworker', 'note', aRefusal],
  ['the place of an interview', 'interviewPlace', anInvitation],
  ['an answer to the person', 'answer', anAnswer],
])('%s is warned of beside its field, and goes out with a second yes, which is logged', async (_what, field, prepared) => {
  const fixture = await caseworkFixture()
  const send = await prepared(fixture)
  expect(await send(SUSPICIOUS)).toMatchObject({ status: 422, body: { problems: { [field]: WARNED }, entered: { [field]: SUSPICIOUS } } })
  expect(await send(CODE, { override: 'on' })).toMatchObject({ status: 422, body: { problems: { [field]: 'personalCodeInText' } } })
  expect(await overridesOf(fixture)).toEqual([])
  expect((await send(SUSPICIOUS, { override: 'on' })).status).toBe(303)
  expect(await overridesOf(fixture)).toMatchObject([{ candidateId: fixture.person.id, findings: ['prison', 'past'] }])
})

test('words in which nothing is found go out at once, and nothing is logged', async () => {
  const fixture = await caseworkFixture()
  const send = await anInvitation(fixture)
  expect((await send('Noliktavas iela 1, ieeja no pagalma')).status).toBe(303)
  expect(await overridesOf(fixture)).toEqual([])
})
