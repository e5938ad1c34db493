// The ids of everybody who was erased, in a file outside the database and its backups: a backup that is put back still holds them.
import { closeSync, existsSync, fsyncSync, openSync, readFileSync, writeSync } from 'node:fs'
import { join } from 'node:path'
import type { Day } from '#app/domain/shared/day.ts'

export type ErasureList = {
  ids: () => string[]
  /** On the disk before it returns; what stands there already is not written again. */
  add: (id: string, on: Day) => void
}

const FILE = 'erasures.jsonl'

/** A line cut off by a crash is no id; the next start writes it again. */
function idOf(line: string): string[] {
  try {
    const read = JSON.parse(line) as { id?: unknown }
    return typeof read.id === 'string' ? [read.id] : []
  } catch {
    return []
  }
}

export function openErasureList(dataFolder: string): ErasureList {
  const file = join(dataFolder, FILE)
  const ids = () => (existsSync(file) ? readFileSync(file, 'utf8').split('\n').flatMap(idOf) : [])
  return {
    ids,
    add: (id, on) => {
      if (ids().includes(id)) return
      const opened = openSync(file, 'a', 0o600)
      try {
        // Begins a line of its own, also after one that was cut off.
        writeSync(opened, `\n${JSON.stringify({ id, on })}\n`)
        fsyncSync(opened)
      } finally {
        closeSync(opened)
      }
    },
  }
}
