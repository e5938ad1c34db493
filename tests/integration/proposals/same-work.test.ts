// An employer with several vacancies must not learn of a person from which of them they are proposed to.
import { eq } from 'drizzle-orm'
import { beforeEach, describe, expect, test } from 'vitest'
import type { RestrictedProfile } from '#app/domain/people/candidate.ts'
import { plainStance, stancesOf, type OffenceFamily, type StanceCondition } from '#app/domain/vacancies/acceptance.ts'
import { NOTHING_RECORDED } from '#app/domain/people/candidate.ts'
import { loader as matchPage } from '#app/routes/casework/match-person.tsx'
import { loader as proposeLoader } from '#app/routes/casework/propose.tsx'
import { loader as vacancyLoader } from '#app/routes/employer/vacancy.tsx'
import { updateRecord } from '#db/people/record.ts'
import { vacancy } from '#db/schema/index.ts'
import { moveVacancy } from '#db/vacancies/status.ts'
import { answerOf, asked, NOW } from '#tests/support/app.ts'
import {
  byCaseworker,
  byEmployer,
  caseworkFixture,
  DAY,
  later,
  PERSON,
  propose,
  walkTo,
  type CaseworkFixture,
} from '#tests/support/proposals/casework-fixture.ts'
import { anEmployer, aVacancyRow } from '#tests/support/rows.ts'

const refused = (form: string) => ({ status: 422, body: { problems: { form } } })

type More = Partial<Parameters<typeof aVacancyRow>[1]>

/** Another vacancy of the fixture's employer, that refuses these families. */
async function aTwin({ store, employer }: CaseworkFixture, families: readonly OffenceFamily[], more: More = {}): Promise<string> {
  const stances = stancesOf('case_by_case').map((row) =>
    families.includes(row.family)
      ? { ...plainStance(row.family, 'not_for_this_job'), reason: 'law' as const, article: 'Izdomātais likums, 1. pants' }
      : row,
  )
  return (await aVacancyRow(store, { employerId: employer.id, stances, ...more })).id
}

async function seenBeforePressing({ app, person, cookies }: CaseworkFixture, vacancyId: string) {
  const params = { id: person.id, vacancyId }
  const path = `/casework/people/${person.id}/propose/${vacancyId}`
  const { body } = await answerOf(proposeLoader(asked(app, path, { params, cookie: cookies.casework })))
  return (body as Awaited<ReturnType<typeof proposeLoader>>).obstacle
}

/** What the match page of the person says stands against proposing each of these vacancies. */
async function onMatchPage({ app, person, cookies }: CaseworkFixture, ids: readonly string[]) {
  const args = { params: { id: person.id }, cookie: cookies.casework }
  const { body } = await answerOf(matchPage(asked(app, '/match?group=check', args)))
  const { lines } = body as Awaited<ReturnType<typeof matchPage>>
  return ids.map((id) => lines.find(({ vacancy }) => vacancy.id === id)?.inTheWay)
}

describe('at one employer', () => {
  test('a person is asked about one vacancy at a time, and the caseworker is told why', async () => {
    const fixture = await caseworkFixture()
    const other = await aTwin(fixture, [], { occupation: '9333' })
    const id = await walkTo(fixture, 'asked')
    expect(await seenBeforePressing(fixture, other)).toEqual({ problem: 'oneAtATime', instead: null, other: id })
    expect(await propose(fixture, { vacancyId: other })).toMatchObject(refused('oneAtATime'))
    expect(await onMatchPage(fixture, [other, fixture.vacancy.id])).toEqual(['oneAtATime', null])
    await byCaseworker(fixture, id, 'withdraw', { reason: 'pay' })
    expect((await propose(fixture, { vacancyId: other })).status).toBe(303)
  })

  test('a draft that was prepared before is not asked about meanwhile', async () => {
    const fixture = await caseworkFixture()
    const other = await aTwin(fixture, [], { occupation: '9333' })
    const { id } = await propose(fixture, { vacancyId: other, then: 'draft' })
    await walkTo(fixture, 'asked')
    expect(await byCaseworker(fixture, id, 'ask', { deadlineDays: '7' })).toMatchObject(refused('oneAtATime'))
  })

  test('another person may be asked, and the same person about another employer’s vacancy', async () => {
    const fixture = await caseworkFixture()
    await walkTo(fixture, 'asked')
    const elsewhere = await aTwin({ ...fixture, employer: await anEmployer(fixture.store) }, [])
    expect((await propose(fixture, { vacancyId: elsewhere })).status).toBe(303)
  })
})

const RECORDS: readonly (readonly [string, RestrictedProfile])[] = [
  ['robbery', { ...NOTHING_RECORDED, ...PERSON.restricted, families: ['robbery'] }],
  ['fraud', { ...NOTHING_RECORDED, ...PERSON.restricted, families: ['fraud'] }],
  ['nothing', NOTHING_RECORDED],
]

