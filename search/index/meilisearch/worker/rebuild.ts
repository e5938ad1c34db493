// Rebuilds the index: fills a new one beside the live one, compares every vacancy with the store, and swaps the two. In stages, so that each run ends within its lease.
import type { Instant } from '#app/domain/shared/day.ts'
import { lastChange } from '#db/change-feed/changes.ts'
import { inParts, publishedIdsAfter } from '#db/vacancies/published.ts'
import { rejectedAttempts } from '#db/search/rejected.ts'
import { listSynonyms } from '#db/search/synonyms.ts'
import { ANALYSIS_VERSION } from '#search/index/analysis/analysis.ts'
import { documentParts, revisionOf } from '#search/index/document.ts'
import { applyChanges } from './apply-changes.ts'
import { callServer, codeOf, isMeilisearchError, MeilisearchError } from '../errors.ts'
import { isTimeLeft, saveState, type WorkerRun, type Rebuild, type Sent } from './worker-run.ts'
import { indexedIds, listIndexes, revisionsOf } from './indexed.ts'
import { sendVacancies, awaitTasks, awaitPendingTasks } from './send.ts'
import { identityOf, LIVE_INDEX } from '../server.ts'
import { settingsKey, settingsOf } from '../settings.ts'
import { isSwapSent, swapIn } from './swap.ts'

const FRESH_PREFIX = `${LIVE_INDEX}_`
/** An index that still differs after so many rounds of comparing never will be equal. */
const MOST_ROUNDS = 4

function nameAt(now: Instant, id: string): string {
  return `${FRESH_PREFIX}${new Date(now).toISOString().replace(/\D/g, '').slice(0, 14)}_${id}`
}

/** Deletes what rebuilds that failed have left; never the live index, nor those in `kept`. */
async function removeHalfMade(run: WorkerRun, kept: readonly string[]): Promise<void> {
  const names = await listIndexes(run.server)
  for (const uid of names.filter((name) => name.startsWith(FRESH_PREFIX) && !kept.includes(name))) {
    await callServer(() => run.server.client.deleteIndex(uid))
  }
}

/** Creates an empty index and sends its settings, in a task of their own: in a batch with documents that fail they would fail too. */
async function begin(run: WorkerRun): Promise<Rebuild> {
  const { server, store, now, newId } = run
  await removeHalfMade(run, run.state.old ? [run.state.old.uid] : [])
  const rules = await listSynonyms(store)
  const uid = nameAt(now(), newId())
  // The cursor first: what changes from here on is sent again at the end.
  const cursor = await lastChange(store)
  const made = await callServer(() => server.client.createIndex(uid, { primaryKey: 'id' }))
  const set = await callServer(() => server.index(uid).updateSettings(settingsOf(rules)))
  const spans = [made, set].map(({ taskUid }) => ({ task: taskUid, after: '', upTo: '' }))
  return { uid, stage: 'prepare', settingsKey: settingsKey(rules), cursor, after: '', spans, done: 0, documents: 0, mended: 0, round: 1 }
}

/** Waits until the settings are applied: nothing may be sent before. */
async function prepare(run: WorkerRun, rebuild: Rebuild): Promise<Rebuild> {
  for (const { task } of rebuild.spans) {
    const outcome = await run.server.waitFor(task, run.until)
    if (outcome === null) return rebuild
    if (outcome.state !== 'succeeded') throw new MeilisearchError('missing', codeOf(outcome))
  }
  return keep(run, rebuild, { stage: 'send', spans: [] })
}

async function keep(run: WorkerRun, rebuild: Rebuild, change: Partial<Rebuild>): Promise<Rebuild> {
  const changed = { ...rebuild, ...change }
  await saveState(run, { state: { rebuild: changed } })
  return changed
}

