// Several web processes on one machine: started once, kept alive, and stopped so that everybody inside is answered.
import { Agent, request } from 'node:http'
import { join } from 'node:path'
import { pathToFileURL } from 'node:url'
import { writeFileSync } from 'node:fs'
import pg from 'pg'
import { describe, expect, onTestFinished, test } from 'vitest'
import { postgresCopy } from '#tests/support/database.ts'
import { aFolder, startSite, until } from './support/site-process.ts'

async function aDatabase(): Promise<string> {
  const { url, drop } = await postgresCopy()
  onTestFinished(drop)
  return url
}

async function client(url: string): Promise<pg.Client> {
  const own = new pg.Client({ connectionString: url })
  own.on('error', () => undefined)
  await own.connect()
  onTestFinished(() => own.end())
  return own
}

/** Nobody else reads or writes the table until the returned function is called. */
async function holdTable(url: string, table: string): Promise<() => Promise<void>> {
  const own = await client(url)
  await own.query('BEGIN')
  await own.query(`LOCK TABLE ${table} IN ACCESS EXCLUSIVE MODE`)
  return async () => {
    await own.query('ROLLBACK')
  }
}

async function waitsForTable(url: string, table: string): Promise<boolean> {
  const own = await client(url)
  const { rows } = await own.query(
    `SELECT 1 FROM pg_locks JOIN pg_class ON pg_class.oid = relation WHERE relname = '${table}' AND NOT granted`,
  )
  return rows.length > 0
}

type Answered = { status: number; connection: string | undefined; body: string }

function get(address: string, agent?: Agent): Promise<Answered> {
  return new Promise((resolve, reject) => {
    const asking = request(address, agent ? { agent } : {}, (answer) => {
      let body = ''
      answer.setEncoding('utf8')
      answer.on('data', (part: string) => (body += part))
      answer.on('end', () => {
        resolve({ status: answer.statusCode ?? 0, connection: answer.headers.connection, body })
      })
    })
    asking.on('error', reject)
    asking.end()
  })
}

async function codeOf(asked: Promise<unknown>): Promise<string> {
  return asked.then(
    () => 'answered',
    (error: unknown) => (error instanceof Error && 'code' in error ? String(error.code) : 'failed'),
  )
}

/** No demo data: filling a database takes longer than all the rest. */
const EMPTY = { TILTS_DEMO: 'off' }
const sameKey = { TILTS_KEY: Buffer.alloc(32, 5).toString('base64') }

describe('an operator who asks for several web processes', () => {
  test('on a database that is a file is told in one sentence that it needs another', async () => {
    const site = startSite({ TILTS_DATA: aFolder() }, ['--nodes', '2'])
    expect((await site.ended).code).toBe(1)
    expect(site.said()).toBe(
      '--nodes 2 needs PostgreSQL, since only one process writes a SQLite file: set DATABASE_URL, or start without --nodes.\n',
    )
  })

  test('is told once where the site is, when all of them serve the one port; told to stop, all are gone', async () => {
    const site = startSite({ ...EMPTY, TILTS_DATA: aFolder(), DATABASE_URL: await aDatabase() }, ['--nodes', '2'])
    const address = await site.address
    const nodes = site.nodes()
    expect(nodes).toHaveLength(2)
    expect((await get(`${address}/readyz`)).status).toBe(200)
    expect(site.said().match(/Tilts is at/g)).toHaveLength(1)
    const told = Date.now()
    site.signal('SIGTERM')
    expect((await site.ended).code).toBe(0)
    expect(Date.now() - told).toBeLessThan(5000)
    for (const pid of nodes) expect(() => process.kill(pid, 0)).toThrow('ESRCH')
  })

  test('finds one that was killed replaced, and the other answering meanwhile', async () => {
    const site = startSite({ ...EMPTY, TILTS_DATA: aFolder(), DATABASE_URL: await aDatabase() }, ['--nodes', '2'])
    const address = await site.address
    const [first = 0] = site.nodes()
    process.kill(first, 'SIGKILL')
    await until('the dead one is noticed', () => site.said().includes('node_ended'))
    expect((await get(`${address}/vacancies`)).status).toBe(200)
    await until('there are two again', () => site.nodes().filter((pid) => pid !== first).length === 2)
    expect((await get(`${address}/vacancies`)).status).toBe(200)
  })

  test('is told when they end at once again and again', async () => {
    const folder = aFolder()
    const crash = join(folder, 'crash.mjs')
    writeFileSync(crash, `import cluster from 'node:cluster'\nif (cluster.isWorker) process.exit(7)\n`)
    const env = { ...EMPTY, TILTS_DATA: folder, DATABASE_URL: await aDatabase(), NODE_OPTIONS: `--import ${pathToFileURL(crash).href}` }
    const site = startSite(env, ['--nodes', '2'])
    expect((await site.ended).code).toBe(1)
    expect(site.said()).toMatch(/A web process ended 4 times in a row while it was starting/)
  })

  test('starts two machines at the same moment on an empty database, and it is filled once', async () => {
    const url = await aDatabase()
    const sites = [1, 2].map(() => startSite({ ...sameKey, TILTS_DATA: aFolder(), DATABASE_URL: url }))
    for (const site of sites) expect((await get(`${await site.address}/readyz`)).status).toBe(200)
    const own = await client(url)
    const { rows } = await own.query<{ names: string; places: string; deployments: string }>(
      `SELECT (SELECT count(*) - count(DISTINCT name) FROM employer) AS names,
              (SELECT count(*) FROM custody_place) AS places, (SELECT count(*) FROM deployment) AS deployments`,
    )
    expect(rows).toEqual([{ names: '0', places: '12', deployments: '1' }])
  })
})

