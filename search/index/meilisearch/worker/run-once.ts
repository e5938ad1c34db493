// One run of the worker: finds what is to be done, does as much as there is time for, and saves the rest for the next run.
import { dueRejected } from '#db/search/rejected.ts'
import { listSynonyms } from '#db/search/synonyms.ts'
import { ANALYSIS_VERSION } from '#search/index/analysis/analysis.ts'
import { applyChanges } from './apply-changes.ts'
import { callServer, codeOf, isMeilisearchError, MeilisearchError } from '../errors.ts'
import { isTimeLeft, saveState, type WorkerRun } from './worker-run.ts'
import { rebuildPart } from './rebuild.ts'
import { sendVacancies, awaitTasks, awaitPendingTasks } from './send.ts'
import { identityOf, LIVE_INDEX } from '../server.ts'
import { isNewer, settingsKey, settingsOf } from '../settings.ts'

/** How long the index before the last rebuild is kept, to swap it back by hand. */
export const PREVIOUS_INDEX_KEPT_MS = 30 * 60_000

/** A newer version of the program maintains the index: this one must not overwrite it. */
export function belongsToNewerVersion({ row }: Pick<WorkerRun, 'row'>): boolean {
  return row !== null && (row.analysis > ANALYSIS_VERSION || isNewer(row.settingsKey))
}

/** Whether the live index is gone, or is another one of that name: of a server that lost its data, or made by hand. */
async function isLost({ server, state }: WorkerRun): Promise<boolean> {
  const identity = await identityOf(server, LIVE_INDEX)
  return identity === null || identity !== state.identity
}

/** Sends settings in a task of their own: in a batch with documents that fail they would fail too. Returns whether they are applied. */
async function bringSettings(run: WorkerRun): Promise<boolean> {
  const rules = await listSynonyms(run.store)
  const key = settingsKey(rules)
  if (run.row?.settingsKey === key) return true
  if (run.state.settings?.key !== key) {
    const { taskUid } = await callServer(() => run.server.index(LIVE_INDEX).updateSettings(settingsOf(rules)))
    await saveState(run, { state: { settings: { task: taskUid, key } } })
  }
  const task = run.state.settings?.task
  const outcome = task === undefined ? null : await run.server.waitFor(task, run.until)
  if (outcome === null) return false
  await saveState(run, { state: { settings: null } })
  if (outcome.state !== 'succeeded') throw new MeilisearchError('down', codeOf(outcome))
  await saveState(run, { row: { settingsKey: key } })
  return true
}

/** Tries rejected vacancies again when they are due. Returns whether their tasks are finished. */
async function bringRefused(run: WorkerRun): Promise<boolean> {
  const due = await dueRejected(run.store, 'meilisearch', run.now())
  if (due.length === 0) return true
  const left = await awaitTasks(run, LIVE_INDEX, await sendVacancies(run, LIVE_INDEX, due))
  if (left.length === 0) return true
  await saveState(run, { state: { pending: { sent: left, cursor: run.row?.cursor ?? 0 } } })
  return false
}

async function removeOld(run: WorkerRun): Promise<void> {
  const { old } = run.state
  if (!old || run.now() < old.since + PREVIOUS_INDEX_KEPT_MS) return
  await callServer(() => run.server.client.deleteIndex(old.uid))
  await saveState(run, { state: { old: null } })
}

/** Returns whether everything is indexed. */
async function keepLive(run: WorkerRun): Promise<boolean> {
  if (!(await awaitPendingTasks(run, LIVE_INDEX))) return false
  if (!(await bringSettings(run))) return false
  const before = run.row?.cursor ?? 0
  const brought = await applyChanges(run, LIVE_INDEX, before)
  if (brought === null) throw new MeilisearchError('missing', 'changes_forgotten')
  if (brought.at !== before) await saveState(run, { row: { cursor: brought.at } })
  if (!brought.all || !(await bringRefused(run))) return false
  await removeOld(run)
  const { numberOfDocuments } = await callServer(() => run.server.index(LIVE_INDEX).getStats())
  await saveState(run, { row: { documents: numberOfDocuments, caughtUpAt: run.now() } })
  return true
}

/** Returns whether there is more to do at once. Rejects with `MeilisearchError` or `LeaseLost`. */
export async function runOnce(run: WorkerRun): Promise<boolean> {
  if (belongsToNewerVersion(run) && !run.state.wanted) return false
  await run.server.checkVersion()
  const unfit = run.row === null || run.row.indexUid === '' || run.row.analysis !== ANALYSIS_VERSION
  const lost = !unfit && !run.state.rebuild && (await isLost(run))
  if (unfit || lost || run.state.wanted || run.state.rebuild) {
    await rebuildPart(run, lost)
    // More of it, or what has changed since.
    return true
  }
  try {
    return !(await keepLive(run))
  } catch (error) {
    // The index disappeared during the run, or is too far behind to follow: it is rebuilt.
    if (!isMeilisearchError(error, 'missing') || !isTimeLeft(run)) throw error
    await rebuildPart(run, error.code !== 'changes_forgotten')
    return true
  }
}
