import { chmodSync, mkdtempSync, readFileSync, rmSync, statSync, writeFileSync } from 'node:fs'
import { createServer, type Server } from 'node:net'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterEach, beforeEach, describe, expect, test } from 'vitest'
import { requireVersion } from '#db/store/postgres/migrate-postgres.ts'
import type { Config } from '#app/process/config.ts'
import { explainStartError, loadKeys, prepareDataFolder } from '#app/process/preflight.ts'

const DEMO: Config = {
  mode: 'demo',
  demo: true,
  host: '127.0.0.1',
  port: 0,
  publicUrl: null,
  databaseUrl: null,
  databaseConnections: 12,
  meilisearch: null,
  metricsToken: null,
  dataFolder: '',
  vaultKey: null,
  sessionSecrets: [],
  log: 'silent',
}
let folder = ''
let config = DEMO

beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), 'tilts-preflight-'))
  config = { ...DEMO, dataFolder: join(folder, 'data') }
})

afterEach(() => {
  rmSync(folder, { recursive: true })
})

function reasonOf(start: () => unknown): string | null {
  try {
    start()
    return 'it started'
  } catch (error) {
    return explainStartError(error, config)
  }
}

describe('the data folder', () => {
  test('is made at the first start and found again at the second', () => {
    prepareDataFolder(config)
    prepareDataFolder(config)
    expect(statSync(config.dataFolder).isDirectory()).toBe(true)
  })

  test('that cannot be written is named, with the variable that chooses another', () => {
    writeFileSync(config.dataFolder, 'a file stands in the way')
    expect(reasonOf(() => prepareDataFolder(config))).toBe(
      `The data folder ${config.dataFolder} cannot be written (EEXIST): allow writing to it or choose another folder with TILTS_DATA.`,
    )
  })

  test.runIf(process.platform === 'linux')('below a folder that takes nothing is refused at once', () => {
    const nowhere = { ...config, dataFolder: '/proc/tilts/data' }
    expect(() => prepareDataFolder(nowhere)).toThrow(/^The data folder \/proc\/tilts\/data cannot be written/)
  })

  test('of production is never opened by a demo with its one-click sign-ins', () => {
    prepareDataFolder({ ...config, mode: 'production', demo: false })
    expect(reasonOf(() => prepareDataFolder(config))).toContain('belongs to production mode and the mode is now demo')
  })

  test('of a demo is never served by production', () => {
    prepareDataFolder(config)
    expect(reasonOf(() => prepareDataFolder({ ...config, mode: 'production', demo: false }))).toContain('belongs to demo mode')
  })
})

describe('the keys', () => {
  test('of a demo are made once and are the same at the next start', () => {
    const first = loadKeys(config)
    expect(first.vaultKey).toHaveLength(32)
    expect(first.sessionSecrets[0]?.length).toBeGreaterThanOrEqual(32)
    expect(loadKeys(config)).toEqual(first)
  })

  test('can be read by their owner only, also when a backup brought them back wider', () => {
    loadKeys(config)
    const file = join(config.dataFolder, 'keys', 'vault.key')
    chmodSync(file, 0o644)
    loadKeys(config)
    expect(statSync(file).mode & 0o777).toBe(0o600)
  })

  test('that were given are taken, and nothing is written to the disk', () => {
    prepareDataFolder(config)
    const given = { vaultKey: Buffer.alloc(32, 7), sessionSecrets: ['one that was given by the operator'] }
    expect(loadKeys({ ...config, ...given })).toEqual(given)
    expect(statSync(join(config.dataFolder, 'keys'), { throwIfNoEntry: false })).toBeUndefined()
  })

  test('of the vault are never replaced when their file is damaged', () => {
    loadKeys(config)
    const file = join(config.dataFolder, 'keys', 'vault.key')
    writeFileSync(file, 'half a k')
    expect(reasonOf(() => loadKeys(config))).toBe(`The key file ${file} is damaged: put it back from a backup.`)
    expect(readFileSync(file, 'utf8')).toBe('half a k')
  })
})

