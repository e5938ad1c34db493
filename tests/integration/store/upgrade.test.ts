// A database of an earlier Tilts is brought to today's tables: nothing that was in it is lost.
import { expect, onTestFinished, test } from 'vitest'
import { lastChange, recordChange } from '#db/change-feed/changes.ts'
import { olderPlace, openIn, sqlIn } from '#tests/support/transfer/copies.ts'
import { ENGINE } from '#tests/support/database.ts'
import { listChanges } from '#tests/support/store/feed.ts'

/** The last before the search had tables of its own; that one rebuilds the change feed. */
const BEFORE_SEARCH = { sqlite: 4, postgres: 2 }

async function upgradedWith(statements: readonly string[]) {
  const place = await olderPlace(ENGINE, BEFORE_SEARCH[ENGINE])
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
