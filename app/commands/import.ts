// `npm run import -- nva FILE.json [--json]`: brings in a file of the national register's records. Progress goes to stderr, the result to stdout.
import { readFile } from 'node:fs/promises'
import { importRecords, type ImportResult, type Rejection } from '#db/import/nva/write.ts'
import type { Config } from '#app/process/config.ts'
import { runWhenStarted, withConfig, withStore, type CommandTerminal, type ExitCode } from './terminal.ts'

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

function report({ created, updated, unchanged, rejected }: ImportResult, { progress, out }: CommandTerminal): void {
  for (const rejection of rejected.slice(0, REJECTIONS_SHOWN)) progress(rejectionLine(rejection))
  if (rejected.length > REJECTIONS_SHOWN) progress(`… and ${String(rejected.length - REJECTIONS_SHOWN)} more; --json lists them all`)
  out(`${String(created)} created, ${String(updated)} updated, ${String(unchanged)} unchanged, ${String(rejected.length)} left out`)
}

async function importInto(config: Config, records: unknown[], terminal: CommandTerminal): Promise<ImportResult> {
  const onProgress = (done: number) => {
    terminal.progress(`${String(done)} of ${String(records.length)} records`)
  }
  return withStore(config, terminal, (store) => importRecords(store, records, { now: terminal.now(), onProgress }))
}

/** Done also when records were left out. */
export async function importCommand(args: readonly string[], terminal: CommandTerminal): Promise<ExitCode> {
  const json = args.includes('--json')
  const [source, file, ...more] = args.filter((arg) => arg !== '--json')
  if (source !== 'nva' || file === undefined || file.startsWith('--') || more.length > 0) {
    terminal.progress(USAGE)
    return 2
  }
  return withConfig(async (config) => {
    const read = await readRecords(file)
    if (!read.ok) {
      terminal.progress(read.problem)
      return 1
    }
    const result = await importInto(config, read.records, terminal)
    report(result, terminal)
    if (json) terminal.out(JSON.stringify(result))
    return 0
  }, terminal)
}

await runWhenStarted(import.meta.url, importCommand)
