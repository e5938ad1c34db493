// One engine with its nodes under load: reads and writes a second, and how long each took.
import { setTimeout as pause } from 'node:timers/promises'
import { percentile } from '../timing.ts'
import type { Loaded } from './node.ts'
import { loadAll, type Node } from './nodes.ts'
import { CHANGES, QUESTIONS, type AskingName } from './questions.ts'
import { ASKED, vacancyId } from './scale.ts'

/** Requests that each node has under way at once. */
const IN_FLIGHT = 16
const WARM_MS = 700
const MEASURED_MS = 2500
/** Of the proposals that wait for an answer, what one round of moves may use up. */
const MOVES_A_ROUND = ASKED / 2

type Figures = { perSecond: number; p50Ms: number; p95Ms: number }
type ChangeFigures = Figures & { triedAgain: number; made: number }
export type Measured = {
  nodes: number
  inFlightPerNode: number
  questions: Record<string, Figures>
  changes: Record<string, ChangeFigures>
}

const hundredth = (value: number) => Math.round(value * 100) / 100

function figuresOf(loaded: readonly Loaded[]): Figures {
  const took = loaded.flatMap((node) => node.took)
  const perSecond = Math.round(loaded.reduce((sum, node) => sum + (node.took.length * 1000) / node.ms, 0))
  return { perSecond, p50Ms: hundredth(percentile(took, 0.5)), p95Ms: hundredth(percentile(took, 0.95)) }
}

/** @param round which part of the waiting proposals is used up: each move needs one that nobody has answered. */
export async function measure(name: string, nodes: readonly Node[], round: number, say: (text: string) => void): Promise<Measured> {
  const load = async (asking: AskingName, first: number, most: number): Promise<Loaded[]> => {
    const loaded = await loadAll(nodes, { asking, inFlight: IN_FLIGHT, warmMs: WARM_MS, ms: MEASURED_MS, first }, most)
    const unexpected = loaded.reduce((sum, node) => sum + node.unexpected, 0)
    if (unexpected > 0) throw new Error(`${name}: ${asking} gave ${String(unexpected)} answers that nobody expected`)
    const { perSecond, p50Ms, p95Ms } = figuresOf(loaded)
    say(`${name}: ${asking} ${String(perSecond)}/s, p50 ${String(p50Ms)} ms, p95 ${String(p95Ms)} ms`)
    return loaded
  }
  const questions: Record<string, Figures> = {}
  for (const asking of Object.keys(QUESTIONS) as (keyof typeof QUESTIONS)[])
    questions[asking] = figuresOf(await load(asking, 0, 1_000_000_000))
  const changes: Record<string, ChangeFigures> = {}
  for (const asking of Object.keys(CHANGES) as (keyof typeof CHANGES)[]) {
    const loaded = await load(asking, round * MOVES_A_ROUND, MOVES_A_ROUND)
    const made = loaded.reduce((sum, node) => sum + node.took.length, 0)
    changes[asking] = { ...figuresOf(loaded), made, triedAgain: loaded.reduce((sum, node) => sum + node.again, 0) }
  }
  return { nodes: nodes.length, inFlightPerNode: IN_FLIGHT, questions, changes }
}

const NEWS = 50

/** From a commit on one node until the other has read the changed vacancy by itself, and a board's first reading of everything. */
export async function measureNews(from: Node, to: Node): Promise<Record<string, number>> {
  const began = performance.now()
  const vacancies = await to.obey<number>({ board: true })
  const boardMs = Math.round(performance.now() - began)
  await to.obey({ follow: true })
  await pause(1000)
  const late: number[] = []
  for (let nth = 0; nth < NEWS; nth += 1) {
    const id = vacancyId(nth * 10)
    const heard = to.obey<number>({ awaitChange: id })
    const committed = await from.obey<number>({ change: id })
    late.push((await heard) - committed)
    // Not in step with the follower's own clock.
    await pause((nth * 37) % 90)
  }
  return {
    changes: NEWS,
    p50Ms: Math.round(percentile(late, 0.5)),
    maxMs: Math.round(Math.max(...late)),
    boardOfAllVacancies: vacancies,
    boardFirstReadMs: boardMs,
  }
}
