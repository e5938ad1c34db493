// Swaps a new index with the live one, exactly once: a second swap would bring the old one back.
import { callServer, codeOf, MeilisearchError } from '../errors.ts'
import type { WorkerRun } from './worker-run.ts'
import { identityOf, LIVE_INDEX, type MeiliServer } from '../server.ts'

const LAST_SWAPS = 100

/** The newest task that swaps this index: the worker may have crashed before it saved that it sent one. */
async function swapTaskOf({ client }: MeiliServer, uid: string): Promise<{ task: number; rename: boolean } | null> {
  const { results } = await callServer(() =>
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

/** `replaced`: there was a live index, which has this one's name now. Returns null while the swap is not finished. */
export async function swapIn(run: WorkerRun, uid: string): Promise<{ replaced: boolean } | null> {
  const { server, until } = run
  const sent = await swapTaskOf(server, uid)
  const rename = sent ? sent.rename : (await identityOf(server, LIVE_INDEX)) === null
  const task =
    sent?.task ??
    (await callServer(() => server.client.swapIndexes([{ indexes: rename ? [uid, LIVE_INDEX] : [LIVE_INDEX, uid], rename }]))).taskUid
  const outcome = await server.waitFor(task, until)
  if (outcome === null) return null
  if (outcome.state !== 'succeeded') throw new MeilisearchError('down', codeOf(outcome))
  return { replaced: !rename }
}
