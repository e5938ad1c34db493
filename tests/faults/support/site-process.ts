// The site as an operator runs it: a process of its own, with what it says and how it ends.
import { spawn, type ChildProcess } from 'node:child_process'
import { mkdtempSync, readFileSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { setTimeout as pause } from 'node:timers/promises'
import { fileURLToPath } from 'node:url'
import { onTestFinished } from 'vitest'

const ROOT = fileURLToPath(new URL('../../..', import.meta.url))
/** On a machine that does much else at the same time. */
const START_MS = 180_000

export type SiteProcess = {
  process: ChildProcess
  /** Its standard output and errors so far. */
  said: () => string
  ended: Promise<{ code: number | null; ms: number }>
  /** Resolves with the address when it serves; rejects when it ends before. */
  address: Promise<string>
  signal: (signal: NodeJS.Signals) => void
  /** The web processes it started, on Linux. */
  nodes: () => number[]
}

export function aFolder(): string {
  const folder = mkdtempSync(join(tmpdir(), 'tilts-process-'))
  onTestFinished(() => {
    rmSync(folder, { recursive: true, force: true })
  })
  return folder
}

/** Polls; a test that waits for ever says for what. */
export async function until(what: string, holds: () => boolean | Promise<boolean>, limitMs = 20_000): Promise<void> {
  const late = Date.now() + limitMs
  while (!(await holds())) {
    if (Date.now() > late) throw new Error(`Not in time: ${what}`)
    await pause(50)
  }
}

function childrenOf(pid: number): number[] {
  const listed = readFileSync(`/proc/${String(pid)}/task/${String(pid)}/children`, 'utf8').trim()
  const all = listed === '' ? [] : listed.split(' ').map(Number)
  return all.filter((child) => {
    try {
      return readFileSync(`/proc/${String(child)}/cmdline`, 'utf8').includes('start.mjs')
    } catch {
      return false
    }
  })
}

export function startSite(env: Record<string, string>, args: readonly string[] = []): SiteProcess {
  const began = Date.now()
  const child = spawn(process.execPath, ['--import', 'tsx', 'app/process/main.ts', ...args], {
    cwd: ROOT,
    env: { ...process.env, PORT: '0', HOST: '127.0.0.1', TILTS_MODE: 'demo', TILTS_LOG: 'info', NODE_ENV: 'production', ...env },
    stdio: ['ignore', 'pipe', 'pipe'],
  })
  let text = ''
  const collect = (bytes: Buffer) => {
    text += bytes.toString()
  }
  child.stdout.on('data', collect)
  child.stderr.on('data', collect)
  const ended = new Promise<{ code: number | null; ms: number }>((resolve) =>
    child.once('exit', (code) => {
      resolve({ code, ms: Date.now() - began })
    }),
  )
  onTestFinished(async () => {
    child.kill('SIGKILL')
    await ended
  })
  const address = (async () => {
    let over = false
    void ended.then(() => (over = true))
    const found = () => /Tilts is at (\S+)/.exec(text)?.[1]
    await until('the site is open', () => over || found() !== undefined, START_MS)
    const at = found()
    if (at === undefined) throw new Error(`The site ended before it was open:\n${text}`)
    return at
  })()
  // Who waits for it hears of it; who does not must not be stopped by it.
  address.catch(() => undefined)
  return {
    process: child,
    said: () => text,
    ended,
    address,
    signal: (signal) => child.kill(signal),
    nodes: () => childrenOf(child.pid ?? 0),
  }
}
