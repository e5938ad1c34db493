// Options and result of restoring a backup, on either engine.
import type { CountedTable } from './backup-sqlite.ts'
import type { Environment } from './postgres-programs.ts'

export type Restoring = {
  /** The folder where the old state is kept. */
  dataFolder: string
  /** Replace a database that is not empty. */
  replace: boolean
  now: () => number
  env: Environment
}
export type Restored = {
  /** The file with the old state; null when there was none. */
  keptAside: string | null
  tables: CountedTable[]
}
