// The change feed: what it forgets, and how a follower learns that it missed some of it.
import { expect, test } from 'vitest'
import { changesFrom, lastChange, pruneChanges, recordChanges } from '#db/change-feed/changes.ts'
import { change } from '#db/schema/index.ts'
import type { Store } from '#db/store/store.ts'
import { testStore } from '#tests/support/database.ts'
import { listChanges } from '#tests/support/store/feed.ts'

const told = (store: Store, ...ids: string[]) => store.write((tx) => recordChanges(tx, 'vacancy', ids))

test('the change feed forgets the oldest and keeps as many as it should', async () => {
  const store = await testStore()
  await told(store, ...Array.from({ length: 12_000 }, (_, at) => `v${String(at)}`))
  const last = await lastChange(store)
  expect(await pruneChanges(store, 100)).toBe(true)
  expect(await pruneChanges(store, 100)).toBe(true)
  expect(await pruneChanges(store, 100)).toBe(false)
  const rows = await store.read((db) => db.select().from(change))
  expect(rows).toHaveLength(100)
  expect(await lastChange(store)).toBe(last)
  await told(store, 'next')
  expect(await lastChange(store)).toBe(last + 1)
})

test('the change feed is never forgotten whole, and an empty one is left alone', async () => {
  const store = await testStore()
  expect(await pruneChanges(store, 0)).toBe(false)
  await told(store, 'a', 'b')
  await pruneChanges(store, 0)
  expect(await listChanges(store, 0)).toHaveLength(1)
})

test('the change feed tells a follower whether it still has all that came after its cursor', async () => {
  const store = await testStore()
  await told(store, 'a', 'b', 'c', 'd')
  expect((await changesFrom(store, 0, 2))?.map((one) => one.subjectId)).toEqual(['a', 'b'])
  await pruneChanges(store, 2)
  expect(await changesFrom(store, 0, 10)).toBeNull()
  expect(await changesFrom(store, 2, 10)).toBeNull()
  expect((await changesFrom(store, 3, 10))?.map((one) => one.subjectId)).toEqual(['d'])
  expect(await changesFrom(store, 4, 10)).toEqual([])
  // The database was put back to an earlier state.
  expect(await changesFrom(store, 9, 10)).toBeNull()
})
