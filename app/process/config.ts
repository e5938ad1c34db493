// Reads all configuration, once: nothing else in the program looks at the environment.
import { resolve } from 'node:path'
import { z } from 'zod'
import { LOG_LEVELS, type LogLevel } from './log.ts'

const MODES = ['demo', 'production'] as const
type Mode = (typeof MODES)[number]

export type Config = {
  mode: Mode
  /** True when an empty database is filled with invented people and each role has a one-click sign-in; never in production. */
  demo: boolean
  host: string
  /** 0 = any free port. */
  port: number
  /** The origin people type, without a slash at the end; null in a demo without one (then it is where the server listens). */
  publicUrl: string | null
  /** An absolute path. */
  dataFolder: string
  /** A PostgreSQL database; null = the SQLite file in the data folder. */
  databaseUrl: string | null
  /** To PostgreSQL, of one process. */
  databaseConnections: number
  /** The vault's master key, 32 bytes; null in a demo that makes its own. */
  vaultKey: Buffer | null
  /** The first one signs, all of them verify; empty in a demo that makes its own. */
  sessionSecrets: string[]
  /** A Meilisearch server to search with; `key` null for a server without keys. Null = the embedded index alone. */
  meilisearch: { url: string; key: string | null } | null
  /** Whoever shows it may read `/metrics`; null = nobody. */
  metricsToken: string | null
  log: LogLevel
}

export const SESSION_SECRET_LENGTH = 32
export const VAULT_KEY_BYTES = 32
const METRICS_TOKEN_LENGTH = 20

/** What each variable should be, as an operator reads it after the variable's name. */
const EXPECTED = {
  TILTS_MODE: '"demo" or "production"',
  TILTS_DEMO: '"on" or "off", and never "on" in production',
  PORT: 'a whole number from 0 to 65535 (0 takes any free port)',
  HOST: 'an address or a host name to listen on, without a port',
  TILTS_URL: 'the address people open, without a path, such as https://tilts.example.org (in production it begins with https)',
  TILTS_DATA: 'the path of a folder',
  DATABASE_URL: 'the address of a PostgreSQL database, as postgres://user:password@host:5432/name',
  DATABASE_CONNECTIONS: 'a whole number from 4 to 200',
  TILTS_KEY: '32 random bytes in base64, as `openssl rand -base64 32` prints them',
  TILTS_SESSION_SECRET: `at least ${SESSION_SECRET_LENGTH} characters; several are separated by commas, the newest first`,
  MEILI_URL: 'the address of a Meilisearch server, without a path, such as http://127.0.0.1:7700',
  MEILI_KEY: 'a key of the Meilisearch server that may do everything with its indexes, with MEILI_URL beside it',
  TILTS_METRICS_TOKEN: `at least ${METRICS_TOKEN_LENGTH} letters, digits, - or _, as \`openssl rand -hex 24\` prints them`,
  TILTS_LOG: LOG_LEVELS.map((level) => `"${level}"`).join(', '),
} as const
type Variable = keyof typeof EXPECTED
const SECRET: readonly Variable[] = ['TILTS_KEY', 'TILTS_SESSION_SECRET', 'DATABASE_URL', 'MEILI_KEY', 'TILTS_METRICS_TOKEN']

/** Printed as `VARIABLE: message`. */
export type ConfigProblem = { variable: Variable; message: string }

const vaultKey = z
  .string()
  .regex(/^[A-Za-z0-9+/]{43}=$/)
  .transform((text) => Buffer.from(text, 'base64'))
const sessionSecrets = z
  .string()
  .transform((text) => text.split(',').map((secret) => secret.trim()))
  .pipe(z.array(z.string().min(SESSION_SECRET_LENGTH)).min(1))
