// Sends vacancies to an index in bounded batches, and waits for the tasks.
import { clearRejected, recordRejected, rejectedAttempts } from '#db/search/rejected.ts'
import { inParts } from '#db/vacancies/published.ts'
import { documentParts } from '#search/index/document.ts'
import { meiliDocumentOf, type MeiliDocument } from '../documents.ts'
import { callServer, isMeilisearchError, MeilisearchError } from '../errors.ts'
import { saveState, type WorkerRun, type Sent } from './worker-run.ts'

/** Of one request; far more than a single vacancy has. */
const MOST_BYTES = 8_000_000

/** After so many tries a coordinator has to ask for another one. */
export const MOST_TRIES = 5
const FIRST_RETRY_MS = 60_000
const RETRY_GROWTH = 5

/** When so many are rejected and none is accepted, the server is at fault, not the vacancies. */
const TOO_MANY_REJECTED = 25

function inBatches(documents: readonly MeiliDocument[]): MeiliDocument[][] {
  const batches: MeiliDocument[][] = []
  let bytes = MOST_BYTES
  for (const document of documents) {
    const size = Buffer.byteLength(JSON.stringify(document))
    const last = batches.at(-1)
    if (last && bytes + size <= MOST_BYTES) {
      last.push(document)
      bytes += size
    } else {
      batches.push([document])
      bytes = size
    }
  }
  return batches
}

async function reject({ store, now }: WorkerRun, vacancyId: string, reason: string): Promise<void> {
  const tries = ((await rejectedAttempts(store, 'meilisearch', [vacancyId])).get(vacancyId) ?? 0) + 1
  const nextAt = tries >= MOST_TRIES ? null : now() + FIRST_RETRY_MS * RETRY_GROWTH ** (tries - 1)
  await recordRejected(store, { engine: 'meilisearch', vacancyId, reason, nextAt }, now())
}

/** Halves a rejected request, as `awaitTasks` does with a rejected task. */
async function put(run: WorkerRun, uid: string, documents: readonly MeiliDocument[]): Promise<Sent[]> {
  const customMetadata = metadataOf(run)
  try {
    const { taskUid } = await callServer(() => run.server.index(uid).addDocuments([...documents], { primaryKey: 'id', customMetadata }))
    return [{ task: taskUid, ids: documents.map(({ id }) => id) }]
  } catch (error) {
    if (!isMeilisearchError(error, 'rejected')) throw error
    const [only] = documents
    if (documents.length === 1 && only) {
      await reject(run, only.id, error.code)
      return []
    }
    const half = Math.ceil(documents.length / 2)
    return [...(await put(run, uid, documents.slice(0, half))), ...(await put(run, uid, documents.slice(half)))]
  }
}

/** Shows in the server's list of tasks which worker sent it. */
function metadataOf({ job, row }: WorkerRun): string {
  return `${job.leasedBy}:${String(row?.cursor ?? 0)}`
}

async function drop(run: WorkerRun, uid: string, ids: readonly string[]): Promise<Sent[]> {
  if (ids.length === 0) return []
  const customMetadata = metadataOf(run)
  const { taskUid } = await callServer(() => run.server.index(uid).deleteDocuments([...ids], { customMetadata }))
  return [{ task: taskUid, ids: [...ids] }]
}

/** Sends these vacancies as they are now, and deletes those that are not published any more. Does not wait for the tasks. */
export async function sendVacancies(run: WorkerRun, uid: string, ids: readonly string[]): Promise<Sent[]> {
  const sent: Sent[] = []
  for (const part of inParts(ids)) {
    const there = new Set<string>()
    const documents: MeiliDocument[] = []
    for await (const vacancies of documentParts(run.store, part)) {
      for (const vacancy of vacancies) {
        there.add(vacancy.id)
        const converted = meiliDocumentOf(vacancy)
        if (converted.ok) documents.push(converted.document)
        else await reject(run, converted.id, converted.problem)
      }
    }
    for (const batch of inBatches(documents)) sent.push(...(await put(run, uid, batch)))
    sent.push(
      ...(await drop(
        run,
        uid,
        part.filter((id) => !there.has(id)),
      )),
    )
  }
  return sent
}

/**
 * Waits for tasks while there is time. A rejected task is sent again in halves, until each vacancy that is at fault
 * is alone and recorded as rejected. Returns the tasks that are not finished. Rejects with the error of a task that failed for another reason.
 */
export async function awaitTasks(run: WorkerRun, uid: string, sent: readonly Sent[]): Promise<Sent[]> {
  const waiting = [...sent]
  let rejected = 0
  let taken = 0
  for (let first = waiting[0]; first; first = waiting[0]) {
    const outcome = await run.server.waitFor(first.task, run.until)
    if (outcome === null) return waiting
    waiting.shift()
    if (outcome.state === 'error') throw outcome.error
    if (outcome.state === 'succeeded') {
      taken += first.ids.length
      await clearRejected(run.store, 'meilisearch', first.ids)
      continue
    }
    if (first.ids.length > 1) {
      const half = Math.ceil(first.ids.length / 2)
      waiting.push(...(await sendVacancies(run, uid, first.ids.slice(0, half))), ...(await sendVacancies(run, uid, first.ids.slice(half))))
      continue
    }
    for (const id of first.ids) await reject(run, id, outcome.reason)
    rejected += 1
    if (rejected >= TOO_MANY_REJECTED && taken === 0) throw new MeilisearchError('down', 'everything_rejected')
  }
  return []
}

/**
 * Waits for the tasks that an earlier run left pending, of the live index or of a rebuild, and then moves the cursor.
 * Returns whether all are finished.
 */
export async function awaitPendingTasks(run: WorkerRun, uid: string): Promise<boolean> {
  const { pending } = run.state
  if (!pending) return true
  try {
    const left = await awaitTasks(run, uid, pending.sent)
    if (left.length > 0) {
      await saveState(run, { state: { pending: { ...pending, sent: left } } })
      return false
    }
  } catch (error) {
    // The outcome of the other tasks is not known: everything after the cursor is sent again.
    if (error instanceof MeilisearchError) await saveState(run, { state: { pending: null } })
    throw error
  }
  const { rebuild } = run.state
  if (rebuild) await saveState(run, { state: { pending: null, rebuild: { ...rebuild, cursor: pending.cursor } } })
  else await saveState(run, { row: { cursor: pending.cursor }, state: { pending: null } })
  return true
}