describe('a site that is told to stop', () => {
  test('answers the request that waits for the database, then leaves', async () => {
    const url = await aDatabase()
    const site = startSite({ ...EMPTY, TILTS_DATA: aFolder(), DATABASE_URL: url })
    const address = await site.address
    const release = await holdTable(url, 'organisation')
    const slow = get(`${address}/`)
    await until('the request waits', () => waitsForTable(url, 'organisation'))
    site.signal('SIGTERM')
    await until('new connections are refused', async () => (await codeOf(get(`${address}/healthz`))) === 'ECONNREFUSED')
    await release()
    expect(await slow).toMatchObject({ status: 200, connection: 'close' })
    expect((await site.ended).code).toBe(0)
    expect(site.said()).not.toContain('RequestsCutOff')
  })

  test('tells a proxy on a connection that was open to send no more, and closes it', async () => {
    const url = await aDatabase()
    const site = startSite({ ...EMPTY, TILTS_DATA: aFolder(), DATABASE_URL: url })
    const address = await site.address
    const agent = new Agent({ keepAlive: true, maxSockets: 1 })
    onTestFinished(() => {
      agent.destroy()
    })
    expect(await get(`${address}/readyz`, agent)).toMatchObject({ status: 200, connection: 'keep-alive' })
    // Held up, so that the site is still there when the proxy asks.
    const release = await holdTable(url, 'organisation')
    const slow = get(`${address}/`)
    await until('the request waits', () => waitsForTable(url, 'organisation'))
    site.signal('SIGTERM')
    await until('new connections are refused', async () => (await codeOf(get(`${address}/healthz`))) === 'ECONNREFUSED')
    expect(await get(`${address}/readyz`, agent)).toEqual({ status: 503, connection: 'close', body: '{"status":"stopping"}' })
    await release()
    expect((await slow).status).toBe(200)
    expect((await site.ended).code).toBe(0)
  })

  test('leaves within ten seconds when the database keeps a request, and says how many were cut off', async () => {
    const url = await aDatabase()
    const site = startSite({ ...EMPTY, TILTS_DATA: aFolder(), DATABASE_URL: url })
    const address = await site.address
    await holdTable(url, 'attempt')
    const slow = fetch(`${address}/sign-in`, { method: 'POST', body: new URLSearchParams({ email: 'kads@example.test', password: 'x' }) })
    const cut = codeOf(slow)
    await until('the request waits', () => waitsForTable(url, 'attempt'))
    const told = Date.now()
    site.signal('SIGTERM')
    expect((await site.ended).code).toBe(0)
    expect(Date.now() - told).toBeLessThan(10_500)
    expect(await cut).not.toBe('answered')
    expect(site.said()).toMatch(/"name":"RequestsCutOff".*"requests":1/)
  })
})