/** Sends everything without waiting, since the server works faster on batches. Saved after each part, so that a crash repeats one part only. */
async function sendAll(run: WorkerRun, rebuild: Rebuild): Promise<Rebuild> {
  let at = rebuild
  while (isTimeLeft(run)) {
    const ids = await publishedIdsAfter(run.store, at.after)
    const upTo = ids.at(-1)
    if (upTo === undefined) return keep(run, at, { stage: 'settle' })
    const sent = await sendVacancies(run, at.uid, ids)
    const spans = [...at.spans, ...sent.map(({ task }) => ({ task, after: at.after, upTo }))]
    const done = at.done + ids.length
    at = await keep(run, at, { after: upTo, spans, done })
    run.onProgress({ step: 'send', done, documents: null })
  }
  return at
}

async function idsIn({ store }: WorkerRun, { after, upTo }: { after: string; upTo: string }): Promise<string[]> {
  return (await publishedIdsAfter(store, after)).filter((id) => id <= upTo)
}

/** Waits for all tasks. What failed is sent again; then rejected vacancies are recorded, and an error of the server is thrown. */
async function settleAll(run: WorkerRun, rebuild: Rebuild): Promise<Rebuild> {
  let at = rebuild
  for (let span = at.spans[0]; span; span = at.spans[0]) {
    const outcome = await run.server.waitFor(span.task, run.until)
    if (outcome === null) return keep(run, at, {})
    const rest = at.spans.slice(1)
    if (outcome.state === 'succeeded') {
      // Not saved each time: looking at a finished task twice is cheap.
      at = { ...at, spans: rest }
      run.onProgress({ step: 'settle', done: at.done - rest.length, documents: at.done })
      continue
    }
    const again = await sendVacancies(run, at.uid, await idsIn(run, span))
    const left: Sent[] = outcome.state === 'rejected' ? await awaitTasks(run, at.uid, again) : again
    const { after, upTo } = span
    at = await keep(run, at, { spans: [...rest, ...left.map(({ task }) => ({ task, after, upTo }))] })
    if (outcome.state === 'error') throw outcome.error
  }
  return keep(run, at, { stage: 'compare', after: '', done: 0, documents: 0, mended: 0 })
}

/** Applies the changes since the rebuild began. Returns null when there was no time for all. */
async function catchUp(run: WorkerRun, rebuild: Rebuild): Promise<Rebuild | null> {
  const cursor = await applyChanges(run, rebuild.uid, rebuild.cursor)
  if (cursor === null) throw new MeilisearchError('missing', 'changes_forgotten')
  const at = await keep(run, rebuild, { cursor: cursor.at })
  return cursor.all ? at : null
}

type Mended = { mended: number; documents: number }

/**
 * Sends vacancies that differ from the store. Returns how many did, and how many documents the index should have for these ids; null when the tasks
 * are not finished: then they are compared again.
 */
async function mend(run: WorkerRun, { uid, cursor }: Rebuild, ids: readonly string[]): Promise<Mended | null> {
  const indexed = await revisionsOf(run.server, uid, ids)
  const differing = new Set<string>(indexed.keys())
  let documents = 0
  for await (const vacancies of documentParts(run.store, ids)) {
    for (const vacancy of vacancies) {
      documents += 1
      if (indexed.get(vacancy.id) === revisionOf(vacancy)) differing.delete(vacancy.id)
      else differing.add(vacancy.id)
    }
  }
  const rejected = await rejectedAttempts(run.store, 'meilisearch', [...differing])
  const wrong = [...differing].filter((id) => !rejected.has(id))
  if (wrong.length > 0) {
    const left = await awaitTasks(run, uid, await sendVacancies(run, uid, wrong))
    if (left.length > 0) {
      await saveState(run, { state: { pending: { sent: left, cursor } } })
      return null
    }
  }
  return { mended: wrong.length, documents: documents - [...rejected.keys()].filter((id) => !indexed.has(id)).length }
}

/** Removes documents that are not published. Reads every id of the index, so it runs only when the counts differ. */
async function mendSurplus(run: WorkerRun, rebuild: Rebuild): Promise<number> {
  const all: string[] = []
  for await (const ids of indexedIds(run.server, rebuild.uid)) all.push(...ids)
  let mended = 0
  for (const part of inParts(all)) mended += (await mend(run, rebuild, part))?.mended ?? 0
  return mended
}

