// Where a database is, as an operator types it and as it may be printed.
import { resolve } from 'node:path'
import { sqliteFile, type Place } from '#db/store/open.ts'

export type CopyPlace = { engine: 'sqlite'; file: string } | { engine: 'postgres'; url: string }

/** `sqlite:PATH` or `postgres://…`; null when it is neither. */
export function placeOf(text: string): CopyPlace | null {
  if (text.startsWith('sqlite:') && text.length > 'sqlite:'.length) {
    return { engine: 'sqlite', file: resolve(text.slice('sqlite:'.length).replace(/^\/\//, '')) }
  }
  if (!/^postgres(ql)?:\/\//.test(text) || !URL.canParse(text)) return null
  return { engine: 'postgres', url: text }
}

/** The one the site itself would open. */
export function configuredPlace({ dataFolder, databaseUrl }: Pick<Place, 'dataFolder' | 'databaseUrl'>): CopyPlace {
  return databaseUrl === null ? { engine: 'sqlite', file: sqliteFile(dataFolder) } : { engine: 'postgres', url: databaseUrl }
}

/** Without passwords, which may stand before the host and behind the question mark. */
export function nameOfPlace(place: CopyPlace): string {
  if (place.engine === 'sqlite') return `sqlite:${place.file}`
  const { username, hostname, port, pathname, searchParams } = new URL(place.url)
  const host = hostname || (searchParams.get('host') ?? '')
  return `postgres://${username === '' ? '' : `${username}@`}${host}${port === '' ? '' : `:${port}`}${pathname}`
}
