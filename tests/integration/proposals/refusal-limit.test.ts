// What a proposal gives away of a person: what its vacancy refuses, and no more than the limit from one employer within a year.
import { eq } from 'drizzle-orm'
import { describe, expect, test } from 'vitest'
import { plainStance, stancesOf, type OffenceFamily, type StanceRow } from '#app/domain/vacancies/acceptance.ts'
import { approvalItems, refusalsOf } from '#app/domain/vacancies/refusal-limit.ts'
import { acceptanceApproval, consent, followUp, proposal, proposalEvent, vacancyStance } from '#db/schema/index.ts'
import { loader as matchPage } from '#app/routes/casework/match-person.tsx'
import { answerOf, asked, NOW } from '#tests/support/app.ts'
import {
  byCaseworker,
  caseworkFixture,
  DAY,
  employerIsTold,
  later,
  propose,
  rowOf,
  walkTo,
  type CaseworkFixture,
} from '#tests/support/proposals/casework-fixture.ts'
import { anEmployer, aProposal, aVacancyRow } from '#tests/support/rows.ts'

const FIRST: readonly OffenceFamily[] = ['property', 'fraud', 'traffic', 'other']
const SECOND: readonly OffenceFamily[] = ['sexual', 'homicide', 'drug_use']

function refusing(families: readonly OffenceFamily[]): StanceRow[] {
  return stancesOf('case_by_case').map((row) =>
    families.includes(row.family)
      ? { ...plainStance(row.family, 'not_for_this_job'), reason: 'law', article: 'Izdomātais likums, 1. pants' }
      : row,
  )
}

async function restate({ store }: CaseworkFixture, vacancyId: string, stances: readonly StanceRow[]): Promise<void> {
  await store.write(async (tx) => {
    await tx.delete(vacancyStance).where(eq(vacancyStance.vacancyId, vacancyId))
    await tx.insert(vacancyStance).values(stances.map((row) => ({ vacancyId, ...row })))
  })
}

/** When the employer knows of it. */
async function takeBack(fixture: CaseworkFixture, id: string): Promise<void> {
  await employerIsTold(fixture)
  expect((await byCaseworker(fixture, id, 'withdraw', { reason: 'pay' })).status).toBe(303)
}

/** The fixture's vacancy refuses the first four; the person was proposed to it, and took it back. */
async function proposedOnce() {
  const fixture = await caseworkFixture()
  await restate(fixture, fixture.vacancy.id, refusing(FIRST))
  const id = await walkTo(fixture, 'sent')
  await takeBack(fixture, id)
  // Each for work of its own: of several for the same work not every one is proposed.
  const occupations = ['9333', '8322', '5223', '7511']
  const more = (families: readonly OffenceFamily[], employerId = fixture.employer.id) =>
    aVacancyRow(fixture.store, {
      employerId,
      occupation: occupations.pop() ?? '',
      stances: refusing(families),
      expiresAt: NOW + 800 * DAY,
    })
  return { fixture, id, more }
}

describe('a second vacancy of the same employer', () => {
  test('that together would refuse more than six is not offered to the person, and the caseworker is told why', async () => {
    const { fixture, more } = await proposedOnce()
    const twin = await more(SECOND)
    expect(await propose(fixture, { vacancyId: twin.id })).toMatchObject({ status: 422, body: { problems: { form: 'refusalLimit' } } })
  })

  test('is not offered on the match page either, while one that stays within six, or is another employer’s, is', async () => {
    const { fixture, more } = await proposedOnce()
    const twin = await more(SECOND)
    const within = await more(FIRST)
    const other = await more(SECOND, (await anEmployer(fixture.store)).id)
    const args = { params: { id: fixture.person.id }, cookie: fixture.cookies.casework }
    const { lines } = (await answerOf(matchPage(asked(fixture.app, '/match?group=check', args)))).body as Awaited<
      ReturnType<typeof matchPage>
    >
    const reached = Object.fromEntries(lines.map(({ vacancy, inTheWay }) => [vacancy.id, inTheWay]))
    expect(reached).toMatchObject({ [twin.id]: 'refusalLimit', [within.id]: null, [other.id]: null })
  })

  test('that refuses the same, or stays within six, is', async () => {
    const { fixture, more } = await proposedOnce()
    const same = await propose(fixture, { vacancyId: (await more(FIRST)).id })
    expect(same.status).toBe(303)
    await takeBack(fixture, same.id)
    expect((await propose(fixture, { vacancyId: (await more(SECOND.slice(0, 2))).id })).status).toBe(303)
  })

  test('is, when it is another employer’s, or a year later', async () => {
    const { fixture, more } = await proposedOnce()
    expect((await propose(fixture, { vacancyId: (await more(SECOND, (await anEmployer(fixture.store)).id)).id })).status).toBe(303)
    const twin = await more(SECOND)
    await later(fixture, NOW + 364 * DAY)
    expect(await propose(fixture, { vacancyId: twin.id })).toMatchObject({ status: 422, body: { problems: { form: 'refusalLimit' } } })
    await later(fixture, NOW + 367 * DAY)
    expect((await propose(fixture, { vacancyId: twin.id })).status).toBe(303)
  })

  test('counts when the proposal is sent, too: what was sent between the yes and the sending is not forgotten', async () => {
    const fixture = await caseworkFixture()
    const { store, person, organisation, employer } = fixture
    const twin = await aVacancyRow(store, { employerId: employer.id, occupation: '9333', stances: refusing(FIRST) })
    const id = await walkTo({ ...fixture, vacancy: twin }, 'consented')
    const pair = { vacancyId: fixture.vacancy.id, candidateId: person.id, organisationId: organisation.id, employerId: employer.id }
    const told = { toldState: 'withdrawn', toldVersion: 1 } as const
    const sent = await aProposal(store, {
      ...pair,
      ...told,
      state: 'withdrawn',
      acceptance: { stances: refusing(SECOND), terms: twin.terms },
    })
    const event = { proposalId: sent.id, step: 1, from: 'consented', to: 'sent', party: 'caseworker', at: NOW } as const
    await store.write((tx) => tx.insert(proposalEvent).values({ id: store.newId(), ...event }))
    expect(await byCaseworker(fixture, id, 'send')).toMatchObject({ status: 422, body: { problems: { form: 'refusalLimit' } } })
  })
})

