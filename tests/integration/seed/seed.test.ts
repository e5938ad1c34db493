// What the demo holds: how much there is of everything, that it is consistent, and that it is the same each time.
import { createHash } from 'node:crypto'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { getTableName, is } from 'drizzle-orm'
import { SQLiteTable } from 'drizzle-orm/sqlite-core'
import { OFFENCE_FAMILIES } from '#app/domain/vacancies/acceptance.ts'
import { refusalsOf } from '#app/domain/vacancies/refusal-limit.ts'
import { stanceProblem } from '#app/domain/vacancies/refusal-rules.ts'
import { STAGES, type Identity, type RestrictedProfile } from '#app/domain/people/candidate.ts'
import { dayOf } from '#app/domain/shared/day.ts'
import { evaluate, groupOf } from '#app/domain/matching/evaluate.ts'
import { OCCUPATIONS } from '#app/domain/occupations/occupations.ts'
import { KURZEME } from '#app/domain/places/places.ts'
import { isFinal, PROPOSAL_PAIRS, PROPOSAL_STATES, SEEN_BY_EMPLOYER } from '#app/domain/proposals/proposal.ts'
import { checkText } from '#app/domain/shared/text-check.ts'
import { freeTextOf, gapsIn } from '#app/domain/vacancies/content.ts'
import { isOpen, type VacancyFacts } from '#app/domain/vacancies/vacancy.ts'
import { secretMatches } from '#app/server/password.ts'
import { DEMO_CANDIDATE_CODE, listDemoSignIns } from '#db/accounts/demo-sign-in.ts'
import { LEGAL_RESTRICTIONS } from '#db/seed/legal-restrictions.ts'
import { seedDemo } from '#db/seed/seed.ts'
import { DEMO_ACCOUNTS, DEMO_PASSWORD, DEMO_PIN } from '#db/seed/sign-ins.ts'
import * as schema from '#db/schema/index.ts'
import { approvalOf } from '#db/vacancies/approval.ts'
import { listVacancyFacts } from '#db/matching/vacancy-facts.ts'
import { readSituation } from '#db/people/situation.ts'
import { decrypt, openPersonKey } from '#db/people/vault.ts'
import { NOW } from '#tests/support/app.ts'
import { freshStore, type Made } from '#tests/support/database.ts'

const MASTER = Buffer.alloc(32, 7)
/** Encrypted with fresh randomness each time. */
const ENCRYPTED = ['label', 'situation', 'wrapped', 'content', 'note', 'question', 'answer', 'said']

let made: Made
let store: Made['store']

beforeAll(async () => {
  made = await seeded(NOW)
  store = made.store
})
afterAll(() => made.remove())

test('a first start finds as many of everything as the demo promises', async () => {
  const employers = await rows(schema.employer)
  const states = (state: string) => employers.filter((one) => one.state === state).length
  expect([states('verified'), states('pending'), states('refused')]).toEqual([37, 2, 1])
  expect(await rows(schema.vacancy)).toHaveLength(300)
  expect(await rows(schema.organisation)).toHaveLength(14)
  expect((await rows(schema.membership)).filter(({ role }) => role === 'caseworker')).toHaveLength(25)
  expect(await rows(schema.candidate)).toHaveLength(150)
  expect((await rows(schema.proposal)).filter(({ state }) => PROPOSAL_STATES.includes(state))).toHaveLength(120)
})

test('the vacancies cover all eight municipalities and every occupation, mostly open, some in Russian, some only for caseworkers', async () => {
  const vacancies = await rows(schema.vacancy)
  const openOnes = vacancies.filter((vacancy) => isOpen(vacancy, NOW))
  expect(new Set(openOnes.map(({ municipality }) => municipality))).toEqual(new Set(KURZEME))
  expect(new Set(vacancies.map(({ occupation }) => occupation))).toEqual(new Set(OCCUPATIONS.map(({ isco }) => isco)))
  expect(openOnes.length).toBeGreaterThan(200)
  expect(vacancies.filter(({ visibility }) => visibility === 'closed')).toHaveLength(12)
  expect(new Set(vacancies.map(({ state }) => state))).toEqual(new Set(['draft', 'published', 'paused', 'filled', 'closed']))
  const russian = vacancies.filter(({ title }) => /[а-я]/i.test(title)).length
  expect(russian).toBeGreaterThan(35)
  expect(russian).toBeLessThan(55)
})

