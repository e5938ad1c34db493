// A process dies in the middle of a migration: the next start brings the database to today's schema with every row that was in it.
import { copyFileSync } from 'node:fs'
import { join } from 'node:path'
import Database from 'better-sqlite3'
import { eq } from 'drizzle-orm'
import { beforeAll, expect, inject, onTestFinished, test } from 'vitest'
import { lastChange, recordChange } from '#db/change-feed/changes.ts'
import { change, proposal, proposalEvent } from '#db/schema/index.ts'
import { violationOf } from '#db/store/errors.ts'
import { migrateSqlite } from '#db/store/sqlite/migrate-sqlite.ts'
import type { Store } from '#db/store/store.ts'
import { NOW } from '#tests/support/app.ts'
import { administer, databaseUrl } from '#tests/support/postgres/postgres-server.ts'
import { listJobs } from './support/many-proposals.ts'
import { columnsOf, inTodaysWords, linesOf, makeOld, todaysRows } from './support/old-database.ts'
import { aFolder, storeAt, type DatabaseAddress } from './support/database.ts'
import { startProcess, startWorker, work } from './support/process.ts'
import { relayTo } from '#tests/support/postgres/relay.ts'

let rows: Awaited<ReturnType<typeof todaysRows>>
let databases = 0

beforeAll(async () => {
  rows = await todaysRows(NOW)
})

async function anEmptyPostgres() {
  databases += 1
  const name = `tilts_old_${process.pid}_${databases}`
  await administer(inject('postgresUrl'), `CREATE DATABASE ${name}`)
  onTestFinished(() => administer(inject('postgresUrl'), `DROP DATABASE ${name} WITH (FORCE)`))
  return { engine: 'postgres', url: databaseUrl(inject('postgresUrl'), name), connections: 4 } as const
}

/** As new: its guards stand, its feed goes on after the last number that was ever given. */
async function isToday(store: Store, changes: number): Promise<void> {
  expect(await lastChange(store)).toBe(changes)
  await store.write((tx) => recordChange(tx, 'vacancy', 'new'))
  const [told] = await store.read((db) => db.select().from(change).where(eq(change.subjectId, 'new')))
  expect(told?.seq).toBeGreaterThan(changes)
  const refused = async (wrong: Parameters<Store['write']>[0]) => violationOf(await store.write(wrong).catch((error: unknown) => error))
  expect(await refused((tx) => tx.update(proposal).set({ state: 'completed' }).where(eq(proposal.id, 'proposal-0')))).toMatchObject({
    kind: 'trigger',
    constraint: 'proposal_state_moves',
  })
  expect(await refused((tx) => tx.delete(proposalEvent).where(eq(proposalEvent.proposalId, 'proposal-1')))).toMatchObject({
    kind: 'trigger',
    constraint: 'append_only',
  })
}

function sqliteFile(): DatabaseAddress & { engine: 'sqlite' } {
  return { engine: 'sqlite', file: join(aFolder(), 'tilts.sqlite') }
}

/** Of a whole migration of a copy. */
function statementsIn(file: string): number {
  const copy = join(aFolder(), 'copy.sqlite')
  copyFileSync(file, copy)
  let statements = 0
  const connection = new Database(copy, { verbose: () => (statements += 1) })
  migrateSqlite(connection)
  connection.close()
  return statements
}

test('SQLite: an upgrade from the first Tilts is killed three times at different places, and the fourth keeps every row', async () => {
  const where = sqliteFile()
  await makeOld(where, 2, rows)
  const columns = await columnsOf(where)
  const before = await linesOf(where, columns)
  const changes = rows.get('change')?.length ?? 0
  expect(before.length).toBeGreaterThan(1000)
  const all = statementsIn(where.file)
  for (const dieAt of [8, Math.floor(all / 2), all - 3]) {
    const { signal } = await startProcess(['tests/faults/support/migrating.ts', where.file, String(dieAt)]).ended
    expect(signal).toBe('SIGKILL')
    expect(await linesOf(where, columns)).toEqual(before)
  }
  const store = await storeAt(where)
  expect(await linesOf(where, columns)).toEqual(inTodaysWords(before))
  expect(await listJobs(store)).toHaveLength(200)
  await isToday(store, changes)
})

test('SQLite: three processes start at once on a file that is not there yet', async () => {
  const where = sqliteFile()
  await Promise.all([1, 2, 3].map(() => work({ where, task: { name: 'open' } })))
  expect(await listJobs(await storeAt(where))).toEqual([])
})

test('SQLite: another process has migrated the file between the look whether it must be and the start of doing it', () => {
  const { file } = sqliteFile()
  let other: Database.Database | null = null
  const connection = new Database(file, {
    verbose: (text) => {
      if (other !== null || !String(text).startsWith('BEGIN')) return
      other = new Database(file)
      migrateSqlite(other)
    },
  })
  migrateSqlite(connection)
  expect(other).not.toBeNull()
  expect(connection.prepare('SELECT count(*) FROM proposal').pluck().get()).toBe(0)
})

/** Starts a process whose line to the database counts, and kills it after so many questions. */
async function killedAfter(where: DatabaseAddress & { engine: 'postgres' }, questions: number): Promise<NodeJS.Signals | null> {
  let asked = 0
  const relay = await relayTo(where.url, () => {
    asked += 1
    if (asked === questions) starting.kill()
  })
  onTestFinished(relay.close)
  const starting = startWorker({ where: { ...where, url: relay.url }, task: { name: 'open' } })
  return (await starting.ended).signal
}

test('PostgreSQL: the first of two that start on an empty database is killed in the middle, the second does it all', async () => {
  const where = await anEmptyPostgres()
  const [signal] = await Promise.all([killedAfter(where, 60), work({ where, task: { name: 'open' } })])
  // When the second was first, the one that is killed found nothing to do, and was killed or not while it looked.
  expect([null, 'SIGKILL']).toContain(signal)
  expect(await listJobs(await storeAt(where))).toEqual([])
})

test('PostgreSQL: an upgrade is killed three times at different places, and the fourth keeps every row', async () => {
  const where = await anEmptyPostgres()
  expect(await killedAfter(where, 60)).toBe('SIGKILL')
  expect((await columnsOf(where)).has('proposal')).toBe(false)
  await makeOld(where, 1, rows)
  const columns = await columnsOf(where)
  const before = await linesOf(where, columns)
  expect(before.length).toBeGreaterThan(1000)
  for (const questions of [12, 25]) {
    expect(await killedAfter(where, questions)).toBe('SIGKILL')
    expect(await linesOf(where, columns)).toEqual(before)
  }
  const store = await storeAt(where)
  expect(await linesOf(where, columns)).toEqual(inTodaysWords(before))
  await isToday(store, rows.get('change')?.length ?? 0)
})
