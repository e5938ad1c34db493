// The store on real databases: one writer, readers that cannot write, a database that restates the rules.
import { join } from 'node:path'
import { eq } from 'drizzle-orm'
import { expect, test } from 'vitest'
import { plainStance } from '#app/domain/vacancies/acceptance.ts'
import { lastChange, recordChange } from '#db/change-feed/changes.ts'
import { attempt, vacancyStance } from '#db/schema/index.ts'
import { violationOf } from '#db/store/errors.ts'
import { openSqlite } from '#db/store/sqlite/sqlite.ts'
import { newPersonKey, decrypt, openPersonKey, encrypt } from '#db/people/vault.ts'
import { countAttempt } from '#db/accounts/attempts.ts'
import { aFolder } from '#tests/support/transfer/copies.ts'
import { testStore } from '#tests/support/database.ts'
import { listChanges } from '#tests/support/store/feed.ts'
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

test('of changes that are made at the same time each finds what the one before it left', async () => {
  const store = await testStore()
  await store.write((tx) => tx.insert(attempt).values({ key: 'shared', count: 0, windowEndsAt: 1 }))
  const addOne = async () =>
    store.write(async (tx) => {
      const [row] = await tx.select().from(attempt).where(eq(attempt.key, 'shared'))
      await new Promise((resolve) => setImmediate(resolve))
      await tx.update(attempt).set({ count: (row?.count ?? 0) + 1 })
    })
  await Promise.all(Array.from({ length: 10 }, addOne))
  expect(await store.read((db) => db.select({ count: attempt.count }).from(attempt))).toEqual([{ count: 10 }])
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
  expect(String((failed as { cause?: unknown }).cause ?? failed)).toMatch(/read-?only/)
})

test('a refusal without its job-related reason cannot be stored, nor one by law without the article', async () => {
  const store = await testStore()
  const vacancy = await aVacancyRow(store, { stances: [plainStance('fraud', 'accept')] })
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
  for (const id of ['a', 'b', 'c']) await store.write((tx) => recordChange(tx, 'vacancy', id))
  const changes = await listChanges(store, 0)
  expect(changes.map((change) => [change.seq, change.subjectId])).toEqual([
    [1, 'a'],
    [2, 'b'],
    [3, 'c'],
  ])
  expect(await lastChange(store)).toBe(3)
  expect(await listChanges(store, 2)).toHaveLength(1)
})

test('a database that cannot be asked is told by a rejection, which the caller can wait for', async () => {
  const store = openSqlite(join(aFolder(), 'tilts.sqlite'))
  await store.close()
  const [answer] = await Promise.allSettled([store.ping()])
  expect(answer.status).toBe('rejected')
})

test('tries are counted in a window and forgotten after it', async () => {
  const store = await testStore()
  const limit = { tries: 2, windowMs: 1000 }
  const waits = [0, 10, 20, 1200]
  const answers: number[] = []
  for (const now of waits) answers.push(await countAttempt(store, 'somebody', limit, now))
  expect(answers).toEqual([0, 0, 980, 0])
})

test('an encrypted text opens only with its own key and in its own row and column', () => {
  const master = Buffer.alloc(32, 1)
  const { key, wrapped } = newPersonKey(master, 'k1')
  const encrypted = encrypt(key, 'identity:k1', 'Jānis Paraugs')
  expect(encrypted).not.toContain('Paraugs')
  expect(decrypt(openPersonKey(master, 'k1', wrapped), 'identity:k1', encrypted)).toBe('Jānis Paraugs')
  expect(() => decrypt(key, 'identity:k2', encrypted)).toThrow()
  expect(() => openPersonKey(master, 'k2', wrapped)).toThrow()
  expect(() => openPersonKey(Buffer.alloc(32, 2), 'k1', wrapped)).toThrow()
  expect(() => decrypt(key, 'identity:k1', `${encrypted.slice(0, -2)}AA`)).toThrow()
})
