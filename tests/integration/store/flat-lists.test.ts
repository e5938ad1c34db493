// Lists cost the same at any length: each page is read through an index that holds the list in its order, on both engines.
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { CASEWORK_FILTERS, EMPLOYER_FILTERS, MOST_COUNTED, ROWS_A_PAGE } from '#app/domain/shared/lists.ts'
import { VERIFICATION_STATES } from '#app/domain/organisations/organisation.ts'
import { listPeople, type PeopleFilters } from '#db/people/people.ts'
import { passNotices } from '#db/people/retention/notices.ts'
import { listEmployers } from '#db/employers/verification.ts'
import { listOrganisations } from '#db/organisations/organisations.ts'
import { rowsFrom } from '#db/change-feed/changes.ts'
import { listOwnVacancies, listToRefresh } from '#db/vacancies/employer.ts'
import { listVacancyFacts } from '#db/matching/vacancy-facts.ts'
import { vacancyDocumentParts } from '#db/search/vacancy-documents.ts'
import type { PageOf } from '#db/store/keyset.ts'
import { listCaseworkProposals } from '#db/proposals/caseworker-proposals.ts'
import { listCandidateProposals } from '#db/proposals/candidate-proposals.ts'
import { closeDue } from '#db/proposals/closing.ts'
import { listEmployerProposals } from '#db/proposals/employer-proposals.ts'
import type { Store } from '#db/store/store.ts'
import { NOW } from '#tests/support/app.ts'
import { ENGINE, freshStore, type Made } from '#tests/support/database.ts'
import { explain, type Explained } from '#tests/support/store/explain.ts'
import { analyze, longLists } from '#tests/support/store/long-lists.ts'
import { recordedStore } from '#tests/support/store/recorded-store.ts'

const MANY = 4000
const DAY = 86_400_000
const MASTER = Buffer.alloc(32, 7)
const EVERYONE: PeopleFilters = { whose: 'mine', stage: null, waitingOn: null, missing: null, q: '' }

let made: Made
let actors: Awaited<ReturnType<typeof longLists>>
beforeAll(async () => {
  made = await freshStore()
  actors = await longLists(made.store, MANY)
}, 60_000)
afterAll(() => made.remove())

type Ask = (store: Store, at: string) => Promise<PageOf<{ id: string }>>
/** [the list, the index it is read through, how it is asked for] */
type List = readonly [name: string, index: string, ask: Ask]

/** Proposals with an open question are few at any time, and sorted. */
const SORTED: Readonly<Record<string, number>> = { 'an organisation’s proposals, caseworker': 1 }

const states = [...VERIFICATION_STATES, null]
const LISTS: readonly List[] = [
  ...states.map((state): List => [
    `employers, ${state ?? 'all'}`,
    state === null ? 'employer_sort_index' : state === 'pending' ? 'employer_state_index' : 'employer_state_sort_index',
    (store, at) => listEmployers(store, actors.coordinates, { state, words: '', at }),
  ]),
  ...states.map((state): List => [
    `organisations, ${state ?? 'all'}`,
    state === null ? 'organisation_sort_index' : state === 'pending' ? 'organisation_state_index' : 'organisation_state_sort_index',
    (store, at) => listOrganisations(store, actors.coordinates, { state, at }),
  ]),
  ...(['all', 'draft', 'published', 'expired', 'closed'] as const).map((state): List => [
    `own vacancies, ${state}`,
    state === 'all' ? 'vacancy_employer_index' : 'vacancy_employer_state_index',
    (store, at) => listOwnVacancies(store, actors.employs, { state, at }, NOW),
  ]),
  ...EMPLOYER_FILTERS.map((filter): List => [
    `an employer’s proposals, ${filter}`,
    'proposal_employer_index',
    (store, at) => listEmployerProposals(store, actors.employs, { filter, at }),
  ]),
  ...CASEWORK_FILTERS.map((filter): List => [
    `an organisation’s proposals, ${filter}`,
    'proposal_organisation_index',
    (store, at) => listCaseworkProposals(store, actors.casework, { filter, at }, NOW),
  ]),
  [
    'one person’s proposals',
    'proposal_candidate_index',
    (store, at) => listCaseworkProposals(store, actors.casework, { candidateId: 'c0', at }, NOW),
  ],
  ...(['mine', 'all'] as const).map((whose): List => [
    `people, ${whose}`,
    whose === 'mine' ? 'involvement_caseworker_index' : 'involvement_organisation_index',
    (store, at) => listPeople(store, MASTER, actors.casework, { ...EVERYONE, whose }, at, NOW),
  ]),
]

