// The list of people: in which order, with what beside each, and what the filters leave.
import { expect, test } from 'vitest'
import { listPeople, updateLabel, type PeopleFilters } from '#db/people/people.ts'
import { candidateCode } from '#app/domain/people/candidate.ts'
import { loader } from '#app/routes/casework/people.tsx'
import * as tables from '#db/schema/index.ts'
import { answerOf, asked, NOW } from '#tests/support/app.ts'
import { aMember, aProposal, aVacancyRow } from '#tests/support/rows.ts'
import { aPersonOf, caseworkerFixture, type CaseworkerFixture } from '#tests/support/people/caseworker-fixture.ts'

const DAY = 86_400_000
const EVERYONE: PeopleFilters = { whose: 'mine', stage: null, waitingOn: null, missing: null, q: '' }

async function idsOf({ app, actor }: CaseworkerFixture, filters: Partial<PeopleFilters> = {}, at = ''): Promise<string[]> {
  const { rows } = await listPeople(app.store, app.master, actor, { ...EVERYONE, ...filters }, at, NOW)
  return rows.map(({ id }) => id)
}

async function proposalOf(fixture: CaseworkerFixture, candidateId: string, more: Partial<Parameters<typeof aProposal>[1]>) {
  const vacancy = await aVacancyRow(fixture.app.store)
  const of = { vacancyId: vacancy.id, employerId: vacancy.employerId, candidateId, organisationId: fixture.actor.organisationId }
  return aProposal(fixture.app.store, { ...of, state: 'sent', ...more })
}

test('who has waited longest stands first, and who is at work stands last', async () => {
  const fixture = await caseworkerFixture()
  const lately = await aPersonOf(fixture, { waitingSince: NOW - 10 * DAY })
  const atWork = await aPersonOf(fixture, { waitingSince: NOW - 300 * DAY, stage: 'in_work' })
  const longest = await aPersonOf(fixture, { waitingSince: NOW - 90 * DAY })
  expect(await idsOf(fixture)).toEqual([longest.id, lately.id, atWork.id])
})

test('who is settled or has left is not in the way, and is found when asked for', async () => {
  const fixture = await caseworkerFixture()
  const left = await aPersonOf(fixture, { stage: 'left' })
  const settled = await aPersonOf(fixture, { stage: 'settled' })
  expect(await idsOf(fixture)).toEqual([])
  expect(await idsOf(fixture, { stage: 'left' })).toEqual([left.id])
  expect(await idsOf(fixture, { q: settled.code })).toEqual([settled.id])
})

test('mine are those I work with; all are the organisation’s', async () => {
  const fixture = await caseworkerFixture()
  const colleague = await aMember(fixture.app.store, { role: 'caseworker', organisationId: fixture.actor.organisationId })
  const mine = await aPersonOf(fixture, { waitingSince: NOW - 2 * DAY })
  const theirs = await aPersonOf(fixture, { caseworkerId: colleague.membershipId, waitingSince: NOW - DAY } as never)
  expect(await idsOf(fixture)).toEqual([mine.id])
  expect(await idsOf(fixture, { whose: 'all' })).toEqual([mine.id, theirs.id])
})

test('a line tells what the person wants, how ready they are, on whom they wait since when, and what comes next', async () => {
  const fixture = await caseworkerFixture()
  const person = await aPersonOf(fixture, { open: { occupationsWanted: ['4321'] } })
  await proposalOf(fixture, person.id, { state: 'sent', stateSince: NOW - 5 * DAY, deadlineAt: NOW + 9 * DAY })
  await fixture.app.store.write(async (tx) =>
    tx.insert(tables.readiness).values([
      { candidateId: person.id, item: 'phone', state: 'in_place', updatedAt: NOW },
      { candidateId: person.id, item: 'housing', state: 'needed', dueOn: '2026-11-20', updatedAt: NOW },
    ]),
  )
  const { rows } = await listPeople(fixture.app.store, fixture.app.master, fixture.actor, EVERYONE, '', NOW)
  expect(rows).toMatchObject([
    {
      code: person.code,
      stage: 'looking',
      occupationsWanted: ['4321'],
      readinessInPlace: 1,
      waiting: { on: 'employer', since: NOW - 5 * DAY },
      next: { what: 'readiness', day: '2026-11-20', overdue: true },
    },
  ])
})

