// Brings vacancies into an index as they are now, in bounded batches, and looks at what became of each task.
import { clearRefused, recordRefused, refusedAttempts } from '#db/search/refused.ts'
import { inParts } from '#db/vacancies/published.ts'
import { documentParts } from '#search/index/document.ts'
import { meiliDocumentOf, type MeiliDocument } from '../documents.ts'
import { asking, isMeilisearchFault, MeilisearchFault } from '../fault.ts'
import { writeDown, type Hand, type Sent } from './hand.ts'

/** Half of what an answer may bring down is far above what one vacancy can. */
const MOST_BYTES = 8_000_000

/** From the fifth try on somebody has to ask. */
export const MOST_TRIES = 5
const FIRST_RETRY_MS = 60_000
const RETRY_GROWTH = 5

/** So many refused in one go, and nothing taken, is not the vacancies' fault. */
const TOO_MANY_REFUSED = 25

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

async function refuse({ store, now }: Hand, vacancyId: string, reason: string): Promise<void> {
  const tries = ((await refusedAttempts(store, 'meilisearch', [vacancyId])).get(vacancyId) ?? 0) + 1
  const nextAt = tries >= MOST_TRIES ? null : now() + FIRST_RETRY_MS * RETRY_GROWTH ** (tries - 1)
  await recordRefused(store, { engine: 'meilisearch', vacancyId, reason, nextAt }, now())
}

/** A request that is refused at once is cut in halves as a refused task is. */
async function put(hand: Hand, uid: string, documents: readonly MeiliDocument[]): Promise<Sent[]> {
  const customMetadata = metadataOf(hand)
  try {
    const { taskUid } = await asking(() => hand.server.index(uid).addDocuments([...documents], { primaryKey: 'id', customMetadata }))
    return [{ task: taskUid, ids: documents.map(({ id }) => id) }]
  } catch (error) {
    if (!isMeilisearchFault(error, 'refused')) throw error
    const [only] = documents
    if (documents.length === 1 && only) {
      await refuse(hand, only.id, error.code)
      return []
    }
    const half = Math.ceil(documents.length / 2)
    return [...(await put(hand, uid, documents.slice(0, half))), ...(await put(hand, uid, documents.slice(half)))]
  }
}

/** Whose task it is: seen in the server's list of tasks. */
function metadataOf({ piece, row }: Hand): string {
  return `${piece.leasedBy}:${String(row?.cursor ?? 0)}`
}

async function drop(hand: Hand, uid: string, ids: readonly string[]): Promise<Sent[]> {
  if (ids.length === 0) return []
  const customMetadata = metadataOf(hand)
  const { taskUid } = await asking(() => hand.server.index(uid).deleteDocuments([...ids], { customMetadata }))
  return [{ task: taskUid, ids: [...ids] }]
}

/** Sends what these vacancies are now, or that they are not to be found any more. Waits for nothing. */
export async function bring(hand: Hand, uid: string, ids: readonly string[]): Promise<Sent[]> {
  const sent: Sent[] = []
  for (const part of inParts(ids)) {
    const there = new Set<string>()
    const documents: MeiliDocument[] = []
    for await (const vacancies of documentParts(hand.store, part)) {
      for (const vacancy of vacancies) {
        there.add(vacancy.id)
        const converted = meiliDocumentOf(vacancy)
        if (converted.ok) documents.push(converted.document)
        else await refuse(hand, converted.id, converted.problem)
      }
    }
    for (const batch of inBatches(documents)) sent.push(...(await put(hand, uid, batch)))
    sent.push(
      ...(await drop(
        hand,
        uid,
        part.filter((id) => !there.has(id)),
      )),
    )
  }
  return sent
}

/**
 * Waits for these tasks, for as long as there is time. A refused one is cut in halves, again and again, until the vacancies it was refused for
 * are alone and set aside: the rest goes in. @returns those that are not over yet. Rejects with the fault of a task that failed otherwise.
 */
export async function settle(hand: Hand, uid: string, sent: readonly Sent[]): Promise<Sent[]> {
  const waiting = [...sent]
  let refused = 0
  let taken = 0
  for (let first = waiting[0]; first; first = waiting[0]) {
    const verdict = await hand.server.waitFor(first.task, hand.until)
    if (verdict === null) return waiting
    waiting.shift()
    if (verdict.state === 'fault') throw verdict.fault
    if (verdict.state === 'succeeded') {
      taken += first.ids.length
      await clearRefused(hand.store, 'meilisearch', first.ids)
      continue
    }
    if (first.ids.length > 1) {
      const half = Math.ceil(first.ids.length / 2)
      waiting.push(...(await bring(hand, uid, first.ids.slice(0, half))), ...(await bring(hand, uid, first.ids.slice(half))))
      continue
    }
    for (const id of first.ids) await refuse(hand, id, verdict.reason)
    refused += 1
    if (refused >= TOO_MANY_REFUSED && taken === 0) throw new MeilisearchFault('down', 'everything_refused')
  }
  return []
}

/**
 * The same for what was written down as pending, in the live index or in the one that is being made; when all of it is in, so is the change it was sent for.
 * @returns whether nothing is on its way any more.
 */
export async function settlePending(hand: Hand, uid: string): Promise<boolean> {
  const { pending } = hand.note
  if (!pending) return true
  try {
    const left = await settle(hand, uid, pending.sent)
    if (left.length > 0) {
      await writeDown(hand, { note: { pending: { ...pending, sent: left } } })
      return false
    }
  } catch (error) {
    // What became of the rest is not known: all of it is sent once more, from the cursor on.
    if (error instanceof MeilisearchFault) await writeDown(hand, { note: { pending: null } })
    throw error
  }
  const { rebuild } = hand.note
  if (rebuild) await writeDown(hand, { note: { pending: null, rebuild: { ...rebuild, cursor: pending.cursor } } })
  else await writeDown(hand, { row: { cursor: pending.cursor }, note: { pending: null } })
  return true
}