test('an approval of a clearance is none of more than six: it lifts no limit', async () => {
  const fixture = await caseworkFixture()
  await restate(fixture, fixture.vacancy.id, refusing(FIRST))
  await takeBack(fixture, await walkTo(fixture, 'sent'))
  const cleared = refusing(SECOND).map((row) =>
    row.reason === 'law' ? { ...row, reason: 'client_clearance' as const, article: null, client: 'Izdomāts klients' } : row,
  )
  const twin = await aVacancyRow(fixture.store, { employerId: fixture.employer.id, occupation: '9333', stances: cleared })
  const items = approvalItems({ stances: cleared, terms: twin.terms, occupation: '9333', contexts: [] })
  const decided = { decision: 'approved' as const, decidedAt: NOW, membershipId: fixture.boss.membershipId }
  await fixture.store.write((tx) => tx.insert(acceptanceApproval).values({ vacancyId: twin.id, items, askedAt: NOW, ...decided }))
  expect(await propose(fixture, { vacancyId: twin.id })).toMatchObject({ status: 422, body: { problems: { form: 'refusalLimit' } } })
})

test('a proposal keeps what the vacancy accepted when it was sent, whatever the employer says later', async () => {
  const { fixture, id, more } = await proposedOnce()
  await restate(fixture, fixture.vacancy.id, stancesOf('case_by_case'))
  const kept = (await rowOf(fixture, id)).acceptance
  expect(kept && refusalsOf(kept)).toEqual(FIRST)
  expect(await propose(fixture, { vacancyId: (await more(SECOND)).id })).toMatchObject({ body: { problems: { form: 'refusalLimit' } } })
})

test('the person is told what is refused before saying yes; what is refused since needs another question', async () => {
  const fixture = await caseworkFixture()
  await restate(fixture, fixture.vacancy.id, refusing(FIRST))
  const { id } = await propose(fixture)
  const [question] = await fixture.store.read((db) => db.select().from(consent).where(eq(consent.proposalId, id)))
  expect(question?.discloses.filter((one) => one.startsWith('refused.'))).toEqual(FIRST.map((family) => `refused.${family}`))
  await byCaseworker(fixture, id, 'consent', { answer: 'yes', channel: 'in_person' })
  await restate(fixture, fixture.vacancy.id, refusing([...FIRST, 'violence']))
  expect(await byCaseworker(fixture, id, 'send')).toMatchObject({ status: 422, body: { problems: { form: 'asksMore' } } })
  await restate(fixture, fixture.vacancy.id, refusing(FIRST.slice(1)))
  expect((await byCaseworker(fixture, id, 'send')).status).toBe(303)
})

test('what a proposal promised is asked at each follow-up, and kept', async () => {
  const fixture = await caseworkFixture()
  const visited = stancesOf('case_by_case').map((row) =>
    row.family === 'violence' ? { ...plainStance('violence', 'yes_if'), conditions: [{ kind: 'visit' as const }] } : row,
  )
  await restate(fixture, fixture.vacancy.id, visited)
  const id = await walkTo(fixture, 'started')
  await restate(fixture, fixture.vacancy.id, stancesOf('case_by_case'))
  await later(fixture, Date.parse('2027-01-19T08:00:00Z'))
  const sixWeeks = { week: '6', outcome: 'in_work', evidence: 'candidate' }
  expect(await byCaseworker(fixture, id, 'follow_up', sixWeeks)).toMatchObject({
    status: 422,
    body: { problems: { form: 'promisesMissing' } },
  })
  expect((await byCaseworker(fixture, id, 'follow_up', { ...sixWeeks, 'promises.visit': 'kept' })).status).toBe(303)
  const [kept] = await fixture.store.read((db) => db.select().from(followUp).where(eq(followUp.proposalId, id)))
  expect(kept?.promises).toEqual({ visit: 'kept' })
})

test('no proposal is sent without what it gives away', async () => {
  const { fixture } = await proposedOnce()
  const rows = await fixture.store.read((db) => db.select().from(proposal))
  expect(rows.filter(({ shown, acceptance }) => (shown === null) !== (acceptance === null))).toEqual([])
})
