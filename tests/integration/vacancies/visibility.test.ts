// Who sees which vacancies: every state, visibility and kind of employer against every query that shows vacancies.
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import type { Actor, CoordinatorActor, EmployerActor } from '#app/domain/shared/actor.ts'
import { VERIFICATION_STATES } from '#app/domain/organisations/organisation.ts'
import { SHOWN_VACANCY_STATES, VISIBILITIES } from '#app/domain/vacancies/vacancy.ts'
import { findEmployer } from '#db/employers/verification.ts'
import { createRule, listRules } from '#db/matching/restrictions.ts'
import { listVacancyFacts } from '#db/matching/vacancy-facts.ts'
import { countRegion } from '#db/organisations/region-counts.ts'
import { vacancyDocumentParts } from '#db/search/vacancy-documents.ts'
import { countOpen, findGoneVacancy, findOpenVacancy, listVacancyLines, listVacancyTexts } from '#db/vacancies/vacancies.ts'
import type { Store } from '#db/store/store.ts'
import { NOW } from '#tests/support/app.ts'
import { freshStore, type Made } from '#tests/support/database.ts'
import { aMember, anEmployer, aVacancyRow } from '#tests/support/rows.ts'

const OWNERS = [...VERIFICATION_STATES, 'imported'] as const

/** Each id says what the vacancy is, e.g. `expired closed pending`: its state, its visibility, whose it is. */
const EVERY = SHOWN_VACANCY_STATES.flatMap((state) =>
  VISIBILITIES.flatMap((visibility) => OWNERS.map((owner) => ({ id: `${state} ${visibility} ${owner}`, state, visibility, owner }))),
)
const IDS = EVERY.map(({ id }) => id)

const PUBLIC = ['published public imported', 'published public verified']
const CLOSED = ['published closed imported', 'published closed verified']
const EXPIRED = ['expired public imported', 'expired public verified', 'expired closed imported', 'expired closed verified']

let made: Made
let store: Store
let coordinator: CoordinatorActor
const employerOf = (owner: (typeof OWNERS)[number]) => `employer ${owner}`
const employerActor = (verification: EmployerActor['verification']): EmployerActor => ({
  kind: 'employer',
  membershipId: 'm',
  accountId: 'a',
  employerId: employerOf(verification),
  verification,
})

beforeAll(async () => {
  made = await freshStore()
  store = made.store
  const { accountId, membershipId } = await aMember(store, { role: 'coordinator' })
  coordinator = { kind: 'coordinator', accountId, membershipId }
  for (const state of VERIFICATION_STATES) await anEmployer(store, { id: employerOf(state), registrationNo: state, state })
  for (const { id, state, visibility, owner } of EVERY) {
    const expired = state === 'expired'
    const whose = owner === 'imported' ? { source: 'nva' as const, sourceId: id, sourceEmployer: 'SIA "Izdoma"' } : {}
    await aVacancyRow(store, {
      id,
      visibility,
      state: expired ? 'published' : state,
      ...(expired ? { expiresAt: NOW } : {}),
      ...whose,
      employerId: owner === 'imported' ? null : employerOf(owner),
      contexts: ['keys'],
    })
  }
})
afterAll(() => made.remove())

const VISITOR: Actor = { kind: 'visitor' }
const CANDIDATE: Actor = { kind: 'candidate', candidateId: 'c' }
const CASEWORKER: Actor = { kind: 'caseworker', membershipId: 'm', accountId: 'a', organisationId: 'o', publicAuthority: true }
const COORDINATOR: Actor = { kind: 'coordinator', membershipId: 'm', accountId: 'a' }
const OWN_PENDING = ['published public pending', 'published closed pending']
const OWN_REFUSED = ['published public refused', 'published closed refused']

const AUDIENCES: readonly (readonly [name: string, actor: Actor, sees: readonly string[]])[] = [
  ['a visitor', VISITOR, PUBLIC],
  ['a candidate', CANDIDATE, PUBLIC],
  ['a caseworker', CASEWORKER, [...PUBLIC, ...CLOSED]],
  ['a coordinator', COORDINATOR, [...PUBLIC, ...CLOSED]],
  ['a verified employer', employerActor('verified'), [...PUBLIC, 'published closed verified']],
  ['an employer that waits to be verified', employerActor('pending'), [...PUBLIC, ...OWN_PENDING]],
  ['an employer that was refused', employerActor('refused'), [...PUBLIC, ...OWN_REFUSED]],
]

describe.each(AUDIENCES)('%s', (_name, actor, sees) => {
  test('opens the pages of the same vacancies, and of no others', async () => {
    const opened = await Promise.all(IDS.map((id) => findOpenVacancy(store, actor, id, NOW)))
    expect(opened.flatMap((vacancy) => vacancy?.id ?? []).sort()).toEqual([...sees].sort())
  })

  test('is listed the same vacancies, and no others', async () => {
    const lines = await listVacancyLines(store, actor, IDS, NOW)
    expect(lines.map(({ id }) => id).sort()).toEqual([...sees].sort())
  })

  test('reads the texts of the same vacancies, and of no others', async () => {
    const texts = await listVacancyTexts(store, actor, IDS, NOW)
    expect([...texts.keys()].sort()).toEqual([...sees].sort())
  })
})

test('the front page counts what everybody sees', async () => {
  expect((await countOpen(store, NOW)).vacancies).toBe(PUBLIC.length)
})

test('a coordinator counts what staff see, in the region and for a rule', async () => {
  const rule = { occupation: null, context: 'keys', family: null, effect: 'check', article: '1. pants', note: '', source: '' } as const
  await createRule(store, coordinator, rule, NOW)
  const rules = await listRules(store, coordinator, { retired: false }, NOW)
  expect((await countRegion(store, coordinator, NOW)).openVacancies).toBe(PUBLIC.length + CLOSED.length)
  expect(rules.map(({ usedIn }) => usedIn)).toEqual([PUBLIC.length + CLOSED.length])
})

test.each(VERIFICATION_STATES)('a coordinator counts the open vacancies of an employer that is %s, shown or not', async (state) => {
  expect((await findEmployer(store, coordinator, employerOf(state), NOW))?.openVacancies).toBe(2)
})

test('matching and the search index read what staff see, and what has expired since: they compare with their own clock', async () => {
  const facts = await listVacancyFacts(store, 'all')
  const documents: string[] = []
  for await (const part of vacancyDocumentParts(store, 'all')) documents.push(...part.map(({ id }) => id))
  const expected = [...PUBLIC, ...CLOSED, ...EXPIRED].sort()
  expect(facts.map((row) => row.facts.id).sort()).toEqual(expected)
  expect(documents.sort()).toEqual(expected)
})

test('of what is over, everybody is told only what everybody could see', async () => {
  const gone: string[] = []
  for (const id of IDS) if ((await findGoneVacancy(store, id, NOW)) !== null) gone.push(id)
  const over = ['expired', 'filled', 'closed'].flatMap((state) => [`${state} public imported`, `${state} public verified`])
  expect(gone.sort()).toEqual(over.sort())
})
