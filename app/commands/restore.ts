// `npm run restore -- FILE [--replace] [--json]`: puts a backup in the place of the configured database. Progress goes to stderr, the result to stdout.
import { existsSync } from 'node:fs'
import { join, resolve } from 'node:path'
import { keyCheckOf } from '#db/store/deployment.ts'
import { configuredLocation, printedLocation, type DatabaseLocation } from '#db/transfer/database-location.ts'
import { keyTraceIn } from '#db/transfer/key-trace.ts'
import { restoreInto } from '#db/transfer/restore.ts'
import { replayErasures } from '#db/people/erase/erase.ts'
import { openErasureList } from '#db/people/erase/erasure-list.ts'
import { openStore } from '#db/store/open.ts'
import { openPersonKey } from '#db/people/vault.ts'
import type { Config } from '#app/process/config.ts'
import { loadKeys, prepareDataFolder } from '#app/process/preflight.ts'
import { runWhenStarted, tableLines, withConfig, type CommandTerminal, type ExitCode } from './terminal.ts'

const USAGE = 'Usage: npm run restore -- FILE [--replace] [--json]'
const FLAGS: readonly string[] = ['--json', '--replace']

/** `missing`: people are in the database and no key is configured. `none`: nothing in it is encrypted. */
type KeyFit = 'fits' | 'other' | 'missing' | 'none'

const KEY_WORDS: Readonly<Record<KeyFit, string>> = {
  fits: 'The configured key opens what is encrypted in it.',
  other:
    'WARNING: the configured key is not the one this database was written with. Nobody could read the names in it: set TILTS_KEY (or put keys/vault.key back) before you start the site.',
  missing:
    'WARNING: no key is configured here. Put back the one the backup was made with, as TILTS_KEY or keys/vault.key, before you start the site.',
  none: 'Nothing in it is encrypted with a key yet.',
}

/** A key is never made here: it would be the wrong one. */
function masterOf(config: Config): Buffer | null {
  if (config.vaultKey !== null) return config.vaultKey
  return existsSync(join(config.dataFolder, 'keys', 'vault.key')) ? loadKeys(config).vaultKey : null
}

async function keyFit(location: DatabaseLocation, master: Buffer | null): Promise<KeyFit> {
  const { keyCheck, person } = await keyTraceIn(location)
  if (keyCheck === null && person === null) return 'none'
  if (master === null) return 'missing'
  if (person === null) return keyCheckOf(master) === keyCheck ? 'fits' : 'other'
  try {
    openPersonKey(master, person.candidateId, person.wrapped)
    return 'fits'
  } catch {
    return 'other'
  }
}

/** Whoever was erased after the backup was made would be back with it. @returns how many people */
async function eraseAgain(config: Config, { now, progress }: CommandTerminal): Promise<number> {
  const list = openErasureList(config.dataFolder)
  if (list.ids().length === 0) return 0
  const store = await openStore(config, (error) => {
    progress(String(error))
  })
  try {
    return await replayErasures(store, list, now())
  } finally {
    await store.close()
  }
}

export async function restoreCommand(args: readonly string[], terminal: CommandTerminal): Promise<ExitCode> {
  const [file, ...more] = args.filter((arg) => !FLAGS.includes(arg))
  if (file === undefined || file.startsWith('-') || more.length > 0) {
    terminal.progress(USAGE)
    return 2
  }
  return withConfig(async (config) => {
    prepareDataFolder(config)
    const location = configuredLocation(config)
    const { env, now } = terminal
    const restoring = { dataFolder: config.dataFolder, replace: args.includes('--replace'), now, env }
    const { keptAside, tables } = await restoreInto(location, resolve(file), restoring)
    const erased = await eraseAgain(config, terminal)
    const key = await keyFit(location, masterOf(config))
    const rows = tables.reduce((sum, table) => sum + table.rows, 0)
    tableLines(tables).forEach(terminal.out)
    terminal.out(`${printedLocation(location)} holds the ${String(rows)} rows of the backup; the next start brings it up to date.`)
    if (keptAside !== null) terminal.out(`What was there before is in ${keptAside}, and can be restored like any backup.`)
    if (erased > 0) terminal.out(`Erased again, since they were erased after the backup was made: ${String(erased)} people.`)
    terminal.out(KEY_WORDS[key])
    if (args.includes('--json')) terminal.out(JSON.stringify({ place: printedLocation(location), rows, tables, keptAside, erased, key }))
    return 0
  }, terminal)
}

await runWhenStarted(import.meta.url, restoreCommand)
