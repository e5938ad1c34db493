// What every command has in common: the terminal it talks to, the database it opens, the ways in which it ends.
import { realpathSync } from 'node:fs'
import { fileURLToPath } from 'node:url'
import { openStore } from '#db/store/open.ts'
import type { Store } from '#db/store/store.ts'
import { CopyProblem } from '#db/transfer/copy-problem.ts'
import type { Instant } from '#app/domain/shared/day.ts'
import { readConfig, type Config } from '#app/process/config.ts'
import { checkDeployment, explainStartError, loadKeys, prepareDataFolder } from '#app/process/preflight.ts'

export type CommandTerminal = {
  env: Readonly<Record<string, string | undefined>>
  now: () => Instant
  /** Whole lines of the result. */
  out: (line: string) => void
  /** Whole lines about how far it is and what is wrong. */
  progress: (line: string) => void
}

const PROCESS_TERMINAL: CommandTerminal = {
  env: process.env,
  now: () => Date.now(),
  out: (line) => {
    process.stdout.write(`${line}\n`)
  },
  progress: (line) => {
    process.stderr.write(`${line}\n`)
  },
}

/** 0 done, 1 nothing could be done, 2 asked the wrong way. */
export type ExitCode = 0 | 1 | 2

/** A problem ends in its sentence; a bug keeps its stack. */
export async function endingInASentence(work: () => Promise<ExitCode>, { progress }: CommandTerminal): Promise<ExitCode> {
  try {
    return await work()
  } catch (error) {
    if (!(error instanceof CopyProblem)) throw error
    progress(error.message)
    return 1
  }
}

/** The same for a command on the configured database. */
export async function withConfig(work: (config: Config) => Promise<ExitCode>, terminal: CommandTerminal): Promise<ExitCode> {
  const configured = readConfig(terminal.env)
  if (!configured.ok) {
    for (const { variable, message } of configured.problems) terminal.progress(`${variable}: ${message}`)
    return 1
  }
  return endingInASentence(async () => {
    try {
      return await work(configured.config)
    } catch (error) {
      // Its words are about this command; those of a start would be about the site.
      if (error instanceof CopyProblem) throw error
      const sentence = explainStartError(error, configured.config)
      if (sentence === null) throw error
      throw new CopyProblem(sentence, { cause: error })
    }
  }, terminal)
}

/** Opens the configured database for a command that reads or writes it as the site does, and closes it afterwards. */
export async function withStore<T>(config: Config, { now }: CommandTerminal, work: (store: Store) => Promise<T>): Promise<T> {
  prepareDataFolder(config)
  const keys = loadKeys(config)
  const store = await openStore(config)
  try {
    await checkDeployment(store, config, keys, now())
    return await work(store)
  } finally {
    await store.close()
  }
}

/** 2026-11-22 14:10:03 UTC */
export function momentText(at: Instant): string {
  return `${new Date(at).toISOString().slice(0, 19).replace('T', ' ')} UTC`
}

/** Names on the left, numbers on the right. */
export function tableLines(rows: readonly { table: string; rows: number }[], last = ''): string[] {
  const width = Math.max(...rows.map(({ table }) => table.length))
  return rows.map(({ table, rows: count }) => `${table.padEnd(width)}  ${String(count).padStart(9)}${last}`)
}

export type Command = (args: readonly string[], terminal: CommandTerminal) => Promise<ExitCode>

/**
 * Runs the command when its own file was started, and not when a test imports it.
 * Ctrl-C and SIGTERM end it as an exit does: half-written files are removed and programs it started are stopped.
 */
export async function runWhenStarted(moduleUrl: string, command: Command): Promise<void> {
  const [, started] = process.argv
  // The path as it was typed may lead through a symbolic link; a module's own address never does.
  if (started === undefined || realpathSync(started) !== fileURLToPath(moduleUrl)) return
  process.once('SIGINT', () => process.exit(130))
  process.once('SIGTERM', () => process.exit(143))
  process.exitCode = await command(process.argv.slice(2), PROCESS_TERMINAL)
}