test('no two adverts of one firm for the same work read the same when their titles could differ', async () => {
  const own = (await rows(schema.vacancy)).filter(({ source }) => source === null)
  const same = own.map(({ employerId, title, description, payFromCents, payToCents }) =>
    JSON.stringify([employerId, title, description, payFromCents, payToCents]),
  )
  expect(new Set(same).size).toBe(own.length)
})

test('vacancies from the register name their firm and have not been asked', async () => {
  const imported = (await rows(schema.vacancy)).filter(({ source }) => source === 'nva')
  expect(imported).toHaveLength(25)
  const ids = new Set(imported.map(({ id }) => id))
  const stances = (await rows(schema.vacancyStance)).filter(({ vacancyId }) => ids.has(vacancyId))
  expect(new Set(stances.map(({ stance }) => stance))).toEqual(new Set(['not_asked']))
  expect(imported.every(({ employerId, sourceEmployer }) => employerId === null && sourceEmployer !== null)).toBe(true)
})

test('every other vacancy states twelve stances, each refusal with its reason in the job', async () => {
  const own = (await rows(schema.vacancy)).filter(({ source }) => source === null)
  const stances = await rows(schema.vacancyStance)
  for (const vacancy of own) {
    const stated = stances.filter(({ vacancyId }) => vacancyId === vacancy.id)
    expect(stated.map(({ family }) => family).sort()).toEqual([...OFFENCE_FAMILIES].sort())
    expect(stated.map((row) => stanceProblem(row, vacancy.contexts)).filter((problem) => problem !== null)).toEqual([])
    expect(vacancy.refusals).toBe(refusalsOf({ stances: stated, terms: vacancy.terms }).length)
  }
  const reasons = new Set(stances.map(({ reason }) => reason))
  expect(reasons).toEqual(new Set([null, 'cash_valuables', 'keys_homes', 'children_vulnerable', 'driving', 'alcohol_medicines', 'law']))
})

test('what is published could be published by its employer, and its text warns of nothing', async () => {
  const own = (await rows(schema.vacancy)).filter(({ state, source }) => state === 'published' && source === null)
  const stances = await rows(schema.vacancyStance)
  const contents = own.map((row) => ({ ...row, coordinates: null, stances: stances.filter(({ vacancyId }) => vacancyId === row.id) }))
  const approvals = await store.read((db) => Promise.all(contents.map((content) => approvalOf(db, content.id, content))))
  expect(contents.flatMap((content, nth) => gapsIn(content, approvals[nth] ?? { state: 'not_asked', answer: '' }))).toEqual([])
  expect(contents.flatMap((content) => checkText(freeTextOf(content)))).toEqual([])
})

test('somebody stands in every stage, and those inside have a place', async () => {
  const people = (await decryptedPeople()).map(({ situation }) => situation)
  expect(new Set(people.map(({ stage }) => stage))).toEqual(new Set(STAGES))
  const inside = people.filter(({ stage }) => stage === 'in_custody' || stage === 'open_prison')
  expect(inside.filter(({ custodyPlaceId }) => custodyPlaceId === null)).toEqual([])
})

test('some people have no record at all, with every kind of organisation outside, and are proposed like the others', async () => {
  const organisations = new Map((await rows(schema.organisation)).map(({ id, kind }) => [id, kind]))
  const none = (await decryptedPeople()).filter(({ record }) => record.recordStatus === 'none').map(({ row }) => row)
  expect(none.length).toBeGreaterThan(14)
  const led = new Map((await rows(schema.involvement)).map(({ id, organisationId }) => [id, organisationId]))
  expect(new Set(none.map(({ leadId }) => organisations.get(led.get(leadId) ?? '')))).toEqual(new Set(['probation', 'municipal', 'ngo']))
  const proposed = new Set((await rows(schema.proposal)).map(({ candidateId }) => candidateId))
  expect(none.filter(({ id }) => proposed.has(id)).length).toBeGreaterThan(7)
})

test('no two people share a code', async () => {
  const codes = (await rows(schema.candidate)).map(({ code }) => code)
  expect(new Set(codes).size).toBe(codes.length)
})

test('what is encrypted opens with its key, and no personal code, telephone or address could be a real one', async () => {
  const people = await decryptedPeople()
  expect(people.map(({ identity }) => identity.personalCode).filter((code) => code !== null && !/^010150-0\d{4}$/.test(code))).toEqual([])
  expect(people.map(({ identity }) => identity.phone).filter((phone) => phone !== null && !/^\+371 20000\d{3}$/.test(phone))).toEqual([])
  const accounts = await rows(schema.account)
  const mails = [...people.map(({ identity }) => identity.email ?? ''), ...accounts.map(({ email }) => email)].filter((mail) => mail !== '')
  expect(mails.filter((mail) => !/@example\.(test|com)$/.test(mail))).toEqual([])
})

