// Turning the pages of a list: nobody is skipped, nobody is shown twice, whatever comes and goes meanwhile.
import { eq, inArray } from 'drizzle-orm'
import { describe, expect, test } from 'vitest'
import { MOST_COUNTED, ROWS_A_PAGE } from '#app/domain/shared/lists.ts'
import type { CoordinatorActor } from '#app/domain/shared/actor.ts'
import { listPeople } from '#db/people/people.ts'
import { listEmployers } from '#db/employers/verification.ts'
import { listOrganisations } from '#db/organisations/organisations.ts'
import { listOwnVacancies } from '#db/vacancies/employer.ts'
import type { PageOf } from '#db/store/keyset.ts'
import { listCaseworkProposals } from '#db/proposals/caseworker-proposals.ts'
import { listEmployerProposals } from '#db/proposals/employer-proposals.ts'
import { employer, vacancy } from '#db/schema/index.ts'
import type { Store } from '#db/store/store.ts'
import { NOW } from '#tests/support/app.ts'
import { testStore } from '#tests/support/database.ts'
import { longLists } from '#tests/support/store/long-lists.ts'
import { anEmployer } from '#tests/support/rows.ts'

const MINUTE = 60_000
const MASTER = Buffer.alloc(32, 7)
const COORDINATOR: CoordinatorActor = { kind: 'coordinator', membershipId: 'm', accountId: 'a' }
const EVERYBODY = { state: null, words: '' } as const

type Ask = (at: string) => Promise<PageOf<{ id: string }>>

const idsOf = ({ rows }: PageOf<{ id: string }>) => rows.map(({ id }) => id)

/** Every page, from the first by "next". */
async function forwards(ask: Ask): Promise<string[][]> {
  const pages = [await ask('')]
  for (let next = pages[0]?.next ?? null; next !== null && pages.length < 100; next = pages.at(-1)?.next ?? null)
    pages.push(await ask(next))
  return pages.map(idsOf)
}

/** Every page, from the last by "previous", in the order of the list. */
async function backwards(ask: Ask): Promise<string[][]> {
  const pages = [await ask('')]
  for (let next = pages[0]?.next ?? null; next !== null; next = pages[0]?.next ?? null) pages.unshift(await ask(next))
  const back = [pages[0] as PageOf<{ id: string }>]
  for (let before = back[0]?.previous ?? null; before !== null && back.length < 100; before = back[0]?.previous ?? null)
    back.unshift(await ask(before))
  return back.map(idsOf)
}

describe('turning all pages of a list and back, with many rows in the same place', () => {
  test('shows every row once, in one order', async () => {
    const store = await testStore()
    const { casework, employs, coordinates } = await longLists(store, 400)
    const people = { stage: null, waitingOn: null, missing: null, q: '' } as const
    const lists: Ask[] = [
      ...(['pending', 'verified', null] as const).map(
        (state): Ask =>
          (at) =>
            listEmployers(store, coordinates, { state, words: '', at }),
      ),
      (at) => listEmployers(store, coordinates, { state: null, words: 'izdoma 1', at }),
      ...(['pending', null] as const).map(
        (state): Ask =>
          (at) =>
            listOrganisations(store, coordinates, { state, at }),
      ),
      ...(['all', 'published', 'expired'] as const).map(
        (state): Ask =>
          (at) =>
            listOwnVacancies(store, employs, { state, at }, NOW),
      ),
      ...(['waiting', 'live', 'over'] as const).map(
        (filter): Ask =>
          (at) =>
            listEmployerProposals(store, employs, { filter, at }),
      ),
      ...(['caseworker', 'candidate', 'at_work', 'over'] as const).map(
        (filter): Ask =>
          (at) =>
            listCaseworkProposals(store, casework, { filter, at }, NOW),
      ),
      ...(['mine', 'all'] as const).map(
        (whose): Ask =>
          (at) =>
            listPeople(store, MASTER, casework, { ...people, whose }, at, NOW),
      ),
      (at) => listPeople(store, MASTER, casework, { ...people, whose: 'all', q: 'K-' }, at, NOW),
    ]
    for (const ask of lists) {
      const pages = await forwards(ask)
      const ids = pages.flat()
      expect(ids.length).toBeGreaterThan(0)
      expect(new Set(ids).size).toBe(ids.length)
      expect(pages.slice(0, -1).every((page) => page.length === ROWS_A_PAGE)).toBe(true)
      expect((await backwards(ask)).flat()).toEqual(ids)
    }
  })

  test('holds whom it should: those who seek first, then those at work, the longest waiting of each before the others', async () => {
    const store = await testStore()
    const { casework } = await longLists(store, 400)
    const all = { whose: 'all', stage: null, waitingOn: null, missing: null, q: '' } as const
    const lines: { stage: string; waitingSince: number }[] = []
    for (let at: string | null = ''; at !== null;) {
      const page = await listPeople(store, MASTER, casework, all, at, NOW)
      lines.push(...page.rows)
      at = page.next
    }
    const firstAtWork = lines.findIndex(({ stage }) => stage === 'in_work')
    const inOrder = (part: typeof lines) => part.every(({ waitingSince }, index) => waitingSince >= (part[index - 1]?.waitingSince ?? 0))
    expect(new Set(lines.slice(0, firstAtWork).map(({ stage }) => stage))).toEqual(
      new Set(['in_custody', 'open_prison', 'preparing_release', 'looking']),
    )
    expect(new Set(lines.slice(firstAtWork).map(({ stage }) => stage))).toEqual(new Set(['in_work']))
    expect([inOrder(lines.slice(0, firstAtWork)), inOrder(lines.slice(firstAtWork))]).toEqual([true, true])
  })
})

