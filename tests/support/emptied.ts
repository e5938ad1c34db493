// PostgreSQL databases that one test file uses again and again: emptying one takes a tenth of the time of making one.
import { getTableConfig } from 'drizzle-orm/sqlite-core'
import pg from 'pg'
import { TABLES } from '#db/store/tables.ts'

/** Guards and references would refuse; only a superuser may step round them, as the tests' own server's user is. */
const EMPTY = [
  'SET session_replication_role = replica',
  ...TABLES.map((table) => `DELETE FROM "${getTableConfig(table).name}"`),
  `ALTER SEQUENCE change_seq_seq RESTART`,
].join(';\n')

const free: string[] = []

/** @param make a fresh one, when none is free. */
export async function borrowed(make: () => Promise<string>): Promise<{ url: string; giveBack(): Promise<void> }> {
  const url = free.pop() ?? (await make())
  return {
    url,
    giveBack: async () => {
      const client = new pg.Client({ connectionString: url })
      await client.connect()
      await client.query(EMPTY)
      await client.end()
      free.push(url)
    },
  }
}
