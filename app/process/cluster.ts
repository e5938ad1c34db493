// Several web processes on one machine: started, kept alive and stopped by one that serves nothing itself.
import cluster, { type Worker } from 'node:cluster'
import { setTimeout as pause } from 'node:timers/promises'
import { fileURLToPath } from 'node:url'
import { parseArgs } from 'node:util'

const MOST_NODES = 64
const START = fileURLToPath(new URL('../commands/start.mjs', import.meta.url))

/** A process that served and ran for this long had started properly, so its end does not count as a failed start. */
const STEADY_MS = 10_000
const LONGEST_PAUSE_MS = 10_000
/** Until the site has served once, this many failed starts in a row end the command. After that it keeps trying: the database may come back. */
const MOST_EARLY_ENDS = 4
/** A little longer than a process needs to stop by itself. */
const STOP_MS = 11_000

/** What a web process sends to the one that started it: it serves on this port, or what an operator has to put right. */
export type NodeMessage = { serves: number } | { problem: string }

export type Nodes = { ok: true; nodes: number } | { ok: false; problem: string }

/** @param args after `npm start --`. */
export function readNodes(args: readonly string[]): Nodes {
  const wanted = `a whole number from 1 to ${String(MOST_NODES)}, as in: npm start -- --nodes 2`
  try {
    const { values } = parseArgs({ args: [...args], options: { nodes: { type: 'string' } } })
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

/** An end that was not asked for, and how long it is until the next one takes its place. */
export type NodeEnd = { pid: number; pauseMs: number; problem: string }

/** From its start to its end. */
type NodeRun = { pid: number; served: boolean; problem: string | null; livedMs: number }

/** Starts a web process. @returns the process, and what it was when it has ended. */
function startNode(onServes: (port: number) => void): { worker: Worker; ended: Promise<NodeRun> } {
  const began = performance.now()
  const worker = cluster.fork()
  let served = false
  let problem: string | null = null
  worker.on('message', (message: NodeMessage) => {
    if ('problem' in message) problem = message.problem
    else {
      served = true
      onServes(message.serves)
    }
  })
  worker.on('error', () => undefined)
  const ended = new Promise<NodeRun>((resolve) =>
    worker.once('exit', () => {
      resolve({ pid: worker.process.pid ?? 0, served, problem, livedMs: performance.now() - began })
    }),
  )
  return { worker, ended }
}

export class NodeCluster {
  /** The port, when all serve. */
  readonly up: Promise<number>
  /** The sentence, when it is of no use to go on. */
  readonly failed: Promise<string>
  readonly #running = new Set<Worker>()
  readonly #onEnd: (end: NodeEnd) => void
  #fail: (sentence: string) => void = () => undefined
  #isUp = false
  #stopping = false

  constructor(count: number, onEnd: (end: NodeEnd) => void) {
    cluster.setupPrimary({ exec: START, args: [], execArgv: [] })
    this.#onEnd = onEnd
    this.failed = new Promise((resolve) => {
      this.#fail = resolve
    })
    const ports = Array.from({ length: count }, () => new Promise<number>((resolve) => void this.#keepOne(resolve)))
    this.up = Promise.all(ports).then(([port = 0]) => {
      this.#isUp = true
      return port
    })
  }

  async stop(): Promise<void> {
    this.#stopping = true
    const workers = [...this.#running]
    const ended = Promise.all(workers.map((worker) => new Promise((resolve) => worker.once('exit', resolve))))
    // Not the cluster's own `kill`, which would first cut the connection to it.
    for (const worker of workers) worker.process.kill('SIGTERM')
    await Promise.race([ended, pause(STOP_MS)])
    for (const worker of this.#running) worker.process.kill('SIGKILL')
  }

  /** One web process after the other. */
  async #keepOne(onServes: (port: number) => void): Promise<void> {
    let quick = 0
    do {
      const { worker, ended } = startNode(onServes)
      this.#running.add(worker)
      const run = await ended
      this.#running.delete(worker)
      if (this.#isStopping()) return
      quick = run.served && run.livedMs >= STEADY_MS ? 0 : quick + 1
      if (!this.#isUp) this.#giveUpOn(run.problem, quick)
      const pauseMs = pauseBeforeNext(quick)
      this.#onEnd({ pid: run.pid, pauseMs, problem: run.problem ?? '' })
      await pause(pauseMs)
    } while (!this.#isStopping())
  }

  #isStopping(): boolean {
    return this.#stopping
  }

  #giveUpOn(problem: string | null, quick: number): void {
    if (problem !== null) this.#fail(problem)
    if (quick >= MOST_EARLY_ENDS)
      this.#fail(
        `A web process ended ${String(quick)} times in a row while it was starting: the lines above say why, or the machine has too little memory.`,
      )
  }
}
