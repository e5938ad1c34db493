// Opens the database a deployment is configured for. Only this file chooses the engine.
import { join } from 'node:path'
import { openPostgres } from './postgres/postgres.ts'
import { openSqlite } from './sqlite/sqlite.ts'
import type { Store } from './store.ts'

export type Place = {
  dataFolder: string
  /** Null = the SQLite file in the data folder. */
  databaseUrl: string | null
  databaseConnections: number
}

export function sqliteFile(dataFolder: string): string {
  return join(dataFolder, 'tilts.sqlite')
}

/** Opens and migrates it. Rejects when it cannot be opened. */
export async function openStore(
  { dataFolder, databaseUrl, databaseConnections }: Place,
  onError: (error: Error) => void = () => undefined,
): Promise<Store> {
  if (databaseUrl === null) return openSqlite(sqliteFile(dataFolder))
  return openPostgres(databaseUrl, { connections: databaseConnections, onError })
}
