// A database of an earlier Tilts is brought to today's tables: nothing that was in it is lost.
import { eq } from 'drizzle-orm'
import { expect, onTestFinished, test } from 'vitest'
import { OFFENCE_FAMILIES, type OffenceFamily } from '#app/domain/vacancies/acceptance.ts'
import { lastChange, recordChange } from '#db/change-feed/changes.ts'
import { candidate, proposal, readiness, refusalTakenBack, vacancy, vacancyStance } from '#db/schema/index.ts'
import { olderPlace, openIn, sqlIn } from '#tests/support/transfer/copies.ts'
import { ENGINE } from '#tests/support/database.ts'
import { listChanges } from '#tests/support/store/feed.ts'

/** The last before the search had tables of its own; that one rebuilds the change feed. */
const BEFORE_SEARCH = { sqlite: 4, postgres: 2 }

/** The last in which the stage of somebody at liberty was called `released`. */
const BEFORE_LOOKING = { sqlite: 11, postgres: 9 }
/** The last before refusals were limited. */
const BEFORE_STANCES = { sqlite: 10, postgres: 8 }

async function upgradedWith(statements: readonly string[], before = BEFORE_SEARCH) {
  const place = await olderPlace(ENGINE, before[ENGINE])
  for (const statement of statements) await sqlIn(place, statement)
  const store = await openIn(place)
  onTestFinished(() => store.close())
  return store
}

const CHANGES = [1, 2, 3].map((nth) => `insert into change (subject, subject_id) values ('vacancy', 'v${String(nth)}')`)

test('the change feed keeps its rows and goes on after the last number that was given', async () => {
  const store = await upgradedWith(CHANGES)
  await store.write((tx) => recordChange(tx, 'search_synonym', 'new'))
  expect(await listChanges(store, 0)).toEqual([
    { seq: 1, subject: 'vacancy', subjectId: 'v1' },
    { seq: 2, subject: 'vacancy', subjectId: 'v2' },
    { seq: 3, subject: 'vacancy', subjectId: 'v3' },
    { seq: 4, subject: 'search_synonym', subjectId: 'new' },
  ])
})

test('a number whose change was forgotten is not given again', async () => {
  const store = await upgradedWith([...CHANGES, 'delete from change where seq >= 2'])
  await store.write((tx) => recordChange(tx, 'vacancy', 'new'))
  expect(await lastChange(store)).toBe(4)
})

test('also when every change was forgotten', async () => {
  const store = await upgradedWith([...CHANGES, 'delete from change'])
  await store.write((tx) => recordChange(tx, 'vacancy', 'new'))
  expect(await lastChange(store)).toBe(4)
})

test('a person at liberty looks for work, others stay where they are, and what belongs to them is kept', async () => {
  const store = await upgradedWith(
    [
      `insert into organisation (id, name, kind, public_authority, municipality, contact_name, contact_email, contact_phone, created_at)
        values ('o', 'Izdomātā biedrība', 'ngo', ${ENGINE === 'sqlite' ? '0' : 'false'}, 'liepaja', '', '', '', 1)`,
      `insert into account (id, name, email, password_hash, created_at) values ('a', 'Izdomāta', 'a@example.test', '', 1)`,
      `insert into membership (id, account_id, role, organisation_id, created_at) values ('m', 'a', 'caseworker', 'o', 1)`,
      ...['released', 'in_custody'].map(
        (
          stage,
        ) => `insert into candidate (id, code, organisation_id, caseworker_id, language, stage, profile, waiting_since, created_at, updated_at)
          values ('${stage}', '${stage}', 'o', 'm', 'lv', '${stage}', '{}', 1, 1, 1)`,
      ),
      `insert into readiness (candidate_id, item, state, updated_at) values ('released', 'phone', 'needed', 1)`,
    ],
    BEFORE_LOOKING,
  )
  const { id, oldStage: stage, activity } = candidate
  expect(await store.read(async (db) => db.select({ id, stage, activity }).from(candidate).orderBy(id))).toEqual([
    { id: 'in_custody', stage: 'in_custody', activity: 'seeking' },
    { id: 'released', stage: 'looking', activity: 'seeking' },
  ])
  expect(await store.read(async (db) => db.select().from(readiness))).toMatchObject([{ candidateId: 'released', item: 'phone' }])
})

/** The last in which an employer saw every move at once. */
const BEFORE_TELLING = { sqlite: 14, postgres: 12 }

