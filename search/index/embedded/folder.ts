// The folder of a process's index: numbered, locked as long as the process lives, and reused by the next one.
import { chmodSync, closeSync, fsyncSync, mkdirSync, openSync, renameSync, rmSync } from 'node:fs'
import { join } from 'node:path'
import Database from 'better-sqlite3'

export type IndexFolder = {
  /** Of the index that is in use. */
  current: string
  /** Of the one that is being built. */
  next: string
  /** The built one takes the place of the other; both must be closed. */
  swap: () => void
  /** Removes what is there of `next` or of both. */
  clear: (which: 'next' | 'both') => void
  release: () => void
}

/** More web processes on one machine than anybody runs. */
const MOST_PROCESSES = 256
const ENDINGS = ['', '-wal', '-shm'] as const

function remove(path: string): void {
  for (const ending of ENDINGS) rmSync(`${path}${ending}`, { force: true })
}

/** A lock that the system lets go of when the process ends, however it ends. */
function lock(path: string): Database.Database | null {
  const db = new Database(path, { timeout: 0 })
  try {
    db.exec('BEGIN EXCLUSIVE')
    return db
  } catch (error) {
    db.close()
    if (error instanceof Database.SqliteError && error.code.startsWith('SQLITE_BUSY')) return null
    throw error
  }
}

/** @param folder of all indexes on this machine; ':memory:' keeps nothing. */
export function claimFolder(folder: string): IndexFolder {
  if (folder === ':memory:') {
    const nothing = () => undefined
    return { current: folder, next: folder, swap: nothing, clear: nothing, release: nothing }
  }
  for (let number = 1; number <= MOST_PROCESSES; number += 1) {
    const own = join(folder, String(number))
    mkdirSync(own, { recursive: true, mode: 0o700 })
    const ownLock = lock(join(own, 'lock.sqlite'))
    if (!ownLock) continue
    chmodSync(own, 0o700)
    const current = join(own, 'index.sqlite')
    const next = join(own, 'next.sqlite')
    return {
      current,
      next,
      swap: () => {
        // It was filled without waiting for the disk: a power cut must not leave half of it in place.
        const file = openSync(next, 'r+')
        try {
          fsyncSync(file)
        } finally {
          closeSync(file)
        }
        remove(current)
        renameSync(next, current)
        remove(next)
      },
      clear: (which) => {
        remove(next)
        if (which === 'both') remove(current)
      },
      release: () => {
        ownLock.close()
      },
    }
  }
  throw new Error(`More than ${String(MOST_PROCESSES)} processes keep an index in one folder`)
}
