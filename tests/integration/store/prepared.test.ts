// A query prepared once gives what the same query gives when it is built again, on both engines.
import { and, asc, eq, gt, inArray } from 'drizzle-orm'
import { expect, test } from 'vitest'
import { employer, session, vacancy } from '#db/schema/index.ts'
import { prepared, preparedList } from '#db/store/prepared.ts'
import type { Store } from '#db/store/store.ts'
import { NOW } from '#tests/support/app.ts'
import { testStore } from '#tests/support/database.ts'
import { aMember, aVacancyRow } from '#tests/support/rows.ts'

const COLUMNS = { id: vacancy.id, remote: vacancy.remote, lat: vacancy.lat, shifts: vacancy.shifts, expiresAt: vacancy.expiresAt }

async function vacanciesWithIds(store: Store, count: number): Promise<string[]> {
  const ids: string[] = []
  for (let nth = 0; nth < count; nth += 1)
    ids.push((await aVacancyRow(store, { remote: nth % 2 === 0, lat: nth % 3 === 0 ? null : 56.5 })).id)
  return ids
}

test('a vacancy with its employer reads the same, the first time and the next', async () => {
  const store = await testStore()
  const whole = prepared(['id'], (db, { id }) =>
    db
      .select({ row: vacancy, employerName: employer.name })
      .from(vacancy)
      .leftJoin(employer, eq(employer.id, vacancy.employerId))
      .where(eq(vacancy.id, id)),
  )
  for (const id of await vacanciesWithIds(store, 3)) {
    const rebuilt = await store.read((db) =>
      db
        .select({ row: vacancy, employerName: employer.name })
        .from(vacancy)
        .leftJoin(employer, eq(employer.id, vacancy.employerId))
        .where(eq(vacancy.id, id)),
    )
    expect(rebuilt).toHaveLength(1)
    expect(await store.read((db) => whole(db, { id }))).toEqual(rebuilt)
  }
})

test.each([1, 25, 26])('a list of %i ids reads the same, whatever its length', async (count) => {
  const store = await testStore()
  const ids = await vacanciesWithIds(store, count)
  const listed = preparedList(['now'], (db, these, { now }) =>
    db
      .select(COLUMNS)
      .from(vacancy)
      .where(and(inArray(vacancy.id, these), gt(vacancy.expiresAt, now)))
      .orderBy(asc(vacancy.id)),
  )
  const rebuilt = await store.read((db) => db.select(COLUMNS).from(vacancy).orderBy(asc(vacancy.id)))
  expect(rebuilt).toHaveLength(count)
  expect(await store.read((db) => listed(db, ids, { now: NOW }))).toEqual(rebuilt)
})

test('what a transaction wrote by a prepared change is gone when it fails', async () => {
  const store = await testStore()
  const { membershipId } = await aMember(store, { role: 'coordinator' })
  const begin = prepared(['tokenHash', 'membershipId'], (db, values) =>
    db.insert(session).values({ ...values, createdAt: NOW, expiresAt: NOW + 1 }),
  )
  const failing = store.write(async (tx) => {
    await begin(tx, { tokenHash: 'lost', membershipId })
    throw new Error('thought better of it')
  })
  await expect(failing).rejects.toThrow('thought better of it')
  await store.write((tx) => begin(tx, { tokenHash: 'kept', membershipId }))
  expect(await store.read((db) => db.select({ hash: session.tokenHash }).from(session))).toEqual([{ hash: 'kept' }])
})

test('a joined table that may be missing is refused as a whole: its columns are named', async () => {
  const store = await testStore()
  const whole = prepared(['id'], (db, { id }) =>
    db.select({ id: vacancy.id, employer }).from(vacancy).leftJoin(employer, eq(employer.id, vacancy.employerId)).where(eq(vacancy.id, id)),
  )
  await expect(store.read((db) => whole(db, { id: 'x' }))).rejects.toThrow('names the columns')
})
