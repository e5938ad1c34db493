// Brings a PostgreSQL database to the current schema; of many processes that start together, one at a time.
import { drizzle } from 'drizzle-orm/node-postgres'
import { migrate } from 'drizzle-orm/node-postgres/migrator'
import pg from 'pg'
import { migrationsOf } from '../migrations.ts'

/** How long a start waits for the one that migrates, milliseconds. */
const WAIT_MS = 5 * 60_000

export const TOO_OLD = 'POSTGRES_TOO_OLD'
/** The oldest version with support when this was written; compatible servers report a number too. */
const OLDEST = 13

/** @param number as `server_version_num` gives it: 130004 is 13.4. @throws an error with the code `TOO_OLD`. */
export function requireVersion(number: number): void {
  const major = Math.floor(number / 10_000)
  if (major >= OLDEST) return
  throw Object.assign(
    new Error(`Tilts needs PostgreSQL ${String(OLDEST)} or newer, and the database server is PostgreSQL ${String(major)}`),
    {
      code: TOO_OLD,
    },
  )
}

/** In one transaction: a process that is killed half-way leaves the database as it was. */
export async function migratePostgres(url: string): Promise<void> {
  const client = new pg.Client({ connectionString: url, application_name: 'tilts', connectionTimeoutMillis: 10_000 })
  client.on('error', () => undefined)
  await client.connect()
  try {
    const version = await client.query<{ number: string }>(`SELECT current_setting('server_version_num') AS number`)
    requireVersion(Number(version.rows[0]?.number))
    await client.query(`SET lock_timeout = ${String(WAIT_MS)}`)
    // A session lock: it ends with the connection, also when the process is killed.
    await client.query(`SELECT pg_advisory_lock(hashtext('tilts_migrate'))`)
    await migrate(drizzle(client), { migrationsFolder: migrationsOf('postgres'), migrationsSchema: 'public' })
  } finally {
    await client.end()
  }
}
