// The match page of a person: groups, reasons, hiding, whom to ask, and what another organisation or an NGO may see.
import { eq } from 'drizzle-orm'
import { expect, test } from 'vitest'
import { isRestricted } from '#app/domain/matching/evaluate.ts'
import { NO_REQUIREMENTS } from '#app/domain/vacancies/job-terms.ts'
import { stancesOf, TERMS_NOT_ASKED } from '#app/domain/vacancies/acceptance.ts'
import { accessLog, candidate } from '#db/schema/index.ts'
import { action, loader } from '#app/routes/casework/match-person.tsx'
import { answerOf, asked, cookieOf, NOW } from '#tests/support/app.ts'
import {
  caseworkFixture,
  aStranger,
  byCaseworker,
  DAY,
  later,
  PERSON,
  propose,
  type CaseworkFixture,
} from '#tests/support/proposals/casework-fixture.ts'
import { countedStore } from '#tests/support/store/counted-store.ts'
import { aCandidate, aMember, anOrganisation, aRule, aVacancyRow } from '#tests/support/rows.ts'

type Page = Awaited<ReturnType<typeof loader>>
type Of = { search?: string; cookie?: string; id?: string }

async function matchPage(fixture: CaseworkFixture, { search = '', cookie = fixture.cookies.casework, id = fixture.person.id }: Of = {}) {
  const answer = await answerOf(loader(asked(fixture.app, `/casework/people/${id}/match${search}`, { params: { id }, cookie })))
  return { ...answer, body: answer.body as Page }
}

async function hide(fixture: CaseworkFixture, form: Record<string, string>, { search = '', cookie = fixture.cookies.casework }: Of = {}) {
  const { id } = fixture.person
  return answerOf(action(asked(fixture.app, `/casework/people/${id}/match${search}`, { params: { id }, cookie, form })))
}

const many = (count: number, make: (index: number) => Promise<unknown>) =>
  Promise.all(Array.from({ length: count }, (_, index) => make(index)))
const sum = (counts: Page['counts']) => counts.fits + counts.check + counts.does_not_fit

test('the three counts hold every open vacancy once, and the lists hold what the counts say, 25 a page', async () => {
  const fixture = await caseworkFixture()
  const far = { lat: 57.54, lon: 25.42, place: 'Valmiera', municipality: 'valmiera' }
  await many(30, () => aVacancyRow(fixture.store, { employerId: fixture.employer.id }))
  await many(4, () => aVacancyRow(fixture.store, { employerId: fixture.employer.id, ...far }))
  await aVacancyRow(fixture.store, { employerId: fixture.employer.id, state: 'paused' })
  const { body } = await matchPage(fixture)
  expect(sum(body.counts)).toBe(35)
  expect(body.counts.does_not_fit).toBe(4)
  expect(body.group).toBe('check')
  expect(body.lines).toHaveLength(25)
  const rest = (await matchPage(fixture, { search: '?group=check&page=2' })).body.lines
  expect(rest).toHaveLength(body.counts.check - 25)
  const failing = (await matchPage(fixture, { search: '?group=does_not_fit' })).body.lines
  expect(failing.map(({ answers }) => answers.some(({ verdict }) => verdict === 'fails'))).toEqual([true, true, true, true])
})

test('a page past the last leads to the last one', async () => {
  const fixture = await caseworkFixture()
  expect(await matchPage(fixture, { search: '?group=check&page=9' })).toMatchObject({
    status: 302,
    location: `/casework/people/${fixture.person.id}/match?group=check&page=1`,
  })
})

