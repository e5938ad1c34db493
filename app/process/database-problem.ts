// What stands in the way of PostgreSQL at the start, in one sentence an operator can act on; never with the password.

/** Decodes percent-encoding. A text with a stray percent sign stays as it is, as in the driver. */
function decoded(text: string): string {
  try {
    return decodeURIComponent(text)
  } catch {
    return text
  }
}

/** Host, port and name of the database, and whom it is opened as. */
function partsOf(databaseUrl: string) {
  const url = new URL(databaseUrl)
  const name = decoded(url.pathname.slice(1))
  const user = decoded(url.username)
  return {
    host: url.hostname,
    where: `${url.hostname}:${url.port || '5432'}`,
    name: name || user,
    user,
  }
}

type Parts = ReturnType<typeof partsOf>

function unreachable({ where }: Parts, reason: string): string {
  return `The database server at ${where} cannot be reached (${reason}): start it, or correct DATABASE_URL.`
}

function refused({ where, user }: Parts): string {
  return `The database server at ${where} does not let user "${user}" in: check the user and the password in DATABASE_URL.`
}

const BY_CODE: Readonly<Record<string, (parts: Parts) => string>> = {
  '28P01': refused,
  '28000': refused,
  '3D000': ({ where, name }) => `There is no database "${name}" at ${where}: make it with createdb, or correct DATABASE_URL.`,
  '42501': ({ name, user }) =>
    `User "${user}" may not make tables in the database "${name}": let the user own it (ALTER DATABASE "${name}" OWNER TO "${user}").`,
  '53300': ({ where }) =>
    `The database server at ${where} has no free connection: raise its max_connections, or lower DATABASE_CONNECTIONS or --nodes.`,
  '57P03': ({ where }) => `The database server at ${where} is starting or stopping: try again in a moment.`,
  '25006': ({ name }) => `The database "${name}" can only be read: give DATABASE_URL the server that is written to.`,
  '55P03': ({ name }) =>
    `Another start is changing the tables of the database "${name}" and does not come to an end: look at it, then start again.`,
  '53100': ({ where }) => `The disk of the database server at ${where} is full: make room and start again.`,
}

const UNREACHABLE: readonly string[] = ['ECONNREFUSED', 'ECONNRESET', 'ENOTFOUND', 'EAI_AGAIN', 'EHOSTUNREACH', 'ENETUNREACH', 'ETIMEDOUT']

/** node-postgres gives no code to what it noticed itself. */
const BY_WORDS: readonly [RegExp, (parts: Parts) => string][] = [
  [/timeout expired|connection timeout|Connection terminated/i, (parts) => unreachable(parts, 'no answer in time')],
  [/^SASL|password must be/i, refused],
  [/SSL/, ({ where }) => `The database server at ${where} and DATABASE_URL do not agree about SSL: correct sslmode in DATABASE_URL.`],
]

/** A name that was not found may be the database's or the one to listen on. */
function isAboutListening(error: Error, parts: Parts): boolean {
  if (!('syscall' in error)) return false
  if (error.syscall === 'listen' || error.syscall === 'bind') return true
  return error.syscall === 'getaddrinfo' && 'hostname' in error && error.hostname !== parts.host
}

/** The sentence, or null when the error does not come from the database. @param code the driver's. */
export function explainDatabaseError(error: Error, code: string | undefined, databaseUrl: string): string | null {
  const parts = partsOf(databaseUrl)
  if (isAboutListening(error, parts)) return null
  if (code !== undefined) {
    if (UNREACHABLE.includes(code)) return unreachable(parts, code)
    return BY_CODE[code]?.(parts) ?? (code.startsWith('08') ? unreachable(parts, code) : null)
  }
  return BY_WORDS.find(([words]) => words.test(error.message))?.[1](parts) ?? null
}
