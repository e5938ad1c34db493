// What the search stores in the database: synonyms, rejected vacancies, the cursor of an outside engine, the log of searches.
import { eq } from 'drizzle-orm'
import { describe, expect, test } from 'vitest'
import type { CoordinatorActor } from '#app/domain/shared/actor.ts'
import { addDays, dayOf } from '#app/domain/shared/day.ts'
import type { CountedSearch, SearchOutcome } from '#app/domain/search/search-log.ts'
import type { EngineName } from '#app/domain/search/search-engine.ts'
import { lastChange } from '#db/change-feed/changes.ts'
import { addSynonymRule, editSynonymRule, listSynonymRules, retireSynonymRule } from '#db/search/coordinator-synonyms.ts'
import { searchLog } from '#db/schema/index.ts'
import { findFollower, saveFollower, type SearchFollower } from '#db/search/follower-position.ts'
import { addSearches, forgetOldSearches, listNotFound } from '#db/search/log.ts'
import { askAgain, clearRejected, countRejected, dueRejected, listRejected, recordRejected } from '#db/search/rejected.ts'
import { seedReference } from '#db/seed/reference.ts'
import { SYNONYMS } from '#db/seed/synonyms.ts'
import type { Store } from '#db/store/store.ts'
import { listSynonyms } from '#db/search/synonyms.ts'
import { NOW } from '#tests/support/app.ts'
import { secondStore, testStore } from '#tests/support/database.ts'
import { listChanges } from '#tests/support/store/feed.ts'
import { aMember, anEmployer, aVacancyRow } from '#tests/support/rows.ts'

const DAY = 86_400_000

async function aCoordinator(store: Store): Promise<CoordinatorActor> {
  const { membershipId, account } = await aMember(store, { role: 'coordinator' })
  return { kind: 'coordinator', membershipId, accountId: account.id }
}

describe('synonyms', () => {
  const DRIVER = { from: ['šoferis'], to: ['autovadītājs'], twoWay: true, note: '' }

  test('a new site has those that come with it, once, and tells followers of each', async () => {
    const store = await testStore()
    await seedReference(store, NOW)
    const { length } = await listChanges(store, 0)
    await seedReference(store, NOW + DAY)
    expect(await listSynonyms(store)).toHaveLength(SYNONYMS.length)
    expect(await listSynonyms(store)).toContainEqual({ id: 'lv-driver', from: ['šoferis'], to: ['autovadītājs'], twoWay: true })
    const changes = await listChanges(store, 0)
    expect(changes).toHaveLength(length)
    expect(changes.filter(({ subject }) => subject === 'search_synonym')).toHaveLength(SYNONYMS.length)
  })

  test('one that came with the site stays as a coordinator changed it, and stays away when it was retired', async () => {
    const store = await testStore()
    const actor = await aCoordinator(store)
    await seedReference(store, NOW)
    await editSynonymRule(store, actor, 'lv-driver', { ...DRIVER, from: ['stūrmanis'], version: 1 }, NOW)
    await retireSynonymRule(store, actor, 'lv-loader', { retired: true, version: 1 }, NOW)

    await seedReference(store, NOW + DAY)

    const rules = await listSynonyms(store)
    expect(rules).toHaveLength(SYNONYMS.length - 1)
    expect(rules.find(({ id }) => id === 'lv-driver')?.from).toEqual(['stūrmanis'])
    expect(rules.find(({ id }) => id === 'lv-loader')).toBeUndefined()
  })

  test('one that a later Tilts brings along does not go in against a coordinator’s own rule', async () => {
    const store = await testStore()
    const actor = await aCoordinator(store)
    await addSynonymRule(store, actor, { from: ['metinātājs'], to: ['svarščiks'], twoWay: false, note: '' }, NOW)

    await seedReference(store, NOW)

    const ids = (await listSynonyms(store)).map(({ id }) => id)
    expect(ids).toHaveLength(SYNONYMS.length)
    expect(ids).not.toContain('lv-welder-spoken')
  })

  test('two coordinators who together close a circle at the same moment: one of them is refused', async () => {
    const store = await testStore()
    const other = await secondStore(store)
    const actor = await aCoordinator(store)
    const both = await Promise.all([
      addSynonymRule(store, actor, { from: ['a'], to: ['b'], twoWay: false, note: '' }, NOW),
      addSynonymRule(other, actor, { from: ['b'], to: ['a'], twoWay: false, note: '' }, NOW),
    ])
    expect(both.map(({ saved }) => saved).sort()).toEqual([false, true])
    expect(await listSynonyms(store)).toHaveLength(1)
  })

  test('a retired rule may not come back into a circle that was made without it', async () => {
    const store = await testStore()
    const actor = await aCoordinator(store)
    const first = await addSynonymRule(store, actor, { from: ['a'], to: ['b'], twoWay: false, note: '' }, NOW)
    const id = first.saved ? first.id : ''
    await retireSynonymRule(store, actor, id, { retired: true, version: 1 }, NOW)
    await addSynonymRule(store, actor, { from: ['b'], to: ['a'], twoWay: false, note: '' }, NOW)

    expect(await retireSynonymRule(store, actor, id, { retired: false, version: 2 }, NOW)).toEqual({
      saved: false,
      problem: { kind: 'loop', circle: ['a', 'b', 'a'] },
    })
  })

  test('are found by any of their phrases, without marks, and stand in the order of the alphabet', async () => {
    const store = await testStore()
    const actor = await aCoordinator(store)
    await seedReference(store, NOW)
    const found = async (words: string) =>
      (await listSynonymRules(store, actor, { retired: false, words, at: '' })).rows.map(({ id }) => id)

    expect(await found('METINATAJ')).toEqual(['lv-welder-spoken', 'lv-welder'])
    expect(await found('celtna  vad')).toEqual(['lv-crane'])
    expect(await found('шофер')).toEqual(['ru-driver'])
    expect(await found('100%')).toEqual([])
    const all = await listSynonymRules(store, actor, { retired: false, words: '', at: '' })
    expect(all.total).toBe(SYNONYMS.length)
    expect(all.rows).toHaveLength(25)
    const next = await listSynonymRules(store, actor, { retired: false, words: '', at: all.next ?? '' })
    expect(next.rows.filter(({ id }) => all.rows.some((row) => row.id === id))).toEqual([])
  })
})

