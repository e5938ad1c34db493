// `npm run backup -- DIR [--json]`: makes a backup of the configured database. Progress goes to stderr, the result to stdout.
import { resolve } from 'node:path'
import { backupPostgres } from '#db/transfer/backup-postgres.ts'
import { backupSqlite, type Backup } from '#db/transfer/backup-sqlite.ts'
import { at } from '#db/transfer/copy-problem.ts'
import { configuredLocation } from '#db/transfer/database-location.ts'
import type { Config } from '#app/process/config.ts'
import { makeFolder } from '#app/process/preflight.ts'
import { momentText, runWhenStarted, tableLines, withConfig, type CommandTerminal, type ExitCode } from './terminal.ts'

const USAGE = 'Usage: npm run backup -- DIR [--json]'

async function backup(config: Config, folder: string, { env, now, progress }: CommandTerminal): Promise<Backup> {
  await at(folder, () => {
    makeFolder(folder)
  })
  const place = configuredLocation(config)
  if (place.engine === 'postgres') return backupPostgres(place.url, folder, { now, env })
  const onProgress = (done: number, total: number) => {
    progress(`${String(done)} of ${String(total)} pages copied`)
  }
  return backupSqlite(place.file, folder, { now, onProgress })
}

export async function backupCommand(args: readonly string[], terminal: CommandTerminal): Promise<ExitCode> {
  const json = args.includes('--json')
  const [folder, ...more] = args.filter((arg) => arg !== '--json')
  if (folder === undefined || folder.startsWith('-') || more.length > 0) {
    terminal.progress(USAGE)
    return 2
  }
  return withConfig(async (config) => {
    const made = await backup(config, resolve(folder), terminal)
    const rows = made.tables.reduce((sum, table) => sum + table.rows, 0)
    tableLines(made.tables).forEach(terminal.out)
    terminal.out(`${made.file} holds all ${String(rows)} rows as they were at ${momentText(made.at)}, and was read back.`)
    terminal.out(
      'The key (TILTS_KEY, or keys/ in the data folder of a demo) is not in it: keep it elsewhere. Without it nobody can read the names.',
    )
    if (json) terminal.out(JSON.stringify(made))
    return 0
  }, terminal)
}

await runWhenStarted(import.meta.url, backupCommand)
