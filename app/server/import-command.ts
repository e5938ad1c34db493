// The command that brings in a file of the national register's records: what it takes, what it prints, how it ends.
import { readFile } from 'node:fs/promises'
import { join } from 'node:path'
import { importRecords, type ImportResult, type Rejection } from '#db/import/nva/write.ts'
import { openSqlite } from '#db/store/sqlite.ts'
import type { Instant } from '#app/domain/day.ts'
import { readConfig } from './config.ts'
import { explainStartError, prepareDataFolder } from './preflight.ts'

export type Terminal = {
  env: Readonly<Record<string, string | undefined>>
  now: Instant
  /** Whole lines. */
  out: (line: string) => void
  progress: (line: string) => void
}

const USAGE = 'Usage: npm run import -- nva FILE.json [--json]'
const REJECTIONS_SHOWN = 20

type FileRead = { ok: true; records: unknown[] } | { ok: false; problem: string }

/** Strict about the file as a whole, since nothing may change when it is broken: readable, UTF-8, JSON, an array. */
async function readRecords(file: string): Promise<FileRead> {
  let bytes: Buffer
  try {
    bytes = await readFile(file)
  } catch (error) {
    const code = error instanceof Error && 'code' in error ? String(error.code) : 'unknown error'
    return { ok: false, problem: `The file ${file} cannot be read (${code}); nothing was changed.` }
  }
  try {
    const records: unknown = JSON.parse(new TextDecoder('utf-8', { fatal: true }).decode(bytes))
    return Array.isArray(records)
      ? { ok: true, records }
      : { ok: false, problem: `The file ${file} is not an array of records; nothing was changed.` }
  } catch {
    return { ok: false, problem: `The file ${file} is not JSON in UTF-8 from beginning to end; nothing was changed.` }
  }
}

function rejectionLine({ record, id, reason }: Rejection): string {
  return `Record ${String(record)}${id === null ? '' : ` (id ${JSON.stringify(id)})`} was left out: ${reason}`
}

function report({ created, updated, unchanged, rejected }: ImportResult, { progress, out }: Terminal): void {
  for (const rejection of rejected.slice(0, REJECTIONS_SHOWN)) progress(rejectionLine(rejection))
  if (rejected.length > REJECTIONS_SHOWN) progress(`… and ${String(rejected.length - REJECTIONS_SHOWN)} more; --json lists them all`)
  out(`${String(created)} created, ${String(updated)} updated, ${String(unchanged)} unchanged, ${String(rejected.length)} left out`)
}

/** The exit code: 0 done (records left out or not), 1 nothing could be done, 2 asked the wrong way. */
export async function importCommand(args: readonly string[], terminal: Terminal): Promise<0 | 1 | 2> {
  const json = args.includes('--json')
  const [source, file, ...more] = args.filter((arg) => arg !== '--json')
  if (source !== 'nva' || file === undefined || file.startsWith('--') || more.length > 0) {
    terminal.progress(USAGE)
    return 2
  }
  const configured = readConfig(terminal.env)
  if (!configured.ok) {
    for (const { variable, message } of configured.problems) terminal.progress(`${variable}: ${message}`)
    return 1
  }
  const read = await readRecords(file)
  if (!read.ok) {
    terminal.progress(read.problem)
    return 1
  }
  const { config } = configured
  try {
    prepareDataFolder(config)
    const store = openSqlite(join(config.dataFolder, 'tilts.sqlite'))
    try {
      const total = String(read.records.length)
      const result = await importRecords(store, read.records, {
        now: terminal.now,
        onProgress: (done) => {
          terminal.progress(`${String(done)} of ${total} records`)
        },
      })
      report(result, terminal)
      if (json) terminal.out(JSON.stringify(result))
      return 0
    } finally {
      await store.close()
    }
  } catch (error) {
    const sentence = explainStartError(error, config)
    if (sentence === null) throw error
    terminal.progress(sentence)
    return 1
  }
}
