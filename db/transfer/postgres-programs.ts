// Runs PostgreSQL's own programs (pg_dump, pg_restore, psql): checks their version, and passes the address of the database in the environment.
import { spawn, type ChildProcessByStdio } from 'node:child_process'
import type { Readable, Writable } from 'node:stream'
import pg from 'pg'
import { COPYING } from './copy-postgres.ts'
import { CopyProblem } from './copy-problem.ts'

export type Program = 'pg_dump' | 'pg_restore' | 'psql'
export type Environment = Readonly<Record<string, string | undefined>>

const INSTALL = 'install the package postgresql-client (or whatever brings pg_dump, pg_restore and psql)'

/** Parameters of the address, and the environment variables by which libpq knows them. */
const FROM_ADDRESS: Readonly<Record<string, string>> = {
  sslmode: 'PGSSLMODE',
  sslrootcert: 'PGSSLROOTCERT',
  sslcert: 'PGSSLCERT',
  sslkey: 'PGSSLKEY',
}

/** In the environment, since every user of the machine can list the arguments of a program; without the site's own secrets. */
export function environmentFor(url: string | null, environment: Environment): Environment {
  const own: Environment = Object.fromEntries(
    Object.entries(environment).filter(([name]) => !name.startsWith('TILTS_') && name !== 'DATABASE_URL'),
  )
  if (url === null) return own
  const { host, port, user, password, database } = new pg.Client({ connectionString: url })
  const settings = [...new URL(url).searchParams].flatMap(([name, value]): [string, string][] => {
    const known = FROM_ADDRESS[name]
    return known === undefined ? [] : [[known, value === 'no-verify' ? 'require' : value]]
  })
  return {
    ...own,
    PGHOST: host,
    PGPORT: String(port),
    PGDATABASE: database,
    PGAPPNAME: COPYING,
    ...(user === undefined ? {} : { PGUSER: user }),
    ...(typeof password === 'string' ? { PGPASSWORD: password } : {}),
    ...Object.fromEntries<string>(settings),
  }
}

export type Running = {
  process: ChildProcessByStdio<Writable, Readable, Readable>
  /** Resolves when it ends well; rejects with ProgramFailed. */
  ended: Promise<void>
}

export class ProgramFailed extends Error {
  override readonly name = 'ProgramFailed'

  constructor(
    readonly program: Program,
    /** What it wrote about it; may hold values of rows. */
    readonly said: string,
  ) {
    super(`${program} failed`)
  }
}

const MOST_SAID = 20_000

export function start(program: Program, args: readonly string[], env: Environment): Running {
  const child = spawn(program, args, { env: env as NodeJS.ProcessEnv, stdio: ['pipe', 'pipe', 'pipe'] })
  const stop = () => {
    child.kill()
  }
  process.once('exit', stop)
  let said = ''
  child.stderr.setEncoding('utf8').on('data', (text: string) => {
    said = `${said}${text}`.slice(0, MOST_SAID)
  })
  // A program may end before it has read all its input; its exit code says why.
  child.stdin.on('error', () => undefined)
  const ended = new Promise<void>((resolve, reject) => {
    child.once('error', (error) => {
      reject('code' in error && error.code === 'ENOENT' ? new CopyProblem(`${program} is not on this machine: ${INSTALL}.`) : error)
    })
    child.once('close', (code) => {
      process.off('exit', stop)
      if (code === 0) resolve()
      else reject(new ProgramFailed(program, said))
    })
  })
  // The caller may read all the output before it awaits `ended`: a rejection before that must not count as unhandled and end this process.
  ended.catch(() => undefined)
  return { process: child, ended }
}

/** Runs it to its end. @returns what it wrote to standard output. */
export async function output(program: Program, args: readonly string[], env: Environment): Promise<string> {
  const { process: child, ended } = start(program, args, env)
  child.stdin.end()
  let written = ''
  child.stdout.setEncoding('utf8').on('data', (text: string) => {
    written += text
  })
  await ended
  return written
}

/** Calls `onLine` with each line it writes, without the line break. */
export async function eachLine(running: Running, onLine: (line: string) => void): Promise<void> {
  let rest = ''
  running.process.stdin.end()
  for await (const chunk of running.process.stdout.setEncoding('utf8')) {
    const lines = `${rest}${String(chunk)}`.split('\n')
    rest = lines.pop() ?? ''
    lines.forEach(onLine)
  }
  if (rest !== '') onLine(rest)
  await running.ended
}

/** @throws CopyProblem when one of them is missing, or too old for the server. */
export async function needPrograms(programs: readonly Program[], client: pg.Client, env: Environment): Promise<void> {
  const { rows } = await client.query<{ server_version_num: string }>('show server_version_num')
  const server = Math.floor(Number(rows[0]?.server_version_num) / 10_000)
  for (const program of programs) {
    const version = await output(program, ['--version'], env)
    const own = Number(/\s(\d+)/.exec(version)?.[1])
    if (!(own >= server)) {
      throw new CopyProblem(
        `${program} on this machine is version ${String(own)} and the server is version ${String(server)}: install postgresql-client-${String(server)} or newer.`,
      )
    }
  }
}