describe('a vacancy that an engine refused', () => {
  const refusal = { engine: 'meilisearch', vacancyId: 'v1', reason: 'invalid_document_geo_field', nextAt: null } as const

  test('is shown with its reason and how often it was tried, by when it was first refused', async () => {
    const store = await testStore()
    const actor = await aCoordinator(store)
    const employer = await anEmployer(store, { name: 'Izdomātais' })
    const vacancy = await aVacancyRow(store, { employerId: employer.id, title: 'Pavārs' })
    await recordRejected(store, { ...refusal, vacancyId: 'gone' }, NOW + 2)
    await recordRejected(store, { ...refusal, vacancyId: vacancy.id, nextAt: NOW + DAY }, NOW)
    await recordRejected(store, { ...refusal, vacancyId: vacancy.id, reason: 'ā'.repeat(999) }, NOW + 1)

    const { rows, setAside } = await listRejected(store, actor)

    expect(setAside).toBe(2)
    expect(rows).toEqual([
      expect.objectContaining({ title: 'Pavārs', employer: 'Izdomātais', attempts: 2, firstAt: NOW, lastAt: NOW + 1, waits: false }),
      expect.objectContaining({ vacancyId: 'gone', title: null, employer: null, attempts: 1 }),
    ])
    expect(rows[0]?.reason).toHaveLength(300)
  })

  test('is tried again when somebody asks, and followers hear of it', async () => {
    const store = await testStore()
    const actor = await aCoordinator(store)
    await recordRejected(store, refusal, NOW)
    await recordRejected(store, { ...refusal, vacancyId: 'v2', nextAt: NOW + DAY }, NOW)
    const before = await lastChange(store)
    expect(await dueRejected(store, 'meilisearch', NOW)).toEqual([])
    expect(await countRejected(store, actor)).toBe(1)

    expect(await askAgain(store, actor, refusal, NOW + 5)).toBe(true)

    expect(await dueRejected(store, 'meilisearch', NOW + 5)).toEqual(['v1'])
    expect(await dueRejected(store, 'meilisearch', NOW + DAY)).toEqual(['v1', 'v2'])
    expect(await dueRejected(store, 'embedded', NOW + DAY)).toEqual([])
    expect(await countRejected(store, actor)).toBe(0)
    expect(await listChanges(store, before)).toMatchObject([{ subject: 'vacancy', subjectId: 'v1' }])
  })

  test('that went in is no longer shown, and asking for it changes nothing', async () => {
    const store = await testStore()
    const actor = await aCoordinator(store)
    await recordRejected(store, refusal, NOW)
    await recordRejected(store, { ...refusal, engine: 'embedded' }, NOW)
    await clearRejected(store, 'meilisearch', ['v1', 'v9'])
    await clearRejected(store, 'meilisearch', [])

    expect((await listRejected(store, actor)).rows).toMatchObject([{ engine: 'embedded' }])
    const before = await lastChange(store)
    expect(await askAgain(store, actor, refusal, NOW)).toBe(false)
    expect(await lastChange(store)).toBe(before)
  })
})

