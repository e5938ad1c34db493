// Where a database is, as an operator types it and as it may be printed.
import { resolve } from 'node:path'
import { sqliteFile, type Place } from '#db/store/open.ts'

export type DatabaseLocation = { engine: 'sqlite'; file: string } | { engine: 'postgres'; url: string }

/** `sqlite:PATH` or `postgres://…`; null when it is neither. */
export function parsedLocation(text: string): DatabaseLocation | null {
  if (text.startsWith('sqlite:') && text.length > 'sqlite:'.length) {
    return { engine: 'sqlite', file: resolve(text.slice('sqlite:'.length).replace(/^\/\//, '')) }
  }
  if (!/^postgres(ql)?:\/\//.test(text) || !URL.canParse(text)) return null
  return { engine: 'postgres', url: text }
}

/** The database that the site itself opens. */
export function configuredLocation({ dataFolder, databaseUrl }: Pick<Place, 'dataFolder' | 'databaseUrl'>): DatabaseLocation {
  return databaseUrl === null ? { engine: 'sqlite', file: sqliteFile(dataFolder) } : { engine: 'postgres', url: databaseUrl }
}

/** Without passwords, which may be before the host and after the question mark. */
export function printedLocation(location: DatabaseLocation): string {
  if (location.engine === 'sqlite') return `sqlite:${location.file}`
  const { username, hostname, port, pathname, searchParams } = new URL(location.url)
  const host = hostname || (searchParams.get('host') ?? '')
  return `postgres://${username === '' ? '' : `${username}@`}${host}${port === '' ? '' : `:${port}`}${pathname}`
}
