// Starts a process of these tests, hears its lines, and sees that none stays behind.
import { spawn } from 'node:child_process'
import { createInterface } from 'node:readline'
import { fileURLToPath } from 'node:url'
import { onTestFinished } from 'vitest'
import type { CaseworkerActor } from '#app/domain/shared/actor.ts'
import type { Limit } from '#db/accounts/attempts.ts'
import { within } from './bound.ts'
import type { Job } from './many-proposals.ts'
import type { DatabaseAddress } from './database.ts'
import type { Racer } from './racing.ts'
import type { Colleague } from './shared/steps.ts'

export const ROOT = fileURLToPath(new URL('../../..', import.meta.url))

type Task =
  | { name: 'move'; actor: CaseworkerActor; jobs: Job[] }
  | { name: 'import'; records: number; now: number }
  | { name: 'follow'; now: number; folder?: string }
  | { name: 'count'; key: string; times: number; limit: Limit }
  | ({ name: 'race' } & Racer)
  | ({ name: 'share' } & Colleague)
  | { name: 'open' }

/** `dieAtReport`: right after that line; `dieAtId`: when asked for that id, in the middle of a transaction. */
export type WorkerTask = { where: DatabaseAddress; task: Task; dieAtReport?: number; dieAtId?: number }

type Ended = { code: number | null; signal: NodeJS.Signals | null; lines: string[]; errors: string }

export type Running = {
  lines: string[]
  /** The next line that was not taken yet; fails when the process ends without it. */
  next: () => Promise<string>
  say: (line: string) => void
  kill: (signal?: NodeJS.Signals) => void
  ended: Promise<Ended>
}

const LONGEST_MS = 60_000

/** A Node.js process in the project's folder. */
export function startProcess(args: readonly string[], env: Record<string, string> = {}): Running {
  const child = spawn(process.execPath, ['--import', 'tsx', ...args], { cwd: ROOT, env: { ...process.env, ...env } })
  const lines: string[] = []
  let taken = 0
  let errors = ''
  let told: () => void = () => undefined
  let over = false
  const wake = () => {
    told()
  }
  createInterface({ input: child.stdout }).on('line', (line) => {
    lines.push(line)
    wake()
  })
  child.stderr.on('data', (bytes: Buffer) => {
    errors += bytes.toString()
  })
  // Killed while it was being told something.
  child.stdin.on('error', () => undefined)
  const ended = within(
    LONGEST_MS,
    `The process ${args.join(' ').slice(0, 80)}`,
    new Promise<Ended>((resolve) =>
      child.once('close', (code, signal) => {
        over = true
        wake()
        resolve({ code, signal, lines, errors })
      }),
    ),
  )
  ended.catch(() => child.kill('SIGKILL'))
  onTestFinished(async () => {
    child.kill('SIGKILL')
    await ended.catch(() => undefined)
  })
  return {
    lines,
    next: async () => {
      while (taken >= lines.length) {
        if (over) throw new Error(`The process ended without another line. ${errors}`)
        await within(
          LONGEST_MS,
          'A line',
          new Promise<void>((resolve) => {
            told = resolve
          }),
        )
      }
      taken += 1
      return lines[taken - 1] ?? ''
    },
    say: (line) => {
      child.stdin.write(`${line}\n`)
    },
    kill: (signal = 'SIGKILL') => {
      child.kill(signal)
    },
    ended,
  }
}

export function startWorker(told: WorkerTask): Running {
  return startProcess(['tests/faults/support/worker.ts', JSON.stringify(told)])
}

/** Runs it to its end, which must be a good one. */
export async function work(told: WorkerTask): Promise<string[]> {
  const { code, errors, lines } = await startWorker(told).ended
  if (code !== 0) throw new Error(`The process ended with ${String(code)}: ${errors}`)
  return lines
}
