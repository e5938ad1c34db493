// A process that migrates a SQLite file and dies at the given statement.
import Database from 'better-sqlite3'
import { migrateSqlite } from '#db/store/sqlite/migrate-sqlite.ts'

const [file = '', dieAt = ''] = process.argv.slice(2)
let statements = 0

migrateSqlite(
  new Database(file, {
    verbose: () => {
      statements += 1
      if (statements === Number(dieAt)) process.kill(process.pid, 'SIGKILL')
    },
  }),
)
