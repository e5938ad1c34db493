import { resolve } from 'node:path'
import { describe, expect, test } from 'vitest'
import { type Config, readConfig } from '#app/process/config.ts'

const KEY = Buffer.alloc(32, 7).toString('base64')
const SECRET = 'a-secret-that-is-made-for-tests-only'
const PRODUCTION = { TILTS_MODE: 'production', TILTS_URL: 'https://tilts.example.org', TILTS_KEY: KEY, TILTS_SESSION_SECRET: SECRET }

type Env = Record<string, string | undefined>

function configOf(env: Env): Config | null {
  const read = readConfig(env)
  return read.ok ? read.config : null
}

function messagesOf(env: Env): string[] {
  const read = readConfig(env)
  return read.ok ? [] : read.problems.map(({ variable, message }) => `${variable}: ${message}`)
}

function variablesIn(env: Env): string[] {
  const read = readConfig(env)
  return read.ok ? [] : read.problems.map((problem) => problem.variable)
}

describe('somebody who sets nothing', () => {
  test('gets the demo, on this machine alone', () => {
    expect(configOf({})).toEqual({
      mode: 'demo',
      demo: true,
      host: '127.0.0.1',
      port: 3000,
      publicUrl: null,
      dataFolder: resolve('data'),
      databaseUrl: null,
      databaseConnections: 12,
      vaultKey: null,
      sessionSecrets: [],
      meilisearch: null,
      metricsToken: null,
      log: 'info',
    })
  })

  test('gets the same when every variable is empty or blank', () => {
    const blank = { PORT: '', HOST: ' ', TILTS_DATA: '', TILTS_MODE: '', TILTS_DEMO: '', TILTS_KEY: '', TILTS_URL: '', TILTS_LOG: '' }
    expect(configOf(blank)).toEqual(configOf({}))
  })

  test('may ask for an empty start', () => {
    expect(configOf({ TILTS_DEMO: 'off' })).toMatchObject({ mode: 'demo', demo: false })
  })
})

describe('an operator with PostgreSQL', () => {
  test('names the database by its address', () => {
    const databaseUrl = 'postgresql://tilts:geheim@127.0.0.1:5432/tilts'
    expect(configOf({ DATABASE_URL: databaseUrl, DATABASE_CONNECTIONS: '40' })).toMatchObject({ databaseUrl, databaseConnections: 40 })
  })

  test('is told what an address should be, and its password is not repeated', () => {
    expect(messagesOf({ DATABASE_URL: 'mysql://tilts:geheim@127.0.0.1/tilts' })).toEqual([
      'DATABASE_URL: should be the address of a PostgreSQL database, as postgres://user:password@host:5432/name; what is set is not.',
    ])
  })

  test('cannot ask for too few connections to answer anybody, or for more than a server has', () => {
    expect(variablesIn({ DATABASE_CONNECTIONS: '1' })).toEqual(['DATABASE_CONNECTIONS'])
    expect(variablesIn({ DATABASE_CONNECTIONS: '1000' })).toEqual(['DATABASE_CONNECTIONS'])
  })
})

describe('an operator with Meilisearch', () => {
  test('names its server, and its key where it has one', () => {
    expect(configOf({ MEILI_URL: 'http://127.0.0.1:7700/' })?.meilisearch).toEqual({ url: 'http://127.0.0.1:7700', key: null })
    expect(configOf({ MEILI_URL: 'https://search.example.org', MEILI_KEY: 'geheim' })?.meilisearch).toEqual({
      url: 'https://search.example.org',
      key: 'geheim',
    })
    expect(configOf({ MEILI_KEY: 'geheim' })?.meilisearch).toBeNull()
  })

  test('is told what an address should be, and a key is not repeated', () => {
    expect(variablesIn({ MEILI_URL: 'http://127.0.0.1:7700/indexes' })).toEqual(['MEILI_URL'])
    expect(variablesIn({ MEILI_URL: '127.0.0.1:7700' })).toEqual(['MEILI_URL'])
    expect(messagesOf({ MEILI_KEY: 'ģeheim' }).join()).not.toContain('eheim')
  })
})