/** Employers named A00, A01, …; their ids in that order. */
async function namedEmployers(store: Store, many: number): Promise<string[]> {
  const ids: string[] = []
  for (let index = 0; index < many; index += 1) ids.push((await anEmployer(store, { name: `A${String(index).padStart(2, '0')}` })).id)
  return ids
}

describe('while somebody turns the pages', () => {
  const employersOf =
    (store: Store): Ask =>
    (at) =>
      listEmployers(store, COORDINATOR, { ...EVERYBODY, at })

  test('newcomers push nobody onto a page twice and nobody off it', async () => {
    const store = await testStore()
    const ids = await namedEmployers(store, 60)
    const ask = employersOf(store)
    const first = await ask('')
    for (const name of ['A00 pirms', 'A05 pirms', 'A10 pirms']) await anEmployer(store, { name })
    const later = await anEmployer(store, { name: 'A30 pēc' })
    const second = await ask(first.next ?? '')
    const third = await ask(second.next ?? '')
    expect([first, second, third].flatMap(idsOf)).toEqual([...ids.slice(0, 31), later.id, ...ids.slice(31)])
  })

  test('of many in the very same place each is shown once, also those who come in between', async () => {
    const store = await testStore()
    const made: string[] = []
    for (let index = 0; index < 60; index += 1) made.push((await anEmployer(store, { name: 'SIA "Tā pati"' })).id)
    const ask = employersOf(store)
    const first = await ask('')
    await anEmployer(store, { name: 'AS Tā pati' })
    const rest = await forwards((at) => ask(at === '' ? (first.next ?? '') : at))
    const shown = [...idsOf(first), ...rest.flat()]
    expect(new Set(shown).size).toBe(shown.length)
    expect(shown).toEqual(expect.arrayContaining(made))
  })

  test('who was the last on a page and left takes nobody with them', async () => {
    const store = await testStore()
    const ids = await namedEmployers(store, 30)
    const first = await employersOf(store)('')
    await store.write((tx) => tx.delete(employer).where(eq(employer.id, ids[24] ?? '')))
    expect(idsOf(await employersOf(store)(first.next ?? ''))).toEqual(ids.slice(25))
  })

  test('when all that stood behind has gone, the last page is shown', async () => {
    const store = await testStore()
    const ids = await namedEmployers(store, 30)
    const first = await employersOf(store)('')
    await store.write((tx) => tx.delete(employer).where(inArray(employer.id, ids.slice(25))))
    expect(await employersOf(store)(first.next ?? '')).toMatchObject({
      rows: ids.slice(0, 25).map((id) => ({ id })),
      previous: null,
      next: null,
    })
  })

  test('back at the beginning the first page is a whole one', async () => {
    const store = await testStore()
    const ids = await namedEmployers(store, 60)
    const first = await employersOf(store)('')
    const second = await employersOf(store)(first.next ?? '')
    await store.write((tx) => tx.delete(employer).where(inArray(employer.id, ids.slice(0, 10))))
    expect(await employersOf(store)(second.previous ?? '')).toMatchObject({ rows: ids.slice(10, 35).map((id) => ({ id })), previous: null })
  })

  test('a vacancy that was changed stands first, and the others keep their pages', async () => {
    const store = await testStore()
    const { employs } = await longLists(store, 100)
    const ask: Ask = (at) => listOwnVacancies(store, employs, { state: 'all', at }, NOW)
    const before = (await forwards(ask)).flat()
    const first = await ask('')
    const changed = before[40] ?? ''
    await store.write((tx) =>
      tx
        .update(vacancy)
        .set({ updatedAt: NOW + MINUTE })
        .where(eq(vacancy.id, changed)),
    )
    expect(idsOf(await ask(first.next ?? ''))).toEqual(before.slice(25, 51).filter((id) => id !== changed))
    expect(idsOf(await ask(''))[0]).toBe(changed)
  })
})

