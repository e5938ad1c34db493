// What a command talks to, and the ways in which a command on the database ends.
import { CopyProblem } from '#db/transfer/copy-problem.ts'
import type { Instant } from '#app/domain/shared/day.ts'
import { readConfig, type Config } from '#app/process/config.ts'
import { explainStartError } from '#app/process/preflight.ts'

export type CommandTerminal = {
  env: Readonly<Record<string, string | undefined>>
  now: () => Instant
  /** Whole lines of the result. */
  out: (line: string) => void
  /** Whole lines about how far it is and what is wrong. */
  progress: (line: string) => void
}

export const PROCESS_TERMINAL: CommandTerminal = {
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

/** 2026-11-22 14:10:03 UTC */
export function momentText(at: Instant): string {
  return `${new Date(at).toISOString().slice(0, 19).replace('T', ' ')} UTC`
}

/** Names on the left, numbers on the right. */
export function tableLines(rows: readonly { table: string; rows: number }[], last = ''): string[] {
  const width = Math.max(...rows.map(({ table }) => table.length))
  return rows.map(({ table, rows: count }) => `${table.padEnd(width)}  ${String(count).padStart(9)}${last}`)
}

/** Ctrl-C and SIGTERM end it as an exit does: half-written files are taken away and programs it started are stopped. */
export function leaveTidily(): void {
  process.once('SIGINT', () => process.exit(130))
  process.once('SIGTERM', () => process.exit(143))
}
