// What restoring a backup is told, and what it returns, on either engine.
import type { CountedTable } from './backup-sqlite.ts'
import type { Environment } from './postgres-programs.ts'

export type Restoring = {
  /** Where the old state is kept aside. */
  dataFolder: string
  /** Also when something is there. */
  replace: boolean
  now: () => number
  env: Environment
}
export type Restored = {
  /** The file with the old state; null when there was none. */
  keptAside: string | null
  tables: CountedTable[]
}
