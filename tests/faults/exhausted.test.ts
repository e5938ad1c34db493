// Everything that serves the database is taken: whoever comes is told within seconds, and all goes on by itself when there is room.
import { sql } from 'drizzle-orm'
import { expect, test } from 'vitest'
import { attempt } from '#db/schema/index.ts'
import { isStoreUnavailable, type Store } from '#db/store/store.ts'
import Database from 'better-sqlite3'
import { timed, within } from './support/bound.ts'
import { aDatabase, storeAt } from './support/database.ts'

let keys = 0

function aWrite(store: Store): Promise<unknown> {
  keys += 1
  const row = { key: `key ${keys}`, count: 1, windowEndsAt: 1 }
  return store.write((tx) => tx.insert(attempt).values(row))
}

async function told(work: Promise<unknown>): Promise<{ ms: number; answer: string }> {
  const { ms, result } = await timed(work)
  if (result.status === 'fulfilled') return { ms, answer: 'done' }
  return { ms, answer: isStoreUnavailable(result.reason) ? result.reason.code : String(result.reason) }
}

const countOf = async (store: Store) => (await store.read((db) => db.select().from(attempt))).length

test('every connection that writes is held: forty who come are told within seconds, readers are answered meanwhile', async () => {
  const store = await storeAt(await aDatabase('postgres', 6))
  let release: () => void = () => undefined
  const held = new Promise<void>((resolve) => {
    release = resolve
  })
  let holding = 0
  const holders = [1, 2].map(() =>
    store.write(async (tx) => {
      await tx.all(sql`select 1`)
      holding += 1
      await held
    }),
  )
  while (holding < 2) await new Promise((resolve) => setImmediate(resolve))
  const waiting = Promise.all(Array.from({ length: 40 }, () => told(aWrite(store))))
  expect(await told(countOf(store))).toMatchObject({ answer: 'done' })
  const answers = await waiting
  expect(new Set(answers.map(({ answer }) => answer))).toEqual(new Set(['busy']))
  expect(Math.max(...answers.map(({ ms }) => ms))).toBeLessThan(6000)
  release()
  await Promise.all(holders)
  expect(await told(aWrite(store))).toMatchObject({ answer: 'done' })
  expect(await countOf(store)).toBe(1)
})

test('every connection that reads is held: who asks is told within seconds, and answered when there is room', async () => {
  const store = await storeAt(await aDatabase('postgres', 4))
  const slow = [1, 2].map(() => told(store.read((db) => db.all(sql`select pg_sleep(4)`))))
  const answers = await Promise.all(Array.from({ length: 20 }, () => told(countOf(store))))
  expect(new Set(answers.map(({ answer }) => answer))).toEqual(new Set(['busy']))
  await Promise.all(slow)
  expect(await told(countOf(store))).toMatchObject({ answer: 'done' })
})

test('a question that takes too long is ended by the database', async () => {
  const store = await storeAt(await aDatabase('postgres', 4))
  const { ms, answer } = await told(store.read((db) => db.all(sql`select pg_sleep(60)`)))
  expect([answer, ms < 9000]).toEqual(['busy', true])
})

test('another program holds the SQLite file: readers are answered, writers are told within seconds, all of them and not one after the other', async () => {
  const where = await aDatabase('sqlite')
  const store = await storeAt(where)
  if (where.engine !== 'sqlite') throw new Error('Not a file')
  const other = new Database(where.file)
  other.exec('BEGIN IMMEDIATE')
  const waiting = Promise.all(Array.from({ length: 20 }, () => told(aWrite(store))))
  const reading = await told(countOf(store))
  expect([reading.answer, reading.ms < 1000]).toEqual(['done', true])
  const answers = await within(15_000, 'Being told', waiting)
  expect(new Set(answers.map(({ answer }) => answer))).toEqual(new Set(['busy']))
  expect(Math.max(...answers.map(({ ms }) => ms))).toBeLessThan(9000)
  const next = told(aWrite(store))
  other.exec('ROLLBACK')
  other.close()
  expect(await next).toMatchObject({ answer: 'done' })
  expect(await countOf(store)).toBe(1)
})