describe('an operator whose start fails', () => {
  test('is told that the port is taken and how to choose another', async () => {
    const first = await listening(0)
    const port = portOf(first)
    const error: unknown = await listening(port).catch((failure: unknown) => failure)
    first.close()
    expect(explainStartError(error, { ...config, port })).toBe(
      `Port ${port} is in use by another program: stop that program or choose another port with PORT, for example PORT=${port + 1} npm start.`,
    )
  })

  test('is told that the address to listen on is wrong', () => {
    const error = Object.assign(new Error('listen EADDRNOTAVAIL'), { code: 'EADDRNOTAVAIL', syscall: 'listen' })
    expect(explainStartError(error, { ...config, host: '203.0.113.9', port: 3000 })).toBe(
      'The server cannot listen on 203.0.113.9 port 3000 (EADDRNOTAVAIL): check HOST and PORT.',
    )
  })

  test('is told that the packages were installed for another Node.js', () => {
    const error = Object.assign(new Error('NODE_MODULE_VERSION'), { code: 'ERR_DLOPEN_FAILED' })
    expect(explainStartError(error, config)).toContain('delete the folder node_modules')
  })

  test.each([
    [
      { code: 'ECONNREFUSED', syscall: 'connect' },
      'The database server at db.example:6432 cannot be reached (ECONNREFUSED): start it, or correct DATABASE_URL.',
    ],
    [
      { code: 'ENOTFOUND', syscall: 'getaddrinfo', hostname: 'db.example' },
      'The database server at db.example:6432 cannot be reached (ENOTFOUND): start it, or correct DATABASE_URL.',
    ],
    [
      { message: 'timeout expired' },
      'The database server at db.example:6432 cannot be reached (no answer in time): start it, or correct DATABASE_URL.',
    ],
    [
      { code: '28P01', message: 'password authentication failed' },
      'The database server at db.example:6432 does not let user "tilts" in: check the user and the password in DATABASE_URL.',
    ],
    [
      { code: '53300' },
      'The database server at db.example:6432 has no free connection: raise its max_connections, or lower DATABASE_CONNECTIONS or --nodes.',
    ],
    [
      { message: 'The server does not support SSL connections' },
      'The database server at db.example:6432 and DATABASE_URL do not agree about SSL: correct sslmode in DATABASE_URL.',
    ],
  ])(
    'of the database by %j is told what to do, and never the password',
    ({ message = '', ...fields }: Record<string, string>, sentence) => {
      const error = Object.assign(new Error(message), fields)
      const onPostgres = { ...config, databaseUrl: 'postgres://tilts:hidden@db.example:6432/tilts' }
      expect(explainStartError(error, onPostgres)).toBe(sentence)
      expect(explainStartError(Object.assign(new Error('Failed query', { cause: error })), onPostgres)).toBe(fields.code ? sentence : null)
      expect(sentence).not.toContain('hidden')
    },
  )

  test('is told which PostgreSQL is needed', () => {
    expect(() => requireVersion(130_004)).not.toThrow()
    expect(reasonOf(() => requireVersion(120_022))).toBe('Tilts needs PostgreSQL 13 or newer, and the database server is PostgreSQL 12.')
  })

  test('is told that the name to listen on is unknown, also where there is a database', () => {
    const error = Object.assign(new Error('getaddrinfo ENOTFOUND'), {
      code: 'ENOTFOUND',
      syscall: 'getaddrinfo',
      hostname: 'nowhere.example',
    })
    const onPostgres = { ...config, host: 'nowhere.example', port: 3000, databaseUrl: 'postgres://tilts@db.example/tilts' }
    expect(explainStartError(error, onPostgres)).toBe(
      'The server cannot listen on nowhere.example port 3000 (ENOTFOUND): check HOST and PORT.',
    )
  })

  test('gets no sentence for a bug, so that its stack is shown', () => {
    expect(explainStartError(new TypeError('undefined is not a function'), config)).toBeNull()
    expect(explainStartError('thrown text', config)).toBeNull()
  })
})

function listening(port: number): Promise<Server> {
  return new Promise((resolve, reject) => {
    const server = createServer()
    server.once('error', reject)
    server.listen(port, '127.0.0.1', () => resolve(server))
  })
}

function portOf(server: Server): number {
  const address = server.address()
  return address !== null && typeof address === 'object' ? address.port : 0
}