test('the phone of an organisation, which is public, is nobody’s own: an employer cannot look up who proposes', async () => {
  const offices = (await rows(schema.organisation)).map(({ contactPhone }) => contactPhone)
  const own = (await rows(schema.account)).map(({ phone }) => phone)
  expect(offices.filter((phone) => own.includes(phone))).toEqual([])
})

test('there is a proposal in every state, and its log walks only legal moves from the draft to that state', async () => {
  const proposals = await rows(schema.proposal)
  const events = (await rows(schema.proposalEvent)).sort((one, other) => one.step - other.step)
  const legal = new Set(PROPOSAL_PAIRS.map(({ from, to }) => `${from}>${to}`))
  expect(new Set(proposals.map(({ state }) => state))).toEqual(new Set(PROPOSAL_STATES))
  for (const proposal of proposals) {
    const own = events.filter(({ proposalId }) => proposalId === proposal.id)
    expect(own.map(({ from }) => from)).toEqual(['draft', ...own.map(({ to }) => to)].slice(0, own.length))
    expect(own.at(-1)?.to ?? 'draft').toBe(proposal.state)
    expect(own.filter(({ from, to }) => !legal.has(`${from}>${to}`))).toEqual([])
    expect(own.map(({ at }) => at)).toEqual([...own.map(({ at }) => at)].sort((one, other) => one - other))
    expect(proposal.stateSince).toBe(own.at(-1)?.at ?? proposal.createdAt)
  }
})

test('an employer was shown somebody only after a yes, and nothing happened before the vacancy or after now', async () => {
  const proposals = await rows(schema.proposal)
  const vacancies = new Map((await rows(schema.vacancy)).map((vacancy) => [vacancy.id, vacancy]))
  const yes = new Set(
    (await rows(schema.consent)).filter(({ kind, answer }) => kind === 'share' && answer === 'yes').map(({ proposalId }) => proposalId),
  )
  expect(proposals.filter(({ shown, id }) => shown !== null && !yes.has(id))).toEqual([])
  const live = proposals.filter(({ state }) => SEEN_BY_EMPLOYER.includes(state) && !isFinal(state))
  expect(live.filter(({ shown }) => shown === null)).toEqual([])
  expect(proposals.filter(({ createdAt, vacancyId }) => createdAt < (vacancies.get(vacancyId)?.publishedAt ?? Infinity))).toEqual([])
  expect((await rows(schema.proposalEvent)).filter(({ at }) => at > NOW)).toEqual([])
  expect(proposals.filter(({ deadlineAt }) => deadlineAt !== null && deadlineAt <= NOW)).toEqual([])
})

test('an employer has one proposal of a person that goes on, and knows of every one that was sent how it stands', async () => {
  const proposals = await rows(schema.proposal)
  const live = proposals.filter(({ state }) => state !== 'draft' && !isFinal(state))
  expect(new Set(live.map(({ candidateId, employerId }) => `${candidateId} ${employerId ?? ''}`)).size).toBe(live.length)
  expect(proposals.filter(({ shown, state, toldState }) => toldState !== (shown === null ? null : state))).toEqual([])
})

test('the demo has a one-click sign-in of each role and the passwords that are printed, and its candidate has three offers to look at', async () => {
  expect((await listDemoSignIns(store)).map(({ as }) => as)).toEqual(['employer', 'caseworker', 'ngo', 'coordinator', 'candidate'])
  const accounts = (await rows(schema.account)).filter(({ demo }) => demo)
  expect(accounts.map(({ email }) => email).sort()).toEqual(Object.values(DEMO_ACCOUNTS).sort())
  expect(await secretMatches(DEMO_PASSWORD, accounts[0]?.passwordHash ?? null)).toBe(true)
  const person = (await rows(schema.candidate)).find(({ code }) => code === DEMO_CANDIDATE_CODE)
  const access = (await rows(schema.candidateAccess)).find(({ candidateId }) => candidateId === person?.id)
  expect(await secretMatches(DEMO_PIN, access?.pinHash ?? null)).toBe(true)
  const proposals = (await rows(schema.proposal)).filter(({ candidateId }) => candidateId === person?.id)
  expect(proposals.map(({ state }) => state).sort()).toEqual(['asked', 'interested', 'offered'])
})

