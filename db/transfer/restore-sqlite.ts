// Replaces a SQLite database by a backup: the old one stays complete until the new one is renamed over it.
import { constants, copyFileSync, existsSync, renameSync, rmSync, statSync } from 'node:fs'
import { dirname } from 'node:path'
import Database from 'better-sqlite3'
import { countTables, damageIn, type CountedTable } from './backup-sqlite.ts'
import { at, CopyProblem } from './copy-problem.ts'
import { ageOfSqlite, filledTable } from './copy-sqlite.ts'
import type { Restored, Restoring } from './restore-types.ts'
import { openReplacement, openStampedFile, stampOf, type WholeFile } from './whole-file.ts'

/** The copy is checked and kept, not the backup file, which others could change in between. */
function check(copy: string, file: string): CountedTable[] {
  const connection = new Database(copy)
  try {
    const age = ageOfSqlite(connection)
    if (age === null) throw new CopyProblem(`${file} is not a backup of Tilts; nothing was changed.`)
    if (age === 'unknown')
      throw new CopyProblem(`${file} was made by a newer Tilts than this one: restore it with that one; nothing was changed.`)
    const damage = damageIn(connection)
    if (damage !== null) throw new CopyProblem(`${file} is damaged: ${damage}; nothing was changed.`)
    return countTables(connection)
  } finally {
    connection.close()
  }
}

function isDamage(error: unknown): boolean {
  return /^SQLITE_(CORRUPT|NOTADB)/.test(codeOf(error))
}

function checked(copy: string, file: string): CountedTable[] {
  try {
    return check(copy, file)
  } catch (error) {
    if (!isDamage(error)) throw error
    throw new CopyProblem(`${file} is damaged or not a database; nothing was changed.`, { cause: error })
  }
}

function codeOf(error: unknown): string {
  return error instanceof Error && 'code' in error ? String(error.code) : ''
}

function busy(file: string): CopyProblem {
  return new CopyProblem(`The site runs on sqlite:${file}, or another program has it open: stop it first; nothing was changed.`)
}

/**
 * Opens the database exclusively and checkpoints its log, so that the one file holds everything. Fails while any program has it open,
 * however idle, since that has a lock on it.
 */
function openAlone(file: string): Database.Database {
  const connection = new Database(file, { timeout: 1000 })
  try {
    connection.pragma('locking_mode = EXCLUSIVE')
    if (connection.pragma('journal_mode = DELETE', { simple: true }) !== 'delete') throw busy(file)
    connection.exec('BEGIN EXCLUSIVE')
    return connection
  } catch (error) {
    connection.close()
    throw codeOf(error).startsWith('SQLITE_BUSY') ? busy(file) : error
  }
}

/** The name of the copy. */
function keepAside(file: string, now: () => number): string {
  const aside = openStampedFile(dirname(file), 'tilts-before-restore', now(), '.sqlite')
  try {
    copyFileSync(file, aside.part, constants.COPYFILE_FICLONE)
    return aside.keep()
  } finally {
    aside.discard()
  }
}

function notEmpty(file: string, why: string): CopyProblem {
  return new CopyProblem(
    `sqlite:${file} is not empty (${why}); nothing was changed. With --replace the old state is kept aside and replaced.`,
  )
}

function swapAlone(old: Database.Database, target: string, fresh: WholeFile, { replace, now }: Restoring): string | null {
  try {
    const filled = filledTable(old)
    if (filled !== null && !replace) throw notEmpty(target, `the table ${filled} has rows`)
    const aside = filled === null ? null : keepAside(target, now)
    // The log was checkpointed; its shared memory file is of no use.
    rmSync(`${target}-shm`, { force: true })
    fresh.keep()
    return aside
  } finally {
    old.close()
  }
}

/** A log left behind would be replayed into the new database. */
function moveLogs(target: string, aside: string): void {
  for (const beside of ['-wal', '-shm']) {
    if (existsSync(`${target}${beside}`)) renameSync(`${target}${beside}`, `${aside}${beside}`)
  }
}

/** A file that cannot be opened is kept aside unchanged, with its log. */
function swapDamaged(target: string, fresh: WholeFile, { replace, now }: Restoring): string {
  if (!replace) throw notEmpty(target, 'it is damaged or not a database')
  const aside = keepAside(target, now)
  moveLogs(target, aside)
  fresh.keep()
  return aside
}

/** @returns the file that keeps the old database; null when there was none. */
function swap(target: string, fresh: WholeFile, restoring: Restoring): string | null {
  if (!existsSync(target)) {
    // Left by a database file that somebody removed without its log.
    moveLogs(target, `${target}-without-database-${stampOf(restoring.now())}`)
    fresh.keep()
    return null
  }
  let old: Database.Database
  try {
    old = openAlone(target)
  } catch (error) {
    if (!isDamage(error)) throw error
    return swapDamaged(target, fresh, restoring)
  }
  return swapAlone(old, target, fresh, restoring)
}

/** The data folder is there. Rejects with a CopyProblem, and then the database is as it was. */
export async function restoreSqlite(file: string, target: string, restoring: Restoring): Promise<Restored> {
  if ((statSync(`${file}-wal`, { throwIfNoEntry: false })?.size ?? 0) > 0) {
    throw new CopyProblem(
      `${file} is a database in use, not a backup (${file}-wal stands beside it): make a backup of it with npm run backup.`,
    )
  }
  return at(dirname(target), async () => {
    const fresh = openReplacement(target)
    try {
      await at(file, () => {
        if (statSync(file).isDirectory()) throw new CopyProblem(`${file} is a folder, not a file.`)
      })
      copyFileSync(file, fresh.part, constants.COPYFILE_FICLONE)
      const tables = checked(fresh.part, file)
      return { keptAside: await at(`sqlite:${target}`, () => swap(target, fresh, restoring)), tables }
    } finally {
      fresh.discard()
    }
  })
}