test('an employer nobody has asked is a thing to check, and the way to ask is shown', async () => {
  const fixture = await caseworkFixture()
  const row = await aVacancyRow(fixture.store, { employerId: fixture.employer.id, stances: stancesOf('not_asked'), title: 'Galdnieks' })
  const line = (await matchPage(fixture)).body.lines.find(({ vacancy }) => vacancy.id === row.id)
  expect(line?.answers.find(({ criterion }) => criterion === 'offence_stance')).toMatchObject({
    verdict: 'check',
    change: { key: 'ask_employer' },
  })
  expect(line?.contact).toEqual({ name: 'Ilze Piemēra', phone: '+371 20000009', replyDays: null })
})

test('for a vacancy from the register there is nobody to ask in Tilts, only the register', async () => {
  const fixture = await caseworkFixture()
  const row = await aVacancyRow(fixture.store, {
    source: 'nva',
    sourceId: '77',
    sourceEmployer: 'SIA "Izdomātā Ferma"',
    stances: stancesOf('not_asked'),
  })
  const line = (await matchPage(fixture)).body.lines.find(({ vacancy }) => vacancy.id === row.id)
  expect(line).toMatchObject({ contact: null, vacancy: { source: { register: 'nva', id: '77' } } })
})

test('a caseworker sees closed vacancies among the others', async () => {
  const fixture = await caseworkFixture()
  const row = await aVacancyRow(fixture.store, { employerId: fixture.employer.id, visibility: 'closed' })
  expect((await matchPage(fixture)).body.lines.find(({ vacancy }) => vacancy.id === row.id)?.vacancy.visibility).toBe('closed')
})

test('a certificate the person lacks stands among the useful changes', async () => {
  const fixture = await caseworkFixture()
  const accepting = {
    stances: stancesOf('case_by_case').map((stance) => ({ ...stance, stance: 'accept' as const })),
    terms: { ...TERMS_NOT_ASKED, monthsSinceRelease: 0 as const },
  }
  const requirements = { ...NO_REQUIREMENTS, certificates: [{ certificate: 'forklift' as const, strength: 'must' as const }] }
  await many(3, () => aVacancyRow(fixture.store, { employerId: fixture.employer.id, requirements, ...accepting }))
  const { usefulChanges } = (await matchPage(fixture)).body
  expect(usefulChanges.length).toBeLessThanOrEqual(5)
  expect(usefulChanges[0]).toEqual({ change: { key: 'certificate', values: { certificate: { word: 'certificate.forklift' } } }, gained: 3 })
})

test('a vacancy that was put aside leaves the list, can be shown, and comes back by undo', async () => {
  const fixture = await caseworkFixture()
  const vacancyId = fixture.vacancy.id
  const hidden = await hide(fixture, { vacancyId, hide: 'yes' }, { search: '?group=check&page=1' })
  expect(hidden).toMatchObject({
    status: 303,
    location: `/casework/people/${fixture.person.id}/match?group=check&page=1&undo=${vacancyId}#undo`,
  })
  const after = (await matchPage(fixture, { search: `?undo=${vacancyId}` })).body
  expect(after).toMatchObject({ counts: { fits: 0, check: 0, does_not_fit: 0 }, hiddenCount: 1, undo: vacancyId })
  expect((await matchPage(fixture, { search: '?hidden=true' })).body.lines.map(({ vacancy }) => vacancy.id)).toEqual([vacancyId])
  await hide(fixture, { vacancyId, hide: 'no' })
  expect((await matchPage(fixture, { search: `?undo=${vacancyId}` })).body).toMatchObject({
    hiddenCount: 0,
    undo: null,
    counts: { check: 1 },
  })
})

test('what is put aside for one person stays in the list of another', async () => {
  const fixture = await caseworkFixture()
  const other = await aCandidate(fixture.store, {
    organisationId: fixture.organisation.id,
    caseworkerId: fixture.caseworker.membershipId,
    ...PERSON,
  })
  await hide(fixture, { vacancyId: fixture.vacancy.id, hide: 'yes' })
  expect((await matchPage(fixture, { id: other.id })).body.hiddenCount).toBe(0)
})