test('most people of the demo’s caseworkers find vacancies that fit, to be checked and that do not fit', async () => {
  const facts = (await listVacancyFacts(store, 'all')).filter(({ expiresAt }) => expiresAt > NOW).map((row) => row.facts)
  const accounts = new Map((await rows(schema.account)).filter(({ demo }) => demo).map(({ id }) => [id, true]))
  const demoMembers = new Set((await rows(schema.membership)).filter(({ accountId }) => accounts.has(accountId)).map(({ id }) => id))
  const caseworkers = new Map((await rows(schema.involvement)).map(({ id, caseworkerId }) => [id, caseworkerId]))
  const people = (await decryptedPeople()).filter(
    ({ row }) => demoMembers.has(caseworkers.get(row.leadId) ?? '') && row.activity === 'seeking',
  )
  const groups = people.map(({ row, record, situation }) => groupsOf(facts, { open: row.profile, restricted: record, ...situation }))
  expect(groups.length).toBeGreaterThan(12)
  expect(groups.filter((found) => found.size === 3).length).toBeGreaterThan(groups.length * 0.6)
})

test('everything that is searched or matched stands in the change feed', async () => {
  const changes = await rows(schema.change)
  const of = (subject: string) => new Set(changes.filter((change) => change.subject === subject).map(({ subjectId }) => subjectId))
  expect(of('vacancy')).toEqual(new Set((await rows(schema.vacancy)).map(({ id }) => id)))
  expect(of('candidate')).toEqual(new Set((await rows(schema.candidate)).map(({ id }) => id)))
})

test('a second start changes nothing', async () => {
  const before = await worldOf(store)
  await seedDemo(store, MASTER, NOW + 86_400_000)
  expect(await worldOf(store)).toBe(before)
})

test('the same moment gives the same rows', async () => {
  const again = await seeded(NOW)
  expect(await worldOf(again.store)).toBe(await worldOf(store))
  await again.remove()
})

test('a first start in summer, at night, breaks no rule of the database', async () => {
  const summer = await seeded(Date.parse('2027-07-03T22:30:00Z'))
  expect(await summer.store.read((db) => db.select().from(schema.proposal))).toHaveLength(120)
  await summer.remove()
})

async function seeded(now: number): Promise<Made> {
  const fresh = await freshStore()
  await seedDemo(fresh.store, MASTER, now)
  return fresh
}

function rows<T extends SQLiteTable>(table: T): Promise<T['$inferSelect'][]> {
  return store.read(async (db) => (await db.select().from(table as SQLiteTable)) as T['$inferSelect'][])
}

async function decryptedPeople() {
  const keys = new Map(
    (await rows(schema.vaultKey)).map(({ candidateId, wrapped }) => [candidateId, openPersonKey(MASTER, candidateId, wrapped)]),
  )
  const identities = new Map((await rows(schema.identity)).map(({ candidateId, content }) => [candidateId, content]))
  const records = new Map((await rows(schema.restrictedRecord)).map(({ candidateId, content }) => [candidateId, content]))
  return (await rows(schema.candidate)).map((row) => {
    const key = keys.get(row.id) ?? Buffer.alloc(0)
    return {
      row,
      identity: JSON.parse(decrypt(key, `identity:${row.id}`, identities.get(row.id) ?? '')) as Identity,
      record: JSON.parse(decrypt(key, `record:${row.id}`, records.get(row.id) ?? '')) as RestrictedProfile,
      situation: readSituation(key, row.id, row.situation),
    }
  })
}

function groupsOf(facts: readonly VacancyFacts[], person: Parameters<typeof evaluate>[1]) {
  const restrictions = LEGAL_RESTRICTIONS.map((rule) => ({
    id: rule.id,
    occupation: rule.occupation ?? null,
    context: rule.context ?? null,
    family: rule.family ?? null,
    effect: rule.effect,
    article: rule.article,
    note: rule.note ?? '',
    verifiedOn: rule.verifiedOn ?? null,
    source: rule.source ?? '',
  }))
  return new Set(facts.map((vacancy) => groupOf(evaluate(vacancy, person, { today: dayOf(NOW), restrictions }))))
}

/** A digest of every row of every table, without what is encrypted. */
async function worldOf(of: Made['store']): Promise<string> {
  const tables = Object.values<unknown>(schema).filter((one) => is(one, SQLiteTable))
  const parts = await of.read(async (db) => {
    const found: string[] = []
    for (const table of tables) {
      const lines = (await db.select().from(table)).map((row) =>
        JSON.stringify(row, (name, value: unknown) => (ENCRYPTED.includes(name) && typeof value === 'string' ? null : value)),
      )
      found.push(`${getTableName(table)}\n${lines.sort().join('\n')}`)
    }
    return found
  })
  return createHash('sha256').update(parts.join('\n')).digest('hex')
}
