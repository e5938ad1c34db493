// Which documents meet the query, and at what cost: for each document the cheapest way through the terms, in the order of the ranking rules.
import type { Met, Node } from './nodes.ts'

export type CostRule = 'typo' | 'attribute' | 'exactness'

/** One number for each cost rule, in their order. */
export type Cost = number[]

export type Match = { doc: number; dropped: number; cost: Cost; slips: number }

export type Strategy = 'all' | 'last' | 'frequency'

export function cheaper(one: Cost, other: Cost): boolean {
  for (let at = 0; at < one.length; at += 1) {
    const difference = (one[at] ?? 0) - (other[at] ?? 0)
    if (difference !== 0) return difference < 0
  }
  return false
}

function lowestRank(fields: number, ranks: readonly number[]): number {
  let lowest = Infinity
  for (let rest = fields; rest !== 0; rest &= rest - 1) lowest = Math.min(lowest, ranks[31 - Math.clz32(rest & -rest)] ?? 0)
  return lowest
}

/** Costs add up along a way, so the cheapest of a node's own offers is always the one to take. */
function nodeCost({ from, to }: Node, met: Met, rules: readonly CostRule[], ranks: readonly number[]): Cost {
  const length = to - from
  const joining = length === 1 ? 0 : length
  let best = rules.map(() => Infinity)
  const offer = (fields: number, slips: number, exact: boolean) => {
    if (fields === 0) return
    const cost = rules.map((rule) => {
      if (rule === 'typo') return slips + joining
      return rule === 'attribute' ? lowestRank(fields, ranks) * length : exact ? 0 : length
    })
    if (cheaper(cost, best)) best = cost
  }
  offer(met.exact, 0, length === 1)
  for (const [slips, fields] of met.bySlips.entries()) offer(fields, slips, false)
  return best
}

function sum(one: Cost, other: Cost): Cost {
  return one.map((value, at) => value + (other[at] ?? 0))
}

/** `starts`: the nodes by the term they begin with. */
/** `starts`: the nodes by the term they begin with; `phrases`: the terms that are one. */
export type Plan = {
  terms: number
  starts: readonly (readonly Node[])[]
  phrases: readonly number[]
  rules: readonly CostRule[]
  ranks: readonly number[]
}

/** At each term: the nodes left there, and whether it may be passed over, once some terms are given up. */
type Step = { nodes: readonly Node[]; passed: boolean }[]

/** The cheapest cost to meet all terms kept; null when they are not all met. */
function costOf(plan: Plan, doc: number, step: Step): Cost | null {
  const best: (Cost | null)[] = [plan.rules.map(() => 0)]
  const offer = (to: number, cost: Cost) => {
    const known = best[to]
    if (!known || cheaper(cost, known)) best[to] = cost
  }
  for (const [at, { nodes, passed }] of step.entries()) {
    const before = best[at]
    if (!before) continue
    if (passed) offer(at + 1, before)
    for (const node of nodes) {
      const met = node.met.get(doc)
      if (!met) continue
      met.cost ??= nodeCost(node, met, plan.rules, plan.ranks)
      offer(node.to, sum(before, met.cost))
    }
  }
  return best[step.length] ?? null
}

/** In the order in which terms are given up: phrases never, and without a phrase not the last one. */
function givenUp({ starts, phrases }: Plan, strategy: Strategy): number[] {
  if (strategy === 'all') return []
  const order = starts.flatMap((_, at) => (phrases.includes(at) ? [] : [at])).reverse()
  if (strategy === 'frequency') {
    const frequency = (at: number) => starts[at]?.find(({ to }) => to === at + 1)?.met.size ?? 0
    order.sort((one, other) => frequency(other) - frequency(one))
  }
  return phrases.length > 0 ? order : order.slice(0, -1)
}

/** Words read as one stay until the last of them is given up. */
function stepWithout({ starts }: Plan, gone: readonly number[]): Step {
  const isLeft = ({ from, to }: Node) => Array.from({ length: to - from }, (_, at) => from + at).some((term) => !gone.includes(term))
  return starts.map((nodes, at) => ({ nodes: nodes.filter(isLeft), passed: gone.includes(at) }))
}

function docsMeeting(step: Step): Set<number> {
  // Whatever is given up, this term is kept.
  const anchor = step.findIndex(({ passed }) => !passed)
  const nodes = step.flatMap((one) => one.nodes).filter(({ from, to }) => from <= anchor && anchor < to)
  return new Set(nodes.flatMap(({ met }) => [...met.keys()]))
}

export function matches(plan: Plan, strategy: Strategy): Match[] {
  const order = givenUp(plan, strategy)
  const steps = Array.from({ length: order.length + 1 }, (_, dropped) => stepWithout(plan, order.slice(0, dropped)))
  const slipsAt = plan.rules.indexOf('typo')
  const found: Match[] = []
  for (const doc of docsMeeting(steps.at(-1) ?? [])) {
    for (const [dropped, step] of steps.entries()) {
      const cost = costOf(plan, doc, step)
      if (!cost) continue
      found.push({ doc, dropped, cost, slips: slipsAt === -1 ? 0 : (cost[slipsAt] ?? 0) })
      break
    }
  }
  return found
}