describe('an operator who measures', () => {
  test('chooses a token that nobody guesses and a header can hold', () => {
    const token = 'f'.repeat(48)
    expect(configOf({ TILTS_METRICS_TOKEN: token })?.metricsToken).toBe(token)
    expect(variablesIn({ TILTS_METRICS_TOKEN: 'short' })).toEqual(['TILTS_METRICS_TOKEN'])
    expect(messagesOf({ TILTS_METRICS_TOKEN: 'with a blank in between it' }).join()).not.toContain('blank')
  })
})

describe('an operator in production', () => {
  test('is told every missing secret at once', () => {
    expect(variablesIn({ TILTS_MODE: 'production' })).toEqual(['TILTS_URL', 'TILTS_KEY', 'TILTS_SESSION_SECRET'])
  })

  test('is told what a missing key should be and how to make one', () => {
    expect(messagesOf({ ...PRODUCTION, TILTS_KEY: undefined })).toEqual([
      'TILTS_KEY: not set; it should be 32 random bytes in base64, as `openssl rand -base64 32` prints them.',
    ])
  })

  test('starts with its secrets and without demo people', () => {
    expect(configOf(PRODUCTION)).toMatchObject({
      mode: 'production',
      demo: false,
      publicUrl: 'https://tilts.example.org',
      vaultKey: Buffer.alloc(32, 7),
      sessionSecrets: [SECRET],
    })
  })

  test('cannot switch the demo on', () => {
    expect(variablesIn({ ...PRODUCTION, TILTS_DEMO: 'on' })).toEqual(['TILTS_DEMO'])
  })

  test('cannot serve people over an address without encryption', () => {
    expect(variablesIn({ ...PRODUCTION, TILTS_URL: 'http://tilts.example.org' })).toEqual(['TILTS_URL'])
  })

  test('rotates the session secret by putting the new one first', () => {
    const next = 'the-next-secret-also-made-for-tests-only'
    expect(configOf({ ...PRODUCTION, TILTS_SESSION_SECRET: `${next}, ${SECRET}` })?.sessionSecrets).toEqual([next, SECRET])
  })

  test('never reads a rejected secret back in a message', () => {
    const messages = messagesOf({ ...PRODUCTION, TILTS_KEY: 'c2hvcnQ=', TILTS_SESSION_SECRET: 'too-short' })
    expect(messages).toHaveLength(2)
    expect(messages.join()).not.toMatch(/c2hvcnQ=|too-short/)
  })
})

describe('a value that cannot be right', () => {
  test('names the variable and what it should be', () => {
    expect(messagesOf({ PORT: '80a' })).toEqual(['PORT: should be a whole number from 0 to 65535 (0 takes any free port); it is "80a".'])
  })

  test('is reported together with the others', () => {
    expect(variablesIn({ PORT: '70000', TILTS_LOG: 'loud', TILTS_DEMO: 'yes' })).toEqual(['TILTS_DEMO', 'PORT', 'TILTS_LOG'])
  })

  test.each([
    ['TILTS_MODE', 'prod'],
    ['TILTS_DEMO', 'true'],
    ['PORT', '-1'],
    ['PORT', '3000.5'],
    ['PORT', '65536'],
    ['HOST', 'http://localhost'],
    ['HOST', '127.0.0.1:80'],
    ['TILTS_URL', 'tilts.example.org'],
    ['TILTS_URL', 'https://tilts.example.org/start?x=1'],
    ['TILTS_KEY', 'not base64'],
    ['TILTS_KEY', Buffer.alloc(31).toString('base64')],
    ['TILTS_SESSION_SECRET', 'short'],
    ['TILTS_SESSION_SECRET', `${SECRET},`],
    ['TILTS_LOG', 'INFO'],
  ])('%s is refused when it is "%s"', (variable, value) => {
    expect(variablesIn({ [variable]: value })).toEqual([variable])
  })

  test.each([
    ['PORT', '0'],
    ['PORT', '65535'],
    ['HOST', '0.0.0.0'],
    ['HOST', '::1'],
    ['TILTS_URL', 'http://localhost:3000/'],
    ['TILTS_KEY', KEY],
  ])('%s is taken when it is "%s"', (variable, value) => {
    expect(variablesIn({ [variable]: value })).toEqual([])
  })
})