/** Compares every vacancy, part by part; another round follows when anything differed. */
async function compareAll(run: WorkerRun, rebuild: Rebuild): Promise<void> {
  let at = await catchUp(run, rebuild)
  while (at && isTimeLeft(run)) {
    const ids = await publishedIdsAfter(run.store, at.after)
    const upTo = ids.at(-1)
    if (upTo === undefined) return endRound(run, at)
    const part = await mend(run, at, ids)
    if (!part) return
    const { mended, documents } = part
    at = await keep(run, at, { after: upTo, done: at.done + ids.length, documents: at.documents + documents, mended: at.mended + mended })
    run.onProgress({ step: 'compare', done: at.done, documents: null })
  }
}

async function endRound(run: WorkerRun, rebuild: Rebuild): Promise<void> {
  const { numberOfDocuments } = await callServer(() => run.server.index(rebuild.uid).getStats())
  const adds = numberOfDocuments === rebuild.documents
  const surplus = adds ? 0 : await mendSurplus(run, rebuild)
  if (adds && rebuild.mended === 0) {
    await keep(run, rebuild, { stage: 'swap' })
    return
  }
  // Changes meanwhile can make a round differ, but not every round.
  if (rebuild.round >= MOST_ROUNDS && rebuild.mended + surplus > 0) throw new MeilisearchError('missing', 'never_equal')
  await keep(run, rebuild, { after: '', done: 0, documents: 0, mended: 0, round: rebuild.round + 1 })
}

/** Applies the last changes and swaps: the new index is live from then on. */
async function goLive(run: WorkerRun, rebuild: Rebuild): Promise<void> {
  // Once the swap is sent, this name belongs to the old index: later changes go to the live one.
  const at = (await isSwapSent(run.server, rebuild.uid)) ? rebuild : await catchUp(run, rebuild)
  if (!at) return
  run.onProgress({ step: 'swap', done: at.done, documents: at.documents })
  const swapped = await swapIn(run, at.uid)
  if (!swapped) return
  const { numberOfDocuments } = await callServer(() => run.server.index(LIVE_INDEX).getStats())
  const now = run.now()
  await saveState(run, {
    row: {
      cursor: at.cursor,
      indexUid: LIVE_INDEX,
      analysis: ANALYSIS_VERSION,
      settingsKey: at.settingsKey,
      documents: numberOfDocuments,
      caughtUpAt: now,
      rebuiltAt: now,
    },
    state: {
      wanted: false,
      rebuild: null,
      pending: null,
      old: swapped.replaced ? { uid: at.uid, since: now } : null,
      identity: await identityOf(run.server, LIVE_INDEX),
    },
  })
}

async function nextStage(run: WorkerRun, rebuild: Rebuild): Promise<void> {
  switch (rebuild.stage) {
    case 'prepare':
      await prepare(run, rebuild)
      return
    case 'send':
      await sendAll(run, rebuild)
      return
    case 'settle':
      await settleAll(run, rebuild)
      return
    case 'compare':
      await compareAll(run, rebuild)
      return
    case 'swap':
      await goLive(run, rebuild)
  }
}

/**
 * Does as much of a rebuild as there is time for. @param lost the live index is gone or is not ours. A new index that is lost itself,
 * or never equals the store, is given up: the next run starts over.
 */
export async function rebuildPart(run: WorkerRun, lost: boolean): Promise<void> {
  if (lost) await saveState(run, { row: { indexUid: '' }, state: { pending: null } })
  try {
    if (!run.state.rebuild) await saveState(run, { state: { rebuild: await begin(run), pending: null } })
    while (run.state.rebuild && isTimeLeft(run)) {
      if (!(await awaitPendingTasks(run, run.state.rebuild.uid))) return
      await nextStage(run, run.state.rebuild)
    }
  } catch (error) {
    if (isMeilisearchError(error, 'missing')) await saveState(run, { state: { rebuild: null, pending: null } })
    throw error
  }
}