/** Tables whose every row a page must not read. */
const LONG_TABLES = ['employer', 'organisation', 'vacancy', 'proposal', 'candidate']
/** Twelve lanes of a page each, and what is joined to them. */
const MOST_READ = 12 * (ROWS_A_PAGE + 1) * 3
/** Each row that is counted, and what has to be looked up for it. */
const MOST_READ_TO_COUNT = 2 * MOST_COUNTED

type Plan = Explained & { counts: boolean }

async function plansOf(ask: Ask, at: string): Promise<{ page: PageOf<{ id: string }>; plans: Plan[] }> {
  const { store, asked } = recordedStore(made.store)
  const page = await ask(store, at)
  const plans: Plan[] = []
  for (const { query, text } of asked) plans.push({ ...(await explain(made.store, query)), counts: / as counted$/.test(text) })
  return { page, plans }
}

/** SQLite never looks at how rows are spread unless it is told to; PostgreSQL does so by itself. */
const KNOWING = ENGINE === 'sqlite' ? [false, true] : [true]

describe.each(KNOWING)('when the database knows how its rows are spread: %s', (knows) => {
  beforeAll(async () => {
    if (knows) await analyze(made.store)
  }, 60_000)

  describe.each(LISTS)('%s', (name, index, ask) => {
    test(`is read through ${index}, on its first page, later ones and back`, async () => {
      const first = await plansOf(ask, '')
      const second = await plansOf(ask, first.page.next ?? 'no second page')
      const third = await plansOf(ask, second.page.next ?? 'no third page')
      const back = await plansOf(ask, third.page.previous ?? 'no way back')
      expect(back.page.rows).toEqual(second.page.rows)
      for (const { plans } of [first, second, third, back]) {
        expect(plans.flatMap(({ indexes }) => indexes)).toContain(index)
        for (const plan of plans) {
          const scanned = plan.scanned.filter((table) => LONG_TABLES.includes(table))
          expect(scanned, plan.text).toEqual([])
          expect(plan.sorts.length, plan.text).toBeLessThanOrEqual(SORTED[name] ?? 0)
          expect(plan.read, plan.text).toBeLessThan(plan.counts ? MOST_READ_TO_COUNT : MOST_READ)
        }
      }
    })
  })

  describe('what is asked all the time reads no table from end to end', () => {
    const QUESTIONS: readonly (readonly [name: string, index: string | null, ask: (store: Store) => Promise<unknown>])[] = [
      // By its primary key: SQLite calls it so, PostgreSQL by its name.
      ['changes from a cursor on', null, (store) => store.read((db) => rowsFrom(db, 3000, 100))],
      ['proposals whose deadline has passed', 'proposal_deadline_index', (store) => closeDue(store, NOW - DAY)],
      ['a person’s offers', 'proposal_candidate_index', (store) => listCandidateProposals(store, { kind: 'candidate', candidateId: 'c7' })],
      ['vacancies that end soon', 'vacancy_employer_expiry_index', (store) => listToRefresh(store, actors.employs, NOW + DAY)],
      ['vacancies that matching reads again', null, (store) => listVacancyFacts(store, ['v1', 'v2'])],
      ['vacancies that the search index reads again', null, (store) => vacancyDocumentParts(store, ['v1', 'v2']).next()],
    ]

    test.each(QUESTIONS)('%s', async (_name, index, ask) => {
      const { store, asked } = recordedStore(made.store)
      await ask(store)
      const plans: Explained[] = []
      for (const { query } of asked) plans.push(await explain(made.store, query))
      expect(plans.length).toBeGreaterThan(0)
      expect(plans.flatMap(({ scanned }) => scanned).filter((table) => [...LONG_TABLES, 'change'].includes(table))).toEqual([])
      if (index !== null) expect(plans.flatMap(({ indexes }) => indexes)).toContain(index)
    })

    // PostgreSQL may rather join whole tables once. People themselves are read once a day.
    test.runIf(ENGINE === 'sqlite')('who has been kept for long enough is found by the rows of each person', async () => {
      const { store, asked } = recordedStore(made.store)
      await passNotices(store, { ids: () => [], add: () => undefined }, NOW)
      const plans: Explained[] = []
      for (const { query } of asked) plans.push(await explain(made.store, query))
      expect(plans.flatMap(({ indexes }) => indexes)).toContain('involvement_candidate_index')
      expect(plans.flatMap(({ scanned }) => scanned).filter((table) => table !== 'candidate')).toEqual([])
    })
  })
})
