// The store on real SQLite: one writer, readers that cannot write, a database that restates the rules.
import { eq } from 'drizzle-orm'
import { expect, test } from 'vitest'
import { lastChange, listChanges, recordChange } from '#db/changes.ts'
import { attempt, vacancyStance } from '#db/schema/index.ts'
import { violationOf } from '#db/store/sqlite.ts'
import { newPersonKey, open, openPersonKey, seal } from '#db/vault.ts'
import { countAttempt } from '#db/attempts.ts'
import { testStore } from '#tests/support/database.ts'
import { aVacancyRow, anEmployer } from '#tests/support/rows.ts'

const failure = async (work: Promise<unknown>) => work.then(() => null).catch((error: unknown) => error)

test('a change that fails half way leaves nothing behind', async () => {
  const store = await testStore()
  const failed = await failure(
    store.write(async (tx) => {
      await tx.insert(attempt).values({ key: 'half', count: 1, windowEndsAt: 1 })
      throw new Error('the power went out')
    }),
  )
  expect(failed).toBeInstanceOf(Error)
  expect(await store.read((db) => db.select().from(attempt))).toEqual([])
})

test('two changes that are made at the same time go one after the other', async () => {
  const store = await testStore()
  const steps: string[] = []
  const slow = async (name: string) =>
    store.write(async (tx) => {
      steps.push(`${name} begins`)
      await tx.insert(attempt).values({ key: name, count: 1, windowEndsAt: 1 })
      await new Promise((resolve) => setImmediate(resolve))
      steps.push(`${name} ends`)
    })
  await Promise.all([slow('first'), slow('second')])
  expect(steps).toEqual(['first begins', 'first ends', 'second begins', 'second ends'])
})

test('what is being changed is not read before it is done', async () => {
  const store = await testStore()
  const seen: number[] = []
  await store.write(async (tx) => {
    await tx.insert(attempt).values({ key: 'unfinished', count: 1, windowEndsAt: 1 })
    seen.push((await store.read((db) => db.select().from(attempt))).length)
  })
  seen.push((await store.read((db) => db.select().from(attempt))).length)
  expect(seen).toEqual([0, 1])
})

test('a question that writes is refused', async () => {
  const store = await testStore()
  const failed = await failure(store.read((db) => db.delete(attempt).where(eq(attempt.key, 'x'))))
  expect(String((failed as { cause?: unknown }).cause ?? failed)).toContain('readonly')
})

test('a refusal without its job-related reason cannot be stored, nor one by law without the article', async () => {
  const store = await testStore()
  const vacancy = await aVacancyRow(store, { stances: [{ family: 'fraud', stance: 'accept', reason: null, article: null }] })
  const insert = async (row: Pick<typeof vacancyStance.$inferInsert, 'stance' | 'reason' | 'article'>) =>
    violationOf(await failure(store.write((tx) => tx.insert(vacancyStance).values({ vacancyId: vacancy.id, family: 'property', ...row }))))
  expect(await insert({ stance: 'not_for_this_job' })).toEqual({ kind: 'check', constraint: 'vacancy_stance_needs_reason_check' })
  expect(await insert({ stance: 'accept', reason: 'driving' })).toEqual({ kind: 'check', constraint: 'vacancy_stance_needs_reason_check' })
  expect(await insert({ stance: 'not_for_this_job', reason: 'law', article: ' ' })).toEqual({
    kind: 'check',
    constraint: 'vacancy_stance_needs_article_check',
  })
  expect(await insert({ stance: 'not_for_this_job', reason: 'law', article: 'Izdomāts likums 1' })).toBeNull()
})

test('the same registration number cannot be registered twice', async () => {
  const store = await testStore()
  await anEmployer(store, { registrationNo: '40000000001' })
  expect(violationOf(await failure(anEmployer(store, { registrationNo: '40000000001' })))?.kind).toBe('unique')
})

test('followers are told of changes in the order in which they were made', async () => {
  const store = await testStore()
  await Promise.all(['a', 'b', 'c'].map(async (id) => store.write((tx) => recordChange(tx, 'vacancy', id))))
  const changes = await listChanges(store, 0)
  expect(changes.map((change) => [change.seq, change.subjectId])).toEqual([
    [1, 'a'],
    [2, 'b'],
    [3, 'c'],
  ])
  expect(await lastChange(store)).toBe(3)
  expect(await listChanges(store, 2)).toHaveLength(1)
})

test('tries are counted in a window and forgotten after it', async () => {
  const store = await testStore()
  const limit = { tries: 2, windowMs: 1000 }
  const waits = [0, 10, 20, 1200]
  const answers: number[] = []
  for (const now of waits) answers.push(await countAttempt(store, 'somebody', limit, now))
  expect(answers).toEqual([0, 0, 980, 0])
})

test('a sealed text opens only with its own key and in its own place', () => {
  const master = Buffer.alloc(32, 1)
  const { key, wrapped } = newPersonKey(master, 'k1')
  const sealed = seal(key, 'identity:k1', 'Jānis Paraugs')
  expect(sealed).not.toContain('Paraugs')
  expect(open(openPersonKey(master, 'k1', wrapped), 'identity:k1', sealed)).toBe('Jānis Paraugs')
  expect(() => open(key, 'identity:k2', sealed)).toThrow()
  expect(() => openPersonKey(master, 'k2', wrapped)).toThrow()
  expect(() => openPersonKey(Buffer.alloc(32, 2), 'k1', wrapped)).toThrow()
  expect(() => open(key, 'identity:k1', `${sealed.slice(0, -2)}AA`)).toThrow()
})