test('of proposals of the time before, an employer knows how those stand that it was sent, and nothing of the others', async () => {
  const proposals = [
    ['unsent', 'consented', 'null'],
    ['sent', 'sent', "'{}'"],
    ['over', 'withdrawn', "'{}'"],
    ['never', 'withdrawn', 'null'],
  ]
  const store = await upgradedWith(
    [
      `insert into organisation (id, name, kind, public_authority, municipality, contact_name, contact_email, contact_phone, created_at)
        values ('o', 'Izdomātā biedrība', 'ngo', ${ENGINE === 'sqlite' ? '0' : 'false'}, 'liepaja', '', '', '', 1)`,
      `insert into account (id, name, email, password_hash, created_at) values ('a', 'Izdomāta', 'a@example.test', '', 1)`,
      `insert into membership (id, account_id, role, organisation_id, created_at) values ('m', 'a', 'caseworker', 'o', 1)`,
      `insert into candidate (id, code, organisation_id, caseworker_id, language, stage, profile, waiting_since, created_at, updated_at)
        values ('c', 'c', 'o', 'm', 'lv', 'looking', '{}', 1, 1, 1)`,
      `insert into employer (id, name, name_key, registration_no, municipality, place, contact_name, contact_email, contact_phone, created_at)
        values ('e', 'SIA Izdoma', 'izdoma', '40000000001', 'liepaja', 'Liepāja', '', '', '', 1)`,
      ...proposals.flatMap(([id = '', state = '', shown = '']) => [
        `insert into vacancy (id, employer_id, title, shifts, contexts, requirements, terms, support_offered, support_wanted, created_at, updated_at)
          values ('v${id}', 'e', 'Darbs', '[]', '[]', '{}', '{}', '[]', '[]', 1, 1)`,
        `insert into proposal (id, vacancy_id, employer_id, candidate_id, organisation_id, state, state_since, since_day, shown, created_at, version)
          values ('${id}', 'v${id}', 'e', 'c', 'o', '${state}', 1, '2026-11-01', ${shown}, 1, 3)`,
      ]),
    ],
    BEFORE_TELLING,
  )
  const { id, toldState, toldVersion } = proposal
  expect(await store.read(async (db) => db.select({ id, toldState, toldVersion }).from(proposal).orderBy(id))).toEqual([
    { id: 'never', toldState: null, toldVersion: null },
    { id: 'over', toldState: 'withdrawn', toldVersion: 3 },
    { id: 'sent', toldState: 'sent', toldVersion: 3 },
    { id: 'unsent', toldState: null, toldVersion: null },
  ])
})

const OLD_TERMS = { monthsSinceRelease: 3, supervision: 'no', appointmentsPerMonth: null, monitoring: 'no', openPrison: 'not_asked' }

/** A vacancy of an earlier Tilts, with the reasons it refused families for; the rest was not asked. */
function oldVacancy(
  id: string,
  refused: Partial<Record<OffenceFamily, string>>,
  more: { contexts?: string[]; terms?: object } = {},
): string[] {
  const { contexts = [], terms = { ...OLD_TERMS, monthsSinceRelease: 0, supervision: 'yes', monitoring: 'yes' } } = more
  const json = (value: unknown) => `'${JSON.stringify(value)}'`
  return [
    `insert into vacancy (id, employer_id, title, shifts, contexts, requirements, terms, support_offered, support_wanted, created_at, updated_at)
      values ('${id}', 'e', 'Darbs', '[]', ${json(contexts)}, '{}', ${json(terms)}, '[]', '[]', 1, 1)`,
    ...OFFENCE_FAMILIES.map((family) => {
      const reason = refused[family]
      const article = reason === 'law' ? "'Izdomātais likums, 1. pants'" : 'null'
      return `insert into vacancy_stance (vacancy_id, family, stance, reason, article)
        values ('${id}', '${family}', ${reason ? "'not_for_this_job'" : "'not_asked'"}, ${reason ? `'${reason}'` : 'null'}, ${article})`
    }),
  ]
}

test('a refusal that its job does not support, or beyond six, becomes "case by case" and is written down for the employer', async () => {
  const every = (count: number) => Object.fromEntries(OFFENCE_FAMILIES.slice(0, count).map((family) => [family, 'law']))
  const store = await upgradedWith(
    [
      `insert into employer (id, name, name_key, registration_no, municipality, place, contact_name, contact_email, contact_phone, created_at)
        values ('e', 'Izdomāts', 'izdomats', '40000000000', 'liepaja', 'Liepāja', '', '', '', 1)`,
      ...oldVacancy('kept', { property: 'cash_valuables', sexual: 'law' }, { contexts: ['cash'] }),
      ...oldVacancy('unfounded', { property: 'cash_valuables', sexual: 'keys_homes', traffic: 'cash_valuables' }, { contexts: ['keys'] }),
      ...oldVacancy('clearance', { fraud: 'client_clearance' }),
      ...oldVacancy('seven', every(7)),
      ...oldVacancy('four and three terms', every(4), { terms: OLD_TERMS }),
    ],
    BEFORE_STANCES,
  )
  const taken = await store.read((db) => db.select().from(refusalTakenBack))
  const of = (id: string) => taken.filter(({ vacancyId }) => vacancyId === id).map(({ family, reason }) => `${family} ${reason}`)
  expect(of('kept')).toEqual([])
  expect(of('unfounded').sort()).toEqual(['property cash_valuables', 'traffic cash_valuables'])
  expect(of('clearance')).toEqual(['fraud client_clearance'])
  expect(of('seven')).toHaveLength(7)
  expect(of('four and three terms')).toHaveLength(4)
  const rows = await store.read((db) => db.select({ id: vacancy.id, refusals: vacancy.refusals, version: vacancy.version }).from(vacancy))
  expect(Object.fromEntries(rows.map(({ id, refusals, version }) => [id, [refusals, version]]))).toEqual({
    kept: [2, 1],
    unfounded: [1, 2],
    clearance: [0, 2],
    seven: [0, 2],
    'four and three terms': [3, 2],
  })
  const stances = await store.read((db) => db.select().from(vacancyStance).where(eq(vacancyStance.vacancyId, 'unfounded')))
  const stanceOf = (family: OffenceFamily) => stances.find((row) => row.family === family)
  expect(stanceOf('property')).toMatchObject({ stance: 'case_by_case', reason: null })
  expect(stanceOf('sexual')).toMatchObject({ stance: 'not_for_this_job', reason: 'keys_homes' })
  expect(stanceOf('other')).toMatchObject({ stance: 'not_stated', conditions: [] })
})
