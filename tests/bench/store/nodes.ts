// The bench's nodes as their parent sees them: starts them, hands out work, waits for every answer.
import { fork } from 'node:child_process'
import { fileURLToPath } from 'node:url'
import type { Answer, Loaded, Order, Where } from './node.ts'

export type Node = { obey: <Done = unknown>(order: Order) => Promise<Done> }

const MODULE = fileURLToPath(new URL('node.ts', import.meta.url))

export async function startNode(where: Where): Promise<Node> {
  const child = fork(MODULE, { serialization: 'advanced' })
  const node: Node = {
    obey: <Done>(order: Order) =>
      new Promise<Done>((resolve, reject) => {
        const ended = () => {
          if ('close' in order) resolve(undefined as Done)
          else reject(new Error('A node of the bench ended'))
        }
        child.once('exit', ended)
        child.once('message', (answer: Answer) => {
          child.off('exit', ended)
          if ('failed' in answer) reject(new Error(answer.failed))
          else resolve(answer.done as Done)
        })
        child.send(order)
      }),
  }
  await node.obey({ open: where })
  return node
}

/** The same load on every node at once, each with numbers of its own from `first` on. */
export async function loadAll(
  nodes: readonly Node[],
  load: Omit<Extract<Order, { load: unknown }>['load'], 'end'>,
  most: number,
): Promise<Loaded[]> {
  const share = Math.floor(most / nodes.length)
  return Promise.all(
    nodes.map((node, index) =>
      node.obey<Loaded>({ load: { ...load, first: load.first + index * share, end: load.first + (index + 1) * share } }),
    ),
  )
}
