// The Meilisearch server as everything here reaches it: with limits on every question, and of a version that has what is used.
import { setTimeout as pause } from 'node:timers/promises'
import { Meilisearch, type Index, type Task } from 'meilisearch'
import type { Instant } from '#app/domain/shared/day.ts'
import type { MeiliDocument } from './documents.ts'
import { callServer, isMeilisearchError, MeilisearchError, outcomeOf, type TaskOutcome } from './errors.ts'

/** The index that is asked. A rebuild makes `vacancies_…` and swaps it in, so this name always answers. */
export const LIVE_INDEX = 'vacancies'

/** The first with the ranking rule `attributeRank`; `customMetadata`, `rename` and granular filters are older. */
const OLDEST_VERSION = [1, 36] as const

/** The client waits for ever by default. */
const REQUEST_MS = 10_000
const FIRST_POLL_MS = 10
const LONGEST_POLL_MS = 500

/** What became of a task that is over. */
type FinishedTask = Exclude<TaskOutcome, { state: 'waiting' }>

export type MeiliServer = {
  client: Meilisearch
  index: (uid: string) => Index<MeiliDocument>
  /** Rejects with a `MeilisearchError` of kind `old`, the version in its code. Asks until the server answered once. */
  checkVersion: () => Promise<void>
  /** @returns null when the task is not over by then. */
  waitFor: (taskUid: number, until: Instant) => Promise<FinishedTask | null>
}

/** @param key null for a server without keys. */
export function openServer({ url, key }: { url: string; key: string | null }, now: () => Instant): MeiliServer {
  const client = new Meilisearch({ host: url, ...(key === null ? {} : { apiKey: key }), timeout: REQUEST_MS })
  let known: Promise<void> | null = null

  async function askVersion(): Promise<void> {
    const { pkgVersion } = (await callServer(() => client.getVersion())) as { pkgVersion?: unknown }
    // Something in between may answer in its place.
    if (typeof pkgVersion !== 'string') throw new MeilisearchError('down', 'unexpected_answer')
    const [major = 0, minor = 0] = pkgVersion.split('.').map(Number)
    if (major < OLDEST_VERSION[0] || (major === OLDEST_VERSION[0] && minor < OLDEST_VERSION[1])) {
      throw new MeilisearchError('old', `version_${pkgVersion}_is_older_than_${OLDEST_VERSION.join('.')}`)
    }
  }

  return {
    client,
    index: (uid) => client.index<MeiliDocument>(uid),
    checkVersion: () => {
      known ??= askVersion().catch((error: unknown) => {
        known = null
        throw error
      })
      return known
    },
    waitFor: async (taskUid, until) => {
      for (let restMs = FIRST_POLL_MS; ; restMs = Math.min(restMs * 2, LONGEST_POLL_MS)) {
        const outcome = outcomeOf(await taskOf(client, taskUid))
        if (outcome.state !== 'waiting') return outcome
        const leftMs = until - now()
        if (leftMs <= 0) return null
        await pause(Math.min(restMs, leftMs))
      }
    },
  }
}

const FORGOTTEN: Pick<Task, 'status' | 'error'> = { status: 'canceled', error: null }

/** A task the server knows nothing of any more has to be taken for one that did nothing. */
async function taskOf(client: Meilisearch, taskUid: number): Promise<Pick<Task, 'status' | 'error'>> {
  try {
    return await callServer(() => client.tasks.getTask(taskUid))
  } catch (error) {
    if (isMeilisearchError(error) && error.code === 'task_not_found') return FORGOTTEN
    throw error
  }
}

/** What tells one index from another of the same name: null when there is none. */
export async function identityOf(server: MeiliServer, uid: string): Promise<string | null> {
  try {
    return (await callServer(() => server.index(uid).getRawInfo())).createdAt
  } catch (error) {
    if (isMeilisearchError(error, 'missing')) return null
    throw error
  }
}
