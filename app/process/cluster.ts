// Several web processes on one machine: started, kept alive and stopped by one that serves nothing itself.
import cluster, { type Worker } from 'node:cluster'
import { setTimeout as pause } from 'node:timers/promises'
import { fileURLToPath } from 'node:url'
import { parseArgs } from 'node:util'

const MOST_NODES = 64
const START = fileURLToPath(new URL('../commands/start.mjs', import.meta.url))

/** A process that lived this long was well: its end says nothing about the next one. */
const STEADY_MS = 10_000
const LONGEST_PAUSE_MS = 10_000
/** Before the site was up once, so many ends in a row mean that trying on is of no use. After that it is tried for ever: a database comes back. */
const MOST_EARLY_ENDS = 4
/** A little more than a process takes by itself. */
const STOP_MS = 11_000

/** What a worker tells: it serves on this port, or what an operator has to put right. */
export type Told = { serves: number } | { problem: string }

export type Nodes = { ok: true; nodes: number } | { ok: false; problem: string }

/** @param args after `npm start --`. */
export function readNodes(args: readonly string[]): Nodes {
  const wanted = `a whole number from 1 to ${String(MOST_NODES)}, as in: npm start -- --nodes 2`
  try {
    const { values } = parseArgs({ args: [...args], options: { nodes: { type: 'string' }, dev: { type: 'boolean' } } })
    const given = values.nodes
    if (given === undefined) return { ok: true, nodes: 1 }
    const nodes = /^\d{1,4}$/.test(given) ? Number(given) : 0
    if (nodes >= 1 && nodes <= MOST_NODES) return { ok: true, nodes }
    return { ok: false, problem: `--nodes should be ${wanted}; it is "${given}".` }
  } catch {
    return { ok: false, problem: `What follows npm start -- is not understood: it takes --nodes with ${wanted}.` }
  }
}

/** @param quick ends in a row that came soon after the start. */
export function pauseBeforeNext(quick: number): number {
  return Math.min(LONGEST_PAUSE_MS, 250 * 2 ** quick)
}

export type Kept = {
  /** The port, when all serve. */
  up: Promise<number>
  /** The sentence, when it is of no use to go on. */
  failed: Promise<string>
  stop(): Promise<void>
}

type Life = { pid: number; served: boolean; problem: string | null; livedMs: number }

/** An end that was not asked for, and how long it is until the next one takes its place. */
export type NodeEnd = { pid: number; pauseMs: number; problem: string }

export function keepNodes(count: number, onEnd: (end: NodeEnd) => void): Kept {
  cluster.setupPrimary({ exec: START, args: [], execArgv: [] })
  const alive = new Set<Worker>()
  let up = false
  let stopping = false
  const isStopping = () => stopping
  let fail: (sentence: string) => void = () => undefined
  const failed = new Promise<string>((resolve) => {
    fail = resolve
  })

  async function live(onServes: (port: number) => void): Promise<Life> {
    const began = performance.now()
    const worker = cluster.fork()
    alive.add(worker)
    let served = false
    let problem: string | null = null
    worker.on('message', (told: Told) => {
      if ('problem' in told) problem = told.problem
      else {
        served = true
        onServes(told.serves)
      }
    })
    worker.on('error', () => undefined)
    await new Promise((resolve) => worker.once('exit', resolve))
    alive.delete(worker)
    return { served, problem, livedMs: performance.now() - began, pid: worker.process.pid ?? 0 }
  }

  async function keepOne(onServes: (port: number) => void): Promise<void> {
    let quick = 0
    for (;;) {
      const { served, problem, livedMs, pid } = await live(onServes)
      if (isStopping()) return
      quick = served && livedMs >= STEADY_MS ? 0 : quick + 1
      if (!up && problem !== null) fail(problem)
      if (!up && quick >= MOST_EARLY_ENDS)
        fail(
          `A web process ended ${String(quick)} times in a row while it was starting: the lines above say why, or the machine has too little memory.`,
        )
      onEnd({ pid, pauseMs: pauseBeforeNext(quick), problem: problem ?? '' })
      await pause(pauseBeforeNext(quick))
      if (isStopping()) return
    }
  }

  const all = Array.from({ length: count }, () => new Promise<number>((resolve) => void keepOne(resolve)))
  return {
    up: Promise.all(all).then(([port = 0]) => {
      up = true
      return port
    }),
    failed,
    stop: async () => {
      stopping = true
      const ended = Promise.all([...alive].map((worker) => new Promise((resolve) => worker.once('exit', resolve))))
      // Not the cluster's own `kill`, which would first cut the line to it.
      for (const worker of alive) worker.process.kill('SIGTERM')
      await Promise.race([ended, pause(STOP_MS)])
      for (const worker of alive) worker.process.kill('SIGKILL')
    },
  }
}