test('people are found by what they wait for, and by waiting for nothing', async () => {
  const fixture = await caseworkerFixture()
  const onEmployer = await aPersonOf(fixture, { waitingSince: NOW - 5 * DAY })
  const onMe = await aPersonOf(fixture, { waitingSince: NOW - 4 * DAY })
  const atWork = await aPersonOf(fixture, { stage: 'in_work' })
  await proposalOf(fixture, onEmployer.id, { state: 'sent' })
  await proposalOf(fixture, onMe.id, { state: 'consented' })
  await proposalOf(fixture, atWork.id, { state: 'started', startOn: '2026-11-02' })
  expect(await idsOf(fixture, { waitingOn: 'employer' })).toEqual([onEmployer.id])
  expect(await idsOf(fixture, { waitingOn: 'caseworker' })).toEqual([onMe.id])
  expect(await idsOf(fixture, { waitingOn: 'nobody' })).toEqual([atWork.id])
})

test('people are found by what they do not have yet', async () => {
  const fixture = await caseworkerFixture()
  const has = await aPersonOf(fixture)
  const lacks = await aPersonOf(fixture)
  await fixture.app.store.write(async (tx) =>
    tx.insert(tables.readiness).values({ candidateId: has.id, item: 'bank_account', state: 'in_place', updatedAt: NOW }),
  )
  expect(await idsOf(fixture, { missing: 'bank_account' })).toEqual([lacks.id])
})

test('a person is found by part of the code or of the own label, without marks and in any case', async () => {
  const fixture = await caseworkerFixture()
  const { app, actor } = fixture
  const person = await aPersonOf(fixture)
  await aPersonOf(fixture)
  await updateLabel(app.store, app.master, actor, person.id, { version: 1, label: 'Šoferis no Ķemeriem', language: 'lv' }, NOW)
  expect(await idsOf(fixture, { q: 'kemer' })).toEqual([person.id])
  expect(await idsOf(fixture, { q: person.code.toLowerCase().replaceAll('-', '') })).toEqual([person.id])
  expect(await idsOf(fixture, { q: 'nobody like this' })).toEqual([])
})

test('a person is found by the whole code of a proposal, which an employer says on the phone', async () => {
  const fixture = await caseworkerFixture()
  const person = await aPersonOf(fixture)
  await aPersonOf(fixture)
  await proposalOf(fixture, person.id, { code: 'P-7Q4M-2X' })
  expect(await idsOf(fixture, { q: 'P-7Q4M-2X' })).toEqual([person.id])
  expect(await idsOf(fixture, { q: 'p 7q4m 2x' })).toEqual([person.id])
  expect(await idsOf(fixture, { q: '7q4m2x' })).toEqual([person.id])
  expect(await idsOf(fixture, { q: 'P-7Q4M' })).toEqual([])
})

test('twenty-five stand on a page, and the rest on the next', async () => {
  const fixture = await caseworkerFixture()
  const ids: string[] = []
  for (let row = 0; row < 30; row += 1) {
    const code = candidateCode(Uint8Array.of(row, 0, 0, 0, 0, 0))
    ids.push((await aPersonOf(fixture, { code, waitingSince: NOW - (40 - row) * DAY })).id)
  }
  for (const q of ['', 'K-']) {
    const page = (at: string) => listPeople(fixture.app.store, fixture.app.master, fixture.actor, { ...EVERYONE, q }, at, NOW)
    const first = await page('')
    const second = await page(first.next ?? '')
    expect(first).toMatchObject({ previous: null, total: 30 })
    expect(first.rows.map(({ id }) => id)).toEqual(ids.slice(0, 25))
    expect(second.next).toBeNull()
    expect(second.rows.map(({ id }) => id)).toEqual(ids.slice(25))
    expect((await page(second.previous ?? '')).rows).toEqual(first.rows)
  }
})

test('an address with nonsense in it still shows the list', async () => {
  const fixture = await caseworkerFixture()
  const person = await aPersonOf(fixture)
  const path = `/casework?page=99&at=%7B%22x&stage=%27--&waitingOn=boss&missing=x&whose=theirs&q=${'%00'.repeat(3)}`
  const { status, body } = await answerOf(loader(asked(fixture.app, path, { cookie: fixture.cookie })))
  expect(status).toBe(200)
  expect(body).toMatchObject({ total: 1, previous: null, next: null, people: [{ id: person.id }] })
})
