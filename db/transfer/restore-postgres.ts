// Replaces a PostgreSQL database by a dump, in one transaction: any failure leaves the old state.
import type pg from 'pg'
import { backupPostgres } from './backup-postgres.ts'
import type { CountedTable } from './backup-sqlite.ts'
import { printedLocation } from './database-location.ts'
import { ageOfPostgres, connectForCopy, filledTableOf, tablesOf } from './copy-postgres.ts'
import { asProblem, at, CopyProblem } from './copy-problem.ts'
import { quoted } from './copy-rows.ts'
import { readArchive } from './postgres-archive.ts'
import { environmentFor, needPrograms, ProgramFailed, start, type Environment } from './postgres-programs.ts'
import type { Restored, Restoring } from './restore-types.ts'

/** The lock of migrations: a site that starts now waits for it (db/store/postgres/migrate-postgres.ts) and finds the restored database. */
const HOLD_OFF = `select pg_try_advisory_lock(hashtext('tilts_migrate')) as held`

async function refuseWhileServing(client: pg.Client, name: string): Promise<void> {
  const held = await client.query<{ held: boolean }>(HOLD_OFF)
  const { rows } = await client.query<{ count: string }>(
    `select count(*) from pg_stat_activity where datname = current_database() and application_name = 'tilts' and pid <> pg_backend_pid()`,
  )
  if (held.rows[0]?.held === true && Number(rows[0]?.count) === 0) return
  throw new CopyProblem(`The site runs on ${name} (${rows[0]?.count ?? ''} connections): stop every node first; nothing was changed.`)
}

async function refuseToReplace(client: pg.Client, name: string, replace: boolean): Promise<boolean> {
  if ((await tablesOf(client)).length > 0 && (await ageOfPostgres(client)) === null) {
    throw new CopyProblem(`${name} holds tables of another program; nothing was changed.`)
  }
  const filled = await filledTableOf(client)
  if (filled === null || replace) return filled !== null
  throw new CopyProblem(
    `${name} is not empty (the table ${filled} has rows); nothing was changed. With --replace the old state is kept aside and replaced.`,
  )
}

async function dropStatements(client: pg.Client): Promise<string[]> {
  const tables = (await tablesOf(client)).map((table) => `public.${quoted(table)}`)
  const { rows } = await client.query<{ signature: string }>(
    `select p.oid::regprocedure::text as signature from pg_proc p join pg_namespace n on n.oid = p.pronamespace
     where n.nspname = 'public' and p.proname like 'tilts\\_%'`,
  )
  return [
    ...(tables.length > 0 ? [`DROP TABLE ${tables.join(', ')} CASCADE;`] : []),
    ...rows.map(({ signature }) => `DROP FUNCTION IF EXISTS ${signature} CASCADE;`),
  ]
}

/** Fails, which rolls everything back, when a row is missing. */
function countStatement({ table, rows }: CountedTable): string {
  return `DO $check$ BEGIN IF (SELECT count(*) FROM public.${quoted(table)}) <> ${String(rows)} THEN RAISE EXCEPTION USING ERRCODE = 'TILTS'; END IF; END $check$;`
}

function restoreProblem(error: unknown, name: string): unknown {
  if (!(error instanceof ProgramFailed)) return error
  const code = /(?:ERROR|FATAL):\s+([0-9A-Z]{5})\b/.exec(error.said)?.[1] ?? ''
  const known = asProblem(Object.assign(new Error(code), { code }), name)
  const why =
    known instanceof CopyProblem ? known.message : `${error.program} could not bring the backup in${code === '' ? '' : ` (${code})`}.`
  return new CopyProblem(`${why} The restore was undone; ${name} is as it was.`, { cause: error })
}

/**
 * Feeds the dump as SQL to one psql. The COMMIT is sent last: when this process dies, psql reads the end of its input without a commit.
 */
async function replay(
  file: string,
  tables: readonly CountedTable[],
  drops: readonly string[],
  env: { own: Environment; there: Environment },
) {
  const psql = start(
    'psql',
    ['--no-psqlrc', '--quiet', '--no-password', '--set=ON_ERROR_STOP=1', '--set=VERBOSITY=sqlstate', '--file=-'],
    env.there,
  )
  const dump = start('pg_restore', ['--schema=public', '--no-owner', '--no-privileges', '--file=-', file], env.own)
  const { stdin } = psql.process
  let gone = false
  psql.process.once('close', () => {
    gone = true
  })
  psql.process.stdout.resume()
  dump.process.stdin.end()
  const say = async (text: string) => {
    if (gone || stdin.write(text)) return
    await new Promise<void>((resolve) => {
      stdin.once('drain', resolve)
      psql.process.once('close', () => {
        resolve()
      })
    })
  }
  try {
    await say(`BEGIN;\nSET LOCAL client_min_messages = warning;\n${drops.join('\n')}\n`)
    let first = true
    for await (const chunk of dump.process.stdout.setEncoding('utf8')) {
      // Programs newer than the server set parameters that it does not know.
      await say(first ? String(chunk).replace(/^SET transaction_timeout = 0;$/m, '') : String(chunk))
      first = false
    }
    await dump.ended
    await say(`\n${tables.map(countStatement).join('\n')}\nCOMMIT;\n`)
    stdin.end()
    await psql.ended
  } catch (error) {
    psql.process.kill()
    await psql.ended.catch(() => undefined)
    throw error
  }
}

/** The data folder is there. Rejects with a CopyProblem, and then the database is as it was. */
export async function restorePostgres(file: string, url: string, { dataFolder, replace, now, env }: Restoring): Promise<Restored> {
  const name = printedLocation({ engine: 'postgres', url })
  const own = environmentFor(null, env)
  const client = await at(name, () => connectForCopy(url))
  try {
    await needPrograms(['pg_dump', 'pg_restore', 'psql'], client, own)
    const { tables, age } = await readArchive(file, own)
    if (age === null) throw new CopyProblem(`${file} is not a backup of Tilts; nothing was changed.`)
    if (age === 'unknown')
      throw new CopyProblem(`${file} was made by a newer Tilts than this one: restore it with that one; nothing was changed.`)
    return await at(name, async () => {
      await refuseWhileServing(client, name)
      const filled = await refuseToReplace(client, name, replace)
      const aside = filled ? await backupPostgres(url, dataFolder, { stem: 'tilts-before-restore', now, env }) : null
      await replay(file, tables, await dropStatements(client), { own, there: environmentFor(url, env) }).catch((error: unknown) => {
        throw restoreProblem(error, name)
      })
      return { keptAside: aside?.file ?? null, tables }
    })
  } finally {
    await client.end().catch(() => undefined)
  }
}