const databaseUrl = z.string().refine((text) => URL.canParse(text) && ['postgres:', 'postgresql:'].includes(new URL(text).protocol))
const anyMode = {
  PORT: z
    .string()
    .regex(/^\d{1,5}$/)
    .transform(Number)
    .pipe(z.number().max(65_535))
    .default(3000),
  HOST: z
    .string()
    .regex(/^([A-Za-z0-9.-]+|[0-9A-Fa-f:]+)$/)
    .default('127.0.0.1'),
  TILTS_DATA: z.string().default('data'),
  DATABASE_URL: databaseUrl.nullable().default(null),
  DATABASE_CONNECTIONS: z
    .string()
    .regex(/^\d{1,3}$/)
    .transform(Number)
    .pipe(z.number().min(4).max(200))
    .default(12),
  MEILI_URL: origin(['http:', 'https:']).nullable().default(null),
  // It becomes a header: what cannot stand in one would fail every request.
  MEILI_KEY: z
    .string()
    .regex(/^[\x21-\x7e]+$/)
    .nullable()
    .default(null),
  TILTS_METRICS_TOKEN: z
    .string()
    .regex(/^[A-Za-z0-9_-]+$/)
    .min(METRICS_TOKEN_LENGTH)
    .nullable()
    .default(null),
  TILTS_LOG: z.enum(LOG_LEVELS).default('info'),
}
const environments = {
  demo: z.object({
    ...anyMode,
    TILTS_DEMO: z.enum(['on', 'off']).default('on'),
    TILTS_URL: origin(['http:', 'https:']).nullable().default(null),
    TILTS_KEY: vaultKey.nullable().default(null),
    TILTS_SESSION_SECRET: sessionSecrets.default([]),
  }),
  production: z.object({
    ...anyMode,
    TILTS_DEMO: z.literal('off').default('off'),
    TILTS_URL: origin(['https:']),
    TILTS_KEY: vaultKey,
    TILTS_SESSION_SECRET: sessionSecrets,
  }),
}

/** Every problem at once, so that an operator mends them in one go; the values of secrets are never repeated. */
export function readConfig(
  env: Readonly<Record<string, string | undefined>>,
): { ok: true; config: Config } | { ok: false; problems: ConfigProblem[] } {
  const given = Object.fromEntries(
    Object.keys(EXPECTED).flatMap((variable) => {
      const value = env[variable]?.trim()
      return value ? [[variable, value]] : []
    }),
  )
  const mode = z.enum(MODES).default('demo').safeParse(given['TILTS_MODE'])
  if (!mode.success) return { ok: false, problems: [problemWith('TILTS_MODE', given)] }

  const parsed = environments[mode.data].safeParse(given)
  if (!parsed.success) {
    const wrong = new Set(parsed.error.issues.map((issue) => issue.path[0]))
    return { ok: false, problems: variables().flatMap((variable) => (wrong.has(variable) ? [problemWith(variable, given)] : [])) }
  }
  const read = parsed.data
  return {
    ok: true,
    config: {
      mode: mode.data,
      demo: read.TILTS_DEMO === 'on',
      host: read.HOST,
      port: read.PORT,
      publicUrl: read.TILTS_URL,
      dataFolder: resolve(read.TILTS_DATA),
      databaseUrl: read.DATABASE_URL,
      databaseConnections: read.DATABASE_CONNECTIONS,
      vaultKey: read.TILTS_KEY,
      sessionSecrets: read.TILTS_SESSION_SECRET,
      meilisearch: read.MEILI_URL === null ? null : { url: read.MEILI_URL, key: read.MEILI_KEY },
      metricsToken: read.TILTS_METRICS_TOKEN,
      log: read.TILTS_LOG,
    },
  }
}

function variables(): Variable[] {
  return Object.keys(EXPECTED) as Variable[]
}

function problemWith(variable: Variable, given: Record<string, string>): ConfigProblem {
  const value = given[variable]
  if (value === undefined) return { variable, message: `not set; it should be ${EXPECTED[variable]}.` }
  const found = SECRET.includes(variable) ? 'what is set is not' : `it is "${value}"`
  return { variable, message: `should be ${EXPECTED[variable]}; ${found}.` }
}

/** An address that is an origin and nothing more: scheme, host and perhaps a port. */
function origin(schemes: string[]) {
  return z.string().transform((text, context) => {
    const url = URL.canParse(text) ? new URL(text) : null
    if (url && schemes.includes(url.protocol) && (text === url.origin || text === `${url.origin}/`)) return url.origin
    context.addIssue({ code: 'custom' })
    return z.NEVER
  })
}