test('a proposal that is under way is marked on its line', async () => {
  const fixture = await caseworkFixture()
  const { id } = await propose(fixture)
  expect((await matchPage(fixture)).body.lines[0]?.mark).toEqual({ proposalId: id, state: 'asked', live: true })
  await byCaseworker(fixture, id, 'withdraw')
  expect((await matchPage(fixture)).body.lines[0]?.mark).toMatchObject({ state: 'withdrawn', live: false })
})

test('another organisation finds no such person, and hides nothing for them', async () => {
  const fixture = await caseworkFixture()
  const cookie = await aStranger(fixture.app)
  expect((await matchPage(fixture, { cookie })).status).toBe(404)
  expect((await hide(fixture, { vacancyId: fixture.vacancy.id, hide: 'yes' }, { cookie })).status).toBe(404)
  expect((await matchPage(fixture)).body.hiddenCount).toBe(0)
})

test('a caseworker outside public authority sees the open criteria, and that an authority has to confirm the vacancy', async () => {
  const fixture = await caseworkFixture()
  const ngo = await anOrganisation(fixture.store, { kind: 'ngo', publicAuthority: false })
  const { membershipId } = await aMember(fixture.store, { role: 'caseworker', organisationId: ngo.id })
  const person = await aCandidate(fixture.store, { organisationId: ngo.id, caseworkerId: membershipId, ...PERSON })
  await aRule(fixture.store)
  const { body } = await matchPage(fixture, { id: person.id, cookie: await cookieOf(fixture.app, { membershipId }) })
  expect(body.lines.map(({ toBeConfirmed }) => toBeConfirmed)).toEqual([true])
  expect(body.lines.flatMap(({ answers }) => answers).filter(({ criterion }) => isRestricted(criterion))).toEqual([])
})

test('a long list costs no more questions to the database than a short one', async () => {
  const fixture = await caseworkFixture()
  // The first look of the day is written down as well.
  await matchPage(fixture)
  const short = countedStore(fixture.store)
  await matchPage({ ...fixture, app: { ...fixture.app, store: short.store } })
  await many(40, () => aVacancyRow(fixture.store, { employerId: fixture.employer.id }))
  const long = countedStore(fixture.store)
  await matchPage({ ...fixture, app: { ...fixture.app, store: long.store } })
  expect(long.queries()).toBe(short.queries())
  expect(long.queries()).toBeLessThanOrEqual(12)
})

test('reading reasons that come from the restricted part is written down, once a day for each reader', async () => {
  const fixture = await caseworkFixture()
  await aVacancyRow(fixture.store, { employerId: fixture.employer.id })
  await matchPage(fixture)
  await matchPage(fixture)
  const looks = async () =>
    (await fixture.store.read((db) => db.select().from(accessLog))).filter((row) => row.purpose === 'match').map((row) => row.candidateId)
  expect(await looks()).toEqual([fixture.person.id])
  await later(fixture, NOW + DAY)
  await matchPage(fixture)
  expect(await looks()).toEqual([fixture.person.id, fixture.person.id])
})

test('work the person wants comes before other work that fits as well', async () => {
  const fixture = await caseworkFixture()
  await fixture.store.write((tx) =>
    tx
      .update(candidate)
      .set({ profile: { ...fixture.person.profile, occupationsWanted: ['6210'] } })
      .where(eq(candidate.id, fixture.person.id)),
  )
  const other = await aVacancyRow(fixture.store, { employerId: fixture.employer.id, occupation: '7124' })
  const kind = await aVacancyRow(fixture.store, { employerId: fixture.employer.id, occupation: '9215' })
  const wanted = await aVacancyRow(fixture.store, { employerId: fixture.employer.id, occupation: '6210' })
  const { body } = await matchPage(fixture)
  const made = [other.id, kind.id, wanted.id]
  expect(body.lines.map((line) => line.vacancy.id).filter((id) => made.includes(id))).toEqual([wanted.id, kind.id, other.id])
})
