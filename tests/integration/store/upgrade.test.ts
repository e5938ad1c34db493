// A database of an earlier Tilts is brought to today's tables: nothing that was in it is lost.
import { expect, onTestFinished, test } from 'vitest'
import { lastChange, recordChange } from '#db/change-feed/changes.ts'
import { candidate, readiness } from '#db/schema/index.ts'
import { olderPlace, openIn, sqlIn } from '#tests/support/transfer/copies.ts'
import { ENGINE } from '#tests/support/database.ts'
import { listChanges } from '#tests/support/store/feed.ts'

/** The last before the search had tables of its own; that one rebuilds the change feed. */
const BEFORE_SEARCH = { sqlite: 4, postgres: 2 }

/** The last in which the stage of somebody at liberty was called `released`. */
const BEFORE_LOOKING = { sqlite: 10, postgres: 8 }

async function upgradedWith(statements: readonly string[], before = BEFORE_SEARCH) {
  const place = await olderPlace(ENGINE, before[ENGINE])
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

test('a person at liberty looks for work, others stay where they are, and what belongs to them is kept', async () => {
  const store = await upgradedWith(
    [
      `insert into organisation (id, name, kind, public_authority, municipality, contact_name, contact_email, contact_phone, created_at)
        values ('o', 'Izdomātā biedrība', 'ngo', ${ENGINE === 'sqlite' ? '0' : 'false'}, 'liepaja', '', '', '', 1)`,
      `insert into account (id, name, email, password_hash, created_at) values ('a', 'Izdomāta', 'a@example.test', '', 1)`,
      `insert into membership (id, account_id, role, organisation_id, created_at) values ('m', 'a', 'caseworker', 'o', 1)`,
      ...['released', 'in_custody'].map(
        (
          stage,
        ) => `insert into candidate (id, code, organisation_id, caseworker_id, language, stage, profile, waiting_since, created_at, updated_at)
          values ('${stage}', '${stage}', 'o', 'm', 'lv', '${stage}', '{}', 1, 1, 1)`,
      ),
      `insert into readiness (candidate_id, item, state, updated_at) values ('released', 'phone', 'needed', 1)`,
    ],
    BEFORE_LOOKING,
  )
  const { id, stage } = candidate
  expect(await store.read(async (db) => db.select({ id, stage }).from(candidate).orderBy(id))).toEqual([
    { id: 'in_custody', stage: 'in_custody' },
    { id: 'released', stage: 'looking' },
  ])
  expect(await store.read(async (db) => db.select().from(readiness))).toMatchObject([{ candidateId: 'released', item: 'phone' }])
})
