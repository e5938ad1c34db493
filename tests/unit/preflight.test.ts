import { chmodSync, mkdtempSync, readFileSync, rmSync, statSync, writeFileSync } from 'node:fs'
import { createServer, type Server } from 'node:net'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterEach, beforeEach, describe, expect, test } from 'vitest'
import type { Config } from '#app/server/config.ts'
import { explainStartError, loadKeys, prepareDataFolder } from '#app/server/preflight.ts'

const DEMO: Config = {
  mode: 'demo',
  demo: true,
  host: '127.0.0.1',
  port: 0,
  publicUrl: null,
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