test('the position of an outside engine is kept as it was last saved', async () => {
  const store = await testStore()
  const place: SearchFollower = {
    id: 'meilisearch',
    cursor: 7,
    indexUid: 'vacancies_1',
    analysis: 1,
    settingsKey: 'abc',
    documents: 3,
    caughtUpAt: NOW,
    rebuiltAt: null,
    reconciledAt: null,
    note: null,
  }
  expect(await findFollower(store, 'meilisearch')).toBeNull()
  await saveFollower(store, place)
  await saveFollower(store, { ...place, cursor: 9, rebuiltAt: NOW })
  expect(await findFollower(store, 'meilisearch')).toEqual({ ...place, cursor: 9, rebuiltAt: NOW })
})

describe('the log of searches', () => {
  const searched = (
    query: string,
    times: number,
    outcome: SearchOutcome = 'nothing',
    engine: EngineName = 'embedded',
  ): CountedSearch<EngineName> => ({
    query,
    engine,
    outcome,
    times,
    tookMs: times * 1.5,
  })
  const rows = (store: Store) => store.read((db) => db.select().from(searchLog).orderBy(searchLog.query, searchLog.engine))

  test('adds up what several nodes counted', async () => {
    const store = await testStore()
    await addSearches(store, [searched('pavārs', 3, 'found'), searched('pavārs', 1, 'found', 'meilisearch')], NOW)
    await addSearches(await secondStore(store), [searched('pavārs', 4, 'found')], NOW)
    await addSearches(store, [], NOW)
    expect(await rows(store)).toEqual([
      { day: '2026-11-23', query: 'pavārs', engine: 'embedded', outcome: 'found', times: 7, tookMs: 11 },
      { day: '2026-11-23', query: 'pavārs', engine: 'meilisearch', outcome: 'found', times: 1, tookMs: 2 },
    ])
  })

  test('shows what found nothing only when it was searched for at least five times, rounded, and says that there are others', async () => {
    const store = await testStore()
    const actor = await aCoordinator(store)
    const rare = Array.from({ length: 12 }, (_, nth) => searched(`rets ${nth}`, 4))
    await addSearches(
      store,
      [searched('astronauts', 3), searched('kosmonauts', 18), searched('pavārs', 50, 'found'), ...rare],
      NOW - 20 * DAY,
    )
    await addSearches(
      store,
      [searched('astronauts', 1), searched('astronauts', 1, 'nothing', 'meilisearch'), searched('jātnieks', 9, 'relaxed')],
      NOW,
    )
    await addSearches(store, [searched('sens', 90)], NOW - 30 * DAY)

    expect(await listNotFound(store, actor, { days: 30 }, NOW)).toEqual({
      nothing: {
        rows: [
          { query: 'kosmonauts', times: 20 },
          { query: 'astronauts', times: 5 },
        ],
        anyRarer: true,
        rarer: { few: false, about: 10 },
      },
      relaxed: { rows: [{ query: 'jātnieks', times: 10 }], anyRarer: false, rarer: { few: true } },
    })
    expect((await listNotFound(store, actor, { days: 90 }, NOW)).nothing.rows[0]).toEqual({ query: 'sens', times: 90 })
    expect((await listNotFound(store, actor, { days: 1 }, NOW)).nothing).toEqual({ rows: [], anyRarer: true, rarer: { few: true } })
  })

  test('forgets what was searched for seldom after thirty days, and everything after four hundred', async () => {
    const store = await testStore()
    const at = (days: number) => NOW - days * DAY
    await addSearches(store, [searched('rets', 4), searched('biežs', 2)], at(30))
    await addSearches(store, [searched('biežs', 3)], at(31))
    await addSearches(store, [searched('jauns', 1)], at(29))
    await addSearches(store, [searched('sens', 99), searched('sens', 99, 'found')], at(400))
    await addSearches(store, [searched('senāks', 99)], at(401))

    const passes: boolean[] = []
    do passes.push(await forgetOldSearches(store, NOW))
    while (passes.at(-1))

    expect(passes).toEqual([true, true, false])
    const left = await store.read((db) => db.select({ query: searchLog.query, day: searchLog.day }).from(searchLog).orderBy(searchLog.day))
    expect(left).toEqual([
      { query: 'biežs', day: addDays(dayOf(NOW), -31) },
      { query: 'biežs', day: addDays(dayOf(NOW), -30) },
      { query: 'jauns', day: addDays(dayOf(NOW), -29) },
    ])
    expect(await store.read((db) => db.select().from(searchLog).where(eq(searchLog.query, 'sens')))).toEqual([])
  })
})
