// Writes a file atomically: under another name, synced to the disk, then renamed.
import { closeSync, existsSync, fsyncSync, openSync, readdirSync, renameSync, rmSync, statSync, writeFileSync } from 'node:fs'
import { basename, dirname, join } from 'node:path'
import { randomId } from '#db/store/ids.ts'

const PART = /^\.tilts-.*\.part-/
/** Unfinished files older than this are left over from killed processes. */
const FORGOTTEN_MS = 24 * 3_600_000
/** What SQLite puts beside a file. */
const BESIDE = ['', '-journal', '-wal', '-shm'] as const

export type WholeFile = {
  /** Where to write it. */
  part: string
  /** Renames it. @returns its name. */
  keep: () => string
  /** Deletes what was written; does nothing once it is kept. */
  discard: () => void
}

function remove(file: string): void {
  for (const beside of BESIDE) rmSync(`${file}${beside}`, { force: true })
}

/** Deletes what killed processes have left. */
function forgetParts(folder: string, now: number): void {
  for (const name of readdirSync(folder).filter((one) => PART.test(one))) {
    const written = statSync(join(folder, name), { throwIfNoEntry: false })?.mtimeMs ?? now
    if (now - written > FORGOTTEN_MS) rmSync(join(folder, name), { force: true })
  }
}

function onDisk(path: string): void {
  const opened = openSync(path, 'r')
  try {
    fsyncSync(opened)
  } finally {
    closeSync(opened)
  }
}

function freeName(wanted: string, ending: string): string {
  for (let nth = 1; ; nth += 1) {
    const name = nth === 1 ? `${wanted}${ending}` : `${wanted}-${String(nth)}${ending}`
    if (!existsSync(name)) return name
  }
}

/** 20261122-141003, UTC. */
export function stampOf(at: number): string {
  return new Date(at).toISOString().slice(0, 19).replaceAll(/[-:]/g, '').replace('T', '-')
}

function open(part: string, nameIt: () => string): WholeFile {
  forgetParts(dirname(part), Date.now())
  // Readable by its owner alone from the first byte.
  writeFileSync(part, '', { flag: 'wx', mode: 0o600 })
  const discard = () => {
    process.off('exit', discard)
    remove(part)
  }
  process.once('exit', discard)
  return {
    part,
    keep: () => {
      onDisk(part)
      const name = nameIt()
      renameSync(part, name)
      discard()
      onDisk(dirname(name))
      return name
    },
    discard,
  }
}

/** `STEM-YYYYMMDD-HHMMSS.ENDING` in a folder that is there; never over another file. */
export function openStampedFile(folder: string, stem: string, at: number, ending: string): WholeFile {
  const wanted = join(folder, `${stem}-${stampOf(at)}`)
  return open(join(folder, `.${stem}-${stampOf(at)}${ending}.part-${randomId()}`), () => freeName(wanted, ending))
}

/** Replaces the file of that name by a rename. */
export function openReplacement(file: string): WholeFile {
  return open(join(dirname(file), `.tilts-${basename(file)}.part-${randomId()}`), () => file)
}
