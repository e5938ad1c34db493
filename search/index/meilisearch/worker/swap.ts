// Puts a new index in the place of the live one, exactly once: a second swap would bring the old one back.
import { asking, codeOf, MeilisearchFault } from '../fault.ts'
import type { Hand } from './hand.ts'
import { identityOf, LIVE_INDEX, type MeiliServer } from '../server.ts'

const LAST_SWAPS = 100

/** The newest task that was to swap this index; the answer to sending it may have been lost with the worker. */
async function swapTaskOf({ client }: MeiliServer, uid: string): Promise<{ task: number; rename: boolean } | null> {
  const { results } = await asking(() =>
    client.tasks.getTasks({ types: ['indexSwap'], statuses: ['enqueued', 'processing', 'succeeded'], limit: LAST_SWAPS }),
  )
  for (const { uid: task, details } of results) {
    const swap = details?.swaps?.find(({ indexes }) => indexes.includes(uid))
    if (swap) return { task, rename: swap.rename }
  }
  return null
}

export async function isSwapSent(server: MeiliServer, uid: string): Promise<boolean> {
  return (await swapTaskOf(server, uid)) !== null
}

/** `replaced`: there was one before, which now has this one's name. @returns null when the swap was sent and is not over yet. */
export async function swapIn(hand: Hand, uid: string): Promise<{ replaced: boolean } | null> {
  const { server, until } = hand
  const sent = await swapTaskOf(server, uid)
  const rename = sent ? sent.rename : (await identityOf(server, LIVE_INDEX)) === null
  const task =
    sent?.task ??
    (await asking(() => server.client.swapIndexes([{ indexes: rename ? [uid, LIVE_INDEX] : [LIVE_INDEX, uid], rename }]))).taskUid
  const verdict = await server.waitFor(task, until)
  if (verdict === null) return null
  if (verdict.state !== 'succeeded') throw new MeilisearchFault('down', codeOf(verdict))
  return { replaced: !rename }
}