const encoded = (value: unknown) => Buffer.from(JSON.stringify(value)).toString('base64url')

test.each([
  ['letters', 'xyz'],
  ['an old page number', '2'],
  ['half of an address', encoded(['after', 0, 'a', 'x']).slice(0, 9)],
  ['a place of another list, by number', encoded(['after', 0, NOW, 'x'])],
  ['a part that is not there', encoded(['after', 1, 'a', 'x'])],
  ['a part of the way to one', encoded(['after', 0.5, 'a', 'x'])],
  ['no side', encoded(['beside', 0, 'a', 'x'])],
  ['too much', encoded(['after', 0, 'a', 'x', 'y'])],
  ['an object', encoded({ side: 'after' })],
  ['nothing', encoded(null)],
  ['a letter no text can hold', encoded(['after', 0, 'a\0', 'x'])],
  ['something endless', encoded(['after', 0, 'a'.repeat(3000), 'x'])],
])('an address with %s in it shows the first page', async (_what, at) => {
  const store = await testStore()
  const [id] = await namedEmployers(store, 1)
  expect(await listEmployers(store, COORDINATOR, { ...EVERYBODY, at })).toMatchObject({ rows: [{ id }], previous: null, next: null })
})

test.each([
  ['a fraction', 0.5],
  ['more than a number holds', 2 ** 60],
  ['text', 'soon'],
  ['nothing', null],
])('a list by time is not asked with %s for a time', async (_what, at) => {
  const store = await testStore()
  const { employs } = await longLists(store, 10)
  const page = await listOwnVacancies(store, employs, { state: 'all', at: encoded(['after', 0, at, 'x']) }, NOW)
  expect(page).toMatchObject({ previous: null, total: 8 })
})

test('a list of more than a thousand says "more than a thousand", wherever it is counted', async () => {
  const store = await testStore()
  const { employs, casework, coordinates } = await longLists(store, 3200)
  const { total, counts } = await listEmployers(store, coordinates, { ...EVERYBODY, at: '' })
  expect(total).toBeGreaterThan(MOST_COUNTED)
  expect(counts).toEqual({ pending: MOST_COUNTED + 1, verified: MOST_COUNTED + 1, refused: MOST_COUNTED + 1 })
  expect((await listEmployers(store, coordinates, { state: null, words: 'izdoma', at: '' })).total).toBe(MOST_COUNTED + 1)
  expect((await listOwnVacancies(store, employs, { state: 'all' }, NOW)).total).toBe(MOST_COUNTED + 1)
  const people = { whose: 'all', stage: null, waitingOn: null, missing: null, q: '' } as const
  expect((await listPeople(store, MASTER, casework, people, '', NOW)).total).toBe(MOST_COUNTED + 1)
})
