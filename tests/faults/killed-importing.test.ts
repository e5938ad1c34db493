// A process dies in the middle of an import: another run finishes it, and nobody can tell afterwards.
import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { asc } from 'drizzle-orm'
import { beforeAll, describe, expect, test } from 'vitest'
import { importRecords } from '#db/import/nva/write.ts'
import { change, vacancy, vacancyStance } from '#db/schema/index.ts'
import { ENGINES } from '#db/store/migrations.ts'
import { openSqlite } from '#db/store/sqlite/sqlite.ts'
import type { Store } from '#db/store/store.ts'
import { NOW } from '#tests/support/app.ts'
import { makeRecords } from '#tests/support/import/nva-records.ts'
import { aDatabase, storeAt } from './support/database.ts'
import { startWorker } from './support/process.ts'

const RECORDS = 1000

/** What the import wrote, by the register's ids: ours differ from run to run. */
async function imported(store: Store) {
  return store.write(async (tx) => {
    const rows = await tx.select().from(vacancy).orderBy(asc(vacancy.sourceId))
    const sourceIds = new Map(rows.map((row) => [row.id, row.sourceId]))
    const stances = await tx.select().from(vacancyStance)
    const changes = await tx.select().from(change)
    return {
      vacancies: rows.map(({ id: _ours, ...row }) => JSON.stringify(row)),
      stances: stances.map(({ vacancyId, family, stance }) => `${String(sourceIds.get(vacancyId))} ${family} ${stance}`).sort(),
      told: changes.map(({ subject, subjectId }) => `${subject} ${String(sourceIds.get(subjectId))}`).sort(),
    }
  })
}

let whole: Awaited<ReturnType<typeof imported>>

beforeAll(async () => {
  const folder = mkdtempSync(join(tmpdir(), 'tilts-faults-'))
  const store = openSqlite(join(folder, 'tilts.sqlite'))
  await importRecords(store, makeRecords(RECORDS), { now: NOW })
  whole = await imported(store)
  await store.close()
  rmSync(folder, { recursive: true })
})

describe.each(ENGINES)('on %s', (engine) => {
  test.each([
    ['between two parts', { dieAtReport: 2 }, 500],
    ['inside a part', { dieAtId: 600 }, 500],
  ])('an import that is killed %s is finished by the next, as if nothing had happened', async (_when, dying, written) => {
    const where = await aDatabase(engine)
    const { signal } = await startWorker({ where, task: { name: 'import', records: RECORDS, now: NOW }, ...dying }).ended
    expect(signal).toBe('SIGKILL')
    const store = await storeAt(where)
    expect((await imported(store)).vacancies).toHaveLength(written)

    const result = await importRecords(store, makeRecords(RECORDS), { now: NOW })
    expect(result).toEqual({ created: RECORDS - written, updated: 0, unchanged: written, rejected: [] })
    expect(await imported(store)).toEqual(whole)
  })
})