describe.each(RECORDS)('a person of whom %s is recorded', (_, record) => {
  let fixture: CaseworkFixture
  beforeEach(async () => {
    fixture = await caseworkFixture()
    const { app, store, actor, person } = fixture
    await updateRecord(store, app.master, actor, person.id, { record, version: 1 }, NOW)
  })
  const ids = ({ vacancy }: CaseworkFixture) => vacancy.id

  test('is proposed to the one of two vacancies for the same work that rules out less, and the page names it', async () => {
    const strict = await aTwin(fixture, ['fraud'])
    expect(await seenBeforePressing(fixture, strict)).toEqual({
      problem: 'sameWork',
      instead: { vacancyId: ids(fixture), title: 'Noliktavas darbinieks' },
      other: null,
    })
    expect(await propose(fixture, { vacancyId: strict })).toMatchObject(refused('sameWork'))
    expect((await propose(fixture)).status).toBe(303)
  })

  test('is proposed to neither where each rules out something of its own', async () => {
    const work = { occupation: '9333' }
    const [one, other] = [await aTwin(fixture, ['fraud'], work), await aTwin(fixture, ['robbery'], work)]
    expect(await propose(fixture, { vacancyId: one })).toMatchObject(refused('sameWork'))
    expect(await propose(fixture, { vacancyId: other })).toMatchObject(refused('sameWork'))
  })

  test('is proposed to either where both rule out the same', async () => {
    const work = { occupation: '9333' }
    const [one] = [await aTwin(fixture, ['fraud'], work), await aTwin(fixture, ['fraud'], work)]
    expect((await propose(fixture, { vacancyId: one })).status).toBe(303)
  })

  test.each<[string, More]>([
    ['is for other work', { occupation: '9333' }],
    ['is not open', { state: 'paused' }],
    ['is too far away', { lat: 56.95, lon: 24.1 }],
  ])('is proposed where another vacancy rules out less, but %s', async (_why, more) => {
    const strict = { ...fixture.vacancy, id: await aTwin(fixture, ['fraud', 'robbery'], { occupation: '8322' }) }
    await aTwin(fixture, ['fraud'], { occupation: '8322', ...more })
    expect((await propose(fixture, { vacancyId: strict.id })).status).toBe(303)
  })
})

test('after an answer at the laxer one, also when it is filled and open again, the stricter one stays silent for twelve months', async () => {
  const fixture = await caseworkFixture()
  const { store, boss, employer, vacancy } = fixture
  const strict = await aTwin(fixture, ['fraud'], { expiresAt: NOW + 800 * DAY })
  const id = await walkTo(fixture, 'sent')
  await byEmployer(fixture, id, 'refuse', { reason: 'experience' })
  expect(await propose(fixture, { vacancyId: strict })).toMatchObject(refused('sameWork'))
  const actor = { kind: 'employer', ...boss, employerId: employer.id, verification: 'verified' } as const
  await moveVacancy(store, actor, { id: vacancy.id, move: 'fill' }, NOW)
  expect(await seenBeforePressing(fixture, strict)).toMatchObject({ problem: 'sameWork', instead: { vacancyId: null } })
  await later(fixture, NOW + 367 * DAY)
  expect((await propose(fixture, { vacancyId: strict })).status).toBe(303)
})

test('two measures of one family are compared both: fewer people are ruled out without the second', async () => {
  const fixture = await caseworkFixture()
  const work = { occupation: '9333' }
  const timed = (conditions: StanceCondition[]) =>
    stancesOf('case_by_case').map((row) => (row.family === 'violence' ? { ...plainStance('violence', 'yes_if'), conditions } : row))
  const years = { kind: 'since_offence', years: 1 } as const
  const { id: lax } = await aVacancyRow(fixture.store, { employerId: fixture.employer.id, ...work, stances: timed([years]) })
  const both = timed([years, { kind: 'since_release', months: 24 }])
  const { id: strict } = await aVacancyRow(fixture.store, { employerId: fixture.employer.id, ...work, stances: both })
  expect(await seenBeforePressing(fixture, strict)).toMatchObject({ problem: 'sameWork', instead: { vacancyId: lax } })
})

test('a stricter vacancy that was asked about is not sent once one for the same work opens that rules out less', async () => {
  const fixture = await caseworkFixture()
  const strict = await aTwin(fixture, ['fraud'], { occupation: '9333' })
  const id = await walkTo({ ...fixture, vacancy: { ...fixture.vacancy, id: strict } }, 'consented')
  await aTwin(fixture, [], { occupation: '9333' })
  expect(await byCaseworker(fixture, id, 'send')).toMatchObject(refused('sameWork'))
})

test('an employer reads at both vacancies that they rule out different things, and of no other', async () => {
  const fixture = await caseworkFixture()
  const { app, cookies, vacancy } = fixture
  const [strict, same] = [await aTwin(fixture, ['fraud']), await aTwin(fixture, [])]
  const seenAt = async (id: string) => {
    const { body } = await answerOf(vacancyLoader(asked(app, `/employer/vacancies/${id}`, { params: { id }, cookie: cookies.employs })))
    return (body as Awaited<ReturnType<typeof vacancyLoader>>).ruledOutDifferently.map((one) => one.id)
  }
  expect(await seenAt(strict)).toEqual([vacancy.id, same].sort())
  expect(await seenAt(vacancy.id)).toEqual([strict])
})

test('what was sent and taken back on one day binds nobody: the employer is never told of it', async () => {
  const fixture = await caseworkFixture()
  const strict = await aTwin(fixture, ['fraud'])
  const id = await walkTo(fixture, 'sent')
  await byCaseworker(fixture, id, 'withdraw', { reason: 'pay' })
  await fixture.store.write((tx) => tx.update(vacancy).set({ state: 'paused' }).where(eq(vacancy.id, fixture.vacancy.id)))
  expect((await propose(fixture, { vacancyId: strict })).status).toBe(303)
})

test('vacancies taken over without an occupation are compared with each other', async () => {
  const fixture = await caseworkFixture()
  const [lax, strict] = [await aTwin(fixture, [], { occupation: null }), await aTwin(fixture, ['fraud'], { occupation: null })]
  expect(await seenBeforePressing(fixture, strict)).toMatchObject({ problem: 'sameWork', instead: { vacancyId: lax } })
})
