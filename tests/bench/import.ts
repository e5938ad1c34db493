// 5,000 records of the national register into an empty database, once more unchanged, against the bare driver writing rows as large.
import { join } from 'node:path'
import Database from 'better-sqlite3'
import { importRecords } from '#db/import/nva/write.ts'
import { openSqlite } from '#db/store/sqlite/sqlite.ts'
import { makeRecords } from '#tests/support/import/nva-records.ts'
import { round, timed } from './timing.ts'

const RECORDS = 5000

/** The least anything could do: every record as one text, one transaction, one prepared statement. */
async function bareDriver(folder: string, records: readonly unknown[]): Promise<number> {
  const database = new Database(join(folder, 'bare.sqlite'))
  database.pragma('journal_mode = WAL')
  database.exec('create table record (id integer primary key, content text not null)')
  const insert = database.prepare('insert into record (content) values (?)')
  const { ms } = await timed(() => {
    database.transaction(() => {
      for (const record of records) insert.run(JSON.stringify(record))
    })()
    return Promise.resolve()
  })
  database.close()
  return ms
}

export async function benchImport(folder: string): Promise<Record<string, number>> {
  const records = makeRecords(RECORDS)
  const store = openSqlite(join(folder, 'tilts.sqlite'))
  const now = Date.parse('2026-11-23T07:00:00Z')
  const first = await timed(() => importRecords(store, records, { now }))
  const again = await timed(() => importRecords(store, records, { now }))
  await store.close()
  const bareMs = await bareDriver(folder, records)
  return {
    records: RECORDS,
    created: first.result.created,
    firstMs: round(first.ms),
    againMs: round(again.ms),
    bareDriverMs: round(bareMs),
    firstOverBareDriver: round(first.ms / bareMs),
  }
}
